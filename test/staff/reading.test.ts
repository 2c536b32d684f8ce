import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { written } from '../../src/features/staff/query.ts'
import { mayAsk, read } from '../../src/features/staff/reading/read.ts'
import { knownUnits } from '../../src/features/staff/reading/units.ts'
import { KNOWLEDGE } from '../support/knowledge.ts'
import { positions, units } from './vocabulary.ts'

interface Row {
  readonly set: 'tune' | 'held'
  readonly question: string
  /** The query it means; empty where it is about a rule and must be left to others. */
  readonly expected: string
}

const TODAY = '2026-03-02'
const vocabulary = { units: knownUnits(units), positions, home: 'serang' }
const rows: readonly Row[] = parse(readFileSync(join(import.meta.dirname, 'questions.csv'), 'utf8'), {
  columns: true,
})

/** What a question is taken for; nothing where it is left to others. */
function taken(question: string): string {
  if (!mayAsk(question)) return ''
  const reading = read(question, vocabulary, TODAY)
  return reading.kind === 'query' ? written(reading.query) : reading.kind === 'unknown' ? '' : reading.kind
}

describe('questions about the directory', () => {
  it('are many, a third of them held out', () => {
    expect(rows.filter(({ expected }) => expected !== '').length).toBeGreaterThanOrEqual(120)
    expect(rows.filter(({ expected }) => expected === '').length).toBeGreaterThanOrEqual(80)
    expect(rows.filter(({ set }) => set === 'held').length * 3).toBeGreaterThanOrEqual(rows.length - 2)
  })

  it.each(['tune', 'held'] as const)('are read as what they mean (%s)', (set) => {
    const asked = rows.filter((row) => row.set === set && row.expected !== '')
    expect(asked.map(({ question }) => `${question} → ${taken(question)}`)).toEqual(
      asked.map(({ question, expected }) => `${question} → ${expected}`),
    )
  })

  it('about a rule are left to others', () => {
    const wrong = rows.filter(({ question, expected }) => expected === '' && taken(question) !== '')
    expect(wrong.map(({ question }) => `${question} → ${taken(question)}`)).toEqual([])
  })

  it('that the digests answer are left to them, all of them', () => {
    const digests = join(KNOWLEDGE, 'digests')
    const asked = readdirSync(digests).flatMap((file) =>
      readFileSync(join(digests, file), 'utf8')
        .split('\n')
        .flatMap((line) => (line.startsWith('? ') ? [line.slice(2)] : [])),
    )
    expect(asked.length).toBeGreaterThan(1000)
    expect(asked.filter((question) => taken(question) !== '')).toEqual([])
  })
})

describe('behind the command', () => {
  const explicit = (text: string): string => {
    const reading = read(text, vocabulary, TODAY, true)
    return reading.kind === 'query' ? written(reading.query) : JSON.stringify(reading)
  }

  it.each([
    ['daftar PNS', 'list; kind=PNS'],
    ['PPPK guru', 'list; kind=PPPK; position=guru'],
    ['nomor hp siti aminah', 'who; who=person; name=siti aminah; ask=phone'],
    ['dinas sosial', 'list; unit=Dinas Sosial'],
    ['perawat di dinkes', 'list; position=perawat; unit=Dinas Kesehatan'],
    ['berapa guru di planet mars', '{"kind":"no unit","asked":"planet mars"}'],
    ['berapa guru bersayap', '{"kind":"unknown","words":["guru bersayap"]}'],
  ])('people may be shorter: %s', (text, expected) => {
    expect(explicit(text)).toBe(expected)
  })

  it('several units of a name are all shown', () => {
    const reading = read('berapa pegawai di smp negeri', vocabulary, TODAY, true)
    expect(reading.kind === 'which unit' && reading.units.map(({ name }) => name)).toEqual([
      'SMP Negeri 1 Kota Serang',
      'SMP Negeri 7 Kota Serang',
    ])
  })
})

it('reads anything at all without failing', () => {
  const words = fc.constantFrom(
    ...'berapa siapa daftar guru pns pppk di dinas kesehatan dinkes golongan iii a pensiun tahun depan 2027 per opd umur di atas 50 saya atasan bawahan bu siti nomor hp nip yang belum punya ( ) * + ? [ \\ $1'.split(
      ' ',
    ),
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
  )
  fc.assert(
    fc.property(text, fc.boolean(), (said, explicit) => {
      mayAsk(said)
      expect(['query', 'which unit', 'no unit', 'unknown']).toContain(
        read(said, vocabulary, TODAY, explicit).kind,
      )
    }),
    { numRuns: 500 },
  )
})
