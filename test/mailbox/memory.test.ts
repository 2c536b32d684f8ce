import { beforeEach, describe, expect, it } from 'vitest'
import type { ConversationId, Incoming } from '../../src/chat/message.ts'
import { type ConversationState, FRESH, type Memory } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { createMailbox, type Mailbox } from '../../src/mailbox/mailbox.ts'
import { kept, recalled } from '../../src/mailbox/memory.ts'
import { freshDatabase } from '../support/database.ts'

const NINE = Date.parse('2026-03-02T02:00:00Z')

describe('the memory of a shared conversation', () => {
  it('is each one’s own first, and for who has none there what was last asked in it', () => {
    const room = new Room()
    room.asks('wati', 'cuti')
    room.asks('budi', 'sanksi')
    expect(room.seenBy('wati')).toEqual({ questions: 'cuti' })
    expect(room.seenBy('budi')).toEqual({ questions: 'sanksi' })
    expect(room.seenBy('sari')).toEqual({ questions: 'sanksi' })
  })

  it('is everybody’s again for whoever has been silent for half an hour', () => {
    const room = new Room()
    room.asks('wati', 'cuti')
    room.minutes = 29
    room.asks('budi', 'sanksi')
    expect(room.seenBy('wati')).toEqual({ questions: 'cuti' })
    room.minutes = 30
    expect(room.seenBy('wati')).toEqual({ questions: 'sanksi' })
    room.asks('sari', 'gaji')
    expect(Object.keys(room.state.speakers ?? {})).toEqual(['test:budi', 'test:sari'])
  })

  it('keeps what each feature remembers apart, and changes nothing where nothing was learnt', () => {
    const room = new Room()
    room.asks('wati', 'cuti')
    room.asks('budi', 'sanksi')
    room.learns('wati', { surveys: 2 })
    expect(room.seenBy('wati')).toEqual({ questions: 'cuti', surveys: 2 })
    expect(room.seenBy('budi')).toEqual({ questions: 'sanksi', surveys: 2 })
    const before = room.state
    room.learns('sari', {})
    expect(room.state).toEqual(before)
  })

  it('grows no further than fifty who speak at once', () => {
    const room = new Room()
    for (let i = 0; i < 60; i++) {
      room.minutes = i / 10
      room.asks(`orang${i}`, String(i))
    }
    expect(Object.keys(room.state.speakers ?? {})).toHaveLength(50)
    expect(room.seenBy('orang59')).toEqual({ questions: '59' })
    expect(room.seenBy('orang10')).toEqual({ questions: '10' })
    expect(room.seenBy('orang9')).toEqual({ questions: '59' })
  })

  it('never is a person’s own, whoever they are linked to', () => {
    const state: ConversationState = { ...FRESH, memory: { questions: 'di sini' } }
    expect(recalled(said('__proto__', true), state).memory).toEqual({ questions: 'di sini' })
    expect(recalled(said('wati', false), state).memory).toEqual({ questions: 'di sini' })
  })
})

