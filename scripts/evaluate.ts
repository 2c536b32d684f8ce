import { appendFileSync, writeFileSync } from 'node:fs'
import { openDatabase } from '../src/database/database.ts'
import { IN_MEMORY } from '../src/database/embedded/pool.ts'
import { databaseOf, failStart, loadConfig } from '../src/main.ts'
import { type Line, measure, stageOn } from './evaluate/asking.ts'
import { knownOf } from './evaluate/citations.ts'
import { failureOf, failureText } from './evaluate/failures.ts'
import { FLOORS, floorsUnder, writeFloors } from './evaluate/floors.ts'
import { type Options, readOptions, USAGE } from './evaluate/options.ts'
import { EVALUATION, type Question, readQuestions, splitOf } from './evaluate/questions.ts'
import { groupTable, summaryText } from './evaluate/report.ts'
import { failed, forPrograms, judge, summarize, summarizeBy } from './evaluate/summary.ts'

/** Asks questions as people would, writes what was found and answered, and sums it up. */
async function evaluate(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options.help) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  const questions = readQuestions(options.questions ?? [EVALUATION]).filter(
    ({ id }) => options.split === undefined || splitOf(id) === options.split,
  )
  if (options.setFloors) await setFloors(questions)
  else await report(questions, options)
}

async function report(questions: readonly Question[], options: Options): Promise<void> {
  const config = loadConfig()
  const database = await databaseOf(config)
  try {
    const stage = await stageOn(database, new Date(), config)
    const asked = options.knownOnly ? await knownOf(database, questions) : questions
    const { output } = options
    if (output) writeFileSync(output, '')
    const progress = progressOf(asked.length)
    const judged = (
      await measure(stage, asked, (line) => {
        if (output) appendFileSync(output, `${JSON.stringify(line)}\n`)
        progress(line)
      })
    ).map(judge)
    const summary = summarize(judged)
    const leftOut = questions.length - asked.length
    const groups = options.by.map((trait) => [trait, summarizeBy(judged, trait)] as const)
    if (options.json) {
      const by = options.by.length > 0 && { by: Object.fromEntries(groups) }
      const failures = options.failures && { failures: judged.filter(failed).map(failureOf) }
      process.stdout.write(`${JSON.stringify({ ...summary, leftOut, ...by, ...failures }, forPrograms, 2)}\n`)
      return
    }
    const tables = groups.map(([trait, group]) => groupTable(trait, group))
    const failures = options.failures ? [failureText(judged)] : []
    process.stdout.write(`${[summaryText(summary, leftOut), ...tables, ...failures].join('\n\n')}\n`)
  } finally {
    await database.close()
  }
}

/** Measures what the gate measures: the shipped knowledge alone, without models, in a database of its own. */
async function setFloors(questions: readonly Question[]): Promise<void> {
  const database = await openDatabase({ kind: 'embedded', directory: IN_MEMORY })
  try {
    const stage = await stageOn(database, new Date())
    const asked = await knownOf(database, questions)
    const summary = summarize((await measure(stage, asked, progressOf(asked.length))).map(judge))
    const changes = writeFloors(floorsUnder(summary))
    process.stdout.write(
      `${summaryText(summary, questions.length - asked.length)}\n\n${FLOORS}\n${changes.map((line) => `  ${line}`).join('\n')}\n`,
    )
  } finally {
    await database.close()
  }
}

/** Counts on the screen of whoever waits; says nothing where nobody looks. */
function progressOf(total: number): (line: Line) => void {
  let done = 0
  return () => {
    if (!process.stderr.isTTY) return
    done++
    process.stderr.write(done === total ? '\r\u001b[K' : `\r${done}/${total}`)
  }
}

await evaluate().catch(failStart)
