import { shortName } from '../../regulations/registry.ts'
import type { Found, RegulationFacts } from '../../regulations/search.ts'
import type { QuestionTexts } from './texts.ts'

/** The place of a passage as people cite it: "Pasal 9 ayat (2) huruf b". */
export function place({ pasal, ayat, huruf }: Pick<Found, 'pasal' | 'ayat' | 'huruf'>): string {
  const head = pasal === 'Lampiran' ? pasal : `Pasal ${pasal}`
  const clause = ayat ? ` ayat (${ayat.replace('-', ')–(')})` : ''
  return `${head}${clause}${huruf ? ` huruf ${huruf}` : ''}`
}

/** "**Pasal 9 ayat (2) PP 94/2021** tentang Disiplin Pegawai Negeri Sipil, masih berlaku". */
export function citation(
  passage: Pick<Found, 'pasal' | 'ayat' | 'huruf' | 'regulation'>,
  t: QuestionTexts,
): string {
  const { regulation } = passage
  return `**${place(passage)} ${shortName(regulation)}** ${t.about} ${regulation.title}, ${standing(regulation, t)}`
}

/** Whether a regulation is in force, and which other one changed that. */
export function standing(regulation: RegulationFacts, t: QuestionTexts): string {
  const by = regulation.status === 'dicabut' ? regulation.revoked_by : regulation.amended_by
  return t.status(regulation.status, by.map(nameOf).join(', '))
}

/** The short name of a regulation known by its id alone. */
export function nameOf(id: string): string {
  const [, number = '', year = ''] = /-([^-]+)-(\d{4})$/.exec(id) ?? []
  return shortName({ id, number, year: Number(year) })
}
