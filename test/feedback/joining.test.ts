import { beforeEach, describe, expect, it } from 'vitest'
import { ALIKE, gistOf, likenessOf } from '../../src/features/feedback/tickets/likeness.ts'
import { NIP } from '../people/staff.ts'
import { citizens } from './stage.ts'

let stage: Awaited<ReturnType<typeof citizens>>
beforeEach(async () => {
  stage = await citizens()
})

async function lodges(who: string, words: string): Promise<string> {
  await stage.say(who, '/start lapor_s1')
  await stage.say(who, '[Buruk]')
  await stage.say(who, '[Anonim]')
  const receipt = (await stage.say(who, words)).at(-1) ?? ''
  return (/\d{4}-\d{4}/.exec(receipt)?.[0] ?? '').replace('-', '')
}
const shown = (number: string): string => `${number.slice(0, 4)}-${number.slice(4)}`
const last = (who: string): string => stage.heard.get(`telegram:${who}`)?.at(-1)?.text ?? ''

describe('two reports', () => {
  it.each([
    [
      'lampu jalan di Cipocok mati sudah dua minggu',
      'Lampu penerangan jalan Cipocok padam, mati dari minggu lalu',
    ],
    ['AC ruang tunggu puskesmas rusak, panas sekali', 'ruang tunggunya panas bgt, ac nya rusak'],
    ['Antrean pendaftaran KTP lama sekali, tiga jam', 'mau daftar ktp antre nya 3 jam, pendaftaran lama'],
  ])('about the same are alike: %s', (one, other) => {
    expect(likenessOf(gistOf(one), gistOf(other))).toBeGreaterThanOrEqual(ALIKE)
  })

  it.each([
    ['lampu jalan di Cipocok mati sudah dua minggu', 'jalan di Cipocok berlubang besar'],
    ['Petugas tidak ramah', 'Petugas loket dua tidak ramah kepada lansia'],
    ['pelayanan buruk', 'pelayanan buruk sekali'],
    ['', 'Antre lama'],
  ])('about two things, or about hardly anything, are not: %s', (one, other) => {
    expect(likenessOf(gistOf(one), gistOf(other))).toBeLessThan(ALIKE)
  })
})

describe('tickets about the same', () => {
  const one = 'AC ruang tunggu rusak, panas sekali'
  const two = 'ruang tunggunya panas bgt karena ac nya rusak'

  it('are shown, joined at once, and all who wrote hear the answer and may say that it is not solved', async () => {
    const first = await lodges('77', one)
    const second = await lodges('88', two)
    const third = await lodges('99', 'AC di ruang tunggu sudah rusak lama, panas')
    await lodges('66', 'Obat batuk habis terus')
    await stage.press('dewi', `tiket:lain:${first}`)
    expect(await stage.say('dewi', '[2 laporan serupa]')).toEqual([
      expect.stringMatching(new RegExp(`${shown(second)}|${shown(third)}`)),
    ])
    const [told, card] = await stage.say('dewi', '[Gabungkan 2 sekaligus]')
    expect(told).toBe(`2 laporan digabung dengan **${shown(first)}**.`)
    expect(card).toContain(shown(first))
    expect(last('88')).toContain(`kami gabung dengan laporan **${shown(first)}**`)
    await stage.press('dewi', `tiket:tanya:${first}`)
    await stage.say('dewi', 'AC yang sebelah mana?')
    expect(last('77')).toContain('sebelah mana')
    expect(last('88')).not.toContain('sebelah mana')
    await stage.press('dewi', `tiket:jawab:${first}`)
    await stage.say('dewi', 'AC diganti hari Kamis.')
    for (const [who, number] of [
      ['77', first],
      ['88', second],
      ['99', third],
    ] as const) {
      expect(last(who)).toContain('AC diganti hari Kamis')
      expect(last(who)).toContain(shown(number))
    }
    expect(last('66')).not.toContain('AC')
    await stage.say('88', '[Sudah selesai]')
    expect((await stage.say('88', '[⭐⭐⭐⭐]'))[0]).toContain('Terima kasih')
    await stage.say('99', '[Belum selesai]')
    await stage.say('99', 'Yang di lantai dua juga rusak')
    expect(
      await stage.database.query(
        'select number, state, joined_to, satisfaction from ticket where number = any($1) order by satisfaction nulls last',
        [[second, third]],
      ),
    ).toEqual([
      { number: second, state: 'joined', joined_to: first, satisfaction: 4 },
      { number: third, state: 'verified', joined_to: null, satisfaction: null },
    ])
  })

  it('stand alone again where somebody says so, and what was joined to one goes along with it', async () => {
    const first = await lodges('77', one)
    const second = await lodges('88', two)
    const third = await lodges('99', 'AC di ruang tunggu sudah rusak lama, panas')
    await stage.press('dewi', `tiket:gabung:${second}:${third}`)
    await stage.press('dewi', `tiket:gabung:${first}:${second}`)
    expect(
      await stage.database.query('select count(*)::int as joined from ticket where joined_to = $1', [first]),
    ).toEqual([{ joined: 2 }])
    expect((await stage.press('dewi', `tiket:lihat:${third}`))[0]).toContain(
      `Digabung dengan laporan **${shown(first)}**`,
    )
    expect((await stage.press('dewi', `tiket:pisah:${third}`))[0]).toContain('berdiri sendiri lagi')
    expect(last('99')).toContain('kami tangani sendiri lagi')
    expect(await stage.press('dewi', `tiket:pisah:${third}`)).toContain('Laporan itu tidak sedang digabung.')
    expect(await stage.press('dewi', `tiket:gabung:${second}:${third}`)).toEqual([
      expect.stringContaining('sudah selesai atau digabung'),
    ])
    expect(await stage.press('dewi', `tiket:gabung:${first}:${first}`)).toContain(
      'Tidak ada yang digabung: semuanya sudah selesai.',
    )
  })

  it('are shown only as far as one may handle them: not those about oneself, nor of no office yet', async () => {
    await stage.say('dewi', `/petugas_laporan puskesmas ciracas: ${NIP.sri}`)
    const first = await lodges('77', one)
    const about = await lodges('88', two)
    await stage.press('88', `lapor:petugas:${about}`)
    await stage.say('88', 'bu Sri')
    const nowhere = await lodges('99', 'AC di ruang tunggu sudah rusak lama, panas')
    await stage.database.query('update ticket set unit = null where number = $1', [nowhere])
    expect((await stage.press('sri', `tiket:serupa:${first}`))[0]).toContain('Tidak ada laporan terbuka lain')
    await stage.press('sri', `tiket:gabung:${first}:semua`)
    expect(await stage.database.query(`select 1 from ticket where state = 'joined'`)).toEqual([])
    await stage.press('dewi', `tiket:gabung:${first}:semua`)
    expect(await stage.database.query(`select 1 from ticket where state = 'joined'`)).toHaveLength(2)
  })

  it('of an office one does not answer for cannot be joined', async () => {
    await stage.say('dewi', `/petugas_laporan dinas sosial: ${NIP.sri}`)
    const [first, second] = [await lodges('77', one), await lodges('88', two)]
    expect(await stage.press('sri', `tiket:gabung:${first}:${second}`)).toEqual([
      'Laporan itu bukan untuk Anda tangani.',
    ])
  })
})

