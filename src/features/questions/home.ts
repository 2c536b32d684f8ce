import { accountsOf, type Person, type Section } from '../../chat/feature.ts'
import type { Choice } from '../../chat/message.ts'
import { literal } from '../../chat/message.ts'
import { mayUse } from '../../chat/turn.ts'
import { texts } from './home/texts.ts'
import type { QuestionStore } from './store.ts'

const OWN_SHOWN = 5
const WAITING_SHOWN = 3
const LONGEST = 160

/** A person's own page: their questions that wait for an officer, examples to ask, and for officers how it goes. */
export async function home(
  store: Pick<QuestionStore, 'handedOverBy' | 'waiting' | 'figures'>,
  examples: readonly Choice[],
  person: Person,
  now: Date,
): Promise<readonly Section[]> {
  return [
    ...(mayUse(person.role, 'hr') ? [await office(store, person, now)] : []),
    await own(store, person),
    { title: texts[person.language].examplesTitle, text: texts[person.language].examples, choices: examples },
  ]
}

async function own(store: Pick<QuestionStore, 'handedOverBy'>, person: Person): Promise<Section> {
  const t = texts[person.language]
  const open = (await store.handedOverBy(accountsOf(person), 20)).filter(({ answer }) => answer === null)
  const lines = open.slice(0, OWN_SHOWN).map(({ id, question }) => t.ownLine(id, short(question)))
  return { title: t.ownTitle, text: open.length === 0 ? t.ownNone : lines.join('\n') }
}

async function office(
  store: Pick<QuestionStore, 'waiting' | 'figures'>,
  person: Person,
  now: Date,
): Promise<Section> {
  const t = texts[person.language]
  const { waiting, answered, asked, refused } = await store.figures(now)
  const oldest = await store.waiting(WAITING_SHOWN)
  return {
    title: t.officeTitle,
    text: [
      t.figures(waiting, answered, asked === 0 ? undefined : refused / asked),
      ...oldest.map(({ id, question }) => t.waitingLine(id, short(question))),
    ].join('\n'),
    choices: oldest.map(({ id }) => ({ label: t.answer(id), value: `jawab:${id}` })),
  }
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return literal(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line)
}
