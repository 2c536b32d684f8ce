import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../../chat/feature.ts'
import { type Choice, literal } from '../../../../chat/message.ts'
import { type Appraising, entryOf, say, tellEntry } from '../appraising.ts'
import { texts as self } from '../self/texts.ts'
import { texts as shared } from '../texts.ts'
import type { Desk } from './desk.ts'
import { askForm, commentForm } from './forms.ts'
import { texts } from './texts.ts'

/** What a supervisor asks and says about an evaluation: kept with it, and told to its writer. */
export function createDialogue(deps: Appraising, { refusal, next }: Desk): readonly FeatureForm[] {
  const { store, directory, audit } = deps

  async function speak(
    turn: Turn,
    kind: 'ask' | 'comment',
    { evaluation: id, words }: { readonly evaluation: string; readonly words: string },
  ): Promise<Reply> {
    const { person, message, now } = turn
    const { language } = person
    const t = texts[language]
    const entry = await entryOf(directory, turn)
    const result = await store[kind](id, words, { by: entry.id, key: message.id, now })
    if (typeof result === 'string') return say(refusal(turn, result, await store.evaluation(id)))
    const { employee, quarter } = result
    const action = kind === 'ask' ? 'evaluation.asked' : 'evaluation.commented'
    await audit({ key: `${message.id}:${kind}`, action, subject: employee.id, detail: { ...quarter } }, turn)
    const yours = kind === 'ask' ? t.askedYours : t.commentYours
    const answers: readonly Choice[] = [
      { label: self[language].answer, value: `evaluasi:jawab:${id}` },
      { label: self[language].amend, value: `evaluasi:perbaiki:${id}` },
    ]
    const told = await tellEntry(
      deps,
      employee.id,
      {
        text: yours(literal(entry.name), shared[language].quarter(quarter), literal(words)),
        ...(result.status !== 'rated' && { choices: answers }),
      },
      `evaluation:${id}:${message.id}`,
    )
    const kept = (kind === 'ask' ? t.askedSent : t.commentKept)(literal(employee.name))
    return say(told ? kept : `${t.kept} ${t.untold}`, await next(entry.id, id, language))
  }

  return [
    whenSent(askForm, (turn, answers) => speak(turn, 'ask', answers), 'supervisor'),
    whenSent(commentForm, (turn, answers) => speak(turn, 'comment', answers), 'supervisor'),
  ]
}
