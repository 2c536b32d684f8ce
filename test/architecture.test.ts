import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(import.meta.dirname, '../src')

/** What each room of the house may import of the others; a room is a folder of src, or a file in it. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  features: [
    'chat',
    'jobs/job.ts',
    'model',
    'regulations',
    'calendar.ts',
    'database',
    'errors.ts',
    'indonesian',
    'log.ts',
    'files.ts',
    'directory.ts',
    'seal.ts',
    'paper',
    'appearance',
  ],
  channels: ['chat', 'appearance', 'errors.ts', 'log.ts', 'indonesian'],
  mailbox: ['chat', 'database', 'jobs/job.ts', 'errors.ts', 'log.ts', 'indonesian', 'seal.ts'],
  'files.ts': ['files'],
  'directory.ts': ['directory'],
  'calendar.ts': ['calendar'],
  directory: ['database', 'errors.ts', 'indonesian'],
  files: ['chat', 'database', 'jobs/job.ts', 'errors.ts'],
  regulations: ['model', 'database', 'errors.ts', 'indonesian', 'log.ts'],
  model: ['errors.ts', 'indonesian', 'log.ts'],
  calendar: ['database', 'errors.ts', 'indonesian'],
  jobs: ['errors.ts', 'log.ts'],
  database: ['errors.ts', 'jobs/job.ts'],
  chat: ['errors.ts', 'indonesian'],
  paper: ['errors.ts', 'indonesian'],
  indonesian: [],
  appearance: [],
  'errors.ts': [],
  'seal.ts': ['errors.ts'],
  seal: ['errors.ts'],
  'log.ts': [],
  'metrics.ts': [],
  'config.ts': ['errors.ts'],
}
/** The composition root: whoever puts the rooms together may import all of them, and none of them it. */
const ROOT = ['main.ts', 'bot.ts', 'http.ts', 'dashboard']

/** Packages that only one place may know. */
const ONLY: readonly [package_: RegExp, place: RegExp][] = [
  [/^grammy\b|^@grammyjs\//, /^channels\/telegram/],
  [/^@slack\//, /^channels\/slack/],
  [/^(bullmq|ioredis)$/, /^jobs\/bullmq\.ts$/],
  [/^(openai|langchain|@langchain\/.*)$/, /^model\/openai\.ts$/],
  [/^@electric-sql\//, /^database\/embedded\//],
  [/^pino$/, /^log\.ts$/],
  [/^@bull-board\//, /^dashboard\/board\.ts$/],
  [/^prom-client$/, /^metrics\.ts$/],
  [/^pdfmake\b/, /^paper\//],
  [/^sharp$/, /^files\/photo\.ts$/],
]

interface Import {
  readonly from: string
  /** A path within src, or the name of a package. */
  readonly what: string
  readonly own: boolean
  readonly typesOnly: boolean
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file))
const sources = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]))
const imports = [...sources].flatMap(([file, source]) => importsOf(file, source))

describe('imports go one way', () => {
  it('and are found at all', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(imports).toContainEqual({ from: 'main.ts', what: 'bot.ts', own: true, typesOnly: false })
    expect(imports).toContainEqual({ from: 'jobs/bullmq.ts', what: 'bullmq', own: false, typesOnly: false })
  })

  it('every room has its rule', () => {
    const rooms = new Set(files.map(roomOf))
    expect([...rooms].filter((room) => MAY[room] === undefined && !ROOT.includes(room))).toEqual([])
  })

  it.each(Object.entries(MAY))('%s imports only what is below it', (room, allowed) => {
    const wrong = imports
      .filter(({ from, what, own }) => own && roomOf(from) === room && roomOf(what) !== room)
      .filter(({ what }) => !allowed.some((place) => what === place || what.startsWith(`${place}/`)))
    expect(told(wrong)).toEqual([])
  })

  it('the kernel and the language need no package but zod', () => {
    const wrong = imports.filter(
      ({ from, what, own }) => !own && ['chat', 'indonesian'].includes(roomOf(from)) && what !== 'zod',
    )
    expect(told(wrong)).toEqual([])
  })

  it('a feature takes no more than the types of the log and of the files, the files no more than types of the kernel', () => {
    const wrong = imports.filter(
      ({ from, what, typesOnly }) =>
        !typesOnly &&
        ((roomOf(from) === 'features' && ['log.ts', 'files.ts'].includes(what)) ||
          (roomOf(from) === 'files' && roomOf(what) === 'chat')),
    )
    expect(told(wrong)).toEqual([])
  })

  it('no feature imports another, and only the root imports a feature', () => {
    const feature = (file: string): string | undefined => /^features\/([^/]+)\//.exec(file)?.[1]
    const wrong = imports.filter(
      ({ from, what, own }) =>
        own &&
        feature(what) !== undefined &&
        feature(from) !== feature(what) &&
        from !== 'features/index.ts' &&
        !ROOT.includes(roomOf(from)),
    )
    expect(told(wrong)).toEqual([])
  })

  it('nothing goes round in a circle', () => {
    expect(circles()).toEqual([])
  })
})

