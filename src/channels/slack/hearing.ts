import type { Inbox } from '../../chat/channel.ts'
import type { ConversationId, Incoming } from '../../chat/message.ts'
import { Unreachable } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { takeOver, UNREADABLE } from './desk.ts'
import { asOurs } from './failures.ts'
import { readBody, teamsOf } from './incoming.ts'
import { type Meaning, placeOf, type Said } from './meaning.ts'
import { errorsOf } from './modals.ts'
import type { People } from './people.ts'
import type { Surfaces } from './surfaces.ts'
import { texts } from './texts.ts'

/** Who the bot is in its workspace. */
export interface Self {
  readonly user: string
  readonly bot: string
  readonly team: string
}

/** What hearing needs: the commands people may type, whom it hears, and where what it cannot store is shown. */
export interface HearingContext {
  readonly commands: readonly string[]
  readonly people: People
  readonly surfaces: Surfaces
  readonly log: Log
  inbox(): Inbox
}

type Respond = (response: object) => Promise<void>

/** So long a message waits for the one before it to be stored; Slack waits 3 s for each, also for the last of many. */
const HEAD_START_MS = 500
const MOST_TRIGGERS = 1_000

/** Takes what Slack sends, one person's in its order; each call resolves once it is stored or rightly passed over. */
export function createHearing({ commands, people, surfaces, log, inbox }: HearingContext) {
  const turns = new Map<string, Promise<void>>()
  const pulled = new Set<string>() // triggers that opened a page, as each does but once

  async function hear(meaning: Extract<Meaning, { said: Said }>, respond: Respond): Promise<void> {
    const { said } = meaning
    const typedIn = 'dm' in said.where ? said.where.from : undefined
    let message: Incoming
    try {
      message = await incoming(said)
    } catch (error) {
      if (typedIn === undefined || !(asOurs(error) instanceof Unreachable)) throw error
      return respond({ response_type: 'ephemeral', text: texts.cannotWrite })
    }
    const { conversation, sender } = message
    if (meaning.kind === 'sheet') {
      const { trigger } = meaning
      if (pulled.has(trigger)) return
      const open = await inbox().sheet(conversation, sender, meaning.said.content.form)
      if (await surfaces.openSheet(trigger, conversation, open)) {
        if (pulled.size >= MOST_TRIGGERS) pulled.clear()
        pulled.add(trigger)
        return
      }
    }
    if (meaning.kind === 'sent') {
      const { form, answers } = meaning.said.content
      const hints = (await inbox().sheet(conversation, sender, form))?.check(answers)
      const errors = hints && errorsOf(hints, meaning.asked)
      if (errors !== undefined) return respond({ response_action: 'errors', errors })
    }
    if ('ifKnown' in said.where && !(await inbox().knows(conversation))) return
    await inbox().receive(message)
    for (const [i, content] of (said.also ?? []).entries())
      await inbox().receive({ ...message, id: `${message.id}+${i + 1}`, content })
    if (typedIn !== undefined && `slack:${typedIn}` !== conversation)
      await respond({ response_type: 'ephemeral', text: texts.answeredInPrivate })
  }

  async function incoming({ id, where, user, name, content, sentAt, edited }: Said): Promise<Incoming> {
    const sender = { account: `slack:${user}`, name: await people.nameOf(user, name ?? user) }
    const conversation: ConversationId =
      'dm' in where ? `slack:${await people.chatWith(user)}` : where.conversation
    const { channel } = placeOf(conversation)
    if (channel.startsWith('D')) people.met(user, channel)
    const shared = 'shared' in where && where.shared
    const aside = 'ifKnown' in where && where.ifKnown === true
    return {
      id,
      conversation,
      sender,
      content,
      sentAt,
      shared,
      ...(edited && { edited }),
      ...(aside && { aside }),
    }
  }

  /** What cannot be read would come again for ever, so it is passed over. */
  function read(body: Readonly<Record<string, unknown>>, self: Self): Meaning | undefined {
    try {
      return readBody(body, { user: self.user, commands })
    } catch (error) {
      log.error({ event: body.event_id, type: body.type, err: error }, UNREADABLE)
      return undefined
    }
  }

  /** The next begins once the one before is stored, or on its way for so long that it cannot be overtaken. */
  function inOrder(user: string, work: () => Promise<void>): Promise<void> {
    const turn = (turns.get(user) ?? Promise.resolve()).then(work)
    const passed = atMost(turn, HEAD_START_MS)
    turns.set(user, passed)
    void passed.then(() => turns.get(user) === passed && turns.delete(user))
    return turn
  }

  return {
    async take(body: Readonly<Record<string, unknown>>, self: Self, respond: Respond): Promise<void> {
      takeOver(body)
      const stranger = teamsOf(body).find((team) => team !== self.team)
      if (stranger !== undefined) {
        log.warn({ team: stranger, type: body.type }, 'something came from another workspace and was refused')
        return
      }
      const meaning = read(body, self)
      if (meaning === undefined) return
      if (meaning.kind === 'home') return surfaces.showHome(meaning.user, inbox())
      if (meaning.kind === 'agent') return surfaces.suggest(meaning.channel, meaning.thread)
      await inOrder(meaning.said.user, () => hear(meaning, respond))
    },
  }
}

/** Resolves when something is over, however it ended, or after so many ms. */
function atMost(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    const end = (): void => {
      clearTimeout(timer)
      resolve()
    }
    work.then(end, end)
  })
}
