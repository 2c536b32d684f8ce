import type { Outgoing } from '../../../chat/message.ts'
import { literal } from '../../../chat/message.ts'
import { askedIn } from '../answering/form.ts'
import type { TotalStore, Which } from '../counting/total-store.ts'
import type { Survey } from '../definition.ts'
import { texts } from './texts.ts'

/** So many are shown at once, by chance, and so much of each. */
const [MOST, LONGEST] = [25, 400]

/** What was written, in no order; nothing as long as fewer have answered than the survey's minimum. */
export async function writtenIn(
  totals: Pick<TotalStore, 'places' | 'words'>,
  survey: Survey,
  which: Which,
): Promise<readonly Outgoing[]> {
  const t = texts.id
  const places = await totals.places(which)
  const answered = places.reduce((sum, one) => sum + one.answered, 0)
  const questions = askedIn(survey, which.months).filter(({ kind }) => kind === 'text')
  const said: Outgoing[] = []
  for (const { id, text } of answered < survey.minimum ? [] : questions) {
    const words = await totals.words(which, id)
    const shown = words.slice(0, MOST).map((one) => literal(one.slice(0, LONGEST)).replaceAll('\n', ' '))
    if (words.length > 0) said.push({ text: t.words(literal(text), shown, words.length) })
  }
  return said.length > 0 ? said : [{ text: t.noWords }]
}
