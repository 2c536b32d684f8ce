import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { ChatModel } from '../../src/model/model.ts'
import { type Delivery, type Person, SLACK_LIMITS } from '../support/slack-server.ts'
import { type Person as Chatter, TELEGRAM_LIMITS } from '../support/telegram-server.ts'
import { type SlackStage, slackStage } from './slack-stage.ts'
import { SECRET, type TelegramStage, telegramStage } from './telegram-stage.ts'

const EVENTS = Number(process.env.RANDOM_EVENTS ?? 400)
const SEED = Number(process.env.RANDOM_SEED ?? 1)
const AT_ONCE = 20
const TIME = { timeout: 60_000 + EVENTS * 200 }

/** Something that happens: what, to whom, where, and with which words. */
interface Move {
  readonly kind: Kind
  readonly who: number
  readonly pick: number
  readonly words: string
  readonly thing: unknown
}

const KINDS = {
  asks: 6,
  'asks in a group': 3,
  'asks in a thread': 3,
  writes: 3,
  edits: 2,
  deletes: 1,
  presses: 8,
  'presses what is gone': 2,
  'presses what never was': 2,
  commands: 4,
  'sends a page': 5,
  'sends any page': 2,
  shares: 1,
  'looks around': 2,
  'comes spoilt': 4,
  'comes broken': 3,
  'comes again': 2,
  strangers: 1,
} as const
type Kind = keyof typeof KINDS

const QUESTIONS = [
  'berapa hari cuti tahunan PNS?',
  'kapan pensiun guru?',
  'apa saja hukuman disiplin berat?',
  'bagaimana cara mengajukan izin belajar?',
  'warna taplak meja ruang tamu apa?',
]

const WORDS = fc.oneof(
  fc.constantFrom('', ' ', '\u0000', '\ud800', '\u202eterbalik', '<!channel> <@U0ABDI>', '[x](y) *_`~|', '/'),
  fc.constantFrom('tidak', 'ya', 'batal', '12,5', '31 Februari', 'besok', '/batal', 'x'.repeat(20_000)),
  fc.constant('<b>&amp;</b>\n\n|a|b|\n|-|-|\n|1|2|\n```\nkode'),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
)
const MOVES = fc.record<Move>({
  kind: fc.oneof(...entries(KINDS).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind) }))),
  who: fc.nat({ max: Math.ceil(EVENTS / 20) }),
  pick: fc.nat({ max: 1_000_000 }),
  words: WORDS,
  thing: fc.oneof(WORDS, fc.double(), fc.boolean(), fc.constant(null), fc.array(WORDS, { maxLength: 2 })),
})
const moves: readonly Move[] = fc.sample(MOVES, { seed: SEED, numRuns: EVENTS })

const chat: ChatModel = {
  name: 'uji',
  async *stream() {
    yield 'Menurut aturan, '
    yield 'jawabannya ada di bawah ini.'
  },
}

test(`Slack: ${EVENTS} events of every kind hurt nobody`, TIME, async () => {
  const stage = await slackStage({
    manner: 'http',
    chat,
    server: {
      limits: {
        posts: { perMinute: 1e6, burst: 1e6 },
        tiers: {
          ...SLACK_LIMITS.tiers,
          3: { perMinute: 1e6, burst: 1e6 },
          4: { perMinute: 1e6, burst: 1e6 },
        },
      },
    },
  })
  const { server, database } = stage
  await stage.start()
  const asked: string[] = []
  const play = slackPlay(stage, asked)
  server.chaos({ seed: SEED, rate429: 0.05, rate5xx: 0.05, rateTimeout: 0.05, duplicate: 0.1, reorder: 0.1 })
  for (let at = 0; at < moves.length; at += AT_ONCE) {
    const sent = moves.slice(at, at + AT_ONCE).map((move) => play(move))
    await server.delivered({ deliveries: (await Promise.all(sent)).flat() }, 60_000)
  }
  server.calm()
  await becomesCalm(stage)
  expect(await unanswered(database, asked)).toEqual([])
  const limited = server.calls.filter(({ outcome }) => outcome === 'limited').map(({ method }) => method)
  expect(limited).toEqual([])
  expect(server.violations).toEqual([])
  const ani = server.person('Ani')
  ani.says('masih di sana?')
  await server.until(() => ani.sees().messages.some(({ ours }) => ours))
})

