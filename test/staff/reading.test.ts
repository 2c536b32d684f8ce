import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { written } from '../../src/features/staff/query.ts'
import { readOn } from '../../src/features/staff/reading/following.ts'
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

describe('on top of a question', () => {
  const last = read('berapa perawat PPPK golongan IX di dinkes', vocabulary, TODAY)
  const on = (text: string): string | undefined => {
    if (last.kind !== 'query') throw new Error('the question before is none')
    const reading = readOn(text, last.query, vocabulary, TODAY)
    return reading?.kind === 'query' ? written(reading.query) : reading?.kind
  }

  it.each([
    ['kalau yang PNS?', 'count; kind=PNS; position=perawat; unit=Dinas Kesehatan'],
    ['bagaimana dengan bidan', 'count; kind=PPPK; position=bidan; grade=IX..IX; unit=Dinas Kesehatan'],
    ['di dinsos?', 'count; kind=PPPK; position=perawat; grade=IX..IX; unit=Dinas Sosial'],
    ['siapa saja', 'list; kind=PPPK; position=perawat; grade=IX..IX; unit=Dinas Kesehatan'],
    [
      'dari mereka yang perempuan',
      'count; kind=PPPK; sex=P; position=perawat; grade=IX..IX; unit=Dinas Kesehatan',
    ],
    ['per unit', 'group; kind=PPPK; position=perawat; grade=IX..IX; unit=Dinas Kesehatan; by=unit'],
  ])('what is said anew takes the place of what was: %s', (text, expected) => {
    expect(on(text)).toBe(expected)
  })

  it.each([
    'ya',
    'oke',
    'terima kasih',
    'di mana?',
    'kalau sakit gajinya dipotong?',
    'pegawai tertua',
    'batal',
    'kalau',
  ])('other words are none of it: %s', (text) => {
    expect(on(text)).toBeUndefined()
  })
})

it('finds an office however short its name is written, in the list or in the question', () => {
  const names = ['SMPN 7 Kota Serang', 'UPTD PKM Kasemen', 'BAPPEDA', 'Satpol PP', 'Kel. Banjarsari']
  const known = knownUnits(names.map((name, i) => ({ id: String(i), name, parent: null })))
  const unitOf = (text: string): unknown => {
    const reading = read(text, { ...vocabulary, units: known }, TODAY)
    return reading.kind === 'query' ? reading.query.filters.unit : reading.kind
  }
  for (const [asked, name] of [
    ['guru di smpn 7', names[0]],
    ['guru di SMP Negeri 7 Kota Serang', names[0]],
    ['perawat di puskesmas kasemen', names[1]],
    ['perawat di pkm kasemen', names[1]],
    ['PNS di badan perencanaan pembangunan daerah', names[2]],
    ['PNS di bappeda', names[2]],
    ['PNS di satuan polisi pamong praja', names[3]],
    ['PNS di satpol pp', names[3]],
    ['PNS di kelurahan banjarsari', names[4]],
  ])
    expect(unitOf(`berapa ${asked}`), asked).toMatchObject({ name })
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
