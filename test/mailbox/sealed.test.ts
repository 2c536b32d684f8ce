import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Channel } from '../../src/chat/channel.ts'
import { type Feature, whenSent } from '../../src/chat/feature.ts'
import { text } from '../../src/chat/fields.ts'
import type { Form } from '../../src/chat/form.ts'
import type { Content, ConversationId, Incoming, Outgoing } from '../../src/chat/message.ts'
import { isTraceless, takeTurn } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import type { Log } from '../../src/log.ts'
import { createAdvance } from '../../src/mailbox/advance.ts'
import { createMailbox, type Mailbox } from '../../src/mailbox/mailbox.ts'
import { createReturnAddresses } from '../../src/mailbox/return-addresses.ts'
import { createSeal } from '../../src/seal.ts'
import { NOW } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const ASTI: ConversationId = 'test:7788'
const WORDS = 'petugasnya minta uang rokok'
const seal = createSeal('kunci uji')
let database: Database
let mailbox: Mailbox
let said: Outgoing[]
let logged: object[]
let number = 0

beforeEach(async () => {
  database = await freshDatabase()
  mailbox = createMailbox(database, seal)
  said = []
  logged = []
})

describe('what leaves no trace', () => {
  it('is answered as all else, and stands nowhere in plain words, at no moment', async () => {
    const talk = stage()
    for (const one of [command('cerita'), WORDS]) {
      await talk.hear(one)
      expect(await traces('cerita', WORDS, 'Tercatat', 'Apa yang terjadi')).toEqual([])
      await talk.answer()
      expect(await traces('cerita', WORDS, 'Tercatat', 'Apa yang terjadi')).toEqual([])
    }
    expect(said.map((message) => message.text)).toEqual(['Apa yang terjadi?', `Tercatat: ${WORDS}`])
    expect(await database.query('select sealed, state from conversation')).toEqual([
      { sealed: false, state: { forms: {}, offered: [], memory: {} } },
    ])
  })

  it('takes along what is said before it is answered, though nobody is asked anything yet', async () => {
    const talk = stage()
    await talk.hear(command('cerita'))
    const early = await talk.hear(WORDS)
    expect(await traces('cerita', WORDS)).toEqual([])
    expect(await mailbox.receive(early)).toBeUndefined()
    await talk.answer()
    expect(said.at(-1)?.text).toBe(`Tercatat: ${WORDS}`)
    expect(await traces('cerita', WORDS, 'Tercatat')).toEqual([])
    await talk.hear('dan cuti besar?') // nothing sealed is open any more
    expect(await traces('cuti besar')).toEqual(['cuti besar'])
  })

  it('hides what is said at the very moment when somebody is asked', async () => {
    const talk = stage()
    for (const later of [0, 1, 2, 3, 4, 5]) {
      await talk.hear(command('cerita'))
      const writes = async (): Promise<void> => {
        for (let i = 0; i < later; i++) await mailbox.state(ASTI)
        await talk.hear(WORDS)
      }
      await Promise.all([talk.answer(), writes()])
      expect(await traces('cerita', WORDS, 'Tercatat')).toEqual([])
      await talk.answer()
      expect(said.at(-1)?.text).toBe(`Tercatat: ${WORDS}`)
    }
  })

  it('is gone a little later, with the conversation itself, and is not heard again when it is delivered again', async () => {
    const talk = stage()
    const first = await talk.hear(command('cerita'))
    await talk.answer()
    await talk.hear(WORDS)
    await talk.answer()
    expect(await mailbox.efface()).toBe(0) // whoever reads on the web fetches it meanwhile
    expect(await mailbox.since(ASTI, '0')).toHaveLength(4)
    expect(await mailbox.efface(0)).toBe(4)
    expect(await database.query('select id from message')).toEqual([])
    expect(await database.query('select id from conversation')).toEqual([])
    expect(await mailbox.receive(first, true)).toBeUndefined()
    expect(await database.query('select digest from settled')).toHaveLength(2)
    expect(await traces('7788')).toEqual([])
  })

  it('takes along only itself: what was said before and after stays', async () => {
    const talk = stage()
    for (const one of ['apa itu cuti', command('cerita'), WORDS, 'dan cuti besar?']) {
      await talk.hear(one)
      await talk.answer()
    }
    await mailbox.efface(0)
    const lines = await mailbox.since(ASTI, '0')
    expect(lines.map(({ content }) => (content as { text?: string }).text)).toEqual([
      'apa itu cuti',
      'Jawab: apa itu cuti',
      'dan cuti besar?',
      'Jawab: dan cuti besar?',
    ])
  })

  it('stays sealed where it was pressed, said in the middle of it, cancelled, or failed', async () => {
    const talk = stage()
    await talk.hear({ kind: 'choice', value: 'lanjut:4711' })
    await talk.answer()
    await talk.hear('batal')
    await talk.answer()
    expect(said.map((message) => message.text)).toEqual([
      'Apa yang terjadi?',
      expect.stringContaining('batal'),
    ])
    expect(await traces('4711', 'lanjut')).toEqual([])
    await talk.hear(command('cerita'))
    await talk.answer()
    await talk.hear('rusak')
    await talk.answer()
    expect(said.at(-1)?.text).toContain('Maaf')
    expect(await traces('rusak', 'Apa yang terjadi')).toEqual([])
    await talk.hear(WORDS) // the form is still open after it failed
    await talk.answer()
    expect(said.at(-1)?.text).toBe(`Tercatat: ${WORDS}`)
    expect(await mailbox.efface(0)).toBe(10)
    expect(logged).toEqual([{ message: expect.any(String), err: expect.any(TypeError) }]) // and not whose it was
  })

  it('goes on after a restart with the same key', async () => {
    const talk = stage()
    await talk.hear(command('cerita'))
    await talk.answer()
    mailbox = createMailbox(database, createSeal('kunci uji'))
    const later = stage()
    await later.hear(WORDS)
    await later.answer()
    expect(said.at(-1)?.text).toBe(`Tercatat: ${WORDS}`)
  })
})