test(`Telegram: ${EVENTS} events of every kind hurt nobody`, TIME, async () => {
  const plenty = { burst: 1e6 }
  const stage = await telegramStage({
    delivery: 'webhook',
    chat,
    server: {
      limits: {
        perChat: { perSecond: 1e6, ...plenty },
        perGroup: { perMinute: 1e6, ...plenty },
        overall: { perSecond: 1e6, ...plenty },
        ...(TELEGRAM_LIMITS.drafts && { drafts: TELEGRAM_LIMITS.drafts }),
      },
    },
  })
  const { server, database } = stage
  await stage.start()
  await server.called('setWebhook')
  const asked: string[] = []
  const play = telegramPlay(stage, asked)
  server.chaos({ seed: SEED, tooMany: 0.05, serverError: 0.05, dropBefore: 0.03, dropAfter: 0.03 })
  for (let at = 0; at < moves.length; at += AT_ONCE) {
    await Promise.all(moves.slice(at, at + AT_ONCE).map((move) => play(move)))
    await vi.waitFor(() => expect(server.pending()).toEqual([]), { timeout: 60_000, interval: 2 })
  }
  server.calm()
  await becomesCalm(stage)
  expect(await unanswered(database, asked)).toEqual([])
  expect(server.violations).toEqual([])
  const ani = server.user({ id: 5, name: 'Ani' })
  ani.says('masih di sana?')
  await ani.waitFor(1)
})

/** Plays moves in a workspace; each resolves to what Slack has to get through to the bot. */
function slackPlay({ server, hook, bot }: SlackStage, asked: string[]) {
  const room = server.channel('umum')
  const commands = commandNames(bot)
  const wrote: { person: Person; ts: string; channel: string; thread?: string }[] = []
  const pressed: { actionId: string; value: string }[] = []
  const stranger = server.person('Robot lain', { bot: true })
  const post = async (body: string, type: string): Promise<void> => {
    const response = await fetch(hook, {
      method: 'POST',
      headers: { 'content-type': type, ...server.sign(body) },
      body,
    })
    expect([200, 400, 500]).toContain(response.status)
  }
  return async ({ kind, who, pick, words, thing }: Move): Promise<readonly Delivery[]> => {
    const person = server.person(`Orang ${who}`)
    const { dm } = person
    const last = wrote.at(-1 - (pick % 10))
    const question = one(QUESTIONS, pick)
    const say = (text: string, channel: string, thread?: string): readonly Delivery[] => {
      const said = person.says(text, { channel, ...(thread && { thread }) })
      wrote.push({ person, ...said })
      if (text.includes(question)) asked.push(`slack:${channel}:${said.ts}`)
      return said.deliveries
    }
    switch (kind) {
      case 'asks':
        return say(question, dm)
      case 'asks in a group':
        return say(`<@${server.bot.user}> ${question}`, room.id)
      case 'asks in a thread': {
        const root = wrote.findLast((one) => one.person === person && one.channel === dm)
        return say(question, dm, root?.thread ?? root?.ts)
      }
      case 'writes':
        return say(
          words,
          pick % 3 === 0 ? room.id : dm,
          last?.channel === dm ? (last.thread ?? last.ts) : undefined,
        )
      case 'edits':
        return last === undefined ? [] : last.person.edits(last.ts, words, last.channel).deliveries
      case 'deletes': {
        const open = (ts: string) => wrote.some(({ thread }) => thread === ts) // what began a thread stays
        const own = wrote.findLast((one) => one.person === person && one.channel === dm && !open(one.ts))
        if (own === undefined) return []
        for (const other of wrote.splice(0)) if (other.ts !== own.ts) wrote.push(other)
        return person.deletes(own.ts, own.channel).deliveries
      }
      case 'presses': {
        const { messages, home } = person.sees()
        const near = messages.flatMap(({ buttons, ts, channel }) =>
          buttons.map((button) => ({ button, where: { ts, channel } })),
        )
        const own = (home?.buttons ?? []).flatMap((button) => (home ? [{ button, where: home }] : []))
        const found = [...own, ...near].at(-1 - (pick % 8))
        if (found === undefined) return [person.opensHome()]
        const { actionId, value = '', blockId } = found.button
        pressed.push({ actionId, value })
        return [person.presses({ actionId, value, blockId }, found.where)]
      }
      case 'presses what is gone': {
        const { messages } = person.sees()
        const where = { ts: messages[pick % messages.length]?.ts ?? '1772416800.000100', channel: dm }
        return [person.presses(one(pressed, pick) ?? { actionId: 'abdi:choice:0', value: 'a:b' }, where)]
      }
      case 'presses what never was':
        return [
          person.presses(
            { actionId: `entah:${pick}`, value: words },
            { ts: '1772416800.000100', channel: dm },
          ),
        ]
      case 'commands':
        return [
          person.runs(
            `/abdi ${pick % 5 === 0 ? words : one(commands, pick)} ${pick % 3 ? '' : words}`,
            one([dm, room.id, 'C0ASING'], pick),
          ),
        ]
      case 'sends a page': {
        const { modal } = person.sees()
        if (modal === undefined) return [person.runs(`/abdi ${one(commands, pick)}`)]
        const values = modal.fields.map(({ blockId, type, options }) => [
          blockId,
          given(type, words, pick, options),
        ])
        return [person.submits(modal, Object.fromEntries(values))]
      }
      case 'sends any page': {
        const open = person.sees().modal
        const element = {
          type: one(['plain_text_input', 'datepicker', 'number_input', 'entah'], pick),
          value: thing,
        }
        const metadata = JSON.stringify({ conversation: `slack:${dm}`, form: one(commands, pick) })
        const view = {
          id: open?.id ?? 'V1',
          hash: `${pick}.x`,
          callback_id: one(['abdi:sheet', 'entah'], pick),
          private_metadata: open?.open.view.private_metadata ?? one([metadata, words], pick),
          state: {
            values: { [one(open?.fields ?? [], pick)?.blockId ?? words]: { 'abdi:answer': element } },
          },
        }
        const user = { id: person.id, username: 'x', team_id: server.team.id }
        server.push('interactive', {
          type: 'view_submission',
          team: server.team,
          user,
          trigger_id: '1.2',
          view,
        })
        return []
      }
      case 'shares':
        return person.says(words, {
          files: [
            {
              name: words.slice(0, 99).toWellFormed(),
              bytes: words,
              mime: one(['image/png', 'audio/ogg', ''], pick),
            },
          ],
        }).deliveries
      case 'looks around':
        if (pick % 3 === 0 && last !== undefined)
          return [last.person.shortcut(last.ts, { channel: last.channel })]
        return [pick % 2 ? person.opensHome() : person.opensAgent({ channel: room.id })]
      case 'comes spoilt': {
        const model = one(server.deliveries.slice(-50), pick)
        if (model !== undefined) server.push(model.kind, spoilt(model.body, pick, thing))
        return []
      }
      case 'comes broken':
        await post(...broken(words, thing, pick))
        return []
      case 'comes again': {
        const model = one(server.deliveries.filter((each) => each.kind === 'events_api').slice(-50), pick)
        if (model !== undefined) server.redeliver(model)
        return []
      }
      case 'strangers':
        if (pick % 2) return stranger.mentions(question, { channel: room.id }).deliveries
        return [
          server.event(
            { type: 'message', channel: dm, user: person.id, text: question, ts: `${pick}.1` },
            { team: 'T0LAIN' },
          ),
        ]
    }
  }
}

