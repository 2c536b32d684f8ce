import type { HomeView, KnownBlock } from '@slack/web-api'
import type { Section } from '../../chat/feature.ts'
import { toPlain } from '../markdown.ts'
import { pressable } from './blocks.ts'
import { cut, plain } from './plain.ts'
import { texts } from './texts.ts'

// docs.slack.dev/reference/views
const MOST_BLOCKS = 100
const LONGEST_TITLE = 150
const LONGEST_TEXT = 3_000

/** A person's own page as the view Slack shows in its Home tab; what people wrote is shown as they wrote it. */
export function homeView(sections: readonly Section[]): HomeView {
  const shown = sections.length > 0 ? sections : [{ title: 'Abdi', text: texts.homeEmpty }]
  return { type: 'home', blocks: shown.flatMap(blocksOf).slice(0, MOST_BLOCKS) }
}

function blocksOf({ title, text, choices = [] }: Section): KnownBlock[] {
  const words = cut(toPlain(text), LONGEST_TEXT)
  return [
    { type: 'header', text: plain(title, LONGEST_TITLE) },
    ...(words === '' ? [] : [{ type: 'section' as const, text: plain(words, LONGEST_TEXT) }]),
    ...pressable({ text, choices }),
  ]
}
