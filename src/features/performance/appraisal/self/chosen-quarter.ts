import type { Field } from '../../../../chat/fields.ts'
import { dayAt } from '../../../../indonesian/dates.ts'
import { type Quarter, quarterKey, readQuarter } from '../quarter.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** A quarter to evaluate; with `version` the one whose evaluation was sent before, as it was then. */
export interface Chosen {
  readonly quarter: Quarter
  readonly version?: number
}

/** It as an answer: "2026-Q1", "2026-Q1.2". */
export function chosenKey({ quarter, version }: Chosen): string {
  return version === undefined ? quarterKey(quarter) : `${quarterKey(quarter)}.${version}`
}

/** Undefined where an answer is none. */
export function readChosen(key: string): Chosen | undefined {
  const [, year = '', number = '', version] = /^(\d{4})-Q([1-4])(?:\.(\d{1,6}))?$/.exec(key) ?? []
  if (year === '') return undefined
  const quarter = { year: Number(year), number: Number(number) }
  return version === undefined ? { quarter } : { quarter, version: Number(version) }
}

/** The quarter as the question of a form that is filled in beforehand; it reads what it shows. */
export function chosenQuarter(): Field<string> {
  return {
    input: 'text',
    read(content, { now, timeZone, language }) {
      const said = content.kind === 'text' ? content.text.trim() : ''
      const [name = '', version] = said.split(/, \D*/)
      const quarter = readChosen(said)?.quarter ?? readQuarter(name, dayAt(now, timeZone))
      if (quarter === undefined) return { ok: false, hint: texts[language].unknownQuarter }
      const of = readChosen(said) ?? {
        quarter,
        ...(/^\d{1,6}$/.test(version ?? '') && { version: Number(version) }),
      }
      return { ok: true, value: chosenKey(of) }
    },
    show(value, language) {
      const chosen = readChosen(value)
      if (chosen === undefined) return value
      const name = shared[language].quarter(chosen.quarter)
      return chosen.version === undefined ? name : texts[language].again(name, chosen.version)
    },
  }
}
