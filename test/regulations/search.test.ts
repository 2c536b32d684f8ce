import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { indexArticles } from '../../src/regulations/indexing.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import {
  createSearch,
  type Found,
  isBoundary,
  onePerArticle,
  type Search,
} from '../../src/regulations/search.ts'
import { type ArticleDraft, shelve } from '../../src/regulations/shelving.ts'
import { settleStandings } from '../../src/regulations/standing.ts'
import { freshDatabase } from '../support/database.ts'
import { KNOWLEDGE } from '../support/knowledge.ts'

const lexicon = readLexicon(KNOWLEDGE)

/** Two laws about bicycles: an old one, and one that changes a pasal of it. */
const OLD = 'perwal-kota-serang-3-2012'
const AMENDING = 'perwal-kota-serang-8-2019'
const REVOKED = 'perwal-kota-serang-1-1999'

const article = (regulation: string, pasal: string, body: string, position = 0): ArticleDraft => ({
  regulation,
  pasal,
  position,
  heading: 'BAB II Sepeda Kargo Dinas',
  official: body,
  passages: [{ title: '', body, questions: [] }],
})

let database: Database
let search: Search

beforeAll(async () => {
  database = await freshDatabase()
  await put(OLD, 3, 2012, 'Sepeda Kargo Dinas', [
    article(
      OLD,
      '4',
      'Sepeda kargo dinas dipinjamkan paling lama 17 (tujuh belas) sampai dengan 20 (dua puluh) hari.',
    ),
    article(OLD, '5', 'Gubernur sepeda kargo menunjuk penjaga sepeda kargo.', 1),
  ])
  await put(REVOKED, 1, 1999, 'Sepeda Kargo Dinas', [
    article(
      REVOKED,
      '4',
      'Sepeda kargo dinas dipinjamkan paling lama 5 (lima) hari kepada peminjam sepeda kargo.',
    ),
  ])
  await database.query(
    `update regulation set amended_by = '{${AMENDING}}', status = 'diubah', curated = true where id = $1`,
    [OLD],
  )
  await database.query(
    `update regulation set revoked_by = '{${OLD}}', status = 'dicabut', curated = true where id = $1`,
    [REVOKED],
  )
  await put(
    AMENDING,
    8,
    2019,
    'Perubahan atas Peraturan Wali Kota Nomor 3 Tahun 2012 tentang Sepeda Kargo Dinas',
    [article(AMENDING, '4', 'Sepeda kargo dinas dipinjamkan paling lama 30 (tiga puluh) hari.')],
  )
  await database.transaction(settleStandings)
  await indexArticles(database, lexicon)
  search = createSearch(database, lexicon)
})

async function put(
  id: string,
  number: number,
  year: number,
  title: string,
  drafts: readonly ArticleDraft[],
): Promise<void> {
  await database.query(
    `insert into regulation (id, type, number, year, title, status, curated) values ($1, 'Peraturan Wali Kota', $2, $3, $4, 'berlaku', true)`,
    [id, String(number), year, title],
  )
  await database.transaction((connection) => shelve(connection, 'official', [id], drafts, lexicon))
}

const places = (found: readonly Found[]): readonly string[] =>
  onePerArticle(found).map(({ regulation, pasal }) => `${regulation.id}#${pasal}`)

describe('law over time', () => {
  test('the amending text stands above the one it replaced and above what is revoked', async () => {
    const found = places(await search('berapa lama boleh pinjam sepeda kargo dinas'))
    expect(found[0]).toBe(`${AMENDING}#4`)
    expect(found).toContain(`${OLD}#4`)
    expect(found).toContain(`${REVOKED}#4`)
  })

  test('a replaced pasal says by what, and since its neighbour was not changed that one is in force', async () => {
    const found = await search('sepeda kargo dinas dipinjamkan penjaga sepeda kargo')
    const standing = (place: string) => found.find((f) => `${f.regulation.id}#${f.pasal}` === place)?.standing
    expect(standing(`${OLD}#4`)).toEqual({ status: 'diubah', by: [{ regulation: AMENDING, pasal: '4' }] })
    expect(standing(`${OLD}#5`)).toMatchObject({ status: 'berlaku' })
    expect(standing(`${REVOKED}#4`)).toMatchObject({ status: 'dicabut', by: [{ regulation: OLD }] })
  })

  test('in an earlier year the text of that year is right', async () => {
    expect(places(await search('berapa lama boleh pinjam sepeda kargo dinas', { asOf: 2015 }))[0]).toBe(
      `${OLD}#4`,
    )
    expect(places(await search('berapa lama boleh pinjam sepeda kargo dinas', { asOf: 2005 }))[0]).toBe(
      `${REVOKED}#4`,
    )
  })

  test('a law asked for by name is found though it is revoked', async () => {
    const found = places(
      await search('menurut perwal kota serang 1/1999 sepeda kargo dinas dipinjamkan berapa lama'),
    )
    expect(found[0]).toBe(`${REVOKED}#4`)
  })
})

test('a number inside a range finds the pasal with the range', async () => {
  expect(places(await search('sepeda kargo 19 hari', { asOf: 2015 }))[0]).toBe(`${OLD}#4`)
})

describe('beyond what the regulations settle', () => {
  test('a subject that none settles comes first and is no pasal', async () => {
    const [first, ...others] = await search('tpp camat di kota serang berapa rupiah sebulan')
    expect(first && isBoundary(first)).toBe(true)
    expect(others.some(isBoundary)).toBe(false)
  })

  test('a question that a pasal answers has no such subject before it', async () => {
    const found = await search('cuti tahunan PNS berapa hari')
    expect(found.some(isBoundary)).toBe(false)
    expect(found[0]).toMatchObject({ pasal: '311', confidence: expect.closeTo(0.9, 0) })
  })

  test('nothing is found for what has no telling word', async () => {
    expect(await search('apa itu?')).toEqual([])
  })
})

describe('the index', () => {
  test('a pasal whose words changed is found by its new words only', async () => {
    const changed = [
      article(OLD, '4', 'Sepeda kargo dinas tidak dipinjamkan selama musim layangan.'),
      article(OLD, '5', 'Gubernur sepeda kargo menunjuk penjaga sepeda kargo.', 1),
    ]
    const changes = await database.transaction((connection) =>
      shelve(connection, 'official', [OLD], changed, lexicon),
    )
    expect(changes.get(OLD)).toEqual({ added: 0, changed: 1, removed: 0, unchanged: 1 })
    expect(await indexArticles(database, lexicon)).toBeGreaterThan(0)
    expect(places(await search('musim layangan', { asOf: 2015 }))).toContain(`${OLD}#4`)
    expect(await indexArticles(database, lexicon)).toBe(0)
  })

  test('a pasal that is gone is not found', async () => {
    await database.transaction((connection) => shelve(connection, 'official', [REVOKED], [], lexicon))
    await indexArticles(database, lexicon)
    expect(places(await search('peminjam sepeda kargo')).some((place) => place.startsWith(REVOKED))).toBe(
      false,
    )
  })
})
