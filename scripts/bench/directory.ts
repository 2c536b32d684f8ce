import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import type { Bot } from '../../src/bot.ts'
import { FRESH, takeTurn } from '../../src/chat/turn.ts'
import { readConfig } from '../../src/config.ts'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { tidyJobs } from '../../src/database/tidy.job.ts'
import { importPeople } from '../../src/directory.ts'
import { createLog } from '../../src/log.ts'
import { answeringOf, botOf } from '../../src/main.ts'
import { createOwnDatabase } from './database.ts'
import { type Findings, quantile } from './figures.ts'
import { madePeople, nipOf } from './made-people.ts'
import type { Rig } from './rig.ts'

const PEOPLE = 50_000
const ROUNDS = 20
const WARM_UP = 2
const CHANGES = 20
const MOST_MS = 50
const SLOWEST = 10
const OFFICER = 'web:hr'
const TIME_ZONE = 'Asia/Jakarta'
const NOW = new Date('2026-03-02T09:00:00+07:00')
const QUESTIONS = join(import.meta.dirname, '../../test/staff/questions.csv')

/** How long every question of the tests about the directory takes an HR officer of 50,000 people. */
export async function benchDirectory(rig: Rig, on?: string): Promise<Findings> {
  const directory = rig.folder()
  const database = await openDatabase(
    on === undefined
      ? { kind: 'embedded', directory }
      : { kind: 'native', url: await createOwnDatabase(rig, on) },
  )
  rig.onEnd(() => database.close())
  rig.tell(`importing ${PEOPLE} people`)
  await people(database)
  const config = readConfig({ DATA_DIR: directory })
  const log = createLog('error')
  const bot = botOf(config, database, await answeringOf(config, database, log), 'bench')
  rig.onEnd(() => bot.stop())
  const asks = createOfficer(bot)
  const questions = staffQuestions()
  for (let round = 0; round < WARM_UP; round++) for (const question of questions) await asks(question)

  rig.tell(`asking ${questions.length} questions, ${ROUNDS} times each`)
  const found = new Map(questions.map((question) => [question, [] as Answer[]]))
  for (let round = 0; round < ROUNDS; round++)
    for (const question of questions) found.get(question)?.push(await asks(question))
  const changed: number[] = []
  for (let i = 0; i < CHANGES; i++) {
    await change(database, i)
    changed.push((await asks(questions[i % questions.length] ?? '')).ms)
  }
  return findings(on, found, changed)
}

interface Answer {
  readonly ms: number
  /** Milliseconds of work of this process, with the embedded database in it. */
  readonly cpu: number
  /** Whether it was answered from the directory. */
  readonly own: boolean
}

/** An HR officer who asks in private: each question as a turn of the whole bot. */
function createOfficer(bot: Bot): (text: string) => Promise<Answer> {
  let asked = 0
  return async (text) => {
    const message = {
      id: `${OFFICER}:${++asked}`,
      conversation: 'web:hr',
      sender: { account: OFFICER, name: 'HR' },
      content: { kind: 'text', text },
      sentAt: NOW,
    } as const
    const cpu = process.cpuUsage()
    const from = performance.now()
    const person = await bot.person(OFFICER, 'HR')
    const context = {
      features: bot.features,
      person,
      now: NOW,
      timeZone: TIME_ZONE,
      preview: () => undefined,
    }
    const { state } = await takeTurn(context, message, FRESH)
    const ms = performance.now() - from
    const { user, system } = process.cpuUsage(cpu)
    return { ms, cpu: (user + system) / 1_000, own: state.memory.staff !== undefined }
  }
}

/** The questions about the directory, without those about a rule. */
function staffQuestions(): readonly string[] {
  const rows: readonly { readonly question: string; readonly expected: string }[] = parse(
    readFileSync(QUESTIONS, 'utf8'),
    { columns: true },
  )
  return rows.flatMap(({ question, expected }) => (expected === '' ? [] : [question]))
}

