import { literal } from '../../chat/message.ts'
import type { Employee } from '../../directory.ts'
import type { Day } from '../../indonesian/dates.ts'

/** "Sri Wahyuni, Perawat di Puskesmas Ciracas": who an entry is, in words. */
export function described({ name, position, unit }: Employee): string {
  return `${name}, ${position} di ${unit.name}`
}

/** The same for Markdown. */
export function shown(employee: Employee): string {
  return literal(described(employee))
}

/** Whether somebody still works here on a day. */
export function works({ leftOn }: Employee, today: Day): boolean {
  return leftOn === null || leftOn > today
}
