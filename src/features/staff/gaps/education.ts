import { fold } from '../../../indonesian/words.ts'

/** What somebody's schooling lacks against what their position asks for. */
export type EducationGap = 'unrecorded' | 'level' | 'field'

/**
 * Compares schooling held with schooling wanted ("S1 Keperawatan", "D3 atau S1 Akuntansi"): a lower level, another field,
 * or nothing recorded; undefined where nothing is wanting. One of several that are wanted is enough.
 */
export function educationGap(held: string | null, wanted: string | null): EducationGap | undefined {
  const choices = (wanted ?? '').split(/\/|;|\batau\b/i).filter((one) => one.trim() !== '')
  if (choices.length === 0) return undefined
  if (held === null || held.trim() === '') return 'unrecorded'
  const gaps = choices.map((choice) => gapTo(held, choice))
  return gaps.includes(undefined) ? undefined : gaps.includes('field') ? 'field' : 'level'
}

function gapTo(held: string, wanted: string): EducationGap | undefined {
  if (levelOf(held) < levelOf(wanted)) return 'level'
  const fields = fieldsOf(wanted)
  const known = fieldsOf(held)
  return fields.length === 0 || fields.some((word) => known.includes(word)) ? undefined : 'field'
}

/** Lowest first; a profession is built on a bachelor's degree. */
const LEVELS: readonly RegExp[] = [
  /\b(?:sd|sekolah dasar)\b/,
  /\b(?:smp|sltp|mts)\b/,
  /\b(?:sma|smk|slta|stm|smea|ma|sederajat)\b/,
  /\b(?:d ?1|d ?i|diploma 1|diploma i)\b/,
  /\b(?:d ?2|d ?ii|diploma 2|diploma ii)\b/,
  /\b(?:d ?3|d ?iii|diploma|diploma 3|diploma iii|sarjana muda)\b/,
  /\b(?:s ?1|d ?4|d ?iv|sarjana|sarjana terapan|diploma iv|diploma 4)\b/,
  /\b(?:profesi|ners|dokter|dokter gigi|apoteker|ppg)\b/,
  /\b(?:s ?2|magister|master|spesialis|pasca ?sarjana)\b/,
  /\b(?:s ?3|doktor)\b/,
]

/** 0 where no level is said. */
function levelOf(text: string): number {
  return LEVELS.findLastIndex((level) => level.test(fold(text))) + 1
}

const NO_FIELD =
  /\b(?:sd|sekolah|dasar|smp|sltp|mts|sma|smk|slta|stm|smea|ma|sederajat|[ds] ?(?:[1-4]|iv|i{1,3})|diploma|i{1,3}|iv|[1-4]|sarjana|muda|terapan|magister|master|doktor|pasca|pascasarjana|semua|segala|jurusan|bidang|ilmu|program|studi|prodi|yang|relevan|umum|lulusan|dan)\b/g

function fieldsOf(text: string): readonly string[] {
  return fold(text)
    .replace(NO_FIELD, ' ')
    .split(' ')
    .filter((word) => word.length > 2)
}
