import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** What was found of a contact: the first that is one, and whether there was more beside it. */
export interface Contact {
  readonly value: string
  readonly more: boolean
}

const LONGEST_EMAIL = 254
const EMAIL = /^[a-z0-9.!#$%&*+/=?^_{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/

/** The first phone number of a text in E.164, Indonesian where no country is said; undefined where there is none. */
export function readPhone(text: string): Contact | undefined {
  const whole = phone(text)
  if (whole !== undefined) return { value: whole, more: false }
  const parts = text.split(/[/;,|\n]|\b(?:dan|atau)\b/i).filter((part) => /\d/.test(part))
  return first(parts, phone)
}

/** The first e-mail address of a text, in small letters; undefined where there is none. */
export function readEmail(text: string): Contact | undefined {
  return first(text.toLowerCase().split(/[;,/|\s<>]+/), email)
}

function first(parts: readonly string[], read: (part: string) => string | undefined): Contact | undefined {
  const found = parts.flatMap((part) => read(part) ?? [])
  return found[0] === undefined ? undefined : { value: found[0], more: new Set(found).size > 1 }
}

/** A number of which the leading zero was lost, as spreadsheets lose it, is Indonesian like one that has it. */
function phone(text: string): string | undefined {
  const plain = text.replace(/^[^\d+(]+/, '').replace(/^00/, '+')
  const number = parsePhoneNumberFromString(plain, 'ID')
  return number?.isValid() ? number.number : undefined
}

function email(part: string): string | undefined {
  const address = part.replace(/^mailto:/, '').replace(/\.$/, '')
  return address.length <= LONGEST_EMAIL && EMAIL.test(address) && !address.includes('..')
    ? address
    : undefined
}
