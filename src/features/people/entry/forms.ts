import { z } from 'zod'
import { ownPhone, text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { type Language, literal } from '../../../chat/message.ts'
import { given } from '../../../chat/question.ts'
import { agreement } from '../agreeing.ts'
import { nip } from '../nip.ts'
import { texts } from './texts.ts'

/** Names of the forms: one's NIP, the same with one's phone, a code, and whether an entry is one's own. */
export const NIP = 'daftar'
export const NIP_AND_PHONE = 'daftar-nomor'
export const CODE = 'daftar-kode'
export const CONFIRM = 'daftar-data'

const t = (language: Language) => texts[language]

/** Who somebody says they are. */
export const nipForm: Form<{ nip: z.ZodString }> = {
  name: NIP,
  title: (l) => t(l).title,
  review: false,
  schema: z.object({ nip: z.string() }),
  questions: { nip: { ask: (l) => t(l).askNip, label: (l) => t(l).nipLabel, field: nip() } },
}

/** The same where the platform vouches for a phone number, which may be left out. */
export const nipAndPhoneForm: Form<{ nip: z.ZodString; phone: z.ZodNullable<z.ZodString> }> = {
  name: NIP_AND_PHONE,
  review: false,
  schema: nipForm.schema.extend({ phone: z.string().nullable() }),
  questions: {
    ...nipForm.questions,
    phone: { ask: (l) => t(l).askPhone, label: (l) => t(l).phoneLabel, field: ownPhone() },
  },
}

/** A code from an officer. */
export const codeForm: Form<{ code: z.ZodString }> = {
  name: CODE,
  title: (l) => t(l).title,
  review: false,
  schema: z.object({ code: z.string() }),
  questions: { code: { ask: (l) => t(l).askCode, label: (l) => t(l).codeLabel, field: text(1, 60) } },
}

const yesOrNo = z.enum({ ya: 'ya', tidak: 'tidak' })

/** Whether an entry is one's own; which, and who that is, are given beforehand. */
export const confirmForm: Form<{ entry: z.ZodString; who: z.ZodString; agree: typeof yesOrNo }> = {
  name: CONFIRM,
  title: (l) => t(l).title,
  review: false,
  schema: z.object({ entry: z.string(), who: z.string(), agree: yesOrNo }),
  questions: {
    entry: given(),
    who: given(),
    agree: {
      ask: (l, { who }) => t(l).confirm(literal(String(who))),
      label: (l) => t(l).agreeLabel,
      field: agreement((l) => t(l)),
    },
  },
}
