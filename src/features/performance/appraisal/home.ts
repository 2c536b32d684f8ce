import type { Person, Section } from '../../../chat/feature.ts'
import { mayUse } from '../../../chat/turn.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { type Appraising, quartersNow } from './appraising.ts'
import type { Evaluation } from './evaluation.ts'
import { texts } from './home/texts.ts'
import { quarterKey } from './quarter.ts'
import { texts as shared } from './texts.ts'

/** What the appraisal shows on a person's own page: how their evaluation stands, and what waits for their rating. */
export async function home(
  { store, timeZone }: Pick<Appraising, 'store' | 'timeZone'>,
  person: Person,
  now: Date,
): Promise<readonly Section[]> {
  const { employee, language, role } = person
  if (employee === undefined) return []
  const t = texts[language]
  const [quarter] = quartersNow(now, timeZone)
  const own = await store.ofQuarter(employee, quarter)
  const section: Section = {
    title: t.title(shared[language].quarter(quarter)),
    text: t[stateOf(own)],
    choices: [{ label: own === undefined ? t.begin : t.look, value: `evaluasi:buka:${quarterKey(quarter)}` }],
  }
  const waiting = mayUse(role, 'supervisor') ? (await store.waitingFor(employee)).length : 0
  const desk: Section = {
    title: t.deskTitle,
    text: t.waiting(showNumber(waiting)),
    choices: [{ label: t.openDesk, value: 'penilaian' }],
  }
  return waiting > 0 ? [section, desk] : [section]
}

function stateOf(own: Evaluation | undefined): 'unsent' | 'sent' | 'asked' | 'rated' | 'unanswered' {
  if (own === undefined) return 'unsent'
  return own.status === 'rated' && own.replied === null ? 'unanswered' : own.status
}
