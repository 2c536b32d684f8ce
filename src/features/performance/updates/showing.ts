import type { Turn } from '../../../chat/feature.ts'
import { literal, type Outgoing } from '../../../chat/message.ts'
import { Unreadable } from '../../../errors.ts'
import type { Keeping } from '../../../files.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { PerformanceStore } from '../store.ts'
import { texts } from './review-texts.ts'
import type { Update } from './update.ts'
import { lineOf } from './wording.ts'

/** A report with all that was said about it, as its writer and their supervisor see it. */
export async function wholeReport(
  store: PerformanceStore,
  update: Update,
  { person, now, timeZone }: Turn,
): Promise<string> {
  const t = texts[person.language]
  const notes = await store.notes(update.id)
  return t.report({
    line: `${lineOf(update, dayAt(now, timeZone), person.language)}.`,
    said: literal(shortened(update.said.replace(/\s+/g, ' '))),
    status: t.status(update.status),
    evidence: [
      ...update.evidence.map(({ name }) => literal(name)),
      ...(update.link === null ? [] : [literal(update.link)]),
    ],
    notes: notes.slice(-MOST_NOTES).map((note) => t.note(note, dayAt(note.at, timeZone))),
  })
}

const MOST_NOTES = 8
const LONGEST_SAID = 500

function shortened(text: string): string {
  return text.length > LONGEST_SAID ? `${text.slice(0, LONGEST_SAID)}…` : text
}

/** The evidence of a report, each file with a message of its own; whoever is shown it may open it from then on. */
export async function evidenceOf(files: Keeping, update: Update, turn: Turn): Promise<readonly Outgoing[]> {
  const t = texts[turn.person.language]
  const messages: Outgoing[] = []
  for (const kept of update.evidence) {
    try {
      const file = await files.show(kept, turn)
      messages.push({ text: t.evidence(kept.name), file })
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      messages.push({ text: t.evidenceGone })
    }
  }
  if (update.link !== null) messages.push({ text: t.evidence(update.link) })
  return messages.length > 0 ? messages : [{ text: t.evidenceGone }]
}
