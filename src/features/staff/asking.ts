import type { Reply, Turn } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { showNip } from '../../directory.ts'
import { type Day, showDay } from '../../indonesian/dates.ts'
import { showNumber } from '../../indonesian/numbers.ts'
import type { Ports } from './ports.ts'
import type { Asked, Grouping, Query } from './query.ts'
import { CONTRACT_GRADES, SERVANT_GRADES } from './reading/grades.ts'
import type { Entry, StaffStore } from './store.ts'
import { texts } from './texts.ts'
import type { DirectoryWords } from './vocabulary-store.ts'

/** A question on its way to an answer: what was asked, by whom, and where to look. */
export interface Asking extends Ports {
  readonly query: Query
  readonly turn: Turn
  readonly today: Day
  readonly store: StaffStore
  readonly words: DirectoryWords
  /** The asker's own entry, where they have one. */
  readonly self?: Entry
  /** By this mark the query is found again when a button of the answer is pressed. */
  readonly mark: string
}

/** So many are listed at once. */
export const PAGE = 10
const MOST_ROWS = 25
const LONGEST_LABEL = 40

/** An answer of one message. */
export function say(text: string, choices: Reply['say'][number]['choices'] = []): Reply {
  return { say: [{ text, ...(choices.length > 0 && { choices }) }] }
}

/** A button's label, cut to what fits. */
export function shortened(label: string): string {
  return label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label
}

/** One thing about a person; the NIP in the groups it is read in. */
export function fieldOf(entry: Entry, asked: Asked, { turn }: Pick<Asking, 'turn'>): string {
  const t = texts[turn.person.language]
  const values: Readonly<Record<Asked, string | null>> = {
    phone: entry.phone,
    email: entry.email,
    nip: showNip(entry.nip),
    unit: entry.unit,
    position: entry.position,
    grade: entry.grade,
    retirement: entry.retiresOn === null ? null : showDay(entry.retiresOn),
  }
  const value = values[asked]
  return t.field(t.fields[asked], value === null ? t.notRecorded : literal(value))
}

/** A number for each value; undefined where it stays hidden. */
export interface Row {
  readonly value: string | null
  readonly count: number | undefined
}

/** A table of how many there are of each value: years and golongan in their order, all else the most first. */
export function tableOf(rows: readonly Row[], by: Grouping, { turn }: Pick<Asking, 'turn'>): string {
  const t = texts[turn.person.language]
  const ordered = rows.toSorted((a, b) => orderOf(by, a) - orderOf(by, b) || (b.count ?? 0) - (a.count ?? 0))
  const lines = ordered.slice(0, MOST_ROWS).map(({ value, count }) => {
    const named =
      value === null ? t.unsaid : by === 'sex' && (value === 'P' || value === 'L') ? t.sex[value] : value
    return `| ${cell(named)} | ${count === undefined ? t.fewMark : showNumber(count)} |`
  })
  const more = ordered.length > MOST_ROWS ? [`\n${t.more(ordered.length - MOST_ROWS)}`] : []
  return [`| ${t.groupedBy[by]} | ${t.howMany} |`, '| --- | ---: |', ...lines, ...more].join('\n')
}

function orderOf(by: Grouping, { value }: Row): number {
  if (by === 'retirement') return value === null ? Infinity : Number(value)
  if (by !== 'grade') return 0
  const grade = (value ?? '').replace(/^P\w+ /, '')
  const at = [...SERVANT_GRADES, ...CONTRACT_GRADES].findIndex(
    (one) => one === grade || one.startsWith(`${grade}/`),
  )
  return at < 0 ? Infinity : at
}

function cell(text: string): string {
  return literal(text).replace(/\s+/g, ' ')
}
