import { readFile } from 'node:fs/promises'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import { toSql } from 'pgvector'
import type { Database } from '../../src/database/database.ts'
import type { EmbeddingModel } from '../../src/model/model.ts'

/** What a program on LangChain keeps of its files: pieces of text with their vectors. */
export interface SplitStore {
  /** Reads files, splits them, embeds and inserts the pieces. */
  add(paths: readonly string[]): Promise<void>
  readonly chunks: number
}

const CHUNK = { chunkSize: 1000, chunkOverlap: 200 }
/** Texts an embedding endpoint is given at once, and rows of one insert: LangChain's own defaults. */
const TEXTS_AT_ONCE = 512
const ROWS_AT_ONCE = 500

/** A table as LangChain's PGVectorStore makes it, and its way to fill it (js.langchain.com, PGVectorStore). */
export async function createSplitStore(database: Database, model: EmbeddingModel): Promise<SplitStore> {
  await database.query(
    'create table bench_split (id uuid not null default gen_random_uuid() primary key, text text, metadata jsonb, embedding vector)',
  )
  const splitter = new RecursiveCharacterTextSplitter(CHUNK)
  let chunks = 0
  return {
    get chunks() {
      return chunks
    },
    async add(paths) {
      for (const path of paths) {
        const texts = await splitter.splitText(await readFile(path, 'utf8'))
        const vectors: (readonly number[])[] = []
        for (let from = 0; from < texts.length; from += TEXTS_AT_ONCE)
          vectors.push(...(await model.embed(texts.slice(from, from + TEXTS_AT_ONCE))))
        for (let from = 0; from < texts.length; from += ROWS_AT_ONCE) {
          const rows = texts.slice(from, from + ROWS_AT_ONCE)
          const places = rows.map((_, i) => `($${i * 3 + 1}, $${i * 3 + 2}, $${i * 3 + 3})`)
          await database.query(
            `insert into bench_split (text, metadata, embedding) values ${places.join(', ')}`,
            rows.flatMap((text, i) => [
              text,
              JSON.stringify({ source: path }),
              toSql([...(vectors[from + i] ?? [])]),
            ]),
          )
        }
        chunks += texts.length
      }
    },
  }
}
