import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsOf } from '../../src/features/questions/asking/parts.ts'

const asked = (message: string): readonly string[] | undefined =>
  partsOf(message)?.parts.map(({ question }) => question)

describe('a question of several parts', () => {
  test.each([
    ['cuti tahunan sama cuti besar beda apa', ['cuti tahunan', 'cuti besar']],
    ['apa beda cuti sakit dan cuti karena alasan penting?', ['cuti sakit', 'cuti karena alasan penting']],
    ['PNS vs PPPK cutinya', ['PNS cutinya', 'PPPK cutinya']],
    ['cuti melahirkan pns vs pppk', ['cuti melahirkan pns', 'cuti melahirkan pppk']],
    ['hukuman ringan sama berat bedanya apa', ['hukuman ringan', 'hukuman berat']],
    ['bedanya jkk sama jkm buat asn', ['jkk buat asn', 'jkm buat asn']],
    ['beda tugas kabid, kasubbag, sama staf', ['tugas kabid', 'tugas kasubbag', 'tugas staf']],
    ['syarat dan berapa lama cuti melahirkan', ['syarat cuti melahirkan', 'berapa lama cuti melahirkan']],
    ['cuti besar syaratnya apa dan berapa lama', ['syaratnya apa cuti besar', 'berapa lama cuti besar']],
    ['umur pensiun sama masa kerja brp', ['umur pensiun brp', 'masa kerja brp pensiun']],
    ['gaji dan tunjangan pppk berapa', ['gaji berapa pppk', 'tunjangan pppk berapa']],
    [
      'berapa lama cuti melahirkan? kalau pppk gimana?',
      ['berapa lama cuti melahirkan', 'berapa lama cuti melahirkan pppk'],
    ],
    ['cuti sakit dan cuti besar berapa lama', ['cuti sakit berapa lama', 'cuti besar berapa lama']],
    [
      'berapa lama cuti besar dan siapa yang memberi izin',
      ['berapa lama cuti besar', 'siapa yang memberi izin cuti besar'],
    ],
    ['ktp hilang lapor kemana dan brp hari', ['ktp hilang lapor kemana', 'brp hari ktp hilang lapor']],
    [
      'cuti tahunan berapa hari? cuti besar berapa lama?',
      ['cuti tahunan berapa hari', 'cuti besar berapa lama'],
    ],
  ])('"%s"', (message, questions) => {
    expect(asked(message)).toEqual(questions)
  })

  test('has a heading for each', () => {
    expect(
      partsOf('berapa lama cuti besar dan siapa yang memberi izin')?.parts.map(({ heading }) => heading),
    ).toEqual(['Berapa lama cuti besar', 'Siapa yang memberi izin'])
    expect(partsOf('cuti PNS vs PPPK')?.parts.map(({ heading }) => heading)).toEqual([
      'Cuti PNS',
      'Cuti PPPK',
    ])
  })

  test.each([
    'bolos 5 hari kena sanksi apa',
    'suami dan istri sama-sama pns boleh cuti bareng?',
    'hak dan kewajiban pppk',
    'saya pns guru, boleh cuti besar ga?',
    'halo min, mau tanya? cuti tahunan berapa hari?',
    'usia pensiun dosen beda ya dgn pns lain',
    'nik di kk beda sama di ktp, yang bener mana',
    'pns harus setia sama siapa',
    'umur sama masa kerja brp',
    'istri dan anak dapat pensiun berapa',
    'beda',
    '',
  ])('"%s" is one question', (message) => {
    expect(partsOf(message)).toBeUndefined()
  })

  test('never more than three, never an empty one, whatever is written', () => {
    const word = fc.constantFrom(
      'cuti',
      'pns',
      'beda',
      'dan',
      'sama',
      'vs',
      'berapa',
      'syarat',
      '?',
      ',',
      'apa',
      'lama',
      'gaji',
      'umur',
      'brp',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        const parts = partsOf(words.join(' '))?.parts ?? []
        expect([0, 2, 3]).toContain(parts.length)
        for (const { heading, question } of parts) {
          expect(question.trim()).not.toBe('')
          expect(heading.trim()).not.toBe('')
        }
      }),
    )
  })
})
