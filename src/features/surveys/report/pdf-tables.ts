import { showNumber } from '../../../indonesian/numbers.ts'
import { type Content, ruled, tableParts } from '../../../paper/pdf.ts'
import { ELEMENTS } from '../skm/elements.ts'
import { texts as shared } from '../texts.ts'
import { showShare } from './figures.ts'
import type { FollowUp, Profile, SkmReport } from './skm-report.ts'
import { texts } from './texts.ts'

const t = texts.id

/** A4 standing, in points: what is between the margins. */
export const PAGE = { margin: 42, width: 595.28 - 2 * 42 }
export const GREY = '#5a5a5a'

/** A table with a shaded head and thin lines between its rows. */
export function ruledTable(
  widths: readonly (number | '*')[],
  head: readonly Content[],
  rows: readonly (readonly Content[])[],
  heights?: (row: number) => number | 'auto',
): Content {
  const titles = head.map((title) => ({
    ...(typeof title === 'string' ? { text: title } : title),
    bold: true,
    fillColor: '#f0f0f0',
    fontSize: 9,
  }))
  return {
    layout: RULED,
    table: { ...tableParts(widths, [titles, ...rows]), ...(heights && { heights }) },
  }
}

/** The plan of what is to be done (PermenPANRB 14/2017, Lampiran), with room to write where nothing is given. */
export function planTable(followUps: readonly FollowUp[]): Content {
  const { number, element, activity, time, responsible } = t.planColumns
  const rows = followUps.map((row, at) => [
    String(at + 1),
    `U${ELEMENTS.indexOf(row.element) + 1}  ${shared.id.elements[row.element]}`,
    row.activity ?? '',
    row.time ?? '',
    row.responsible ?? '',
  ])
  const isEmpty = (row: number) => row > 0 && followUps[row - 1]?.activity === null
  return ruledTable(
    [22, 118, PLANNED, 74, 96],
    [number, element, activity, time, responsible],
    rows,
    (row) => (isEmpty(row) ? ROOM : 'auto'),
  )
}

/** Who answered, as small tables in two columns of about the same height. */
export function profileTables({ profiles, respondents }: SkmReport): Content {
  const columns: [Profile[], Profile[]] = [[], []]
  for (const profile of profiles.toSorted((a, b) => b.groups.length - a.groups.length)) {
    const [left, right] = columns
    ;(rowsIn(left) <= rowsIn(right) ? left : right).push(profile)
  }
  const stacks = columns.map((column) => ({
    stack: profiles
      .filter((profile) => column.includes(profile))
      .map((profile) => ({ stack: [profileTable(profile, respondents)], margin: [0, 0, 0, 8] })),
  }))
  return { columns: stacks, columnGap: 22, fontSize: 8.5 }
}

function rowsIn(profiles: readonly Profile[]): number {
  return profiles.reduce((rows, { groups }) => rows + groups.length + 1, 0)
}

function profileTable({ title, groups }: Profile, respondents: number): Content {
  const rows = groups.map(({ label, count }): readonly Content[] => [
    label ?? { text: t.silent, color: GREY },
    { text: count === null ? t.few : showNumber(count), alignment: 'right' },
    { text: count === null ? t.few : showShare(count, respondents), alignment: 'right' },
  ])
  const right = (text: string) => ({ text, alignment: 'right' })
  return ruledTable(['*', 40, 44], [title, right(t.people), right(t.share)], rows)
}

/** Fixed, so that a long word is broken and does not push what is right of it off the page. */
const PLANNED = PAGE.width - (22 + 118 + 74 + 96) - 5 * 2 * 4
/** Points in which two lines can be written by hand. */
const ROOM = 32
const RULED = ruled({ x: 4, y: 2.5, below: 2 })
