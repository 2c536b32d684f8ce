import { isJson, type Json, objectsIn, str } from './params.ts'

/** A button as people see it. */
export interface Button {
  readonly label: string
  readonly actionId: string
  readonly value?: string
  readonly url?: string
  readonly blockId: string
  readonly element: Json
}

/** A menu, a group of choices or another input that isn't a button. */
export interface Field {
  /** The label of its input block, else its placeholder. */
  readonly label: string
  readonly actionId: string
  readonly blockId: string
  readonly type: string
  readonly hint?: string
  readonly optional: boolean
  /** True in an input block, whose value goes with the submission. */
  readonly input: boolean
  readonly options: readonly { readonly label: string; readonly value: string }[]
  readonly element: Json
}

/** Blocks as a person reads them: plain words, one block a line. */
export function wordsOf(blocks: readonly Json[], names: (user: string) => string): string {
  return blocks
    .map((block) => blockWords(block, names))
    .filter((words) => words !== '')
    .join('\n')
}

/** Slack's own mark-up as people read it: no escapes, no marks, names instead of ids. */
export function mrkdwnWords(text: string, names: (user: string) => string): string {
  return text
    .replace(/<@(\w+)(?:\|[^>]*)?>/g, (_whole, user: string) => `@${names(user)}`)
    .replace(/<#\w+\|([^>]*)>/g, '#$1')
    .replace(/<(?!!)([^|>]+)\|([^>]+)>/g, '$2')
    .replace(/<(https?:[^>]+|mailto:[^>]+)>/g, '$1')
    .replace(/(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^\n]*?\S)\1(?![\p{L}\p{N}*_~])/gu, '$2')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Standard Markdown as people read it; tables and lists stay as they are written. */
export function markdownWords(text: string): string {
  return text
    .replace(/^#{1,6} +/gm, '')
    .replace(/(?<!\\)\[([^\]\n]+)\]\(([^)\s]+)\)/g, '$1')
    .replace(/(?<!\\)\*\*(?=\S)([^\n]*?\S)(?<!\\)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}\\*_])([*_])(?=\S)([^\n]*?[^\s\\])\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!|~<>&])/g, '$1')
}

/** Every button of blocks, in order; feedback buttons are two. */
export function buttonsOf(blocks: readonly Json[]): readonly Button[] {
  return placed(blocks).flatMap(({ element, blockId }) => {
    if (element.type === 'feedback_buttons') {
      return [element.positive_button, element.negative_button]
        .filter(isJson)
        .map((button) => buttonOf({ ...element, ...button, type: 'feedback_buttons' }, blockId, element))
    }
    return element.type === 'button' || element.type === 'icon_button'
      ? [buttonOf(element, blockId, element)]
      : []
  })
}

/** Every field of blocks, in order. */
export function fieldsOf(blocks: readonly Json[]): readonly Field[] {
  return placed(blocks)
    .filter(
      ({ element }) => !/(?<!radio_)buttons?$|^image$/.test(str(element.type)) && element.type !== undefined,
    )
    .map(({ element, blockId, block }) => ({
      label: textIn(block.label) || textIn(element.placeholder),
      actionId: str(element.action_id),
      blockId,
      type: str(element.type),
      ...(block.hint !== undefined && { hint: textIn(block.hint) }),
      optional: block.optional === true,
      input: block.type === 'input',
      options: optionsOf(element).map((option) => ({ label: textIn(option.text), value: str(option.value) })),
      element,
    }))
}

/** The options of a menu, those of its groups too. */
export function optionsOf(element: Json): readonly Json[] {
  const groups = objectsIn(element.option_groups).flatMap(({ options }) => objectsIn(options))
  return [...objectsIn(element.options), ...groups]
}

function placed(blocks: readonly Json[]) {
  return blocks.flatMap((block) => {
    const own = block.type === 'rich_text' || block.type === 'context' ? [] : objectsIn(block.elements)
    const elements = [...own, ...objectsIn([block.accessory, block.element])]
    return elements.map((element) => ({ element, block, blockId: str(block.block_id) }))
  })
}

function buttonOf(shown: Json, blockId: string, element: Json): Button {
  return {
    label: textIn(shown.text),
    actionId: str(shown.action_id),
    ...(typeof shown.value === 'string' && { value: shown.value }),
    ...(typeof shown.url === 'string' && { url: shown.url }),
    blockId,
    element,
  }
}

function blockWords(block: Json, names: (user: string) => string): string {
  if (block.type === 'markdown') return markdownWords(str(block.text))
  if (block.type === 'image') return `[${str(block.alt_text)}]`
  if (block.type === 'rich_text') return richWords(block)
  if (block.type === 'table') {
    const rows = Array.isArray(block.rows) ? block.rows : []
    return rows
      .map((row) =>
        objectsIn(row)
          .map((cell) => str(cell.text) || richWords(cell))
          .join(' | '),
      )
      .join('\n')
  }
  const read = (text: Json) => (text.type === 'mrkdwn' ? mrkdwnWords(str(text.text), names) : str(text.text))
  const context = block.type === 'context' ? objectsIn(block.elements) : []
  return [
    ...objectsIn([block.text]),
    ...objectsIn(block.fields),
    ...context.filter(({ type }) => type !== 'image'),
  ]
    .map(read)
    .join(block.type === 'context' ? ' ' : '\n')
}

function richWords(value: Json): string {
  return str(value.text) + objectsIn(value.elements).map(richWords).join('')
}

function textIn(value: unknown): string {
  return isJson(value) ? str(value.text) : ''
}
