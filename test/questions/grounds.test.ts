import { expect, it } from 'vitest'
import { foundPassage } from '#test/found.ts'
import { citedBy, sourcesOf } from '../../src/features/questions/model/grounds.ts'
import { texts } from '../../src/features/questions/texts.ts'
import type { Found } from '../../src/regulations/search.ts'

const t = texts.id
const given = (question: string, ...found: Found[]) => sourcesOf(question, found, t)
const LONG = Array.from(
  { length: 8 },
  (_, i) => `(${i + 1}) Ayat ${'ke'.repeat(i + 1)} mengatur ${`urusan${i + 1} `.repeat(40)}selesai.`,
).join('\n')

it('a short pasal is given whole, once, however many passages of it were found', () => {
  const official = '(1) PNS wajib hadir.\n(2) PNS wajib melapor.'
  const one = foundPassage({ official, ayat: '1' })
  const sources = given('hadir', one, foundPassage({ official, ayat: '2' }))
  expect(sources.map(({ ground }) => ground.text)).toEqual([official])
  expect(sources[0]?.ground.name).toBe(
    'Pasal 9 PP 94/2021 tentang Disiplin Pegawai Negeri Sipil, masih berlaku',
  )
})

it('of a long one the ayat that were found come whole, in order, and no quote can reach over the gap', () => {
  const [source] = given(
    'x',
    foundPassage({ official: LONG, ayat: '6' }),
    foundPassage({ official: LONG, ayat: '2' }),
  )
  const text = source?.ground.text ?? ''
  const lines = LONG.split('\n')
  expect(text).toContain(lines[5])
  expect(text).toContain(lines[1])
  expect(text.indexOf('(2)')).toBeLessThan(text.indexOf('(6)'))
  expect(text).toContain('selesai.\n[bagian lain tidak dikutip]\n(')
  expect(text.length).toBeLessThan(1_300)
})

it('of an ayat that is too long the items around the one that fits come, under the words that open it', () => {
  const items = Array.from(
    { length: 20 },
    (_, i) =>
      `${String.fromCharCode(97 + i)}. hal ${i === 12 ? 'gratifikasi' : 'lain'} ${'kata '.repeat(20)}`,
  )
  const official = `PNS dilarang:\n${items.map((item) => `${item.trim()};`).join('\n')}`
  const text = given('soal gratifikasi', foundPassage({ official }))[0]?.ground.text ?? ''
  expect(text).toMatch(/^PNS dilarang:\n\[bagian lain tidak dikutip\]\n/)
  expect(text).toContain('m. hal gratifikasi')
  expect(text.length).toBeLessThan(1_300)
})

it('digests of one pasal come together, each under its title', () => {
  const sources = given(
    'x',
    foundPassage({
      title: 'Teguran lisan',
      body: 'Bolos 3 hari: **teguran lisan**.',
      huruf: 'a',
      passage: 'a',
    }),
    foundPassage({
      title: 'Teguran tertulis',
      body: 'Bolos 4 hari: teguran tertulis.',
      huruf: 'b',
      passage: 'b',
    }),
  )
  expect(sources[0]?.ground.text).toBe(
    'Teguran lisan.\nBolos 3 hari: teguran lisan.\n[bagian lain tidak dikutip]\nTeguran tertulis.\nBolos 4 hari: teguran tertulis.',
  )
  const proof = { number: 1, quote: 'Bolos 4 hari: teguran' }
  expect(sources.flatMap((source) => citedBy(proof, source) ?? [])[0]?.huruf).toBe('b')
})

it('six pasal at most, and those that do not hold any more are marked', () => {
  const standing = { status: 'dicabut', by: [{ regulation: 'pp-94-2021' }] } as const
  const sources = given(
    'x',
    ...['1', '2', '3', '4', '5', '6', '7'].map((pasal) => foundPassage({ pasal, standing })),
  )
  expect(sources.map(({ ground }) => [ground.number, ground.revoked])).toEqual(
    [1, 2, 3, 4, 5, 6].map((n) => [n, true]),
  )
  expect(sources[0]?.ground.name).toContain('dicabut')
})
