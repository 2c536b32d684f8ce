import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one pasal (or ayat, or huruf of it) settles, in our own words, and how people ask for it. */
export interface Digest {
  readonly regulation: string
  readonly pasal: string
  readonly ayat?: string
  readonly huruf?: string
  readonly heading: string
  readonly title: string
  readonly body: string
  readonly questions: readonly string[]
  /** The day it was checked, and against what: "2026-11-22 official". */
  readonly checked: string
}

/** Reads every digest of a knowledge directory, in order. Throws, naming file and line, where one is malformed. */
export function readDigests(knowledge: string): readonly Digest[] {
  const directory = join(knowledge, 'digests')
  return readdirSync(directory)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => parseDigests(readFileSync(join(directory, name), 'utf8'), name))
}

const LOCATOR =
  /^## (?:Pasal (?<pasal>\d+[A-Z]*)(?: ayat (?<ayat>\(\d+[a-z]?\)(?:-\(\d+[a-z]?\))?))?(?: huruf (?<huruf>[a-z]+(?: angka \d+\))?))?|(?<lampiran>Lampiran)): (?<title>.+)$/

/**
 * Parses one digest file: front matter (regulation, checked, against), `# BAB` headings, and entries of a
 * `## Pasal …: title` line, a body, and `? ` lines with the questions people ask.
 */
export function parseDigests(text: string, file: string): readonly Digest[] {
  const [, front = '', content = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const meta = new Map(
    [...front.matchAll(/^(\w+): (.+)$/gm)].map(([, key = '', value = '']) => [key, value.trim()]),
  )
  const regulation = meta.get('regulation')
  const checked = meta.get('checked')
  const against = meta.get('against')
  if (!regulation || !checked || !['official', 'excerpt', 'memory'].includes(against ?? ''))
    throw new Error(
      `${file}: the front matter needs regulation, checked and against (official, excerpt or memory)`,
    )
  const digests: Digest[] = []
  let heading = ''
  for (const section of content.split(/^(?=##? )/m)) {
    const [first = '', ...lines] = section.trim().split('\n')
    if (first === '') continue
    if (first.startsWith('# ')) {
      heading = first.slice(2).trim()
      continue
    }
    const { pasal, ayat, huruf, lampiran, title } = LOCATOR.exec(first)?.groups ?? {}
    const questions = lines.filter((line) => line.startsWith('? ')).map((line) => line.slice(2).trim())
    const body = lines
      .filter((line) => !line.startsWith('? '))
      .join('\n')
      .trim()
    if (title === undefined || body === '' || questions.length === 0)
      throw new Error(`${file}: "${first}" needs a place, a title, a text and at least one question`)
    digests.push({
      regulation,
      pasal: pasal ?? lampiran ?? '',
      ...(ayat && { ayat: ayat.replaceAll(/[()]/g, '') }),
      ...(huruf && { huruf }),
      heading,
      title: title.trim(),
      body,
      questions,
      checked: `${checked} ${against}`,
    })
  }
  return digests
}
