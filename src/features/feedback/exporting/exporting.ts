import type { Reply, Turn } from '../../../chat/feature.ts'
import { mayUse } from '../../../chat/turn.ts'
import type { Audit } from '../../../directory.ts'
import type { Keeping } from '../../../files.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { MIME, type Table } from '../../../paper/table.ts'
import { createWriting, MOST_ROWS } from '../../../paper/writing.ts'
import type { Desks } from '../tickets/desk-store.ts'
import type { ExportFilter, ExportStore } from './export-store.ts'
import { type Period, readMonth } from './month.ts'
import { columnsOf, rowsOf } from './rows.ts'
import { texts } from './texts.ts'

/** What exporting tickets needs. */
export interface Exporting {
  readonly exported: ExportStore
  readonly desks: Pick<Desks, 'unitsOf'>
  readonly files: Pick<Keeping, 'isPossible' | 'make'>
  readonly audit: Audit
  readonly organization: string
  readonly timeZone: string
}

/** How tickets can be had: what is left out is a workbook. */
type Kind = 'csv' | 'xlsx'

/**
 * Tickets as a file, in the fields of SP4N-LAPOR!: of everywhere for officers, of their units for those who answer there;
 * what tells of a crime of officials for administrators alone. `rest` is a month or a year, and "csv" where it is wanted.
 */
export function createExporting({
  exported,
  desks,
  files,
  audit,
  organization,
  timeZone,
}: Exporting): (turn: Turn, rest: string) => Promise<Reply> {
  const write = createWriting()

  async function exporting(turn: Turn, rest: string): Promise<Reply> {
    const { person, now } = turn
    const t = texts[person.language]
    const units = await unitsOf(turn)
    if (units !== null && units.length === 0) return { say: [{ text: t.notYours }] }
    const { kind, words } = readAsked(rest)
    const period = readMonth(words, dayAt(now, timeZone))
    if (period === undefined) return { say: [{ text: t.wantMonth(words) }] }
    if (!files.isPossible(turn.conversation)) return { say: [{ text: t.notHere }] }
    const crimes = mayUse(person.role, 'admin')
    const filter = { ...period, units, crimes, asking: person.employee ?? null }
    const rows = await exported.count(filter)
    if (rows === 0) return { say: [{ text: t.empty(period.title) }] }
    const most = MOST_ROWS[kind]
    if (rows > most) return { say: [{ text: t.tooMany(showNumber(rows), showNumber(most)) }] }
    await noted(turn, filter, kind, rows)
    return made(turn, filter, period, kind, rows)
  }

  async function made(
    turn: Turn,
    filter: ExportFilter,
    period: Period,
    kind: Kind,
    rows: number,
  ): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const table: Table = {
      name: t.sheet,
      title: t.title(period.title),
      heading: [
        organization,
        filter.units === null ? t.everywhere : t.ownUnits,
        t.madeOn(showDay(dayAt(turn.now, timeZone))),
      ],
      columns: columnsOf(language),
      notes: t.notes,
      words: { notes: t.notesSheet, page: t.page },
      at: turn.now.toISOString(),
    }
    const bytes = await write(table, kind, rowsOf(exported.pages(filter), language))
    const name = `laporan-warga_${period.from.slice(0, 7)}_${period.until.slice(0, 7)}.${kind}`
    const file = await files.make(bytes, { name, mime: MIME[kind] }, turn, 'export')
    const said = [t.done(showNumber(rows), period.title), ...(kind === 'csv' ? [t.csvHint] : [])]
    return { say: [{ text: said.join(' '), file }] }
  }

  /** The units whose tickets somebody may have; null for all of them. */
  async function unitsOf({ person: { role, employee } }: Turn): Promise<readonly string[] | null> {
    if (mayUse(role, 'hr')) return null
    return employee === undefined ? [] : desks.unitsOf(employee)
  }

  function noted({ person, message, now }: Turn, filter: ExportFilter, kind: Kind, rows: number) {
    const { account, role } = person
    const { from, until, units, crimes } = filter
    const detail = { from, until, units, crimes, kind, rows }
    const key = `ticket.exported:${message.id}`
    return audit.note({ key, action: 'ticket.exported', account, role, subject: null, detail }, now)
  }

  return exporting
}

function readAsked(rest: string): { readonly kind: Kind; readonly words: string } {
  const words = rest.replace(/(?<!\S)(?:csv|xlsx|excel)(?!\S)/gi, ' ').trim()
  return { kind: /(?<!\S)csv(?!\S)/i.test(rest) ? 'csv' : 'xlsx', words }
}
