import { beforeEach, describe, expect, inject, it } from 'vitest'
import type { ConversationId } from '../../src/chat/message.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { digestOf, newCode } from '../../src/features/people/code.ts'
import type { Facts } from '../../src/features/people/fact-store.ts'
import type { Redeemed } from '../../src/features/people/link-store.ts'
import { createPeopleStore, type PeopleStore } from '../../src/features/people/store.ts'
import { TRIES, TRIES_OF_ALL, WINDOW_MS } from '../../src/features/people/tries-store.ts'
import { NOW } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { withName } from '../support/global-setup.ts'

const [A, B, C, D] = ['telegram:a', 'slack:b', 'web:c', 'test:d'] as const
const WRONG = digestOf('ZZZZ-ZZZZ') ?? ''
let database: Database
let store: PeopleStore
let messages = 0

beforeEach(async () => {
  database = await freshDatabase()
  store = createPeopleStore(database)
})

describe('a code', () => {
  it('is taken by one of those who type it at once, and by nobody after', async () => {
    const digest = await code(A)
    const results = await Promise.all([B, C, D].map((who) => typed(who, digest)))
    expect(results.filter((result) => result === 'wrong')).toHaveLength(2)
    expect(results.filter((result) => typeof result === 'object')).toHaveLength(1)
  })

  it('may be typed again by whoever took it, and is theirs alone to agree to', async () => {
    const digest = await code(A)
    const [first, again] = [await typed(B, digest), await typed(B, digest)]
    expect(again).toEqual(first)
    const request = requestOf(first)
    expect(await store.request(request, owner(C), NOW)).toBeUndefined()
    expect(await link(C, request, [A, C])).toBe('gone')
    expect(await ids(await link(B, request, [A, B]))).toEqual([B, A])
  })

  it('ends after ten minutes, for typing and for agreeing', async () => {
    const digest = await code(A)
    const soon = new Date(NOW.getTime() + WINDOW_MS - 1)
    expect(await typed(B, digest, new Date(NOW.getTime() + WINDOW_MS))).toBe('wrong')
    const request = requestOf(await typed(B, digest, soon))
    const late = new Date(soon.getTime() + WINDOW_MS)
    expect(await link(B, request, [A, B], { now: late })).toBe('gone')
    expect(await store.accounts(B)).toEqual([])
  })

  it('is counted once as wrong, however often the message is answered', async () => {
    for (let i = 0; i < 3; i++) expect(await store.redeem(B, WRONG, 'the same', NOW)).toBe('wrong')
    expect(await database.query('select message from failed_try')).toEqual([{ message: 'the same' }])
  })

  it('is looked at no more after five wrong ones, also at once', async () => {
    const results = await Promise.all(Array.from({ length: 9 }, () => typed(B, WRONG)))
    expect(results.filter((result) => result === 'wrong')).toHaveLength(TRIES)
    const right = await code(A)
    expect(await typed(B, right)).toBe('too often')
    expect(await typed(B, right, new Date(NOW.getTime() + WINDOW_MS))).toBe('wrong') // it has ended with the wait
    expect(await typed(C, right)).toEqual({ request: expect.any(String) })
  })

  it('is looked at no more for anybody after many wrong ones of many, and claiming counts for itself', async () => {
    await database.query(
      `insert into failed_try (message, kind, account, at)
       select 'before ' || i, 'link', 'web:' || i, $1::timestamptz - make_interval(secs => i) from generate_series(1, $2) as i`,
      [NOW, TRIES_OF_ALL],
    )
    const right = await code(A)
    expect(await typed(B, right)).toBe('too often')
    const look = async (): Promise<true> => true
    expect(await store.attempt({ kind: 'claim', account: B, message: 'x' }, NOW, look)).toBe(true)
    const later = new Date(NOW.getTime() + WINDOW_MS - 1_000)
    expect(await typed(B, right, later)).toEqual({ request: expect.any(String) })
  })

  it('leaves nothing behind once it is a day old, not even an account known for nothing else', async () => {
    await code(A)
    await store.verify(owner(C), { phone: '+6281' }, NOW)
    await code(C)
    await typed(D, WRONG)
    const later = new Date(NOW.getTime() + 25 * 60 * 60_000)
    await store.issue(owner(B), digestOf(newCode()) ?? '', later)
    await typed(B, WRONG, later)
    expect(await database.query('select account from link_code')).toEqual([{ account: B }])
    expect(await database.query('select id from account order by id')).toEqual([{ id: B }, { id: C }])
    expect(await database.query('select account from failed_try')).toEqual([{ account: B }])
  })
})

