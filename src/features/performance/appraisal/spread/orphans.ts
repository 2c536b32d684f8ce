import type { Reply, Turn } from '../../../../chat/feature.ts'
import { literal } from '../../../../chat/message.ts'
import { showNumber } from '../../../../indonesian/numbers.ts'
import { type Appraising, say } from '../appraising.ts'
import { shownDay } from '../day.ts'
import { dossierOf } from '../dossier.ts'
import type { Evaluation } from '../evaluation.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

const LISTED = 10

/** What nobody can rate, for the officers, who read it and rate nobody; each look is written down. */
export function createOrphans(deps: Pick<Appraising, 'store' | 'reports' | 'audit' | 'timeZone'>) {
  const { store, audit } = deps
  return {
    /** All of them with the reason: the writer has left, or has no supervisor. */
    async list(turn: Turn): Promise<Reply> {
      const { language } = turn.person
      const t = texts[language]
      const all = await store.orphans()
      if (all.length === 0) return say(t.noOrphans)
      await audit({ key: `${turn.message.id}:orphans`, action: 'evaluation.orphans' }, turn)
      const shown = all.slice(0, LISTED)
      const lines = shown.map(({ employee: { name, unit, leftOn }, quarter }, i) =>
        t.orphanOf(
          i + 1,
          literal(name),
          literal(unit),
          shared[language].quarter(quarter),
          leftOn === null ? t.noSupervisor : t.left(shownDay(leftOn)),
        ),
      )
      const more = all.length > shown.length ? [t.more(showNumber(all.length - shown.length))] : []
      const hints = [
        ...(all.some(stillWorks) ? [t.giveSupervisor] : []),
        ...(all.every(stillWorks) ? [] : [t.leftStays]),
      ]
      return say(
        [t.orphans(showNumber(all.length)), ...lines, ...more, '', ...hints].join('\n'),
        shown.map(({ id }, i) => ({ label: t.look(i + 1), value: `sebaran:buka:${id}` })),
      )
    },

    /** One evaluation, to read. */
    async show(turn: Turn, id: string): Promise<Reply> {
      const { language } = turn.person
      const t = texts[language]
      const evaluation = await store.evaluation(id)
      if (evaluation === undefined) return say(shared[language].gone)
      const { employee, quarter } = evaluation
      const { id: subject, name, nip, position, unit, leftOn } = employee
      await audit(
        { key: `${turn.message.id}:${id}`, action: 'evaluation.viewed', subject, detail: { ...quarter } },
        turn,
      )
      const named = [literal(name), nip, literal(position), literal(unit)] as const
      const left = leftOn === null ? [] : [`${capital(t.left(shownDay(leftOn)))}.`]
      const heading = t.heading1(...named, shared[language].quarter(quarter))
      return say([heading, ...left, await dossierOf(deps, evaluation, language)].join('\n\n'))
    },
  }
}

/** True where a supervisor is what is missing; who has left is not rated any more. */
function stillWorks({ employee: { leftOn } }: Evaluation): boolean {
  return leftOn === null
}

function capital(text: string): string {
  return text.replace(/^./, (first) => first.toUpperCase())
}
