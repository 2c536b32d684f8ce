import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { createRig } from '../../../scripts/bench/rig.ts'
import { linesOf } from '../../../scripts/ingest/lines.ts'
import { readOptions } from '../../../scripts/ingest/options.ts'
import { duration, paceText, rate } from '../../../scripts/ingest/pace.ts'
import { filesOf } from '../../../scripts/ingest/paths.ts'
import { Misconfigured } from '../../../src/errors.ts'
import type { Findings } from '../../../src/regulations/ingest.ts'

const rig = createRig()

afterEach(() => rig.end())

describe('the command line', () => {
  test('names paths and what is to be done', () => {
    expect(readOptions(['a', 'b.pdf', '--dry-run', '--force'])).toMatchObject({
      paths: ['a', 'b.pdf'],
      dryRun: true,
      force: true,
      given: {},
    })
    expect(readOptions(['a.pdf', '--type', 'pp', '--number', '94', '--year', '2021']).given).toMatchObject({
      id: 'pp-94-2021',
    })
  })

  test.each([
    [[], 'sebutkan berkas atau folder'],
    [['a', '--cepat'], 'pilihan --cepat tidak dikenal'],
    [['a', '--id'], 'pilihan --id'],
    [['a', '--year', '2021'], 'sebutkan ketiganya'],
    [['a', '--report', '/tidak/ada/laporan.json'], 'tidak bisa ditulis'],
  ])('%j is answered with a sentence', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(Misconfigured)
    expect(() => readOptions(args)).toThrow(sentence)
  })
})

describe('paths', () => {
  function folder(): string {
    const root = rig.folder()
    mkdirSync(join(root, 'dalam', '.git'), { recursive: true })
    for (const name of [
      '10.pdf',
      '9.pdf',
      'gambar.png',
      '.rahasia.pdf',
      'dalam/a.docx',
      'dalam/.git/b.txt',
      'tanpa-akhiran',
    ])
      writeFileSync(join(root, name), name)
    symlinkSync(join(root, 'tidak-ada'), join(root, 'putus.pdf'))
    return root
  }

  test('a folder is read to its depth, in the order people count, without what is hidden or something else', () => {
    const root = folder()
    const { files, passedOver } = filesOf([root])
    expect(files.map(({ path }) => relative(root, path))).toEqual([
      '9.pdf',
      '10.pdf',
      'dalam/a.docx',
      'putus.pdf',
      'tanpa-akhiran',
    ])
    expect(files[0]).toMatchObject({ size: 5 })
    expect(passedOver.map((path) => relative(root, path))).toEqual(['gambar.png'])
  })

  test('a pattern means what it matches, a named file is read whatever it is, and nothing is read twice', () => {
    const root = folder()
    const paths = [join(root, '*.pdf'), join(root, 'gambar.png'), join(root, '9.pdf')]
    expect(filesOf(paths).files.map(({ path }) => relative(root, path))).toEqual([
      '9.pdf',
      '10.pdf',
      'putus.pdf',
      'gambar.png',
    ])
  })

  test('a path that means nothing is named', () => {
    expect(() => filesOf(['/tidak/ada'])).toThrow('/tidak/ada tidak ada atau tidak boleh dibaca')
    expect(() => filesOf(['/tidak/ada/*.pdf'])).toThrow('tidak ada berkas yang cocok dengan /tidak/ada/*.pdf')
  })
})

describe('the pace', () => {
  test.each([
    [{ files: 0, ofFiles: 40, bytes: 0, ofBytes: 400, seconds: 3 }, '0/40 berkas'],
    [
      { files: 10, ofFiles: 40, bytes: 100, ofBytes: 400, seconds: 5 },
      '10/40 berkas, 2 berkas/detik, sisa 15 detik',
    ],
    [
      { files: 1, ofFiles: 40, bytes: 1, ofBytes: 400, seconds: 30 },
      '1/40 berkas, 2 berkas/menit, sisa 3 jam 20 menit',
    ],
    [{ files: 40, ofFiles: 40, bytes: 400, ofBytes: 400, seconds: 20 }, '40/40 berkas, 2 berkas/detik'],
  ])('%j is "%s"', (pace, said) => {
    expect(paceText(pace)).toBe(said)
  })

  test('goes by the second or the minute', () => {
    expect(rate(35.4, 'berkas')).toBe('35 berkas/detik')
    expect(rate(0.05, 'halaman')).toBe('3 halaman/menit')
    expect([duration(0), duration(100), duration(3_600)]).toEqual(['1 detik', '2 menit', '1 jam'])
  })
})

describe('what is said of a file', () => {
  const findings: Findings = {
    regulation: 'pp-94-2021',
    type: 'Peraturan Pemerintah',
    title: 'Disiplin',
    recognized: 'name',
    format: 'PDF pindaian (OCR)',
    pages: 9,
    pagesRead: 8,
    articles: 1_200,
    passages: 3,
    gaps: ['2', '5–6'],
    disorder: ['Pasal 7: mulai dari ayat (2)'],
    outside: {
      characters: 500,
      share: 0.25,
      parts: [{ part: 'annex', characters: 400, begins: 'LAMPIRAN Tabel' }],
    },
    effects: [
      { by: { regulation: 'pp-94-2021', pasal: '45' }, on: { regulation: 'pp-53-2010' }, kind: 'revoked' },
      {
        by: { regulation: 'pp-94-2021', pasal: '46' },
        on: { regulation: 'pp-1-2000', pasal: '3' },
        kind: 'amended',
      },
      {
        by: { regulation: 'pp-94-2021', pasal: '46' },
        on: { regulation: 'pp-1-2000', pasal: '4', ayat: '1' },
        kind: 'deleted',
      },
    ],
    warnings: ['Halaman 9 kosong.'],
  }

  test('is all that a person needs to judge the import', () => {
    const lines = linesOf({
      file: 'peraturan/pp.pdf',
      outcome: 'imported',
      regulation: 'pp-94-2021',
      findings,
      changes: { added: 1_000, changed: 0, removed: 2, unchanged: 200 },
      seconds: 1.26,
    })
    expect(lines.split('\n').map((line) => line.trim())).toEqual([
      '✓ PP 94/2021, Disiplin',
      'pp.pdf; PDF pindaian (OCR), 8 dari 9 halaman terbaca, dikenali dari nama berkas; 1.200 pasal (1.000 baru, 2 hilang, 200 tetap), 3 bagian; 25% di luar pasal (500 huruf: lampiran 400, "LAMPIRAN Tabel"); 1,3 detik',
      'mencabut PP 53/2010; mengubah PP 1/2000 (2 pasal)',
      '! Halaman 9 kosong.',
      '! Tidak ditemukan: Pasal 2, 5–6.',
      '! Urutan ayat: Pasal 7: mulai dari ayat (2).',
    ])
  })

  test('names what to do about a file whose number cannot be read', () => {
    expect(
      linesOf({ file: 'a.pdf', outcome: 'refused', cause: 'unnamed', reason: 'tidak terbaca.', seconds: 1 }),
    ).toBe(
      '✗ a.pdf: tidak terbaca.\n    Sebutkan: npm run ingest -- BERKAS --type pp --number 94 --year 2021',
    )
  })
})
