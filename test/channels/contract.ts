import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Bot } from '../../src/bot.ts'
import type { ConversationId, Outgoing } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'

/** Something a person sees: its words and its buttons. */
export interface Seen {
  readonly text: string
  readonly buttons: readonly string[]
}

/** What some platforms do not have: their contract leaves those promises out. */
export type Ability =
  | 'redelivery'
  | 'buttons that stay'
  | 'markup'
  | 'limits'
  | 'outages'
  | 'blocking'
  | 'files'

/** One person on a platform, in a private chat with the real bot. `D` is the platform's word for a delivery. */
export interface Platform<D> {
  readonly conversation: ConversationId
  readonly database: Database
  readonly bot: Bot
  /** Builds the bot from the database and connects it; again after `stop`. */
  start(): Promise<void>
  stop(): Promise<void>
  says(text: string): D
  /** Presses the newest button with that label, or does what stands for it. */
  presses(label: string): D
  sendsFile(name: string, bytes: string, caption: string): D
  open(ref: string): Promise<Uint8Array>
  /** The pieces the channel makes of a message. */
  split(message: Outgoing): readonly Outgoing[]
  seen(): readonly Seen[]
  /** Resolves once so many things were seen. */
  sees(count: number): Promise<Seen>
  /** The platform delivers once more what was delivered. */
  again(delivery: D): void
  /** Resolves once the platform may forget a delivery. */
  told(delivery: D): Promise<void>
  isTold(delivery: D): boolean
  /** The next messages that come in cannot be stored. */
  cannotStore(times: number): void
  /** Holds up storing until the function it returns is called. */
  holdsUpStoring(): () => void
  /** The platform fails the next messages of the bot in one of its ways. */
  fails(how: 'markup' | 'slow down 60' | 'error' | 'connection' | 'blocked', times: number): void
  /** Resolves to the seconds until something postponed is tried again. */
  postponed(): Promise<number>
  timePasses(): Promise<void>
  unreachable(): Promise<string | null>
}

/** A channel and where it is driven; `longest` is the most characters of one piece. */
export interface ChannelUnderTest<D> {
  readonly name: string
  readonly longest: number
  readonly lacks: readonly Ability[]
  open(): Promise<Platform<D>>
}

