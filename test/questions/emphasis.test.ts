import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emphasised, figuresIn } from '../../src/features/questions/wording/emphasis.ts'

describe('what answers stands in bold', () => {
  test.each([
    ['cuti tahunan selama 12 hari kerja.', 'cuti tahunan selama **12 hari kerja**.'],
    [
      'selama 17 (tujuh belas) sampai dengan 20 (dua puluh) hari kerja dalam 1 (satu) tahun',
      'selama **17 (tujuh belas) sampai dengan 20 (dua puluh) hari kerja** dalam 1 (satu) tahun',
    ],
    [
      'adalah 58, 60, atau 65 tahun, tergantung jabatan',
      'adalah **58, 60, atau 65 tahun**, tergantung jabatan',
    ],
    ['selama 1O (sepuluh) hari kerja', 'selama **1O (sepuluh) hari kerja**'],
    ['sebesar 25% (dua puluh lima persen) selama', 'sebesar **25% (dua puluh lima persen)** selama'],
    ['paling lama 1 1/2 (satu setengah) bulan', 'paling lama **1 1/2 (satu setengah) bulan**'],
    [
      'denda Rp10.000.000,00 (sepuluh juta rupiah) atau',
      'denda **Rp10.000.000,00 (sepuluh juta rupiah)** atau',
    ],
    [
      'paling lambat 3 x 24 (tiga kali dua puluh empat) jam',
      'paling lambat **3 x 24 (tiga kali dua puluh empat) jam**',
    ],
    ['37 jam 30 menit dalam 1 minggu', '**37 jam 30 menit** dalam 1 minggu'],
    ['menyerahkan sepertiga dari gajinya', 'menyerahkan **sepertiga** dari gajinya'],
    ['28 hari kerja atau lebih', '**28 hari kerja atau lebih**'],
  ])('"%s"', (text, bold) => {
    expect(emphasised(text, [])).toBe(bold)
  })

  test('numbers of laws, pasal, ayat and years stay as they are', () => {
    const text = 'Pasal 42 hari ini, ayat (2), PP 17/2020, Nomor 5 Tahun 2014 tahun 2021'
    expect(emphasised(text, ['amount'])).toBe(text)
  })

  test('a sanction and an office only where they are asked for', () => {
    const text = 'PNS itu dijatuhi teguran tertulis oleh Pejabat Pembina Kepegawaian.'
    expect(emphasised(text, [])).toBe(text)
    expect(emphasised(text, ['sanction'])).toContain('dijatuhi **teguran tertulis** oleh')
    expect(emphasised(text, ['who'])).toContain('oleh **Pejabat Pembina Kepegawaian**.')
  })

  test('a punishment that is not named is none', () => {
    expect(emphasised('dikenai sanksi sesuai aturan', ['sanction'])).toBe('dikenai sanksi sesuai aturan')
  })

  test('no other character changes, whatever the text', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '12 hari',
        ' kerja',
        '25%',
        'dijatuhi ',
        'PPK',
        ' dalam 1 tahun',
        'Rp5.000',
        '(dua)',
        ', ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('').replaceAll('*', '')
        expect(emphasised(text, ['sanction', 'who']).replaceAll('**', '')).toBe(text)
      }),
    )
  })
})

test('a figure knows what it counts', () => {
  const units = figuresIn('60% dari gaji, Rp5.000, 3 kali gaji, 2 (dua) pekan dan setengah gajinya').map(
    ({ unit }) => unit,
  )
  expect(units).toEqual(['persen', 'rupiah', 'kali', 'minggu', 'bagian'])
})
