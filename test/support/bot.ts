import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { type Bot, createBot } from '../../src/bot.ts'
import { toPlain } from '../../src/channels/markdown.ts'
import type { Channel, Inbox, Profile } from '../../src/chat/channel.ts'
import type { Choice, Content, ConversationId, Outgoing } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { Unreadable } from '../../src/errors.ts'
import { loadPrompts } from '../../src/features/questions/model/prompts.ts'
import { createFileStore, type FileStore } from '../../src/files.ts'
import type { Log } from '../../src/log.ts'
import type { ChatModel, EmbeddingModel } from '../../src/model/model.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { createSearch } from '../../src/regulations/search.ts'
import { freshDatabase } from './database.ts'
import { emptied } from './emptied.ts'
import { KNOWLEDGE } from './knowledge.ts'

/** The code with which a test claims the first administrator. */
export const CLAIM_CODE = 'UJI-COBA-1234'

/** The day every test happens on, unless it moves the clock: a Monday morning in Jakarta. */
export const NOW = new Date('2026-03-02T09:00:00+07:00')

/** What a test may replace in the bot. */
export interface TestOptions {
  readonly chat?: ChatModel
  /** Rewrites questions and orders what was found; without it neither is done. */
  readonly quick?: ChatModel
  readonly embedding?: EmbeddingModel
  readonly clock?: () => Date
  /** What the platforms say about accounts ("slack:wati"). */
  readonly profiles?: Readonly<Record<string, Profile>>
  /** The files that people send in, by their names; without them the channels take none. */
  readonly files?: Readonly<Record<string, Uint8Array>>
}

/** Somebody who talks to the bot from one account. */
export interface TestPerson {
  readonly conversation: ConversationId
  /** Sends something and resolves to all that was said in return. */
  sends(content: Content, id?: string): Promise<readonly Outgoing[]>
  says(text: string): Promise<readonly Outgoing[]>
  /** Presses a button that was offered before, by its label. */
  presses(label: string): Promise<readonly Outgoing[]>
  /** Sends in one of the test's files. */
  sendsFile(name: string): Promise<readonly Outgoing[]>
}

/** The whole bot on a fresh database behind fake channels. */
export interface TestBot {
  readonly bot: Bot
  readonly database: Database
  readonly log: readonly string[]
  readonly files: FileStore
  /**
   * Somebody in a private chat of the test channel; "Wati_slack" writes from another channel, "Wati_slack_utas" in a
   * conversation there that others read.
   */
  person(name: string): TestPerson
  /** All that reached a conversation so far. */
  heard(conversation: ConversationId): readonly Outgoing[]
  /** Stops the bot and builds it anew from the database. */
  rebuild(): Promise<void>
}

const CHANNELS = ['test', 'telegram', 'slack', 'web']
const lexicon = readLexicon(KNOWLEDGE)
const prompts = loadPrompts()
/** A directory of its own for what is sent in; it is made when the first file is kept. */
const KEPT = join(tmpdir(), `abdi-uji-${randomUUID()}`)
afterAll(() => rm(KEPT, { recursive: true, force: true }))

/** Builds the bot on an emptied database; the model is scripted, the clock stands still. */
export async function testBot(options: TestOptions = {}): Promise<TestBot> {
  const database = await freshDatabase()
  await emptied(database, 'file, file_use')
  const heard = new Map<ConversationId, Outgoing[]>()
  const log: string[] = []
  let inbox: Inbox | undefined
  const channelNamed = (name: string): Channel => ({
    name,
    ...(name === 'telegram' && { contact: true }),
    async start(into) {
      inbox = into
    },
    stop: async () => undefined,
    split: (message) => [message],
    async send(to, message) {
      heard.set(to, [...(heard.get(to) ?? []), message])
      return randomUUID()
    },
    showTyping: async () => undefined,
    profile: async (account) => options.profiles?.[account] ?? {},
    ...(options.files && { open: async (ref) => opened(options.files?.[ref]) }),
  })
  const build = async (): Promise<Bot> => {
    const bot = assemble(database, log, options)
    for (const name of CHANNELS) await bot.listen(channelNamed(name))
    return bot
  }
  let bot = await build()

  return {
    get bot() {
      return bot
    },
    database,
    log,
    files: filesOf(database),
    heard: (conversation) => heard.get(conversation) ?? [],
    async rebuild() {
      await bot.stop()
      bot = await build()
    },
    person(who) {
      const [name = '', on = 'test', room] = who.split('_')
      const account: ConversationId = `${on}:${name.toLowerCase()}`
      const conversation: ConversationId = room ? `${on}:${room}` : account
      const sends = async (content: Content, id = `test:${randomUUID()}`): Promise<readonly Outgoing[]> => {
        const before = heard.get(conversation)?.length ?? 0
        await inbox?.receive({
          id,
          conversation,
          sender: { account, name },
          content,
          sentAt: options.clock?.() ?? NOW,
          ...(room && { shared: true }),
        })
        await bot.advance(conversation)
        return (heard.get(conversation) ?? []).slice(before)
      }
      return {
        conversation,
        sends,
        says: (text) => sends({ kind: 'text', text }),
        async presses(label) {
          const offered = (heard.get(conversation) ?? []).flatMap(({ choices = [] }) => choices)
          const found = offered.findLast((choice: Choice) => choice.label === label)
          expect(
            found,
            `a button "${label}" among ${offered.map((choice) => choice.label).join(', ')}`,
          ).toBeDefined()
          return sends({ kind: 'choice', value: found?.value ?? '' })
        },
        sendsFile: (name) =>
          sends({
            kind: 'file',
            name,
            mime: 'application/octet-stream',
            ref: name,
            size: options.files?.[name]?.length ?? 0,
          }),
      }
    },
  }
}