describe('a ticket about two things', () => {
  it('becomes two, of which whoever wrote it is told with a number and a code that open it', async () => {
    const first = await lodges('77', 'AC rusak, dan di jalan depannya ada lubang besar')
    await stage.press('dewi', `tiket:bagi:${first}`)
    await stage.say('dewi', 'Di jalan depan puskesmas ada lubang besar')
    expect((await stage.say('dewi', 'dinas sosial'))[0]).toContain('untuk Dinas Sosial. Pelapor diberi tahu')
    const [, number = '', code = ''] = /Nomor: \*\*(\S+)\*\*\nKode: \*\*(\S+)\*\*/.exec(last('77')) ?? []
    expect((await stage.say('55', `/status ${number} ${code}`))[0]).toContain('lubang besar')
    expect((await stage.press('dewi', `tiket:riwayat:${first}`))[0]).toContain(
      `Dewi Lestari: membagi, bagian lainnya: “${number.replace('-', '\\-')}” (hanya petugas)`,
    )
    expect((await stage.press('dewi', `tiket:riwayat:${number.replace('-', '')}`))[0]).toContain(
      `Dibagi dari laporan **${shown(first)}**`,
    )
    expect((await stage.say('77', `/status ${shown(first)}`))[0]).not.toContain('membagi')
  })
})

describe('the days that are promised', () => {
  it('are seen by officers, set by administrators, and hold for what is told from then on', async () => {
    expect((await stage.say('dewi', '/tenggat_laporan'))[0]).toContain('diperiksa dalam 3 hari kerja')
    expect((await stage.say('dewi', '/tenggat_laporan 2 4 6'))[0]).toContain('hanya admin')
    expect((await stage.say('agus', '/tenggat_laporan 2 4'))[0]).toContain('tiga angka')
    expect((await stage.say('agus', '/tenggat_laporan 2 0 6'))[0]).toContain('tiga angka')
    expect((await stage.say('agus', '/tenggat_laporan 2 4 6'))[0]).toContain('diperiksa dalam 2 hari kerja')
    const number = await lodges('77', 'AC ruang tunggu rusak, panas sekali')
    expect(last('77')).toContain('paling lambat Rabu, 4 Maret 2026, lalu menjawab dalam 4 hari kerja')
    expect((await stage.press('dewi', `tiket:lihat:${number}`))[0]).toContain('Tenggat: Rabu, 4 Maret 2026')
  })
})
