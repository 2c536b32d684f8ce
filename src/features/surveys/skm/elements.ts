export { ELEMENTS, type Element } from '../../../indonesian/service-elements.ts'

/** What an element can be given: 1 is not good, 4 is very good (PermenPANRB 14/2017, Lampiran). */
export const SCORES = [1, 2, 3, 4] as const
export type Score = (typeof SCORES)[number]
