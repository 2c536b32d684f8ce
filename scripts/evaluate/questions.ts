import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { Misconfigured } from '../../src/errors.ts'
import { KNOWLEDGE } from '../bench/questions.ts'

/** The questions that ship with the bot. */
export const EVALUATION = join(KNOWLEDGE, 'evaluation')

/** Most files write these as text, some as a number. */
const word = z.union([z.string(), z.number()]).transform(String)
const Place = z.object({
  regulation: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*-\d{4}$/),
  pasal: word.pipe(z.string().regex(/^(\d+[A-Z]*|[IVX]+|Lampiran)$/)),
  ayat: word.nullish(),
})
const places = z.array(Place).nullish().transform(known)
const Question = z
  .object({
    id: z.union([z.string().min(1), z.number()]),
    question: z.string(),
    answerable: z.boolean().nullish(),
    gold: places,
    also_ok: places,
    superseded: places,
    must_include: z.array(z.string().min(1)).nullish().transform(known),
    voice: z.string().nullish(),
    topic: z.string().nullish(),
    style: z.string().nullish(),
    kind: z.string().nullish(),
  })
  .transform(({ answerable, ...line }) => ({
    ...line,
    answerable: answerable ?? (line.gold.length > 0 ? true : undefined),
  }))

/** A pasal by its ids. */
export type Place = z.output<typeof Place>

/**
 * A question with what is known of its answer. `set` is the file it stands in; `answerable` is undefined where
 * nobody has said so.
 */
export type Question = Readonly<z.output<typeof Question>> & { readonly set: string }

/** The half of the questions that weights are fitted on, and the half they are judged by. */
export type Split = 'fit' | 'held-out'

/** The half a question belongs to: told by its id alone, so that it never changes. */
export function splitOf(id: string | number): Split {
  const [first = 0] = createHash('sha256').update(String(id)).digest()
  return first % 2 === 1 ? 'held-out' : 'fit'
}

/** The questions of files and folders (their `.jsonl` files). Throws `Misconfigured`, naming file and line. */
export function readQuestions(paths: readonly string[]): readonly Question[] {
  const first = new Map<string, string>()
  return paths.flatMap(filesIn).flatMap((file) =>
    linesOf(file).flatMap((line, i) => {
      if (line.trim() === '') return []
      const question = parseQuestion(line, file, i + 1)
      const before = first.get(String(question.id))
      if (before !== undefined) throw malformed(file, i + 1, `id ${question.id} sudah dipakai di ${before}`)
      first.set(String(question.id), `${basename(file)} baris ${i + 1}`)
      return [question]
    }),
  )
}

function parseQuestion(line: string, file: string, number: number): Question {
  const result = Question.safeParse(parsed(line))
  if (result.success) return { ...result.data, set: setOf(file) }
  const where = result.error.issues[0]?.path.join('.')
  throw malformed(
    file,
    number,
    where
      ? `isi "${where}" tidak ada atau tidak sah`
      : 'bukan pertanyaan yang sah (butuh JSON dengan id dan question)',
  )
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // the schema then names the line
  }
}

function malformed(file: string, number: number, what: string): Misconfigured {
  return new Misconfigured(file, `baris ${number}: ${what}.`)
}

/** What a set cannot answer stands in a file of its own beside it. */
function setOf(file: string): string {
  return basename(file, '.jsonl').replace(/-unanswerable$/, '')
}

function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
}

function filesIn(path: string): readonly string[] {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) throw new Misconfigured(path, 'berkas atau folder itu tidak ada.')
  if (!stats.isDirectory()) return [path]
  const files = readdirSync(path)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
  if (files.length === 0) throw new Misconfigured(path, 'tidak ada berkas .jsonl di folder itu.')
  return files.map((name) => join(path, name))
}

function known<T>(values: readonly T[] | null | undefined): readonly T[] {
  return values ?? []
}
