import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { dump, IN_MEMORY, openEmbedded } from '../../src/database/embedded/pool.ts'
import { administer, withName } from '../support/global-setup.ts'

const server = process.env.TEST_DATABASE_URL
const scratch = mkdtempSync(join(tmpdir(), 'abdi-pool-'))
const seed = join(scratch, 'seed.tar.gz')
const name = `abdi_pool_${randomBytes(6).toString('hex')}`
let embedded: Database

beforeAll(async () => {
  embedded = await openDatabase({ kind: 'embedded', directory: IN_MEMORY })
  writeFileSync(seed, await dump(embedded.pool))
})

afterAll(async () => {
  await embedded.close()
  rmSync(scratch, { recursive: true })
})

describe.each(['embedded', 'native'] as const)('a pool over %s PostgreSQL', (kind) => {
  describe.skipIf(kind === 'native' && server === undefined)(
    kind === 'native' ? 'of TEST_DATABASE_URL' : 'in a thread',
    () => {
      let database: Database
      let pool: pg.Pool

      beforeAll(async () => {
        if (kind === 'native' && server !== undefined) {
          await administer(server, `create database ${name}`)
          database = await openDatabase({ kind: 'native', url: withName(server, name) })
        } else database = embedded
        pool = database.pool
        await pool.query('create table purse (id int primary key, coins int not null check (coins >= 0))')
        await pool.query(
          'create table promise (id int primary key references purse (id) deferrable initially deferred)',
        )
      })
      beforeEach(async () => {
        await pool.query('truncate purse, promise')
        await pool.query('insert into purse select id, 100 from generate_series(1, 3) as id')
      })
      afterAll(async () => {
        if (kind === 'embedded' || server === undefined) return
        await database.close()
        await administer(server, `drop database ${name} with (force)`)
      })

      const coins = async (): Promise<readonly number[]> =>
        (await database.query<{ coins: number }>('select coins from purse order by id')).map(
          (row) => row.coins,
        )

      const samples: readonly [string, string, unknown, unknown][] = [
        ['a text', 'text', 'cuti "besar"', 'cuti "besar"'],
        ['a number', 'int', 7, 7],
        ['a number written as text', 'int', '7', 7],
        ['a fraction', 'float8', 1.5, 1.5],
        ['a truth', 'bool', false, false],
        ['nothing', 'text', null, null],
        ['something undefined', 'text', undefined, null],
        ['a bigint too large for a number', 'int8', '9007199254740993', '9007199254740993'],
        ['a numeric with its trailing zero', 'numeric', '1.10', '1.10'],
        ['an object', 'jsonb', { a: [1, 'x', null] }, { a: [1, 'x', null] }],
        ['JSON already written', 'jsonb', '[1,2]', [1, 2]],
        [
          'a list of texts',
          'text[]',
          ['a', 'b"c', null, 'd,e', '{}', ''],
          ['a', 'b"c', null, 'd,e', '{}', ''],
        ],
        ['a list of numbers', 'int[]', [1, 2], [1, 2]],
        ['a list of bigints', 'int8[]', ['9007199254740993'], ['9007199254740993']],
        [
          'a point in time',
          'timestamptz',
          new Date('2026-03-02T09:00:00.123+07:00'),
          new Date('2026-03-02T02:00:00.123Z'),
        ],
        ['a day, whatever the time zone', 'date', '2026-03-02', '2026-03-02'],
        ['a vector', 'vector', '[1,2.5]', '[1,2.5]'],
      ]
      it.each(samples)('gives back %s', async (_, type, value, expected) => {
        const { rows, rowCount } = await pool.query(`select $1::${type} as value`, [value])
        expect(rows).toEqual([{ value: expected }])
        expect(rowCount).toBe(1)
      })

      it('reads the same types from a statement without parameters', async () => {
        const { rows } = await pool.query(
          `select 9007199254740993::int8 as a, 1.10 as b, '{"x":1}'::jsonb as c, date '2026-03-02' as d, null as e`,
        )
        expect(rows).toEqual([{ a: '9007199254740993', b: '1.10', c: { x: 1 }, d: '2026-03-02', e: null }])
      })

      it('takes a statement with its values as one object', async () => {
        const { rows } = await pool.query({ text: 'select $1::int + 1 as next', values: [1] })
        expect(rows).toEqual([{ next: 2 }])
      })

      it('counts the rows that were changed, also where none come back', async () => {
        const changed = await pool.query('update purse set coins = coins + 1 where id > 1')
        const none = await pool.query('update purse set coins = 0 where id = $1', [99])
        const returned = await pool.query('delete from purse where id > $1 returning id', [1])
        expect([changed.rowCount, none.rowCount, returned.rowCount]).toEqual([2, 0, 2])
      })

      it('tells what went wrong by code and constraint', async () => {
        await expect(pool.query('insert into purse values ($1, 5)', [1])).rejects.toMatchObject({
          code: '23505',
          constraint: 'purse_pkey',
          detail: expect.stringContaining('(1)'),
        })
        await expect(pool.query('update purse set coins = -1')).rejects.toMatchObject({
          code: '23514',
          constraint: 'purse_coins_check',
        })
        await expect(pool.query('selec 1')).rejects.toMatchObject({ code: '42601' })
        await expect(pool.query('select * from nowhere')).rejects.toBeInstanceOf(Error)
        expect(await coins()).toEqual([100, 100, 100])
      })

      it('lets nobody see what a transaction has not committed', async () => {
        const client = await pool.connect()
        await client.query('begin')
        await client.query('update purse set coins = 0')
        const seen = coins()
        await client.query('select 1')
        await client.query('rollback')
        client.release()
        expect(await seen).toEqual([100, 100, 100])
      })

      it('keeps the statements of two clients apart, each in its own transaction', async () => {
        const [first, second] = [await pool.connect(), await pool.connect()]
        const steps = async (client: pg.PoolClient, id: number, end: string): Promise<void> => {
          await client.query('begin')
          for (let i = 0; i < 5; i++) {
            await client.query('update purse set coins = coins + 1 where id = $1', [id])
            await turn()
          }
          await client.query(end)
          client.release()
        }
        await Promise.all([steps(first, 1, 'rollback'), steps(second, 2, 'commit')])
        expect(await coins()).toEqual([100, 105, 100])
      })

      it.skipIf(kind === 'native')(
        'runs the statements of one client in order, also when nobody awaits them',
        async () => {
          const [first, second] = [await pool.connect(), await pool.connect()]
          const all = [first, second].flatMap((client, i) => [
            client.query('begin'),
            client.query('update purse set coins = coins * 2 where id = $1', [i + 1]),
            client.query(i === 0 ? 'commit' : 'rollback'),
            client.query('begin'),
            client.query('update purse set coins = coins + 7 where id = $1', [i + 1]),
            client.query(' COMMIT '),
          ])
          await Promise.all(all)
          first.release()
          second.release()
          expect(await coins()).toEqual([207, 107, 100])
        },
      )

      it('goes on in a transaction after a rollback to a savepoint', async () => {
        await database.transaction(async (connection) => {
          await connection.query('update purse set coins = 1 where id = 1')
          await connection.query('savepoint before_it')
          await expect(connection.query('insert into purse values (1, 1)')).rejects.toMatchObject({
            code: '23505',
          })
          await connection.query('rollback to savepoint before_it')
          await connection.query('update purse set coins = 2 where id = 2')
        })
        expect(await coins()).toEqual([1, 2, 100])
      })

      it('rolls back what throws, and passes the turn on', async () => {
        const failing = database.transaction(async (connection) => {
          await connection.query('update purse set coins = 0')
          throw new Error('changed my mind')
        })
        await expect(failing).rejects.toThrow('changed my mind')
        expect(await coins()).toEqual([100, 100, 100])
      })

      it('undoes everything where the commit itself fails, and passes the turn on', async () => {
        const broken = database.transaction(async (connection) => {
          await connection.query('update purse set coins = 0')
          await connection.query('insert into promise values (99)')
        })
        await expect(broken).rejects.toMatchObject({ code: '23503', constraint: 'promise_id_fkey' })
        expect(await coins()).toEqual([100, 100, 100])
        await database.transaction((connection) =>
          connection.query('update purse set coins = 5 where id = 3'),
        )
        expect(await coins()).toEqual([100, 100, 5])
      })

      it('tells every client that listens', async () => {
        const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()])
        const heard = clients.map(
          (client) =>
            new Promise((resolve) =>
              client.once('notification', ({ channel, payload }) => resolve([channel, payload])),
            ),
        )
        for (const client of clients) await client.query('listen news')
        await pool.query(`select pg_notify('news', $1)`, ['libur'])
        expect(await Promise.all(heard)).toEqual(Array(3).fill(['news', 'libur']))
        for (const client of clients) {
          await client.query('unlisten news')
          client.release()
        }
      })

      it('tells nothing of a transaction that is rolled back, and the rest in order', async () => {
        const listener = await pool.connect()
        const heard: (string | undefined)[] = []
        const done = new Promise<void>((resolve) =>
          listener.on('notification', ({ payload }) => {
            heard.push(payload)
            if (payload === 'end') resolve()
          }),
        )
        await listener.query('listen news')
        await database.transaction((connection) => connection.query(`select pg_notify('news', 'kept')`))
        const lost = database.transaction(async (connection) => {
          await connection.query(`select pg_notify('news', 'lost')`)
          throw new Error('no news')
        })
        await expect(lost).rejects.toThrow('no news')
        await pool.query(`select pg_notify('news', 'end')`)
        await done
        listener.removeAllListeners('notification')
        await listener.query('unlisten news')
        listener.release()
        expect(heard).toEqual(['kept', 'end'])
      })

      it('ends with the same sums, however the transactions of several clients interleave', async () => {
        const step = fc.record({
          id: fc.constantFrom(1, 2, 3),
          amount: fc.integer({ min: 1, max: 9 }),
          pauses: fc.nat(2),
        })
        const transaction = fc.record({
          steps: fc
            .array(step, { minLength: 1, maxLength: 3 })
            .map((steps) => steps.toSorted((a, b) => a.id - b.id)), // no deadlocks
          end: fc.constantFrom('commit', 'rollback', 'fail', 'undo the last'),
        })
        const plans = fc.array(fc.array(transaction, { maxLength: 3 }), { minLength: 2, maxLength: 4 })
        await fc.assert(
          fc.asyncProperty(plans, async (clients) => {
            await pool.query('update purse set coins = 100')
            await Promise.all(clients.map((plan) => carryOut(plan)))
            const kept = clients
              .flat()
              .flatMap(({ steps, end }) =>
                end === 'commit' ? steps : end === 'undo the last' ? steps.slice(0, -1) : [],
              )
            const sums = [1, 2, 3].map(
              (id) => 100 + kept.filter((done) => done.id === id).reduce((sum, done) => sum + done.amount, 0),
            )
            expect(await coins()).toEqual(sums)
          }),
          { numRuns: 40 },
        )

        async function carryOut(
          plan: readonly { steps: readonly { id: number; amount: number; pauses: number }[]; end: string }[],
        ): Promise<void> {
          const client = await pool.connect()
          for (const { steps, end } of plan) {
            await client.query('begin')
            for (const { id, amount, pauses } of steps) {
              await client.query('savepoint step')
              await client.query('update purse set coins = coins + $2 where id = $1', [id, amount])
              for (let i = 0; i < pauses; i++) await turn()
            }
            if (end === 'undo the last') await client.query('rollback to step')
            if (end === 'fail')
              await expect(client.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' })
            await client.query(end === 'rollback' ? 'rollback' : 'commit') // after a failure a commit rolls back
          }
          client.release()
        }
      })
    },
  )
})