/** The bot behind a real channel; `database` is one of a test before, `log` gets its lines. */
export async function botOn(
  connect: (bot: Bot) => Channel,
  options: TestOptions & { readonly database?: Database; readonly log?: string[] } = {},
): Promise<Bot> {
  const bot = assemble(options.database ?? (await freshDatabase()), options.log ?? [], options)
  await bot.listen(connect(bot))
  return bot
}

function assemble(database: Database, log: string[], options: TestOptions): Bot {
  return createBot({
    database,
    log: recording(log),
    claimCode: CLAIM_CODE,
    timeZone: 'Asia/Jakarta',
    clock: options.clock ?? (() => NOW),
    organization: 'Pemerintah Kota Serang',
    search: createSearch(database, lexicon),
    lexicon,
    prompts,
    ...(options.chat && { chat: options.chat }),
    ...(options.quick && { quick: options.quick }),
    ...(options.embedding && { embedding: options.embedding }),
    ...(options.files && { files: filesOf(database) }),
  })
}

function filesOf(database: Database): FileStore {
  return createFileStore({ database, at: { kind: 'directory', directory: KEPT } })
}

function opened(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new Unreadable('the platform has it no longer')
  return bytes
}

/**
 * Plays a dialogue: `> says`, `> [presses]`, `> {sends.pdf}`, `< must be said` ("…" stands for anything; a
 * file that comes with it is named in braces), nothing else may be said. `NAME> ` and `NAME< ` speak for somebody
 * else. Plays it a second time with the bot rebuilt from the database before each message.
 */
export async function plays(transcript: string, options: TestOptions = {}): Promise<void> {
  for (const rebuilding of [false, true]) {
    const stage = await testBot(options)
    const heardUpTo = new Map<string, number>()
    const moves = [...transcript.matchAll(/^[ \t]*(?<who>\w*)(?<way>[<>]) ?(?<words>.*)$/gm)].map(
      (match) => match.groups ?? {},
    )
    expect(moves.length, 'a transcript has lines').toBeGreaterThan(1)
    for (const { who = '', way, words = '' } of moves) {
      const person = stage.person(who || 'Wati')
      if (way === '>') {
        expectNothingMore(stage, heardUpTo)
        if (rebuilding) await stage.rebuild()
        const button = /^\[(.+)\]$/.exec(words)?.[1]
        const file = /^\{(.+)\}$/.exec(words)?.[1]
        if (button !== undefined) await person.presses(button)
        else if (file !== undefined) await person.sendsFile(file)
        else await person.says(words)
        await settle(stage)
      } else {
        const at = heardUpTo.get(person.conversation) ?? 0
        const said = stage.heard(person.conversation)[at]
        expect(shown(said), `after so much of the dialogue (rebuilding: ${rebuilding})`).toMatch(
          pattern(words),
        )
        heardUpTo.set(person.conversation, at + 1)
      }
    }
    expectNothingMore(stage, heardUpTo)
    await stage.bot.stop()
  }
}

/** Waits until what a turn said to others has reached them too, also where it is on its way already. */
async function settle({ bot, database }: TestBot): Promise<void> {
  const open = await database.query<{ conversation: ConversationId }>(
    'select distinct conversation from message where done_at is null',
  )
  await Promise.all(open.map(({ conversation }) => bot.advance(conversation)))
}

function expectNothingMore(stage: TestBot, heardUpTo: ReadonlyMap<string, number>): void {
  for (const [conversation, at] of heardUpTo) {
    const more = stage.heard(conversation as ConversationId).slice(at)
    expect(more.map(shown), `nothing else is said in ${conversation}`).toEqual([])
  }
}

/** What somebody sees of a message: its words and, in braces, the name of the file that comes with it. */
function shown(said: Outgoing | undefined): string {
  return said?.file ? `${flat(said.text)} {${said.file.name}}` : flat(said?.text)
}

function flat(text = '(nothing was said)'): string {
  return toPlain(text).replace(/\s+/g, ' ').trim()
}

function pattern(words: string): RegExp {
  const literal = words
    .trim()
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${literal.join('[\\s\\S]*')}$`)
}

/** A log that keeps its lines. */
export function recording(lines: string[]): Log {
  const write = (level: string) => (fields: unknown, message?: string) => {
    lines.push(
      `${level} ${message ?? ''} ${JSON.stringify(fields, (_, value) => (value instanceof Error ? { name: value.name, message: value.message } : value))}`,
    )
  }
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  } as unknown as Log
}
