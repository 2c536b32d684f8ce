import { beforeEach, describe, expect, it } from 'vitest'
import { NIP } from '../people/staff.ts'
import { citizens, everything } from './stage.ts'

let stage: Awaited<ReturnType<typeof citizens>>
beforeEach(async () => {
  stage = await citizens()
})

/** What somebody has heard since they last looked. */
const looked = new Map<string, number>()
function hears(who: string): readonly string[] {
  const all = stage.heard.get(`telegram:${who}`) ?? []
  const news = all.slice(looked.get(who) ?? 0).map(({ text }) => text)
  looked.set(who, all.length)
  return news
}
beforeEach(() => looked.clear())

async function lodges(
  identity = 'Anonim',
  words = 'Antre tiga jam, petugasnya tidak ramah',
  who = '77',
): Promise<string> {
  await stage.say(who, '/start lapor_s1')
  await stage.say(who, '[Buruk]')
  await stage.say(who, `[${identity}]`)
  const [receipt = ''] = await stage.say(who, words)
  return /\d{4}-\d{4}/.exec(receipt)?.[0] ?? ''
}

describe('a ticket', () => {
  it('reaches whoever answers for its unit, is answered, and comes back until it is solved', async () => {
    expect(await stage.say('dewi', `/petugas_laporan puskesmas ciracas: ${NIP.sri}`)).toEqual([
      'Laporan untuk **Puskesmas Ciracas di Dinas Kesehatan** dijawab oleh: Sri Wahyuni.',
    ])
    const number = await lodges()
    expect(hears('sri')).toEqual([])
    await stage.morning('2026-03-02')
    const [card] = hears('sri')
    expect(card).toContain(`**${number}** (pengaduan)`)
    expect(card).toContain('Dari: anonim')
    expect(card).toContain('Kamis, 5 Maret 2026')
    expect(hears('dewi')).toHaveLength(1) // only what was said about the desk
    await stage.say('sri', '[Ambil]')
    await stage.say('sri', '[Tanya balik]')
    hears('77')
    await stage.say('sri', 'Hari apa itu?')
    expect(hears('77')).toEqual([expect.stringContaining('Hari apa itu?')])
    await stage.say('77', '[Balas]')
    expect(await stage.say('77', 'Hari Senin pagi')).toEqual([
      expect.stringContaining('Sudah kami sampaikan'),
    ])
    expect(hears('sri').at(-1)).toContain('Hari Senin pagi')
    await stage.say('sri', '[Jawab]')
    hears('77')
    await stage.say('sri', 'Loket kami tambah mulai besok.')
    expect(hears('77')).toEqual([expect.stringContaining('Loket kami tambah mulai besok')])
    await stage.say('77', '[Belum selesai]')
    await stage.say('77', 'Masih sama saja')
    expect(hears('sri').at(-1)).toContain('dibuka lagi')
    await stage.say('sri', '[Jawab]')
    await stage.say('sri', 'Maaf, hari ini kami perbaiki.')
    await stage.say('77', '[Sudah selesai]')
    expect(await stage.say('77', '[⭐⭐⭐⭐⭐]')).toEqual([expect.stringContaining('Terima kasih')])
    expect(await stage.database.query('select state, reopened, satisfaction from ticket')).toEqual([
      { state: 'closed', reopened: 1, satisfaction: 5 },
    ])
    await stage.mailbox.efface(0)
    const traces = (await everything(stage.database)).filter(
      (row) => row.includes(':77') || row.includes('Penulis 77'),
    )
    expect(traces).toEqual([])
  })

  it('of a unit nobody answers for goes to the officers, who pass it on; of a crime to administrators alone', async () => {
    const number = await lodges('Dengan nama')
    await stage.morning('2026-03-02')
    expect(hears('dewi').at(-1)).toContain('Dari: Penulis 77')
    expect(hears('agus')).toHaveLength(1)
    await stage.say('dewi', '[Teruskan]')
    expect((await stage.say('dewi', 'dinas sosial'))[0]).toBe(
      `Laporan **${number}** diteruskan ke Dinas Sosial.`,
    )
    await lodges('Rahasia', 'Pegawai loket menerima suap, pungli 50 ribu supaya cepat', '88')
    await stage.database.query(`update ticket set kind = 'whistleblowing' where identity = 'confidential'`)
    await stage.morning('2026-03-03')
    expect(hears('dewi').filter((text) => text.includes('pungli'))).toEqual([])
    const [secret] = hears('agus').filter((text) => text.includes('pungli'))
    expect(secret).toContain('Dari: dirahasiakan')
    expect(secret).not.toContain('Penulis')
    const [ticket] = await stage.database.query<{ number: string }>(
      `select number from ticket where kind = 'whistleblowing'`,
    )
    expect((await stage.say('dewi', '/laporan_warga'))[0]).toContain('1 laporan')
    expect((await stage.say('agus', '/laporan_warga'))[0]).toContain('2 laporan')
    expect(ticket).toBeDefined()
  })

  it('is nobody’s who neither answers for it nor wrote it, and stays as it is where two do something at once', async () => {
    const number = (await lodges()).replace('-', '')
    await stage.morning('2026-03-02')
    expect(await stage.press('sri', `tiket:jawab:${number}`)).toEqual([
      'Laporan itu bukan untuk Anda tangani.',
    ])
    expect(await stage.press('99', `tiket:jawab:${number}`)).toEqual([expect.stringContaining('pegawai')])
    expect(await stage.press('99', `lapor:belum:${number}`)).toEqual([
      expect.stringContaining('tidak membuka'),
    ])
    await Promise.all(['dewi', 'agus'].map((who) => stage.press(who, `tiket:tutup:${number}`)))
    expect(
      await stage.database.query(`select count(*)::int as deeds from ticket_event where action = 'close'`),
    ).toEqual([{ deeds: 1 }])
    expect(await stage.press('dewi', `tiket:jawab:00000000`)).toEqual(['Laporan itu tidak ada.'])
  })
})

