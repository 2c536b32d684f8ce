import { setTimeout as pause } from 'node:timers/promises'
import { type DatabaseConfig, openDatabase } from '../../src/database/database.ts'
import { createTelegramServer, type Person, type TelegramServer } from '../../test/support/telegram-server.ts'
import { startAbdi, zoneOfMorning } from './abdi.ts'
import { ask } from './asking.ts'
import { employed, FIRST } from './broadcast-people.ts'
import { createOwnDatabase } from './database.ts'
import { type Findings, quantile } from './figures.ts'
import { until } from './program.ts'
import { knownQuestions } from './questions.ts'
import type { Rig } from './rig.ts'

const LIMIT = 30
const ASKERS = 6
const WARM_S = 20
const IDLE_S = 40
const EVERY_MS = 1_500
const OUTAGE = { afterS: 60, lastsS: 60 }
/** Of all calls that send. */
const CHAOS = { tooMany: 0.005, retryAfter: 2, serverError: 0.01 }
/** One in so many has deleted their account, which Telegram only tells when it is written to. */
const GONE = 50
const WORDS = 'Besok apel pagi'
const SENDS = /^send(Message|RichMessage)$/
const PATIENCE_MS = 900_000

/** To how many, on which database (left out: embedded) and queue (left out: the database). */
export interface Sent {
  readonly on?: string
  readonly redis?: string
  readonly people?: number
  readonly seed: number
}

/**
 * A broadcast by an officer's own messages to so many people on Telegram, which counts its limits, fails at random and is
 * away for a minute, while others ask.
 */
export async function benchBroadcast(
  rig: Rig,
  { on, redis, people = 10_000, seed }: Sent,
): Promise<Findings> {
  const directory = rig.folder()
  const at: DatabaseConfig =
    on === undefined
      ? { kind: 'embedded', directory }
      : { kind: 'native', url: await createOwnDatabase(rig, on) }
  const prepared = await openDatabase(at)
  await employed(prepared, people).finally(() => prepared.close())
  const server = await createTelegramServer({ limits: true })
  rig.onEnd(() => server.close())
  const readers = Array.from({ length: people }, (_, i) => server.user({ id: FIRST + i }))
  const gone = new Set(readers.filter((_, i) => i % GONE === GONE - 1))
  for (const one of gone) one.deactivates()
  const abdi = await startAbdi(rig, {
    server,
    directory,
    settings: { TIME_ZONE: zoneOfMorning(), ...(redis && { REDIS_URL: redis }) },
    ...(at.kind === 'native' && { database: at.url }),
  })
  await abdi.ready()

  const asking = createAskers(server)
  server.chaos({ seed, ...CHAOS }) // also while nothing is sent: an answer that fails is tried again a second later
  await asking.during(() => pause(WARM_S * 1_000))
  const idle = await asking.during(() => pause(IDLE_S * 1_000))
  rig.tell(`idle: ${idle.length} answers`)
  const [hr, second] = readers as [Person, Person] // there are thousands
  await begin(hr, second)
  const begun = performance.now()
  const memory: number[] = []
  const watch = setInterval(() => void memory.push(abdi.memory()), 1_000)
  const outage = { from: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY }
  const away = outageOf(server, seed, outage)
  const answered = await asking.during(async () => {
    await until(
      abdi,
      'everybody was written to',
      async () => arrived(readers) >= people - gone.size || undefined,
      {
        timeoutMs: PATIENCE_MS,
        everyMs: 500,
      },
    )
  })
  clearInterval(watch)
  await away
  const whole = (performance.now() - begun) / 1_000
  await pause(5_000)
  return findings({ on, redis, people, readers, gone, server, idle, answered, outage, whole, memory, begun })
}

/** One officer writes and confirms, another agrees: as many as these are above the limit for one alone. */
async function begin(hr: Person, second: Person): Promise<void> {
  hr.says(`/siaran semua: ${WORDS}`)
  for (const label of [/^Ya, semua/, /^Kirim sekarang$/, /^Ya, kirim ke/]) await press(hr, label)
  await press(second, /^Setujui$/)
}

async function press(person: Person, label: RegExp): Promise<void> {
  const fits = (button: { readonly label: string }): boolean => label.test(button.label)
  const { id, buttons } = await person.waitFor((message) => message.buttons.flat().some(fits), 60_000)
  person.presses({ data: buttons.flat().find(fits)?.data ?? '', messageId: id })
}

/** People who ask one question after another, at their own pace; resolves to how long each answer took, in ms, and when it was asked. */
function createAskers(server: TelegramServer) {
  const questions = knownQuestions(200)
  const askers = Array.from({ length: ASKERS }, (_, i) => server.user({ id: 900_000 + i }))
  let asked = 0
  return {
    async during(work: () => Promise<unknown>): Promise<readonly Asked[]> {
      const times: Asked[] = []
      let over = false
      const all = askers.map(async (person, i) => {
        await pause((EVERY_MS / ASKERS) * i)
        while (!over) {
          const at = performance.now()
          const question = questions[asked++ % questions.length]?.text ?? ''
          const ms = await ask(person, question, 180_000)
          times.push({ at, ms })
          await pause(Math.max(0, ASKERS * EVERY_MS - ms) / 2)
        }
      })
      await work()
      over = true
      await Promise.all(all)
      return times
    },
  }
}

