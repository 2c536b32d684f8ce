import { beforeEach, describe, expect, it } from 'vitest'
import type { Channel } from '../../src/chat/channel.ts'
import type { Letter } from '../../src/chat/feature.ts'
import type { ConversationId, Outgoing } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { RetryLater, Unreachable } from '../../src/errors.ts'
import type { Log } from '../../src/log.ts'
import { createLetters, type Letters } from '../../src/mailbox/letters.ts'
import { createMailbox, type Mailbox } from '../../src/mailbox/mailbox.ts'
import { createPostman } from '../../src/mailbox/postman.ts'
import { freshDatabase } from '../support/database.ts'

const DAY = new Date('2026-03-02T09:00:00+07:00')
const NIGHT = new Date('2026-03-02T22:30:00+07:00')
let database: Database
let mailbox: Mailbox
let letters: Letters

beforeEach(async () => {
  database = await freshDatabase()
  mailbox = createMailbox(database)
  letters = createLetters(database)
})

describe('a batch', () => {
  it('reaches everybody once, however often it is posted and carried, by whomever', async () => {
    const posts = [stage(), stage(), stage()]
    for (let i = 0; i < 3; i++) await letters.post('b:1', toPeople(40))
    await Promise.all(posts.map(({ carry }) => carry()))
    await posts[0]?.carry()
    expect(posts.flatMap(({ sent }) => sent).sort()).toEqual(
      toPeople(40)
        .map(({ to }) => `${to} Halo`)
        .sort(),
    )
    expect(await letters.progress('b:1')).toMatchObject({
      delivered: 40,
      waiting: 0,
      perMinute: 40,
      held: false,
    })
  })

  it('goes out in the order it was posted', async () => {
    const post = stage()
    await letters.post('b:1', toPeople(60))
    await post.carry()
    const places = post.sent.map((one) => Number(/\d+/.exec(one)?.[0]))
    expect(places).toHaveLength(60)
    // several are under way at once, so one may overtake another; at random they would be 20 places away on average
    const away = places.map((place, i) => Math.abs(place - 1 - i)).reduce((sum, one) => sum + one, 0)
    expect(away / places.length).toBeLessThan(10)
  })

  it('waits while it is held, and what is withdrawn never goes', async () => {
    const post = stage({ send: async () => post.tried.length === 3 && letters.hold('b:1', true) })
    await letters.post('b:1', toPeople(60))
    await post.carry()
    const gone = post.sent.length
    expect(gone).toBeLessThan(25) // what was under way then
    expect(await letters.progress('b:1')).toMatchObject({ held: true, delivered: gone, waiting: 60 - gone })
    await post.carry()
    expect(await letters.withdraw('b:1')).toBe(60 - gone)
    await letters.hold('b:1', false)
    await post.carry()
    expect(post.sent).toHaveLength(gone)
    expect(await letters.progress('b:1')).toMatchObject({
      held: false,
      delivered: gone,
      withdrawn: 60 - gone,
    })
    expect((await letters.deliveries('b:1', ['withdrawn'])).at(-1)).toMatchObject({ recipient: '60' })
  })

  it('is not held up by another that waits', async () => {
    const post = stage()
    await letters.post('b:1', toPeople(5))
    await letters.hold('b:1', true)
    await letters.post('b:2', toPeople(2))
    await post.carry()
    expect(post.sent).toHaveLength(2)
  })

  it('lets people sleep, unless it may go at night', async () => {
    const post = stage({ clock: () => NIGHT })
    await letters.post('b:1', toPeople(2))
    await letters.post('b:2', toPeople(1), { atNight: true })
    await post.carry()
    expect(post.sent).toEqual(['test:1 Halo'])
    const morning = stage()
    await morning.carry()
    expect(morning.sent).toHaveLength(2)
  })

  it('is over when nobody wants to hear it any more', async () => {
    const post = stage()
    const until = new Date(DAY.getTime() - 1)
    await letters.post('b:1', toPeople(2), { until })
    await post.carry()
    expect([post.sent, await letters.progress('b:1')]).toMatchObject([[], { expired: 2, delivered: 0 }])
  })
})

