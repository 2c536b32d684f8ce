import { z } from 'zod'
import type { Field } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import type { FileContent } from '../../../chat/message.ts'
import { texts } from './texts.ts'

/** Names of the forms: a table as a file or pasted, and only pasted where no file can be sent in. */
export const FILE = 'libur-daftar'
export const PASTE = 'libur-tempel'

/** What was sent: lines as they were pasted, or a file that its channel can open. */
export type Sent = string | FileContent

const sent = z.custom<Sent>(
  (value) => typeof value === 'string' || (Object(value) as { kind?: unknown }).kind === 'file',
)
const shape = { table: sent }

/** A table of days off, as a file or as pasted lines. */
export const fileForm: Form<typeof shape> = formOf(FILE, true)
/** The same where no file can be sent in. */
export const pasteForm: Form<typeof shape> = formOf(PASTE, false)

function formOf(name: string, files: boolean): Form<typeof shape> {
  return {
    name,
    title: (l) => texts[l].title,
    review: false,
    schema: z.object(shape),
    questions: {
      table: { ask: (l) => texts[l].ask(files), label: (l) => texts[l].label, field: table(files) },
    },
  }
}

function table(files: boolean): Field<Sent> {
  return {
    input: files ? 'file' : 'text',
    read(content, { language }) {
      const t = texts[language]
      if (content.kind === 'text' && content.text.trim() !== '') return { ok: true, value: content.text }
      if (content.kind === 'file')
        return files ? { ok: true, value: content } : { ok: false, hint: t.noFiles }
      return { ok: false, hint: t.want }
    },
    show: (value) => (typeof value === 'string' ? value.slice(0, 60) : value.name),
  }
}
