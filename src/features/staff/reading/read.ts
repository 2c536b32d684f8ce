import type { Day } from '../../../indonesian/dates.ts'
import { type Filters, type NamedUnit, type Query, querySchema } from '../query.ts'
import { gradeIn } from './grades.ts'
import { ageIn, groupingIn, kindIn, lacksIn, qualificationIn, sexIn } from './people.ts'
import { type AboutPerson, personIn, reportsIn } from './persons.ts'
import { positionIn } from './positions.ts'
import { byRetirement, retirementIn } from './time.ts'
import { findUnit, type KnownUnit, namesOffice } from './units.ts'
import { asksForRule, plainly, Remaining } from './words.ts'

/** What the directory knows to ask for: its units, and its positions with folded names. */
export interface Vocabulary {
  readonly units: readonly KnownUnit[]
  readonly positions: readonly string[]
}

/** A question as it was understood, or what of it was not. */
export type Reading =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'which unit'; readonly query: Query; readonly units: readonly NamedUnit[] }
  | { readonly kind: 'no unit'; readonly asked: string }
  | { readonly kind: 'unknown'; readonly words: readonly string[] }

/** True for words that may ask who or how many, before any unit or position is looked up; cheap. */
export function mayAsk(text: string): boolean {
  const words = plainly(text)
  return words.split(' ').length <= LONGEST && TRIGGER.test(words) && !asksForRule(words)
}

/**
 * Reads who and how many are asked for, on a day. Every word must be understood, or nothing is: a question that only
 * sounds alike is about a rule. `explicit` is true behind the command, where people may be shorter.
 */
export function read(text: string, vocabulary: Vocabulary, today: Day, explicit = false): Reading {
  const plain = plainly(text)
  const said = new Remaining(plain)
  const people = said.has(PEOPLE)
  const lacks = lacksIn(said)
  const person = personIn(said, explicit, text)
  const reports = person === undefined ? reportsIn(said) : undefined
  const retirement = byRetirement(said)
  const grouped = retirement ? 'retirement' : groupingIn(said)
  const average = said.take('(?:umur|usia) rata rata|rata rata (?:umur|usia)(?:nya)?') !== undefined
  const isContract = said.has('pppk')
  const found: Filters = {
    ...lacks,
    ...retirementIn(said, today),
    ...ageIn(said),
    ...qualificationIn(said),
    ...gradeIn(said, isContract),
    ...sexIn(said),
    ...kindIn(said),
    ...(reports !== undefined && { of: reports }),
    ...(person?.name && { name: person.name }),
    ...(person?.of && { of: person.of }),
  }
  const asked = wantIn(said)
  said.drop(FILLERS)
  const places = placesIn(said, vocabulary, person, explicit)
  if (person?.name && positionIn(person.name, vocabulary.positions))
    return { kind: 'unknown', words: [person.name] }
  if (places.unknown.length > 0) return { kind: 'unknown', words: places.unknown }
  if (places.noUnit !== undefined) return { kind: 'no unit', asked: places.noUnit }
  const filters: Filters = { ...found, ...places.filters }
  const query = queryOf({ filters, person, grouped, average, asked, people, explicit, plain })
  if (query === undefined) return { kind: 'unknown', words: [] }
  return places.units ? { kind: 'which unit', query, units: places.units } : { kind: 'query', query }
}

const LONGEST = 24
const TRIGGER =
  /\b(?:berapa|jumlah|total|hitung\w*|siapa|siapakah|daftar|list|tampilkan|tunjukkan|sebutkan|nama|carikan|cari|rata rata|per|tiap|rekap\w*|komposisi|perbandingan|sebaran|hp|telepon|email|nip|nomor|atasan saya|golongan saya|saya golongan|bawahan|anak buah|pensiun|jabatan|unit|di ?mana|mana|pegawai|pppk|pns)\b/
const PEOPLE = 'pegawai|asn|orang|aparatur|staf|anggota|pns|pppk|karyawan'
const FILLERS =
  'yang|ada|orang|pegawai|asn|aparatur(?: sipil negara)?|staf|karyawan|saat ini|sekarang|kini|saja|aja|semua|seluruh|seluruhnya|semuanya|keseluruhan|berapa|banyak|jumlah|total|siapa|siapakah|nama|nama nama|apa|ya|itu|kah|dong|sih|punya|bekerja|bertugas|kerja|terdaftar|tercatat|pegawai pegawai|data|tahu|dan|dengan|untuk|perbandingan|komposisi|rekap|sebaran|mana'
/** Places that are everybody. */
const EVERYWHERE =
  '(?:(?:seluruh|semua|lingkungan|lingkup|se) )*(?:(?:pemerintah |pemkot |pemda |pemerintah daerah )?(?:kota |kab |kabupaten )?serang|pemkot|pemda|pemkot serang|kota ini|kota|seluruh (?:opd|unit|dinas)|semua (?:opd|unit|dinas)|daerah|opd|unit kerja)'
const OWN =
  '(?:unit|unit kerja|kantor|dinas|opd|instansi|tempat|puskesmas|sekolah|bidang)(?: kerja)? (?:saya|kami|kita|ini)|sini|tempat saya'

type Want = 'count' | 'list' | 'daftar'

function wantIn(said: Remaining): Want | undefined {
  const list = said.take(
    '(?:lihat |tampilkan |tunjukkan |sebutkan |cari |carikan |buatkan |buat |kirim )*(?:list|tampilkan|tunjukkan|sebutkan|cari|carikan|nama nama|daftar nama)(?: daftar)?(?: nama)?',
  )
  if (list) return 'list'
  if (said.take('(?:lihat )?daftar')) return 'daftar'
  const many = said.take('hitung|hitungkan|hitunglah') ?? (said.has('berapa|jumlah|total') ? [] : undefined)
  if (many) return 'count'
  return said.has('siapa|siapakah|siapa saja') ? 'list' : undefined
}

