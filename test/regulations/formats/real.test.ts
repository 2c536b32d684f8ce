import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tesseract } from '../../../src/regulations/formats/ocr.ts'
import { readFileText } from '../../../src/regulations/formats.ts'
import { identify } from '../../../src/regulations/identity.ts'
import { readStructure } from '../../../src/regulations/structure.ts'

const folder = join(import.meta.dirname, '../../../../shared/corpus/importer-inputs')
const there = existsSync(folder)
const recognizes = there && (await tesseract.missing()) === undefined
const read = (name: string) => readFileText({ name, bytes: readFileSync(join(folder, name)) })

describe('files as regulations really come', () => {
  it.skipIf(!there)(
    'PDF: every pasal of a regulation of 49 pages (skipped where ../shared/corpus is absent)',
    { timeout: 60_000 },
    async () => {
      const name = 'perda-merangin-1-2016.pdf'
      const { text, pages, read: given, warnings } = await read(name)
      expect([pages, given, warnings]).toEqual([49, 49, []])
      const { articles } = readStructure(text)
      expect(articles.map((a) => a.pasal)).toEqual(articles.map((_, i) => `${i + 1}`))
      expect(articles.length).toBe(117)
      expect(articles[4]?.clauses.at(-1)?.words).toBe('j. keseimbangan, keserasian, dan keselarasan.')
      expect(identify(text, name)).toMatchObject({ id: 'perda-kabupaten-merangin-1-2016', problems: [] })
    },
  )

  it.skipIf(!there)('PDF with tables: its pasal and its hundred pages', { timeout: 60_000 }, async () => {
    const { text, pages, read: given, warnings } = await read('perbup-merangin-12-2023.pdf')
    expect([pages, given, warnings]).toEqual([100, 100, []])
    expect(readStructure(text).articles.map((a) => a.pasal)).toEqual(
      Array.from({ length: 12 }, (_, i) => `${i + 1}`),
    )
  })

  it.skipIf(!recognizes)(
    'PDF of pictures: a circular of three pages (skipped where tesseract-ocr-ind is not installed)',
    { timeout: 120_000 },
    async () => {
      const { text, format, pages, warnings } = await read('se-bupati-merangin-asn-berpijar.pdf')
      expect([format, pages]).toEqual(['PDF pindaian (OCR)', 3])
      expect(text).toContain('PEMANFAATAN PLATFORM ASN BERPIJAR')
      expect(text).toContain('minimal 20 Jam Pelajaran (JP) per tahun')
      expect(text.split('\n')).toContain(
        'b. Paltform ASN Berpijar memuat materi pembelajaran yang dikembangkan',
      )
      expect(warnings).toEqual(['Halaman 1–3 dikenali dari gambarnya (OCR); cocokkan dengan naskah asli.'])
    },
  )

  it.skipIf(!there)('HTML and Markdown', { timeout: 60_000 }, async () => {
    const html = await read('uu-5-2014.kms.html')
    expect(html.format).toBe('HTML')
    expect(html.text.split('\n')[0]).toBe('Undang Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara')
    expect(html.text).not.toMatch(/<|&nbsp;|\s{2}/)
    const markdown = await read('pp-94-2021.raw.md')
    expect(readStructure(markdown.text).articles.length).toBe(45)
    expect(markdown.warnings).toEqual([expect.stringMatching(/^Sekitar 2% kata cacat/)])
  })
})
