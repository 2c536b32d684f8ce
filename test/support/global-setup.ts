import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/database/database.ts'
import { dump, IN_MEMORY } from '../../src/database/embedded/pool.ts'
import { bringKnowledge } from '../../src/regulations/knowledge.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { KNOWLEDGE } from './knowledge.ts'

/** Where every test file gets its fresh database from: an image, or a template on a server. */
export type Origin =
  | { readonly kind: 'embedded'; readonly image: string }
  | { readonly kind: 'native'; readonly url: string; readonly template: string }

declare module 'vitest' {
  interface ProvidedContext {
    origin: Origin
  }
}

/**
 * Prepares one database with the knowledge indexed, once for all test files: embedded, or on the server of
 * TEST_DATABASE_URL, on which the suite may create and drop databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL
  const lexicon = readLexicon(KNOWLEDGE)
  if (url === undefined) {
    const directory = mkdtempSync(join(tmpdir(), 'abdi-test-'))
    const database = await openDatabase({ kind: 'embedded', directory: IN_MEMORY })
    await bringKnowledge(database, KNOWLEDGE, lexicon)
    const image = join(directory, 'image.tar') // every test file would unpack it anew
    writeFileSync(image, gunzipSync(await dump(database.pool)))
    await database.close()
    project.provide('origin', { kind: 'embedded', image })
    return async () => rmSync(directory, { recursive: true })
  }
  const template = `abdi_test_template_${process.pid}`
  await administer(url, `create database ${template}`)
  const database = await openDatabase({ kind: 'native', url: withName(url, template) })
  await bringKnowledge(database, KNOWLEDGE, lexicon)
  await database.close()
  project.provide('origin', { kind: 'native', url, template })
  return () => administer(url, `drop database ${template} with (force)`)
}

/** Runs one statement on the server itself. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The address of another database on the same server. */
export function withName(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
