import { beforeEach, describe, expect, it } from 'vitest'
import type { Content, ConversationId, Incoming } from '../../src/chat/message.ts'
import { type ConversationState, FRESH } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { LEASE_SECONDS, type Lease } from '../../src/mailbox/leases.ts'
import { createMailbox, type Mailbox } from '../../src/mailbox/mailbox.ts'
import { freshDatabase } from '../support/database.ts'

const WATI: ConversationId = 'test:wati'
const ASKING: ConversationState = { ...FRESH, forms: { 'test:wati': [{ form: 'handover', answers: {} }] } }
const CLEAN = 'ab \ufffd tengah \ufffd 👍'
let database: Database
let mailbox: Mailbox

beforeEach(async () => {
  database = await freshDatabase()
  mailbox = createMailbox(database)
})

describe('what comes in', () => {
  it('is stored with everything that was known about it', async () => {
    const message: Incoming = {
      ...said('kapan cuti?', 'test:1'),
      sender: { account: 'test:7', name: 'Wati' },
      sentAt: new Date('2026-03-02T02:00:00.123Z'),
      shared: true,
      edited: true,
      aside: true,
    }
    await mailbox.receive(message)
    expect(await mailbox.next(await taken())).toEqual({
      kind: 'answer',
      traceless: false,
      id: '1',
      attempts: 1,
      message,
    })
  })

  it('is stored once, however often it is delivered', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => mailbox.receive(said('halo', 'test:1'))))
    expect(ids.filter((id) => id !== undefined)).toHaveLength(1)
    expect(await mailbox.receive(said('halo', 'test:1'))).toBeUndefined()
    expect(await mailbox.backlog()).toEqual({ unanswered: 1, unsent: 0, letters: 0 })
  })

  it('loses only NUL and halves of letters, in every part of it', async () => {
    const text = 'a\0b \ud83d tengah \udc4d 👍'
    const contents: readonly Content[] = [
      { kind: 'text', text },
      { kind: 'file', name: text, mime: text, ref: text, caption: text },
      { kind: 'command', name: 'tanya', rest: text },
    ]
    for (const [i, content] of contents.entries()) {
      await mailbox.receive({ ...said('', `test:${i}`), content, sender: { account: 'test:7', name: text } })
    }
    const lines = await mailbox.since(WATI, '0')
    const cleaned = contents.map((content) =>
      Object.fromEntries(
        Object.entries(content).map(([key, value]) => [key, value === text ? CLEAN : value]),
      ),
    )
    expect(lines.map((line) => line.content)).toEqual(cleaned)
    expect(await mailbox.next(await taken())).toMatchObject({ message: { sender: { name: CLEAN } } })
  })

  it('is nothing new where an edit left its words as they were', async () => {
    const edits = ['a', 'c', 'c', 'b', 'a', 'a']
    for (const [i, text] of ['a', 'b'].entries()) await mailbox.receive(said(text, `test:${i}`))
    const taken: string[] = []
    for (const [i, text] of edits.entries())
      if (await mailbox.receive({ ...said(text, `test:edit-${i}`), edited: true })) taken.push(text)
    expect(taken, 'also back to what it once was').toEqual(['c', 'b', 'a'])
  })

  it('makes a conversation reachable again', async () => {
    await mailbox.receive(said('halo', 'test:1'))
    await mailbox.unreachable(WATI, 'blocked')
    await mailbox.receive(said('halo lagi', 'test:2'))
    expect(await database.query('select unreachable from conversation')).toEqual([{ unreachable: null }])
  })
})