it.each(ONLY)('the package %s is known in one place', (name, place) => {
  const wrong = imports.filter(({ from, what, own }) => !own && name.test(what) && !place.test(from))
  expect(told(wrong)).toEqual([])
})

const forbidden: readonly [string, RegExp, (file: string) => boolean][] = [
  ['only the configuration reads the environment', /\bprocess\s*\.\s*env\b/, (file) => file !== 'config.ts'],
  [
    'no feature and no kernel looks at the clock',
    /\bnew\s+Date\s*\(\s*\)|\bDate\.now\s*\(|\bTemporal\.Now\b/,
    (file) => /^(features|chat)\//.test(file),
  ],
  [
    'no SQL outside the stores',
    /\b(database|connection|pool)\.query\b/,
    (file) => /^features\//.test(file) && !/\bstore\.ts$/.test(file),
  ],
  [
    'nothing is any, nothing is asserted not to be null',
    /:\s*any\b|\bas any\b|[\w)\]]!\.|[\w)\]]!$/m,
    (file) => file.endsWith('.ts'),
  ],
]
it.each(forbidden)('%s', (_, pattern, where) => {
  const wrong = [...sources]
    .filter(([file, source]) => where(file) && pattern.test(withoutComments(source)))
    .map(([file]) => file)
  expect(wrong).toEqual([])
})

function importsOf(file: string, source: string): readonly Import[] {
  const statements = withoutComments(source).matchAll(
    /^\s*(?:import|export)\s+(?<types>type\s)?(?:[\w*{}\s,$]+\sfrom\s+)?'(?<what>[^']+)'|\bimport\(\s*'(?<later>[^']+)'\s*\)/gm,
  )
  return [...statements].map(({ groups = {} }) => {
    const what = groups.what ?? groups.later ?? ''
    const own = what.startsWith('.')
    return {
      from: file,
      what: own ? relative(SRC, join(SRC, dirname(file), what)) : what,
      own,
      typesOnly: groups.types !== undefined,
    }
  })
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file
}

function told(wrong: readonly Import[]): readonly string[] {
  return wrong.map(({ from, what }) => `${from} imports ${what}`)
}

function withoutComments(source: string): string {
  return source.replace(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, '')
}

/** Circles among the files at run time; types alone may point both ways. */
function circles(): readonly string[] {
  const next = new Map(
    files.map((file) => [
      file,
      imports
        .filter(({ from, own, typesOnly }) => from === file && own && !typesOnly)
        .map(({ what }) => what),
    ]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (path.includes(file) || done.has(file)) return
    for (const what of next.get(file) ?? []) walk(what, [...path, file])
    done.add(file)
  }
  for (const file of files) walk(file, [])
  return found
}
