import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Role, Turn } from '../../src/chat/feature.ts'
import { createAudit } from '../../src/directory.ts'
import { createExportStore } from '../../src/features/feedback/exporting/export-store.ts'
import { createExporting } from '../../src/features/feedback/exporting/exporting.ts'
import { readMonth } from '../../src/features/feedback/exporting/month.ts'
import { titleOf } from '../../src/features/feedback/exporting/rows.ts'
import { createDesks } from '../../src/features/feedback/tickets/desk-store.ts'
import { newNumber } from '../../src/features/feedback/tickets/number.ts'
import { citizens } from './stage.ts'

let stage: Awaited<ReturnType<typeof citizens>>
let made: { bytes: Uint8Array; name: string; mime: string }[]
beforeEach(async () => {
  stage = await citizens()
  made = []
})

/** Asks for an export as somebody, on 2 April 2026; resolves to what is said. */
async function asks(rest: string, role: Role = 'hr', employee?: string): Promise<string> {
  const exporting = createExporting({
    exported: createExportStore(stage.database),
    desks: createDesks(stage.database),
    files: {
      isPossible: () => true,
      make: async (bytes, { name, mime }) => {
        made.push({ bytes, name, mime })
        return { hash: 'x', name, mime, size: bytes.length }
      },
    },
    audit: createAudit(stage.database),
    organization: 'Pemerintah Kota Serang',
    timeZone: 'Asia/Jakarta',
  })
  const person = {
    account: 'telegram:dewi',
    name: 'Dewi',
    role,
    language: 'id',
    ...(employee && { employee }),
  }
  const turn = {
    conversation: 'telegram:dewi',
    person,
    message: { id: `m${made.length}:${rest}:${role}` },
    now: new Date('2026-04-02T09:00:00+07:00'),
    timeZone: 'Asia/Jakarta',
    preview: () => undefined,
  } as unknown as Turn // as much of a turn as is asked
  const { say } = await exporting(turn, rest)
  return say[0]?.text ?? ''
}

