import { fold } from '../../indonesian/words.ts'
import { retirementAge, retirementDay } from '../retirement.ts'
import { empties, listOf, pathOf } from './cells.ts'
import { remembered } from './remembered.ts'
import type { Arrival, Noting, Said } from './row.ts'

/** What a row says in words; or why those cannot be. */
export interface Wording {
  readonly words: Partial<Arrival>
  readonly problem?: string
}

const LONGEST = 200
const YOUNGEST = 50
const OLDEST = 75

/** Reads what rows say in words: names, units, positions, lists; and from the position when somebody retires. */
export function createWording() {
  const list = remembered((text) => (empties(text) ? [] : listOf(text)))
  const path = remembered((text) => unitFrom(text.split('\n')))
  const ageOf = remembered((position) => ({ years: retirementAge(position) }))
  return {
    wordsFrom(said: Said): Wording {
      const name = nameFrom(needed(said.nama), said.gelar_depan, said.gelar_belakang)
      const unit = path(`${needed(said.unit_induk)}\n${needed(said.unit)}`)
      const position = needed(said.jabatan)
      const problem = tooLong('nama', name) ?? tooLong('jabatan', position) ?? tooLong('nama unit', ...unit)
      const words = {
        ...(name !== undefined && { name }),
        ...(unit.length > 0 && { unit }),
        ...(position !== '' && { position }),
        ...emptied('qualification', said.pendidikan),
        ...emptied('wanted_qualification', said.kualifikasi_jabatan),
        ...(said.kompetensi !== '' && { competencies: list(said.kompetensi) }),
        ...(said.kompetensi_jabatan !== '' && { wanted_competencies: list(said.kompetensi_jabatan) }),
      }
      return { words, ...(problem !== undefined && { problem }) }
    },

    /** By the age the office states, else by the position; nothing where neither is said. */
    retirementFrom(
      { bup }: Said,
      { nip, kind, nip_kind, position }: Arrival,
      note: Noting,
    ): Pick<Arrival, 'retirement_age' | 'retires_on'> {
      const stated = statedAge(bup)
      if (bup !== '' && stated === undefined) note('age')
      if (stated === undefined && position === undefined) return {}
      const age = stated ?? ageOf(position ?? '').years
      const retires_on = retirementDay(nip, kind ?? nip_kind ?? 'PNS', age)
      return { ...(stated !== undefined && { retirement_age: stated }), retires_on }
    },
  }
}

/** What everybody has cannot be emptied. */
function needed(text: string): string {
  return empties(text) ? '' : text
}

function emptied(field: 'qualification' | 'wanted_qualification', text: string): Partial<Arrival> {
  return text === '' ? {} : { [field]: empties(text) ? '' : text }
}

/** The name with its titles, as it is written: "Dr. H. Budi Santoso, S.Sos., M.Si". */
function nameFrom(name: string, before: string, behind: string): string | undefined {
  if (!/\p{L}/u.test(name)) return undefined
  const first = before !== '' && !name.startsWith(before) ? `${before} ${name}` : name
  return behind !== '' && !name.endsWith(behind) ? `${first}, ${behind}` : first
}

/** Who heads an office has it as the unit and as the one above. */
function unitFrom([above = '', below = '']: readonly string[]): readonly string[] {
  const [upper, lower] = [pathOf(above), pathOf(below)]
  const [first] = lower
  const last = upper.at(-1)
  const same = first !== undefined && last !== undefined && fold(first) === fold(last)
  return [...upper, ...(same ? lower.slice(1) : lower)]
}

function tooLong(what: string, ...texts: readonly (string | undefined)[]): string | undefined {
  return texts.some((text) => (text?.length ?? 0) > LONGEST)
    ? `${what} lebih dari ${LONGEST} huruf.`
    : undefined
}

function statedAge(text: string): number | undefined {
  const age = Number(/^(\d{2})( ?(th|thn|tahun))?$/i.exec(text)?.[1])
  return age >= YOUNGEST && age <= OLDEST ? age : undefined
}
