import { beforeEach, describe, expect, it } from 'vitest'
import { createCountStore } from '../../src/features/surveys/counting/count-store.ts'
import { isSkm } from '../../src/features/surveys/definition.ts'
import { shippedSurveys } from '../../src/features/surveys/shipped.ts'
import type { Day } from '../../src/indonesian/dates.ts'
import { surveyed } from './stage.ts'

let stage: Awaited<ReturnType<typeof surveyed>>
beforeEach(async () => {
  stage = await surveyed()
})

/** So many citizens answer for a service; the pattern has their nine scores, in the order of the elements. */
async function answered(
  people: number,
  service: number,
  scores: string,
  words?: string,
  month: Day = '2026-03-01',
): Promise<void> {
  const counts = createCountStore(stage.database, stage.seal)
  const skm = shippedSurveys().find(isSkm)
  const questions = skm?.questions.filter(({ kind }) => kind === 'scale4').map(({ id }) => id) ?? []
  const bucket = {
    survey: 'skm',
    sending: null,
    months: 0,
    unit: '2',
    service: String(service),
    month,
  }
  for (let i = 0; i < people; i++) {
    await counts.opened(bucket)
    const who = `${service} ${scores} ${month} ${i}`
    const result = await counts.answer({
      bucket,
      names: [who],
      scope: 'x',
      delivery: who,
      forgetOn: '2026-07-01',
      answers: Object.fromEntries(questions.map((id, at) => [id, scores[at] ?? ''])),
      words: words === undefined ? {} : { saran: `${words} ${i}` },
    })
    expect(result).toBe('kept')
  }
}
const last = async (words: string): Promise<string> => (await stage.say('dewi', words)).at(-1) ?? ''

it('who looks before and after one citizen has answered sees the same figures', async () => {
  await answered(5, 1, '333333333')
  stage.move('2026-04-20T09:00:00+07:00')
  const before = await last('/survei_hasil puskesmas ciracas')
  expect(before).toContain('Indeks kepuasan: **75,00**')
  await answered(1, 1, '111111111', 'Saya kecewa', '2026-04-01')
  const after = await last('/survei_hasil puskesmas ciracas')
  expect(after).toContain('Responden: **6**')
  expect(after).toContain('Angka di bawah dari 5 responden')
  expect(after).toContain('Indeks kepuasan: **75,00**')
  expect(await last('[Saran tertulis]')).not.toContain('kecewa')
  stage.move('2026-05-01T09:00:00+07:00') // the month is over, but nobody else has answered in it
  expect(await last('/survei_hasil puskesmas ciracas')).toContain('Indeks kepuasan: **75,00**')
  await answered(4, 1, '333333333', undefined, '2026-05-01')
  stage.move('2026-06-01T09:00:00+07:00')
  const later = await last('/survei_hasil puskesmas ciracas')
  expect(later).toContain('Indeks kepuasan: **70,00**')
  expect(later).not.toContain('Angka di bawah')
  expect(await last('[Saran tertulis]')).toContain('kecewa')
  await answered(1, 1, '444444444', undefined, '2026-06-01')
  stage.move('2026-07-01T09:00:00+07:00') // with the period all of it
  await stage.press('dewi', 'survei_hasil:lihat:skm:2:2026-S1')
  expect(stage.heard.get('telegram:dewi')?.at(-1)?.text).toContain('Indeks kepuasan: **72,73**')
})

