import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { importFile } from '../../scripts/people/importing.ts'
import { historyText, listText } from '../../scripts/people/looking.ts'
import { readOptions } from '../../scripts/people/options.ts'
import { outcomeText, planText } from '../../scripts/people/report.ts'
import { templateCsv, templateXlsx } from '../../scripts/people/template.ts'
import { FIELDS } from '../../src/directory.ts'
import { bring, emptyDirectory, HEAD, LEADER, OFFICE } from './bringing.ts'

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')

describe('what is said of an import', () => {
  it('is the whole of it: columns, what changes, what is refused, what is doubtful', async () => {
    const database = await emptyDirectory()
    const report = await bring(database, fixture('siasn.csv'), { name: 'siasn.csv', dryRun: true })
    expect(`${planText(report)}\n\n${outcomeText(report, 0.34)}\n`).toBe(fixture('siasn.expected.txt'))
  })

  it('counts what changes by column, and whom it does not mention', async () => {
    const database = await emptyDirectory()
    await bring(database, OFFICE)
    const report = await bring(
      database,
      `nip,jabatan,email\n${HEAD},Kepala Badan,a@x.go.id\n${LEADER},Kepala Seksi Baru,\n`,
    )
    expect(planText(report)).toBe(
      [
        'pegawai.csv: 2 baris pegawai',
        '',
        '  + 0 pegawai baru',
        '  ~ 2 pegawai berubah (jabatan 2, email 1)',
        '  = 0 pegawai tetap',
        '  ? 2 pegawai di direktori tidak ada di berkas ini; mereka dibiarkan, tidak dihapus',
      ].join('\n'),
    )
    expect(outcomeText(report, 7.25)).toBe(
      `Selesai: 0 pegawai baru dan 2 perubahan disimpan (${report.mark}), dalam 7,3 detik.`,
    )
  })
})

describe('what can be looked at', () => {
  it('is how many work where, and what was changed about somebody', async () => {
    const database = await emptyDirectory()
    expect(await listText(database, undefined)).toContain('Direktori masih kosong')
    await bring(database, OFFICE)
    await bring(
      database,
      OFFICE.replace('Kepala Seksi Mutu', 'Kepala Seksi Baru').replace(`PNS,${HEAD}`, 'PNS,kosongkan'),
    )
    expect(await listText(database, undefined)).toBe(
      'Dinas Kesehatan: 4, 1 di antaranya PPPK\n  Puskesmas A: 3, 1 di antaranya PPPK\n\nSeluruhnya 4 pegawai.',
    )
    expect(await listText(database, 'PUSKESMAS a')).toBe(
      'Puskesmas A: 3, 1 di antaranya PPPK\n\nSeluruhnya 3 pegawai.',
    )
    await expect(listText(database, 'Dinas Z')).rejects.toThrow('tidak ada unit bernama "Dinas Z"')
    const history = (await historyText(database, `'${LEADER}`, 'Asia/Jakarta')).split('\n')
    expect(history).toEqual([
      'Budi Santoso, Kepala Seksi Baru, Puskesmas A',
      expect.stringMatching(
        /^ {2}11 Mar 2026, 10\.00 · impor pegawai\.csv#\w+ · atasan: Dr\. Hj\. Ratna Dewi, S\.Sos\., M\.Si → \(kosong\)$/,
      ),
      expect.stringMatching(/jabatan: Kepala Seksi Mutu → Kepala Seksi Baru$/),
      expect.stringMatching(/masuk ke direktori$/),
    ])
    await expect(historyText(database, '197001011995032009', 'Asia/Jakarta')).rejects.toThrow(
      'tidak ada pegawai',
    )
  })
})

describe('what is asked of the program', () => {
  it('is understood', () => {
    expect(
      readOptions(['import', 'a.csv', '--dry-run', '--map', 'Nama Pegawai=nama', '--map', 'a=b=NIP']),
    ).toMatchObject({
      kind: 'import',
      path: 'a.csv',
      dryRun: true,
      yes: false,
      map: { 'Nama Pegawai': 'nama', 'a=b': 'nip' },
    })
    expect(readOptions(['list', '--unit', 'Dinas A'])).toEqual({ kind: 'list', unit: 'Dinas A' })
    expect(readOptions([])).toEqual({ kind: 'help' })
  })

  it.each([
    [['import'], /sebutkan berkas/],
    [['impor', 'a.csv'], /perintah "impor" tidak dikenal/],
    [['import', 'a.csv', '--yess'], /pilihan --yess tidak dikenal/],
    [
      ['import', 'a.csv', '--map', 'Umur=umur'],
      /--map "Umur=umur" tidak terbaca.*Kolom yang ada: nip, nama/s,
    ],
    [['import', 'a.csv', 'b.csv'], /terlalu banyak/],
    [['history'], /sebutkan NIP/],
  ])('or said not to be: %j', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence)
  })

  it('names a file that is not there', async () => {
    const database = await emptyDirectory()
    const wanted = readOptions(['import', 'tidak-ada.csv', '--yes'])
    if (wanted.kind !== 'import') throw new Error('this is an import')
    await expect(importFile(database, wanted, 'Asia/Jakarta')).rejects.toThrow('tidak-ada.csv tidak ada')
  })
})

describe('an empty list', () => {
  it('has all columns, and nobody in it', async () => {
    const database = await emptyDirectory()
    for (const content of [templateCsv(), templateXlsx()])
      await expect(bring(database, content, { dryRun: true })).rejects.toThrow('tidak ada satu pun baris')
    const filled = `${String(templateCsv()).trimEnd()}\n198503152010012003;Siti;;;Dinas Sosial;Staf;III/a;PNS\n`
    const report = await bring(database, filled, { dryRun: true })
    expect(Object.keys(report.columns.used)).toEqual([...FIELDS])
    expect(report).toMatchObject({ rows: 1, refused: [], columns: { unused: [] } })
  })

  it('keeps a NIP as it was typed', () => {
    const sheet = read(templateXlsx(), { cellNF: true }).Sheets.Pegawai
    for (const field of ['nip', 'telepon', 'atasan_nip'] as const)
      expect(sheet?.[utils.encode_cell({ r: 1, c: FIELDS.indexOf(field) })]).toMatchObject({ t: 's', z: '@' })
  })
})
