import { z } from 'zod'
import { choice, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import type { Language } from '../../../chat/message.ts'
import { KINDS } from '../../../paper/table.ts'
import { periodOf } from './period.ts'
import { periodField } from './period-field.ts'
import { texts } from './texts.ts'

/** The form that asks what to export. */
export const EXPORT = 'ekspor'

const t = (language: Language) => texts[language]
const what = z.enum(['laporan', 'evaluasi'])
const kind = z.enum(KINDS)

/** What, when, where, and as which kind of file; no unit means all of them. */
export const exportForm: Form<{
  what: typeof what
  period: z.ZodString
  unit: z.ZodNullable<z.ZodString>
  kind: typeof kind
}> = {
  name: EXPORT,
  title: (l) => t(l).title,
  review: false,
  schema: z
    .object({ what, period: z.string(), unit: z.string().nullable(), kind })
    .superRefine(({ what, period }, context) => {
      if (what === 'evaluasi' && periodOf(period)?.quarters.length === 0)
        context.addIssue({ code: 'custom', path: ['period'], message: t('id').wantQuarter })
    }),
  questions: {
    what: {
      ask: (l) => t(l).what,
      label: (l) => t(l).whatLabel,
      field: choice((l) => [
        { value: 'laporan', label: t(l).reports, also: t(l).reportsWords },
        { value: 'evaluasi', label: t(l).evaluations, also: t(l).evaluationsWords },
      ]),
    },
    period: { ask: (l) => t(l).period, label: (l) => t(l).periodLabel, field: periodField() },
    unit: { ask: (l) => t(l).unit, label: (l) => t(l).unitLabel, field: text(2, 200) },
    kind: {
      ask: (l) => t(l).kind,
      label: (l) => t(l).kindLabel,
      field: choice((l) => KINDS.map((value) => ({ value, label: t(l).kinds[value] }))),
    },
  },
}