async function ticket(words: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const columns = {
    number: newNumber(),
    code: 'x',
    key: crypto.randomUUID(),
    identity: 'anonymous',
    kind: 'complaint',
    unit: 2,
    words,
    sentiment: 'neutral',
    received_on: '2026-03-05',
    ...more,
  }
  const names = Object.keys(columns)
  await stage.database.query(
    `insert into ticket (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(columns),
  )
  return String(columns.number)
}

function csv(): readonly Readonly<Record<string, string>>[] {
  const text = Buffer.from(made.at(-1)?.bytes ?? []).toString('utf8')
  expect(text.startsWith('\uFEFF')).toBe(true)
  return parse(text, { delimiter: ';', columns: true, bom: true })
}

describe('an export of tickets', () => {
  it('has the fields of SP4N-LAPOR!, who it is only where they said so, and no note of the office', async () => {
    const number = await ticket('Antre tiga jam. Petugas tidak ramah', {
      identity: 'named',
      account: 'telegram:77',
      name: 'Endang',
      state: 'answered',
      verified_on: '2026-03-06',
      answered_on: '2026-03-09',
      themes: ['waktu'],
      service: 1,
      rating: 2,
      place: 'Depan Pasar Rau',
      latitude: -6.12,
      longitude: 106.15,
    })
    await ticket('Tolong rahasiakan', { identity: 'confidential', account: 'telegram:88', name: 'Rahmat' })
    await stage.database.query(
      `insert into ticket_event (ticket, position, key, on_day, side, account, action, words, internal) values
        ($1, 1, 'a', '2026-03-06', 'office', 'telegram:sri', 'note', 'orangnya cerewet', true),
        ($1, 2, 'b', '2026-03-09', 'office', 'telegram:sri', 'answer', 'Loket kami tambah', false),
        ($1, 3, 'c', '2026-03-09', 'citizen', null, 'reply', 'Terima kasih', false)`,
      [number],
    )
    await stage.database.query(
      `insert into ticket_photo (ticket, position, key, bytes) values ($1, 1, 'x', '\\x00')`,
      [number],
    )
    expect(await asks('maret csv')).toContain('2 laporan warga, Maret 2026')
    const [first, second] = csv().toSorted((a, b) =>
      (a['Isi Laporan'] ?? '').localeCompare(b['Isi Laporan'] ?? ''),
    )
    expect(first).toMatchObject({
      Nomor: `${number.slice(0, 4)} ${number.slice(4)}`,
      Klasifikasi: 'Pengaduan',
      'Judul Laporan': 'Antre tiga jam.',
      'Tanggal Kejadian': '',
      'Tanggal Masuk': '2026-03-05',
      Lokasi: 'Depan Pasar Rau',
      'Lokasi (lintang)': '-6,12',
      'Lokasi (bujur)': '106,15',
      'Instansi Tujuan': 'Puskesmas Ciracas',
      Layanan: 'Loket Pendaftaran',
      'Anonim/Rahasia': 'Tidak',
      'Nama Pelapor': 'Endang',
      'Status Disposisi': 'Sudah ditindaklanjuti',
      'Tindak Lanjut': 'Senin, 9 Maret 2026, menjawab: Loket kami tambah',
      Lampiran: 'Ada',
      'Nilai (1–5)': '2',
    })
    expect(second).toMatchObject({ 'Anonim/Rahasia': 'Rahasia', 'Nama Pelapor': '', Lampiran: 'Tidak' })
    expect(JSON.stringify(csv())).not.toMatch(/Rahmat|telegram|cerewet/)
    expect(
      await stage.database.query(
        `select detail->>'rows' as rows from audit where action = 'ticket.exported'`,
      ),
    ).toEqual([{ rows: '2' }])
  })

  it('is a workbook where nothing else is said, with days as days and what was typed as words', async () => {
    await ticket('=HYPERLINK("http://x")')
    await asks('maret')
    expect(made[0]?.name).toBe('laporan-warga_2026-03_2026-03.xlsx')
    const book = read(made[0]?.bytes, { type: 'array', cellNF: true })
    const sheet = book.Sheets.Laporan ?? {}
    expect(sheet.D2).toMatchObject({ t: 's', v: `'=HYPERLINK("http://x")` })
    expect(sheet.F2).toMatchObject({ t: 'n', z: 'yyyy-mm-dd' })
    expect(
      utils
        .sheet_to_json(book.Sheets['Cara membaca'] ?? {}, { header: 1 })
        .flat()
        .join(),
    ).toContain('SP4N')
  })

  it('never has a cell that is a formula, whatever somebody wrote', async () => {
    const nasty = ['=1+1', '+62 811', '@SUM(A1)', '-2', '\t=1', ' \r=1', '＝1', '<script>', 'a;b"c\nd']
    for (const words of nasty) await ticket(words, { identity: 'named', name: words })
    await asks('maret csv')
    const rows = csv()
    expect(rows).toHaveLength(nasty.length)
    for (const cell of rows.flatMap((row) => Object.values(row))) {
      expect(cell).not.toMatch(/^[\t\r]|^\s*[=+\-@＝＋－＠]/)
      expect(cell).not.toContain('<script')
    }
  })

  it('of crimes of officials is for administrators, of units for who answers there, for others there is none', async () => {
    await ticket('Minta uang', { kind: 'whistleblowing' })
    await ticket('Antre lama')
    await ticket('Lampu mati', { unit: 3 })
    expect(await asks('maret csv')).toContain('2 laporan warga')
    expect(await asks('maret csv', 'admin')).toContain('3 laporan warga')
    expect(await asks('maret csv', 'supervisor', '2')).toContain('untuk petugas kepegawaian')
    await stage.database.query('insert into ticket_desk (unit, employee) values (1, 2)')
    expect(await asks('maret csv', 'supervisor', '2')).toContain('1 laporan warga')
    expect(csv().map((row) => row['Isi Laporan'])).toEqual(['Antre lama'])
    await ticket('Pak Budi tidak ramah', { officer: 2 })
    await asks('maret csv', 'supervisor', '2')
    expect(csv().map((row) => row['Isi Laporan'])).toEqual(['Antre lama']) // what is about them is not for them
    expect(await asks('maret csv')).toContain('3 laporan warga')
  })

  it('comes page by page, each ticket once', async () => {
    await stage.database.query(
      `insert into ticket (number, code, key, identity, kind, words, sentiment, received_on)
       select lpad(i::text, 8, '0'), 'x', i::text, 'anonymous', 'question', 'tanya ' || i, 'neutral', '2026-03-01'::date + i % 31
       from generate_series(1, 1203) as i`,
    )
    await asks('2026-03 csv')
    expect(new Set(csv().map((row) => row.Nomor)).size).toBe(1_203)
    expect(await asks('2025')).toContain('Tidak ada laporan warga untuk 2025')
    expect(await asks('kemarin dulu')).toContain('tidak saya kenali')
  })
})

describe('a month', () => {
  it.each([
    ['', '2026-04-01', '2026-04-30'],
    ['bulan lalu', '2026-03-01', '2026-03-31'],
    ['Februari 2024', '2024-02-01', '2024-02-29'],
    ['des', '2025-12-01', '2025-12-31'],
    ['03/2026', '2026-03-01', '2026-03-31'],
    ['2026-12', '2026-12-01', '2026-12-31'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['bulan maret', '2026-03-01', '2026-03-31'],
  ])('%s', (words, from, until) => {
    expect(readMonth(words, '2026-04-02')).toMatchObject({ from, until })
  })

  it('is never made of what is none', () => {
    for (const words of ['13/2026', 'xyz', '0-2026', 'ma ma', '99'])
      expect(readMonth(words, '2026-04-02')).toBeUndefined()
  })
})

it('a title is no longer than a line of a hundred characters, and begins as the words do', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (words) => {
      expect([...titleOf(words)].length).toBeLessThanOrEqual(100)
      expect(titleOf(words).isWellFormed()).toBe(words.isWellFormed())
    }),
  )
})
