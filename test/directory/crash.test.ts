import { beforeEach, describe, expect, it } from 'vitest'
import type { Database, Queryable } from '../../src/database/database.ts'
import { importPeople } from '../../src/directory.ts'
import { bring, emptyDirectory, entries, NOW, NURSE, OFFICE } from './bringing.ts'

const LATER = OFFICE.replace('Perawat Ahli Muda', 'Perawat Penyelia').replace(
  'Puskesmas A,Perawat Terampil',
  'Puskesmas B,Perawat Terampil',
)
const ADDED = `${LATER}\n197001011990031009,Baru,,,Dinas B,Staf,,PNS,${NURSE},\n`
const FAILURE = new Error('the power went out')

let database: Database
beforeEach(async () => {
  database = await emptyDirectory()
  await bring(database, OFFICE)
})

/** The database, failing at a statement: counted over all, in transactions and outside. */
function failingAt(step: number): { readonly database: Database; readonly steps: () => number } {
  let steps = 0
  const failing = (on: Queryable): Queryable => ({
    async query(sql, parameters) {
      if (steps++ === step) throw FAILURE
      return on.query(sql, parameters)
    },
  })
  return {
    database: {
      ...database,
      ...failing(database),
      transaction: (run) => database.transaction((connection) => run(failing(connection))),
    },
    steps: () => steps,
  }
}

async function everything(): Promise<unknown> {
  const [units, changes] = [
    await database.query('select name, parent from unit order by id'),
    await database.query('select employee, field, after from employee_change order by id'),
  ]
  return { entries: await entries(database), units, changes }
}

describe('an import that is cut off', () => {
  it('at any of its statements has changed nothing, and works the next time', async () => {
    const before = await everything()
    const whole = failingAt(Number.POSITIVE_INFINITY)
    await bring(whole.database, ADDED, { dryRun: true })
    const tidying = 2
    const planned = whole.steps() - tidying // before them nothing is written at all
    let step = planned - 2
    for (; ; step++) {
      const failing = failingAt(step)
      const outcome = await bring(failing.database, ADDED).catch((error: unknown) => error)
      if (outcome !== FAILURE) break
      expect(await everything(), `after statement ${step}`).toEqual(before)
    }
    expect(step).toBeGreaterThanOrEqual(planned + 5)
    expect(await everything()).not.toEqual(before)
    expect(await bring(database, ADDED)).toMatchObject({ outcome: 'unchanged', unchanged: 5 })
  })

  it('in the middle of its file has changed nothing, and leaves no rows behind', async () => {
    const before = await everything()
    const source = {
      name: 'putus.csv',
      async *open() {
        yield Buffer.from(ADDED.slice(0, ADDED.length / 2))
        throw FAILURE
      },
    }
    await expect(importPeople(database, source, { now: NOW, timeZone: 'Asia/Jakarta' })).rejects.toBe(FAILURE)
    expect(await everything()).toEqual(before)
    expect(await database.query('select 1 from arrival')).toEqual([])
  })

  it('leaves rows that the next one throws away, where the whole process went', async () => {
    await database.query(
      `insert into arrival (import, line, nip, at) values ('lost', 2, $1, now() - interval '2 days')`,
      [NURSE],
    )
    await bring(database, OFFICE)
    expect(await database.query('select 1 from arrival')).toEqual([])
  })
})
