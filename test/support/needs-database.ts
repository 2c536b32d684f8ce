import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
/** By these words alone a test comes to a database, or learns which one it is. */
const BY = /\binject\(|\bTEST_DATABASE_URL\b|\bTEST_REDIS_URL\b|\bopenDatabase\b/
const IMPORT =
  /^\s*(?:import|export)\s+(?!type\s)(?:[\w*{}\s,$]+\sfrom\s+)?'(?<what>[^']+)'|\bimport\(\s*'(?<later>[^']+)'/gm

/** The test files that may go another way on another database: they, or what they import, come to one. */
export function needingDatabase(): readonly string[] {
  const tests = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(ROOT, 'test', file))
  return tests.filter((test) => reachesOne(test)).map((test) => relative(ROOT, test))
}

function reachesOne(test: string): boolean {
  const seen = new Set([test])
  for (const file of seen) {
    const source = readFileSync(file, 'utf8')
    if (BY.test(source)) return true
    for (const { groups = {} } of source.matchAll(IMPORT)) {
      const imported = placeOf(groups.what ?? groups.later ?? '', file)
      if (imported !== undefined) seen.add(imported)
    }
  }
  return false
}

/** The file of ours that an import names; undefined for a package. */
function placeOf(what: string, from: string): string | undefined {
  if (what.startsWith('#test/')) return join(import.meta.dirname, what.slice('#test/'.length))
  const path = what.startsWith('.') ? join(dirname(from), what) : undefined
  return path !== undefined && /\.[jt]s$/.test(path) && existsSync(path) ? path : undefined
}