interface Asked {
  readonly at: number
  readonly ms: number
}

async function outageOf(
  server: TelegramServer,
  seed: number,
  outage: { from: number; until: number },
): Promise<void> {
  await pause(OUTAGE.afterS * 1_000)
  outage.from = performance.now()
  server.fail(() => true, { error_code: 502, description: 'Bad Gateway' }, Number.MAX_SAFE_INTEGER)
  await pause(OUTAGE.lastsS * 1_000)
  server.calm()
  server.chaos({ seed: seed + 1, ...CHAOS })
  outage.until = performance.now()
}

function copies(person: Person): number {
  return person.received().filter(({ text }) => text.includes(WORDS)).length
}

function arrived(readers: readonly Person[]): number {
  return readers.reduce((sum, person) => sum + (copies(person) > 0 ? 1 : 0), 0)
}

function findings(run: {
  readonly on: string | undefined
  readonly redis: string | undefined
  readonly people: number
  readonly readers: readonly Person[]
  readonly gone: ReadonlySet<Person>
  readonly server: TelegramServer
  readonly idle: readonly Asked[]
  readonly answered: readonly Asked[]
  readonly outage: { readonly from: number; readonly until: number }
  readonly whole: number
  readonly memory: readonly number[]
  readonly begun: number
}): Findings {
  const { readers, gone, server, outage, memory } = run
  const reachable = readers.slice(2).filter((person) => !gone.has(person))
  const missing = reachable.filter((person) => copies(person) === 0).length
  const doubled = reachable.filter((person) => copies(person) > 1).length
  const sent = server.calls.filter(
    ({ method, outcome, at, error_code }) =>
      SENDS.test(method) && outcome === 'ok' && !error_code && at >= run.begun,
  )
  const tried = server.calls.filter(
    ({ method, at, outcome }) => SENDS.test(method) && outcome !== 'pending' && at >= run.begun,
  )
  const letters = sent.filter(({ params }) => String(params.text ?? '').includes(WORDS))
  const [first = 0, last = 0] = [letters[0]?.at, letters.at(-1)?.at]
  const within = (at: number): boolean =>
    at >= first && at <= last && !(at >= outage.from && at <= outage.until)
  const seconds = (last - first - (outage.until - outage.from)) / 1_000
  const apart = run.answered.filter(({ at, ms }) => at + ms < outage.from || at > outage.until + 5_000)
  const p95 = (asked: readonly Asked[]): number =>
    quantile(
      asked.map(({ ms }) => ms),
      0.95,
    )
  const impatient = server.violations.filter(({ description }) => description.startsWith('sent again')).length
  const quarter = Math.floor(memory.length / 4)
  const most = (values: readonly number[]): number => Math.max(0, ...values) / 2 ** 20
  return {
    bench: `broadcast to ${run.people} (${run.on === undefined ? 'embedded database' : 'PostgreSQL'}${run.redis === undefined ? '' : ', Redis queue'})`,
    peer: "Telegram's limit; idle; the first quarter",
    figures: [
      {
        name: 'tried a second outside the outage',
        unit: '/s',
        abdi: tried.filter(({ at }) => within(at)).length / seconds,
        peer: LIMIT,
      },
      {
        name: 'taken a second outside the outage',
        unit: '/s',
        abdi: sent.filter(({ at }) => within(at)).length / seconds,
        peer: LIMIT,
      },
      { name: 'answers meanwhile, p95 (outage left out)', unit: 'ms', abdi: p95(apart), peer: p95(run.idle) },
      {
        name: 'answers meanwhile, p50 (outage left out)',
        unit: 'ms',
        abdi: quantile(
          apart.map(({ ms }) => ms),
          0.5,
        ),
        peer: quantile(
          run.idle.map(({ ms }) => ms),
          0.5,
        ),
      },
      {
        name: 'memory at most, in the last quarter',
        unit: 'MB',
        abdi: most(memory.slice(-quarter)),
        peer: most(memory.slice(0, quarter)),
      },
      { name: 'reachable and not written to', unit: '', abdi: missing },
      { name: 'written to twice', unit: '', abdi: doubled },
      {
        name: 'written to a chat before its time to wait was over',
        unit: '',
        abdi: impatient,
      },
      { name: '429 in all, ordered ones too', unit: '', abdi: server.tooManyRequests },
      { name: 'answers asked for meanwhile', unit: '', abdi: run.answered.length },
      { name: 'from the confirmation to the last letter', unit: 's', abdi: run.whole },
    ],
    notes: [
      `Of the calls ${CHAOS.tooMany * 100} % get 429 and ${CHAOS.serverError * 100} % get 500, one person in ${GONE} is gone, and Telegram is away for ${OUTAGE.lastsS} s.`,
      'Goals: 97 % of the limit, answers within 1.5 times idle, nobody missed, nobody twice, memory flat.',
    ],
    broken: [
      ...(missing > 0 ? [`${missing} reachable people were not written to`] : []),
      ...(doubled > 0 ? [`${doubled} people were written to twice`] : []),
    ],
  }
}
