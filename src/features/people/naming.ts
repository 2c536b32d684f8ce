import { createHash } from 'node:crypto'
import { channelOf } from '../../chat/message.ts'

/** An account as people know it: where it is, and the name its platform shows. */
export interface Named {
  readonly id: string
  readonly name: string
}

const LONGEST_NAME = 24

/** "Slack Wati": what an account is called where several are spoken of. */
export function nameOf({ id, name }: Named): string {
  const channel = channelOf(id)
  const shown = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
  return `${channel.slice(0, 1).toUpperCase()}${channel.slice(1)} ${shown}`
}

/** The names of several accounts, those that would be the same with a number behind them. */
export function namesOf(accounts: readonly Named[]): readonly string[] {
  const names = accounts.map(nameOf)
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length
    return names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${before + 1})`
  })
}

/** What stands for an account in a button: short, and the same every time. */
export function markOf({ id }: Pick<Named, 'id'>): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16)
}

/** An e-mail address or phone number of which its owner recognizes enough: "w•••@serangkota.go.id", "+62•••789". */
export function maskedFact(value: string): string {
  const at = value.lastIndexOf('@')
  return at > 0 ? `${value.slice(0, 1)}•••${value.slice(at)}` : `${value.slice(0, 3)}•••${value.slice(-3)}`
}

/** A phone number as it is kept: "+" and digits; one without its country is Indonesian. */
export function phoneOf(given: string): string {
  const digits = given.replaceAll(/\D/g, '')
  return digits.startsWith('0') ? `+62${digits.slice(1)}` : `+${digits}`
}
