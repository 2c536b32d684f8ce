import { createCalendarStore } from '../../src/calendar.ts'
import type { Database } from '../../src/database/database.ts'
import { createAudit, createPlaces } from '../../src/directory.ts'
import { createDesks } from '../../src/features/feedback/tickets/desk-store.ts'
import { createPromisedStore } from '../../src/features/feedback/tickets/promised-store.ts'
import type { Indices, Published } from '../../src/features/feedback/transparency/figures.ts'
import { createTransparency } from '../../src/features/feedback/transparency/transparency.ts'
import { freshDatabase } from '../support/database.ts'

/** What a ticket's row says; the rest is as of one that nobody has looked at. */
export interface Row {
  readonly on: string
  readonly unit?: number | null
  readonly kind?: string
  readonly state?: string
  readonly verified?: string
  readonly answered?: string
  readonly asked?: string
  readonly closed?: string
  readonly stood?: number
  readonly reopened?: number
  readonly stars?: number
  readonly themes?: readonly string[]
  /** The how-manieth ticket it was joined to. */
  readonly into?: number
}

/** The public's view of a small city: Dinas Kesehatan (1) with its Puskesmas (2) and a Poli (3) in it, Dinas Sosial (4). */
export async function publicStage(indices?: Indices) {
  const database = await freshDatabase()
  await database.query(
    `insert into unit (name, key, parent) values ('Dinas Kesehatan', 'dinas kesehatan', null),
       ('Puskesmas Ciracas', 'puskesmas ciracas', 1), ('Poli Gigi', 'poli gigi', 2), ('Dinas Sosial', 'dinas sosial', null)`,
  )
  const at = { day: '2026-03-31' }
  const open = () => stageOn(database, at, indices)
  let stage = open()
  let rows = 0
  return {
    database,
    at,
    /** Lets another process begin. */
    restart(): void {
      stage = open()
    },
    pages: (): ReturnType<typeof open>['pages'] => stage.pages,
    commands: () => stage.commands,
    action: () => stage.action,
    night: () => stage.job.run({}),
    /** Keeps tickets, `count` alike. */
    async lodge(row: Row, count = 1): Promise<void> {
      for (let i = 0; i < count; i++) await insert(database, ++rows, row)
    },
    async figures(): Promise<Published> {
      await stage.job.run({})
      const [day] = await database.query<{ figures: Published }>('select figures from transparency_day')
      if (day === undefined) throw new Error('the job keeps the figures of the day')
      return day.figures
    },
    /** Asks a page for an address below it. */
    async get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
      const url = new URL(path, 'http://127.0.0.1')
      const page = stage.pages.find((one) => one.path === url.pathname)
      if (page === undefined) throw new Error(`no page ${url.pathname}`)
      return page.respond(new Request(url, { headers }))
    },
  }
}

function stageOn(database: Database, at: { readonly day: string }, indices?: Indices) {
  return createTransparency({
    database,
    calendar: createCalendarStore(database),
    promised: createPromisedStore(database),
    desks: createDesks(database),
    places: createPlaces(database),
    audit: createAudit(database),
    organization: 'Kota <Contoh>',
    publicUrl: 'https://abdi.contoh.go.id/',
    timeZone: 'Asia/Jakarta',
    today: () => at.day,
    ...(indices && { indices }),
  })
}

async function insert(database: Database, index: number, row: Row): Promise<void> {
  const number = (i: number): string => String(i).padStart(8, '0')
  await database.query(
    `insert into ticket (number, code, key, identity, kind, state, unit, words, sentiment, themes, received_on, verified_on,
       answered_on, asked_on, closed_on, stood_still, reopened, satisfaction, joined_to)
     values ($1, '-', $1, 'anonymous', $2, $3, $4::bigint, 'rahasia', 'neutral', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      number(index),
      row.kind ?? 'complaint',
      row.state ?? 'new',
      row.unit === undefined ? 1 : row.unit,
      row.themes ?? [],
      row.on,
      row.verified ?? null,
      row.answered ?? null,
      row.asked ?? null,
      row.closed ?? null,
      row.stood ?? 0,
      row.reopened ?? 0,
      row.stars ?? null,
      row.into === undefined ? null : number(row.into),
    ],
  )
}