describe('the lease', () => {
  it('is had by one at a time', async () => {
    await mailbox.receive(said('halo', 'test:1'))
    const leases = await Promise.all(Array.from({ length: 5 }, () => mailbox.take(WATI)))
    const [lease, ...more] = leases.filter((taken) => taken !== undefined)
    expect(lease).toMatchObject({ conversation: WATI, state: FRESH })
    expect(more).toEqual([])
    await mailbox.release(lease ?? (await taken()))
    expect(await mailbox.take(WATI)).toBeDefined()
  })

  it('of a conversation nobody had is not had', async () => {
    expect(await mailbox.take('test:nobody')).toBeUndefined()
  })

  it('is taken over once it has run out, and not while it is renewed', async () => {
    await mailbox.receive(said('halo', 'test:1'))
    const first = await taken()
    await age('conversation', 'leased_until', LEASE_SECONDS + 1)
    await mailbox.renew(first)
    expect(await mailbox.take(WATI)).toBeUndefined()
    await age('conversation', 'leased_until', LEASE_SECONDS + 1)
    const second = await taken()
    await mailbox.renew(first)
    await mailbox.release(first)
    expect(await mailbox.take(WATI)).toBeUndefined()
    await mailbox.release(second)
    expect(await mailbox.take(WATI)).toBeDefined()
  })

  it('once lost shows nothing more to do and makes an answer void', async () => {
    await mailbox.receive(said('halo', 'test:1'))
    const lost = await taken()
    const next = await mailbox.next(lost)
    await age('conversation', 'leased_until', LEASE_SECONDS + 1)
    const owner = await taken()
    await mailbox.answer(lost, next?.kind === 'answer' ? next.id : '', ASKING, [{ text: 'terlambat' }])
    expect(await mailbox.next(lost)).toBeUndefined()
    expect(await database.query('select state from conversation')).toEqual([{ state: FRESH }])
    expect(await mailbox.next(owner)).toMatchObject({ kind: 'answer', attempts: 2 })
    expect(await mailbox.backlog()).toEqual({ unanswered: 1, unsent: 0, letters: 0 })
  })

  it('can be freed for all, after a crash of the only process', async () => {
    await mailbox.receive(said('halo', 'test:1'))
    await taken()
    await mailbox.forgetLeases()
    expect(await mailbox.take(WATI)).toBeDefined()
  })
})

describe('an answer', () => {
  it('closes its message, keeps the state and queues its replies in order, before the next message', async () => {
    await mailbox.receive(said('satu', 'test:1'))
    await mailbox.receive(said('dua', 'test:2'))
    const lease = await taken()
    await mailbox.answer(lease, '1', ASKING, [
      { text: 'a' },
      { text: 'b', choices: [{ label: 'Ya', value: 'y:1' }] },
    ])
    expect(await database.query('select state from conversation')).toEqual([{ state: ASKING }])
    const order: unknown[] = []
    for (let next = await mailbox.next(lease); next?.kind === 'deliver'; next = await mailbox.next(lease)) {
      order.push(next.message)
      await mailbox.delivered(next.id, `platform-${next.id}`, next.revision)
    }
    expect(order).toEqual([{ text: 'a' }, { text: 'b', choices: [{ label: 'Ya', value: 'y:1' }] }])
    expect(await mailbox.next(lease)).toMatchObject({ kind: 'answer', message: { content: { text: 'dua' } } })
    expect(await mailbox.repliesTo('test:1')).toMatchObject([
      { content: { text: 'a' } },
      { content: { text: 'b' } },
    ])
    expect(await mailbox.repliesTo('test:2')).toBeUndefined()
  })

  it('is given once, also when it is given twice', async () => {
    await mailbox.receive(said('satu', 'test:1'))
    const lease = await taken()
    await mailbox.answer(lease, '1', FRESH, [{ text: 'a' }])
    await mailbox.answer(lease, '1', FRESH, [{ text: 'a' }])
    expect(await mailbox.backlog()).toEqual({ unanswered: 0, unsent: 1, letters: 0 })
  })

  it('may be silence, and keeps why there was none', async () => {
    await mailbox.receive(said('satu', 'test:1'))
    await mailbox.answer(await taken(), '1', FRESH, [], { failure: 'TypeError' })
    expect(await mailbox.repliesTo('test:1')).toEqual([])
    expect(await database.query('select failure from message')).toEqual([{ failure: 'TypeError' }])
  })

  it('is wholly there or not at all', async () => {
    await mailbox.receive(said('satu', 'test:1'))
    await database.query(
      `insert into message (conversation, direction, key, content) values ($1, 'out', 'reply:1#2', '{"text":"di jalan"}')`,
      [WATI],
    )
    const lease = await taken()
    await expect(mailbox.answer(lease, '1', ASKING, [{ text: 'a' }, { text: 'b' }])).rejects.toMatchObject({
      code: '23505',
    })
    expect(await database.query('select state from conversation')).toEqual([{ state: FRESH }])
    expect(await mailbox.backlog()).toEqual({ unanswered: 1, unsent: 1, letters: 0 })
  })

  it('loses only NUL and halves of letters', async () => {
    await mailbox.receive(said('satu', 'test:1'))
    await mailbox.answer(await taken(), '1', { ...FRESH, memory: { questions: 'a\0\ud83d' } }, [
      { text: 'x\0y\udc4d' },
    ])
    expect(await database.query('select state->>$1 as memory from conversation', ['memory'])).toEqual([
      { memory: '{"questions": "a\ufffd"}' },
    ])
    expect(await mailbox.repliesTo('test:1')).toMatchObject([{ content: { text: 'xy\ufffd' } }])
  })
})

