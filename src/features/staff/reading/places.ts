import type { Filters, NamedUnit } from '../query.ts'
import { positionIn } from './positions.ts'
import { findUnit, type KnownUnit, namesOffice } from './units.ts'

/** What the directory knows to ask for: its units, and its positions with folded names. */
export interface Vocabulary {
  readonly units: readonly KnownUnit[]
  readonly positions: readonly string[]
  /** What the place is called that all units together are of, folded: "serang". */
  readonly home: string
}

/** The positions and units that were left in a question, and what of it is neither. */
export interface Places {
  readonly filters: Pick<Filters, 'unit' | 'position'>
  /** Several units of which one is meant. */
  readonly units?: readonly NamedUnit[]
  /** What sounds like a unit, and is none. */
  readonly noUnit?: string
  readonly unknown: readonly string[]
}

/**
 * Finds one position and one place in what is left of a question. A name that sounds like an office and is none is told
 * as such where that cannot be anything else; beside a person it may be.
 */
export function placesIn(
  parts: readonly string[],
  vocabulary: Vocabulary,
  explicit: boolean,
  besidePerson: boolean,
): Places {
  const finder = new Finder(vocabulary, explicit, besidePerson)
  for (const part of parts) {
    const [match, before = match === undefined ? part : '', inside = ''] = IN.exec(part) ?? []
    finder.take(withoutIn(before), withoutIn(inside))
  }
  return finder.found
}

/** What stands before the first word for a place, and what behind it. */
const IN = /^(?:(.*?) )?(?:di|pada|dari|dalam|lingkungan|lingkup|se)(?: (.*))?$/
const OWN =
  /^(?:(?:unit|unit kerja|kantor|dinas|opd|instansi|tempat|puskesmas|sekolah|bidang)(?: kerja)? (?:saya|kami|kita|ini)|sini|tempat saya)$/
const AROUND = /^(?:(?:seluruh|semua|lingkungan|lingkup|se) )+/
/** Everybody, whatever the place is called. */
const EVERYWHERE =
  /^(?:pemkot|pemkab|pemda|pemprov|pemerintah daerah|kota|daerah|opd|dinas|unit|unit kerja|(?:kota|daerah|kabupaten) ini)$/
const GOVERNMENT = '(?:pemerintah |pemkot |pemkab |pemda |pemerintah daerah )?(?:kota |kab |kabupaten )?'
const LONGEST_NAME = 5

class Finder {
  private readonly vocabulary: Vocabulary
  private readonly explicit: boolean
  private readonly besidePerson: boolean
  private readonly everybody: RegExp
  private readonly homeBehind: RegExp
  found: Places = { filters: {}, unknown: [] }

  constructor(vocabulary: Vocabulary, explicit: boolean, besidePerson: boolean) {
    this.vocabulary = vocabulary
    this.explicit = explicit
    this.besidePerson = besidePerson
    this.everybody = new RegExp(`^${GOVERNMENT}${vocabulary.home}$`)
    this.homeBehind = new RegExp(` (?:kota |kab |kabupaten )?${vocabulary.home}$`)
  }

  /** Takes a position, with or without an office right behind it, and an office that was said to be the place. */
  take(jobs: string, office: string): void {
    const unknown = [
      ...(jobs === '' || this.position(jobs) || this.both(jobs) ? [] : [jobs]),
      ...(office === '' || this.place(office, true) ? [] : [office]),
    ]
    this.found = { ...this.found, unknown: [...this.found.unknown, ...unknown] }
  }

  private position(words: string): boolean {
    const { filters } = this.found
    const meant = filters.position === undefined ? positionIn(words, this.vocabulary.positions) : undefined
    if (meant !== undefined) this.found = { ...this.found, filters: { ...filters, position: meant } }
    return meant !== undefined
  }

  private place(words: string, inside: boolean): boolean {
    const { filters, units } = this.found
    if (filters.unit !== undefined || units !== undefined) return false
    const unit = OWN.test(words) ? 'own' : this.isEverywhere(words) ? 'all' : this.unit(words)
    if (unit === undefined) {
      if (this.found.units !== undefined) return true
      const isClear = inside && !this.besidePerson && this.isOfficeName(words)
      if (this.explicit || isClear) this.found = { ...this.found, noUnit: words }
      return this.explicit || isClear
    }
    this.found = { ...this.found, filters: { ...filters, unit } }
    return true
  }

  /** The unit of a name; where there are several, they are kept to choose from. */
  private unit(words: string): NamedUnit | undefined {
    const names = [words, words.replace(this.homeBehind, '')]
    for (const name of new Set(names)) {
      const found = findUnit(name, this.vocabulary.units)
      if (found.kind === 'one') return found.unit
      if (found.kind === 'several') {
        this.found = { ...this.found, units: found.units }
        return undefined
      }
    }
    return undefined
  }

  /** "guru smp negeri 7", "dinas sosial". */
  private both(words: string): boolean {
    const all = words.split(' ')
    for (let at = all.length - 1; at >= 0; at--) {
      const [jobs, office] = [all.slice(0, at).join(' '), all.slice(at).join(' ')]
      const isPlace =
        OWN.test(office) || this.isEverywhere(office) || namesOffice(office, this.vocabulary.units)
      if (isPlace && (jobs === '' || this.position(jobs))) return this.place(office, false)
    }
    return false
  }

  private isEverywhere(words: string): boolean {
    const bare = words.replace(AROUND, '')
    return EVERYWHERE.test(bare) || this.everybody.test(bare)
  }

  /** A name somebody may well have meant for an office, though there is none of that name. */
  private isOfficeName(words: string): boolean {
    return words.split(' ').length <= LONGEST_NAME && namesOffice(words, this.vocabulary.units)
  }
}

function withoutIn(words: string): string {
  return words
    .replace(/^(?:(?:di|pada|dari|dalam|lingkungan|lingkup) )+|(?: ?\b(?:di|pada|dari|dalam))+$/g, '')
    .trim()
}
