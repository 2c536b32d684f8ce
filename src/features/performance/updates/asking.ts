import type { OpenForm, Reply, Turn } from '../../../chat/feature.ts'
import type { Choice, Outgoing } from '../../../chat/message.ts'
import { type Draft, remember, rememberedIn, tokenOf } from './draft.ts'
import { MOST } from './fields.ts'
import { MISSING, type MissingPart } from './form.ts'
import { texts } from './texts.ts'

/** The name of the command, and of the buttons that go on with a report. */
export const REPORT = 'kinerja'

/** A button of a draft. */
export function button(label: string, verb: string, token: string, rest?: string): Choice {
  return { label, value: [REPORT, verb, token, ...(rest === undefined ? [] : [rest])].join(':') }
}

/** Says something about a draft, with buttons, and remembers it. */
export function shown(turn: Turn, draft: Draft, text: string, choices: readonly Choice[]): Reply {
  const said: Outgoing = { text, choices }
  return { say: [said], memory: remember(turn, { ...rememberedIn(turn), draft }) }
}

/** Opens the form for one part, with all others filled in, and says first why. */
export function ask(turn: Turn, draft: Draft, part: MissingPart, hints: readonly string[] = []): Reply {
  const { quantity = 0, unit, doneOn } = draft
  const known: Readonly<Record<MissingPart, unknown>> = {
    amount: quantity > 0 && unit !== undefined ? { quantity, unit } : undefined,
    good: null,
    doneOn,
  }
  const { [part]: _, ...others } = known
  const answers = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined))
  const count = quantity > 0 && quantity <= MOST && unit === undefined ? String(quantity) : ''
  const open: OpenForm = { form: MISSING, answers: { token: tokenOf(draft), count, ...answers } }
  return {
    say: hints.length > 0 ? [{ text: hints.join('\n\n') }] : [],
    open,
    memory: remember(turn, { ...rememberedIn(turn), draft: { ...draft, asks: part } }),
  }
}

/** Several things were counted in one message: which of them is meant? */
export function askWhich(
  turn: Turn,
  draft: Draft,
  several: NonNullable<Draft['several']>,
  notices: readonly string[],
): Reply {
  const t = texts[turn.person.language]
  const token = tokenOf(draft)
  const things = several.map(({ quantity, unit, thing = unit }, i) =>
    button(t.thing(quantity, thing).slice(0, 40), 'jumlah', token, String(i)),
  )
  const choices = [...things, button(t.cancel, 'batal', token)]
  return shown(turn, draft, [...notices, t.several].join('\n\n'), choices)
}

/** Asks which part of a draft is to be another. */
export function whatToChange(turn: Turn, draft: Draft): Reply {
  const t = texts[turn.person.language]
  const token = tokenOf(draft)
  const parts = PARTS.map((part) => button(t.parts[part], 'ganti', token, part))
  return { say: [{ text: t.whatToChange, choices: [...parts, button(t.cancel, 'batal', token)] }] }
}

const PARTS = ['jumlah', 'mutu', 'tanggal', 'rhk'] as const
