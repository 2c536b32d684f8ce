import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { toPlain } from '../../src/channels/markdown.ts'
import { splitMessage } from '../../src/channels/telegram/outgoing.ts'
import type { Feature, Person, Role } from '../../src/chat/feature.ts'
import type { Content, ConversationId, Outgoing } from '../../src/chat/message.ts'
import { type ConversationState, FRESH, takeTurn } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { createAudiences } from '../../src/directory.ts'
import { Unreadable } from '../../src/errors.ts'
import { createBroadcasts } from '../../src/features/broadcasts/feature.ts'
import type { Broadcasting } from '../../src/features/broadcasts/ports.ts'
import { createFileStore, createKeeping } from '../../src/files.ts'
import type { Job } from '../../src/jobs/job.ts'
import { createLetters } from '../../src/mailbox/letters.ts'
import { createMailbox } from '../../src/mailbox/mailbox.ts'
import { NOW, recording } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { emptied } from '../support/emptied.ts'

/** A small office: Dewi and Hana are officers, Agus an administrator, Tono has no account, Joko is a citizen. */
const OFFICE: readonly {
  readonly name: string
  readonly unit: number
  readonly kind?: 'PPPK'
  readonly role?: 'hr' | 'admin'
  readonly account?: false
}[] = [
  { name: 'Dewi', unit: 1, role: 'hr' },
  { name: 'Hana', unit: 3, role: 'hr' },
  { name: 'Agus', unit: 1, role: 'admin' },
  { name: 'Wati', unit: 1 },
  { name: 'Sri', unit: 2, kind: 'PPPK' },
  { name: 'Budi', unit: 1, kind: 'PPPK' },
  { name: 'Tono', unit: 3, account: false },
  { name: 'Rini', unit: 3 },
]
const TIME_ZONE = 'Asia/Jakarta'
const KEPT = join(tmpdir(), `abdi-siaran-${randomUUID()}`)
afterAll(() => rm(KEPT, { recursive: true, force: true }))

/** What a test may replace. */
export interface StageOptions {
  readonly files?: Readonly<Record<string, Uint8Array>>
  readonly now?: Date
  readonly given?: Partial<Broadcasting>
}

export type Stage = Awaited<ReturnType<typeof createStage>>

