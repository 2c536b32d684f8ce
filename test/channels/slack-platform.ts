import { createManualClock, type Delivery, type Fault, type Seen } from '../support/slack-server.ts'
import type { ChannelUnderTest, Platform } from './contract.ts'
import { type Manner, slackStage, there } from './slack-stage.ts'

/** Slack as the contract drives it, in either way of getting what Slack sends. */
export function slackUnderTest(manner: Manner): ChannelUnderTest<Delivery> {
  return { name: `Slack by ${manner}`, longest: 4_000, lacks: [], open: () => openPlatform(manner) }
}

async function openPlatform(manner: Manner): Promise<Platform<Delivery>> {
  const clock = createManualClock()
  const stage = await slackStage({ manner, ...(manner === 'socket' && { server: { clock } }) })
  const { server, database, storing } = stage
  const sari = server.person('Sari')
  const conversation = `slack:${sari.dm}` as const
  const mine = () => sari.sees().messages.filter(({ ours, streaming }) => ours && !streaming)
  const shown = ({ text, buttons }: Seen) => ({ text, buttons: buttons.map(({ label }) => label) })
  return {
    conversation,
    database,
    get bot() {
      return stage.bot
    },
    async start() {
      await stage.start()
      if (manner === 'http') server.deliverTo(stage.hook)
    },
    async stop() {
      if (manner === 'http') server.deliverTo(undefined) // nobody is there: it waits, and comes in its order
      await stage.stop()
    },
    says: (text) => there(sari.says(text).deliveries[0]),
    presses: (label) => sari.presses(label),
    sendsFile: (name, bytes, caption) =>
      there(sari.says(caption, { files: [{ name, bytes }] }).deliveries[0]),
    open: (ref) => there(stage.channel.open)(ref),
    split: (message) => stage.channel.split(message),
    seen: () => mine().map(shown),
    async sees(count) {
      await server.until(() => mine().length >= count)
      return shown(there(mine()[count - 1]))
    },
    again: (delivery) => server.redeliver(delivery),
    told: async (delivery) => void (await server.until(() => isTold(delivery))),
    isTold,
    cannotStore(times) {
      storing.failures = times
      // over a connection Slack waits its 3 s and sends again
      storing.onFailure = () => setImmediate(() => clock.advance(3_000))
    },
    holdsUpStoring() {
      const { promise, resolve } = Promise.withResolvers<void>()
      storing.gate = promise
      return resolve
    },
    fails(how, times) {
      server.fail('chat.postMessage', { ...FAULTS[how], times })
    },
    postponed: () => stage.postponed(conversation),
    timePasses: () => stage.timePasses(conversation),
    unreachable: () => stage.unreachable(conversation),
  }
}

/** An acknowledgement counts for the envelope, whichever of its deliveries it answers. */
function isTold({ state, attempts }: Delivery): boolean {
  return state === 'acked' || attempts.some(({ by, ms }) => by === 'socket' && ms !== undefined)
}

const FAULTS: Readonly<Record<Parameters<Platform<Delivery>['fails']>[0], Fault>> = {
  markup: { error: 'invalid_blocks' },
  'slow down 60': { status: 429, retryAfter: 60 },
  error: { status: 503 },
  connection: { hangUp: true },
  blocked: { error: 'user_disabled' },
}
