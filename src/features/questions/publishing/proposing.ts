import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import type { Answers } from '../../../chat/form.ts'
import { literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { masked } from '../model/fencing.ts'
import type { Publishing } from '../publishing.ts'
import { checkBasis } from './basis.ts'
import { PUBLISH, publication } from './forms.ts'
import { proposal, say, verdicts } from './notices.ts'
import { holdsNumbers, namesIn } from './personal-data.ts'
import { type PublishingTexts, texts } from './texts.ts'

/** Something that is to be published, as far as it is written, and what it comes from ("tiket 12"). */
export interface Draft {
  readonly origin: string
  readonly question: string
  readonly answer?: string
}

/** The first half: an officer writes what others may rely on, and the other officers hear of it. */
export function createProposing({ store, outbox, proposed }: Publishing): {
  readonly form: FeatureForm
  begin(turn: Turn, draft: Draft): Promise<Reply>
  fromHandover(turn: Turn, id: string): Promise<Reply>
  revise(turn: Turn, id: string): Promise<Reply>
} {
  async function begin({ person }: Turn, draft: Draft): Promise<Reply> {
    const t = texts[person.language]
    if ((await store.entryFrom(draft.origin)) !== undefined) return say(t.alreadyProposed)
    // what names a person has to be written anew, and so is not filled in
    const known = Object.entries(draft).filter(([name, text]) => name === 'origin' || !holdsNumbers(text))
    return {
      say: [{ text: [t.intro, ...warnings(draft, t)].join('\n\n') }],
      open: { form: PUBLISH, answers: Object.fromEntries(known) },
    }
  }

  const form = whenSent(
    publication,
    async (turn, answers) => {
      const { conversation, person, message } = turn
      const t = texts[person.language]
      const checked = answers.basis === null ? { basis: null } : await checkBasis(answers.basis, store, t)
      if ('hint' in checked) return again(answers, 'basis', checked.hint)
      if (answers.until !== null && answers.until < dayAt(turn.now, turn.timeZone))
        return again(answers, 'until', t.untilPast)
      const entry = await store.propose({
        ...answers,
        key: message.id,
        basis: checked.basis,
        author: person.account,
        authorName: person.name,
        conversation,
      })
      await proposed(entry, turn)
      const others = await store.officersBut(entry.author)
      for (const { account, conversation: to } of others)
        await outbox.say(to, proposal(entry, person.language), `published:${entry.id}:proposed:${account}`)
      return others.length > 0
        ? say(t.proposed(entry.id, others.length))
        : { say: [{ text: t.proposedAlone(entry.id), choices: verdicts(entry, t) }] }
    },
    'hr',
  )

  return {
    form,
    begin,
    async fromHandover(turn, id) {
      const handover = await store.handover(id)
      if (handover === undefined || handover.answer === null) return say(texts[turn.person.language].gone)
      return begin(turn, { origin: `tiket ${id}`, question: handover.question, answer: handover.answer })
    },
    async revise(turn, id) {
      const t = texts[turn.person.language]
      const entry = await store.entry(id)
      if (entry === undefined) return say(t.gone)
      if (entry.state === 'proposed' || entry.state === 'live') return say(t.alreadyProposed)
      return begin(turn, { origin: `revisi ${id}`, question: entry.question, answer: entry.answer })
    },
  }
}

/** Asks anew for the answer that only the stored knowledge could judge. */
function again({ ...answers }: Answers, field: 'basis' | 'until', hint: string): Reply {
  const { [field]: _, ...kept } = answers
  return { say: [{ text: hint }], open: { form: PUBLISH, answers: kept } }
}

function warnings({ question, answer = '' }: Draft, t: PublishingTexts): readonly string[] {
  const names = namesIn(`${question}\n${answer}`).map(literal)
  return [
    ...(holdsNumbers(question) ? [t.numbers(literal(masked(question)).replaceAll('\n', '\n> '))] : []),
    ...(names.length > 0 ? [t.names(names)] : []),
  ]
}
