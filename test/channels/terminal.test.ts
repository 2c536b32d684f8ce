import { PassThrough, Writable } from 'node:stream'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { inboxOf } from '#test/inbox.ts'
import type { Bot } from '../../src/bot.ts'
import { createTerminalChannel } from '../../src/channels/terminal.ts'
import { botOn } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { promisesOfAChannel, type Seen } from './contract.ts'
import { there } from './telegram-stage.ts'

const PROMPT = '\n> '

const running: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of running.splice(0)) await stop()
})

/** A person at a keyboard, with all that came onto the screen. */
function desk() {
  const keyboard = new PassThrough()
  const screen: string[] = []
  const output = new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      screen.push(String(chunk))
      done()
    },
  })
  return { keyboard, screen, terminal: createTerminalChannel(keyboard, output) }
}

promisesOfAChannel<void>({
  name: 'the terminal',
  longest: Number.POSITIVE_INFINITY,
  lacks: ['redelivery', 'buttons that stay', 'markup', 'limits', 'outages', 'blocking', 'files'],
  async open() {
    const database = await freshDatabase()
    const before: string[] = []
    let here: ReturnType<typeof desk> | undefined
    let bot: Bot | undefined
    const stop = async (): Promise<void> => {
      await bot?.stop()
      before.push(...(here?.screen ?? []))
      bot = here = undefined
    }
    running.push(stop)
    const seen = (): readonly Seen[] =>
      [...before, ...(here?.screen ?? [])].filter((written) => written !== PROMPT).map(shown)
    const says = (text: string): void => void there(here).keyboard.write(`${text}\n`)
    return {
      ...LACKING,
      async start() {
        here = desk()
        const { terminal } = here
        bot = await botOn(() => terminal, { database })
      },
      stop,
      conversation: 'terminal:local',
      database,
      get bot() {
        return there(bot)
      },
      says,
      presses(label) {
        const place = there(seen().findLast(({ buttons }) => buttons.length > 0)).buttons.indexOf(label)
        says(String(place + 1))
      },
      split: (message) => there(here).terminal.split(message),
      seen,
      sees: (count) => vi.waitFor(() => there(seen()[count - 1]), { timeout: 5_000, interval: 5 }),
    }
  },
})

function lacking(): never {
  throw new Error('a terminal has nothing of the kind')
}

const LACKING = {
  sendsFile: lacking,
  open: lacking,
  again: lacking,
  told: lacking,
  isTold: lacking,
  cannotStore: lacking,
  holdsUpStoring: lacking,
  fails: lacking,
  postponed: lacking,
  timePasses: lacking,
  unreachable: lacking,
}

/** A message on the screen: its words, then its buttons as a numbered list. */
function shown(written: string): Seen {
  const [, text = '', menu = ''] = /^\n([\s\S]*?)\n(?:((?:\n {2}\d+\. .+)+)\n)?$/.exec(written) ?? []
  return { text, buttons: [...menu.matchAll(/^ {2}\d+\. (.+)$/gm)].map((match) => match[1] ?? '') }
}

describe('in the terminal', () => {
  const heard = (): { texts: string[]; receive: () => Promise<void>; letGo: () => void } => {
    const { promise, resolve } = Promise.withResolvers<void>()
    return { texts: [], receive: () => promise, letGo: resolve }
  }

  test.each(['keluar', ' KELUAR ', 'exit', 'quit'])('"%s" ends the chat', async (word) => {
    const { keyboard, terminal } = desk()
    await terminal.start(inboxOf({ receive: async () => expect.unreachable() }))
    keyboard.write(`${word}\n`)
    await terminal.closed
  })

  test('the end of what was typed ends the chat after every line was taken', async () => {
    const { keyboard, terminal } = desk()
    const texts: unknown[] = []
    await terminal.start(
      inboxOf({
        receive: async ({ content }) => void texts.push(content),
      }),
    )
    keyboard.end('satu\n\n   \ndua\ntiga')
    await terminal.closed
    expect(texts).toEqual(['satu', 'dua', 'tiga'].map((text) => ({ kind: 'text', text })))
  })

  test('the next line is asked for once the answer is there', async () => {
    const { keyboard, screen, terminal } = desk()
    const { receive, letGo } = heard()
    terminal.idle(async () => void screen.push('jawaban'))
    await terminal.start(inboxOf({ receive }))
    keyboard.write('halo\n')
    expect(screen).toEqual([PROMPT])
    letGo()
    await vi.waitFor(() => expect(screen).toEqual([PROMPT, 'jawaban', PROMPT]), { interval: 5 })
    await terminal.stop()
  })

  test('stopping in the middle of an answer waits for the line to be stored, and asks for no other', async () => {
    const { keyboard, screen, terminal } = desk()
    const { receive, letGo } = heard()
    const received = vi.fn(receive)
    await terminal.start(inboxOf({ receive: received }))
    keyboard.write('halo\n')
    await vi.waitFor(() => expect(received).toHaveBeenCalled(), { interval: 5 })
    const stopped = terminal.stop()
    letGo()
    await stopped
    await terminal.closed
    expect(screen).toEqual([PROMPT])
  })

  test('a line that cannot be stored ends the chat with the reason instead of crashing it', async () => {
    const { keyboard, terminal } = desk()
    await terminal.start(
      inboxOf({
        receive: () => Promise.reject(new Error('the database is away')),
      }),
    )
    keyboard.write('halo\n')
    await expect(terminal.closed).rejects.toThrow('the database is away')
    await terminal.stop()
  })

  test('stopping a chat that never began is no trouble', async () => {
    await desk().terminal.stop()
    expect(await desk().terminal.open?.('x')).toBeUndefined()
  })
})
