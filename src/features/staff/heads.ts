import { fold } from '../../indonesian/words.ts'

/** What the head of an office is called, by the words the office's name begins with; all others are its "kepala". */
const CALLED: readonly (readonly [office: RegExp, head: RegExp])[] = [
  [/^kecamatan\b/, /^camat\b/],
  [/^kelurahan\b/, /^lurah\b/],
  [/^(?:rsud|rumah sakit)\b/, /^direktur\b(?! (?:pelayanan|umum|keuangan|medik))/],
  [/^inspektorat\b/, /^inspektur\b(?! pembantu)/],
  [/^sekretariat daerah\b/, /^(?:sekretaris daerah|sekda)\b/],
  [/^sekretariat (?:dprd|dewan)\b/, /^sekretaris (?:dprd|dewan)\b/],
  [/^(?:sd|smp|sma|smk|tk|paud|sekolah)\b/, /^kepala (?:sekolah|tk|paud|sd|smp)\b/],
]
const ACTING = /^(?:plt|plh|pj|pelaksana tugas|pelaksana harian|penjabat) /

/** True for the position of whoever heads an office: "Kepala Dinas" or "Kepala Dinas Kesehatan" of Dinas Kesehatan. */
export function isHead(position: string, unit: string): boolean {
  const [held, office] = [fold(position).replace(ACTING, ''), fold(unit)]
  const called = CALLED.find(([pattern]) => pattern.test(office))
  if (called !== undefined) return called[1].test(held)
  const [kind = ''] = office.split(' ')
  return held === 'kepala' || held === `kepala ${kind}` || held === `kepala ${office}`
}
