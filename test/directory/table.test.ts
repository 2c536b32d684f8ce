import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../../src/directory/import/headings.ts'
import { openTable, type TableOptions } from '../../src/directory/import/table.ts'
import { Unreadable } from '../../src/errors.ts'

const piecesOf = (bytes: Uint8Array, size: number) =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }

/** The rows of a file with their lines, and its columns; read in pieces of a size. */
async function read(content: string | Uint8Array, options: TableOptions = {}, size = 4096) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const table = await openTable({ name: 'x', size: bytes.length, open: piecesOf(bytes, size) }, options)
  const rows: (readonly (string | number)[])[] = []
  for await (const { line, cells } of table.rows) rows.push([line, ...cells])
  return { rows, columns: table.columns, sheet: table.sheet }
}

const refusal = (content: string | Uint8Array, options?: TableOptions): Promise<string> =>
  read(content, options).then(
    () => 'it was read',
    (error: unknown) => {
      expect(error).toBeInstanceOf(Unreadable)
      return (error as Error).message
    },
  )

type Sheets = Readonly<Record<string, readonly (readonly (string | number | CellObject)[])[]>>

function workbook(sheets: Sheets, { since1904 = false } = {}): Buffer {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, sheetOf(rows), name)
  book.Workbook = { WBProps: { date1904: since1904 } }
  return write(book, { type: 'buffer', bookType: 'xlsx' })
}

function sheetOf(rows: Sheets[string]): WorkSheet {
  const sheet: WorkSheet = {}
  for (const [r, row] of rows.entries())
    for (const [c, cell] of row.entries())
      sheet[utils.encode_cell({ r, c })] =
        typeof cell === 'object' ? cell : { t: typeof cell === 'number' ? 'n' : 's', v: cell }
  const width = Math.max(...rows.map((row) => row.length))
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } })
  return sheet
}

describe('headings', () => {
  it('are known as SIASN, SIMPEG and e-Kinerja write them', () => {
    const siasn = [
      'PNS ID',
      'NIP BARU',
      'NAMA',
      'GELAR DEPAN',
      'GELAR BELAKANG',
      'EMAIL',
      'EMAIL GOV',
      'NOMOR HP',
      'GOL AKHIR NAMA',
      'JABATAN NAMA',
      'UNOR NAMA',
      'UNOR INDUK NAMA',
      'PENDIDIKAN NAMA',
      'AGAMA NAMA',
    ]
    const columns = columnsOf(siasn)
    expect(columns?.of).toEqual({
      nip: [1],
      nama: [2],
      gelar_depan: [3],
      gelar_belakang: [4],
      email: [5, 6],
      telepon: [7],
      golongan: [8],
      jabatan: [9],
      unit: [10],
      unit_induk: [11],
      pendidikan: [12],
    })
    expect(columns?.unused).toEqual(['PNS ID', 'AGAMA NAMA'])
    expect(
      columnsOf([
        'Nip Pegawai',
        'Nama Lengkap',
        'No. HP/WA',
        'NIP Atasan Langsung',
        'Status Kepegawaian',
        'OPD',
      ])?.of,
    ).toEqual({
      nip: [0],
      nama: [1],
      telepon: [2],
      atasan_nip: [3],
      jenis: [4],
      unit: [5],
    })
  })

  it('mean what the operator says they mean, and nothing else then', () => {
    expect(
      columnsOf(['NIP', 'Nama', 'Nama Pegawai', 'Tempat'], { 'nama  PEGAWAI': 'nama', Tempat: 'unit' })?.of,
    ).toEqual({
      nip: [0],
      nama: [2],
      unit: [3],
    })
    expect(() => columnsOf(['NIP', 'Nama'], { Tempat: 'unit' })).toThrow('kolom "Tempat" tidak ada')
  })

  it('of other things are none', () => {
    expect(columnsOf(['Nama', 'Umur'])).toBeUndefined()
    expect(columnsOf(['NIP', 'Nama Atasan', 'NIP Atasan Pejabat Penilai'])?.of).toEqual({ nip: [0] })
  })
})

