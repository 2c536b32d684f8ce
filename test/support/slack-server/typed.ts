import type { Json } from './params.ts'
import type { SeenView } from './screen.ts'
import { type Given, isEmpty, stateOf } from './values.ts'

/** Typed words as Slack passes them on: three escapes, and addresses in angle brackets. */
export function escaped(text: string): string {
  const marked = /(<[@#!][^<>]+>)|([&<>])|(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])|([\w.+-]+@[\w-]+\.[\w.-]*\w)/g
  return text.replace(marked, (whole, token: string, sign: string, url: string, mail: string) => {
    if (token) return token
    if (sign) return { '&': '&amp;', '<': '&lt;' }[sign] ?? '&gt;'
    return url ? `<${url.replaceAll('&', '&amp;')}>` : mail ? `<mailto:${mail}|${mail}>` : whole
  })
}

/**
 * The values of a modal once its fields are filled by label, block id or action id, over what they
 * hold at the `start`; throws where Slack's own form would not be sent.
 */
export function filled(
  fields: SeenView['fields'],
  start: Readonly<Record<string, Readonly<Record<string, Json>>>>,
  given: Readonly<Record<string, Given>>,
): Json {
  const state: Record<string, Record<string, Json>> = {}
  const left = new Set(Object.keys(given))
  for (const field of fields) {
    const { blockId, actionId, label } = field
    const key = [label, blockId, actionId].find((each) => each in given)
    const value = key === undefined ? (start[blockId]?.[actionId] ?? {}) : stateOf(field, given[key] ?? null)
    if (key !== undefined) left.delete(key)
    if (field.input && !field.optional && isEmpty(value)) throw new Error(`"${label}" must be filled`)
    state[blockId] = { ...state[blockId], [actionId]: value }
  }
  const labels = fields.map(({ label }) => label).join(', ')
  if (left.size > 0) throw new Error(`no field ${[...left].join(', ')}; there are: ${labels}`)
  return state
}
