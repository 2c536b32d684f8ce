import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storedEffect } from '../../../src/regulations/ingest/consequences.ts'
import { disorderOf, gapsOf, outsideOf } from '../../../src/regulations/ingest/findings.ts'
import { readStructure } from '../../../src/regulations/structure.ts'
import { lawText, someArticles } from './laws.ts'

const articles = (body: string) => readStructure(`MEMUTUSKAN:\n${body}`).articles

describe('what is missing or out of order', () => {
  test('pasal that are not there between those that are', () => {
    expect(
      gapsOf(articles('Pasal 1\nSatu.\n\nPasal 3\nTiga.\n\nPasal 4\nEmpat.\n\nPasal 7\nTujuh.\n')),
    ).toEqual(['2', '5–6'])
    expect(gapsOf(articles('Pasal 1\nSatu.\n\nPasal 1A\nSisipan.\n\nPasal 2\nDua.\n'))).toEqual([])
  })

  test('an ayat that was lost, or that stands inside another', () => {
    expect(disorderOf(articles('Pasal 1\n(1) Satu.\n(2) Dua.\n(4) Empat.\n'))).toEqual([
      'Pasal 1: sesudah ayat (2) langsung ayat (4)',
    ])
    expect(disorderOf(articles('Pasal 1\n(1) Satu.\n(2) Dua.\n(2a) Sisipan.\n(3) Tiga.\n'))).toEqual([])
    const clauses = [{ ayat: '1', text: '', words: '(1) Pegawai wajib hadir. (2) Pegawai wajib pulang.' }]
    expect(disorderOf([{ pasal: '9', heading: '', text: '', clauses }])).toEqual([
      'Pasal 9: ayat (2) terbaca di tengah kalimat',
    ])
  })
})

describe('what belongs to no pasal', () => {
  test('is counted, and each part is named with how it begins', () => {
    const text = `${lawText({ number: 1, articles: someArticles(3) })}\nPENJELASAN\nATAS\nPERATURAN WALI KOTA SERANG\nI. UMUM\nUmum sekali.\nLAMPIRAN\nTabel panjang.\n`
    const { characters, share, parts } = outsideOf(text, readStructure(text))
    expect(parts.map(({ part }) => part)).toEqual(['head', 'explanation', 'annex'])
    expect(parts[2]?.begins).toBe('LAMPIRAN Tabel panjang.')
    expect(parts[0]?.begins).toBe('PERATURAN WALI KOTA SERANG NOMOR 1 TAHUN 2024 TENTANG SEPEDA …')
    expect(characters).toBeGreaterThan(parts.reduce((sum, part) => sum + part.characters, 0))
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.8)
  })

  test('is a share between nothing and all, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('Pasal 1\n', 'isi. ', '\n', 'LAMPIRAN\n', 'PENJELASAN\n', 'MEMUTUSKAN:'),
        }),
        (text) => {
          const { share, characters } = outsideOf(text, readStructure(text))
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
          expect(characters).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})

describe('an effect as it is kept', () => {
  const by = { regulation: 'pp-2-2020', pasal: '9' }
  test.each([
    [{ regulation: 'pp-1-2000' }, 'revoked', { on_regulation: 'pp-1-2000', kind: 'revoked' }],
    [{ regulation: 'pp-1-2000', pasal: '5' }, 'deleted', { on_pasal: '5', kind: 'deleted' }],
    [{ regulation: 'pp-1-2000', pasal: '5', ayat: '2' }, 'deleted', { on_pasal: '5', kind: 'amended' }],
    [{ regulation: 'pp-1-2000', pasal: '5', ayat: '2' }, 'inserted', { on_pasal: '5', kind: 'amended' }],
    [{ regulation: 'pp-1-2000', part: 'Bab IX' }, 'revoked', { on_regulation: 'pp-1-2000', kind: 'amended' }],
  ] as const)('%j %s', (on, kind, kept) => {
    expect(storedEffect({ by, on, kind })).toEqual([
      expect.objectContaining({ by_regulation: 'pp-2-2020', by_pasal: '9', ...kept }),
    ])
  })

  test.each([
    [{ regulation: 'pp-1-2000' }, 'kept'],
    [{ regulation: 'pp-1-2000', part: 'peraturan pelaksanaan' }, 'revoked'],
    [{ regulation: 'pp-1-2000', pasal: '5', part: 'penjelasan' }, 'amended'],
    [{ regulation: 'pp-2-2020', pasal: '1' }, 'revoked'],
  ] as const)('%j %s changes nothing', (on, kind) => {
    expect(storedEffect({ by, on, kind })).toEqual([])
  })
})
