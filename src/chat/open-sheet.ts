import type { FilledContent } from './message.ts'
import { readSheet, type Sheet, sheetOf } from './sheet.ts'
import type { ConversationState, TurnContext } from './turn.ts'

/** What a person has open in a conversation as one page, and the way to check it; undefined where there is none. */
export interface OpenSheet {
  readonly sheet: Sheet
  /** What to tell the person at which question; nothing where all of it can be sent. */
  check(answers: FilledContent['answers']): Readonly<Record<string, string>> | undefined
}

/** The form a person was last asked, as a page; `name` names another one they have open. */
export function openSheet(
  { features, person, now, timeZone }: Omit<TurnContext, 'preview'>,
  state: ConversationState,
  name?: string,
): OpenSheet | undefined {
  const mine = state.forms[person.account] ?? []
  const open = name === undefined ? mine.at(-1) : mine.find((one) => one.form === name)
  const form = features
    .flatMap((feature) => feature.forms ?? [])
    .find((one) => one.form.name === open?.form)?.form
  const sheet = form && open && sheetOf(form, open.answers, person.language)
  if (open === undefined || form === undefined || sheet === undefined) return undefined
  const before = open.answers
  const reading = { now, timeZone, language: person.language }
  return {
    sheet,
    check(answers) {
      const filled = readSheet(form, answers, reading, before)
      return filled.kind === 'wrong' ? filled.hints : undefined
    },
  }
}
