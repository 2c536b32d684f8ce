import { expect, it } from 'vitest'
import { freshDatabase } from './database.ts'

/** Rows that refer to each other, in an order in which they could not be deleted one after the other. */
async function write(units: number): Promise<void> {
  const database = await freshDatabase()
  await database.query(
    `insert into unit (name, key, parent) select 'Unit ' || i, 'unit ' || i, nullif(i - 1, 0)
     from generate_series(1, $1::int) as one (i)`,
    [units],
  )
  await database.query(`insert into conversation (id) values ('test:wati')`)
  await database.query(
    `insert into message (conversation, direction, key, content) values ('test:wati', 'out', 'a', '{}')`,
  )
  await database.query(
    `insert into message (conversation, direction, key, content, answers) values ('test:wati', 'out', 'b', '{}', 1)`,
  )
  await database.query(`insert into setting (name, value) values ('claim:x', '1')`)
}

it.each([3, 20_000, 0])(
  'a database with %i units is handed on with none, and counts from one again',
  async (units) => {
    await write(units)
    const database = await freshDatabase()
    expect(
      await database.query(
        `select (select count(*) from unit)::int as units, (select count(*) from message)::int as messages,
         (select count(*) from conversation)::int as conversations,
         (select count(*) from setting where name like 'claim:%')::int as claims`,
      ),
    ).toEqual([{ units: 0, messages: 0, conversations: 0, claims: 0 }])
    expect(await database.query(`insert into unit (name, key) values ('a', 'a') returning id`)).toEqual([
      { id: '1' },
    ])
    expect(await database.query('select 1 from passage limit 1'), 'the knowledge stays').toHaveLength(1)
  },
)
