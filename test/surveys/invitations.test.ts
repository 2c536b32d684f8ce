import { beforeEach, describe, expect, it } from 'vitest'
import { everything } from '../feedback/stage.ts'
import { surveyed } from './stage.ts'

let stage: Awaited<ReturnType<typeof surveyed>>
beforeEach(async () => {
  stage = await surveyed()
})

const last = async (who: string, words: string): Promise<string> => (await stage.say(who, words)).at(-1) ?? ''
const batches = () =>
  Object.fromEntries([...stage.batches].map(([name, letters]) => [name, [...letters.keys()]]))
/** Everybody who works here: hendra 1, budi 2, sri 3, dewi 4, agus 5, hartono 6, tono 8, tini 9. */
const STAFF = ['1', '2', '3', '4', '5', '6', '8', '9']

async function invites(who = 'semua pegawai', about = 'Excel dasar'): Promise<string> {
  await stage.say('dewi', `/survei_kirim setelah-pelatihan: ${who}`)
  const sure = await last('dewi', about)
  await stage.say('dewi', '[Kirim ke]')
  return sure
}
const FIRST = ['4', '5', '[Pas]'] as const

async function answers(who: string, given: readonly string[] = FIRST): Promise<string> {
  await stage.say(who, '/survei setelah-pelatihan')
  return stage.answers(who, given)
}

