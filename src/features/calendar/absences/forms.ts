import { z } from 'zod'
import { choice, date, type Field } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { readNip, showNip } from '../../../directory.ts'
import { addDays } from '../../../indonesian/dates.ts'
import { texts } from './texts.ts'

/** Names of the forms: one's own absence, and one that an officer notes for somebody. */
export const OWN = 'tidak-masuk'
export const OTHER = 'tidak-masuk-lain'

/** Half a year: whoever writes an end that is over, without its year, means none of the year after. */
const LONGEST_DAYS = 184
const KINDS = ['cuti', 'dinas'] as const

type L = keyof typeof texts
const days = { kind: z.enum(KINDS), from: z.string(), to: z.string() }
const ownShape = days
const otherShape = { nip: z.string(), ...days }

function inOrder(
  { from, to }: { readonly from: string; readonly to: string },
  context: z.RefinementCtx,
): void {
  const t = texts.id
  if (to < from) context.addIssue({ code: 'custom', path: ['to'], message: t.endBeforeStart(from) })
  else if (to > addDays(from, LONGEST_DAYS - 1))
    context.addIssue({ code: 'custom', path: ['to'], message: t.tooLong(LONGEST_DAYS) })
}

const questions = {
  kind: {
    ask: (l: L) => texts[l].askKind,
    label: (l: L) => texts[l].kindLabel,
    field: choice((l: L) =>
      KINDS.map((value) => ({ value, label: texts[l].kinds[value], also: ALSO[value] })),
    ),
  },
  from: { ask: (l: L) => texts[l].askFrom, label: (l: L) => texts[l].fromLabel, field: date() },
  to: { ask: (l: L) => texts[l].askTo, label: (l: L) => texts[l].toLabel, field: date() },
}

/** One's own absence. */
export const ownForm: Form<typeof ownShape> = {
  name: OWN,
  title: (l) => texts[l].title,
  schema: z.object(ownShape).superRefine(inOrder),
  questions,
}

/** An absence that an officer notes for somebody. */
export const otherForm: Form<typeof otherShape> = {
  name: OTHER,
  title: (l) => texts[l].title,
  schema: z.object(otherShape).superRefine(inOrder),
  questions: {
    nip: { ask: (l) => texts[l].askNip, label: (l) => texts[l].nipLabel, field: nip() },
    ...questions,
  },
}

const ALSO = {
  cuti: ['izin', 'sakit', 'libur'],
  dinas: ['dl', 'dinas', 'tugas luar', 'perjalanan dinas'],
} as const

function nip(): Field<string> {
  return {
    input: 'text',
    read(content, { language }) {
      const read = readNip(content.kind === 'text' ? content.text : '')
      return 'nip' in read
        ? { ok: true, value: read.nip }
        : { ok: false, hint: texts[language].wrongNip(read.problem) }
    },
    show: showNip,
  }
}