describe('a CSV file', () => {
  it.each([',', ';', '\t', '|'])('is separated by %j', async (by) => {
    const lines = [
      ['nip', 'nama', 'unit'],
      ['1', '"Budi, S.Sos; M.Si"', 'A|B'],
    ].map((cells) => cells.join(by))
    const { rows } = await read(lines.join('\n').replace('A|B', by === '|' ? '"A|B"' : 'A|B'))
    expect(rows).toEqual([[2, '1', 'Budi, S.Sos; M.Si', 'A|B']])
  })

  it('may begin with a mark, a separator, a title, and count its columns', async () => {
    expect((await read('\uFEFFnip;nama\r\n1;Budi\r\n')).rows).toEqual([[2, '1', 'Budi']])
    expect((await read('sep=;\r\nnip;nama\r\n1;Budi\r\n')).rows).toEqual([[3, '1', 'Budi']])
    expect((await read('DAFTAR PEGAWAI;\n\nNIP;NAMA\n(1);(2)\n1;Budi\n2;Siti\n')).rows).toEqual([
      [5, '1', 'Budi'],
      [6, '2', 'Siti'],
    ])
  })

  it('keeps line breaks in quotes, and counts lines as an editor does', async () => {
    expect((await read('nip,nama\n1,"Budi\nSantoso"\n2,Siti\n')).rows).toEqual([
      [2, '1', 'Budi\nSantoso'],
      [4, '2', 'Siti'],
    ])
    expect((await read('nip,nama\r\n1,"Budi\r\nSantoso"\r\n2,Siti')).rows.map(([line]) => line)).toEqual([
      2, 4,
    ])
  })

  it.each(['utf-8', 'windows-1252', 'utf-16le'])('is understood in %s', async (encoding) => {
    const text = 'nip,nama\n1,André Café\n2,Siti\n'
    const bytes =
      encoding === 'utf-8'
        ? Buffer.from(text)
        : encoding === 'windows-1252'
          ? Buffer.from(text, 'latin1')
          : Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    for (const size of [1, 7, 4096])
      expect((await read(bytes, {}, size)).rows).toEqual([
        [2, '1', 'André Café'],
        [3, '2', 'Siti'],
      ])
  })

  it('is the same in whatever pieces it comes', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/[\r\p{Cc}]/u.test(text))
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { maxLength: 20 }),
        fc.integer({ min: 1, max: 50 }),
        async (people, size) => {
          const lines = people.map(([one, other], i) => [`${i + 100}`, quoted(one), quoted(other)].join(','))
          const { rows } = await read(['nip,nama,unit', ...lines].join('\n'), {}, size)
          expect(rows.map(([, ...cells]) => cells)).toEqual(
            people.map(([one, other], i) => [`${i + 100}`, one, other]),
          )
        },
      ),
      { numRuns: 50 },
    )
  })

  it('that is long is read piece by piece, and no further than it is wanted', async () => {
    let given = 0
    const source = {
      name: 'x',
      async *open() {
        yield Buffer.from('nip,nama\n')
        for (;;) {
          given++
          yield Buffer.from('1,Budi\n'.repeat(1000))
        }
      },
    }
    const { rows } = await openTable(source, {})
    let seen = 0
    for await (const _ of rows) if (++seen === 5000) break
    expect(given).toBeLessThan(100)
  })

  it('whose quotes do not close says where', async () => {
    expect(await refusal(`nip,nama\n1,"Budi\n${'2,Siti\n'.repeat(10)}`)).toMatch(
      /tanda kutip.*baris 2 tidak ditutup/,
    )
  })
})

