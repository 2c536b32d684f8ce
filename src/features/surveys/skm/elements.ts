/**
 * The nine elements of a survey of public satisfaction, in the order the law lists them
 * (PermenPANRB 14/2017, Lampiran): U1 to U9 on its worksheet.
 */
export const ELEMENTS = [
  'requirements',
  'procedure',
  'time',
  'cost',
  'product',
  'competence',
  'conduct',
  'complaints',
  'facilities',
] as const

export type Element = (typeof ELEMENTS)[number]

/** What an element can be given: 1 is not good, 4 is very good (PermenPANRB 14/2017, Lampiran). */
export const SCORES = [1, 2, 3, 4] as const
export type Score = (typeof SCORES)[number]
