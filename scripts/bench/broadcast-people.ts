import type { Database } from '../../src/database/database.ts'

/** The Telegram id of the first of them; the first two are of HR. */
export const FIRST = 1_000_000
const IN_UNIT = 100

/** Makes so many employees who are all linked on Telegram, a hundred in each unit. */
export async function employed(database: Database, people: number): Promise<void> {
  await database.query(
    `insert into unit (name, key) select 'Dinas ' || i, 'dinas ' || i from generate_series(1, $1::int) i`,
    [Math.ceil(people / IN_UNIT)],
  )
  await database.query(
    `insert into employee (nip, name, kind, unit, position, role)
     select '1980010120' || lpad((i % 100)::text, 2, '0') || '01' || lpad((i / 100)::text, 4, '0'), 'Pegawai ' || i, 'PNS',
       (i / $2::int) + (select min(id) from unit), 'Analis', case when i < 2 then 'hr' else 'employee' end
     from generate_series(0, $1::int - 1) i`,
    [people, IN_UNIT],
  )
  await database.query(`insert into person (employee) select id from employee order by id`)
  await database.query(
    `insert into conversation (id) select 'telegram:' || ($1::int + i) from generate_series(0, $2::int - 1) i`,
    [FIRST, people],
  )
  await database.query(
    `insert into account (id, name, conversation, person, granted_at)
     select place, 'Pegawai', place, person.id, now()
     from (select id, 'telegram:' || ($1::int + row_number() over (order by id) - 1) as place from person) person`,
    [FIRST],
  )
  await database.query('analyze')
}
