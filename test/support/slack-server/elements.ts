import { isJson, type Json, objectsIn, str } from './params.ts'
import {
  type Complain,
  checkLength,
  checkList,
  checkOptional,
  checkPlain,
  checkText,
  repeated,
} from './texts.ts'

/** Where an element stands: it decides which kinds are allowed (docs.slack.dev/reference/block-kit/block-elements). */
export type Place = 'actions' | 'section' | 'input' | 'context_actions'

/** Checks one interactive element or accessory against Slack's documented limits. */
export function checkElement(element: Json, place: Place, pointer: string, complain: Complain): void {
  const type = str(element.type)
  const check = CHECKS[type]
  if (check === undefined || !ALLOWED[place].has(type)) {
    complain(`unsupported type: ${type}`, `${pointer}/type`)
    return
  }
  checkOptional(element.action_id, 255, `${pointer}/action_id`, complain)
  if (element.placeholder !== undefined)
    checkPlain(element.placeholder, 150, `${pointer}/placeholder`, complain)
  if (element.confirm !== undefined) checkConfirm(element.confirm, `${pointer}/confirm`, complain)
  check(element, pointer, complain)
}

type Check = (element: Json, pointer: string, complain: Complain) => void

const SELECTS = ['users_select', 'conversations_select', 'channels_select', 'external_select']
const MULTI = ['multi_users_select', 'multi_conversations_select', 'multi_channels_select']
const CHOICES = ['static_select', 'multi_static_select', 'radio_buttons', 'checkboxes']
const TIMES = ['datepicker', 'timepicker', 'datetimepicker']
const FIELDS = [
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'file_input',
  'rich_text_input',
]

const ALLOWED: Readonly<Record<Place, ReadonlySet<string>>> = {
  actions: new Set(['button', 'overflow', 'workflow_button', ...CHOICES, ...TIMES, ...SELECTS, ...MULTI]),
  section: new Set([
    'button',
    'overflow',
    'image',
    'workflow_button',
    ...CHOICES,
    ...TIMES,
    ...SELECTS,
    ...MULTI,
  ]),
  input: new Set([...FIELDS, ...CHOICES, ...TIMES, ...SELECTS, ...MULTI]),
  context_actions: new Set(['feedback_buttons', 'icon_button']),
}

const nothingMore: Check = () => undefined

