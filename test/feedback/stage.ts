import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Channel } from '../../src/chat/channel.ts'
import type { Feature, Outbox } from '../../src/chat/feature.ts'
import type { Choice, Content, ConversationId, Incoming, Outgoing } from '../../src/chat/message.ts'
import { isTraceless, takeTurn } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { createAudiences } from '../../src/directory.ts'
import { Unreadable } from '../../src/errors.ts'
import { createFeedback } from '../../src/features/feedback/feature.ts'
import { createPeopleStore } from '../../src/features/people/store.ts'
import { createFileStore, createKeeping } from '../../src/files.ts'
import { type Day, dayAt } from '../../src/indonesian/dates.ts'
import type { Log } from '../../src/log.ts'
import { createAdvance } from '../../src/mailbox/advance.ts'
import { createMailbox } from '../../src/mailbox/mailbox.ts'
import { createReturnAddresses } from '../../src/mailbox/return-addresses.ts'
import type { ChatModel } from '../../src/model/model.ts'
import { createSeal } from '../../src/seal.ts'
import { employ, NIP, seat } from '../people/staff.ts'
import { freshDatabase } from '../support/database.ts'

/** Citizens and a small office (see `employ`) who talk with the feature through the mailbox; Ciracas has a service. */
export async function citizens({ chat }: { readonly chat?: ChatModel } = {}) {
  const database = await freshDatabase()
  await furnish(database)
  const seal = createSeal('kunci uji')
  const mailbox = createMailbox(database, seal)
  const heard = new Map<ConversationId, Outgoing[]>()
  const logged: object[] = []
  /** What the platform holds of files that were sent in, by what it calls them. */
  const sendable = new Map<string, Uint8Array>()
  const log = (fields: object, message: string): void => void logged.push({ ...fields, message })
  const logger = { debug: log, info: log, warn: log, error: log } as unknown as Log // as much of one as is used
  const channel: Channel = {
    name: 'telegram',
    start: async () => undefined,
    stop: async () => undefined,
    split: (message) => [message],
    async send(to, message) {
      heard.set(to, [...(heard.get(to) ?? []), message])
      return String(heard.size)
    },
    showTyping: async () => undefined,
    async open(ref) {
      const bytes = sendable.get(ref)
      if (bytes === undefined) throw new Unreadable('gone')
      return bytes
    },
  }
  const directory = mkdtempSync(join(tmpdir(), 'abdi-warga-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  const addresses = createReturnAddresses(seal, (name) => (name === 'telegram' ? channel : undefined))
  const said = new Set<ConversationId>()
  let now = new Date('2026-03-02T09:00:00+07:00')
  const outbox: Outbox = {
    async say(to, message, key) {
      await mailbox.say(to, [message], key)
      said.add(to) // whoever is answered right now hears it after that
    },
    revise: async () => undefined,
  }
  const feedback = createFeedback({
    database,
    seal,
    outbox,
    log: logger,
    ...(chat && { chat }),
    audiences: createAudiences(database),
    clock: () => now,
    timeZone: 'Asia/Jakarta',
    organization: 'Pemerintah Kota Serang',
    files: createKeeping(createFileStore({ database, at: { kind: 'directory', directory } }), () => channel),
    link: (payload) => `https://t.me/abdi_uji_bot?start=${payload}`,
    addressOf: addresses.addressOf,
    isOf: addresses.isOf,
  })
  const people = createPeopleStore(database, () => dayAt(now, 'Asia/Jakarta'))
  const features: readonly Feature[] = [
    feedback.feature,
    { name: 'others', otherwise: async () => ({ say: [{ text: '(pertanyaan)' }] }) },
  ]
  const { advance } = createAdvance({
    mailbox,
    log: logger,
    channel: (name) => ({ telegram: channel, sealed: addresses.channel })[name],
    person: people.person,
    atOnce: 1,
    turn: (message, person, state, preview) =>
      takeTurn({ features, person, now, timeZone: 'Asia/Jakarta', preview }, message, state),
  })
  let messages = 0

  /** Says something and resolves to what is said then; a label in brackets presses the button of that name. */
  const say = (who: string, words: string): Promise<readonly string[]> =>
    tell(who, contentOf(words, heard.get(`telegram:${who}`)?.at(-1)?.choices ?? []))

  async function deliver(): Promise<void> {
    for (const to of said) {
      said.delete(to)
      await advance(to)
    }
  }

  async function tell(who: string, content: Content): Promise<readonly string[]> {
    const conversation: ConversationId = `telegram:${who}`
    const before = heard.get(conversation)?.length ?? 0
    const message: Incoming = {
      id: `${conversation}:m${++messages}`,
      conversation,
      sender: { account: conversation, name: `Penulis ${who}` },
      content,
      sentAt: now,
    }
    await mailbox.receive(message, isTraceless(message, features))
    await advance(conversation)
    await deliver()
    return (heard.get(conversation) ?? []).slice(before).map(({ text }) => text)
  }

  return {
    database,
    mailbox,
    addresses,
    heard,
    logged,
    advance,
    say,
    feature: feedback.feature,
    directory,
    sendable,
    /** Sends whatever is no text. */
    tell,
    /** Presses a button by its value, whether it was ever offered or not. */
    press: (who: string, value: string) => tell(who, { kind: 'choice', value }),
    /** Lets it be a morning, and the clock tick: for all jobs, or for the one of a name. */
    async morning(day: Day, name?: string): Promise<void> {
      now = new Date(`${day}T07:15:00+07:00`)
      for (const one of feedback.jobs) if (name === undefined || one.name === name) await one.run({})
      await deliver()
    },
  }
}

function contentOf(words: string, choices: readonly Choice[]): Content {
  const label = /^\[(.+)\]$/.exec(words)?.[1]
  if (label === undefined) return { kind: 'text', text: words }
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
    `insert into service (unit, name, key) values (2, 'Loket Pendaftaran', 'loket pendaftaran')`,
  )
  for (const [name, nip] of Object.entries(NIP)) await seat(database, nip, `telegram:${name}`)
}

/** Every row of every table of a database, as text. */
export async function everything(database: Database): Promise<readonly string[]> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('migration')`,
  )
  const rows: string[] = []
  for (const { name } of tables)
    rows.push(
      ...(await database.query<{ row: string }>(`select one::text as row from ${name} one`)).map(
        ({ row }) => row,
      ),
    )
  return rows
}
