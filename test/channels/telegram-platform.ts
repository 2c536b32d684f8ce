import type { Update } from 'grammy/types'
import type { ChannelUnderTest, Platform } from './contract.ts'
import { type StageOptions, telegramStage, there } from './telegram-stage.ts'

/** Telegram as the contract drives it, in either way of getting updates. */
export function telegramUnderTest(delivery: NonNullable<StageOptions['delivery']>): ChannelUnderTest<Update> {
  return { name: `Telegram by ${delivery}`, longest: 4_096, lacks: [], open: () => openPlatform(delivery) }
}

async function openPlatform(delivery: NonNullable<StageOptions['delivery']>): Promise<Platform<Update>> {
  const stage = await telegramStage({ delivery })
  const { server, database, storing } = stage
  const sari = server.user({ id: 11, name: 'Sari' })
  const conversation = 'telegram:11'
  const isTold = ({ update_id }: Update): boolean =>
    server.pending().every((update) => update.update_id !== update_id)
  const shown = ({ text, buttons }: ReturnType<typeof sari.received>[number]) => ({
    text,
    buttons: buttons.flat().map(({ label }) => label),
  })
  return {
    conversation,
    database,
    get bot() {
      return stage.bot
    },
    start: stage.start,
    stop: stage.stop,
    says: (text) => sari.says(text),
    presses: (label) => sari.presses(label),
    sendsFile: (name, bytes, caption) => sari.sendsDocument({ name, bytes, caption }),
    open: (ref) => there(stage.channel.open)(ref),
    split: (message) => stage.channel.split(message),
    seen: () => sari.received().map(shown),
    sees: async (count) => shown(await sari.waitFor(count)),
    again: (update) => server.redeliver(update),
    told: (update) => server.delivered(update),
    isTold,
    cannotStore(times) {
      storing.failures = times
    },
    holdsUpStoring() {
      const { promise, resolve } = Promise.withResolvers<void>()
      storing.gate = promise
      return resolve
    },
    fails(how, times) {
      if (how === 'connection') server.drop('sendMessage', { times })
      else server.fail('sendMessage', FAULTS[how], times)
    },
    postponed: () => stage.postponed(conversation),
    timePasses: () => stage.timePasses(conversation),
    unreachable: () => stage.unreachable(conversation),
  }
}

const FAULTS = {
  markup: {
    error_code: 400,
    description: `Bad Request: can't parse entities: Unsupported start tag "x" at byte offset 0`,
  },
  'slow down 60': {
    error_code: 429,
    description: 'Too Many Requests: retry after 60',
    parameters: { retry_after: 60 },
  },
  error: { error_code: 500, description: 'Internal Server Error' },
  blocked: { error_code: 403, description: 'Forbidden: bot was blocked by the user' },
} as const
