import { parse } from 'csv-parse/sync'
import { Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Index } from '../../src/features/feedback/transparency/figures.ts'
import { OPEN_DATA } from '../../src/features/feedback/transparency/open-data.ts'
import { startServer } from '../../src/http.ts'
import type { Log } from '../../src/log.ts'
import { publicStage } from './transparency-stage.ts'

const MEASURED: readonly Index[] = [
  { unit: { id: '1', name: 'Dinas Kesehatan' }, month: '2026-02', value: 81.256, band: 'B', respondents: 40 },
  { unit: { id: '2', name: 'Puskesmas Ciracas' }, month: '2026-02', value: 90, band: 'A', respondents: 12 },
]

/** The stage with a web server before it. */
async function serve(indices = MEASURED) {
  const stage = await publicStage(async () => indices)
  const logged: object[] = []
  const note = (details: object): void => void logged.push(details)
  const server = await startServer(
    {
      routes: new Hono(),
      pages: stage.pages(),
      ready: async () => undefined,
      metrics: async () => ({ contentType: 'text/plain', body: '' }),
      log: { debug: note, info: note, warn: note, error: note } as unknown as Log,
    },
    { host: '127.0.0.1', port: 0 },
  )
  onTestFinished(() => server.stop())
  const url = `http://127.0.0.1:${server.port}/transparansi`
  return { ...stage, logged, url, page: async (rest = '') => (await fetch(`${url}${rest}`)).text() }
}

async function furnished() {
  const stage = await serve()
  await stage.database.query(`update unit set name = '=2+3, "Dinas" <Sosial>' where id = 4`)
  await stage.lodge({ on: '2026-02-02', answered: '2026-02-04', themes: ['antrean'] }, 30)
  await stage.lodge({ on: '2026-03-02', answered: '2026-03-20' }, 12)
  await stage.lodge({ on: '2026-03-03', unit: 4, answered: '2026-03-04' }, 40)
  await stage.lodge({ on: '2025-11-03', unit: 4, answered: '2025-11-04' }, 9)
  return stage
}

describe('/transparansi', () => {
  it('shows this year, and a unit or a month of it', async () => {
    const stage = await furnished()
    const all = await stage.page()
    expect(all).toContain('Data per Selasa, 31 Maret 2026')
    expect(all).toMatch(/Per kantor[\s\S]*=2\+3, &quot;Dinas&quot; &lt;Sosial&gt;[\s\S]*Dinas Kesehatan/)
    expect(all).toContain('Survei kepuasan masyarakat')
    expect(all).toContain('<dd>82</dd>')
    const unit = await stage.page('?unit=1&bulan=2026')
    expect(unit).toContain('<h2>Dinas Kesehatan, tahun 2026</h2>')
    expect(unit).toContain('<dd>42</dd>')
    expect(unit).not.toContain('Per kantor')
    expect(unit).toMatch(/Puskesmas Ciracas<\/th><td>Februari 2026<\/td><td>90</)
    expect(await stage.page('?unit=4')).not.toContain('Puskesmas Ciracas')
    const month = await stage.page('?unit=&bulan=2026-03')
    expect(month).toContain('<h2>Semua kantor, Maret 2026</h2>')
    expect(month).toContain('<dd>52</dd>')
    expect(await stage.page('?bulan=2025')).toContain('<dd>9</dd>')
  })

  it.each([
    '?unit=999',
    '?bulan=2026-13',
    '?bulan=2019',
    '?bulan=2026-03-01',
    '?unit=1%27%20or%201=1',
    '?unit=1&bulan=%00',
    `?unit=${'9'.repeat(500)}`,
    '?bulan=20',
    '?unit=__proto__&bulan=constructor',
  ])('says kindly that there is no %s', async (asked) => {
    const stage = await furnished()
    const response = await fetch(`${stage.url}${asked}`)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('Kantor atau bulan pada alamat itu tidak ada di sini')
    expect(stage.logged).toEqual([])
  })

  it('has something to say before the first ticket', async () => {
    const stage = await serve([])
    expect(await stage.page()).toContain('Belum ada laporan warga yang masuk.')
    expect(await stage.page('?unit=1')).toContain('Belum ada laporan warga yang masuk.')
  })

  it('allows nothing from elsewhere, no script, and is kept for minutes', async () => {
    const stage = await furnished()
    const response = await fetch(stage.url)
    const body = await response.text()
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    )
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
    expect(body).not.toMatch(/<script|<img|<link|\son\w+=|\sstyle=|@import|url\(/i)
    expect(Buffer.byteLength(body)).toBeLessThan(100_000)
  })

  it.each(['', '.csv', '.json'])(
    'answers HEAD, and what a browser has already, with no body: %s',
    async (kind) => {
      const stage = await furnished()
      const head = await fetch(`${stage.url}${kind}`, { method: 'HEAD' })
      expect([head.status, await head.text()]).toEqual([200, ''])
      const etag = head.headers.get('etag') ?? ''
      const known = await fetch(`${stage.url}${kind}`, { headers: { 'if-none-match': etag } })
      expect([known.status, await known.text()]).toEqual([304, ''])
      const plain = await fetch(`${stage.url}${kind}`, { headers: { 'accept-encoding': 'identity' } })
      expect(plain.headers.get('content-encoding')).toBeNull()
      expect(await plain.text()).toBe(await (await fetch(`${stage.url}${kind}`)).text())
      expect((await fetch(`${stage.url}${kind}`, { method: 'POST' })).status).toBe(404)
    },
  )
})

describe('the figures for programs', () => {
  it('are JSON as it is documented, with null for what is hidden', async () => {
    const stage = await furnished()
    await stage.lodge({ on: '2026-01-05' }, 3)
    const data = OPEN_DATA.parse(await (await fetch(`${stage.url}.json`)).json())
    expect(data).toMatchObject({ sumber: 'Kota <Contoh>', per: '2026-03-31', paling_sedikit: 5 })
    const row = (bulan: string | null, id: string | null) =>
      data.angka.find((one) => one.tahun === 2026 && one.bulan === bulan && one.kantor_id === id)
    expect(row('2026-02', '1')).toMatchObject({ masuk: 30, tepat_waktu: 30, skm: 81.256, skm_mutu: 'B' })
    expect(row('2026-01', '1')).toMatchObject({ masuk: null, lewat_tenggat: null, terlambat: 0 })
    expect(row(null, null)).toMatchObject({ kantor: 'Semua kantor' })
    expect(row('2026-02', '2')).toMatchObject({ kantor: 'Puskesmas Ciracas', masuk: null, skm: 90 })
    expect(data.tema).toEqual([{ tahun: 2026, tema: expect.any(String), laporan: 30 }])
  })

  it('are CSV that no spreadsheet takes for formulas', async () => {
    const stage = await furnished()
    const response = await fetch(`${stage.url}.csv`)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="transparansi-2026-03-31.csv"',
    )
    const text = await response.text()
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true })
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(OPEN_DATA.shape.angka.element.shape))
    expect(rows.find((row) => row.kantor_id === '4' && row.bulan === '2026-03')).toMatchObject({
      kantor: `'=2+3, "Dinas" <Sosial>`,
      masuk: '40',
      median_hari_kerja: '1',
    })
    expect(rows).toHaveLength((3 + 1) * 3 + (12 + 1) * 2 + 1)
    const { angka } = OPEN_DATA.parse(await (await fetch(`${stage.url}.json`)).json())
    expect(rows.map(({ masuk }) => masuk)).toEqual(
      angka.map(({ masuk }) => (masuk === null ? '' : String(masuk))),
    )
  })
})
