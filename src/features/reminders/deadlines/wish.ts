import { type Recurrence, readRecurrence } from '../../../calendar.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import { TEMPLATES, type Template } from './templates.ts'

/** A deadline as an officer wished for it in plain words, as far as it could be read. */
export interface Wish {
  readonly title?: string
  readonly recurrence?: Recurrence
  /** What is wrong with the time they named. */
  readonly hint?: string
  /** Whom it is for, in their words. */
  readonly audience?: string
  readonly template?: Template
}

/**
 * Reads the wish for a reminder: "buat pengingat laporan kinerja tiap tanggal 5", "ingatkan semua pegawai lapor SPT setiap
 * 31 Maret". Undefined where the words are something else, questions above all.
 */
export function readWish(text: string, today: Day): Wish | undefined {
  const said = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '')
  if (said.length > LONGEST || ASKS.test(said)) return undefined
  const [, made] = MAKE.exec(said) ?? []
  if (made !== undefined) return wishIn(made.replace(/^(?:untuk|buat) (?=lapor)/i, ''), today)
  const [, whom = '', what] = REMIND.exec(said) ?? []
  if (what === undefined || SELF.test(whom)) return undefined
  return { ...wishIn(what, today), audience: whom.trim() }
}

const LONGEST = 400
const ASKS =
  /\?|\b(?:apa|apakah|bagaimana|gimana|kapan|kenapa|mengapa|siapa|berapa|boleh(?:kah)?|bisa(?:kah)?|cara(?:nya)?|sanksi|aturan|kalau|jika|bila)\b/i
const MAKE =
  /^(?:tolong |mohon |minta |mau |saya mau )?(?:buat(?:kan|in)?|bikin(?:kan|in)?|pasang(?:kan)?|tambah(?:kan)?|set) (?:sebuah )?(?:pengingat|reminder)(?: baru)?(?:[:,]? (.+))?$/i
const REMIND =
  /^(?:tolong |mohon )?(?:ingatkan|ingetin|ingatin) (.+?) (?:(?:untuk|agar|supaya|soal|tentang) )?((?:me)?lapor(?:kan)?\b.*|(?:me)?ngisi\b.*|isi\b.*|kirim\b.*|mengirim\b.*|(?:me)?nyusun\b.*|susun\b.*|kumpul(?:kan)?\b.*|mengumpulkan\b.*|unggah\b.*|upload\b.*)$/i
const SELF = /^(?:saya|aku|sy|gue|kami|kita|lagi|besok)\b/i
/** The words a time may begin with. */
const TIME =
  /\b(?:se?tiap|tiap|per|pada|paling lambat|tanggal|tgl|akhir|awal|hari kerja|hari ini|besok|lusa|\d{1,2})\b/gi

function wishIn(words: string, today: Day): Wish {
  const { rest, recurrence, hint } = timeIn(words, today)
  const [, before = rest, whom] = /^(.*?)\s*\b(?:untuk|bagi|kepada|buat)\s+(.+)$/i.exec(rest) ?? []
  const title = titled(before)
  const template = TEMPLATES.find(({ words: named }) => named.test(fold(before)))
  return {
    ...(title !== undefined && { title }),
    ...(recurrence !== undefined && { recurrence }),
    ...(hint !== undefined && { hint }),
    ...(whom !== undefined && { audience: whom.trim() }),
    ...(template !== undefined && { template }),
  }
}

interface Timed extends Pick<Wish, 'recurrence' | 'hint'> {
  readonly rest: string
}

/** The longest end of the words that is a time; where none is, the longest that is a time there is not. */
function timeIn(words: string, today: Day): Timed {
  let wrong: Timed | undefined
  for (const { index } of words.matchAll(TIME)) {
    const [, time = '', whom = ''] =
      /^(.*?)((?:\s+(?:untuk|bagi|kepada)\s.+)?)$/i.exec(words.slice(index)) ?? []
    const read = readRecurrence(time, today)
    const rest = `${words.slice(0, index).trim()}${whom}`
    if (read.ok) return { rest, recurrence: read.value }
    if (read.isTime) wrong ??= { rest, hint: read.hint }
  }
  return wrong ?? { rest: words }
}

function titled(words: string): string | undefined {
  const plain = words.trim().replace(/[,;:]+$/, '')
  return plain.length < 3 ? undefined : `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`
}
