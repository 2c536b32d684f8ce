import { checkElement } from './elements.ts'
import { isJson, type Json, objectsIn, str } from './params.ts'
import { Refusal } from './refusal.ts'
import {
  type Complain,
  checkLength,
  checkList,
  checkOptional,
  checkPlain,
  checkText,
  repeated,
} from './texts.ts'

/** Where blocks are shown; it decides which kinds are allowed and how many. */
export type Surface = 'message' | 'modal' | 'home'

/**
 * Checks blocks as docs.slack.dev/reference/block-kit/blocks documents them and gives them back with
 * the block ids Slack makes up; throws invalid_blocks with every fault, or msg_blocks_too_long.
 */
export function checkBlocks(value: unknown, surface: Surface, error = 'invalid_blocks'): readonly Json[] {
  const faults: string[] = []
  const complain: Complain = (what, pointer) => faults.push(`[ERROR] ${what} [json-pointer:${pointer}]`)
  if (!Array.isArray(value)) throw new Refusal('invalid_blocks_format')
  const most = surface === 'message' ? 50 : 100
  if (value.length > most) complain(`no more than ${most} items allowed`, '/blocks')
  for (const [at, block] of value.entries()) {
    if (isJson(block)) checkBlock(block, surface, `/blocks/${at}`, complain)
    else complain('must be an object', `/blocks/${at}`)
  }
  const blocks = value.filter(isJson)
  for (const id of repeated(blocks.map((block) => str(block.block_id))))
    complain(`\`block_id\` \`${id}\` already exists`, '/blocks')
  checkMarkdown(blocks, complain)
  if (faults.length > 0) throw new Refusal(error, faults)
  return blocks.map((block, at) => ({ ...block, block_id: block.block_id ?? `b${at}` }))
}

const ALLOWED: Readonly<Record<Surface, ReadonlySet<string>>> = {
  message: new Set(
    'actions context context_actions divider header image input markdown rich_text section table'.split(' '),
  ),
  modal: new Set('actions context divider header image input rich_text section'.split(' ')),
  home: new Set('actions context divider header image input rich_text section'.split(' ')),
}

// Above about this many characters a message with markdown blocks is refused, though no page says so.
const ALL_TEXT = 13_200

function checkBlock(block: Json, surface: Surface, pointer: string, complain: Complain): void {
  const type = str(block.type)
  const check = CHECKS[type]
  if (check === undefined || !ALLOWED[surface].has(type)) {
    complain(`unsupported type: ${type}`, `${pointer}/type`)
    return
  }
  checkOptional(block.block_id, 255, `${pointer}/block_id`, complain)
  check(block, pointer, complain)
  const actions = [...objectsIn(block.elements), ...objectsIn([block.accessory, block.element])]
  for (const id of repeated(actions.map((element) => str(element.action_id))))
    complain(`\`action_id\` \`${id}\` already exists for block`, `${pointer}/elements`)
}

const CHECKS: Readonly<Record<string, (block: Json, pointer: string, complain: Complain) => void>> = {
  divider: () => undefined,
  header: (block, pointer, complain) => checkPlain(block.text, 150, `${pointer}/text`, complain),
  section(block, pointer, complain) {
    if (block.text === undefined && block.fields === undefined)
      complain('missing required field: text', pointer)
    if (block.text !== undefined) checkText(block.text, 3000, `${pointer}/text`, complain)
    if (block.fields !== undefined)
      for (const [at, field] of checkList(block.fields, 10, `${pointer}/fields`, complain).entries())
        checkText(field, 2000, `${pointer}/fields/${at}`, complain)
    if (isJson(block.accessory)) checkElement(block.accessory, 'section', `${pointer}/accessory`, complain)
  },
  context(block, pointer, complain) {
    for (const [at, element] of checkList(block.elements, 10, `${pointer}/elements`, complain).entries()) {
      const here = `${pointer}/elements/${at}`
      if (element.type === 'image') checkElement(element, 'section', here, complain)
      else checkText(element, 3000, here, complain)
    }
  },
  actions(block, pointer, complain) {
    for (const [at, element] of checkList(block.elements, 25, `${pointer}/elements`, complain).entries())
      checkElement(element, 'actions', `${pointer}/elements/${at}`, complain)
  },
  context_actions(block, pointer, complain) {
    for (const [at, element] of checkList(block.elements, 5, `${pointer}/elements`, complain).entries())
      checkElement(element, 'context_actions', `${pointer}/elements/${at}`, complain)
  },
  input(block, pointer, complain) {
    checkPlain(block.label, 2000, `${pointer}/label`, complain)
    if (block.hint !== undefined) checkPlain(block.hint, 2000, `${pointer}/hint`, complain)
    if (isJson(block.element)) checkElement(block.element, 'input', `${pointer}/element`, complain)
    else complain('missing required field: element', pointer)
  },
  image(block, pointer, complain) {
    checkLength(block.alt_text, 2000, `${pointer}/alt_text`, complain)
    if (block.slack_file === undefined) checkLength(block.image_url, 3000, `${pointer}/image_url`, complain)
    if (block.title !== undefined) checkPlain(block.title, 2000, `${pointer}/title`, complain)
  },
  markdown: (block, pointer, complain) => checkLength(block.text, 12_000, `${pointer}/text`, complain),
  rich_text: (block, pointer, complain) =>
    void checkList(block.elements, 1000, `${pointer}/elements`, complain),
  table(block, pointer, complain) {
    if (!Array.isArray(block.rows)) return complain('must be an array', `${pointer}/rows`)
    if (block.rows.length > 100) complain('no more than 100 items allowed', `${pointer}/rows`)
    for (const [at, row] of block.rows.entries()) checkList(row, 20, `${pointer}/rows/${at}`, complain)
  },
}

function checkMarkdown(blocks: readonly Json[], complain: Complain): void {
  const marked = blocks.filter(({ type }) => type === 'markdown')
  const length = marked.reduce((sum, { text }) => sum + str(text).length, 0)
  if (length > 12_000) complain(`markdown blocks have ${length} characters, 12000 allowed`, '/blocks')
  if (blocks.filter(({ type }) => type === 'table').length > 1) complain('only_one_table_allowed', '/blocks')
  if (marked.length > 0 && length <= 12_000 && textLength(blocks) > ALL_TEXT)
    throw new Refusal('msg_blocks_too_long')
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0)
  if (!isJson(value)) return 0
  const own = typeof value.text === 'string' ? value.text.length : 0
  return own + Object.values(value).reduce<number>((sum, item) => sum + textLength(item), 0)
}
