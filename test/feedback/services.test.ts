import { extractText, getDocumentProxy } from 'unpdf'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { createPlaces } from '../../src/directory.ts'
import { createPrinting } from '../../src/features/feedback/services/printing.ts'
import { createServices } from '../../src/features/feedback/services/service-store.ts'
import { namesIn } from '../../src/features/feedback/services/services.ts'
import { NIP } from '../people/staff.ts'
import { citizens } from './stage.ts'

let stage: Awaited<ReturnType<typeof citizens>>
beforeEach(async () => {
  stage = await citizens()
})

describe('the services of an office', () => {
  it('are added several at once, and citizens find them', async () => {
    expect((await stage.say('dewi', '/layanan disdukcapil'))[0]).toContain('belum punya layanan')
    expect((await stage.say('dewi', '[Tambah layanan]'))[0]).toContain('satu per baris')
    const [said = ''] = await stage.say(
      'dewi',
      '1. KTP elektronik\n2) Kartu Keluarga (KK)\n\n- Akta Kelahiran\nktp ELEKTRONIK',
    )
    expect(said).toContain('Ditambahkan ke **Dinas Kependudukan dan Pencatatan Sipil**')
    expect(said).toMatch(/1\. Akta Kelahiran\n2\. Kartu Keluarga \\\(KK\\\)\n3\. KTP elektronik$/)
    const [found] = await createPlaces(stage.database).called('kartu keluarga')
    expect(found?.title).toBe('Kartu Keluarga (KK), Dinas Kependudukan dan Pencatatan Sipil')
    expect(
      await stage.database.query(`select action, detail from audit where action like 'service.%'`),
    ).toEqual([{ action: 'service.added', detail: { unit: '5', count: 3 } }])
  })

  it('are said to be there already where they are, however they are spelt', async () => {
    await stage.press('dewi', 'layanan:tambah:2')
    expect((await stage.say('dewi', 'LOKET  pendaftaran\nPoli Gigi'))[0]).toContain(
      'Sudah ada: “LOKET pendaftaran”',
    )
  })

  it('show the link of each, are renamed, closed and opened again', async () => {
    await stage.say('dewi', '/layanan puskesmas ciracas')
    const [card = ''] = await stage.say('dewi', '[Loket Pendaftaran]')
    expect(card).toContain('https://t.me/abdi_uji_bot?start=lapor_s1')
    await stage.say('dewi', '[Ganti nama]')
    expect((await stage.say('dewi', 'Loket Pendaftaran dan Kasir'))[0]).toContain('tetap berlaku')
    expect((await stage.say('dewi', '[Tutup layanan]'))[0]).toContain('ditutup Senin, 2 Maret 2026')
    expect(await createPlaces(stage.database).coded('s1')).toBeUndefined()
    expect((await stage.say('dewi', '[Buka lagi]'))[0]).toContain('dibuka lagi')
    expect((await createPlaces(stage.database).coded('s1'))?.title).toBe(
      'Loket Pendaftaran dan Kasir, Puskesmas Ciracas',
    )
  })

  it('cannot be called what another one of the office is called', async () => {
    await stage.database.query(`insert into service (unit, name, key) values (2, 'Poli Gigi', 'poli gigi')`)
    await stage.press('dewi', 'layanan:nama:2')
    expect((await stage.say('dewi', 'loket pendaftaran'))[0]).toContain('sudah punya layanan')
  })

  it('are kept by whoever answers for the office, and by no other employee', async () => {
    expect((await stage.press('sri', 'layanan:tutup:1'))[0]).toContain('diatur petugas')
    expect((await stage.press('sri', 'layanan:tambah:2'))[0]).toContain('diatur petugas')
    expect((await stage.say('sri', '/layanan'))[0]).toContain('Layanan kantor mana?')
    await stage.say('dewi', `/petugas_laporan puskesmas ciracas: ${NIP.sri}`)
    expect((await stage.say('sri', '/layanan'))[0]).toContain('Layanan Puskesmas Ciracas')
    expect((await stage.press('sri', 'layanan:unit:1'))[0]).toContain('diatur petugas')
    expect((await stage.say('77', '/layanan ciracas'))[0]).not.toContain('Loket')
    expect(await stage.database.query('select closed_on from service')).toEqual([{ closed_on: null }])
  })

  it('of an office and of all below it are those that are open', async () => {
    await stage.database.query(
      `insert into service (unit, name, key, closed_on) values (1, 'Izin Praktik', 'izin praktik', null), (1, 'Lama', 'lama', '2026-01-01')`,
    )
    const names = (await createServices(stage.database).openBelow('1')).map(({ name }) => name)
    expect(names).toEqual(['Izin Praktik', 'Loket Pendaftaran'])
  })
})

test('names are read a line each, without what lists put before them', () => {
  expect(namesIn('• KTP\n 12. Kartu   Keluarga \n-\n\n3 in 1 Akta\nktp')).toEqual([
    'KTP',
    'Kartu Keluarga',
    '3 in 1 Akta',
  ])
})

describe('what is printed', () => {
  const made: { bytes: Uint8Array; name: string; mime: string }[] = []
  const from = {
    files: {
      isPossible: () => true,
      make: async (bytes: Uint8Array, { name, mime }: { name: string; mime: string }) => {
        made.push({ bytes, name, mime })
        return { hash: 'x', name, mime, size: bytes.length }
      },
    },
    organization: 'Pemerintah Kota Serang',
    link: (payload: string) => `https://t.me/abdi_bot?start=${payload}`,
  }
  const turn = { conversation: 'telegram:dewi' } as never // all that is asked of it here

  it('is a page for each service, with its name, its office and its link', async () => {
    made.length = 0
    const pages = ['1', '2'].map((id) => ({
      payload: `lapor_s${id}`,
      title: 'Bagaimana layanan kami hari ini?',
      about: [`Layanan ${id} <dan> lainnya`, 'Puskesmas Ciracas'],
    }))
    await createPrinting(from).pages(turn, pages, 'poster.pdf')
    const { text } = await extractText(await getDocumentProxy(made[0]?.bytes ?? new Uint8Array()))
    expect(text.length).toBe(2)
    for (const words of [
      'Pemerintah Kota Serang',
      'Layanan 2 <dan> lainnya',
      'Puskesmas Ciracas',
      'start=lapor_s2',
    ])
      expect(text[1]).toContain(words)
    expect(made[0]?.mime).toBe('application/pdf')
  })

  it('is a picture of the code with its light margin', async () => {
    made.length = 0
    await createPrinting(from).picture(turn, 'lapor_s12', 'kode.png')
    const bytes = Buffer.from(made[0]?.bytes ?? [])
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe(bytes.readUInt32BE(20))
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(400)
  })

  it('is nothing without a link', async () => {
    made.length = 0
    const without = createPrinting({ ...from, link: () => undefined })
    expect(await without.picture(turn, 'lapor_s1', 'kode.png')).toBeUndefined()
    expect(
      await without.pages(turn, [{ payload: 'lapor_s1', title: 'x', about: [] }], 'x.pdf'),
    ).toBeUndefined()
    expect(made).toEqual([])
  })
})
