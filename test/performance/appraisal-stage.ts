import type { Database } from '../../src/database/database.ts'
import { emptied } from '../support/emptied.ts'

/** Whoever works here in a test: the name is their account, the supervisor another of them. */
export interface Somebody {
  readonly name: string
  readonly supervisor?: string
  readonly unit?: string
  readonly role?: 'hr' | 'admin'
  /** False for those who have no account. */
  readonly account?: false
}

/** A piece of work that was reported. */
export interface Work {
  readonly by: string
  readonly on: string
  readonly quantity: number
  readonly unit?: string
  readonly good?: number
  readonly late?: boolean
  readonly said?: string
  readonly status?: 'sent' | 'approved' | 'asked' | 'withdrawn'
  /** The number of the plan of theirs it belongs to; it is made where there is none. */
  readonly plan?: number
}

/** What was written down: what was done, about whom, and how. */
export async function audited(database: Database) {
  return database.query<{ action: string; subject: string | null; detail: Record<string, unknown> }>(
    'select action, subject, detail from audit order by id',
  )
}

/** Fills the directory with people, supervisors before their reports, and gives them accounts on the test channel. */
export async function employ(database: Database, people: readonly Somebody[]): Promise<void> {
  await emptied(
    database,
    'employee, unit, target, work_update, work_note, evaluation, evaluation_note, audit',
  )
  const [top] = await database.query<{ id: string }>(
    `insert into unit (name, key) values ('Dinas Kesehatan', 'dinas kesehatan') returning id`,
  )
  await database.query(
    `insert into unit (name, key, parent) values ('Puskesmas Serang', 'puskesmas serang', $1), ('Dinas Sosial', 'dinas sosial', null)`,
    [top?.id],
  )
  for (const [i, { name, supervisor, unit, role, account }] of people.entries()) {
    await database.query(
      `insert into employee (nip, name, kind, unit, position, supervisor, role)
       values ($1, $2, 'PNS', (select id from unit where name = $3), 'Staf', (select id from employee where name = $4), $5)`,
      [nipOf(i), name, unit ?? 'Puskesmas Serang', supervisor ?? null, role ?? 'employee'],
    )
    if (account === false) continue
    await database.query(
      `with who as (insert into person (employee) values ((select id from employee where name = $1)) returning id)
       insert into account (id, name, role, conversation, person) select $2, $1, 'citizen', $2, id from who`,
      [name, `test:${name.toLowerCase()}`],
    )
  }
}

/** Writes down what people reported. */
export async function report(database: Database, work: readonly Work[]): Promise<void> {
  for (const [i, one] of work.entries()) {
    const plan = one.plan ?? null
    if (plan !== null)
      await database.query(
        `insert into target (key, employee, year, number, title, quantity, unit, created_at)
         select $1 || '-' || $2, id, $3::int, $2::int, 'Melayani pemohon', 400, 'berkas', now() from employee where name = $1
         on conflict do nothing`,
        [one.by, plan, Number(one.on.slice(0, 4))],
      )
    await database.query(
      `insert into work_update (key, employee, target, done_on, quantity, unit, good, late, said, status, created_at, changed_at)
       select 'work-' || $1::text, e.id, (select id from target where employee = e.id and number = $10::int),
         $2::date, $3, $4, $5, $6, $7, $8, $2::date, $2::date from employee e where name = $9`,
      [
        `${one.by}-${i}`,
        one.on,
        one.quantity,
        one.unit ?? 'berkas',
        one.good ?? null,
        one.late ?? null,
        one.said ?? 'Melayani pemohon di loket',
        one.status ?? 'sent',
        one.by,
        plan,
      ],
    )
  }
}

/** Sends an evaluation by hand; resolves to its id. */
export async function evaluated(
  database: Database,
  name: string,
  { year = 2026, quarter = 1, result = 2, behaviour = 2 } = {},
): Promise<string> {
  const behaviours = Object.fromEntries(
    ['pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal', 'adaptif', 'kolaboratif'].map((one) => [
      one,
      { level: behaviour },
    ]),
  )
  const [row] = await database.query<{ id: string }>(
    `insert into evaluation (key, employee, year, quarter, results, behaviours, own_result, own_behaviour, sent_at)
     select $1, id, $3, $4, 'Melayani pemohon setiap hari', $5::jsonb, $6, $7, '2026-03-02T08:00:00+07:00'
     from employee where name = $2 returning id`,
    [`hand-${name}-${year}-${quarter}`, name, year, quarter, JSON.stringify(behaviours), result, behaviour],
  )
  if (row === undefined) throw new Error(`nobody is called ${name}`)
  return row.id
}

/** The id of somebody's entry. */
export async function entryNamed(database: Database, name: string): Promise<string> {
  const [row] = await database.query<{ id: string }>('select id from employee where name = $1', [name])
  if (row === undefined) throw new Error(`nobody is called ${name}`)
  return row.id
}

function nipOf(i: number): string {
  return `198001012005011${String(i + 1).padStart(3, '0')}`
}
