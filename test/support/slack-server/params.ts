import type { IncomingMessage } from 'node:http'
import { badArguments, Refusal } from './refusal.ts'

const LARGEST_BODY = 4_194_304

/** The arguments of one call; values of form bodies are still strings. */
export type Params = Readonly<Record<string, unknown>>

/** A plain JSON object. */
export type Json = Readonly<Record<string, unknown>>

/** The body of a request as UTF-8 text; throws a Refusal over 4 MiB. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > LARGEST_BODY) throw new Refusal('request_too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The arguments of a request: query, form body or JSON body; throws Slack's refusals of broken ones. */
export async function readParams(request: IncomingMessage, query: URLSearchParams): Promise<Params> {
  const body = await readText(request)
  const type = request.headers['content-type'] ?? ''
  if (body === '') return Object.fromEntries(query)
  if (/^application\/json/i.test(type)) return { ...Object.fromEntries(query), ...jsonBody(body) }
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    return { ...Object.fromEntries(query), ...Object.fromEntries(new URLSearchParams(body)) }
  }
  throw new Refusal('invalid_post_type')
}

/** A string argument; undefined where absent or empty. */
export function textOf(params: Params, name: string): string | undefined {
  const value = params[name]
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'string' ? value : String(value)
}

/** A string argument that must be there; throws invalid_arguments. */
export function need(params: Params, name: string): string {
  const value = textOf(params, name)
  if (value === undefined) throw badArguments(`missing required field: ${name}`)
  return value
}

/** An object or array, also as a form's JSON text; throws `error` where the text is no JSON. */
export function jsonOf(params: Params, name: string, error = 'invalid_arguments'): unknown {
  const value = params[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    throw new Refusal(error)
  }
}

/** Whether a value is a plain JSON object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; nothing where it is none. */
export function objectsIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : []
}

/** A field that is a string, else the empty string. */
export function str(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function jsonBody(body: string): Json {
  try {
    const value: unknown = JSON.parse(body)
    if (isJson(value)) return value
  } catch {
    throw new Refusal('invalid_json')
  }
  throw new Refusal('json_not_object')
}
