import fc from 'fast-check'

/** Something that happens: what, to whom, where, and with which words; `pick` chooses among what there is. */
export interface Move {
  readonly kind: Kind
  readonly who: number
  readonly pick: number
  readonly words: string
  /** What stands where something else should. */
  readonly thing: unknown
}

/** What happens, and how often beside the rest. */
const KINDS = {
  asks: 6,
  'asks in a group': 3,
  'asks in a thread': 3,
  writes: 3,
  edits: 2,
  deletes: 1,
  presses: 8,
  'presses in a group': 1,
  'presses what is gone': 2,
  'presses what never was': 2,
  commands: 4,
  'sends a page': 5,
  'sends any page': 2,
  shares: 1,
  'looks around': 2,
  'comes spoilt': 4,
  'comes broken': 3,
  'comes again': 2,
  strangers: 1,
} as const
export type Kind = keyof typeof KINDS

/** Questions that are told apart from everything else that is said: each is to be answered. */
export const QUESTIONS = [
  'berapa hari cuti tahunan PNS?',
  'kapan pensiun guru?',
  'apa saja hukuman disiplin berat?',
  'bagaimana cara mengajukan izin belajar?',
  'warna taplak meja ruang tamu apa?',
] as const

/** The moves of a seed: the same again for the same seed and number, by about a twentieth as many people. */
export function movesOf({ seed, events }: { seed: number; events: number }): readonly Move[] {
  const kinds = Object.entries(KINDS).map(([kind, weight]) => ({
    weight,
    arbitrary: fc.constant(kind as Kind), // its keys are the kinds
  }))
  const move = fc.record<Move>({
    kind: fc.oneof(...kinds),
    who: fc.noBias(fc.nat({ max: Math.ceil(events / 20) })),
    pick: fc.noBias(fc.nat({ max: 1_000_000 })),
    words: WORDS,
    thing: fc.oneof(WORDS, fc.double(), fc.boolean(), fc.constant(null), fc.array(WORDS, { maxLength: 2 })),
  })
  return fc.sample(move, { seed, numRuns: events })
}

/** One of several, by a number; undefined only where there are none. */
export function one<T>(values: readonly [T, ...T[]] | readonly T[], pick: number): T {
  return values[pick % values.length] as T // callers that may have none say so
}

const WORDS = fc.oneof(
  fc.constantFrom('', ' ', '\u0000', '\ud800', '\u202eterbalik', '<!channel> <@U0ABDI>', '[x](y) *_`~|', '/'),
  fc.constantFrom('tidak', 'ya', 'batal', '12,5', '31 Februari', 'besok', '/batal', 'x'.repeat(20_000)),
  fc.constant('<b>&amp;</b>\n\n|a|b|\n|-|-|\n|1|2|\n```\nkode'),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
)