it('the tickets of a month are had as a file, also without a slash, by those who answer for them', async () => {
  await lodges()
  for (const words of ['/laporan_warga ekspor maret 2026 csv', 'laporan_warga ekspor maret csv']) {
    expect((await stage.say('dewi', words))[0]).toContain('1 laporan warga, Maret 2026')
    expect(stage.heard.get('telegram:dewi')?.at(-1)?.file).toMatchObject({ mime: 'text/csv' })
  }
  const [refused] = await stage.say('sri', '/laporan_warga ekspor maret')
  expect(refused).not.toContain('1 laporan')
  expect(stage.heard.get('telegram:sri')?.at(-1)?.file).toBeUndefined()
})

it('an employee who only says "lapor" is told what it is for', async () => {
  expect((await stage.say('sri', 'lapor'))[0]).toContain('/kinerja')
  await stage.say('sri', 'batal')
  expect((await stage.say('77', 'lapor'))[0]).toContain('Layanan atau kantor mana?')
})

describe('what was promised', () => {
  it('is brought to mind the day before, and missed loudly, once each, on working days only', async () => {
    await stage.say('dewi', `/petugas_laporan puskesmas ciracas: ${NIP.sri}`)
    const number = await lodges()
    await stage.morning('2026-03-02')
    hears('sri')
    await stage.morning('2026-03-03')
    expect(hears('sri')).toEqual([])
    await stage.morning('2026-03-04')
    await stage.morning('2026-03-04')
    expect(hears('sri')).toEqual([expect.stringContaining(`Tenggatnya dekat: laporan **${number}**`)])
    hears('agus')
    for (const day of ['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-09'] as const)
      await stage.morning(day)
    expect(hears('sri')).toEqual([])
    expect(hears('agus')).toEqual([expect.stringContaining('Tenggat terlewat')])
  })

  it('closes what nobody says anything about any more, and the way back is given up a month later', async () => {
    const number = (await lodges()).replace('-', '')
    await stage.morning('2026-03-02')
    await stage.press('dewi', `tiket:jawab:${number}`)
    await stage.say('dewi', 'Sudah kami tambah loketnya.')
    hears('77')
    await stage.morning('2026-03-30')
    expect(hears('77')).toEqual([expect.stringContaining('kami tutup karena lama tidak ada kabar')])
    expect(await stage.database.query('select state, address is null as gone from ticket')).toEqual([
      { state: 'closed', gone: false },
    ])
    await stage.morning('2026-04-29')
    expect(await stage.database.query('select address is null as gone from ticket')).toEqual([{ gone: true }])
    expect(await stage.database.query(`select id from conversation where id like 'sealed:%'`)).toEqual([])
  })
})
