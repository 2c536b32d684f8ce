import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { NIP } from '../people/staff.ts'
import { citizens, everything } from './stage.ts'

let stage: Awaited<ReturnType<typeof citizens>>
beforeEach(async () => {
  stage = await citizens()
})

const WORDS = 'Atap ruang tunggu bocor, lantainya basah sejak pekan lalu'

/** A ticket by two taps and a text; resolves to its number. */
async function lodges(who = '77', words = WORDS, identity = 'Anonim'): Promise<string> {
  await stage.say(who, '/start lapor_s1')
  await stage.say(who, '[Buruk]')
  await stage.say(who, `[${identity}]`)
  const receipt = (await stage.say(who, words)).at(-1) ?? ''
  return (/\d{4}-\d{4}/.exec(receipt)?.[0] ?? '').replace('-', '')
}

/** A photo as a telephone makes it, put where the platform gives it out. */
async function photo(ref: string): Promise<void> {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#a04030' } })
    .withExif({
      IFD0: { Make: 'Kamera Rahasia' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 7/1 12/1' },
    })
    .jpeg()
    .toBuffer()
  stage.sendable.set(ref, bytes)
}
const sent = (ref: string, more: { readonly caption?: string; readonly name?: string } = {}) =>
  ({ kind: 'file', name: 'IMG_0001.jpg', mime: 'image/jpeg', ref, ...more }) as const

const photos = () =>
  stage.database.query<{ ticket: string; bytes: Uint8Array }>('select ticket, bytes from ticket_photo')

describe('a photo', () => {
  it('comes in the middle of writing, loses what the camera wrote, and leads nowhere', async () => {
    await photo('a')
    await stage.say('77', '/start lapor_s1')
    await stage.say('77', '[Buruk]')
    await stage.say('77', '[Anonim]')
    expect((await stage.tell('77', sent('a', { caption: WORDS }))).at(-1)).toMatch(/Nomor/)
    const [kept] = await photos()
    expect(Buffer.from(kept?.bytes ?? []).toString('latin1')).not.toMatch(/Rahasia|Exif|GPS/)
    expect(await stage.database.query('select words from ticket')).toEqual([{ words: WORDS }])
    await stage.mailbox.efface(0)
    expect((await everything(stage.database)).filter((row) => /:77|Penulis 77|IMG_0001/.test(row))).toEqual(
      [],
    )
    expect(await stage.database.query('select * from file_use')).toEqual([])
  })

  it('can be added afterwards by whoever wrote, up to five, and by nobody else', async () => {
    const number = await lodges()
    await photo('b')
    await stage.say('77', '[Tambah foto]')
    expect((await stage.tell('77', sent('b')))[0]).toContain('tersimpan, tanpa keterangan kamera')
    for (let i = 0; i < 5; i++) {
      await stage.press('77', `lapor:foto:${number}`)
      const [said] = await stage.tell('77', sent('b'))
      expect(said).toContain(i < 4 ? 'tersimpan' : 'cukup 5 foto')
    }
    expect(await photos()).toHaveLength(5)
    expect((await stage.press('99', `lapor:foto:${number}`))[0]).toContain('tidak bisa ditambah')
  })

  it('that cannot be read is refused kindly and loses nobody’s words', async () => {
    stage.sendable.set('c', Buffer.from('%PDF-1.7\nini bukan foto'))
    await stage.say('77', '/start lapor_s1')
    await stage.say('77', '[Buruk]')
    await stage.say('77', '[Anonim]')
    const said = await stage.tell('77', sent('c', { caption: WORDS }))
    expect(said.slice(-2)).toEqual([
      expect.stringContaining('hanya foto yang bisa saya terima'),
      expect.stringContaining('Nomor'),
    ])
    expect(await photos()).toEqual([])
    expect(await stage.database.query('select words from ticket')).toEqual([{ words: WORDS }])
  })

  it('is shown to those who answer, who get it as a file of their own', async () => {
    const number = await lodges()
    await photo('d')
    await stage.press('77', `lapor:foto:${number}`)
    await stage.tell('77', sent('d'))
    expect((await stage.press('dewi', `tiket:lihat:${number}`))[0]).toContain('📷 1 foto')
    await stage.press('dewi', `tiket:foto:${number}`)
    const file = stage.heard.get('telegram:dewi')?.at(-1)?.file
    expect(file).toMatchObject({ mime: 'image/jpeg', name: `laporan-${number}-1.jpg` })
    const paths = readdirSync(stage.directory, { recursive: true, withFileTypes: true })
    const kept = paths.find((one) => one.isFile() && one.name.includes(file?.hash.slice(4, 20) ?? '-'))
    expect(readFileSync(join(kept?.parentPath ?? '', kept?.name ?? '')).subarray(0, 2)).toEqual(
      Buffer.from([0xff, 0xd8]),
    )
  })
})

describe('what is added', () => {
  it('is the place, in words or as a point that is not more exact than it need be', async () => {
    const number = await lodges()
    await stage.say('77', '[Tambah tempat]')
    expect((await stage.say('77', 'Depan Pasar Rau, dekat jembatan'))[0]).toContain('sudah dicatat')
    expect((await stage.press('dewi', `tiket:lihat:${number}`))[0]).toContain('📍 Depan Pasar Rau')
    await stage.press('77', `lapor:tempat:${number}`)
    await stage.tell('77', { kind: 'location', latitude: -6.11234567, longitude: 106.15345678 })
    expect(await stage.database.query('select place, latitude, longitude from ticket')).toEqual([
      { place: null, latitude: -6.1123, longitude: 106.1535 },
    ])
    expect((await stage.press('dewi', `tiket:lihat:${number}`))[0]).toContain(
      'openstreetmap.org/?mlat=-6.1123',
    )
  })

  it('is the officer, by name within the office', async () => {
    const number = await lodges()
    await stage.press('77', `lapor:petugas:${number}`)
    expect((await stage.say('77', 'siapa ya lupa'))[0]).toContain('tidak saya temukan')
    await stage.press('77', `lapor:petugas:${number}`)
    expect((await stage.say('77', 'bu Sri'))[0]).toContain('sudah dicatat')
    expect(
      await stage.database.query(
        'select e.name, weight from ticket join employee e on e.id = ticket.officer',
      ),
    ).toEqual([{ name: 'Sri Wahyuni', weight: 1 }])
    expect((await stage.press('dewi', `tiket:lihat:${number}`))[0]).toContain('Tentang Sri Wahyuni')
  })

  it('about somebody is not theirs to handle, nor to hear of', async () => {
    await stage.say('dewi', `/petugas_laporan puskesmas ciracas: ${NIP.sri}, ${NIP.budi}`)
    const number = await lodges()
    await stage.press('77', `lapor:petugas:${number}`)
    await stage.say('77', 'bu Sri')
    stage.heard.clear()
    await stage.morning('2026-03-02', 'feedback.announce')
    expect([...stage.heard.keys()]).toEqual(['telegram:budi'])
    expect(await stage.press('sri', `tiket:lihat:${number}`)).toEqual([
      'Laporan itu bukan untuk Anda tangani.',
    ])
    expect((await stage.say('sri', '/laporan_warga'))[0]).toContain('Tidak ada laporan warga')
    expect((await stage.say('budi', '/laporan_warga'))[0]).toContain('1 laporan warga')
  })

  it('is the kind, and a crime of officials is from then on for administrators alone', async () => {
    const number = await lodges()
    expect((await stage.press('dewi', `tiket:lihat:${number}`))[0]).toContain('pengaduan')
    await stage.press('77', `lapor:jenis:${number}`)
    expect((await stage.say('77', '[Pelanggaran petugas]'))[0]).toContain('hanya admin pengawas')
    expect(await stage.press('dewi', `tiket:lihat:${number}`)).toEqual([
      'Laporan itu bukan untuk Anda tangani.',
    ])
    expect((await stage.press('agus', `tiket:lihat:${number}`))[0]).toContain('laporan pelanggaran')
    expect(
      await stage.database.query(`select action from audit where action like 'ticket.%' order by id`),
    ).toEqual([{ action: 'ticket.read' }, { action: 'ticket.refused' }, { action: 'ticket.read' }])
  })
})

describe('a crime of officials', () => {
  it('is asked about where the words may tell of one, before anybody reads them', async () => {
    await stage.say('77', '/start lapor_s1')
    await stage.say('77', '[Buruk]')
    await stage.say('77', '[Anonim]')
    const [asked] = await stage.say('77', 'Ada oknum calo di parkiran, dibiarkan saja')
    expect(asked).toContain('hanya admin pengawas yang membacanya')
    expect((await stage.say('77', '[Ya, pelanggaran]')).at(-1)).toContain(
      'laporan pelanggaran Anda sudah kami terima',
    )
    expect(await stage.database.query('select kind from ticket')).toEqual([{ kind: 'whistleblowing' }])
  })

  it('is none where whoever wrote says so', async () => {
    await stage.say('77', '/start lapor_s1')
    await stage.say('77', '[Buruk]')
    await stage.say('77', '[Anonim]')
    await stage.say('77', 'Ada oknum calo di parkiran, dibiarkan saja')
    expect((await stage.say('77', '[Bukan]')).at(-1)).toContain('pengaduan Anda sudah kami terima')
  })
})

it('the very same sent twice on a day is one ticket', async () => {
  await lodges()
  await stage.say('77', '/start lapor_s1')
  await stage.say('77', '[Buruk]')
  await stage.say('77', '[Anonim]')
  expect((await stage.say('77', WORDS.toUpperCase()))[0]).toContain('sama persis sudah Anda kirim hari ini')
  expect(await stage.database.query('select count(*)::int as kept from ticket')).toEqual([{ kept: 1 }])
  await lodges('88')
  expect(await stage.database.query('select count(*)::int as kept from ticket')).toEqual([{ kept: 2 }])
})

describe('what seems to say nothing', () => {
  const begins = async (words: string): Promise<readonly string[]> => {
    await stage.say('77', '/start lapor_s1')
    await stage.say('77', '[Buruk]')
    await stage.say('77', '[Anonim]')
    return stage.say('77', words)
  }

  it('is asked about kindly, can be written again, and is kept where that is wanted', async () => {
    expect((await begins('asdfgh qwerty zxcvbn'))[0]).toContain('belum menangkap apa yang terjadi')
    expect((await stage.say('77', '[Tulis ulang]'))[0]).toContain('Ceritakan dengan kata-kata Anda sendiri')
    expect((await stage.say('77', WORDS)).at(-1)).toContain('Nomor')
    await begins('asdfgh qwerty zxcvbn')
    expect((await stage.say('77', '[Kirim apa adanya]')).at(-1)).toContain('Nomor')
    expect(
      await stage.database.query('select words, tempers from ticket order by cardinality(tempers) desc'),
    ).toEqual([
      { words: 'asdfgh qwerty zxcvbn', tempers: ['spam'] },
      { words: WORDS, tempers: [] },
    ])
  })

  it('but only swears is kept, and whoever swears hears that they are heard', async () => {
    const said = await begins('Pelayanannya goblok, antre dari pagi tidak dipanggil')
    expect(said.at(-2)).toContain('Kami paham Anda kesal')
    expect(said.at(-1)).toContain('pengaduan Anda sudah kami terima')
  })
})

it('a threat is shown to those who answer and to the officers, with what to do', async () => {
  await stage.say('dewi', `/petugas_laporan puskesmas ciracas: ${NIP.sri}`)
  await lodges('77', 'Awas saja, saya bakar loketnya dan saya bunuh petugasnya kalau begini lagi')
  await stage.morning('2026-03-02', 'feedback.announce')
  for (const who of ['sri', 'dewi', 'agus'])
    expect(stage.heard.get(`telegram:${who}`)?.at(-1)?.text).toContain('Berisi ancaman')
})
