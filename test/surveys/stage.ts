import { randomUUID } from 'node:crypto'
import type { Channel } from '../../src/chat/channel.ts'
import type { Feature, Letter } from '../../src/chat/feature.ts'
import type { Choice, Content, ConversationId, Incoming, Outgoing } from '../../src/chat/message.ts'
import { isTraceless, takeTurn } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { createAudiences } from '../../src/directory.ts'
import { createPeopleStore } from '../../src/features/people/store.ts'
import type { Survey } from '../../src/features/surveys/definition.ts'
import { createSurveys } from '../../src/features/surveys/feature.ts'
import { type Day, dayAt } from '../../src/indonesian/dates.ts'
import type { Log } from '../../src/log.ts'
import { createAdvance } from '../../src/mailbox/advance.ts'
import { createMailbox } from '../../src/mailbox/mailbox.ts'
import { createSeal } from '../../src/seal.ts'
import { employ, NIP, seat } from '../people/staff.ts'
import { freshDatabase } from '../support/database.ts'

/** Citizens and a small office (see `employ`) who talk with the feature through the mailbox; Ciracas has two services. */
export async function surveyed(only?: readonly Survey[]) {
  const database = await freshDatabase()
  await furnish(database)
  const seal = createSeal('kunci uji')
  const mailbox = createMailbox(database, seal)
  const heard = new Map<ConversationId, Outgoing[]>()
  const logged: object[] = []
  const log = (fields: object, message: string): void => void logged.push({ ...fields, message })
  const batches = new Map<string, Map<string, Letter>>()
  const made: { readonly name: string; readonly bytes: Uint8Array }[] = []
  const channel: Channel = {
    name: 'telegram',
    start: async () => undefined,
    stop: async () => undefined,
    split: (message) => [message],
    async send(to, message) {
      heard.set(to, [...(heard.get(to) ?? []), message])
      return randomUUID()
    },
    showTyping: async () => undefined,
  }
  let now = new Date('2026-03-02T09:00:00+07:00')
  const surveys = createSurveys({
    database,
    seal,
    organization: 'Pemerintah Kota Serang',
    ...(only && { surveys: only }),
    audiences: createAudiences(database),
    clock: () => now,
    timeZone: 'Asia/Jakarta',
    post: {
      async post(batch, letters) {
        const known = batches.get(batch) ?? new Map<string, Letter>()
        batches.set(batch, known)
        for (const letter of letters) {
          if (known.has(letter.recipient)) continue
          known.set(letter.recipient, letter)
          heard.set(letter.to, [...(heard.get(letter.to) ?? []), letter.message])
        }
      },
    },
    files: {
      isPossible: () => true,
      async make(bytes, { name, mime }) {
        made.push({ name, bytes })
        return { hash: 'x', name, mime, size: bytes.length }
      },
    },
  })
  const people = createPeopleStore(database, () => dayAt(now, 'Asia/Jakarta'))
  const features: readonly Feature[] = [
    surveys.feature,
    { name: 'others', otherwise: async () => ({ say: [{ text: '(pertanyaan)' }] }) },
  ]
  const { advance } = createAdvance({
    mailbox,
    log: { debug: log, info: log, warn: log, error: log } as unknown as Log,
    channel: (name) => (name === 'telegram' ? channel : undefined),
    person: people.person,
    atOnce: 1,
    turn: (message, person, state, preview) =>
      takeTurn({ features, person, now, timeZone: 'Asia/Jakarta', preview }, message, state),
  })
  let messages = 0

  async function tell(who: string, content: Content, id = `m${++messages}`): Promise<readonly string[]> {
    const conversation: ConversationId = `telegram:${who}`
    const before = heard.get(conversation)?.length ?? 0
    const message: Incoming = {
      id: `${conversation}:${id}`,
      conversation,
      sender: { account: conversation, name: `Penulis ${who}` },
      content,
      sentAt: now,
    }
    await mailbox.receive(message, isTraceless(message, features))
    await advance(conversation)
    return (heard.get(conversation) ?? []).slice(before).map(({ text }) => text)
  }

  /** Says something and resolves to what is said then; a label in brackets presses the button of that name. */
  const say = (who: string, words: string): Promise<readonly string[]> =>
    tell(who, contentOf(words, heard.get(`telegram:${who}`) ?? []))

  return {
    ...surveys,
    database,
    mailbox,
    heard,
    logged,
    batches,
    made,
    say,
    seal,
    person: people.person,
    /** Presses a button by its value, whether it was ever offered or not. */
    press: (who: string, value: string) => tell(who, { kind: 'choice', value }),
    /** Answers a survey that is open for somebody: what is given, then skips whatever is left. */
    async answers(who: string, given: readonly string[]): Promise<string> {
      let last: readonly string[] = []
      for (const one of given) last = await say(who, one)
      while (/^\*\*\d+\/\d+\*\*/.test(last.at(-1) ?? '')) last = await say(who, 'lewati')
      return last.at(-1) ?? ''
    },
    /** Moves the clock without letting it tick. */
    move(at: string): void {
      now = new Date(at)
    },
    /** Lets it be a morning, and the clock tick. */
    async morning(day: Day): Promise<void> {
      now = new Date(`${day}T09:10:00+07:00`)
      for (const one of surveys.jobs) await one.run({})
    },
  }
}

function contentOf(words: string, heard: readonly Outgoing[]): Content {
  const label = /^\[(.+)\]$/.exec(words)?.[1]
  if (label === undefined) return { kind: 'text', text: words }
  const choices: readonly Choice[] = heard.findLast((one) => one.choices !== undefined)?.choices ?? []
  const found = choices.find((one) => one.label.includes(label))
  if (found === undefined)
    throw new Error(`no "${label}" among ${choices.map((one) => one.label).join(', ')}`)
  return { kind: 'choice', value: found.value }
}

async function furnish(database: Database): Promise<void> {
  await employ(database)
  await database.query(
    `insert into unit (name, key, parent) values ('Puskesmas Taktakan', 'puskesmas taktakan', 1),
       ('Dinas Kependudukan dan Pencatatan Sipil', 'dinas kependudukan dan pencatatan sipil', null)`,
  )
  await database.query(
    `insert into service (unit, name, key) values (2, 'Loket Pendaftaran', 'loket pendaftaran'), (2, 'Apotek', 'apotek')`,
  )
  for (const [name, nip] of Object.entries(NIP)) await seat(database, nip, `telegram:${name}`)
}
