import { badRequest } from './refusal.ts'

/** The parameters of one call; values of form bodies are still strings. */
export type Params = Readonly<Record<string, unknown>>

/** A string parameter, or undefined where it is absent. */
export function textParam(params: Params, name: string): string | undefined {
  const value = params[name]
  if (value === undefined || value === null) return undefined
  return typeof value === 'string' ? value : String(value)
}

/** A whole number, also from a form's string; undefined where absent or not a number. */
export function numberParam(params: Params, name: string): number | undefined {
  const text = textParam(params, name)?.trim()
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined
}

/** A Boolean, also from a form's "true" or "1". */
export function flagParam(params: Params, name: string): boolean {
  return /^(true|1)$/i.test(textParam(params, name) ?? '')
}

/** An object or array, also as a form's JSON text; throws a 400 where it is neither. */
export function jsonParam(params: Params, name: string): unknown {
  const value = params[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'object') return value
  try {
    return JSON.parse(String(value))
  } catch {
    throw badRequest(`can't parse ${name} JSON object`)
  }
}

/** Whether a value is a plain JSON object. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