describe('an invitation', () => {
  it('is sent to an audience in words, after the officer has seen how many that are', async () => {
    expect(await last('dewi', '/survei_kirim')).toContain('• **setelah-pelatihan**: Survei setelah pelatihan')
    expect(await last('dewi', '/survei_kirim apa: semua')).toContain('Survei “apa” tidak ada')
    expect(await last('dewi', '/survei_kirim skm: semua')).toContain('diisi masyarakat')
    expect(await last('dewi', '/survei_kirim setelah-pelatihan: xyzzy')).toContain('xyzzy')
    expect(await last('dewi', '/survei_kirim setelah-pelatihan: dinas kesehatan')).toContain('Tentang apa?')
    const sure = await last('dewi', 'Excel dasar')
    expect(sure).toContain('Undang **')
    expect(sure).toContain('mengisi **Excel dasar \\(Survei setelah pelatihan\\)**')
    expect(sure).toContain('5 orang, 5 bisa dihubungi')
    expect(sure).toContain('3 bulan kemudian mereka ditanya lagi')
    expect(await last('dewi', '[Kirim ke 5 orang]')).toContain(
      'Undangan dikirim ke 5 orang; jawaban ditunggu sampai Minggu, 15 Maret 2026',
    )
    expect(await stage.press('dewi', 'survei_kirim:ya:1')).toEqual([
      expect.stringContaining('sedang dikirim'),
    ])
    expect(batches()).toEqual({ 'survey:1:0': ['1', '2', '3', '4', '5'] })
    expect(stage.heard.get('telegram:sri')?.at(-1)?.text).toContain(
      '**Survei setelah pelatihan: Excel dasar**\nAnda diundang',
    )
    expect(await stage.press('hartono', 'survei:undangan:1:0')).toEqual([
      expect.stringContaining('bukan untuk akun ini'),
    ])
  })

  it('is answered by its button once, reminds only who is silent, once, and asks again three months later', async () => {
    expect(await invites()).toContain('SEMUA pegawai')
    expect((await stage.say('sri', '[Isi survei]')).join()).toContain('per unit kerja')
    expect(await stage.answers('sri', FIRST)).toContain('sudah dihitung')
    expect(await last('sri', '/survei setelah-pelatihan')).toContain('untuk pegawai yang diundang')
    expect(await stage.press('sri', 'survei:undangan:1:0')).toEqual([
      expect.stringContaining('Anda sudah mengisi'),
    ])
    await stage.morning('2026-03-06')
    expect(Object.keys(batches())).toEqual(['survey:1:0'])
    await stage.morning('2026-03-09')
    await stage.morning('2026-03-10')
    expect(batches()).toEqual({
      'survey:1:0': STAFF,
      'survey:1:0:ingat': STAFF.filter((one) => one !== '3'),
    })
    await stage.morning('2026-03-16')
    expect(await stage.press('budi', 'survei:undangan:1:0')).toEqual([
      expect.stringContaining('sudah ditutup'),
    ])
    await stage.morning('2026-06-02')
    await stage.morning('2026-06-02')
    expect(batches()['survey:1:3']).toEqual(STAFF)
    const asked = await stage.say('sri', '[Isi survei]')
    expect(asked.at(-1)).toContain('**1/3** Sudah tiga bulan sejak pelatihan')
    expect(await stage.answers('sri', ['pernah', '5'])).toContain('sudah dihitung')
  })

  it('ends in a result by question with its range, and by unit only where nobody can be recognised', async () => {
    await invites()
    for (const who of ['hendra', 'budi', 'sri', 'dewi'])
      expect(await answers(who)).toContain('sudah dihitung')
    await stage.say('dewi', '/survei_hasil')
    const few = await last('dewi', '[Excel dasar]')
    expect(few).toContain('Menjawab: kurang dari 5 dari 8 yang diundang')
    expect(few).not.toContain('rata-rata')
    for (const who of ['agus', 'hartono']) await answers(who, [...FIRST, 'Ruangnya panas'])
    await stage.say('dewi', '/survei_hasil')
    const running = await last('dewi', '[Excel dasar]')
    expect(running).toContain('Menjawab: **6** dari 8')
    expect(running).toContain('Masih terbuka sampai Minggu, 15 Maret 2026')
    for (const verb of ['perunit', 'tulisan'])
      expect(await stage.press('dewi', `survei_hasil:${verb}:1:0`)).toEqual([running])
    await stage.say('dewi', '[Tutup sekarang]')
    const shown = await last('dewi', '[Ya, tutup]')
    expect(await stage.press('tini', 'survei:undangan:1:0')).toEqual([
      expect.stringContaining('sudah ditutup'),
    ])
    stage.move('2026-03-09T09:00:00+07:00')
    await stage.morning('2026-03-09')
    expect(Object.keys(batches())).toEqual(['survey:1:0'])
    expect(shown).toContain('Menjawab: **6** dari 8 yang diundang (75%)')
    expect(shown).toContain(
      '**Seberapa sesuai materinya dengan pekerjaan Anda?**\nrata-rata 4,00 dari 5 (rentang 3,65–4,35), 6 jawaban',
    )
    expect(shown).toMatch(/• Pas: 100,0% \(\d\d,\d%–100,0%\)/)
    const units = await last('dewi', '[Per unit]')
    expect(units).toContain('3 unit disembunyikan')
    expect(await stage.press('dewi', 'survei_hasil:perunit:1:0:1')).toEqual([
      expect.stringContaining('disembunyikan'),
    ])
    expect((await stage.press('dewi', 'survei_hasil:tulisan:1:0'))[0]).toContain('Ruangnya panas')
  })
})

it('nobody finds out who answered what, and whoever wants to is forgotten', async () => {
  await invites()
  await answers('sri', [...FIRST, 'Kepala ruangannya judes sekali'])
  const stored = await everything(stage.database)
  const rows = stored.filter((row) => row.includes('judes sekali'))
  expect(rows.filter((row) => !row.includes('sealed'))).toHaveLength(1)
  expect(await stage.database.query('select who from survey_respondent')).toHaveLength(2)
  const person = await stage.person('telegram:sri', 'Sri')
  const [kept] = (await stage.feature.ownData?.collect(person)) ?? []
  expect(kept?.rows).toEqual([{ survey: 'setelah-pelatihan', about: 'Excel dasar', on: '2026-03-02' }])
  expect(await stage.feature.ownData?.erase(person)).toEqual([])
  expect(await stage.feature.ownData?.collect(person)).toEqual([])
  const officer = await stage.person('telegram:dewi', 'Dewi')
  expect(await stage.feature.ownData?.erase(officer)).toEqual([expect.stringContaining('UU 43/2009')])
  expect(await stage.database.query('select invited from survey_round where months = 0')).toEqual([
    { invited: 8 },
  ])
})
