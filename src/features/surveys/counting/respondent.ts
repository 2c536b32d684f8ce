import { accountsOf, type Person } from '../../../chat/feature.ts'

/** What a survey asks of: a service or a unit at a counter, or one round of what an officer sent. */
export type Asked =
  | { readonly kind: 'place'; readonly unit: string; readonly service: string | null }
  | { readonly kind: 'sending'; readonly id: string; readonly months: number }

/**
 * All names under which somebody may have answered: their entry where they have one, and every account they have linked.
 * Whoever answered under one of them has answered.
 */
export function namesOf(person: Person): readonly string[] {
  const accounts = accountsOf(person).map((account) => `account ${account}`)
  return person.employee === undefined ? accounts : [employeeName(person.employee), ...accounts]
}

/** The name under which an entry answers. */
export function employeeName(employee: string): string {
  return `employee ${employee}`
}

/** What nobody answers twice. */
export function scopeOf(survey: string, asked: Asked, period: string): string {
  if (asked.kind === 'sending') return `${survey} sending ${asked.id} ${asked.months}`
  const place = asked.service === null ? `unit ${asked.unit}` : `service ${asked.service}`
  return `${survey} ${place} ${period}`
}
