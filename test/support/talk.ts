import type { Channel } from '../../src/chat/channel.ts'
import type { Feature, Outbox } from '../../src/chat/feature.ts'
import type { Content, ConversationId, Incoming, Outgoing } from '../../src/chat/message.ts'
import { isTraceless, takeTurn } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { Unreadable } from '../../src/errors.ts'
import { createPeopleStore } from '../../src/features/people/store.ts'
import { dayAt } from '../../src/indonesian/dates.ts'
import type { Log } from '../../src/log.ts'
import { createAdvance } from '../../src/mailbox/advance.ts'
import { createMailbox } from '../../src/mailbox/mailbox.ts'
import { createReturnAddresses } from '../../src/mailbox/return-addresses.ts'
import type { Seal } from '../../src/seal.ts'

const ZONE = 'Asia/Jakarta'

/** A platform that keeps what is said to whom, and the mailbox behind it: what features need before anybody can talk. */
export function createTalk(database: Database, seal: Seal, clock: () => Date) {
  const mailbox = createMailbox(database, seal)
  const heard = new Map<ConversationId, Outgoing[]>()
  /** What the platform holds of files that were sent in, by what it calls them. */
  const sendable = new Map<string, Uint8Array>()
  const logged: object[] = []
  const note = (fields: object, message: string): void => void logged.push({ ...fields, message })
  const log = { debug: note, info: note, warn: note, error: note } as unknown as Log // as much of one as is used
  const hear = (to: ConversationId, message: Outgoing): void =>
    void heard.set(to, [...(heard.get(to) ?? []), message])
  let sent = 0
  const channel: Channel = {
    name: 'telegram',
    start: async () => undefined,
    stop: async () => undefined,
    split: (message) => [message],
    async send(to, message) {
      hear(to, message)
      return String(++sent)
    },
    showTyping: async () => undefined,
    async open(ref) {
      const bytes = sendable.get(ref)
      if (bytes === undefined) throw new Unreadable('gone')
      return bytes
    },
  }
  const addresses = createReturnAddresses(seal, (name) => (name === 'telegram' ? channel : undefined))
  const said = new Set<ConversationId>()
  const outbox: Outbox = {
    async say(to, message, key) {
      await mailbox.say(to, [message], key)
      said.add(to) // whoever is answered right now hears it after that
    },
    revise: async () => undefined,
  }
  const people = createPeopleStore(database, () => dayAt(clock(), ZONE))

  /** Lets people talk with features; what none of them takes is a question. */
  function among(...some: readonly Feature[]) {
    const others: Feature = { name: 'others', otherwise: async () => ({ say: [{ text: '(pertanyaan)' }] }) }
    const features = [...some, others]
    let messages = 0
    const { advance } = createAdvance({
      mailbox,
      log,
      channel: (name) => ({ telegram: channel, sealed: addresses.channel })[name],
      person: people.person,
      atOnce: 1,
      turn: (message, person, state, preview) =>
        takeTurn({ features, person, now: clock(), timeZone: ZONE, preview }, message, state),
    })

    /** Delivers what was said to people outside a turn. */
    async function deliver(): Promise<void> {
      for (const to of said) {
        said.delete(to)
        await advance(to)
      }
    }

    /** Sends something, the second time under the same id the same delivery; resolves to what is said then. */
    async function tell(who: string, content: Content, id = `m${++messages}`): Promise<readonly string[]> {
      const conversation: ConversationId = `telegram:${who}`
      const before = heard.get(conversation)?.length ?? 0
      const message: Incoming = {
        id: `${conversation}:${id}`,
        conversation,
        sender: { account: conversation, name: `Penulis ${who}` },
        content,
        sentAt: clock(),
      }
      await mailbox.receive(message, isTraceless(message, features))
      await advance(conversation)
      await deliver()
      return (heard.get(conversation) ?? []).slice(before).map(({ text }) => text)
    }

    return {
      advance,
      deliver,
      tell,
      /** Says something; a label in brackets presses the button of that name. */
      say: (who: string, words: string) => tell(who, contentOf(words, heard.get(`telegram:${who}`) ?? [])),
      /** Presses a button by its value, whether it was ever offered or not. */
      press: (who: string, value: string) => tell(who, { kind: 'choice', value }),
    }
  }

  return {
    mailbox,
    heard,
    hear,
    sendable,
    logged,
    log,
    channel,
    addresses,
    outbox,
    person: people.person,
    among,
  }
}

function contentOf(words: string, heard: readonly Outgoing[]): Content {
  const label = /^\[(.+)\]$/.exec(words)?.[1]
  if (label === undefined) return { kind: 'text', text: words }
  const choices = heard.findLast((one) => one.choices !== undefined)?.choices ?? []
  const found = choices.find((one) => one.label.includes(label))
  if (found === undefined)
    throw new Error(`no "${label}" among ${choices.map((one) => one.label).join(', ')}`)
  return { kind: 'choice', value: found.value }
}
