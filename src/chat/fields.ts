import { type Day, dayAt, readDay, showDay } from '../indonesian/dates.ts'
import { readNumber, showNumber } from '../indonesian/numbers.ts'
import { fold } from '../indonesian/words.ts'
import type { Content, FileContent, Language } from './message.ts'
import { texts } from './texts.ts'

/** What a field needs to know to read an answer: when and where it is read, and in which language to hint. */
export interface Reading {
  readonly now: Date
  readonly timeZone: string
  readonly language: Language
}

/** A value, or what to tell the person so that the next try succeeds. Wrong input is never an error. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly hint: string }

/** What a person gives an answer with, where a platform has something better than the keyboard for it. */
export type Input = 'text' | 'choice' | 'number' | 'date' | 'file' | 'contact' | 'location'

/** One kind of answer: how it is read from a message, shown in a review, and offered as buttons. */
export interface Field<T> {
  read(content: Content, reading: Reading): Read<T>
  show(value: T, language: Language): string
  readonly input: Input
  options?(language: Language): readonly Option[]
}

/** One possible answer of a choice; `also` are other words people use for it. */
export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
  readonly also?: readonly string[]
}

/** Free text of `min` to `max` characters, surrounding spaces removed. */
export function text(min = 1, max = 1_000): Field<string> {
  return {
    input: 'text',
    read(content, { language }) {
      if (content.kind !== 'text') return no(texts[language].wantText)
      const value = content.text.trim()
      if (value.length < min) return no(texts[language].tooShort(min))
      return value.length > max ? no(texts[language].tooLong(max, value.length)) : yes(value)
    },
    show: (value) => value,
  }
}

/** One of a few options: by button, number in the list, label, another name of it, or typing that fits only one. */
export function choice<const V extends string>(
  options: (language: Language) => readonly Option<V>[],
): Field<V> {
  return {
    input: 'choice',
    options,
    read(content, { language }) {
      const list = options(language)
      const hint = no(texts[language].wantChoice(list.map((o) => o.label)))
      if (content.kind === 'choice') {
        const pressed = list.find((o) => o.value === content.value)
        return pressed ? yes(pressed.value) : hint
      }
      const typed = content.kind === 'text' ? pick(content.text, list) : undefined
      return typed ? yes(typed.value) : hint
    },
    show: (value, language) => options(language).find((o) => o.value === value)?.label ?? value,
  }
}

/** A number within bounds, in digits or words; `whole` refuses fractions. */
export function number(bounds: { min?: number; max?: number; whole?: boolean } = {}): Field<number> {
  const { min = -1e15, max = 1e15, whole = false } = bounds
  return {
    input: 'number',
    read(content, { language }) {
      const value =
        content.kind === 'text' ? (readNumber(content.text) ?? readNumber(unitless(content.text))) : undefined
      if (value === undefined) return no(texts[language].wantNumber)
      if (whole && !Number.isInteger(value)) return no(texts[language].wantWhole)
      if (value < min || value > max) return no(texts[language].outOfBounds(showNumber(min), showNumber(max)))
      return yes(value)
    },
    show: (value) => showNumber(value),
  }
}

/** A day, as people write or say it. With `past` a day without a year is the last one, else the next one. */
export function date(bounds: { past?: boolean; min?: Day; max?: Day } = {}): Field<Day> {
  return {
    input: 'date',
    read(content, { now, timeZone, language }) {
      const day =
        content.kind === 'text' ? readDay(content.text, dayAt(now, timeZone), bounds.past) : undefined
      if (day === undefined) return no(texts[language].wantDate)
      if (bounds.min !== undefined && day < bounds.min)
        return no(texts[language].tooEarly(showDay(bounds.min)))
      if (bounds.max !== undefined && day > bounds.max)
        return no(texts[language].tooLate(showDay(bounds.max)))
      return yes(day)
    },
    show: (value) => showDay(value),
  }
}

/** A photo or document. */
export function file(): Field<FileContent> {
  return {
    input: 'file',
    read: (content, { language }) => (content.kind === 'file' ? yes(content) : no(texts[language].wantFile)),
    show: (value) => value.name,
  }
}

/** The sender's own phone number, shared through the platform's button so that the platform vouches for it. */
export function ownPhone(): Field<string> {
  return {
    input: 'contact',
    read(content, { language }) {
      if (content.kind !== 'contact') return no(texts[language].wantContact)
      return content.own ? yes(content.phone) : no(texts[language].wantOwnContact)
    },
    show: (value) => value,
  }
}

/** A place: latitude and longitude in degrees. */
export function place(): Field<{ latitude: number; longitude: number }> {
  return {
    input: 'location',
    read: (content, { language }) =>
      content.kind === 'location'
        ? yes({ latitude: content.latitude, longitude: content.longitude })
        : no(texts[language].wantLocation),
    show: (value) => `${value.latitude.toFixed(5)}, ${value.longitude.toFixed(5)}`,
  }
}

/** The option a person means by what they typed, or undefined when it fits none or several. */
export function pick<O extends Option>(typed: string, options: readonly O[]): O | undefined {
  const said = fold(typed)
  if (said === '') return undefined
  if (/^\d{1,3}$/.test(said) && Number(said) >= 1 && Number(said) <= options.length) {
    const labelled = options.filter((o) => `${fold(o.label)} `.startsWith(`${said} `))
    return labelled.length === 1 ? labelled[0] : options[Number(said) - 1]
  }
  const fits: readonly ((name: string) => boolean)[] = [
    (name) => name === said,
    (name) => name.startsWith(said),
    (name) => said.length >= 3 && (` ${name} `.includes(` ${said} `) || ` ${said} `.includes(` ${name} `)),
    (name) => said.length >= 5 && oneSlip(name, said),
  ]
  const named = options.map((o) => ({ o, names: [o.label, o.value, ...(o.also ?? [])].map(fold) }))
  const found = fits
    .map((fit) => named.filter(({ names }) => names.some(fit)))
    .find((some) => some.length > 0)
  return found?.length === 1 ? found[0]?.o : undefined
}

/** "12 berkas" without its last word, so that an answer may name its unit; a number word is no unit. */
function unitless(text: string): string {
  const plain = text.trim()
  const unit = /(?:(?<!\s)\s+|(?<![\s\p{L}]))\p{L}+$/u.exec(plain)?.[0] ?? ''
  const isNumber = readNumber(unit) !== undefined || readNumber(`satu ${unit}`) !== undefined
  return isNumber ? '' : plain.slice(0, plain.length - unit.length)
}

/** True when one letter was left out, added, changed, or two neighbours were swapped. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  if (long.length > short.length) return short.slice(i) === long.slice(i + 1)
  const swapped =
    short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2)
  return swapped || short.slice(i + 1) === long.slice(i + 1)
}

function yes<T>(value: T): Read<T> {
  return { ok: true, value }
}

function no(hint: string): { ok: false; hint: string } {
  return { ok: false, hint }
}