/** Plays moves in chats; each resolves once Telegram has what it is to send. */
function telegramPlay({ server, hook, bot }: TelegramStage, asked: string[]) {
  const commands = commandNames(bot)
  const group = server.group({ id: -1_000_000_000_777, title: 'Umum' })
  const wrote: { person: Chatter; message: number }[] = []
  const pressed: string[] = []
  const updates: ReturnType<typeof server.push>[] = []
  const post = async (body: string, type: string): Promise<void> => {
    const headers = { 'content-type': type, 'x-telegram-bot-api-secret-token': SECRET }
    await (await fetch(hook, { method: 'POST', headers, body })).text()
  }
  return async ({ kind, who, pick, words, thing }: Move): Promise<void> => {
    const person = server.user({ id: 1_000 + who, name: `Orang ${who}` })
    const question = one(QUESTIONS, pick)
    const keep = (update: (typeof updates)[number], asks = false): void => {
      if (update.update_id === 0) return
      updates.push(update)
      if (asks) asked.push(`telegram:${update.update_id}`)
      const { message } = update
      if (message?.chat.id === person.id) wrote.push({ person, message: message.message_id })
    }
    switch (kind) {
      case 'asks':
      case 'asks in a thread': {
        const own = wrote.findLast((one) => one.person === person)
        return keep(person.says(question, own && kind !== 'asks' ? { replyTo: own.message } : {}), true)
      }
      case 'asks in a group':
        return keep(group.says(person, question, { mention: true }), true)
      case 'writes':
        return keep(
          pick % 3 === 0
            ? group.says(person, words || 'x', { mention: pick % 2 === 0 })
            : person.says(words || 'x'),
        )
      case 'edits': {
        const last = wrote.at(-1 - (pick % 10))
        return last && keep(last.person.edits(last.message, words || 'x'))
      }
      case 'presses': {
        const near = person
          .received()
          .flatMap(({ buttons, id }) => buttons.flat().map(({ data }) => ({ data, messageId: id })))
        const { data, messageId } = near.at(-1 - (pick % 8)) ?? {}
        if (data === undefined || messageId === undefined) return keep(person.says(`/${one(commands, pick)}`))
        pressed.push(data)
        return keep(person.presses({ data, messageId }))
      }
      case 'presses what is gone':
      case 'presses what never was': {
        const data = kind === 'presses what is gone' ? one(pressed, pick) : words.slice(0, 60)
        return keep(person.presses({ data: data ?? 'a:b', messageId: pick }))
      }
      case 'commands':
      case 'sends a page':
        return keep(person.says(`/${pick % 5 ? one(commands, pick) : words} ${pick % 3 ? '' : words}`))
      case 'shares':
        if (pick % 3 === 0) return keep(person.sharesContact({ own: pick % 2 === 0 }))
        if (pick % 3 === 1) return keep(person.sharesLocation())
        return keep(
          person.sendsDocument({
            name: words.slice(0, 99).toWellFormed(),
            mime: one(['image/png', '', 'x'], pick),
            caption: words,
          }),
        )
      case 'deletes':
      case 'looks around':
        return keep(pick % 2 ? person.sendsPhoto() : person.forwards({ text: words || 'x' }))
      case 'comes again': {
        const model = one(updates.slice(-50), pick)
        return model && server.redeliver(model)
      }
      case 'comes spoilt':
      case 'sends any page': {
        const model = one(updates.slice(-50), pick)
        if (model === undefined) return
        const { update_id: _known, ...body } = model
        server.push(spoilt(body, pick, thing))
        return
      }
      case 'comes broken':
        return post(...broken(words, thing, pick))
      case 'strangers':
        return keep(server.user({ id: 77, name: 'Robot', isBot: true }).says(question))
    }
  }
}