/** What stands before the first word for a place, and what behind it. */
const IN = /^(?:(.*?) )?(?:di|pada|dari|dalam|lingkungan|lingkup|se)(?: (.*))?$/

interface Places {
  readonly filters: Filters
  readonly units?: readonly NamedUnit[]
  readonly noUnit?: string
  readonly unknown: readonly string[]
}

/** What is left must be positions and places; whatever is neither was not understood. */
function placesIn(
  said: Remaining,
  vocabulary: Vocabulary,
  person: AboutPerson | undefined,
  explicit: boolean,
): Places {
  let filters: Filters = {}
  let units: readonly NamedUnit[] | undefined
  let noUnit: string | undefined
  const unknown: string[] = []
  const place = (words: string, inside: boolean): boolean => {
    if (filters.unit !== undefined || units !== undefined) return false
    if (new RegExp(`^(?:${OWN})$`).test(words)) filters = { ...filters, unit: 'own' }
    else if (new RegExp(`^(?:${EVERYWHERE})$`).test(words)) filters = { ...filters, unit: 'all' }
    else {
      const found = findUnit(words, vocabulary.units)
      if (found.kind === 'one') filters = { ...filters, unit: found.unit }
      else if (found.kind === 'several') units = found.units
      else if (explicit || (inside && person === undefined && isOfficeName(words, vocabulary))) noUnit = words
      else return false
    }
    return true
  }
  const position = (words: string): boolean => {
    const meant = filters.position === undefined ? positionIn(words, vocabulary.positions) : undefined
    if (meant !== undefined) filters = { ...filters, position: meant }
    return meant !== undefined
  }
  const parts = person?.office === undefined ? said.parts : [`di ${person.office}`, ...said.parts]
  for (const part of parts) {
    const [match, before = match === undefined ? part : '', inside = ''] = IN.exec(part) ?? []
    const [jobs, office] = [withoutIn(before), withoutIn(inside)]
    if (jobs !== '' && !position(jobs) && !split(jobs, position, place, vocabulary)) unknown.push(jobs)
    if (office !== '' && !place(office, true)) unknown.push(office)
  }
  return { filters, unknown, ...(units && { units }), ...(noUnit && { noUnit }) }
}

/** A position with an office right behind it, or an office alone: "guru smp negeri 7", "dinas sosial". */
function split(
  words: string,
  position: (words: string) => boolean,
  place: (words: string, inside: boolean) => boolean,
  { units }: Vocabulary,
): boolean {
  const all = words.split(' ')
  for (let at = all.length - 1; at >= 0; at--) {
    const office = all.slice(at).join(' ')
    const jobs = all.slice(0, at).join(' ')
    if (!new RegExp(`^(?:${OWN}|${EVERYWHERE})$`).test(office) && !namesOffice(office, units)) continue
    if (jobs === '' || position(jobs)) return place(office, false)
  }
  return false
}

/** A name somebody may well have meant for an office, though there is none of that name. */
function isOfficeName(words: string, { units }: Vocabulary): boolean {
  return words.split(' ').length <= 5 && namesOffice(words, units)
}

function withoutIn(words: string): string {
  return words
    .replace(/^(?:(?:di|pada|dari|dalam|lingkungan|lingkup) )+|(?: ?\b(?:di|pada|dari|dalam))+$/g, '')
    .trim()
}

interface Parts {
  readonly filters: Filters
  readonly person: AboutPerson | undefined
  readonly grouped: ReturnType<typeof groupingIn> | 'retirement'
  readonly average: boolean
  readonly asked: Want | undefined
  readonly people: boolean
  readonly explicit: boolean
  readonly plain: string
}

function queryOf({
  filters,
  person,
  grouped,
  average,
  asked,
  people,
  explicit,
  plain,
}: Parts): Query | undefined {
  const checked = (query: unknown): Query | undefined => querySchema.safeParse(query).data
  if (person !== undefined) {
    if (person.who === 'head' && typeof filters.unit !== 'object') return undefined
    return checked({ want: 'who', who: person.who, ...(person.ask && { ask: person.ask }), filters })
  }
  const { unit, kind, ...narrow } = filters
  const isNarrow = Object.keys(narrow).length > 0
  const aboutPeople =
    people || isNarrow || kind !== undefined || ['sex', 'kind', 'retirement'].includes(grouped ?? '')
  if (average) return aboutPeople || explicit ? checked({ want: 'average', filters }) : undefined
  if (grouped !== undefined)
    return aboutPeople || explicit ? checked({ want: 'group', filters, by: grouped }) : undefined
  if (asked === 'count') return aboutPeople || explicit ? checked({ want: 'count', filters }) : undefined
  if (asked === undefined && !explicit && !isDescribed(filters, plain)) return undefined
  // "daftar PPPK guru" asks how to apply
  if (asked === 'daftar' && !explicit && kind !== undefined && !isDescribed(filters, plain)) return undefined
  return isNarrow || typeof unit === 'object' || explicit ? checked({ want: 'list', filters }) : undefined
}

/** True where people are described so closely that nothing else can be meant. */
function isDescribed(
  { unit, retires, missing, registered, of, grade, age, sex }: Filters,
  plain: string,
): boolean {
  const closely = retires ?? missing ?? registered ?? of
  return (
    closely !== undefined ||
    (typeof unit === 'object' && /\b(?:pegawai|pns|pppk|asn|staf|guru|daftar)\b/.test(plain)) ||
    (plain.startsWith('daftar') && (grade ?? age ?? sex) !== undefined)
  )
}
