import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Digest, parseDigests, readDigests } from '../../src/regulations/knowledge/digests.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { readRegistry, shortName } from '../../src/regulations/registry.ts'
import { readStructure } from '../../src/regulations/structure.ts'
import { KNOWLEDGE } from '../support/knowledge.ts'

const digests = readDigests(KNOWLEDGE)
const registry = readRegistry(KNOWLEDGE)
const corpus = join(import.meta.dirname, '../../../shared/corpus/core')

describe('the knowledge that ships', () => {
  test('knows at least 60 regulations and 300 pasal entries, each of a regulation in the registry', () => {
    expect(registry.length).toBeGreaterThanOrEqual(60)
    expect(digests.length).toBeGreaterThanOrEqual(300)
    const ids = new Set(registry.map(({ id }) => id))
    expect(digests.filter(({ regulation }) => !ids.has(regulation))).toEqual([])
  })

  test('says by what every revoked regulation was revoked', () => {
    const revoked = registry.filter(
      ({ status, revoked_by }) => status === 'dicabut' && revoked_by.length === 0,
    )
    expect(revoked.map(({ id }) => id)).toEqual([])
  })

  test('begins every entry with a sentence that can stand alone on a phone', () => {
    const long = digests.filter(({ body }) => (body.split(/(?<=[.!?;])\s/)[0]?.length ?? 0) > 400)
    expect(long.map(({ regulation, pasal, title }) => `${regulation} ${pasal} ${title}`)).toEqual([])
  })

  test('never has two entries for one place with one title', () => {
    const places = digests.map(({ regulation, pasal, ayat, huruf, title }) =>
      [regulation, pasal, ayat, huruf, title].join('|'),
    )
    expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([])
  })

  test('has short names for every regulation', () => {
    expect(registry.map(shortName).filter((name) => !/^[A-Z][\w ]+ \d+[A-Z]?\/\d{4}$/i.test(name))).toEqual(
      [],
    )
  })

  test('turns chat spelling into the words of the law', () => {
    const { stems, expand } = readLexicon(KNOWLEDGE)
    expect(stems('brp hri cuti')).toEqual(stems('berapa hari cuti'))
    expect(expand('bolos').terms.map(({ term }) => term)).toEqual(
      expect.arrayContaining([...stems('tidak masuk kerja')]),
    )
  })

  test.each([
    ['no front matter', '## Pasal 1: Apa\nIsi.\n? tanya'],
    [
      'no question',
      '---\nregulation: pp-1-2020\nchecked: 2026-01-01\nagainst: official\n---\n## Pasal 1: Apa\nIsi.',
    ],
    [
      'no place',
      '---\nregulation: pp-1-2020\nchecked: 2026-01-01\nagainst: official\n---\n## Apa ini\nIsi.\n? tanya',
    ],
  ])('refuses a digest file with %s, naming it', (_, text) => {
    expect(() => parseDigests(text, 'uji.md')).toThrow('uji.md')
  })
})

describe.skipIf(!existsSync(corpus))(
  'every figure of a digest checked against an official text (skipped without the corpus)',
  () => {
    const lacking = new Map<string, readonly string[]>()
    const checked = digests.filter(
      ({ checked: against, pasal }) => against.endsWith('official') && pasal !== 'Lampiran',
    )
    let known = 0
    for (const regulation of new Set(checked.map((digest) => digest.regulation))) {
      const file = join(corpus, `${regulation}.txt`)
      if (!existsSync(file)) continue
      const { articles, explanations } = readStructure(readFileSync(file, 'utf8'))
      for (const digest of checked.filter((d) => d.regulation === regulation)) {
        const official = articles
          .filter(({ pasal }) => pasal === digest.pasal)
          .map(({ text }) => text)
          .join('\n')
        if (official === '') continue
        known++
        const missing = figuresMissing(digest, `${official}\n${explanations.get(digest.pasal) ?? ''}`)
        if (missing.length > 0) lacking.set(`${regulation} ${digest.pasal} ${digest.title}`, missing)
      }
    }

    test('stands in the pasal it names, but for what the digest itself attributes elsewhere', () => {
      expect(known).toBeGreaterThan(900)
      expect(
        lacking.size / known,
        [...lacking].map(([place, figures]) => `${place}: ${figures.join(', ')}`).join('\n'),
      ).toBeLessThan(0.03)
    })
  },
)

/** The figures of a digest's text that the official words hold neither as digits nor in words. */
function figuresMissing({ body }: Digest, official: string): readonly string[] {
  const own = body
    .replace(/\([^)]*\)/g, ' ') // asides point to other places
    .replace(/\b(?:Pasal|ayat|angka|UU|PP|Perpres|KUHP|tahun|Nomor)\s+\(?\d[\d/A-Z]*\)?/gi, ' ')
    .replace(/\b(?:19|20)\d\d\b/g, ' ')
  const words = official.toLowerCase().replace(/\s+/g, ' ')
  const digits = new Set(
    words
      .replace(/(?<=\d)[.,](?=\d)/g, '')
      .replace(/o(?=\d)|(?<=\d)o/g, '0')
      .match(/\d+/g) ?? [],
  )
  return [...own.replace(/(?<=\d)[.](?=\d)/g, '').matchAll(/\d+(?:,\d+)?/g)]
    .map(([figure]) => figure)
    .filter(
      (figure) =>
        !digits.has(figure.replace(',', '')) && !words.includes(inWords(Number(figure.replace(',', '.')))),
    )
}

function inWords(value: number): string {
  const small = [
    'nol',
    'satu',
    'dua',
    'tiga',
    'empat',
    'lima',
    'enam',
    'tujuh',
    'delapan',
    'sembilan',
    'sepuluh',
    'sebelas',
  ]
  if (value < 12 && Number.isInteger(value)) return small[value] ?? '?'
  if (value < 20 && Number.isInteger(value)) return `${small[value - 10]} belas`
  if (value < 100 && Number.isInteger(value))
    return `${small[Math.floor(value / 10)]} puluh${value % 10 ? ` ${small[value % 10]}` : ''}`
  return '\0'
}
