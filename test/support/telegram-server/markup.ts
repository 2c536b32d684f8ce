import { checkLink } from './links.ts'
import { isRecord, jsonParam, type Params } from './params.ts'
import { badRequest, type Refusal } from './refusal.ts'

const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
  'disabled',
]
const MOST_BUTTONS = 100

/** A button as a person sees it: `data` is its callback_data, `url` its address. */
export interface Button {
  readonly label: string
  readonly data?: string
  readonly url?: string
  readonly request?: 'contact' | 'location'
}

/** A checked reply_markup: the JSON as sent, and what it puts on the screen. */
export type Markup =
  | { readonly kind: 'inline'; readonly json: unknown; readonly rows: readonly (readonly Button[])[] }
  | { readonly kind: 'keyboard'; readonly rows: readonly (readonly Button[])[] }
  | { readonly kind: 'remove' }
  | { readonly kind: 'force_reply' }

/**
 * Checks reply_markup (core.telegram.org/bots/api#inlinekeyboardmarkup, #replykeyboardmarkup);
 * undefined where there is none or no button in it. Throws Telegram's 400 for what it refuses.
 */
export function readMarkup(params: Params, isPrivate: boolean, inlineOnly = false): Markup | undefined {
  const markup = jsonParam(params, 'reply_markup')
  if (markup === undefined) return undefined
  if (!isRecord(markup)) throw badRequest('object expected as reply markup')
  if (markup.inline_keyboard !== undefined) {
    const rows = readRows(markup, 'inline_keyboard', (button) => inlineButton(button, isPrivate))
    return rows.length === 0
      ? undefined
      : { kind: 'inline', json: { inline_keyboard: markup.inline_keyboard }, rows }
  }
  if (inlineOnly && Object.keys(markup).length > 0) throw badRequest('inline keyboard expected')
  for (const flag of [
    'remove_keyboard',
    'force_reply',
    'resize_keyboard',
    'one_time_keyboard',
    'is_persistent',
  ]) {
    const value = markup[flag]
    if (value !== undefined && typeof value !== 'boolean') {
      throw badRequest(`field "${flag}" must be of type Boolean`)
    }
  }
  if (markup.keyboard !== undefined) {
    const rows = readRows(markup, 'keyboard', (button) => keyboardButton(button, isPrivate))
    return rows.length === 0 ? undefined : { kind: 'keyboard', rows }
  }
  if (markup.remove_keyboard === true) return { kind: 'remove' }
  return markup.force_reply === true ? { kind: 'force_reply' } : undefined
}

function readRows(
  markup: Readonly<Record<string, unknown>>,
  field: string,
  read: (button: unknown) => Button,
): Button[][] {
  const rows = markup[field]
  if (!Array.isArray(rows)) throw badRequest(`field "${field}" must be of type Array`)
  const read2 = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest(`field "${field}" must be an Array of Arrays`)
    return row.map(read)
  })
  if (read2.flat().length > MOST_BUTTONS) throw badRequest('reply markup is too long')
  return read2.filter((row) => row.length > 0)
}

function inlineButton(button: unknown, isPrivate: boolean): Button {
  const label = labelOf(button, 'inline keyboard button')
  const fields = isRecord(button) ? button : {}
  const action = ACTIONS.find((name) => fields[name] !== undefined && fields[name] !== '')
  if (action === undefined) {
    throw cantParse('inline keyboard button', 'Text buttons are unallowed in the inline keyboard')
  }
  if (label === '') throw badRequest('inline keyboard button text must be non-empty')
  const value = fields[action]
  if (action === 'callback_data') {
    const data = String(value)
    if (Buffer.byteLength(data) > 64) throw badRequest('BUTTON_DATA_INVALID')
    return { label, data }
  }
  if (action === 'url') return { label, url: checkedUrl(String(value), 'URL', false) }
  if (action === 'web_app') {
    if (!isPrivate) throw badRequest('BUTTON_TYPE_INVALID')
    const url = isRecord(value) ? String(value.url ?? '') : ''
    return { label, url: checkedUrl(url, 'Web App URL', true) }
  }
  if (action === 'copy_text') {
    const copied = isRecord(value) ? String(value.text ?? '') : ''
    if (copied.length < 1 || copied.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID')
  }
  if (action === 'pay') throw badRequest('BUTTON_TYPE_INVALID')
  return { label }
}

function keyboardButton(button: unknown, isPrivate: boolean): Button {
  if (typeof button === 'string') return keyboardButton({ text: button }, isPrivate)
  const label = labelOf(button, 'keyboard button')
  if (label === '') throw badRequest('keyboard button text must be non-empty')
  const fields = isRecord(button) ? button : {}
  if (fields.request_contact === true) {
    if (!isPrivate) throw badRequest('phone number can be requested in private chats only')
    return { label, request: 'contact' }
  }
  if (fields.request_location === true) {
    if (!isPrivate) throw badRequest('location can be requested in private chats only')
    return { label, request: 'location' }
  }
  return { label }
}

function labelOf(button: unknown, what: string): string {
  if (!isRecord(button)) throw cantParse(what, 'expected an Object')
  const text = button.text
  if (text === undefined) throw cantParse(what, 'Can\'t find field "text"')
  if (typeof text !== 'string') throw cantParse(what, 'Field "text" must be of type String')
  return text.trim()
}

function checkedUrl(url: string, what: string, onlyHttps: boolean): string {
  const link = checkLink(url, onlyHttps)
  if ('url' in link) return link.url
  throw badRequest(`inline keyboard button ${what} '${url}' is invalid: ${link.wrong}`)
}

function cantParse(what: string, why: string): Refusal {
  return badRequest(`can't parse ${what}: ${why}`)
}
