import { readRecurrence, showRecurrence, zoneName } from '../../../calendar.ts'
import type { Language } from '../../../chat/message.ts'
import type { Audiences } from '../../../directory.ts'
import { type Day, readDay, showDay } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import type { Content } from '../deadline.ts'
import { EARLIEST_HOUR, LATEST_HOUR } from '../plan/humane.ts'
import { PLACEHOLDERS, unknownPlaceholders } from '../plan/wording.ts'
import { texts, type UiPart } from './texts.ts'

/** Another value for a part, or what to write instead. */
export type Edit =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly hint: string }

/** The parts in the order officers see them. */
export const UI_PARTS: readonly UiPart[] = [
  'title',
  'recurrence',
  'shift',
  'audience',
  'before',
  'overdue',
  'hour',
  'escalation',
  'done',
  'words',
  'startsOn',
  'endsOn',
]

/** The parts that are chosen by a button, with what each button means, in the order of their labels. */
export const OPTIONS: Readonly<
  Record<'shift' | 'overdue' | 'escalation' | 'done', readonly ((content: Content) => Partial<Content>)[]>
> = {
  shift: [() => ({ shift: 'before' }), () => ({ shift: 'after' }), () => ({ shift: 'none' })],
  overdue: [1, 2, 5, null].map((overdueEvery) => ({ plan }: Content) => ({
    plan: { ...plan, overdueEvery, mostOverdue: plan.mostOverdue || 5 },
  })),
  escalation: [
    [3, 5],
    [1, 3],
    [null, 5],
    [null, null],
  ].map(([supervisorAfter = null, hrAfter = null]) => () => ({ escalation: { supervisorAfter, hrAfter } })),
  done: [
    () => ({ done: { by: null, said: true } }),
    () => ({ done: { by: 'report', said: true } }),
    () => ({ done: { by: 'report', said: false } }),
    () => ({ done: { by: 'evaluation', said: true } }),
    () => ({ done: { by: 'evaluation', said: false } }),
    () => ({ done: { by: null, said: false } }),
  ],
}

/** Whether a part is chosen by a button. */
export function hasOptions(part: string): part is keyof typeof OPTIONS {
  return Object.hasOwn(OPTIONS, part)
}

/** Whether a word from behind a button names a part. */
export function isPart(part: string): part is UiPart {
  return UI_PARTS.some((known) => known === part)
}

/** A part as it is, in words; the audience is described by whoever knows its units. */
export function shownPart(
  content: Content,
  part: UiPart,
  { audience, timeZone, language }: { audience: string; timeZone: string; language: Language },
): string {
  const t = texts[language]
  const { plan, escalation, done } = content
  const day = (value: Day | null): string => (value === null ? t.none : showDay(value))
  const shown: Readonly<Record<UiPart, () => string>> = {
    title: () => content.title,
    recurrence: () => showRecurrence(content.recurrence),
    shift: () => t.shift(content.shift),
    audience: () => audience,
    before: () => t.before(plan.before, plan.onDay),
    overdue: () => t.overdue(plan.overdueEvery, plan.mostOverdue),
    hour: () => t.hour(content.hour, zoneName(timeZone)),
    escalation: () => t.escalation(escalation.supervisorAfter, escalation.hrAfter),
    done: () => t.done(done.by, done.said),
    words: () => content.words ?? t.none,
    startsOn: () => day(content.startsOn),
    endsOn: () => day(content.endsOn),
  }
  return shown[part]()
}

/** Reads another value for a part that is written. */
export async function readPart(
  content: Content,
  part: UiPart,
  value: string,
  { audiences, today, language }: { audiences: Pick<Audiences, 'read'>; today: Day; language: Language },
): Promise<Edit> {
  const t = texts[language]
  const said = value.trim()
  const nothing = NOTHING.has(fold(said))
  if (part === 'title')
    return said.length < 3 || said.length > 120 ? no(t.titleHint) : yes(content, { title: said })
  if (part === 'recurrence') {
    const read = readRecurrence(said, today)
    return read.ok ? yes(content, { recurrence: read.value }) : no(read.hint)
  }
  if (part === 'audience') {
    const read = await audiences.read(said, today)
    return read.ok ? yes(content, { audience: read.audience }) : no(read.hint)
  }
  if (part === 'before') return before(content, said, language)
  if (part === 'hour') return hour(content, said, language)
  if (part === 'words') return nothing ? yes(content, { words: null }) : words(content, said, language)
  if (part === 'startsOn' || part === 'endsOn') {
    const day = nothing ? null : readDay(said, today)
    if (day === undefined) return no(t.dayHint)
    return ends(content, { [part]: day }, today, language)
  }
  return no(t.whichPart)
}

const LONGEST_WORDS = 500
const FURTHEST_BEFORE = 60
const MOST_BEFORE = 6
const NOTHING = new Set(['', 'tidak ada', 'tidak', 'kosong', 'seterusnya', 'sekarang', 'lewati'])

function before(content: Content, said: string, language: Language): Edit {
  const plain = said.toLowerCase().replace(/hari h\b(?!\s*-)/g, '0')
  const numbers = [...plain.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const ahead = [...new Set(numbers)].filter((days) => days > 0).toSorted((a, b) => b - a)
  const left = plain.replace(/\bh\s*-\s*(?=\d)|\bhari\b|\bdan\b|\bsebelum(?:nya)?\b|[\d\s,;.&]/g, '')
  if (numbers.length === 0 || left !== '' || ahead.length > MOST_BEFORE || (ahead[0] ?? 0) > FURTHEST_BEFORE)
    return no(texts[language].beforeHint)
  return yes(content, { plan: { ...content.plan, before: ahead, onDay: numbers.includes(0) } })
}

function hour(content: Content, said: string, language: Language): Edit {
  const [, digits = ''] =
    /^(?:mulai )?(?:jam|pukul)?\s*(\d{1,2})(?:[.:]00)?(?:\s*(?:pagi|siang|wib|wita|wit))?$/i.exec(said) ?? []
  const value = Number(digits)
  if (digits === '' || value < EARLIEST_HOUR || value > LATEST_HOUR) return no(texts[language].hourHint)
  return yes(content, { hour: value })
}

function words(content: Content, said: string, language: Language): Edit {
  const t = texts[language]
  if (said.length > LONGEST_WORDS) return no(t.wordsTooLong(LONGEST_WORDS))
  const unknown = unknownPlaceholders(said)
  return unknown.length > 0 ? no(t.unknownPlaceholders(unknown, PLACEHOLDERS)) : yes(content, { words: said })
}

function ends(
  content: Content,
  patch: { startsOn?: Day | null; endsOn?: Day | null },
  today: Day,
  language: Language,
): Edit {
  const t = texts[language]
  const { startsOn, endsOn } = { ...content, ...patch }
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    return no(t.endBeforeStart(showDay(startsOn), showDay(endsOn)))
  if (patch.endsOn != null && patch.endsOn < today) return no(t.endIsPast(showDay(patch.endsOn)))
  return yes(content, patch)
}

function yes(content: Content, patch: Partial<Content>): Edit {
  return { ok: true, content: { ...content, ...patch } }
}

function no(hint: string): Edit {
  return { ok: false, hint }
}
