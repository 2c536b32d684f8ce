/** How good a service is (PermenPANRB 14/2017, Lampiran): A very good, B good, C less good, D not good. */
export type Band = 'A' | 'B' | 'C' | 'D'

/**
 * From where on each band reaches, in hundredths of the index (PermenPANRB 14/2017, Lampiran): A 88.31–100.00,
 * B 76.61–88.30, C 65.00–76.60, D 25.00–64.99.
 */
export const BANDS: readonly (readonly [band: Band, from: number])[] = [
  ['A', 8_831],
  ['B', 7_661],
  ['C', 6_500],
  ['D', 2_500],
]

/** The band of an index in whole hundredths; D also below 25, where only the worksheet's rounded weight can get. */
export function bandOf(hundredths: number): Band {
  return BANDS.find(([, from]) => hundredths >= from)?.[0] ?? 'D'
}