/** What a field of a page may hold, as Slack's own form lets it through. */
function given(type: string, words: string, pick: number, options: readonly { value: string }[]) {
  if (type === 'number_input') return String((pick % 2_000) / 4)
  if (type === 'datepicker') return new Date(pick * 86_400_000).toISOString().slice(0, 10)
  if (type === 'file_input') return []
  if (options.length > 0) return one(options, pick)?.value ?? null
  return words.slice(0, 3_000) || 'isi'
}

/** A body with one of its values gone, or another thing in its place; whom it names stays, or is no name at all. */
function spoilt<T extends object>(body: T, pick: number, thing: unknown): T {
  const copy: T = structuredClone(body)
  const places = placesIn(copy)
  const place = one(places, pick)
  if (place === undefined) return copy
  const { of, key } = place
  if (pick % 3 === 0) delete of[key]
  else
    of[key] =
      /(^|_)(id|ts|user|channel|chat)$/.test(key) && ['string', 'number'].includes(typeof thing) ? {} : thing
  return copy
}

function placesIn(value: unknown): readonly { of: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const of = value as Record<string, unknown> // it is an object
  return Object.keys(of).flatMap((key) => [{ of, key }, ...placesIn(of[key])])
}

/** A request that is no JSON, or JSON of nothing in particular. */
function broken(words: string, thing: unknown, pick: number): [string, string] {
  const type = one(['application/json', 'application/x-www-form-urlencoded', 'text/plain'], pick)
  const wrapped = {
    type: one(['event_callback', 'block_actions', words], pick),
    event: thing,
    message: thing,
  }
  const bodies = [words, JSON.stringify(thing), `payload=${words}`, '{"update_id":', JSON.stringify(wrapped)]
  return [one(bodies, pick), type]
}

/** Lets every pause be over until nothing waits any more. */
async function becomesCalm({ bot, database }: SlackStage | TelegramStage): Promise<void> {
  const look = async (): Promise<void> => {
    await database.query('update message set not_before = now() where done_at is null and not_before > now()')
    await Promise.all((await bot.mailbox.neglected(0, 100)).map((conversation) => bot.advance(conversation)))
    expect(await bot.mailbox.backlog()).toEqual({ unanswered: 0, unsent: 0 })
  }
  await vi.waitFor(look, { timeout: TIME.timeout / 2, interval: 20 })
}

/** Those of the questions that were not stored, not answered, or whose answer never arrived. */
async function unanswered(database: SlackStage['database'], keys: readonly string[]): Promise<unknown> {
  return database.query(
    `select wanted.key, asked.failure, reply.failure as lost, asked.conversation
     from unnest($1::text[]) as wanted (key) left join message asked on asked.key = wanted.key
     left join message reply on reply.answers = asked.id
     where asked.done_at is null or asked.failure is not null or reply.platform_id is null`,
    [keys],
  )
}

function commandNames({ features }: SlackStage['bot']): readonly string[] {
  return [...features.flatMap(({ commands = [] }) => commands).map(({ name }) => name), 'batal', 'entah']
}

function one<T>(values: readonly [T, ...T[]] | readonly T[], pick: number): T {
  return values[pick % values.length] as T // callers that may have none say so
}

function entries<K extends string>(weights: Readonly<Record<K, number>>): [K, number][] {
  return Object.entries(weights) as [K, number][]
}
