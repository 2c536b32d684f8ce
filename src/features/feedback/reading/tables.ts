import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

const KNOWLEDGE = join(import.meta.dirname, '../../../../knowledge')

/**
 * The rows of a table of words that ships, by its name within `knowledge`, columns by their headings: read once somebody
 * needs them, so that no start waits for it. Throws then where it is broken.
 */
export function tableOf<Row>(name: string, row: z.ZodType<Row>): () => readonly Row[] {
  return once(() => {
    const rows: unknown = parse(readFileSync(join(KNOWLEDGE, `${name}.csv`), 'utf8'), {
      columns: true,
      bom: true,
      trim: true,
    })
    return z.array(row).parse(rows)
  })
}

/** What is made when it is first needed, and never again. */
export function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A cell that holds several words or phrases, separated by "|". */
export const phrasesCell = z.string().transform((cell) =>
  cell
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== ''),
)

/** The languages a row is of; "only" where the word means something else in Indonesian. */
export const languageCell = z.enum(['id', 'su', 'jv', 'su only', 'jv only', 'emoji'])