describe('an officer', () => {
  it('sees too few answers only as too few, then the index, how many are needed, and the report', async () => {
    expect(await last('/survei_populasi loket pendaftaran: 900')).toBe(
      '**Loket Pendaftaran, Puskesmas Ciracas**: 900 pengguna layanan, jadi diperlukan 269 responden. Berlaku mulai periode ini.',
    )
    expect(await last('/survei_populasi apotek: 300')).toContain('diperlukan 169')
    expect(await last('/survei_populasi puskesmas: 10')).toContain('Ada beberapa yang cocok')
    expect(await last('/survei_populasi apotek: banyak')).toContain('belum terbaca')
    await answered(3, 1, '322332333')
    await stage.say('dewi', '/survei_hasil')
    await stage.say('dewi', '[Survei Kepuasan Masyarakat]')
    const few = await last('[Puskesmas Ciracas]')
    expect(few).toContain('Responden: kurang dari 5, dari 291 yang diperlukan.')
    expect(few).not.toMatch(/Indeks kepuasan|U1/)
    await answered(2, 1, '322332323', 'Tempat duduknya kurang')
    expect(await last('/survei_hasil puskesmas ciracas')).toContain('Hasilnya tampil sesudah bulan ini lewat')
    stage.move('2026-04-01T09:00:00+07:00')
    const shown = await last('/survei_hasil puskesmas ciracas')
    expect(shown).toContain('**Survei Kepuasan Masyarakat**\nPuskesmas Ciracas, Semester I 2026')
    expect(shown).toContain('Responden: **5** dari 291 yang diperlukan (1.200 pengguna layanan).')
    expect(shown).toContain('Dibuka 5 kali, selesai 5 (100%).')
    expect(shown).toContain('• Loket Pendaftaran: 5 dari 291')
    expect(shown).toContain('Indeks kepuasan: **65,56** (mutu **C**, kurang baik)')
    expect(shown).toContain('menghasilkan 64,90, mutu D')
    expect(shown).toContain('U8. Penanganan pengaduan, saran, dan masukan: 2,600 → 65,00 (C)')
    expect(shown).toContain(
      'Tiga terendah: Sistem, mekanisme, dan prosedur; Waktu penyelesaian; Kompetensi pelaksana.',
    )
    const written = await last('[Saran tertulis]')
    expect(written).toContain('Tempat duduknya kurang 0')
    expect(written).toContain('Urutannya diacak')
    await stage.say('dewi', '/survei_hasil puskesmas ciracas')
    await stage.say('dewi', '[Excel]')
    await stage.say('dewi', '/survei_hasil puskesmas ciracas')
    expect(await last('[PDF]')).toContain('Laporan PDF siap')
    expect(stage.made.map(({ name }) => name)).toEqual([
      'SKM_2026-S1_puskesmas-ciracas.xlsx',
      'SKM_2026-S1_puskesmas-ciracas.pdf',
    ])
    expect(stage.made.every(({ bytes }) => bytes.length > 3_000)).toBe(true)
  })

  it('plans what is done about an element, changes it, and takes it out again', async () => {
    stage.move('2026-04-01T09:00:00+07:00')
    await answered(5, 1, '322332333')
    await stage.say('dewi', '/survei_hasil puskesmas ciracas')
    await stage.say('dewi', '[Tindak lanjut]')
    expect(await last('[Waktu penyelesaian]')).toContain('Kegiatan apa')
    await stage.say('dewi', 'Tambah *satu* loket')
    await stage.say('dewi', 'Juli 2026')
    expect(await last('Kepala Tata Usaha')).toContain('Sudah benar?')
    expect(await last('[Kirim]')).toContain('Rencana tindak lanjut tersimpan')
    expect(await last('[Kembali ke hasil]')).toContain(
      '• **Waktu penyelesaian**: Tambah \\*satu\\* loket (Juli 2026, Kepala Tata Usaha)',
    )
    await stage.say('dewi', '[Tindak lanjut]')
    expect(await last('[✓ Waktu penyelesaian]')).toContain('Sudah benar?')
    await stage.say('dewi', '[Ubah]')
    await stage.say('dewi', '[Waktu]')
    await stage.say('dewi', 'Agustus 2026')
    await stage.say('dewi', '[Kirim]')
    expect(await last('[Kembali ke hasil]')).toContain('(Agustus 2026, Kepala Tata Usaha)')
    await stage.press('dewi', 'survei_hasil:hapus:skm:2:2026-S1:3')
    expect(await last('/survei_hasil puskesmas ciracas')).toContain('Rencana tindak lanjut belum diisi')
  })

  it('gets a kind word for buttons that lead nowhere; others get nothing', async () => {
    for (const value of ['lihat:skm:99:2026-S1', 'lihat:skm:2:2026-S3', 'isi:skm:2:2026-S1:10', 'kirim:7:0'])
      expect(await stage.press('dewi', `survei_hasil:${value}`)).toEqual([
        expect.stringContaining('sudah tidak ada'),
      ])
    expect((await stage.press('dewi', 'survei_hasil:pdf:skm:2:2026-S1'))[0]).toContain('kurang dari 5')
    for (const words of ['/survei_hasil', '/survei_populasi apotek: 5', '/survei_kirim'])
      expect(await stage.say('sri', words)).toEqual([expect.stringContaining('hanya untuk petugas')])
    expect(await stage.press('77', 'survei_hasil:lihat:skm:2:2026-S1')).toEqual([
      expect.stringContaining('hanya untuk petugas'),
    ])
  })
})