/** The feature on the real directory and the real letters, with platforms that deliver when they are told to. */
export async function createStage(options: StageOptions = {}) {
  const database = await freshDatabase()
  await furnish(database)
  const heard = new Map<string, Outgoing[]>()
  const states = new Map<string, string>()
  const said = new Map<string, { readonly to: string; message: Outgoing }>()
  const log: string[] = []
  let now = options.now ?? NOW
  const hear = (to: string, message: Outgoing) => heard.set(to, [...(heard.get(to) ?? []), message])
  const letters = createLetters(database)
  const mailbox = createMailbox(database)
  const store = createFileStore({ database, at: { kind: 'directory', directory: KEPT } })
  const channel = {
    open: async (ref: string) => {
      const bytes = options.files?.[ref]
      if (bytes === undefined) throw new Unreadable('the platform has it no longer')
      return bytes
    },
  }
  const { feature, jobs } = createBroadcasts({
    database,
    outbox: {
      async say(to, message, key) {
        if (said.has(key)) return
        said.set(key, { to, message })
        hear(to, message)
      },
      async revise(key, message) {
        const before = said.get(key)
        if (before) before.message = message
      },
    },
    post: letters,
    preview: (message) => [
      { channel: 'telegram', pieces: splitMessage(message) },
      { channel: 'slack', pieces: [message] },
    ],
    files: createKeeping(store, () => (options.files ? (channel as never) : undefined)),
    audiences: createAudiences(database),
    clock: () => now,
    timeZone: TIME_ZONE,
    log: recording(log),
    ...options.given,
  })
  const bystander: Feature = { name: 'rest', otherwise: async () => ({ say: [{ text: 'Itu pertanyaan.' }] }) }

  async function sends(name: string, content: Content, id = `uji:${randomUUID()}`) {
    const account: ConversationId = `telegram:${name.toLowerCase()}`
    const before = heard.get(account)?.length ?? 0
    const state = JSON.parse(states.get(account) ?? JSON.stringify(FRESH)) as ConversationState
    const message = { id, conversation: account, sender: { account, name }, content, sentAt: now }
    const person = await personOf(database, account, name)
    const context = {
      features: [feature, bystander],
      person,
      now,
      timeZone: TIME_ZONE,
      preview: () => undefined,
    }
    const answered = await takeTurn(context, message, state)
    states.set(account, JSON.stringify(answered.state))
    for (const reply of answered.replies) hear(account, reply)
    return (heard.get(account) ?? []).slice(before)
  }

  return {
    database,
    feature,
    jobs,
    letters,
    files: store,
    log,
    said,
    heard: (name: string): readonly Outgoing[] => heard.get(`telegram:${name.toLowerCase()}`) ?? [],
    at(time: string) {
      now = new Date(time)
    },
    sends,
    says: (name: string, text: string, id?: string) => sends(name, { kind: 'text', text }, id),
    sendsFile: (name: string, file: string, caption?: string) =>
      sends(name, {
        kind: 'file',
        name: file,
        mime: 'application/octet-stream',
        ref: file,
        ...(caption !== undefined && { caption }),
      }),
    /** The value of a button that was offered before, by its label. */
    button(name: string, label: string): string {
      const offered = (heard.get(`telegram:${name.toLowerCase()}`) ?? []).flatMap(
        ({ choices = [] }) => choices,
      )
      const current = [...said.values()]
        .filter(({ to }) => to === `telegram:${name.toLowerCase()}`)
        .flatMap(({ message }) => message.choices ?? [])
      const all = [...current, ...offered]
      const found = all.findLast((choice) => choice.label === label)
      expect(found, `a button "${label}" among ${all.map((one) => one.label).join(', ')}`).toBeDefined()
      return found?.value ?? ''
    },
    async presses(name: string, label: string, id?: string) {
      return sends(name, { kind: 'choice', value: this.button(name, label) }, id)
    },
    /** What the message that shows how far it is says now. */
    progress: (id: string): Outgoing | undefined => said.get(`broadcast:${id}:progress`)?.message,
    /** Runs a job as two processes would, and once more. */
    async ticks(name: string) {
      const found = jobs.find((one: Job) => one.name === `broadcasts.${name}`)
      await Promise.all([found?.run({}), found?.run({})])
      await found?.run({})
    },
    /** Delivers letters that may go, at most so many. */
    async delivers(most = 1_000) {
      const night = Number(
        new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: 'numeric', hourCycle: 'h23' }).format(
          now,
        ),
      )
      const due = await letters.due('telegram', { now, night: night >= 21 || night < 6 }, most)
      for (const letter of due) {
        if (!(await letters.take(letter.id))) continue
        hear(letter.conversation, letter.message)
        await letters.delivered(letter.id, 1, randomUUID(), true)
      }
    },
    /** Somebody's platform says that they blocked the bot. */
    async blocks(name: string) {
      const conversation: ConversationId = `telegram:${name.toLowerCase()}`
      await database.query('insert into conversation (id) values ($1) on conflict do nothing', [conversation])
      await mailbox.unreachable(conversation, 'Forbidden: bot was blocked by the user')
    },
  }
}

async function furnish(database: Database): Promise<void> {
  await emptied(database, 'file, file_use, batch, message, conversation')
  await database.query(`delete from setting where name like 'broadcast:%'`)
  await emptied(database, 'broadcast')
  await emptied(database, 'unit, employee, person, account')
  await database.query(
    `insert into unit (name, key, parent) values ('Dinas Kesehatan', 'dinas kesehatan', null),
       ('Puskesmas Ciracas', 'puskesmas ciracas', 1), ('Dinas Sosial', 'dinas sosial', null)`,
  )
  for (const [i, { name, unit, kind, role, account }] of OFFICE.entries()) {
    await database.query(
      `insert into employee (nip, name, kind, unit, position, role) values ($1, $2, $3, $4, 'Staf', $5)`,
      [`19850101201001100${i}`, name, kind ?? 'PNS', unit, role ?? 'employee'],
    )
    if (account !== false) await seat(database, name)
  }
}