describe('linking', () => {
  it('happens once, also when it is asked for twice at once, and is written down', async () => {
    const request = await requested(A, B)
    const results = await Promise.all([1, 2, 3].map(() => link(B, request, [A, B], { message: 'yes' })))
    for (const result of results) expect(await ids(result)).toEqual([B, A])
    expect(await database.query('select id from person')).toHaveLength(1)
    expect(await database.query('select key, kind, by_account, accounts, at from account_event')).toEqual([
      { key: 'yes', kind: 'linked', by_account: B, accounts: [A, B], at: NOW },
    ])
  })

  it('is not done over again by the message that did it, once they are unlinked', async () => {
    const request = await requested(A, B)
    await link(B, request, [A, B], { message: 'yes' })
    await store.unlink(A, B, 'no', NOW)
    expect(await link(B, request, [A, B], { message: 'yes' })).toBe('gone')
    expect(await people()).toEqual([[B], [A]])
  })

  it('crosswise and in a ring at once makes one person, and nobody is left over', async () => {
    const crossed = await Promise.all([requested(A, B), requested(B, A)])
    const both = await Promise.all([link(B, crossed[0], [A, B]), link(A, crossed[1], [A, B])])
    for (const result of both) expect(await ids(result)).toEqual([B, A])
    const [third, fourth] = [await requested(B, C), await requested(C, D)]
    const ring = await Promise.all([link(C, third, [A, B, C]), link(D, fourth, [C, D])])
    expect(ring.filter((result) => result === 'changed')).toHaveLength(1) // whoever came second sees more accounts
    const empty = 'select id from person where not exists (select from account where person = person.id)'
    expect(await database.query(empty)).toEqual([])
  })

  it('of two who both have several keeps the older and its memory', async () => {
    await join(A, B)
    await join(C, D)
    await database.query(`update person set memory = jsonb_build_object('who', id::text)`)
    await link(B, await requested(C, B), [A, B, C, D])
    expect(await people()).toEqual([[B, A, D, C]])
    expect(await database.query('select id, memory from person')).toEqual([{ id: '1', memory: { who: '1' } }])
  })

  it('asks again where other accounts would be linked than were seen', async () => {
    const request = await requested(A, B)
    await join(A, C)
    expect(await link(B, request, [A, B])).toBe('changed')
    expect(await ids(await link(B, request, [A, B, C]))).toEqual([B, A, C])
  })

  it('is refused to two people: verified addresses, neither of which is the other’s', async () => {
    const mails = (some: string, other: string): Record<string, Facts> => ({
      [A]: { email: some },
      [B]: { email: other },
    })
    const request = await requested(A, B)
    expect(await link(B, request, [A, B], { facts: mails('a@kota.go.id', 'b@kota.go.id') })).toBe(
      'somebody else',
    )
    expect(await database.query('select account from verified_fact')).toEqual([])
    await link(B, request, [A, B], { facts: mails('a@kota.go.id', 'A@kota.go.id') })
    expect(await people()).toEqual([[B, A]])
    const stranger = await requested(D, B)
    const facts = { [D]: { email: 'd@kota.go.id' } }
    expect(await link(B, stranger, [A, B, D], { facts })).toBe('somebody else')
    expect(await ids(await link(B, stranger, [A, B, D]))).toEqual([B, A, D])
  })

  it('is nothing that a request which never was can do', async () => {
    for (const request of ['', '0', 'x', '999', "1' or true", '9'.repeat(30)]) {
      expect(await store.request(request, owner(A), NOW)).toBeUndefined()
      expect(await link(A, request, [A])).toBe('gone')
      await store.decline(request, A)
    }
  })
})