describe('the memory of a person with linked accounts', () => {
  const SLACK: ConversationId = 'slack:D9'
  let database: Database
  let mailbox: Mailbox
  let person: string

  beforeEach(async () => {
    database = await freshDatabase()
    mailbox = createMailbox(database)
    const [row] = await database.query<{ id: string }>(
      `insert into person (memory) values ('{"questions":"cuti","surveys":1}') returning id`,
    )
    person = row?.id ?? ''
    await database.query(
      `insert into account (id, name, conversation, person) values ('slack:wati', 'Wati', $1, $2)`,
      [SLACK, person],
    )
  })

  /** Answers what came in, and lets something happen before the answer is stored. */
  async function answers(learnt: Memory, meanwhile = '', own = true): Promise<Memory | undefined> {
    const lease = await mailbox.take(SLACK)
    const next = lease && (await mailbox.next(lease))
    if (lease === undefined || next?.kind !== 'answer') throw new Error('nothing to answer')
    const seen = recalled(next.message, lease.state, next.own)
    const after = { ...seen, memory: { ...seen.memory, ...learnt } }
    const { state, learnt: news } = kept(next.message, lease.state, seen, after, next.own)
    if (meanwhile) await database.query(meanwhile)
    const told = next.own && { person: next.own.person, account: 'slack:wati', memory: news }
    await mailbox.answer(lease, next.id, state, [{ text: 'a' }], { learnt: told })
    await mailbox.release(lease)
    expect(next.own !== undefined).toBe(own)
    return seen.memory
  }
  const memory = async (): Promise<unknown> =>
    (await database.query<{ memory: unknown }>('select memory from person'))[0]?.memory
  const stored = async (): Promise<unknown> =>
    (await database.query<{ state: ConversationState }>('select state from conversation'))[0]?.state.memory

  it('is what a private message is answered with, and takes what is new; the conversation keeps none', async () => {
    await mailbox.receive(said('wati', false, SLACK))
    await database.query(
      `update conversation set state = jsonb_set(state, '{memory}', '{"questions":"lama"}')`,
    )
    expect(await answers({ questions: 'gaji' })).toEqual({ questions: 'cuti', surveys: 1 })
    expect(await memory()).toEqual({ questions: 'gaji', surveys: 1 })
    expect(await stored()).toEqual({})
  })

  it('takes from two conversations at once what each has learnt', async () => {
    await mailbox.receive(said('wati', false, SLACK))
    await answers({ questions: 'gaji' }, `update person set memory = memory || '{"surveys":2}'`)
    expect(await memory()).toEqual({ questions: 'gaji', surveys: 2 })
  })

  it('is not seen in a shared conversation, and learns nothing there', async () => {
    await mailbox.receive(said('wati', true, SLACK))
    expect(await answers({ questions: 'gaji' }, '', false)).toEqual({})
    expect(await memory()).toEqual({ questions: 'cuti', surveys: 1 })
    expect(await stored()).toEqual({ questions: 'gaji' })
  })

  it('learns nothing from an account that was taken away meanwhile, and leaves it nothing', async () => {
    await mailbox.receive(said('wati', false, SLACK))
    await answers({ questions: 'gaji' }, `update account set person = null`)
    expect(await memory()).toEqual({ questions: 'cuti', surveys: 1 })
    expect(await stored()).toEqual({})
  })

  it('learns nothing where the lease was lost, and nothing the second time', async () => {
    await mailbox.receive(said('wati', false, SLACK))
    await answers(
      { questions: 'gaji' },
      `update conversation set lease = gen_random_uuid(), leased_until = now() - interval '1 second'`,
    )
    expect(await memory()).toEqual({ questions: 'cuti', surveys: 1 })
    await answers({ questions: 'gaji' })
    expect(await memory()).toEqual({ questions: 'gaji', surveys: 1 })
  })

  it('is forgotten with what is as old', async () => {
    await mailbox.forget(365)
    expect(await memory()).toEqual({ questions: 'cuti', surveys: 1 })
    await database.query(`update person set remembered_at = now() - interval '366 days'`)
    await mailbox.forget(365)
    expect(await memory()).toEqual({})
  })
})

/** A shared conversation, by what its speakers learn; `minutes` is how late it is. */
class Room {
  state: ConversationState = FRESH
  minutes = 0

  asks(who: string, what: string): void {
    this.learns(who, { questions: what })
  }

  learns(who: string, learnt: Memory): void {
    const message = said(who, true, 'test:room', this.minutes)
    const seen = recalled(message, this.state)
    const after = { forms: {}, offered: [], memory: { ...seen.memory, ...learnt } }
    // a state comes back from the database with its keys in another order
    this.state = JSON.parse(JSON.stringify(kept(message, this.state, seen, after).state))
  }

  seenBy(who: string): Memory {
    return recalled(said(who, true, 'test:room', this.minutes), this.state).memory
  }
}

let count = 0

function said(
  who: string,
  shared: boolean,
  conversation: ConversationId = `test:${who}`,
  minutes = 0,
): Incoming {
  return {
    id: `m${count++}`,
    conversation,
    sender: { account: `${conversation.startsWith('slack') ? 'slack' : 'test'}:${who}`, name: who },
    content: { kind: 'text', text: 'kalau PPPK?' },
    sentAt: new Date(NINE + minutes * 60_000),
    shared,
  }
}