const CHECKS: Readonly<Record<string, Check>> = {
  button(element, pointer, complain) {
    checkPlain(element.text, 75, `${pointer}/text`, complain)
    checkOptional(element.value, 2000, `${pointer}/value`, complain)
    checkOptional(element.url, 3000, `${pointer}/url`, complain)
    checkOptional(element.accessibility_label, 75, `${pointer}/accessibility_label`, complain)
    if (element.style !== undefined && element.style !== 'primary' && element.style !== 'danger')
      complain('must be one of: primary, danger', `${pointer}/style`)
  },
  feedback_buttons(element, pointer, complain) {
    for (const name of ['positive_button', 'negative_button']) {
      const button = isJson(element[name]) ? element[name] : {}
      checkPlain(button.text, 75, `${pointer}/${name}/text`, complain)
      checkLength(button.value, 2000, `${pointer}/${name}/value`, complain)
      checkOptional(button.accessibility_label, 75, `${pointer}/${name}/accessibility_label`, complain)
    }
  },
  icon_button(element, pointer, complain) {
    checkPlain(element.text, 75, `${pointer}/text`, complain)
    checkLength(element.icon, 255, `${pointer}/icon`, complain)
    checkOptional(element.value, 2000, `${pointer}/value`, complain)
  },
  overflow: (element, pointer, complain) => checkOptions(element, 5, pointer, complain),
  static_select: checkMenu,
  multi_static_select: checkMenu,
  radio_buttons: (element, pointer, complain) => checkOptions(element, 10, pointer, complain),
  checkboxes: (element, pointer, complain) => checkOptions(element, 10, pointer, complain),
  datepicker: (element, pointer, complain) =>
    shaped(element.initial_date, /^\d{4}-\d\d-\d\d$/, pointer, complain),
  timepicker: (element, pointer, complain) =>
    shaped(element.initial_time, /^([01]\d|2[0-3]):[0-5]\d$/, pointer, complain),
  datetimepicker: nothingMore,
  plain_text_input(element, pointer, complain) {
    const { min_length: least = 0, max_length: most = 3000, initial_value: value } = element
    if (typeof least !== 'number' || least < 0 || least > 3000)
      complain('must be 0 to 3000', `${pointer}/min_length`)
    if (typeof most !== 'number' || most < 1 || most > 3000)
      complain('must be 1 to 3000', `${pointer}/max_length`)
    if (value !== undefined)
      checkLength(value, typeof most === 'number' ? most : 3000, `${pointer}/initial_value`, complain)
  },
  number_input(element, pointer, complain) {
    if (typeof element.is_decimal_allowed !== 'boolean')
      complain('missing required field: is_decimal_allowed', pointer)
    for (const name of ['initial_value', 'min_value', 'max_value'])
      if (element[name] !== undefined)
        shaped(element[name], /^-?\d+(\.\d+)?$/, `${pointer}/${name}`, complain)
  },
  email_text_input: nothingMore,
  url_text_input: nothingMore,
  rich_text_input: nothingMore,
  file_input(element, pointer, complain) {
    const most = element.max_files ?? 10
    if (typeof most !== 'number' || most < 1 || most > 10) complain('must be 1 to 10', `${pointer}/max_files`)
  },
  image(element, pointer, complain) {
    checkLength(element.alt_text, 2000, `${pointer}/alt_text`, complain)
    if (element.slack_file === undefined)
      checkLength(element.image_url, 3000, `${pointer}/image_url`, complain)
  },
  workflow_button: nothingMore,
  ...Object.fromEntries([...SELECTS, ...MULTI].map((type) => [type, nothingMore])),
}

function checkMenu(element: Json, pointer: string, complain: Complain): void {
  if (element.option_groups === undefined) {
    checkOptions(element, 100, pointer, complain)
    return
  }
  if (element.options !== undefined) complain('only one of options and option_groups', pointer)
  for (const [at, group] of checkList(
    element.option_groups,
    100,
    `${pointer}/option_groups`,
    complain,
  ).entries()) {
    checkPlain(group.label, 75, `${pointer}/option_groups/${at}/label`, complain)
    checkOptions({ ...group, type: element.type }, 100, `${pointer}/option_groups/${at}`, complain)
  }
}

function checkOptions(element: Json, most: number, pointer: string, complain: Complain): void {
  const options = checkList(element.options, most, `${pointer}/options`, complain)
  const types = /radio|check/.test(str(element.type)) ? undefined : ['plain_text']
  for (const [at, option] of options.entries()) {
    checkText(option.text, 75, `${pointer}/options/${at}/text`, complain, types)
    checkLength(option.value, 150, `${pointer}/options/${at}/value`, complain)
    if (option.description !== undefined)
      checkText(option.description, 75, `${pointer}/options/${at}/description`, complain, types)
  }
  for (const value of repeated(options.map((option) => str(option.value))))
    complain(`duplicate option value: ${value}`, `${pointer}/options`)
  const chosen = [...objectsIn(element.initial_options), ...objectsIn([element.initial_option])]
  for (const { value } of chosen)
    if (!options.some((option) => option.value === value))
      complain('initial option is not an option', pointer)
}

function checkConfirm(value: unknown, pointer: string, complain: Complain): void {
  const confirm = isJson(value) ? value : {}
  checkPlain(confirm.title, 100, `${pointer}/title`, complain)
  checkText(confirm.text, 300, `${pointer}/text`, complain)
  checkPlain(confirm.confirm, 30, `${pointer}/confirm`, complain)
  checkPlain(confirm.deny, 30, `${pointer}/deny`, complain)
}

function shaped(value: unknown, shape: RegExp, pointer: string, complain: Complain): void {
  if (value !== undefined && !shape.test(str(value))) complain('has the wrong format', pointer)
}
