import type { Field } from '../../chat/fields.ts'
import type { Language } from '../../chat/message.ts'
import { texts } from './texts.ts'

const DIGITS = 18

/** The 18 digits of a NIP, written with spaces, dots or hyphens and after other words; undefined for anything else. */
export function readNip(written: string): string | undefined {
  const digits = digitsOf(written)
  return digits?.length === DIGITS ? digits : undefined
}

/** A NIP as a letter shows it: "19850315 201001 2 001". */
export function showNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
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
  const digits = digitsOf(written)
  return digits === undefined ? t.noDigits : t.otherLength(digits.length)
}

/** The digits of what was written, where nothing but digits stands between the first and the last. */
function digitsOf(written: string): string | undefined {
  const number = written.normalize('NFKC').replaceAll(/^\D+|\D+$/g, '')
  const digits = number.replaceAll(/[\s.,\p{Pd}'’/]/gu, '')
  return /^\d+$/.test(digits) ? digits : undefined
}
