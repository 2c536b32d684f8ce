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
