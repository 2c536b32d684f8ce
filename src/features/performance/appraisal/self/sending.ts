import type { Reply, Turn } from '../../../../chat/feature.ts'
import { type Language, literal, type Outgoing } from '../../../../chat/message.ts'
import type { Employee } from '../../../../directory.ts'
import { type Appraising, say, tellEntry } from '../appraising.ts'
import type { Evaluation, OwnView } from '../evaluation.ts'
import { predicateOf } from '../predicate.ts'
import type { Quarter } from '../quarter.ts'
import { texts as shared } from '../texts.ts'
import { texts } from './texts.ts'

/** What happens once a self-evaluation is sent: the supervisor is told, and the writer what they can expect. */
export function createSending(deps: Appraising) {
  const { store, outbox } = deps

  async function first(turn: Turn, evaluation: Evaluation): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const [name, quarter] = named(evaluation, language)
    const told = await tellRater(evaluation, t.arrived(name, quarter), 'sent', language)
    return say([told, previewOf(evaluation, language)].join('\n\n'))
  }

  /** Fills in anew what was sent; what somebody else did to it meanwhile is not overwritten. */
  async function again(
    turn: Turn,
    { id: by }: Pick<Employee, 'id'>,
    { quarter, version }: { readonly quarter: Quarter; readonly version: number },
    own: OwnView,
  ): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const before = await store.ofQuarter(by, quarter)
    if (before === undefined) return say(t.barriers.gone)
    const said = { by, key: turn.message.id, now: turn.now }
    const changed = await store.amend(before.id, version, own, said)
    if (typeof changed === 'string') return say(t.barriers[changed])
    const [name, of] = named(changed, language)
    const told = await tellRater(changed, t.arrivedAgain(name, of), turn.message.id, language)
    return say([told, t.changedTo, previewOf(changed, language)].join('\n\n'))
  }

  /** Tells whoever can rate it, or the officers where nobody can; resolves to what to tell the writer. */
  async function tellRater(
    evaluation: Evaluation,
    text: string,
    what: string,
    language: Language,
  ): Promise<string> {
    const t = texts[language]
    const { id, rater } = evaluation
    const [name, quarter] = named(evaluation, language)
    const key = `evaluation:${id}:${what}`
    if (rater !== null) {
      const message = { text, choices: [{ label: t.look, value: `penilaian:lihat:${id}` }] }
      const reached = await tellEntry(deps, rater.id, message, key)
      return (reached ? t.sentTo : t.sentNotConnected)(literal(rater.name), quarter)
    }
    const orphan: Outgoing = {
      text: t.orphan(name, quarter),
      choices: [{ label: t.look, value: `sebaran:buka:${id}` }],
    }
    for (const officer of await store.officers()) await outbox.say(officer, orphan, `${key}:${officer}`)
    return t.sentNobody(quarter)
  }

  return { first, again }
}

function named({ employee, quarter }: Evaluation, language: Language): readonly [string, string] {
  return [literal(employee.name), shared[language].quarter(quarter)]
}

function previewOf({ own }: Evaluation, language: Language): string {
  const { ratings, predicates, preview, ownRatings } = shared[language]
  const rated = ownRatings(ratings[own.result].toLowerCase(), ratings[own.behaviour].toLowerCase())
  return `${rated}\n${preview(predicates[predicateOf(own.result, own.behaviour)])}`
}
