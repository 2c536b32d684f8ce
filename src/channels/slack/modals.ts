import type { KnownBlock, ModalView, PlainTextOption } from '@slack/web-api'
import { z } from 'zod'
import type { Content, ConversationId } from '../../chat/message.ts'
import type { Sheet, SheetField } from '../../chat/sheet.ts'
import { readDay } from '../../indonesian/dates.ts'
import { readNumber } from '../../indonesian/numbers.ts'
import { contentOfFile } from './files.ts'
import type { Filled } from './payloads.ts'
import { cut, plain } from './plain.ts'
import { texts } from './texts.ts'

/** The name by which a page of ours is known when it comes back. */
export const SHEET = 'abdi:sheet'

// docs.slack.dev/reference/block-kit
const LONGEST = {
  title: 24,
  label: 2_000,
  hint: 2_000,
  text: 3_000,
  option: 75,
  value: 150,
  error: 1_000,
  name: 100,
}
const MOST_OPTIONS = 100
const FEW_OPTIONS = 5

const Metadata = z.object({
  conversation: z.custom<ConversationId>((value) => typeof value === 'string' && value.startsWith('slack:')),
  form: z.string(),
})

/** A form as a modal; it comes back with the conversation it belongs to. `today` dates what was answered before. */
export function sheetView(sheet: Sheet, conversation: ConversationId, today: string): ModalView {
  return {
    type: 'modal',
    callback_id: SHEET,
    private_metadata: JSON.stringify({ conversation, form: sheet.form }),
    title: plain(sheet.title, LONGEST.title),
    submit: plain(texts.send, LONGEST.title),
    close: plain(texts.close, LONGEST.title),
    blocks: [...sheet.before.map(shown), ...sheet.fields.map((field) => input(field, today))].slice(0, 100),
  }
}

/** What a modal carries about where it came from. Throws where it is none of ours. */
export function readMetadata(metadata: string): z.output<typeof Metadata> {
  return Metadata.parse(JSON.parse(metadata))
}

/** What was filled in, by question; nothing for what was left empty. */
export function readValues(
  values: Readonly<Record<string, Readonly<Record<string, Filled>>>>,
): Readonly<Record<string, Content>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, elements]) => {
      const content = Object.values(elements).map(contentOf).find(Boolean)
      return content ? [[name, content]] : []
    }),
  )
}

/** The hints at the questions a modal shows; undefined where none of them can be shown there. */
export function errorsOf(
  hints: Readonly<Record<string, string>>,
  asked: readonly string[],
): Readonly<Record<string, string>> | undefined {
  const shown = Object.entries(hints).filter(([name]) => asked.includes(name))
  return shown.length === 0
    ? undefined
    : Object.fromEntries(shown.map(([name, hint]) => [name, cut(hint, LONGEST.error)]))
}

function shown({ label, value }: Sheet['before'][number]): KnownBlock {
  return { type: 'section', text: plain(`${label}: ${value}`, LONGEST.text) }
}

function input(field: SheetField, today: string): KnownBlock {
  const { name, label, ask, optional, input: kind, value } = field
  const sent = kind === 'file' ? value : undefined // a file input cannot be filled beforehand
  const hint = [...(sent === undefined ? [] : [texts.attached(cut(sent, LONGEST.name))]), ask].join('\n')
  return {
    type: 'input',
    block_id: name,
    label: plain(label, LONGEST.label),
    ...(hint !== label && hint !== '' && { hint: plain(hint, LONGEST.hint) }),
    optional: optional || sent !== undefined,
    element: element(field, today),
  }
}

type Element = Extract<KnownBlock, { type: 'input' }>['element']

function element({ input: kind, options, value }: SheetField, today: string): Element {
  const id = { action_id: 'abdi:answer' }
  switch (kind) {
    case 'number': {
      const known = value === undefined ? undefined : readNumber(value)
      const initial = known !== undefined && { initial_value: String(known) }
      return { type: 'number_input', is_decimal_allowed: true, ...id, ...initial }
    }
    case 'date': {
      const known = value === undefined ? undefined : readDay(value, today)
      return { type: 'datepicker', ...id, ...(known && { initial_date: known }) }
    }
    case 'file':
      return { type: 'file_input', max_files: 1, ...id }
    case 'choice':
      if (options.length > 0 && options.every((option) => option.value.length <= LONGEST.value))
        return chooser(options.map(asOption), value, id)
  }
  const initial = value !== undefined && { initial_value: value.slice(0, LONGEST.text) }
  return { type: 'plain_text_input', multiline: true, max_length: LONGEST.text, ...id, ...initial }
}

function chooser(options: PlainTextOption[], value: string | undefined, id: { action_id: string }): Element {
  const known = options.find((option) => option.value === value)
  const initial = known && { initial_option: known }
  if (options.length <= FEW_OPTIONS) return { type: 'radio_buttons', options, ...id, ...initial }
  const select = { type: 'static_select', placeholder: plain(texts.choose, 150), ...id, ...initial } as const
  if (options.length <= MOST_OPTIONS) return { ...select, options }
  const groups = Array.from({ length: Math.ceil(options.length / MOST_OPTIONS) }, (_, i) => ({
    label: plain(`${i * MOST_OPTIONS + 1}…`, LONGEST.option),
    options: options.slice(i * MOST_OPTIONS, (i + 1) * MOST_OPTIONS),
  }))
  return { ...select, option_groups: groups }
}

function asOption({ value, label }: { value: string; label: string }): PlainTextOption {
  return { value, text: plain(label, LONGEST.option) }
}

function contentOf({ type, value, selected_date, selected_option, files }: Filled): Content | undefined {
  if (selected_option) return { kind: 'choice', value: selected_option.value }
  if (selected_date) return { kind: 'text', text: selected_date }
  if (files?.[0]) return contentOfFile(files[0])
  if (!value?.trim()) return undefined
  return { kind: 'text', text: type === 'number_input' ? value.replace('.', ',') : value }
}
