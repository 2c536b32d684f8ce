import { describe, expect, test } from 'vitest'
import { texts } from '../../src/features/questions/about-law/texts.ts'
import { aboutLaw } from '../../src/features/questions/about-law.ts'
import type { RegulationNoted } from '../../src/features/questions/store.ts'

const t = texts.id
const law = (number: string, year: number, own: Partial<RegulationNoted> = {}): RegulationNoted => ({
  id: `pp-${number}-${year}`,
  number,
  year,
  title: 'DISIPLIN PEGAWAI NEGERI SIPIL',
  abbreviation: '',
  status: 'berlaku',
  amended_by: [],
  revoked_by: [],
  since: '',
  unread: [],
  note: null,
  complete: true,
  ...own,
})
const LAWS = [
  law('94', 2021),
  law('53', 2010, {
    status: 'dicabut',
    revoked_by: ['pp-94-2021'],
    since: '2021-08-31',
    note: 'Pasal 7 ayat (3) masih dipakai',
  }),
  law('11', 2017, { status: 'diubah', amended_by: ['pp-17-2020'], complete: false }),
]
const store = {
  regulations: async (named: readonly { number: string; year: number }[]) =>
    LAWS.filter(({ number, year }) => named.some((one) => one.number === number && one.year === year)),
  articlesThere: async (_: string, articles: readonly string[]) => articles.filter((pasal) => pasal === '9'),
}
const ask = (question: string) => aboutLaw(question, store, 'id')

describe('a question about a regulation itself', () => {
  test.each([
    'PP 53/2010 masih berlaku?',
    'pp 53 tahun 2010 udah dicabut blm',
    'apakah PP Nomor 53 Tahun 2010 sekarang masih dipakai',
  ])('whether it holds: %s', async (question) => {
    const said = await ask(question)
    expect(said?.known).toBe(true)
    expect(said?.text).toContain(
      '**PP 53/2010** tentang Disiplin Pegawai Negeri Sipil: **sudah dicabut** oleh PP 94/2021, sejak 31 Agustus 2021.',
    )
    expect(said?.text).toContain('Pasal 7 ayat (3) masih dipakai')
  })

  test('what changed it, and two of them at once', async () => {
    expect((await ask('PP 11/2017 sudah diubah belum?'))?.text).toContain(
      'sebagian sudah diubah oleh PP 17/2020',
    )
    const both = await ask('PP 94/2021 dan PP 53/2010 mana yang berlaku?')
    expect(both?.text).toMatch(/PP 94\/2021.*masih berlaku[\s\S]*PP 53\/2010.*sudah dicabut/)
  })

  test('that nobody recorded is not vouched for', async () => {
    expect(await ask('PP 7/2019 masih berlaku?')).toEqual({ text: t.unrecorded('PP 7/2019'), known: false })
  })

  test('what it is', async () => {
    expect((await ask('tolong ringkas PP 94/2021'))?.text).toContain(t.askOn)
  })

  test('a pasal that is not there is not answered with another', async () => {
    expect(await ask('PP 94/2021 pasal 99')).toEqual({
      text: t.noSuchArticle('Pasal 99', 'PP 94/2021'),
      known: false,
    })
    expect(await ask('pasal 99 pp 11/2017')).toEqual({
      text: t.articleNotHere('Pasal 99', 'PP 11/2017'),
      known: false,
    })
    expect(await ask('isi pasal 9 PP 94/2021')).toBeUndefined()
  })

  test.each([
    'bolos 5 hari menurut PP 94/2021',
    'cuti tahunan PNS berapa hari?',
    'apa sanksi yang berlaku untuk bolos di PP 94/2021?',
    'PP 94/2021 mengatur cuti?',
  ])('anything of its rules is not: %s', async (question) => expect(await ask(question)).toBeUndefined())
})
