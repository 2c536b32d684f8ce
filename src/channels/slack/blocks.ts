import type { KnownBlock } from '@slack/web-api'
import type { Choice, Outgoing } from '../../chat/message.ts'
import { OPEN_SHEET } from './interactions.ts'
import { toSlackMarkdown } from './markdown.ts'
import { plain } from './plain.ts'
import { texts } from './texts.ts'

// docs.slack.dev/reference/block-kit
const LABEL = 75
const OPTION_VALUE = 150
const BUTTONS_IN_A_ROW = 5
const MOST_OPTIONS = 100

/** A message as blocks: its words as Markdown, below them what can be pressed. */
export function blocksOf(message: Outgoing): KnownBlock[] {
  const words = toSlackMarkdown(message.text)
  return [...(words.trim() === '' ? [] : [{ type: 'markdown' as const, text: words }]), ...pressable(message)]
}

/** What can be pressed below a message: the choices, the two verdicts, and last the way to a page of a form with questions left. */
export function pressable({ choices = [], form }: Outgoing): KnownBlock[] {
  const up = choices.find(({ value }) => value.startsWith('nilai:up:'))
  const down = choices.find(({ value }) => value.startsWith('nilai:down:'))
  const judged = up !== undefined && down !== undefined
  const others = judged ? choices.filter((choice) => choice !== up && choice !== down) : choices
  return [
    ...choosing(others),
    ...(judged ? [verdicts(up, down)] : []),
    ...(form === undefined || isReview(form, choices)
      ? []
      : rows([{ label: texts.fill, value: form }], OPEN_SHEET)),
  ]
}

/** True where all questions of a form are answered: a value of its review is its name, "!", and what to do. */
function isReview(form: string, choices: readonly Choice[]): boolean {
  return choices.some(({ value }) => value.startsWith(`${form}!`))
}

/** Choices as buttons, five in a row. */
export function rows(choices: readonly Choice[], name = 'abdi:choice'): KnownBlock[] {
  return Array.from({ length: Math.ceil(choices.length / BUTTONS_IN_A_ROW) }, (_, row) => ({
    type: 'actions',
    elements: choices
      .slice(row * BUTTONS_IN_A_ROW, (row + 1) * BUTTONS_IN_A_ROW)
      .map(({ label, value }, i) => ({
        type: 'button',
        action_id: `${name}:${row * BUTTONS_IN_A_ROW + i}`,
        text: plain(label, LABEL),
        value,
      })),
  }))
}

/** A few as buttons, more than a row of them as a list to choose from. */
function choosing(choices: readonly Choice[]): KnownBlock[] {
  const listed =
    choices.length > BUTTONS_IN_A_ROW &&
    choices.length <= MOST_OPTIONS &&
    choices.every(({ value }) => value.length <= OPTION_VALUE)
  if (!listed) return rows(choices)
  const options = choices.map(({ label, value }) => ({ text: plain(label, LABEL), value }))
  const placeholder = plain(texts.choose, OPTION_VALUE)
  return [
    {
      type: 'actions',
      elements: [{ type: 'static_select', action_id: 'abdi:choice', placeholder, options }],
    },
  ]
}

function verdicts(up: Choice, down: Choice): KnownBlock {
  const button = ({ label, value }: Choice, accessibility_label: string) => ({
    text: plain(label, LABEL),
    value,
    accessibility_label,
  })
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'abdi:verdict',
        positive_button: button(up, texts.up),
        negative_button: button(down, texts.down),
      },
    ],
  }
}
