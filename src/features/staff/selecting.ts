import type { Day } from '../../indonesian/dates.ts'
import type { Filters } from './query.ts'
import { gradesBetween } from './reading/grades.ts'
import type { Selection } from './selection-store.ts'
import type { DirectoryWords } from './vocabulary-store.ts'

/** Whom "mine" means: the unit of the asker, and whose direct reports are asked for. */
export interface Whose {
  readonly unit?: string
  readonly supervisor?: string
}

/** What a question asks for, in the directory's own words and ids, on a day. */
export function selectionOf(
  filters: Filters,
  words: DirectoryWords,
  today: Day,
  whose: Whose = {},
): Selection {
  const { sex, position, grade, age, retires, qualification, missing, registered, name, nip } = filters
  const unit =
    typeof filters.unit === 'object' ? filters.unit.id : filters.unit === 'own' ? whose.unit : undefined
  return {
    ...kindOf(filters),
    ...(sex && { sex }),
    ...(position !== undefined && { positions: words.positionsOf(position) }),
    ...(grade && { grades: gradesBetween(grade) }),
    ...(age && { born: bornIn(age, today) }),
    ...(retires && { retires }),
    ...(qualification !== undefined && { qualifications: words.qualificationsOf(qualification) }),
    ...(missing && { missing }),
    ...(registered !== undefined && { registered }),
    ...(name !== undefined && filters.of === undefined && { name }),
    ...(nip !== undefined && { nip }),
    ...(unit !== undefined && { units: words.below(unit) }),
    ...(whose.supervisor !== undefined && { supervisor: whose.supervisor }),
  }
}

/** A golongan is of civil servants or of contract workers; said with it, that is found by one index. */
function kindOf({ kind, grade }: Filters): Pick<Selection, 'kind'> {
  if (kind !== undefined) return { kind }
  return grade === undefined ? {} : { kind: grade.from.includes('/') ? 'PNS' : 'PPPK' }
}

/** Who is fifty today was born at most fifty and at least not yet fifty-one years ago. */
function bornIn({ from, to }: NonNullable<Filters['age']>, today: Day): NonNullable<Selection['born']> {
  return {
    ...(to !== undefined && { from: dayAfter(yearsBefore(today, to + 1)) }),
    ...(from !== undefined && { before: dayAfter(yearsBefore(today, from)) }),
  }
}

function yearsBefore(day: Day, years: number): Day {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
}

/** Written as a day even where there is none, such as 30 February: birthdays are only compared with it. */
function dayAfter(day: Day): Day {
  return `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, '0')}`
}
