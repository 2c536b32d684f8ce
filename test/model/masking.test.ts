import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mask, masked, restoring } from '../../src/model/masking.ts'

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''))
const two = (min: number, max: number) =>
  fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'))

/** An NIP in its four parts: birthday, first appointment, sex, serial. */
const nip = fc
  .tuple(fc.integer({ min: 1960, max: 2005 }), two(1, 12), two(1, 28), digits(6), digits(1), digits(3))
  .map(([year, month, day, first, sex, serial]) => [`${year}${month}${day}`, first, sex, serial])

/** What names a person, in the ways people write it. */
const personal = fc.oneof(
  fc.tuple(nip, fc.constantFrom('', ' ', '.', '-', ' - ')).map(([parts, gap]) => parts.join(gap)),
  digits(16).filter((number) => !number.startsWith('0')),
  digits(15),
  fc
    .tuple(digits(2), digits(3), digits(3), digits(1), digits(3), digits(3))
    .map(([a, b, c, d, e, f]) => `${a}.${b}.${c}.${d}-${e}.${f}`),
  fc
    .tuple(
      fc.constantFrom('08', '+628', '628', '+62 8', '0 8'),
      digits(2),
      digits(4),
      digits(4),
      fc.constantFrom('', ' ', '-'),
    )
    .map(([start, a, b, c, gap]) => [`${start}${a}`, b, c].join(gap)),
  fc
    .tuple(fc.constantFrom('rekening BRI ', 'no rek: ', 'Mandiri '), digits(10))
    .map(([bank, number]) => bank + number),
)

const around = fc.constantFrom('', 'saya ', 'NIP saya ', 'bolos 5 hari, ', '(', 'apakah ', '"', 'no.')

describe('a masked text', () => {
  it.each([
    ['NIP saya 198703052010012001 ya', 'NIP saya ⟦NIP 1⟧ ya'],
    ['NIP 19870305 201001 2 001', 'NIP ⟦NIP 1⟧'],
    ['nip 1987.0305.2010.0120.01', 'nip ⟦NIP 1⟧'],
    ['NIK 3604012345670001, 3604 0123 4567 0001', 'NIK ⟦NIK 1⟧, ⟦NIK 2⟧'],
    ['NPWP 09.254.294.3-407.000', 'NPWP ⟦NPWP 1⟧'],
    ['npwp: 0925 4294 3407 0000', 'npwp: ⟦NPWP 1⟧'],
    ['hubungi 0812-3456-7890 atau +62 812 3456 7891', 'hubungi ⟦telepon 1⟧ atau ⟦telepon 2⟧'],
    ['telp (0254) 200-123', 'telp ⟦telepon 1⟧'],
    ['ke budi.s@serangkota.go.id', 'ke ⟦surel 1⟧'],
    ['rekening BRI 1234 5678 9012 atas nama saya', 'rekening BRI ⟦rekening 1⟧ atas nama saya'],
    ['kartu 123456789', 'kartu ⟦nomor 1⟧'],
    ['Nama saya Budi Santoso dari Dinas Kesehatan', 'Nama saya ⟦nama 1⟧ dari Dinas Kesehatan'],
    ['saya Siti Aminah, NIP 198703052010012001', 'saya ⟦nama 1⟧, NIP ⟦NIP 1⟧'],
    ['198703052010012001 dan lagi 198703052010012001', '⟦NIP 1⟧ dan lagi ⟦NIP 1⟧'],
    ['198703052010012001 08123456789', '⟦NIP 1⟧ ⟦telepon 1⟧'],
  ])('%s → %s', (text, hidden) => {
    expect(masked(text)).toBe(hidden)
    const { texts, restore } = mask(text)
    expect(restore(texts[0] ?? '')).toBe(text)
  })

  it.each([
    'Pasal 9 ayat (2) huruf d angka 4) PP 94/2021',
    'UU Nomor 20 Tahun 2023, PP 11/2017, Permenpan 6 2022',
    'cuti 12 hari kerja, umur 58 tahun, masa kerja 20 tahun 5 bulan',
    'denda Rp500.000.000,00 (lima ratus juta rupiah)',
    'denda Rp 1.000.000.000.000 atau Rp500000000',
    'santunan 250000000 rupiah',
    'uang di rekening BRI Rp250.000.000',
    'rekening kas daerah 500.000.000',
    'tahun 2019 2020 2021 2022 dan 2023',
    'dana di BRI tahun 2020 2021',
    'jam kerja 08.00-16.30 2025 atau 08.00 - 16.00 08.30',
    'tanggal 08-12-2024 10.30, 17/08/2025, 1 Januari 2026',
    'surat nomor 800/1234/BKPSDM/2024',
    'golongan III/d gaji 36% dari 3.000.000',
    'nama saya belum masuk daftar, nama saya salah di SK',
    'NAMA SAYA BELUM ADA',
  ])('keeps what is no secret: %s', (text) => {
    expect(masked(text)).toBe(text)
  })

  it('can be put back exactly, whatever was typed, also what looks like a placeholder', () => {
    const text = fc.array(
      fc.oneof(fc.string(), personal, around, fc.constantFrom('⟦NIP 1⟧', '⟦', '⟧', '⟦nomor 2⟧', ' ')),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(text, text, (one, other) => {
        const given = [one.join(''), other.join(' ')]
        const { texts, restore } = mask(...given)
        expect(texts.map((each) => restore(each))).toEqual(given)
      }),
      { numRuns: 500 },
    )
  })

  it('lets no number of a person out, wherever it stands', () => {
    fc.assert(
      fc.property(
        around,
        personal,
        fc.constantFrom('', ' kena sanksi apa?', ', tolong', ')'),
        (before, number, after) => {
          const hidden = masked(`${before}${number}${after}`)
          for (const group of number.match(/\d{4,}/g) ?? []) expect(hidden).not.toContain(group)
          expect(hidden).toContain('⟦')
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('is the same for the same value in several texts, and another value gets another number', () => {
    expect(mask('NIP 198703052010012001', 'NIP 199001012015031002 dan 198703052010012001').texts).toEqual([
      'NIP ⟦NIP 1⟧',
      'NIP ⟦NIP 2⟧ dan ⟦NIP 1⟧',
    ])
  })

  it('is masked no further when masked again', () => {
    const once = masked('NIP 198703052010012001, hp 081234567890, rek BNI 12345678')
    expect(masked(once)).toBe(once)
  })

  it('comes back in a stream, however the placeholders are cut', async () => {
    const whole = mask('NIP 198703052010012001 dan hp 081234567890')
    const answer = `Anda ⟦NIP 1⟧ ⟦ bukan ⟦NIP 7⟧, hubungi ${'⟦telepon 1⟧'}. ⟦`
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(answer.length), { maxLength: 6 }), async (cuts) => {
        const ends = [...new Set([...cuts, answer.length])].sort((a, b) => a - b)
        async function* pieces() {
          let from = 0
          for (const to of ends) {
            yield answer.slice(from, to)
            from = to
          }
        }
        let text = ''
        for await (const piece of restoring(pieces(), whole)) text += piece
        expect(text).toBe('Anda 198703052010012001 ⟦ bukan ⟦NIP 7⟧, hubungi 081234567890. ⟦')
      }),
    )
  })
})
