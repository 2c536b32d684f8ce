import { readFileSync } from 'node:fs'

/** A prompt ready to be sent: both halves filled, and how it is to be answered (`maxTokens` bounds the answer). */
export interface FilledPrompt {
  readonly name: string
  readonly version: string
  readonly system: string
  readonly user: string
  readonly temperature: number
  readonly maxTokens: number
}

/**
 * Reads `<directory>/<name>.md` at once and returns what fills it; values go in verbatim and are not expanded again.
 * Throws an Error naming the file and the fault: unreadable, bad front matter or sections, placeholders that differ.
 */
export function loadPrompt<const P extends string>(
  name: string,
  placeholders: readonly P[],
  directory: URL = new URL('../../prompts/', import.meta.url),
): (values: Readonly<Record<P, string>>) => FilledPrompt {
  const file = `prompts/${name}.md`
  const { settings, system, user } = parse(file, read(file, new URL(`${name}.md`, directory)))
  check(file, `${system}\n${user}`, placeholders)
  return (values) => {
    // the check above leaves only names of P in the text
    const fill = (text: string): string => text.replace(PLACEHOLDER, (_, key: string) => values[key as P])
    return { name, ...settings, system: fill(system), user: fill(user) }
  }
}

const PLACEHOLDER = /\{\{(\w+)\}\}/g

type Settings = Pick<FilledPrompt, 'version' | 'temperature' | 'maxTokens'>

function read(file: string, at: URL): string {
  try {
    return readFileSync(at, 'utf8').replaceAll('\r\n', '\n')
  } catch (cause) {
    throw new Error(`${file} cannot be read`, { cause })
  }
}

function parse(file: string, text: string): { settings: Settings; system: string; user: string } {
  const [, front, body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (front === undefined)
    throw new Error(`${file} does not start with front matter between two lines of ---`)
  const [before, first, system, second, user, more] = body
    .split(/^# (System|User)[ \t]*$/m)
    .map((part) => part.trim())
  if (before !== '' || first !== 'System' || second !== 'User' || more !== undefined)
    throw new Error(
      `${file} must have the sections # System and # User, once each, in this order, nothing before`,
    )
  if (!system || !user) throw new Error(`${file} has an empty section`)
  return { settings: settingsOf(file, front), system, user }
}

function settingsOf(file: string, front: string): Settings {
  const found = new Map<string, string>()
  for (const line of front.split('\n').filter((line) => line.trim() !== '')) {
    const [, key = '', value = ''] = /^(\w+):\s*(\S.*?)\s*$/.exec(line) ?? []
    if (!KEYS.has(key))
      throw new Error(
        `${file} has a line in its front matter that is none of ${[...KEYS].join(', ')}: ${line}`,
      )
    if (found.has(key)) throw new Error(`${file} says ${key} twice`)
    found.set(key, value)
  }
  const version = found.get('version')
  if (version === undefined) throw new Error(`${file} lacks version`)
  const temperature = numberOf(file, 'temperature', found, (value) => value >= 0 && value <= 2)
  const maxTokens = numberOf(file, 'max_tokens', found, (value) => Number.isInteger(value) && value > 0)
  return { version, temperature, maxTokens }
}

const KEYS = new Set(['version', 'temperature', 'max_tokens'])

function numberOf(
  file: string,
  key: string,
  found: Map<string, string>,
  fits: (value: number) => boolean,
): number {
  const text = found.get(key)
  if (text === undefined) throw new Error(`${file} lacks ${key}`)
  if (!fits(Number(text))) throw new Error(`${file}: ${key} cannot be ${text}`)
  return Number(text)
}

function check(file: string, text: string, placeholders: readonly string[]): void {
  const used = new Set([...text.matchAll(PLACEHOLDER)].map(([, key = '']) => key))
  const missing = placeholders.filter((key) => !used.has(key))
  if (missing.length > 0) throw new Error(`${file} does not use the placeholder ${missing.join(', ')}`)
  const unknown = [...used].filter((key) => !placeholders.includes(key))
  if (unknown.length > 0) throw new Error(`${file} uses the unknown placeholder ${unknown.join(', ')}`)
  const stray = /.*(?:\{\{|\}\}).*/.exec(text.replace(PLACEHOLDER, ''))
  if (stray) throw new Error(`${file} has braces that are no placeholder: ${stray[0].trim()}`)
}
