import { beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type { Channel } from '../../src/chat/channel.ts'
import type { ConversationId, Incoming, Outgoing } from '../../src/chat/message.ts'
import { texts } from '../../src/chat/texts.ts'
import { type ConversationState, FRESH } from '../../src/chat/turn.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { RetryLater, Unreachable } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import { type AdvanceContext, createAdvance } from '../../src/mailbox/advance.ts'
import { mailboxJobs } from '../../src/mailbox/jobs.ts'
import { createMailbox, type Mailbox } from '../../src/mailbox/mailbox.ts'
import { freshDatabase } from '../support/database.ts'
import { withName } from '../support/global-setup.ts'

const WATI: ConversationId = 'test:wati'
const origin = inject('origin')
let database: Database
let mailbox: Mailbox

beforeEach(async () => {
  database = await freshDatabase()
  mailbox = createMailbox(database)
})

describe('advancing a conversation', () => {
  it('answers what is unanswered in order, each with the state the one before left', async () => {
    const bot = stage()
    for (const text of ['satu', 'dua', 'tiga']) await mailbox.receive(said(text))
    await bot.advance(WATI)
    expect(bot.sent).toEqual(['satu (0)', 'dua (1)', 'tiga (2)'])
    expect(await mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
  })

  it('does nothing the second time, nor where there is nothing', async () => {
    const bot = stage()
    await mailbox.receive(said('halo'))
    for (let i = 0; i < 3; i++) await bot.advance(WATI)
    await bot.advance('test:nobody')
    expect(bot.sent).toEqual(['halo (0)'])
  })

  it('answers once, however many call at once', async () => {
    const bot = stage()
    await mailbox.receive(said('halo'))
    await Promise.all(Array.from({ length: 10 }, () => bot.advance(WATI)))
    expect([bot.sent, bot.turns]).toEqual([['halo (0)'], ['halo']])
  })

  it('sees a message that comes in while another is being answered', async () => {
    const bot = stage({
      async turn(message, person, state, preview) {
        if (text(message) === 'satu') {
          await mailbox.receive(said('dua'))
          void bot.advance(WATI)
        }
        return counting(message, person, state, preview)
      },
    })
    await mailbox.receive(said('satu'))
    await bot.advance(WATI)
    expect(bot.sent).toEqual(['satu (0)', 'dua (1)'])
  })

  it('says in pieces what a channel cannot take at once', async () => {
    const bot = stage({ split: ({ text }) => text.split(' ').map((piece) => ({ text: piece })) })
    await mailbox.receive(said('halo'))
    await bot.advance(WATI)
    expect(bot.sent).toEqual(['halo', '(0)'])
  })

  it('tells how long it took and whether it failed', async () => {
    const observed: boolean[] = []
    const bot = stage({
      turn: async (message, ...rest) =>
        text(message) === 'buruk' ? Promise.reject(new TypeError('x')) : counting(message, ...rest),
      observe: (seconds, failed) => void (seconds >= 0 && observed.push(failed)),
    })
    for (const text of ['baik', 'buruk']) await mailbox.receive(said(text))
    await bot.advance(WATI)
    expect(observed).toEqual([false, true])
  })
})

describe.each(origin.kind === 'native' ? (['one', 'two'] as const) : (['one'] as const))(
  'processes with %s connection pools',
  (pools) => {
    it('answer every message once and in order', async () => {
      const other =
        pools === 'two' && origin.kind === 'native'
          ? await openDatabase({ kind: 'native', url: withName(origin.url, await nameOf(database)) })
          : undefined
      const sent: string[] = []
      const bots = [stage({ sent }), stage({ sent }, other), stage({ sent }, other)]
      const people: readonly ConversationId[] = ['test:a', 'test:b', 'test:c']
      for (let i = 0; i < 4; i++) {
        for (const person of people) await mailbox.receive(said(String(i), person))
        await Promise.all(bots.flatMap((bot) => people.map((person) => bot.advance(person))))
      }
      for (const bot of bots) for (const person of people) await bot.advance(person)
      for (const person of people)
        expect(sent.filter((line) => line.endsWith(person))).toEqual(
          [0, 1, 2, 3].map((i) => `${i} (${i}) ${person}`),
        )
      await other?.close()
    })

    it('leave the answer to whoever took over a lease that ran out', async () => {
      const sent: string[] = []
      const fast = stage({ sent })
      const slow = stage({
        sent,
        async turn(message, ...rest) {
          await database.query(`update conversation set leased_until = now() - interval '1 second'`)
          await fast.advance(WATI)
          return counting(message, ...rest)
        },
      })
      for (const text of ['satu', 'dua']) await mailbox.receive(said(text))
      await slow.advance(WATI)
      expect(sent).toEqual(['satu (0)', 'dua (1)'].map((line) => `${line} ${WATI}`))
      expect(slow.turns).toEqual(['satu'])
      expect(await database.query('select attempts from message order by id')).toMatchObject([
        { attempts: 2 },
        { attempts: 1 },
        {},
        {},
      ])
    })
  },
)

describe('a platform that does not take a message', () => {
  it('is given it again when it said, and nothing overtakes it', async () => {
    const faults = [new RetryLater(120, 'flood')]
    const bot = stage({ send: () => faults.pop() })
    for (const text of ['satu', 'dua']) await mailbox.receive(said(text))
    await bot.advance(WATI)
    expect(bot.sent).toEqual([])
    expect(
      await database.query(
        `select round(extract(epoch from not_before - now()) / 10)::int as tens from message where direction = 'out'`,
      ),
    ).toEqual([{ tens: 12 }])
    await bot.advance(WATI)
    expect(bot.sent).toEqual([])
    await database.query('update message set not_before = now() where not_before is not null')
    await bot.advance(WATI)
    expect(bot.sent).toEqual(['satu (0)', 'dua (1)'])
    await bot.stop()
  })

  it('is given it again without anybody asking', async () => {
    const faults = [new RetryLater(0.02, 'flood')]
    const { promise: delivered, resolve } = Promise.withResolvers<void>()
    const bot = stage({ send: () => faults.pop() ?? void resolve() })
    await mailbox.receive(said('satu'))
    await bot.advance(WATI)
    await delivered
    await bot.advance(WATI)
    expect(bot.sent).toEqual(['satu (0)'])
    await bot.stop()
  })

  it('is asked with longer and longer pauses where it fails for no known reason, and at last no more', async () => {
    const bot = stage({ send: () => new TypeError('fetch failed') })
    await mailbox.receive(said('satu'))
    const pauses: unknown[] = []
    for (let i = 0; i < 12; i++) {
      await bot.advance(WATI)
      const [row] = await database.query<{ pause: number; failure: string | null }>(
        `select round(extract(epoch from not_before - now()))::int as pause, failure from message where direction = 'out'`,
      )
      pauses.push(row?.failure ?? row?.pause)
      await database.query('update message set not_before = now() where not_before is not null')
    }
    expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300, 'TypeError'])
    expect(await mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
    await bot.stop()
  })

  it('whoever calls while a pause is being begun is heard', async () => {
    let faults = 1
    // the pause is over, and somebody calls, before the one who began it has gone
    const eager: Database = {
      ...database,
      async query<Row extends object>(sql: string, parameters?: readonly unknown[]) {
        const rows = await database.query<Row>(sql, parameters)
        if (sql.startsWith('update message set not_before = now() +')) {
          await database.query('update message set not_before = now()')
          void bot.advance(WATI)
        }
        return rows
      },
    }
    const bot = stage({ send: () => (faults-- > 0 ? new RetryLater(60, 'flood') : undefined) }, eager)
    await mailbox.receive(said('halo'))
    await bot.advance(WATI)
    expect(bot.sent).toEqual(['halo (0)'])
  })

  it('may be slow for as long as it says so, and nothing is given up', async () => {
    let patience = 20
    const bot = stage({ send: () => (patience-- > 0 ? new RetryLater(30, 'flood') : undefined) })
    await mailbox.receive(said('satu'))
    for (let i = 0; i <= 20; i++) {
      await bot.advance(WATI)
      await database.query('update message set not_before = now() where not_before is not null')
    }
    expect(bot.sent).toEqual(['satu (0)'])
    await bot.stop()
  })

  it('closes what is on its way to a person who cannot be reached, and answers when they come back', async () => {
    const faults = [new Unreachable('blocked')]
    const bot = stage({ send: () => faults.pop() })
    await mailbox.say(WATI, [{ text: 'a' }, { text: 'b' }], 'broadcast:1')
    await bot.advance(WATI)
    expect(await database.query('select unreachable from conversation')).toEqual([{ unreachable: 'blocked' }])
    expect(await mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
    await mailbox.receive(said('halo'))
    await bot.advance(WATI)
    expect(bot.sent).toEqual(['halo (0)'])
  })

  it('keeps what belongs to a channel that is switched off, until it is back', async () => {
    const gone: ConversationId = 'slack:D9'
    const bot = stage()
    await mailbox.receive(said('halo', gone))
    await bot.advance(gone)
    await bot.stop()
    expect([await mailbox.backlog(), bot.sent]).toEqual([{ unanswered: 0, unsent: 1, letters: 0 }, []])
    await database.query('update message set not_before = now() where not_before is not null')
    const back = stage({ channels: ['slack'] })
    await back.advance(gone)
    expect(back.sent).toEqual(['halo (0)'])
  })
})

describe('a turn that fails', () => {
  it('is apologized for in words, kept with its reason, and the next message is answered', async () => {
    const bot = stage({
      turn: async (message, ...rest) =>
        text(message) === 'satu'
          ? Promise.reject(new TypeError('nomor saya 0812'))
          : counting(message, ...rest),
    })
    for (const text of ['satu', 'dua']) await mailbox.receive(said(text))
    await bot.advance(WATI)
    expect(bot.sent).toEqual([texts.id.failed, 'dua (0)'])
    expect(await database.query(`select failure from message where direction = 'in' order by id`)).toEqual([
      { failure: 'TypeError' },
      { failure: null },
    ])
    expect(JSON.stringify(bot.logged)).toContain('a turn failed')
  })

  it('is met with silence where the message was not meant for the bot, and kept with its reason', async () => {
    const bot = stage({ turn: () => Promise.reject(new TypeError('odd')) })
    await mailbox.receive({ ...said('makan siang di mana?'), aside: true })
    await bot.advance(WATI)
    expect(bot.sent).toEqual([])
    expect(await database.query('select failure from message')).toEqual([{ failure: 'TypeError' }])
  })

  it('keeps the state as it was', async () => {
    const bot = stage({
      turn: (message, ...rest) =>
        text(message) === 'dua' ? Promise.reject('odd') : counting(message, ...rest),
    })
    for (const text of ['satu', 'dua', 'tiga']) await mailbox.receive(said(text))
    await bot.advance(WATI)
    expect(bot.sent).toEqual(['satu (0)', texts.id.failed, 'tiga (1)'])
    expect(await database.query(`select failure from message where key like '%dua%'`)).toEqual([
      { failure: 'string' },
    ])
  })

  it('that took the process with it ten times is apologized for without another', async () => {
    const bot = stage()
    await mailbox.receive(said('racun'))
    await database.query('update message set attempts = 10')
    await bot.advance(WATI)
    expect([bot.sent, bot.turns]).toEqual([[texts.id.failed], []])
    expect(await database.query(`select failure from message where direction = 'in'`)).toEqual([
      { failure: 'too many attempts' },
    ])
  })

  it('ends in an apology also where nobody can say who is writing', async () => {
    const bot = stage({ person: () => Promise.reject(new Error('relation "account" does not exist')) })
    await mailbox.receive(said('halo'))
    for (let i = 0; i < 11; i++) await bot.advance(WATI)
    expect(bot.sent).toEqual([texts.id.failed])
  })
})

describe('a database that fails midway', () => {
  const places: readonly [string, RegExp][] = [
    ['taking the lease', /set lease = \$2, leased_until/],
    ['looking what is next', /set attempts = attempts/],
    ['storing the answer', /with mine as/],
    ['marking a piece as sent', /platform_id = \$2/],
    ['giving the lease back', /set lease = null/],
    ['looking once more', /select 1 from message/],
  ]
  it.each(places)('while %s loses nothing: the sweep goes on', async (_, place) => {
    const faulty = failingOnce(database, place)
    const bot = stage({}, faulty.database)
    for (const text of ['satu', 'dua']) await mailbox.receive(said(text))
    await bot.advance(WATI)
    expect(faulty.failed()).toBe(true)
    await sweep(bot.advance)
    expect(bot.sent.filter((line, i) => bot.sent.indexOf(line) === i)).toEqual(['satu (0)', 'dua (1)'])
    expect(bot.sent.length).toBe(place.source.includes('platform_id') ? 3 : 2) // sent, and nobody could note it
    expect(await mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
    expect(await mailbox.take(WATI)).toBeDefined()
  })

  it('logs which conversation it was, and nothing that was said in it', async () => {
    const bot = stage({}, failingOnce(database, /with mine as/).database)
    await mailbox.receive(said('rahasia'))
    await bot.advance(WATI)
    expect(bot.logged).toMatchObject([{ conversation: WATI, message: 'advancing a conversation failed' }])
  })
})

describe('the sweep', () => {
  it('picks up what was stored and never advanced, in every conversation, and the second time nothing', async () => {
    const bot = stage()
    const people: readonly ConversationId[] = ['test:a', 'test:b', 'slack:off']
    for (const person of people) await mailbox.receive(said('halo', person))
    await mailbox.say('test:c', [{ text: 'pengingat' }], 'reminder:1')
    await sweep(bot.advance)
    expect(bot.sent.toSorted()).toEqual(['halo (0)', 'halo (0)', 'pengingat'])
    await sweep(bot.advance)
    expect(bot.sent).toHaveLength(3)
    await bot.stop()
  })

  it('forgets what is a year old, and the second time nothing', async () => {
    const bot = stage()
    await mailbox.receive(said('halo'))
    await bot.advance(WATI)
    await database.query(`update message set done_at = now() - interval '366 days'`)
    await database.query(`update conversation set created_at = now() - interval '366 days'`)
    const jobs = mailboxJobs(mailbox, bot.advance, () => undefined, log(bot.logged))
    const forget = jobs.find(({ name }) => name === 'mailbox.forget')
    for (let i = 0; i < 2; i++) await forget?.run({})
    expect(bot.logged).toMatchObject([
      { messages: 2, conversations: 1 },
      { messages: 0, conversations: 0 },
    ])
  })
})

describe('many conversations at once', () => {
  it('answers only so many at a time, each once before anybody twice, while deliveries go on beside', async () => {
    const [thinking, arriving] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const order: string[] = []
    const bot = stage({
      atOnce: 2,
      async turn(message, ...rest) {
        order.push(message.conversation)
        await thinking.promise
        return counting(message, ...rest)
      },
      arrives: () => arriving.promise,
    })
    const people = Array.from({ length: 9 }, (_, i): ConversationId => `test:orang-${i}`)
    for (const conversation of people)
      for (const i of [1, 2]) await mailbox.receive({ ...said(`${conversation} ${i}`), conversation })
    const all = people.map(bot.advance)
    await vi.waitFor(() => expect(order).toHaveLength(2), 20_000)
    for (let i = 0; i < 30; i++) await mailbox.backlog() // time enough for all of them
    expect(order, 'the others wait').toHaveLength(2)
    thinking.resolve()
    await vi.waitFor(() => expect(order).toHaveLength(people.length), 20_000)
    expect(order.toSorted(), 'nobody is answered twice while others wait').toEqual(people)
    expect(order.slice(0, 2).toSorted(), 'whoever came first begins').toEqual(people.slice(0, 2))
    arriving.resolve()
    await Promise.all(all)
    expect(order).toHaveLength(people.length * 2)
    expect(await mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
  })
})

describe('stopping', () => {
  it('ends the answer under way and leaves the rest stored', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
    const bot = stage({
      async turn(...all) {
        begin()
        await mayEnd
        return counting(...all)
      },
    })
    for (const text of ['satu', 'dua']) await mailbox.receive(said(text))
    void bot.advance(WATI)
    await begun
    const stopped = bot.stop()
    end()
    await stopped
    expect(await mailbox.repliesTo(said('satu').id)).toHaveLength(1)
    expect(await mailbox.backlog()).toEqual({ unanswered: 1, unsent: 1, letters: 0 })
    expect(await database.query('select lease from conversation')).toEqual([{ lease: null }])
    await bot.advance(WATI)
    expect(bot.turns).toEqual(['satu'])
  })

  it('leaves no timer behind for what has to wait', async () => {
    const bot = stage({ send: () => new RetryLater(60, 'flood') })
    await mailbox.receive(said('satu'))
    for (let i = 0; i < 3; i++) await bot.advance(WATI)
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
    const before = timers()
    await bot.stop()
    expect(timers()).toBe(before - 1)
  })
})

interface Stage {
  readonly sent: string[]
  readonly turns: string[]
  readonly logged: object[]
  advance(conversation: ConversationId): Promise<void>
  stop(): Promise<void>
}

interface Script extends Partial<Pick<AdvanceContext, 'turn' | 'person' | 'observe' | 'atOnce'>> {
  /** Where what is sent is written down; given, each line names its conversation. */
  readonly sent?: string[]
  readonly channels?: readonly string[]
  split?(message: Outgoing): readonly Outgoing[]
  /** What a delivery waits for. */
  arrives?(): Promise<void>
  /** What goes wrong with a delivery. */
  send?(): Error | undefined
}

/** The mailbox's worker with a scripted turn and a channel that remembers what it was given. */
function stage(script: Script = {}, on = database): Stage {
  const {
    sent = [],
    channels = ['test'],
    turn = counting,
    person = async (account, name) => ({ account, name, role: 'citizen', language: 'id' }),
  } = script
  const turns: string[] = []
  const logged: object[] = []
  const channel = (name: string): Channel => ({
    name,
    start: async () => undefined,
    stop: async () => undefined,
    split: script.split ?? ((message) => [message]),
    async send(to, message) {
      await script.arrives?.()
      const fault = script.send?.()
      if (fault) throw fault
      return String(sent.push(script.sent ? `${message.text} ${to}` : message.text))
    },
    showTyping: async () => undefined,
  })
  const { advance, stop } = createAdvance({
    mailbox: createMailbox(on),
    log: log(logged),
    channel: (name) => (channels.includes(name) ? channel(name) : undefined),
    person,
    atOnce: script.atOnce ?? 4,
    turn(message, ...rest) {
      turns.push(text(message))
      return turn(message, ...rest)
    },
    ...(script.observe && { observe: script.observe }),
  })
  return { sent, turns, logged, advance, stop }
}

/** A turn that repeats what was said and counts how often it was asked. */
const counting: AdvanceContext['turn'] = async (message, _person, state) => {
  const before = Number(state.memory.count ?? 0)
  const after: ConversationState = { ...FRESH, memory: { count: before + 1 } }
  return { replies: [{ text: `${text(message)} (${before})` }], state: after }
}

/** Runs the sweep as it would run a minute from now. */
async function sweep(advance: (conversation: ConversationId) => Promise<void>): Promise<void> {
  await database.query(
    `update message set created_at = created_at - interval '1 minute', not_before = not_before - interval '1 minute'`,
  )
  await database.query(`update conversation set leased_until = leased_until - interval '1 minute'`)
  const [job] = mailboxJobs(mailbox, advance, () => undefined, log([]))
  expect(job?.name).toBe('mailbox.sweep')
  await job?.run({})
}

/** A database on which one statement fails, once. */
function failingOnce(on: Database, statement: RegExp): { database: Database; failed(): boolean } {
  let failed = false
  return {
    failed: () => failed,
    database: {
      ...on,
      async query(sql, parameters) {
        if (failed || !statement.test(sql)) return on.query(sql, parameters)
        failed = true
        throw new Error('the connection was cut')
      },
    },
  }
}

function log(lines: object[]): Log {
  const write = (fields: object, message: string): void => void lines.push({ ...fields, message })
  return { debug: write, info: write, warn: write, error: write }
}

function said(words: string, conversation = WATI): Incoming {
  return {
    id: `${conversation}:${words}`,
    conversation,
    sender: { account: conversation, name: 'Wati' },
    content: { kind: 'text', text: words },
    sentAt: new Date('2026-03-02T02:00:00Z'),
  }
}

function text({ content }: Incoming): string {
  return content.kind === 'text' ? content.text : content.kind
}

async function nameOf(on: Database): Promise<string> {
  return (await on.query<{ name: string }>('select current_database() as name'))[0]?.name ?? ''
}