/** Half of them have an account; one is the officer, who leads an office. */
async function people(database: Database): Promise<void> {
  const source = {
    name: 'people.csv',
    open: () => Readable.from(madePeople(PEOPLE)).map((line) => Buffer.from(line)),
  }
  await importPeople(database, source, { now: NOW, timeZone: TIME_ZONE })
  await database.query('insert into person (employee) select id from employee where id % 2 = 0 or nip = $1', [
    nipOf(0),
  ])
  await database.query(
    `insert into account (id, name, conversation, person)
     select $1, 'HR', $1, person.id from person join employee on employee.id = person.employee where nip = $2`,
    [OFFICER, nipOf(0)],
  )
  for (const job of tidyJobs(database)) await job.run({}) // as every night
}

/** After any change the bot looks anew at which units and positions there are. */
async function change(database: Database, i: number): Promise<void> {
  await database.query(
    `insert into employee_change (employee, at, source, by, field, before, after)
     select id, $2, 'officer', 'bench', 'phone', phone, phone from employee where nip = $1`,
    [nipOf(i), NOW],
  )
}

function findings(
  on: string | undefined,
  found: ReadonlyMap<string, readonly Answer[]>,
  changed: readonly number[],
): Findings {
  const all = [...found.values()].flat()
  const details = [...found]
    .map(([question, answers]) => ({
      question,
      ...spread(answers.map(({ ms }) => ms)),
      work: spread(answers.map(({ cpu }) => cpu)).p95,
    }))
    .toSorted((a, b) => b.p95 - a.p95)
  const slow = details.filter(({ p95 }) => p95 > MOST_MS)
  const heavy = details.filter(({ work }) => work > MOST_MS)
  const [ms, cpu] = [spread(all.map((one) => one.ms)), spread(all.map((one) => one.cpu))]
  const elsewhere = [...found].filter(([, answers]) => !answers.every(({ own }) => own))
  return {
    bench: `directory (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    figures: [
      { name: 'half of all answers within', unit: 'ms', abdi: ms.p50 },
      { name: '95 of 100 within', unit: 'ms', abdi: ms.p95 },
      { name: 'the slowest answer', unit: 'ms', abdi: ms.max },
      { name: 'their work (CPU), 95 of 100', unit: 'ms', abdi: cpu.p95 },
      { name: 'the slowest question, 95 of 100', unit: 'ms', abdi: details[0]?.p95 ?? 0 },
      { name: `questions with 95 of 100 over ${MOST_MS} ms`, unit: '', abdi: slow.length },
      { name: `questions with more work than ${MOST_MS} ms, 95 of 100`, unit: '', abdi: heavy.length },
      { name: 'the first after a change, 95 of 100', unit: 'ms', abdi: spread(changed).p95 },
      { name: 'questions', unit: '', abdi: found.size },
      { name: 'answered elsewhere than by the directory', unit: '', abdi: elsewhere.length },
    ],
    notes: [
      `Goal: each question answered within ${MOST_MS} ms, 95 of 100 times, at ${PEOPLE} people.`,
      'From the look-up of who asks to the reply: `takeTurn` with all features of the real bot, an HR officer’s looks at people written to the audit trail. What stores the message and what sends the reply is not in it.',
      `The slowest, half / 95 of 100 / all of ${ROUNDS} within / work (CPU), 95 of 100:`,
      ...details
        .slice(0, SLOWEST)
        .map(
          ({ question, p50, p95, max, work }) =>
            `  ${[p50, p95, max, work].map((one) => one.toFixed(1)).join(' / ')} ms  ${question}`,
        ),
      ...elsewhere.map(([question]) => `answered elsewhere: ${question}`),
    ],
    details,
  }
}

function spread(values: readonly number[]): {
  readonly p50: number
  readonly p95: number
  readonly max: number
} {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: Math.max(...values) }
}
