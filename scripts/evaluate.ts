import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Misconfigured } from '../src/errors.ts'
import { answer } from '../src/features/questions/answering.ts'
import { createQuestionStore } from '../src/features/questions/store.ts'
import { createLog } from '../src/log.ts'
import { answeringOf, databaseOf, failStart, loadConfig } from '../src/main.ts'
import { onePerArticle } from '../src/regulations/search.ts'

/**
 * Asks every question of a file and writes, per line, what was found and answered:
 * `npm run evaluate -- --questions FILE.jsonl --output OUT.jsonl`. Prints a summary where gold is given.
 */
const Place = z.object({ regulation: z.string(), pasal: z.string() })
const Question = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  answerable: z.boolean().optional(),
  gold: z.array(Place).optional(),
  also_ok: z.array(Place).optional(),
  superseded: z.array(Place).optional(),
  must_include: z.array(z.string()).optional(),
})
type Question = z.output<typeof Question>

/** As many places as a line of the output names, one per pasal. */
const BEST = 10

interface Line {
  readonly id: string | number
  readonly passages: readonly {
    readonly regulation: string
    readonly pasal: string
    readonly score: number
  }[]
  readonly answer: string
  readonly citations: readonly unknown[]
  readonly refused: boolean
  readonly ms: number
}

async function evaluate(): Promise<void> {
  const { values } = parseArgs({ options: { questions: { type: 'string' }, output: { type: 'string' } } })
  if (!values.questions || !values.output)
    throw new Misconfigured(
      'evaluate',
      'butuh dua berkas: npm run evaluate -- --questions PERTANYAAN.jsonl --output HASIL.jsonl',
    )
  const questions = read(values.questions)
  const config = loadConfig()
  const database = await databaseOf(config)
  try {
    const answering = await answeringOf(config, database, createLog('error'))
    const store = createQuestionStore(database)
    const person = { account: 'evaluate:1', name: '', role: 'citizen', language: 'id' } as const
    writeFileSync(values.output, '')
    const lines: Line[] = []
    for (const { id, question } of questions) {
      const started = performance.now()
      const turn = {
        person,
        now: new Date(),
        timeZone: config.timeZone,
        memory: null,
        preview: () => undefined,
      }
      const given = await answer({ ...answering, store }, question, turn)
      const line: Line = {
        id,
        passages: onePerArticle(given.found)
          .slice(0, BEST)
          .map(({ regulation, pasal, score }) => ({
            regulation: regulation.id,
            pasal,
            score: Number(score.toFixed(4)),
          })),
        answer: given.text,
        citations: given.citations,
        refused: given.outcome === 'refused' || given.outcome === 'talk',
        ms: Number((performance.now() - started).toFixed(1)),
      }
      lines.push(line)
      appendFileSync(values.output, `${JSON.stringify(line)}\n`)
    }
    process.stdout.write(`${summary(questions, lines)}\n`)
  } finally {
    await database.close()
  }
}

function read(file: string): readonly Question[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const result = Question.safeParse(parsed(line))
    if (result.success) return [result.data]
    throw new Misconfigured(
      file,
      `baris ${i + 1} bukan pertanyaan yang sah (butuh JSON dengan id dan question).`,
    )
  })
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // the schema then names the line
  }
}

function summary(questions: readonly Question[], lines: readonly Line[]): string {
  const pairs = questions.map((question, i) => ({ question, line: lines[i] }))
  const known = pairs.filter(({ question }) => question.gold?.length && question.answerable !== false)
  const unknown = pairs.filter(({ question }) => question.answerable === false)
  const rank = ({ question, line }: (typeof pairs)[number]): number => {
    const right = [...(question.gold ?? []), ...(question.also_ok ?? [])].map(key)
    const at = line?.passages.findIndex((passage) => right.includes(key(passage))) ?? -1
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1
  }
  const within = (n: number): number => known.filter((pair) => rank(pair) <= n).length
  const figures = known.filter(({ question }) => question.must_include?.length)
  const shown = figures.filter(({ question, line }) =>
    question.must_include?.every((words) => line?.answer.toLowerCase().includes(words.toLowerCase())),
  )
  const times = lines.map(({ ms }) => ms).sort((a, b) => a - b)
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return [
    `Pertanyaan: ${lines.length}`,
    ...(known.length > 0
      ? [
          `Pasal yang benar di urutan pertama: ${share(within(1), known.length)}`,
          `Pasal yang benar di lima pertama:   ${share(within(5), known.length)}`,
          `MRR: ${(known.reduce((sum, pair) => sum + 1 / rank(pair), 0) / known.length).toFixed(3)}`,
          `Angka kunci ada dalam jawaban:      ${share(shown.length, figures.length)}`,
          `Salah ditolak: ${share(known.filter(({ line }) => line?.refused).length, known.length)}`,
        ]
      : []),
    ...(unknown.length > 0
      ? [
          `Yang memang tak terjawab, ditolak:  ${share(unknown.filter(({ line }) => line?.refused).length, unknown.length)}`,
        ]
      : []),
    `Waktu: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`,
  ].join('\n')
}

function key({ regulation, pasal }: { regulation: string; pasal: string }): string {
  return `${regulation}#${pasal}`
}

function share(part: number, whole: number): string {
  return `${part} dari ${whole}${whole > 0 ? ` (${((100 * part) / whole).toFixed(1)}%)` : ''}`
}

await evaluate().catch(failStart)
