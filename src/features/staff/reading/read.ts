import type { Day } from '../../../indonesian/dates.ts'
import { type Filters, type NamedUnit, type Query, querySchema } from '../query.ts'
import { gradeIn } from './grades.ts'
import { ageIn, groupingIn, kindIn, lacksIn, qualificationIn, sexIn } from './people.ts'
import { type AboutPerson, personIn, reportsIn } from './persons.ts'
import { placesIn, type Vocabulary } from './places.ts'
import { positionIn } from './positions.ts'
import { byRetirement, retirementIn } from './time.ts'
import { asksForRule, plainly, Remaining } from './words.ts'

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
  const places = placesIn(partsOf(said, person), vocabulary, explicit, person !== undefined)
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
/** Whoever heads an office is asked for with it. */
function partsOf(said: Remaining, person: AboutPerson | undefined): readonly string[] {
  return person?.office === undefined ? said.parts : [`di ${person.office}`, ...said.parts]
}

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
    (plain.startsWith('daftar') && (grade ?? age ?? sex) !== undefined) ||
    (age !== undefined && /^(?:pegawai|asn|pns|pppk|guru)\b/.test(plain)) ||
    (grade !== undefined && /^(?:pegawai|asn)\b/.test(plain))
  )
}
