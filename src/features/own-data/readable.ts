import type { Json, KeptAbout } from '../../chat/feature.ts'
import type { Language } from '../../chat/message.ts'
import { showDay } from '../../indonesian/dates.ts'
import { texts } from './texts.ts'

/** How moments and words are shown: in which place's time, and in which language. */
export interface Shown {
  readonly timeZone: string
  readonly language: Language
}

/** All that is kept as text anybody can read, headed by the day it was made on. */
export function readable(kept: readonly KeptAbout[], today: string, shown: Shown): string {
  const t = texts[shown.language]
  const parts = kept.map(({ title, why, rows }) =>
    [`== ${title} (${rows.length}) ==`, why, ...rows.map((row) => shownRow(row, shown))].join('\n\n'),
  )
  return [t.fileHeading, t.madeAt(showDay(today)), ...parts].join('\n\n')
}

/** The same for other systems, as JSON. */
export function forMachines(kept: readonly KeptAbout[], today: string): string {
  return JSON.stringify({ made: today, data: kept }, null, 2)
}

/** A text in pieces that end where a line does, each at most so many characters. */
export function pieces(text: string, longest: number): readonly string[] {
  const found: string[] = []
  let piece = ''
  for (const line of text.split('\n').flatMap((whole) => cut(whole, longest))) {
    if (piece !== '' && piece.length + 1 + line.length > longest) {
      found.push(piece)
      piece = ''
    }
    piece = piece === '' ? line : `${piece}\n${line}`
  }
  return piece.trim() === '' ? found : [...found, piece]
}

function cut(line: string, longest: number): readonly string[] {
  const characters = [...line]
  if (characters.length <= longest) return [line]
  return Array.from({ length: Math.ceil(characters.length / longest) }, (_, i) =>
    characters.slice(i * longest, (i + 1) * longest).join(''),
  )
}

function shownRow(row: Readonly<Record<string, Json>>, shown: Shown): string {
  const { labels, values } = texts[shown.language]
  return Object.entries(row)
    .map(([field, value]) => {
      const called = typeof value === 'string' ? own(own(values, field) ?? {}, value) : undefined
      return `${own(labels, field) ?? field}: ${called ?? shownValue(value, shown)}`
    })
    .join('\n')
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

function shownValue(value: Json, { timeZone }: Shown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join(', ')
  if (typeof value !== 'string') return JSON.stringify(value)
  return MOMENT.test(value)
    ? new Date(value).toLocaleString('id-ID', { timeZone, dateStyle: 'medium', timeStyle: 'short' })
    : value
}

function own<T>(of: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(of, key) ? of[key] : undefined
}