describe('an XLSX file', () => {
  it('gives texts, numbers as numbers, days as days, and of formulas what they gave', async () => {
    const formula: CellObject = { t: 's', f: '"Bu"&"di"', v: 'Budi' }
    const day: CellObject = { t: 'n', v: 45291, z: 'dd/mm/yyyy' }
    const bytes = workbook({
      Data: [
        ['nip', 'nama', 'berhenti', 'bup'],
        [Number('197001011990031001'), formula, day, 58],
        ['2', { t: 'e', v: 42 }, '', ''],
      ],
    })
    expect(await read(bytes)).toMatchObject({
      sheet: 'Data',
      rows: [
        [2, 197001011990031000, 'Budi', '2023-12-31', 58],
        [3, '2', '', '', ''],
      ],
    })
  })

  it('counts days from 1904 where it says so', async () => {
    const day: CellObject = { t: 'n', v: 43829, z: 'yyyy-mm-dd' }
    expect(
      (
        await read(
          workbook(
            {
              Data: [
                ['nip', 'berhenti'],
                ['1', day],
              ],
            },
            { since1904: true },
          ),
        )
      ).rows,
    ).toEqual([[2, '1', '2023-12-31']])
  })

  it('with several sheets gives the one with people, or asks which', async () => {
    const people = [
      ['Judul', ''],
      ['NIP', 'Nama'],
      ['1', 'Budi'],
    ]
    const other = [['Catatan'], ['apa saja']]
    expect(await read(workbook({ Catatan: other, PNS: people }))).toMatchObject({
      sheet: 'PNS',
      rows: [[3, '1', 'Budi']],
    })
    const both = workbook({ PNS: people, PPPK: people })
    expect(await refusal(both)).toBe(
      'ada beberapa lembar dengan daftar pegawai: PNS, PPPK. Sebutkan yang mana dengan --sheet, satu demi satu.',
    )
    expect((await read(both, { sheet: 'pppk' })).sheet).toBe('PPPK')
    expect(await refusal(both, { sheet: 'THL' })).toBe('lembar "THL" tidak ada. Yang ada: PNS, PPPK.')
    expect(await refusal(workbook({ Catatan: other }))).toMatch(
      /tidak ada baris judul dengan kolom NIP.*Catatan, apa saja/,
    )
  })

  it('has all of its rows, however many', async () => {
    const many = Array.from({ length: 1234 }, (_, i) => [`${i}`, `Nama ${i}`])
    const { rows } = await read(workbook({ Data: [['nip', 'nama'], ...many] }))
    expect(rows).toHaveLength(1234)
    expect(rows.at(-1)).toEqual([1235, '1233', 'Nama 1233'])
  })

  it('of more than 50 MB is refused before it is read', async () => {
    let given = 0
    const source = {
      name: 'besar.xlsx',
      size: 100 * 1024 * 1024,
      async *open() {
        for (;;) {
          given++
          yield Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(65_536)])
        }
      },
    }
    await expect(openTable(source, {})).rejects.toThrow(/lebih besar dari 50 MB: simpan sebagai CSV/)
    expect(given).toBe(1)
    const { size: _, ...unknown } = source
    await expect(openTable(unknown, {})).rejects.toThrow(/lebih besar dari 50 MB/)
    expect(given).toBeLessThan(900)
  })

  it('that is damaged or another archive is refused', async () => {
    const whole = workbook({
      Data: [
        ['nip', 'nama'],
        ['1', 'Budi'],
      ],
    })
    expect(await refusal(whole.subarray(0, whole.length - 200))).toMatch(/rusak atau terpotong/)
    const sheet = Buffer.from(whole)
    sheet.fill(0, 100, sheet.length - 800)
    expect(await refusal(sheet)).toMatch(/rusak atau terpotong|bukan berkas Excel/)
    const empty = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
    expect(await refusal(Buffer.concat([Buffer.from('504b0304', 'hex'), empty]))).toMatch(
      /rusak|bukan berkas Excel/,
    )
  })
})

describe('a file that is no table', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /^berkas ini kosong/],
    ['a PDF', '%PDF-1.7\n…', /^ini PDF\. Simpan daftar pegawainya sebagai CSV atau XLSX/],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /Excel lama/],
    ['a page named .xls', '<html><table><tr><td>NIP', /halaman web/],
    ['JSON', '[{"nip": "1"}]', /data JSON/],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), /gambar/],
    ['binary', Buffer.from([1, 2, 3, 0, 0, 5]), /biner/],
    ['prose', 'Kepada Yth.\nBapak Camat\n', /tidak ada baris judul dengan kolom NIP/],
    ['one endless line', 'x'.repeat(3_000_000), /lebih panjang dari 1 MB/],
  ])('%s is told as such', async (_, content, sentence) => {
    expect(await refusal(content)).toMatch(sentence)
  })
})