describe('the outbox', () => {
  it('takes a key once, with all its pieces', async () => {
    for (const text of ['pertama', 'kedua'])
      await mailbox.say(WATI, [{ text }, { text: `${text} lagi` }], 'reminder:1')
    await mailbox.say(WATI, [{ text: 'lain' }], 'reminder:2')
    expect((await mailbox.since(WATI, '0')).map(({ content }) => content)).toEqual([
      { text: 'pertama' },
      { text: 'pertama lagi' },
      { text: 'lain' },
    ])
  })

  it('gives one piece at a time and waits where the platform said so', async () => {
    await mailbox.say(WATI, [{ text: 'a' }, { text: 'b' }], 'k')
    await mailbox.receive(said('halo', 'test:1'))
    const lease = await taken()
    await mailbox.postpone('1', 90)
    expect(await mailbox.next(lease)).toEqual({ kind: 'wait', seconds: expect.closeTo(90, -1) })
    await age('message', 'not_before', 91)
    expect(await mailbox.next(lease)).toMatchObject({ kind: 'deliver', id: '1', attempts: 1 })
  })

  it('of an unreachable conversation is closed, what came in stays open', async () => {
    await mailbox.say(WATI, [{ text: 'a' }, { text: 'b' }], 'k')
    await mailbox.receive(said('halo', 'test:1'))
    await mailbox.unreachable(WATI, 'blocked')
    expect(await mailbox.backlog()).toEqual({ unanswered: 1, unsent: 0, letters: 0 })
    expect(await database.query(`select failure from message where direction = 'out'`)).toEqual(
      Array(2).fill({ failure: 'unreachable' }),
    )
  })
})

describe('what was left open', () => {
  it('is neglected once it has waited, unless somebody works on it or it may not be tried yet', async () => {
    const people: readonly ConversationId[] = [
      'test:fresh',
      'test:old',
      'test:busy',
      'test:dead',
      'test:later',
      'test:due',
      'test:done',
    ]
    for (const [i, conversation] of people.entries())
      await mailbox.receive({ ...said('halo', `test:${i}`), conversation })
    await database.query(
      `update message set created_at = now() - interval '1 minute' + make_interval(secs => id) where conversation <> 'test:fresh'`,
    )
    for (const conversation of ['test:busy', 'test:dead', 'test:done'] as const)
      await mailbox.take(conversation)
    await database.query(
      `update conversation set leased_until = now() - interval '1 second' where id = 'test:dead'`,
    )
    await mailbox.postpone('5', 60)
    await database.query(`update message set not_before = now() - interval '2 minutes' where id = 6`)
    await database.query('update message set done_at = now() where id = 7')
    expect(await mailbox.neglected(5, 10)).toEqual(['test:due', 'test:old', 'test:dead'])
    expect(await mailbox.neglected(5, 1)).toEqual(['test:due'])
    expect((await mailbox.neglected(0, 10)).toSorted()).toEqual([
      'test:dead',
      'test:due',
      'test:fresh',
      'test:old',
    ])
  })

  it('lets those who have waited longest go first, so that nobody starves behind others tried again and again', async () => {
    for (const conversation of ['gone:1', 'gone:2', 'test:wati'] as const) {
      await mailbox.say(conversation, [{ text: 'a' }], conversation)
      await database.query(`update message set created_at = now() - interval '1 minute'`)
    }
    await database.query(
      `update message set not_before = now() - interval '1 second' where conversation like 'gone:%'`,
    )
    expect(await mailbox.neglected(5, 1)).toEqual(['test:wati'])
  })
})

