import type { Field } from '../../chat/fields.ts'
import type { Language } from '../../chat/message.ts'
import { nipDigits, showNip } from '../../directory.ts'
import { texts } from './texts.ts'

const DIGITS = 18

/** The 18 digits of a NIP, written with spaces, dots or hyphens and after other words; undefined for anything else. */
export function readNip(written: string): string | undefined {
  const digits = nipDigits(written)
  return digits?.length === DIGITS ? digits : undefined
}

/** A NIP, with a hint that says how many digits are wrong and where it stands. */
export function nip(): Field<string> {
  return {
    input: 'text',
    read(content, { language }) {
      const value = content.kind === 'text' ? readNip(content.text) : undefined
      if (value !== undefined) return { ok: true, value }
      return { ok: false, hint: wrongNip(content.kind === 'text' ? content.text : '', language) }
    },
    show: showNip,
  }
}

/** What to tell somebody whose words are no NIP. */
export function wrongNip(written: string, language: Language): string {
  const t = texts[language].nip
  const digits = nipDigits(written)
  return digits === undefined ? t.noDigits : t.otherLength(digits.length)
}
