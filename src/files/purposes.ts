import type { Role } from '../chat/feature.ts'

/** What files are kept for, and the roles that may open them besides whoever sent them in. */
export const READERS = {
  /** Sent in through the web chat, until a form has taken it. */
  upload: [],
  /** Sent along with a question to the officers. */
  handover: ['hr', 'admin'],
  /** Sent along with a report of work, to show that it was done. */
  evidence: ['hr', 'admin'],
  /** Sent along with "sudah lapor", to show that it was done. */
  completion: ['hr', 'admin'],
  /**
   * Sent along with a notice to many of those who work here: one use for all of them. Only who got the notice, or has the
   * file, knows the hash it is asked for by.
   */
  broadcast: ['employee', 'supervisor', 'hr', 'admin'],
  /** Made by the bot for whoever asked for it: a picture of how far they are, a table of many people. */
  made: [],
  export: [],
  /** Sent in by somebody else and shown to a person who may see it, who can open it from then on. */
  shown: [],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Purpose = keyof typeof READERS

/** Everything of which a role may open what others sent in. */
export function readableBy(role: Role): readonly Purpose[] {
  const all = Object.entries(READERS) as [Purpose, readonly Role[]][] // Object.entries forgets the keys
  return all.filter(([, roles]) => roles.includes(role)).map(([purpose]) => purpose)
}
