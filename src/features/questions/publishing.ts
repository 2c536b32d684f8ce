import type { Action, Command, FeatureForm, Outbox, Reply, Turn } from '../../chat/feature.ts'
import { createDeciding } from './publishing/deciding.ts'
import { liveEntry, proposal, say } from './publishing/notices.ts'
import { createProposing, type Draft } from './publishing/proposing.ts'
import type { Knowledge } from './publishing/published.ts'
import type { Entry } from './publishing/store.ts'
import { texts } from './publishing/texts.ts'
import type { QuestionStore } from './store.ts'

/** What publishing needs; without `knowledge` entries are kept and listed, and found once it is there. */
export interface Publishing {
  readonly store: QuestionStore
  readonly outbox: Outbox
  readonly knowledge?: Knowledge
  /** Called once an entry is proposed, again for the same message should it be repeated. */
  proposed(entry: Entry, turn: Turn): Promise<void>
}

/** An officer's answer becomes knowledge once another officer has approved it, and stops being it when withdrawn. */
export function createPublishing(deps: Publishing): {
  readonly forms: readonly FeatureForm[]
  readonly actions: readonly Action[]
  readonly commands: readonly Command[]
  begin(turn: Turn, draft: Draft): Promise<Reply>
} {
  const proposing = createProposing(deps)
  const deciding = createDeciding(deps)
  const officer = { audience: 'hr', personal: true } as const
  return {
    begin: proposing.begin,
    forms: [proposing.form, deciding.form],
    actions: [
      { ...officer, name: 'terbit', run: proposing.fromHandover },
      { ...officer, name: 'perbaiki', run: proposing.revise },
      { ...officer, name: 'setujui', run: deciding.approve },
      { ...officer, name: 'tolak', run: deciding.askWhy },
      { ...officer, name: 'cabut', run: deciding.withdraw },
    ],
    commands: [
      {
        ...officer,
        name: 'terbitan',
        summary: (l) => texts[l].summary,
        run: (turn) => list(deps.store, turn),
      },
    ],
  }
}

const LISTED = 10

/** What waits to be reviewed, then what is live, the newest first. */
async function list(store: QuestionStore, { person: { language }, timeZone }: Turn): Promise<Reply> {
  const t = texts[language]
  const waiting = await store.entries('proposed', LISTED)
  const live = await store.entries('live', LISTED)
  if (waiting.length + live.length === 0) return say(t.none)
  return {
    say: [
      ...(waiting.length > 0 ? [{ text: t.waiting(waiting.length) }] : []),
      ...waiting.map((entry) => proposal(entry, language)),
      ...(live.length > 0 ? [{ text: t.live(live.length) }] : []),
      ...live.map((entry) => liveEntry(entry, language, timeZone)),
    ],
  }
}
