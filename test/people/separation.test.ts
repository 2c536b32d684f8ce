import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Json, ROLES, type Role } from '../../src/chat/feature.ts'
import type { ConversationId } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { digestOf, newCode } from '../../src/features/people/code.ts'
import { createPeopleStore } from '../../src/features/people/store.ts'
import { type AdvanceContext, createAdvance } from '../../src/mailbox/advance.ts'
import { createMailbox } from '../../src/mailbox/mailbox.ts'
import { NOW, recording } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const CHANNELS = ['telegram', 'slack', 'web', 'test', 'slack']
const who = fc.constantFrom(...CHANNELS.keys())
const move = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ask' as const), who, shared: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('code' as const), who, other: who }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('agree' as const), nth: fc.nat(5), yes: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('link' as const), who, other: who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unlink' as const), who, other: who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('claim' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('grant' as const), who, role: fc.constantFrom(...ROLES) }),
  },
)
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

it('no order of linking, unlinking and claiming gives anybody another’s role or memory', async () => {
  const database = await freshDatabase()
  let worlds = 0
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 30 }), async (moves) => {
      const world = await createWorld(database, worlds++)
      for (const one of moves) {
        await world.does(one)
        await world.checks()
      }
    }),
    { numRuns: 20 },
  )
}, 120_000)

/** New accounts on a database, and beside it what should be true of them. */
async function createWorld(database: Database, world: number) {
  await database.query(`update account set role = 'citizen'`)
  const accounts = CHANNELS.map((channel, i): ConversationId => `${channel}:${world}-${i}`)
  const room: ConversationId = `test:room-${world}`
  const store = createPeopleStore(database)
  const mailbox = createMailbox(database)
  const group = accounts.map((_, i) => i)
  const roles: Role[] = accounts.map(() => 'citizen')
  /** When two were last parted: what one asked before, the other must not see. */
  const parted = new Map<string, number>()
  const requests: { readonly by: number; readonly of: number; readonly id: string }[] = []
  let time = 0
  const accountOf = (i: number): ConversationId => accounts[i] ?? room
  const ownerOf = (i: number) => ({ id: accountOf(i), name: accountOf(i), conversation: accountOf(i) })
  const key = (kind: string): string => `${kind}-${world}-${time}`

  /** Remembers who asked what when, and looks at what it remembers. */
  const turn: AdvanceContext['turn'] = async (message, person, state) => {
    const me = accounts.indexOf(person.account as ConversationId)
    const before = (state.memory.questions ?? []) as readonly string[]
    for (const tag of before) {
      const [by, at, where] = tag.split(' ').map(Number)
      if (message.shared) expect(where, 'nothing private is known where others read').toBe(1)
      else {
        expect(where, 'what was asked before all is theirs').toBe(0)
        expect(group[by ?? -1], `${me} knows what ${by} asked`).toBe(group[me])
        expect(at).toBeGreaterThanOrEqual(parted.get(pair(me, by ?? -1)) ?? 0)
      }
    }
    const memory: Json = [...before, `${me} ${time} ${message.shared ? 1 : 0}`].slice(-8)
    return { replies: [], state: { forms: {}, offered: [], memory: { questions: memory } } }
  }
  const log: string[] = []
  const { advance } = createAdvance({
    mailbox,
    log: recording(log),
    channel: () => undefined,
    person: store.person,
    atOnce: 4,
    turn,
  })

  async function ask(i: number, shared: boolean): Promise<void> {
    const account = accountOf(i)
    const conversation = shared ? room : account
    const content = { kind: 'text', text: 'x' } as const
    const sender = { account, name: account }
    await mailbox.receive({ id: key('q'), conversation, sender, content, sentAt: NOW, shared })
    await advance(conversation)
    expect(log).toEqual([])
  }

  async function code(of: number, by: number): Promise<boolean> {
    const digest = digestOf(newCode()) ?? ''
    await store.issue(ownerOf(of), digest, NOW)
    const result = await store.redeem(accountOf(by), digest, key('c'), NOW)
    expect(result === 'own').toBe(of === by)
    expect(result === 'together').toBe(of !== by && group[of] === group[by])
    if (typeof result === 'object') requests.push({ by, of, id: result.request })
    return typeof result === 'object'
  }

  async function agree({ by, of, id }: (typeof requests)[number], yes: boolean): Promise<void> {
    const request = await store.request(id, ownerOf(by), NOW)
    if (request === undefined) return
    if (!yes) return store.decline(id, accountOf(by))
    const seen = [...request.theirs, ...request.mine].map((account) => account.id)
    const agreement = { request: id, owner: ownerOf(by), seen, facts: {}, message: key('a'), now: NOW }
    const linked = await store.link(agreement)
    if (typeof linked === 'string') return
    const [from, to] = [group[of] ?? -1, group[by] ?? -1]
    for (const i of group.keys()) if (group[i] === from) group[i] = to
  }

  async function unlink(by: number, i: number): Promise<void> {
    const together = group[by] === group[i]
    const alone = group.filter((one) => one === group[i]).length < 2
    const result = await store.unlink(accountOf(by), accountOf(i), key('u'), NOW)
    expect(result !== undefined).toBe(together && !alone)
    if (result === undefined) return
    for (const other of group.keys()) if (group[other] === group[i]) parted.set(pair(i, other), time)
    parted.delete(pair(i, i))
    group[i] = accounts.length + time
  }

  return {
    async does(one: Move): Promise<void> {
      time++
      if (one.kind === 'ask') return ask(one.who, one.shared)
      if (one.kind === 'unlink') return unlink(one.who, one.other)
      if (one.kind === 'code') return void (await code(one.who, one.other))
      if (one.kind === 'link') {
        const request = (await code(one.who, one.other)) ? requests.at(-1) : undefined
        return request && agree(request, true)
      }
      if (one.kind === 'agree') {
        const request = requests.at(-1 - one.nth)
        return request && agree(request, one.yes)
      }
      const { id, name, conversation } = ownerOf(one.who)
      if (one.kind === 'claim') {
        const first = await store.claim(id, name, conversation)
        expect(first).toBe(!roles.includes('admin'))
        if (first) roles[one.who] = 'admin'
        return
      }
      await database.query(
        `insert into account (id, name, role, conversation) values ($1, $1, $2, $1)
         on conflict (id) do update set role = excluded.role`,
        [id, one.role],
      )
      roles[one.who] = one.role
    },

    /** Everybody has the highest role among their own accounts, and knows exactly these. */
    async checks(): Promise<void> {
      for (const [i, account] of accounts.entries()) {
        const mine = accounts.filter((_, other) => group[other] === group[i])
        const highest = ROLES.findLast((role) =>
          roles.some((one, k) => one === role && group[k] === group[i]),
        )
        const person = await store.person(account, '')
        expect(person.role).toBe(highest)
        expect(person.accounts ?? [account]).toEqual(mine.toSorted())
      }
    },
  }
}

function pair(a: number, b: number): string {
  return [a, b].toSorted().join()
}
