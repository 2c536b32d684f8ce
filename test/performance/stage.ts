import type { Database } from '../../src/database/database.ts'
import { emptied } from '../support/emptied.ts'

/** Fresh databases with the office in them; Wati and Dewi have the two targets most dialogues are about. */
export function withOffice({ freshDatabase }: { freshDatabase(): Promise<Database> }) {
  return {
    async freshDatabase(): Promise<Database> {
      const database = await freshDatabase()
      await staff(database)
      for (const name of ['Wati', 'Dewi']) await targets(database, name, TWO)
      return database
    },
  }
}

/** Somebody of the office: who they are, and what they may do. */
interface Worker {
  readonly name: string
  readonly supervisor?: string
  readonly role?: 'hr'
  readonly leftOn?: string
}

/** A small office: Sari leads Wati and Dewi, and is led by Kepala; Rini has nobody above her, Budi has left. */
const OFFICE: readonly Worker[] = [
  { name: 'Kepala' },
  { name: 'Sari', supervisor: 'Kepala' },
  { name: 'Wati', supervisor: 'Sari' },
  { name: 'Dewi', supervisor: 'Sari' },
  { name: 'Rini' },
  { name: 'Hana', role: 'hr' },
  { name: 'Budi', supervisor: 'Sari', leftOn: '2026-02-28' },
]

/** Fills the directory with that office, each with the account of their name; Tono is a citizen. */
export async function staff(database: Database): Promise<void> {
  await emptied(
    database,
    'unit, employee, target, target_change, work_update, work_note, evaluation, person, account',
  )
  await database.query(`insert into unit (name, key) values ('Dinas Kesehatan', 'dinas kesehatan')`)
  for (const [i, { name, supervisor, role, leftOn }] of OFFICE.entries()) {
    const [entry] = await database.query<{ id: string }>(
      `insert into employee (nip, name, kind, unit, position, role, left_on, supervisor)
       values ($1, $2, 'PNS', 1, 'Staf', $3, $4::date, (select id from employee where name = $5)) returning id`,
      [`19850101201001100${i}`, name, role ?? 'employee', leftOn ?? null, supervisor ?? null],
    )
    const [person] = await database.query<{ id: string }>(
      'insert into person (employee) values ($1::bigint) returning id',
      [entry?.id],
    )
    for (const channel of ['test', 'web'])
      await database.query(
        'insert into account (id, name, conversation, person) values ($1, $2, $1, $3::bigint)',
        [`${channel}:${name.toLowerCase()}`, name, person?.id],
      )
  }
}

/** Gives somebody of the office targets of 2026. */
export async function targets(
  database: Database,
  name: string,
  rows: readonly (readonly [title: string, quantity: number | null, unit: string | null])[],
): Promise<void> {
  for (const [i, [title, quantity, unit]] of rows.entries())
    await database.query(
      `insert into target (key, employee, year, number, title, quantity, unit, due, created_at)
       select 'uji:' || $1 || $2, id, 2026, $2::int, $3, $4, $5, '2026-12-31', '2026-01-05' from employee where name = $1`,
      [name, i + 1, title, quantity, unit],
    )
}

/** The two targets most dialogues here are about. */
export const TWO = [
  ['Terlayaninya pasien poli gigi', 600, 'pasien'],
  ['Terselesaikannya berkas usul pensiun', 120, 'berkas'],
] as const