describe('a return address', () => {
  it('brings an answer to whoever it is of, and shows nobody who that is', async () => {
    const talk = stage()
    const address = talk.addresses.addressOf(ASTI)
    expect(talk.addresses.addressOf(ASTI)).not.toBe(address)
    await mailbox.say(address, [{ text: 'Sudah kami perbaiki.' }], 'ticket:1')
    await talk.advance(address)
    expect(said).toEqual([{ text: 'Sudah kami perbaiki.' }])
    expect(talk.reached).toEqual([ASTI])
    expect(await traces('7788')).toEqual([])
  })

  it('is known as that of its conversation and of no other, and of nobody where the key is another', () => {
    const { addresses } = stage()
    expect(addresses.isOf(addresses.addressOf(ASTI), ASTI)).toBe(true)
    expect(addresses.isOf(addresses.addressOf(ASTI), 'test:7789')).toBe(false)
    const elsewhere = createReturnAddresses(createSeal('lain'), () => undefined)
    expect(addresses.isOf(elsewhere.addressOf(ASTI), ASTI)).toBe(false)
  })

  it('that cannot be opened, or has no channel any more, is known to be unreachable', async () => {
    const talk = stage()
    const lost = createReturnAddresses(createSeal('lain'), () => undefined).addressOf(ASTI)
    const off = talk.addresses.addressOf('slack:D1')
    for (const address of [lost, off]) {
      await mailbox.say(address, [{ text: 'Halo' }], address)
      await talk.advance(address)
    }
    const rows = await database.query('select unreachable from conversation order by unreachable')
    expect(rows).toEqual([
      { unreachable: 'its channel is switched off' },
      { unreachable: 'the key is another by now' },
    ])
    expect(said).toEqual([])
  })
})

const story: Form<{ story: z.ZodString }> = {
  name: 'cerita',
  review: false,
  schema: z.object({ story: z.string() }),
  questions: { story: { ask: () => 'Apa yang terjadi?', label: () => 'Cerita', field: text() } },
}
const features: readonly Feature[] = [
  {
    name: 'stories',
    commands: [
      {
        name: 'cerita',
        audience: 'citizen',
        traceless: true,
        run: async () => ({ say: [], open: { form: 'cerita', answers: {} } }),
      },
    ],
    actions: [
      {
        name: 'lanjut',
        audience: 'citizen',
        traceless: true,
        run: async () => ({ say: [], open: { form: 'cerita', answers: {} } }),
      },
    ],
    forms: [
      {
        ...whenSent(story, async (_, answers) => {
          if (answers.story === 'rusak') throw new TypeError('a bug')
          return { say: [{ text: `Tercatat: ${answers.story}` }] }
        }),
        traceless: true,
      },
    ],
  },
  {
    name: 'others',
    otherwise: async ({ message: { content } }) => ({
      say: [{ text: `Jawab: ${content.kind === 'text' ? content.text : ''}` }],
    }),
  },
]

/** The mailbox's worker with the kernel's turn, and a channel that remembers what it was given. */
function stage() {
  const reached: ConversationId[] = []
  const channel: Channel = {
    name: 'test',
    start: async () => undefined,
    stop: async () => undefined,
    split: (message) => [message],
    async send(to, message) {
      reached.push(to)
      return String(said.push(message))
    },
    showTyping: async () => undefined,
  }
  const addresses = createReturnAddresses(seal, (name) => (name === 'test' ? channel : undefined))
  const log = (fields: object): void => void logged.push(fields)
  const { advance } = createAdvance({
    mailbox,
    log: { debug: log, info: log, warn: log, error: log } as unknown as Log,
    channel: (name) => ({ test: channel, sealed: addresses.channel })[name],
    person: async (account, name) => ({ account, name, role: 'citizen', language: 'id' }),
    atOnce: 1,
    turn: (message, person, state, preview) =>
      takeTurn({ features, person, now: NOW, timeZone: 'Asia/Jakarta', preview }, message, state),
  })
  return {
    advance,
    addresses,
    reached,
    answer: () => advance(ASTI),
    async hear(content: Content | string): Promise<Incoming> {
      const message: Incoming = {
        id: `${ASTI}:${++number}`,
        conversation: ASTI,
        sender: { account: ASTI, name: 'Asti' },
        content: typeof content === 'string' ? { kind: 'text', text: content } : content,
        sentAt: NOW,
      }
      await mailbox.receive(message, isTraceless(message, features))
      return message
    },
  }
}

function command(name: string): Content {
  return { kind: 'text', text: `/${name}` }
}

/** Of some words those that stand in any row of a talk. */
async function traces(...words: readonly string[]): Promise<readonly string[]> {
  const rows = await database.query<{ row: string }>(
    `select message::text as row from message where conversation <> $1
     union all select content::text from message
     union all select state::text from conversation
     union all select id from conversation where id <> $1
     union all select settled::text from settled`,
    [ASTI], // while a talk goes on there is a row of it, with whose it is
  )
  const all = rows.map(({ row }) => row).join('\n')
  return words.filter((word) => all.includes(word))
}