describe('the embedded pool', () => {
  const open = (): Promise<pg.Pool> => openEmbedded(IN_MEMORY, seed)

  it('rolls back a transaction that its client leaves open, so that nobody waits for it', async () => {
    const { pool } = embedded
    const client = await pool.connect()
    await client.query('begin')
    await client.query('create table half (id int)')
    client.release()
    expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
  })

  it('rolls back also where a statement was still under way at the release', async () => {
    const { pool } = embedded
    const client = await pool.connect()
    const statements = [client.query('-- work\nbegin'), client.query('create table half (id int)')]
    client.release()
    await Promise.all(statements)
    expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }])
  })

  it('takes a whole transaction in one text as one statement', async () => {
    const { pool } = embedded
    const client = await pool.connect()
    await client.query('begin; create table whole (id int); insert into whole values (1); commit')
    expect((await pool.query('select * from whole')).rows).toEqual([{ id: 1 }])
    client.release()
  })

  it('reports a failing commit once and begins the next transaction afresh', async () => {
    const { pool } = embedded
    const client = await pool.connect()
    await client.query('create table one (id int primary key)')
    await client.query('create table other (id int references one (id) deferrable initially deferred)')
    await client.query('begin')
    await client.query('insert into other values (1)')
    await expect(client.query('commit')).rejects.toMatchObject({ code: '23503' })
    expect((await pool.query('select count(*) from other')).rows).toEqual([{ count: '0' }])
    await client.query('begin')
    await client.query('insert into one values (1)')
    await client.query('commit')
    expect((await pool.query('select id from one')).rows).toEqual([{ id: 1 }])
    client.release()
  })

  it('ends only after what was asked before is answered, and says no to what comes after', async () => {
    const pool = await open()
    const client = await pool.connect()
    await client.query('begin')
    const asked = pool.query('select 1 as one')
    const ended = pool.end()
    const late = Promise.allSettled([pool.query('select 2'), pool.connect()])
    await client.query('select pg_sleep(0)')
    await client.query('commit')
    expect((await asked).rows).toEqual([{ one: 1 }])
    await ended
    for (const refused of await late)
      expect(String((refused as PromiseRejectedResult).reason)).toBe('Error: the embedded database is closed')
    await expect(pool.query('select 3')).rejects.toThrow('the embedded database is closed')
    await expect(client.query('select 4')).rejects.toThrow('the embedded database has stopped')
    await expect(pool.end()).resolves.toBeUndefined()
  })

  it('rejects everything that waits when its thread dies, and everything after', async () => {
    const pool = await open()
    const client = await pool.connect()
    await client.query('begin')
    const waiting = [client.query('select pg_sleep(60)'), pool.query('select 1'), pool.query('select 2')]
    const all = Promise.allSettled(waiting)
    await threadOf(pool).terminate()
    client.release()
    for (const { status } of await all) expect(status).toBe('rejected')
    await expect(pool.query('select 3')).rejects.toThrow('the embedded database has stopped')
    await expect(pool.end()).rejects.toThrow('the embedded database has stopped')
  })

  it('rejects a transaction in whose midst the thread dies', async () => {
    const pool = await open()
    const client = await pool.connect()
    await client.query('begin')
    await threadOf(pool).terminate()
    await expect(client.query('select 1')).rejects.toThrow('the embedded database has stopped')
    await expect(client.query('rollback')).rejects.toThrow('the embedded database has stopped')
    client.release()
  })

  it('rejects a value that cannot reach the thread, and goes on', async () => {
    const { pool } = embedded
    await expect(pool.query('select $1::text', [() => 'a function'])).rejects.toThrow()
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})

/** The pool hides its thread well; only a test has a reason to kill it. */
function threadOf(pool: pg.Pool): Worker {
  return (pool as unknown as { session: { worker: Worker } }).session.worker
}