/** What every channel promises; a test that needs what the platform lacks is skipped. */
export function promisesOfAChannel<D>(under: ChannelUnderTest<D>): void {
  const having = (...abilities: readonly Ability[]) =>
    test.skipIf(abilities.some((ability) => under.lacks.includes(ability)))
  const open = async (): Promise<Platform<D>> => {
    const platform = await under.open()
    await platform.start()
    return platform
  }

  describe(`${under.name} keeps the promises of a channel`, () => {
    test('whoever asks gets an answer with its pasal', async () => {
      const platform = await open()
      platform.says('bolos 5 hari kena sanksi apa?')
      expect((await platform.sees(1)).text).toMatch(/Pasal 9 ayat \(2\)/)
    })

    test('messages sent at once are answered in their order, each once', async () => {
      const platform = await open()
      const names = ['satu', 'dua', 'tiga', 'empat', 'lima']
      for (const name of names) platform.says(`/${name}`)
      await platform.sees(names.length)
      expect(platform.seen().map(({ text }) => /\/(\w+) tidak/.exec(text)?.[1])).toEqual(names)
    })

    test('a button that is pressed does what it says', async () => {
      const platform = await open()
      platform.says('/start')
      expect((await platform.sees(1)).buttons).toContain('Cuti tahunan PNS berapa hari?')
      platform.presses('Cuti tahunan PNS berapa hari?')
      const answer = await platform.sees(2)
      expect(answer.text).toMatch(/12 hari kerja/)
      expect(answer.buttons).toContain('👍')
      platform.presses('👍')
      expect((await platform.sees(3)).text).toBe('Terima kasih, senang bisa membantu.')
    })

    test('a text typed as a button reads is that button', async () => {
      const platform = await open()
      platform.says('/start')
      await platform.sees(1)
      platform.says('umur pensiun staf berapa')
      expect((await platform.sees(2)).text).toMatch(/58/)
    })

    test('a long text arrives whole, in pieces that people can read, with its buttons at the end', async () => {
      const platform = await open()
      const paragraphs = Array.from(
        { length: 60 },
        (_, i) => `**Ayat ${i + 1}.** ${`pasal <${i}> & isi_nya `.repeat(9)}selesai.`,
      )
      await says(platform, { text: paragraphs.join('\n\n'), choices: [{ label: 'Ya', value: 'nilai:up:1' }] })
      const seen = platform.seen()
      expect(seen.length).toBe(
        under.longest === Number.POSITIVE_INFINITY
          ? 1
          : Math.ceil(seen.map(({ text }) => text).join('').length / under.longest),
      )
      for (const { text } of seen) expect(text.length).toBeLessThanOrEqual(under.longest)
      const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)
      expect(words(seen.map(({ text }) => text).join(' '))).toEqual(
        words(paragraphs.join(' ').replaceAll('**', '')),
      )
      expect(seen.map(({ buttons }) => buttons)).toEqual(
        seen.map((_, i) => (i === seen.length - 1 ? ['Ya'] : [])),
      )
    })

    test('one word that is far too long arrives whole too', async () => {
      const platform = await open()
      const word = '👍🏽ə'.repeat(3_000)
      await says(platform, { text: word })
      expect(
        platform
          .seen()
          .map(({ text }) => text)
          .join(''),
      ).toBe(word)
    })

    test('what was left unsaid when the bot stopped is said once it is back', async () => {
      const platform = await open()
      platform.says('halo')
      await platform.sees(1)
      const { mailbox } = platform.bot
      await platform.stop()
      await mailbox.say(platform.conversation, [{ text: 'Satu lagi.' }, { text: 'Dan satu lagi.' }], 'sisa')
      await platform.start()
      await platform.bot.resume()
      expect(
        platform
          .seen()
          .slice(1)
          .map(({ text }) => text),
      ).toEqual(['Satu lagi.', 'Dan satu lagi.'])
    })

    test('stopping is quick', async () => {
      const platform = await open()
      platform.says('halo')
      await platform.sees(1)
      const before = performance.now()
      await platform.stop()
      expect(performance.now() - before).toBeLessThan(1_500)
    })

    having('redelivery')('a message that could not be stored comes again and is answered once', async () => {
      const platform = await open()
      platform.cannotStore(1)
      const delivery = platform.says('/pertama')
      await platform.sees(1)
      await platform.told(delivery)
      await endsWith(platform, 2)
    })

    having('redelivery')('the platform is told only when the message is stored', async () => {
      const platform = await open()
      const letGo = platform.holdsUpStoring()
      const delivery = platform.says('/pertama')
      const early = platform.says('/kedua')
      expect([platform.isTold(delivery), platform.isTold(early), platform.seen()]).toEqual([false, false, []])
      letGo()
      await platform.told(delivery)
      const rows = await platform.database.query(`select 1 from message where content->>'name' = 'pertama'`)
      expect(rows).toHaveLength(1)
      await platform.sees(2)
      await endsWith(platform, 3)
    })

    having('redelivery')('the same delivery twice is answered once', async () => {
      const platform = await open()
      const delivery = platform.says('/pertama')
      await platform.sees(1)
      await platform.told(delivery)
      platform.again(delivery)
      await platform.told(delivery)
      await endsWith(platform, 2)
    })

    having('redelivery')(
      'what was sent in the moment of stopping, or while the bot was away, is answered once',
      async () => {
        const platform = await open()
        const names = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam']
        for (const name of names.slice(0, 4)) platform.says(`/${name}`)
        await platform.stop()
        for (const name of names.slice(4)) platform.says(`/${name}`)
        await platform.start()
        await platform.bot.resume()
        await platform.sees(names.length)
        expect(platform.seen().map(({ text }) => /\/(\w+) tidak/.exec(text)?.[1])).toEqual(names)
        await endsWith(platform, names.length + 1)
      },
    )

    having('markup')(
      'markup that the platform refuses arrives as plain words, with its buttons',
      async () => {
        const platform = await open()
        platform.fails('markup', 1)
        await says(platform, {
          text: '**Tebal** & <biasa>, lihat [pasal](https://contoh.go.id/9).',
          choices: [{ label: 'Ya', value: 'a:b' }],
        })
        expect(platform.seen()).toEqual([
          { text: 'Tebal & <biasa>, lihat pasal (https://contoh.go.id/9).', buttons: ['Ya'] },
        ])
      },
    )

    having('limits')('who is asked to slow down waits as long as asked, and nothing is lost', async () => {
      const platform = await open()
      platform.fails('slow down 60', 1)
      platform.says('/pertama')
      platform.says('/kedua')
      const seconds = await platform.postponed()
      expect(seconds).toBeGreaterThan(55)
      expect(seconds).toBeLessThanOrEqual(60)
      expect(platform.seen()).toEqual([])
      await platform.timePasses()
      await platform.sees(2)
      await endsWith(platform, 3)
    })

    having('outages')(
      'errors and lost connections of the platform delay an answer and lose nothing',
      async () => {
        const platform = await open()
        platform.fails('error', 2)
        platform.fails('connection', 14)
        platform.says('/pertama')
        platform.says('/kedua')
        for (let failure = 0; failure < 16; failure++) {
          expect(await platform.postponed()).toBeLessThanOrEqual(60)
          await platform.timePasses()
        }
        await platform.sees(2)
        await endsWith(platform, 3)
      },
    )

    having('outages')(
      'an answer that an outage held up is delivered by the bot that comes after',
      async () => {
        const platform = await open()
        platform.fails('error', 1)
        platform.says('/pertama')
        await platform.postponed()
        await platform.stop()
        await platform.start()
        await platform.timePasses()
        await platform.sees(1)
        await endsWith(platform, 2)
      },
    )

    having('blocking')(
      'who cannot be written to is marked, and reachable again with their next message',
      async () => {
        const platform = await open()
        platform.fails('blocked', 1)
        const unseen = platform.says('/pertama')
        await platform.told(unseen)
        await expect.poll(() => platform.unreachable(), { interval: 5 }).toMatch(/blocked/)
        platform.says('/kedua')
        expect((await platform.sees(1)).text).toMatch(/kedua/)
        expect(await platform.unreachable()).toBeNull()
        await endsWith(platform, 2)
      },
    )

    having('buttons that stay')('a button pressed twice does no harm', async () => {
      const platform = await open()
      platform.says('/start')
      await platform.sees(1)
      platform.presses('Umur pensiun staf berapa?')
      platform.presses('Umur pensiun staf berapa?')
      await platform.sees(3)
      expect(
        platform
          .seen()
          .slice(1)
          .map(({ text }) => /58/.test(text)),
      ).toEqual([true, true])
    })

    having('files')(
      'a file with a question under it is answered, and its bytes can be opened later',
      async () => {
        const platform = await open()
        platform.sendsFile('sk.pdf', 'isi SK', 'bolos 5 hari kena sanksi apa?')
        expect((await platform.sees(1)).text).toMatch(/Pasal 9/)
        const rows = await platform.database.query<{ ref: string }>(
          `select content->>'ref' as ref from message where content->>'name' = 'sk.pdf'`,
        )
        expect(Buffer.from(await platform.open(rows[0]?.ref ?? '')).toString()).toBe('isi SK')
      },
    )
  })
}

/** Says one more thing and finds that, with its answer, exactly so many things were seen. */
async function endsWith<D>(platform: Platform<D>, count: number): Promise<void> {
  platform.says('/akhir')
  expect((await platform.sees(count)).text).toMatch(/\/akhir tidak/)
  expect(platform.seen()).toHaveLength(count)
}

/** The bot says something of its own accord. */
async function says<D>(platform: Platform<D>, message: Outgoing): Promise<void> {
  const { bot, conversation } = platform
  const pieces = platform.split(message)
  await bot.mailbox.say(conversation, pieces, randomUUID())
  await bot.advance(conversation)
}
