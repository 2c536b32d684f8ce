import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf, maskPersons, sentimentOf, tempersOf, themesOf } from '../../src/features/feedback/reading.ts'

describe('what the public may see', () => {
  it.each([
    ['NIK saya 3604011203900001', 'NIK saya [NIK]'],
    ['nomor KK 3604.0112.3456.7890', 'nomor KK [NIK]'],
    ['Pak Budi Santoso, NIP 199001012015031002', 'Pak [nama], NIP [NIP]'],
    ['hubungi 0812-3456-7890 atau warga@contoh.id', 'hubungi [telepon] atau [surel]'],
    ['transfer ke BRI 1234 5678 9012 345', 'transfer ke BRI [rekening]'],
    ['mobil A 1234 BC parkir di trotoar', 'mobil [pelat nomor] parkir di trotoar'],
    ['nopol a 1234 bc', 'nopol [pelat nomor]'],
    ['Jl. Ahmad Yani No. 12 RT 02/RW 05 Cipare', 'Jl. Ahmad Yani [nomor rumah] [RT/RW] Cipare'],
    ['rt.01/02 lampu mati', '[RT/RW] lampu mati'],
    ['Komplek Permata Blok C3 No. 7 banjir', 'Komplek Permata [nomor rumah] banjir'],
    ['bu sari di loket 2 jutek', 'bu [nama] di loket 2 jutek'],
    ['petugas bernama dewi lestari', 'petugas bernama [nama]'],
    ['dr. Andi Wijaya menolak', 'dr. [nama] menolak'],
    ['PAK BUDI DI LOKET 3', 'PAK [nama] DI LOKET 3'],
    ['Saya Budi Santoso dari Cipare', 'Saya [nama] dari Cipare'],
    ['dilayani H. M. Yusuf di depan', 'dilayani H. [nama] di depan'],
  ])('%s', (text, shown) => {
    expect(maskPersons(text)).toBe(shown)
  })

  it.each([
    'Ibu hamil disuruh berdiri, ibu-ibu protes',
    'pak lurah tolong tegur petugas di loket 3',
    'Petugas Puskesmas Ciracas ramah',
    'Jalan H. Sohari rusak sejak 12 Maret 2025',
    'di 2024 ini belum jadi, padahal PP 94 Tahun 2021',
    'diminta Rp 1.500.000 tanpa kuitansi',
    'teh manis di kantin enak',
    'buka jam 08.00 - 15.00',
    'SDN 5 Serang dan SMP 7',
  ])('keeps: %s', (text) => {
    expect(maskPersons(text)).toBe(text)
  })
})

describe('whatever somebody writes', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'Pak Budi',
      'bu ',
      ' rt 02/03 ',
      'Jl. Mawar No. 3',
      ' A 1234 BC ',
      ' nik ',
      '⟦NIK 1⟧',
      ' rek BRI ',
      'Rp ',
      '[nama]',
      ' tidak ',
      ' tapi ',
      ' g*bl*k ',
      'nama saya ',
    ),
    fc.stringMatching(/^\d{1,20}$/),
    fc.stringMatching(/^(?:\d{1,4}[ .\-/]?){1,6}$/),
  )
  const open = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))

  it('nothing throws, and every figure is in its range', () => {
    fc.assert(
      fc.property(open, fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), (text, rating) => {
        const { score } = sentimentOf(text)
        expect(Math.abs(score)).toBeLessThanOrEqual(1)
        expect(themesOf(text).length).toBeGreaterThan(0)
        const { confidence } = kindOf(text, rating)
        expect(confidence >= 0 && confidence <= 1).toBe(true)
        expect(Array.isArray(tempersOf(text).words)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('masking again changes nothing, and no number of sixteen digits is left', () => {
    fc.assert(
      fc.property(open, (text) => {
        const shown = maskPersons(text)
        expect(maskPersons(shown)).toBe(shown)
        expect(shown).not.toMatch(/\d{16}/)
      }),
      { numRuns: 1000 },
    )
  })

  it('a NIK is gone wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        fc.stringMatching(/^[1-9]\d{15}$/),
        fc.string({ maxLength: 20 }),
        (before, nik, after) => {
          expect(maskPersons(before + nik + after)).not.toContain(nik)
        },
      ),
    )
  })

  it('long texts do not take long', () => {
    const hard = [
      'a'.repeat(4000),
      '1 '.repeat(2000),
      'Pak A '.repeat(700),
      'rt 1 '.repeat(800),
      'jalan a '.repeat(500),
      'Saya A '.repeat(600),
      'g*'.repeat(2000),
      'tidak '.repeat(700),
      '0.'.repeat(2000),
      'a.'.repeat(2000),
    ]
    for (const text of hard) {
      const start = performance.now()
      for (const read of [sentimentOf, themesOf, kindOf, tempersOf, maskPersons]) read(text)
      expect(performance.now() - start, text.slice(0, 10)).toBeLessThan(1500)
    }
  })
})