describe('forgetting', () => {
  it('keeps open rows, young rows and open forms, and drops the rest with its conversation', async () => {
    const people: readonly ConversationId[] = ['test:old', 'test:open', 'test:young', 'test:form']
    for (const [i, conversation] of people.entries()) {
      await mailbox.receive({ ...said('halo', `test:${i}`), conversation })
      const lease = await taken(conversation)
      if (conversation !== 'test:open')
        await mailbox.answer(lease, String(i + 1), conversation === 'test:form' ? ASKING : FRESH, [])
    }
    await age('conversation', 'created_at', 400 * 86_400)
    await database.query(
      `update message set created_at = now() - interval '400 days', done_at = done_at - interval '400 days' where conversation <> 'test:young'`,
    )
    expect(await mailbox.forget(365)).toEqual({ messages: 2, conversations: 1 })
    expect(await database.query('select id from conversation order by id')).toEqual([
      { id: 'test:form' },
      { id: 'test:open' },
      { id: 'test:young' },
    ])
    expect(await database.query('select conversation from message order by id')).toEqual([
      { conversation: 'test:open' },
      { conversation: 'test:young' },
    ])
    expect(await mailbox.forget(365)).toEqual({ messages: 0, conversations: 0 })
  })

  it('drops a message and keeps its younger replies', async () => {
    await mailbox.receive(said('halo', 'test:1'))
    await mailbox.answer(await taken(), '1', FRESH, [{ text: 'a' }])
    await database.query(`update message set done_at = now() - interval '400 days' where id = 1`)
    expect(await mailbox.forget(365)).toEqual({ messages: 1, conversations: 0 })
    expect(await mailbox.since(WATI, '0')).toMatchObject([{ content: { text: 'a' }, answers: null }])
  })
})

it('reads a conversation again from any line, the latest where there are too many', async () => {
  await mailbox.say(
    WATI,
    ['a', 'b', 'c', 'd'].map((text) => ({ text })),
    'k',
  )
  const texts = async (after: string, limit?: number): Promise<unknown> =>
    (await mailbox.since(WATI, after, limit)).map(({ content }) => content)
  expect(await texts('2')).toEqual([{ text: 'c' }, { text: 'd' }])
  expect(await texts('0', 3)).toEqual([{ text: 'b' }, { text: 'c' }, { text: 'd' }])
  expect(await mailbox.since('test:somebody', '0')).toEqual([])
})

function said(text: string, id: string): Incoming {
  return {
    id,
    conversation: WATI,
    sender: { account: WATI, name: 'Wati' },
    content: { kind: 'text', text },
    sentAt: new Date('2026-03-02T02:00:00Z'),
  }
}

async function taken(conversation = WATI): Promise<Lease> {
  const lease = await mailbox.take(conversation)
  if (lease === undefined) throw new Error(`somebody has the lease of ${conversation}`)
  return lease
}

/** Lets so many seconds go by for a column of every row. */
async function age(table: 'conversation' | 'message', column: string, seconds: number): Promise<void> {
  await database.query(`update ${table} set ${column} = ${column} - make_interval(secs => $1)`, [seconds])
}