/** Gives somebody of the directory an account by their name. */
export async function seat(database: Database, name: string): Promise<void> {
  const account = `telegram:${name.toLowerCase()}`
  await database.query(
    `with born as (insert into person (employee) select id from employee where name = $2 returning id)
     insert into account (id, name, conversation, person, granted_at) select $1, $2, $1, id, null from born`,
    [account, name],
  )
}

/** Lets people into the directory by the hundred: "Pegawai 1" and so on of the Dinas Sosial, each with an account. */
export async function crowd(database: Database, count: number): Promise<void> {
  await database.query(
    `insert into employee (nip, name, kind, unit, position)
     select lpad((198001012005011000 + n)::text, 18, '0'), 'Pegawai ' || n, 'PNS', 3, 'Staf' from generate_series(1, $1) n`,
    [count],
  )
  await database.query(
    `with born as (
       insert into person (employee) select id from employee where name like 'Pegawai %'
         and not exists (select from person where person.employee = employee.id) returning id, employee
     )
     insert into account (id, name, conversation, person, granted_at)
     select 'telegram:p' || employee, 'P', 'telegram:p' || employee, id, null from born`,
  )
}

async function personOf(database: Database, account: string, name: string): Promise<Person> {
  const [row] = await database.query<{ employee: string; role: Role }>(
    `select employee.id as employee, employee.role from account join person on person.id = account.person
     join employee on employee.id = person.employee where account.id = $1`,
    [account],
  )
  return {
    account,
    name,
    role: row?.role ?? 'citizen',
    language: 'id',
    ...(row && { employee: row.employee }),
  }
}

/** What somebody sees of a message: its words and, in braces, the name of the file that comes with it. */
export function shown(message: Outgoing | undefined): string {
  const flat = toPlain(message?.text ?? '(nothing was said)')
    .replace(/\s+/g, ' ')
    .trim()
  return message?.file ? `${flat} {${message.file.name}}` : flat
}

/**
 * Plays a dialogue: `NAME> says`, `NAME> [presses]`, `NAME> {file.pdf} caption`, `NAME< must be said` ("…" stands for
 * anything), `~ what the message of broadcast 1 that shows how far it is says now`, `* job`, `* antar` (letters are delivered), `* 2026-…` (it is so
 * late), `* blokir NAME`, `* datang NAME` (gets an account). Nobody who takes part may hear anything else.
 */
export async function playsBroadcast(transcript: string, options: StageOptions = {}): Promise<Stage> {
  const stage = await createStage(options)
  const upTo = new Map<string, number>()
  const nothingMore = (): void => {
    for (const [name, at] of upTo)
      expect(stage.heard(name).slice(at).map(shown), `nothing else is said to ${name}`).toEqual([])
  }
  for (const line of transcript.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const [, name = '', way, words = ''] = /^(\w*)([<>~*]) ?(.*)$/.exec(line) ?? []
    if (way === '<') {
      const at = upTo.get(name) ?? 0
      expect(shown(stage.heard(name)[at]), line).toMatch(pattern(words))
      upTo.set(name, at + 1)
      continue
    }
    if (way === '~') {
      expect(shown(stage.progress('1')), line).toMatch(pattern(words))
      continue
    }
    nothingMore()
    if (way === '*') await direct(stage, words)
    else {
      upTo.set(name, upTo.get(name) ?? 0)
      const button = /^\[(.+)\]$/.exec(words)?.[1]
      const [, file, caption] = /^\{(.+?)\}\s*(.*)$/.exec(words) ?? []
      if (button !== undefined) await stage.presses(name, button)
      else if (file !== undefined) await stage.sendsFile(name, file, caption || undefined)
      else await stage.says(name, words.replaceAll('\\n', '\n'))
    }
  }
  nothingMore()
  return stage
}

async function direct(stage: Stage, words: string): Promise<void> {
  const [verb = '', value] = words.split(' ')
  if (verb === 'antar') return stage.delivers(value === undefined ? undefined : Number(value))
  if (verb === 'blokir') return stage.blocks(value ?? '')
  if (verb === 'datang') return seat(stage.database, value ?? '')
  if (/^\d{4}-/.test(verb)) return stage.at(`${verb}:00+07:00`)
  return stage.ticks(verb)
}

function pattern(words: string): RegExp {
  const literal = words
    .trim()
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('[\\s\\S]*')}$`)
}
