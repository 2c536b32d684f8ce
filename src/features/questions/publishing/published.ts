import { type Day, dayAt, showDay } from '../../../indonesian/dates.ts'
import { nameOf, place } from '../citation.ts'
import { texts } from './texts.ts'

/** The pasal an answer rests on. */
export interface Basis {
  readonly regulation: string
  readonly pasal: string
  readonly ayat: string | null
}

/** An officer's answer that was reviewed and may be quoted as knowledge. */
export interface Published {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly basis: Basis | null
  /** The last day it holds, where it ends. */
  readonly until: Day | null
  /** The reviewer's name. */
  readonly reviewedBy: string
  readonly reviewedAt: Date
  /** True where there was nobody but the author to review it. */
  readonly alone: boolean
}

/** The knowledge that is searched, as publishing needs it. Both calls may come twice for one entry. */
export interface Knowledge {
  /** Makes an entry findable; one that is there already is replaced. */
  publish(entry: Published): Promise<void>
  /** Takes an entry out; one that is not there stays away. */
  unpublish(id: string): Promise<void>
}

/** "Jawaban BKPSDM (ditinjau 22 November 2026), dasar: Pasal 9 ayat (2) PP 94/2021": where a published answer comes from. */
export function attribution(
  { basis, reviewedAt, alone }: Pick<Published, 'basis' | 'reviewedAt' | 'alone'>,
  timeZone: string,
): string {
  const day = shortDay(dayAt(reviewedAt, timeZone))
  return texts.id.attribution(day, alone, basis === null ? null : basisName(basis))
}

/** A basis as people cite it: "Pasal 9 ayat (2) PP 94/2021". */
export function basisName({ regulation, pasal, ayat }: Basis): string {
  return `${place({ pasal, ayat, huruf: null })} ${nameOf(regulation)}`
}

/** A day without its weekday: "22 November 2026". */
export function shortDay(day: Day): string {
  return showDay(day).replace(/^\p{L}+, 0?/u, '')
}
