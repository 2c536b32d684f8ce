import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { type Appraising, entryOf } from '../appraisal/appraising.ts'
import { type Quarter, quarterKey } from '../appraisal/quarter.ts'
import { isAsked, readAsked } from './asked.ts'
import { EXPORT, exportForm } from './form.ts'
import { createMaking, type MakingFrom } from './making.ts'
import { texts } from './texts.ts'
import { pathOf, type Unit, type UnitsStore } from './units-store.ts'

/** What exporting is made from. */
export interface Exporting extends MakingFrom, Pick<Appraising, 'directory'> {
  readonly units: UnitsStore
}

const SHOWN = 8

/** `/ekspor`: reports and evaluations as a file; of everybody for officers, of their direct reports for supervisors. */
export function createExports(deps: Exporting): {
  readonly command: Command
  readonly action: Action
  readonly form: FeatureForm
  /** The evaluations of a quarter as a workbook. */
  evaluationsOf(turn: Turn, quarter: Quarter, unit: Unit | undefined): Promise<Reply>
} {
  const { units, directory, timeZone } = deps
  const make = createMaking(deps)

  async function begin(turn: Turn, rest: string): Promise<Reply> {
    const asked = readAsked(rest, dayAt(turn.now, timeZone))
    // whoever leads people wants all of them sooner than those of a unit
    const answers = isOfficer(turn) ? asked : { unit: null, ...asked }
    const parsed = exportForm.schema.safeParse(answers)
    return parsed.success ? send(turn, parsed.data) : { say: [], open: { form: EXPORT, answers } }
  }

  async function send(turn: Turn, { what, period, unit: words, kind }: Filled): Promise<Reply> {
    const t = texts[turn.person.language]
    const own = isOfficer(turn) ? {} : { supervisor: await entryOf(directory, turn) }
    const found = words === null ? [] : await units.named(words)
    const [unit] = found
    if (words === null || (unit !== undefined && found.length === 1))
      return make(turn, { what, period, unit, ...own, kind })
    const paths = found.slice(0, SHOWN).map((one) => literal(pathOf(one)))
    const text = unit === undefined ? t.unknownUnit(literal(words)) : t.severalUnits(literal(words), paths)
    return { say: [{ text }], open: { form: EXPORT, answers: { what, period, kind } } }
  }

  const shared = { name: EXPORT, audience: 'supervisor', personal: true } as const
  return {
    command: { ...shared, plain: isAsked, summary: (l) => texts[l].summary, run: begin },
    action: { ...shared, run: begin },
    form: whenSent(exportForm, send, 'supervisor'),
    evaluationsOf: (turn, quarter, unit) =>
      make(turn, { what: 'evaluasi', period: quarterKey(quarter), unit, kind: 'xlsx' }),
  }
}

type Filled = ReturnType<typeof exportForm.schema.parse>

function isOfficer({ person }: Turn): boolean {
  return mayUse(person.role, 'hr')
}
