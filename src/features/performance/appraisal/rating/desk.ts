import type { Reply, Turn } from '../../../../chat/feature.ts'
import { type Choice, type Language, literal } from '../../../../chat/message.ts'
import { dayAt } from '../../../../indonesian/dates.ts'
import { showNumber } from '../../../../indonesian/numbers.ts'
import { type Appraising, say } from '../appraising.ts'
import { shownDay } from '../day.ts'
import { dossierOf } from '../dossier.ts'
import { type Barrier, type Evaluation, isSettled } from '../evaluation.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** The command and its buttons. */
export const RATING = 'penilaian'

/** How a supervisor comes to an evaluation: all of it, what waits besides, and what can be done with it. */
export interface Desk {
  /** An evaluation with its reports and its buttons; `first` stands above it. */
  show(turn: Turn, evaluation: Evaluation, first?: string): Promise<Reply>
  /** What keeps them from it, in words. */
  refusal(turn: Turn, barrier: Barrier, evaluation?: Evaluation): string
  /** The button for what waits after this one; none where nothing does. */
  next(by: string, after: string, language: Language): Promise<readonly Choice[]>
}

/** Sets up the desk; whoever looks at an evaluation is written down. */
export function createDesk(deps: Appraising): Desk {
  const { store, audit, timeZone } = deps

  async function next(by: string, after: string, language: Language): Promise<readonly Choice[]> {
    if (by === '') return []
    const others = (await store.waitingFor(by)).filter(({ id }) => id !== after)
    if (others.length === 0) return []
    return [{ label: texts[language].next(showNumber(others.length)), value: `${RATING}:sesudah:${after}` }]
  }

  return {
    next,

    async show(turn, evaluation, first) {
      const { person, message } = turn
      const { language } = person
      const t = texts[language]
      const { id, employee, quarter, status, reopened } = evaluation
      await audit(
        {
          key: `${message.id}:${id}`,
          action: 'evaluation.viewed',
          subject: employee.id,
          detail: { ...quarter },
        },
        turn,
      )
      const [name, position, unit] = [employee.name, employee.position, employee.unit].map(literal)
      const text = [
        ...(first === undefined ? [] : [first]),
        t.heading(name ?? '', position ?? '', unit ?? '', shared[language].quarter(quarter)),
        await dossierOf(deps, evaluation, language),
        ...(status === 'asked' ? [t.asked] : reopened ? [t.objected] : []),
      ].join('\n\n')
      const others = await next(person.employee ?? '', id, language)
      return say(text, [...choices(evaluation, language), ...others])
    },

    refusal({ person: { language } }, barrier, evaluation) {
      const t = texts[language]
      const rated = evaluation?.rated
      if (barrier !== 'rated' || !rated) return t.barriers[barrier]
      return t.alreadyBy(literal(rated.by.name), shownDay(dayAt(rated.at, timeZone)))
    },
  }
}

function choices(evaluation: Evaluation, language: Language): readonly Choice[] {
  const t = texts[language]
  const button = (label: string, verb: string): Choice => ({
    label,
    value: `${RATING}:${verb}:${evaluation.id}`,
  })
  const open = isSettled(evaluation) ? [] : [button(evaluation.reopened ? t.rateAgain : t.rate, 'nilai')]
  const ask = evaluation.status === 'rated' ? [] : [button(t.ask, 'tanya')]
  return [...open, ...ask, button(t.comment, 'komentar')]
}
