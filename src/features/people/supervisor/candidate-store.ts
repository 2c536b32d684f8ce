import type { Queryable } from '../../../database/database.ts'
import type { Day } from '../../../indonesian/dates.ts'
import { wordsOf } from '../../../indonesian/words.ts'
import { readNip } from '../nip.ts'

/** Somebody who may be meant by what was written. */
export interface Candidate {
  readonly id: string
  readonly name: string
  readonly position: string
  readonly unit: string
}

/** So many of those who may be meant are shown. */
export const MOST_CANDIDATES = 5

/** Who may be somebody's supervisor. */
export function createCandidateStore(database: Queryable) {
  return {
    /** Who may be meant by a NIP or the words of a name, of those who work here on a day, but not one of them. */
    async meant(written: string, but: string, today: Day): Promise<readonly Candidate[]> {
      const nip = readNip(written)
      if (nip === undefined && nameWords(written).length === 0) return []
      const found = await database.query<Candidate>(
        `select employee.id, employee.name, position, unit.name as unit
         from employee join unit on unit.id = employee.unit
         where ${nip === undefined ? BY_NAME : 'nip = $1'} and employee.id <> $2::bigint
           and coalesce(left_on > $3::date, true)
         order by employee.name, employee.id limit 50`,
        [nip ?? nameWords(written).map((word) => `%${word}%`), but, today],
      )
      if (nip !== undefined) return found
      const whole = found.filter(({ name }) => {
        const words = wordsOf(bare(name))
        return nameWords(written).every((word) => words.includes(word))
      })
      return whole.length > 0 ? whole : found
    },
  }
}

const BY_NAME = `lower(regexp_replace(employee.name, '[''’‘\`]', '', 'g')) like all ($1::text[])`

/** What stands before a name and is no part of it. */
const TITLES = new Set(
  'pak bapak bu ibu mas mbak kang teh bang pa dr drs dra drg ir h hj hajjah haji prof yth sdr sdri'.split(
    ' ',
  ),
)

/** The words of a name as it was written, without titles. */
function nameWords(written: string): readonly string[] {
  const words = wordsOf(bare(written.replace(/,.*$/s, '')))
  const named = words.filter((word) => !TITLES.has(word))
  return named.length > 0 ? named : words
}

/** "Nur'aini" and "Nuraini" are one name. */
function bare(name: string): string {
  return name.replaceAll(/['’‘`]/g, '')
}
