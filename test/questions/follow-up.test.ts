import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completed } from '../../src/features/questions/asking/follow-up.ts'
import { type Remembered, remember, remembered } from '../../src/features/questions/memory.ts'

const asking = (question: string, listed: readonly string[] = []): readonly Remembered[] => [
  { question, answer: 'Pasal 9 PP 94/2021', listed, at: '2026-03-02T02:00:00.000Z' },
]

describe('a few words after a question', () => {
  const CUTI = 'cuti tahunan PNS berapa hari?'
  const BOLOS = 'bolos 5 hari kena sanksi apa?'
  test.each([
    [CUTI, 'kalau PPPK?', 'cuti tahunan pppk berapa hari'],
    [CUTI, 'untuk cpns gimana', 'cuti tahunan cpns berapa hari'],
    [CUTI, 'kalau cuti besar?', 'cuti besar PNS berapa hari'],
    [CUTI, 'cuti melahirkan?', 'cuti melahirkan PNS berapa hari'],
    [CUTI, 'itu dasarnya apa?', 'cuti tahunan PNS berapa hari'],
    [CUTI, 'pasal berapa?', 'cuti tahunan PNS berapa hari'],
    [CUTI, 'berapa lama?', 'cuti tahunan PNS berapa lama'],
    [CUTI, 'syaratnya?', 'cuti tahunan PNS syaratnya'],
    [CUTI, 'terus siapa yang memberi izin?', 'cuti tahunan PNS siapa yang memberi izin'],
    [CUTI, 'boleh dicicil ga?', 'cuti tahunan PNS boleh dicicil ga'],
    [BOLOS, 'terus kalau 20 hari?', 'bolos 20 hari kena sanksi apa'],
    [BOLOS, 'kalau 20?', 'bolos 20 hari kena sanksi apa'],
    [BOLOS, 'kalau 3 minggu?', 'bolos 3 minggu kena sanksi apa'],
    [BOLOS, 'kalau pppk?', 'bolos 5 hari kena sanksi apa pppk'],
    [BOLOS, 'siapa yang menghukum?', 'bolos 5 hari sanksi siapa yang menghukum'],
    ['syarat cuti besar apa', 'berapa lama?', 'syarat cuti besar berapa lama'],
  ])('"%s", then "%s"', (before, asked, question) => {
    expect(completed(asked, asking(before))).toBe(question)
  })

  test.each([
    'bolos 5 hari kena apa',
    'batas usia pensiun guru',
    'kalau cuti melahirkan berapa lama?',
    'uang makan pns berapa',
    'sisa cuti hangus ga',
    'gaji saya dipotong ga',
    'pensiun?',
    'siapa yang berwenang menghukum PNS',
    'terus kalau mau pindah ke instansi lain gimana caranya?',
    'apa itu diskresi',
  ])('"%s" is a question of its own, whatever was asked before', (asked) => {
    expect(completed(asked, asking(CUTI))).toBe(asked)
  })

  test('"yang kedua?" is the second of what was listed', () => {
    const history = asking(BOLOS, ['satu', 'dua', 'tiga'])
    expect(completed('yang kedua?', history)).toBe('dua')
    expect(completed('kalau yang nomor 3 gimana', history)).toBe('tiga')
    expect(completed('yang kedua?', asking(BOLOS))).toBe(BOLOS)
  })

  test('is taken as it is where nothing was asked before', () => {
    expect(completed('kalau PPPK?', [])).toBe('kalau PPPK?')
  })

  test('never becomes nothing, whatever is written', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('kalau', 'yang kedua', '20 hari', 'PPPK', 'terus', 'siapa', '(', '.*', '\\'),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 5 }), fc.string({ minLength: 1 }), (words, before) => {
        const asked = words.join(' ')
        const question = completed(asked, asking(before))
        expect(question.trim() === '').toBe(asked.trim() === '')
      }),
    )
  })
})

describe('what is remembered', () => {
  const now = new Date('2026-03-02T09:00:00+07:00')

  test('are the last three questions, for half an hour', () => {
    let memory = remember([], { question: 'q0', answer: '' }, now)
    for (const question of ['q1', 'q2', 'q3'])
      memory = remember(remembered(memory, now), { question, answer: 'a' }, now)
    expect(remembered(memory, now).map(({ question }) => question)).toEqual(['q1', 'q2', 'q3'])
    expect(remembered(memory, new Date(now.getTime() + 31 * 60_000))).toEqual([])
  })

  test.each([null, 'x', [1, 'y', null, {}], { at: 'x' }, [{ at: 'kemarin', question: 'q' }]])(
    'is nothing where it is spoilt: %j',
    (memory) => {
      expect(remembered(memory, now)).toEqual([])
    },
  )

  test('lives through an earlier version, which listed nothing', () => {
    const memory = [{ question: 'bolos 5 hari kena apa', answer: '', at: now.toISOString() }]
    expect(completed('yang kedua?', remembered(memory, now))).toBe('bolos 5 hari kena apa')
  })
})