describe('a letter', () => {
  it('that is longer than one message goes on where it was broken off', async () => {
    let broken = true
    const post = stage({
      split: ({ text }) => [...text].map((letter) => ({ text: letter })),
      async send(_, { text }) {
        if (text !== 'l' || !broken) return
        broken = false
        throw new RetryLater(1, 'slow down')
      },
    })
    await letters.post('b:1', toPeople(1))
    await post.carry()
    await later(60)
    await post.carry()
    expect(post.sent.map((one) => one.slice(-1)).join('')).toBe('Halo')
    expect(await letters.progress('b:1')).toMatchObject({ delivered: 1 })
  })

  it('that cannot go now waits alone; the others go', async () => {
    const post = stage({
      async send(to) {
        if (to === 'test:2' && post.tried.filter((one) => one === to).length < 2)
          throw new RetryLater(3, 'slow down')
      },
    })
    await letters.post('b:1', toPeople(4))
    await post.carry()
    expect(post.sent.toSorted()).toEqual(['test:1 Halo', 'test:3 Halo', 'test:4 Halo'])
    await later(3)
    await post.carry()
    expect(post.sent).toHaveLength(4)
  })

  it('finds a platform that takes none left alone for as long as it asked', async () => {
    let away = true
    const post = stage({
      async send() {
        if (away) throw new RetryLater(0.2, 'away')
      },
    })
    await letters.post('b:1', toPeople(30))
    const work = post.carry()
    await expect.poll(() => post.tried.length).toBeGreaterThanOrEqual(19)
    away = false
    await work
    const [first = 0, second = 0] = post.times.slice(17)
    expect(second - first).toBeGreaterThanOrEqual(199) // one at a time, each after the pause it asked for
    await later(1)
    await post.carry()
    expect(post.sent).toHaveLength(30)
  })

  it('that keeps failing is given up with its reason', async () => {
    const post = stage({
      async send() {
        throw new TypeError('broken')
      },
    })
    await letters.post('b:1', toPeople(1))
    for (let i = 0; i < 15; i++) {
      await post.carry()
      await later(600)
    }
    expect(post.tried).toHaveLength(12)
    expect(await letters.deliveries('b:1')).toEqual([
      { recipient: '1', conversation: 'test:1', state: 'failed', reason: 'TypeError' },
    ])
  })

  it('that was under way in a crash goes again after half a minute, in another process', async () => {
    const post = stage()
    await letters.post('b:1', toPeople(1))
    const [due] = await letters.due('test', { now: DAY, night: false }, 10)
    expect(await letters.take(due?.id ?? '')).toBe(true)
    expect(await letters.take(due?.id ?? '')).toBe(false)
    await post.carry()
    expect(post.sent).toEqual([])
    await later(31)
    await post.carry()
    expect(post.sent).toHaveLength(1)
  })

  it('does not go in between while somebody is being answered', async () => {
    const post = stage()
    await letters.post('b:1', toPeople(1))
    const lease = await mailbox.take('test:1')
    await post.carry()
    expect(post.sent).toEqual([])
    if (lease) await mailbox.release(lease)
    await later(3)
    await post.carry()
    expect(post.sent).toHaveLength(1)
    expect(await mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0, letters: 0 })
  })

  it('to whoever blocked the bot goes to their other account, and to the next one after that', async () => {
    await linked('7', ['telegram:7', 'slack:D7', 'web:w7'])
    const blocked = new Set<string>(['telegram:7'])
    const post = stage({
      async send(to) {
        if (blocked.has(to)) throw new Unreachable('bot was blocked by the user')
      },
    })
    const letter = { to: 'telegram:7', recipient: '7', message: { text: 'Halo' } } as const
    await letters.post('b:1', [letter])
    await post.carry()
    await post.carry()
    expect(post.sent).toEqual(['slack:D7 Halo'])
    expect(await letters.deliveries('b:1')).toMatchObject([{ conversation: 'slack:D7', state: 'delivered' }])
    await letters.post('b:2', [letter])
    blocked.add('slack:D7').add('web:w7')
    for (let i = 0; i < 4; i++) await post.carry()
    expect(await letters.deliveries('b:2')).toEqual([
      { recipient: '7', conversation: 'web:w7', state: 'unreachable', reason: 'bot was blocked by the user' },
    ])
    await letters.post('b:2', [letter])
    expect(await letters.progress('b:2')).toMatchObject({ unreachable: 1, waiting: 0 })
  })

  it('is nothing the talk has to do with: it is neither swept nor answered', async () => {
    await letters.post('b:1', toPeople(1))
    expect(await mailbox.neglected(0, 10)).toEqual([])
    expect(await mailbox.hasOpen('test:1')).toBe(false)
  })
})

