import type { Update } from 'grammy/types'
import type { TelegramStage } from '../../channels/telegram-stage.ts'
import type { Group, NewUpdate, Person, TelegramServer } from '../telegram-server.ts'
import { commandNames } from './calm.ts'
import { type Kind, type Move, one, QUESTIONS } from './moves.ts'
import { spoilt } from './spoilt.ts'

/** Everything that moves choose from. */
export type Scene = ReturnType<typeof createTelegramScene>

/** What somebody does, and the update it makes, if any. */
type Act = (scene: Scene, move: Move, person: Person) => Update | undefined

/** Private chats and one group. */
export function createTelegramScene({ server, bot }: TelegramStage) {
  return {
    server: server as TelegramServer,
    group: server.group({ id: -1_000_000_000_777, title: 'Umum' }) as Group,
    commands: commandNames(bot),
    wrote: [] as { readonly person: Person; readonly message: number }[],
    /** What buttons that were pressed carry. */
    pressed: [] as string[],
    updates: [] as Update[],
    /** The ids under which the questions are stored. */
    asked: [] as string[],
    /** Those who blocked the bot, or whose account is gone. */
    left: new Set<number>(),
    /** What can be pressed in a chat, the newest last, as it was when all was last calm. */
    onShow: new Map<number, readonly { readonly data: string; readonly messageId: number }[]>(),
  }
}

/** What each kind of move is in Telegram; those that come as they are to the webhook are not here. */
export const ACTS: Readonly<Record<Exclude<Kind, 'comes broken'>, Act>> = {
  asks: (scene, { pick }, person) => asks(scene, person.says(one(QUESTIONS, pick))),
  'asks in a thread'({ wrote, ...scene }, { pick }, person) {
    const own = wrote.findLast((each) => each.person === person)
    return asks(scene, person.says(one(QUESTIONS, pick), own ? { replyTo: own.message } : {}))
  },
  'asks in a group': (scene, { pick }, person) =>
    asks(scene, scene.group.says(person, one(QUESTIONS, pick), { mention: true })),
  writes: ({ group }, { pick, words }, person) =>
    pick % 3 === 0
      ? group.says(person, words || 'x', { mention: pick % 2 === 0 })
      : person.says(words || 'x'),
  edits({ wrote }, { pick, words }) {
    const last = wrote.at(-1 - (pick % 10))
    return last?.person.edits(last.message, words || 'x')
  },
  presses(scene, { pick }, person) {
    const found = scene.onShow.get(person.id)?.at(-1 - (pick % 8))
    if (found === undefined) return person.says(`/${one(scene.commands, pick)}`)
    scene.pressed.push(found.data)
    return person.presses(found)
  },
  'presses in a group'({ onShow, group }, { pick }, person) {
    const found = onShow.get(group.id)?.at(-1 - (pick % 8))
    return found && group.presses(person, found)
  },
  'presses what is gone': ({ pressed }, { pick }, person) =>
    person.presses({ data: one(pressed, pick) ?? 'a:b', messageId: pick }),
  'presses what never was': (_, { pick, words }, person) =>
    person.presses({ data: words.slice(0, 60), messageId: pick }),
  commands,
  'sends a page': commands,
  shares(_, { pick, words }, person) {
    if (pick % 3 === 0) return person.sharesContact({ own: pick % 2 === 0 })
    if (pick % 3 === 1) return person.sharesLocation()
    return person.sendsDocument({
      name: words.slice(0, 99),
      mime: one(['image/png', '', 'x'], pick),
      caption: words,
    })
  },
  deletes: looks,
  'looks around': looks,
  'comes again'({ server, updates }, { pick }) {
    const model = one(updates.slice(-50), pick)
    if (model !== undefined) server.redeliver(model)
    return undefined
  },
  'comes spoilt': comesSpoilt,
  'sends any page': comesSpoilt,
  strangers: (scene, { pick, words }) =>
    pick % 2
      ? scene.server.user({ id: 77, name: 'Robot', isBot: true }).says(one(QUESTIONS, pick))
      : leaves(scene, pick, words),
}

function asks({ asked }: Pick<Scene, 'asked'>, update: Update): Update {
  asked.push(`telegram:${update.update_id}`)
  return update
}

function commands({ commands: names }: Scene, { pick, words }: Move, person: Person): Update {
  return person.says(`/${pick % 5 ? one(names, pick) : words} ${pick % 3 ? '' : words}`)
}

function looks(_: Scene, { pick, words }: Move, person: Person): Update {
  return pick % 2 ? person.sendsPhoto() : person.forwards({ text: words || 'x' })
}

/** Somebody writes who is not there any more for the answer. */
function leaves({ server, left }: Scene, pick: number, words: string): Update {
  const person = server.user({ id: 900_000 + pick, name: 'Mantan' })
  if (left.has(person.id)) return person.unblocks()
  left.add(person.id)
  const update = person.says(words || 'x')
  if (pick % 4 === 0) return person.blocks()
  person.deactivates()
  return update
}

/** Whom it is from and where it belongs stays, or is no such thing at all: of others Telegram itself knows nothing. */
function comesSpoilt({ server, updates }: Scene, { pick, thing }: Move): undefined {
  const model = one(updates.slice(-50), pick)
  if (model === undefined) return
  const { update_id: _known, ...body } = model
  const other = typeof thing === 'number' ? String(thing) : thing
  const { callback_query: press, ...rest } = spoilt(body, pick, other)
  const asBefore = press && typeof press === 'object' && 'id' in press && { ...press, id: idOf(press.id) }
  server.push({ ...rest, ...(press !== undefined && { callback_query: asBefore ?? press }) } as NewUpdate)
}

/** A press that Telegram does not know by its id cannot be acknowledged, which is not the bot's fault. */
function idOf(id: unknown): unknown {
  return typeof id === 'string' && !/^\d+$/.test(id) ? {} : id
}
