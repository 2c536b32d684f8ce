import { isJson, type Json, str } from './params.ts'

/** Says what is wrong at a place in blocks; collects, so that all faults of a call are named at once. */
export type Complain = (what: string, pointer: string) => void

/** Checks a text object: its type, and that it has 1 to `most` characters. */
export function checkText(
  value: unknown,
  most: number,
  pointer: string,
  complain: Complain,
  types: readonly string[] = ['plain_text', 'mrkdwn'],
): void {
  if (!isJson(value)) {
    complain('missing required field: text', pointer)
    return
  }
  if (!types.includes(str(value.type))) complain(`must be one of: ${types.join(', ')}`, `${pointer}/type`)
  if (value.emoji !== undefined && value.type !== 'plain_text') complain('no such field: emoji', pointer)
  if (value.verbatim !== undefined && value.type !== 'mrkdwn') complain('no such field: verbatim', pointer)
  checkLength(value.text, most, `${pointer}/text`, complain)
}

/** Checks a plain_text object of 1 to `most` characters. */
export function checkPlain(value: unknown, most: number, pointer: string, complain: Complain): void {
  checkText(value, most, pointer, complain, ['plain_text'])
}

/** Checks a string of 1 to `most` characters. */
export function checkLength(value: unknown, most: number, pointer: string, complain: Complain): void {
  if (typeof value !== 'string') {
    complain('must be a string', pointer)
    return
  }
  if (value.length === 0) complain('must be more than 0 characters', pointer)
  if (value.length > most) complain(`must be less than ${most + 1} characters`, pointer)
  if (!value.isWellFormed()) complain('must be valid UTF-8', pointer)
}

/** Checks a list of 1 to `most` objects; gives those that are objects. */
export function checkList(
  value: unknown,
  most: number,
  pointer: string,
  complain: Complain,
): readonly Json[] {
  if (!Array.isArray(value)) {
    complain('must be an array', pointer)
    return []
  }
  if (value.length === 0) complain('no fewer than 1 items allowed', pointer)
  if (value.length > most) complain(`no more than ${most} items allowed`, pointer)
  for (const [at, item] of value.entries())
    if (!isJson(item)) complain('must be an object', `${pointer}/${at}`)
  return value.filter(isJson)
}

/** Checks a string that may be absent. */
export function checkOptional(value: unknown, most: number, pointer: string, complain: Complain): void {
  if (value !== undefined) checkLength(value, most, pointer, complain)
}

/** What of a list of strings comes more than once. */
export function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, at) => value !== '' && values.indexOf(value) !== at))]
}
