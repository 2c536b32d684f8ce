import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { Unreadable } from '../../errors.ts'
import { SURVEY, type Survey } from './definition.ts'
import { texts } from './texts.ts'

const DIRECTORY = join(import.meta.dirname, '../../../knowledge/surveys')
const t = texts.id.definition

/** The surveys of a directory, those that ship with the bot unless another is named; throws Unreadable as `readSurvey`. */
export function shippedSurveys(directory = DIRECTORY): readonly Survey[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => readSurvey(readFileSync(join(directory, name), 'utf8'), name))
}

/** Reads one survey. Throws Unreadable with the file, the place in it, and what is wrong there. */
export function readSurvey(text: string, file: string): Survey {
  const read = SURVEY.safeParse(parsed(text, file), { error: messageOf })
  if (!read.success) {
    const faults = read.error.issues.map(({ path, message }) => `${path.join('.') || t.top}: ${message}`)
    throw new Unreadable(t.faulty(file, faults))
  }
  if (file !== `${read.data.id}.json`) throw new Unreadable(t.otherName(file, read.data.id))
  return read.data
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Unreadable(t.noJson(file)) // the parser's own words are English, and quote the file
  }
}

/** In plain Indonesian, where zod would say it in English. */
function messageOf(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return t.missing
  if (issue.code === 'unrecognized_keys') return t.unknownKeys(issue.keys)
  if (issue.code === 'too_small') return t.tooSmall(String(issue.minimum))
  if (issue.code === 'too_big') return t.tooBig(String(issue.maximum))
  if (issue.code === 'invalid_value') return t.oneOf(issue.values.map(String))
  return t.wrong
}