describe('unlinking', () => {
  it('leaves the account its own role, and no memory to either side', async () => {
    await database.query(
      `insert into account (id, name, role, conversation) values ($1, 'A', 'hr', $1), ($2, 'B', 'employee', $2)`,
      [A, B],
    )
    await join(A, B)
    await database.query(`update person set memory = '{"questions":["cuti"]}'`)
    expect((await store.person(B, 'B')).role).toBe('hr')
    await store.unlink(A, B, 'no', NOW)
    expect([(await store.person(A, 'A')).role, (await store.person(B, 'B')).role]).toEqual(['hr', 'employee'])
    expect(await database.query('select memory from person')).toEqual([{ memory: {} }])
  })

  it('is done once, by a message that comes twice or by two at once, and written down', async () => {
    await join(A, B)
    const twice = [await store.unlink(A, B, 'no', NOW), await store.unlink(A, '', 'no', NOW)]
    for (const result of twice) expect(result).toMatchObject({ gone: { id: B }, left: [{ id: A }] })
    await join(A, B)
    const atOnce = await Promise.all([store.unlink(A, B, 'n1', NOW), store.unlink(B, A, 'n2', NOW)])
    expect(atOnce.filter((result) => result !== undefined)).toHaveLength(1)
    const rows = await database.query(
      `select kind, by_account, accounts, person from account_event where key in ('no', 'n1', 'n2')`,
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual({ kind: 'unlinked', by_account: A, accounts: [B], person: '1' })
  })

  it('is for one’s own accounts alone', async () => {
    await join(A, B)
    await join(C, D)
    expect(await store.unlink(A, C, 'x', NOW)).toBeUndefined()
    expect(await store.unlink(A, 'test:nobody', 'x', NOW)).toBeUndefined()
    expect(await store.unlink('test:nobody', A, 'x', NOW)).toBeUndefined()
    await store.unlink(C, D, 'y', NOW)
    expect(await store.unlink(C, C, 'x', NOW)).toBeUndefined()
    expect(await people()).toEqual([[D], [B, A], [C]])
  })

  it('ends what was about to be linked to that account', async () => {
    await join(A, B)
    const request = await requested(C, B)
    await store.unlink(A, B, 'no', NOW)
    expect(await link(B, request, [B, C])).toBe('gone')
  })
})

it('every account is a citizen who speaks Indonesian and has no other account, unless it is known better', async () => {
  expect(await store.person('test:new', 'Baru')).toEqual({
    account: 'test:new',
    name: 'Baru',
    role: 'citizen',
    language: 'id',
  })
  await join(A, B)
  expect(await store.person(A, 'A')).toMatchObject({ account: A, accounts: [B, A], role: 'citizen' })
})

it('an account with a role from before stays what it was, and is in office from when it got its role', async () => {
  await database.query(
    `insert into account (id, name, role, conversation) values ('t:1', 'Lama', 'hr', 't:1')`,
  )
  await code(A)
  expect(
    await database.query('select id, role, granted_at is not null as granted from account order by id'),
  ).toEqual([
    { id: 't:1', role: 'hr', granted: true },
    { id: A, role: 'citizen', granted: false },
  ])
  expect(await store.claim(A, 'A', A)).toBe(true)
  expect(await database.query(`select id from account where granted_at is null`)).toEqual([])
})

it.runIf(inject('origin').kind === 'native')(
  'an answer under way waits for unlinking, and is not learnt',
  async () => {
    const origin = inject('origin')
    if (origin.kind !== 'native') return
    const { createMailbox } = await import('../../src/mailbox/mailbox.ts')
    const [name] = await database.query<{ name: string }>('select current_database() as name')
    const other = await openDatabase({ kind: 'native', url: withName(origin.url, name?.name ?? '') })
    await join(A, B)
    const mailbox = createMailbox(other)
    await mailbox.receive({
      id: 'm',
      conversation: B,
      sender: { account: B, name: 'B' },
      content: { kind: 'text', text: 'x' },
      sentAt: NOW,
    })
    const lease = await mailbox.take(B)
    const next = lease && (await mailbox.next(lease))
    if (lease === undefined || next?.kind !== 'answer' || next.own === undefined)
      throw new Error('nothing to answer')
    const learnt = { person: next.own.person, account: B, memory: { questions: 'rahasia' } }
    let answering: Promise<void> | undefined
    await database.transaction(async (connection) => {
      await connection.query('lock table account in exclusive mode')
      await connection.query('update account set person = null where id = $1', [B])
      await connection.query(`update person set memory = '{}'`)
      answering = mailbox.answer(lease, next.id, lease.state, [], { learnt })
      await expect.poll(() => connection.query(`select 1 from pg_locks where not granted`)).toHaveLength(1)
    })
    await answering
    expect(await database.query('select memory from person')).toEqual([{ memory: {} }])
    await other.close()
  },
)

function owner(id: ConversationId) {
  return { id, name: id.slice(-1).toUpperCase(), conversation: id }
}

async function code(of: ConversationId): Promise<string> {
  const digest = digestOf(newCode()) ?? ''
  await store.issue(owner(of), digest, NOW)
  return digest
}

function typed(by: ConversationId, digest: string, now = NOW): Promise<Redeemed> {
  return store.redeem(by, digest, `m${messages++}`, now)
}

function requestOf(redeemed: Redeemed): string {
  if (typeof redeemed === 'string') throw new Error(`the code was not taken: ${redeemed}`)
  return redeemed.request
}

async function requested(of: ConversationId, by: ConversationId): Promise<string> {
  return requestOf(await typed(by, await code(of)))
}

async function link(
  by: ConversationId,
  request: string,
  seen: readonly string[],
  { facts = {}, message = `m${messages++}`, now = NOW } = {},
) {
  return store.link({ request, owner: owner(by), seen, facts, message, now })
}

async function join(of: ConversationId, by: ConversationId): Promise<void> {
  const linked = await link(by, await requested(of, by), [of, by])
  if (typeof linked === 'string') throw new Error(`not linked: ${linked}`)
}

async function ids(accounts: Awaited<ReturnType<typeof link>>): Promise<unknown> {
  return typeof accounts === 'string' ? accounts : accounts.map(({ id }) => id)
}

/** The known accounts by person, those of nobody each alone and first. */
async function people(): Promise<readonly (readonly string[])[]> {
  const rows = await database.query<{ ids: readonly string[] }>(
    `select array_agg(id order by id) as ids from account
     group by coalesce(person::text, id), person order by person nulls first, ids`,
  )
  return rows.map((row) => row.ids)
}
