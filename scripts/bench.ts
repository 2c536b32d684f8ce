import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { benchAcknowledge } from './bench/acknowledge.ts'
import { benchAnswer } from './bench/answer.ts'
import { benchBroadcast } from './bench/broadcast.ts'
import { benchBroadcastCrash } from './bench/broadcast-crash.ts'
import { benchCrash } from './bench/crash.ts'
import { benchDirectory } from './bench/directory.ts'
import { benchExports } from './bench/exports.ts'
import { benchFeedback } from './bench/feedback.ts'
import { asJson, type Findings, table } from './bench/figures.ts'
import { benchGrowth } from './bench/growth.ts'
import { benchIngest } from './bench/ingest.ts'
import { benchPeople } from './bench/people.ts'
import { createRig, type Rig } from './bench/rig.ts'
import { benchSearch } from './bench/search.ts'
import { benchStart } from './bench/start.ts'
import { benchTransparency } from './bench/transparency.ts'
import { benchUpdates } from './bench/updates.ts'
import { benchYear } from './bench/year.ts'

const USAGE = `npm run bench -- [NAME]… [--database postgres://…] [--redis redis://…] [--corpus DIR] [--rounds N] [--seed N] [--json]

  answer       question to reply, one person and fifty at once, beside a bare grammY echo bot
  start        first and later start, memory, beside the same
  search       the search alone, beside PostgreSQL full text search
  ingest       a folder of regulations until it can be searched, beside LangChain's splitter (--corpus, else made texts)
  growth       the search from 25,000 to a million passages (needs --database)
  crash        kill -9 again and again: what is lost, what comes twice
  people       50,000 employees imported, beside a program that only puts the lines into a table
  directory    every question about the directory, asked by HR where 50,000 work
  exports      reports as CSV, XLSX, and PDF: seconds, memory, how long nobody else is answered
  updates      5,000 reports of work by webhook, with kill -9 again and again: what is lost, what is saved twice
  broadcast    10,000 written to at Telegram's pace, with failures, an outage, and people who ask meanwhile
  letters      3,000 written to while one of two processes is killed again and again (--database; --redis redis://…)
  reminders    the same with reminders that are worked out by themselves, on a working day
  year         a year of reminders by a clock that is set: what was due and what was said
  feedback     what citizens write in a rush, with kill -9 in the middle: what is lost
  transparency the public page of figures where there are 100,000 tickets: until it is there, and its size
  acknowledge  how long Slack and Telegram wait for a webhook in a rush, beside bare Bolt and grammY echo bots

Without a name: answer, start and search. --database names a server on which databases may be created and dropped.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string' },
    corpus: { type: 'string' },
    redis: { type: 'string' },
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const { database: on, redis } = values
const benches: Readonly<Record<string, (rig: Rig) => Promise<Findings>>> = {
  acknowledge: (rig) => benchAcknowledge(rig, on),
  answer: (rig) => benchAnswer(rig, on),
  start: (rig) => benchStart(rig, on),
  search: (rig) => benchSearch(rig, on),
  ingest: (rig) => benchIngest(rig, on, values.corpus),
  people: (rig) => benchPeople(rig, on),
  directory: (rig) => benchDirectory(rig, on),
  exports: (rig) => benchExports(rig, on),
  broadcast: (rig) =>
    benchBroadcast(rig, { seed: Number(values.seed), ...(on && { on }), ...(redis && { redis }) }),
  letters: (rig) => killed(rig, false),
  reminders: (rig) => killed(rig, true),
  year: (rig) => benchYear(rig, on),
  feedback: (rig) => benchFeedback(rig, on),
  transparency: (rig) => benchTransparency(rig, on),
  updates: (rig) => benchUpdates(rig, { seed: Number(values.seed), ...(on && { on }) }),
  growth: (rig) => {
    if (on === undefined) throw new Error('growth is measured on a server: --database postgres://…')
    return benchGrowth(rig, on)
  },
  crash: (rig) =>
    benchCrash(rig, { rounds: Number(values.rounds), seed: Number(values.seed), ...(on && { on }) }),
}
function killed(rig: Rig, reminders: boolean): Promise<Findings> {
  if (on === undefined) throw new Error('two processes need a server: --database postgres://…')
  const { seed } = values
  return benchBroadcastCrash(rig, { on, reminders, seed: Number(seed), ...(redis && { redis }) })
}

const names = positionals.length > 0 ? positionals : ['answer', 'start', 'search']
if (values.help || !names.every((name) => Object.hasOwn(benches, name)) || !(Number(values.rounds) > 0)) {
  process.stderr.write(`${USAGE}\n`)
  process.exit(values.help ? 0 : 2)
}

const rig = createRig((line) => process.stderr.write(`… ${line}\n`))
const interrupted = new Promise<'interrupted'>((resolve) => {
  // `on`, not `once`: a terminal and the program that started this one may both pass the signal on
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => resolve('interrupted'))
})

async function run(): Promise<'fine' | 'broken'> {
  const findings: Findings[] = []
  for (const name of names) {
    const found = await benches[name]?.(rig)
    if (found === undefined) continue
    findings.push(found)
    if (!values.json) process.stdout.write(`\n${table(found)}\n`)
  }
  const facts = { node: process.version, cores: cpus().length, at: new Date().toISOString() }
  process.stdout.write(`${values.json ? '' : '\n'}${asJson(findings, facts)}\n`)
  return findings.some(({ broken = [] }) => broken.length > 0) ? 'broken' : 'fine'
}

let outcome: 'fine' | 'broken' | 'interrupted'
try {
  outcome = await Promise.race([run(), interrupted])
} finally {
  await rig.end()
}
process.exit({ fine: 0, broken: 1, interrupted: 130 }[outcome])
