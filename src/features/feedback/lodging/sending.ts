import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { kindOf, SURE, tempersOf } from '../reading.ts'
import type { TicketKind } from '../tickets/ticket.ts'
import { CRIME, crimeForm, LODGE, type Lodging, lodgeForm, SURE_OF, starsOf, sureForm } from './form.ts'
import { type Keeping, keepTicket } from './keeping.ts'

/** What becomes of what a citizen answered: it is kept, where need be after one question more. */
export function createSending(deps: Keeping) {
  /** Asks once more where it seems to say nothing; it is kept all the same where whoever wrote it wants that. */
  async function lodge(turn: Turn, answers: Lodging): Promise<Reply> {
    if (tempersOf(answers.words).spam) return { say: [], open: { form: SURE_OF, answers: { ...answers } } }
    return classify(turn, answers)
  }

  /** Asks where it may be a crime of officials, which goes to others than what it else would be. */
  async function classify(turn: Turn, answers: Lodging): Promise<Reply> {
    const { kind, confidence, likely } = kindOf(answers.words, starsOf(answers.rating) ?? undefined)
    const isUnsure = kind === 'whistleblowing' ? confidence < SURE : likely.includes('whistleblowing')
    if (isUnsure) return { say: [], open: { form: CRIME, answers: { ...answers } } }
    return keep(turn, answers, kind)
  }

  async function keep(turn: Turn, answers: Lodging, kind: TicketKind): Promise<Reply> {
    const { unit, service, officer, rating, spot, identity, words, photo } = answers
    const where = { unit: unit || null, service: service || null, officer: officer || null }
    const place = spot === '' ? null : { words: spot }
    const written = { ...where, place, rating: starsOf(rating), identity, kind, words, photo }
    return { say: await keepTicket(deps, turn, written) }
  }

  const forms: readonly FeatureForm[] = [
    whenSent(lodgeForm, lodge),
    whenSent(crimeForm, (turn, { crime, ...answers }) => {
      const { likely } = kindOf(answers.words, starsOf(answers.rating) ?? undefined)
      const [other = 'complaint'] = likely.filter((kind) => kind !== 'whistleblowing')
      return keep(turn, answers, crime === 'yes' ? 'whistleblowing' : other)
    }),
    whenSent(sureForm, async (turn, { sure, ...answers }) => {
      if (sure === 'yes') return classify(turn, answers)
      const { words: _, ...before } = answers
      return { say: [], open: { form: LODGE, answers: before } }
    }),
  ]
  return { forms: forms.map((form) => ({ ...form, traceless: true as const })) }
}
