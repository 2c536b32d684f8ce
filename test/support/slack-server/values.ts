import { isJson, type Json, objectsIn, str } from './params.ts'
import type { Field } from './render.ts'
import { optionsOf } from './render.ts'

/** What a person puts into a field: words, an option's label or value, several, or ids of files. */
export type Given = string | number | boolean | readonly string[] | readonly Json[] | null

/**
 * The state of a field once a person has filled it, as view.state and state.values carry it; throws
 * where Slack's own form would not take that.
 */
export function stateOf(field: Field, given: Given): Json {
  const { type, element } = field
  if (type in DATES) return { type, [DATES[type] ?? '']: given }
  if (type === 'file_input') return { type, files: given ?? [] }
  if (/^multi_|^checkboxes$/.test(type)) {
    const wanted = Array.isArray(given) ? given.map(String) : given === null ? [] : [String(given)]
    return { type, selected_options: wanted.map((each) => optionIn(field, each)) }
  }
  if (/select$|^radio_buttons$|^overflow$/.test(type)) {
    return { type, selected_option: given === null ? null : optionIn(field, String(given)) }
  }
  if (given !== null) checkWords(field, String(given), element)
  return { type, value: given === null ? null : String(given) }
}

/** What a field holds before anybody touches it. */
export function untouched({ type, element }: Field): Json {
  if (type in DATES)
    return { type, [DATES[type] ?? '']: element[(DATES[type] ?? '').replace('selected', 'initial')] ?? null }
  if (type === 'file_input') return { type, files: [] }
  if (/^multi_|^checkboxes$/.test(type)) return { type, selected_options: objectsIn(element.initial_options) }
  if (/select$|^radio_buttons$|^overflow$/.test(type))
    return { type, selected_option: element.initial_option ?? null }
  return { type, value: element.initial_value ?? null }
}

/** Whether a field's state is empty, so that a required field holds the form back. */
export function isEmpty(state: Json): boolean {
  const held = Object.entries(state).filter(([name]) => name !== 'type')
  return held.every(
    ([, value]) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  )
}

const DATES: Readonly<Record<string, string>> = {
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
}

function optionIn(field: Field, wanted: string): Json {
  const options = optionsOf(field.element)
  const label = ({ text }: Json) => (isJson(text) ? str(text.text) : '')
  const found = options.find((option) => label(option) === wanted || option.value === wanted)
  if (found !== undefined) return found
  throw new Error(
    `no option ${JSON.stringify(wanted)} in "${field.label}"; there are: ${options.map(label).join(', ')}`,
  )
}

function checkWords(
  { label, type }: Field,
  words: string,
  { min_length, max_length, is_decimal_allowed: decimal }: Json,
) {
  const most = typeof max_length === 'number' ? max_length : 3000
  const problem =
    words.length > most
      ? `takes ${most} characters`
      : typeof min_length === 'number' && words.length < min_length
        ? `wants ${min_length} characters`
        : type === 'number_input' && !(decimal === true ? /^-?\d+([.,]\d+)?$/ : /^-?\d+$/).test(words)
          ? 'takes a number'
          : type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(words)
            ? 'takes an e-mail address'
            : type === 'url_text_input' && !/^https?:\/\/\S+$/.test(words)
              ? 'takes an address'
              : undefined
  if (problem !== undefined)
    throw new Error(`"${label}" ${problem}; Slack does not let ${JSON.stringify(words)} through`)
}