describe('words that change', () => {
  it('are shown in the place of the old ones, also when they change while they are being sent', async () => {
    await mailbox.say('test:1', [{ text: '1 dari 3' }], 'progress')
    const lease = await mailbox.take('test:1')
    if (lease === undefined) throw new Error('nobody else has it')
    const first = await mailbox.next(lease)
    expect(await mailbox.revise('progress', { text: '2 dari 3' })).toBe('test:1')
    if (first?.kind !== 'deliver') throw new Error('it is to be delivered')
    await mailbox.delivered(first.id, 'p1', first.revision)
    expect(await mailbox.next(lease)).toMatchObject({
      message: { text: '2 dari 3' },
      platformId: 'p1',
      revision: 1,
    })
    await mailbox.delivered(first.id, 'p1', 1)
    expect(await mailbox.next(lease)).toBeUndefined()
    expect(await mailbox.revise('progress', { text: '2 dari 3' })).toBeUndefined()
    expect(await mailbox.revise('another', { text: 'apa saja' })).toBeUndefined()
  })
})

function toPeople(count: number): readonly Letter[] {
  return Array.from({ length: count }, (_, i) => ({
    to: `test:${i + 1}` as const,
    recipient: String(i + 1),
    message: { text: 'Halo' },
  }))
}

interface Stage {
  readonly sent: string[]
  readonly tried: ConversationId[]
  /** When each was tried, in ms. */
  readonly times: number[]
  carry(): Promise<void>
}

function stage(
  given: Partial<Pick<Channel, 'split'>> & {
    readonly clock?: () => Date
    send?(to: ConversationId, message: Outgoing): Promise<unknown>
  } = {},
): Stage {
  const sent: string[] = []
  const tried: ConversationId[] = []
  const times: number[] = []
  const channel = (name: string): Channel => ({
    name,
    start: async () => undefined,
    stop: async () => undefined,
    split: given.split ?? ((message) => [message]),
    async send(to, message) {
      tried.push(to)
      times.push(performance.now())
      await given.send?.(to, message)
      sent.push(`${to} ${message.text}`)
      return `p${sent.length}`
    },
    showTyping: async () => undefined,
  })
  const quiet = (): void => undefined
  const silent = { info: quiet, warn: quiet, error: failing, debug: quiet } as unknown as Log
  const postman = createPostman({
    letters,
    mailbox,
    log: silent,
    clock: given.clock ?? (() => DAY),
    timeZone: 'Asia/Jakarta',
    channel,
  })
  return { sent, tried, times, carry: postman.carry }
}

function failing(fields: { readonly err?: unknown }): never {
  throw fields.err
}

/** Lets so many seconds pass for whatever waits. */
async function later(seconds: number): Promise<void> {
  await database.query('update message set not_before = not_before - make_interval(secs => $1)', [seconds])
}

async function linked(person: string, conversations: readonly string[]): Promise<void> {
  await database.query('insert into person (id) overriding system value values ($1::bigint)', [person])
  for (const conversation of conversations) {
    await database.query('insert into conversation (id) values ($1)', [conversation])
    await database.query(
      'insert into account (id, name, conversation, person) values ($1, $1, $1, $2::bigint)',
      [conversation, person],
    )
  }
}
