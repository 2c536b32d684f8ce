import type { HomeView, KnownBlock } from '@slack/web-api'
import { z } from 'zod'
import type { Section } from '../../chat/feature.ts'
import { toPlain } from '../markdown.ts'
import { pressable } from './blocks.ts'
import { teamsOf } from './incoming.ts'
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

const HomePress = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id: z.string() }),
  view: z.object({ type: z.literal('home') }),
})

/** Who pressed something on their own page; undefined for everything else, and for what comes from another workspace. */
export function presserAtHome(body: Readonly<Record<string, unknown>>, team: string): string | undefined {
  const ours = teamsOf(body).every((one) => one === team)
  return ours ? HomePress.safeParse(body).data?.user.id : undefined
}

function blocksOf({ title, text, choices = [] }: Section): KnownBlock[] {
  const words = cut(toPlain(text), LONGEST_TEXT)
  return [
    { type: 'header', text: plain(title, LONGEST_TITLE) },
    ...(words === '' ? [] : [{ type: 'section' as const, text: plain(words, LONGEST_TEXT) }]),
    ...pressable({ text, choices }),
  ]
}
