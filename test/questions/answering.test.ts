import { describe, expect, test } from 'vitest'
import { type Answer, type Answering, answer } from '../../src/features/questions/answering.ts'
import { LONGEST_ANSWER } from '../../src/features/questions/wording/quoting.ts'
import type { Found, SearchOptions } from '../../src/regulations/search.ts'
import { digest, NEVER, PASAL_9, plain, t } from './found.ts'

const TAHUNAN = digest({
  pasal: '311',
  title: 'Cuti tahunan 12 hari kerja',
  body: 'PNS berhak atas cuti tahunan 12 hari kerja.',
  questions: ['jatah cuti setahun berapa'],
})
const BESAR = digest({
  pasal: '316',
  ayat: '1',
  title: 'Cuti besar paling lama 3 bulan',
  body: 'PNS yang bekerja 5 tahun berhak atas cuti besar paling lama 3 bulan.',
  questions: ['syarat ambil cuti besar apa'],
})
const MINTA = digest({
  pasal: '316',
  ayat: '4',
  title: 'Cuti besar diminta tertulis',
  body: 'Cuti besar diminta secara tertulis kepada PPK.',
  questions: ['cara mengajukan cuti besar'],
})

interface Asked {
  readonly question: string
  readonly options: SearchOptions | undefined
}

/** A bot that finds what a test says for the words a question has in common with a key. */
function bot(finds: Readonly<Record<string, readonly Found[]>>, memory: Answer['memory'] = null) {
  const asked: Asked[] = []
  const deps = {
    async search(question: string, options?: SearchOptions) {
      asked.push({ question, options })
      return finds[question] ?? finds['*'] ?? []
    },
    store: { regulations: async () => [], articlesThere: async () => [] },
    organization: 'Pemerintah Kota Serang',
    log: {},
  } as unknown as Answering // no model is configured, so nothing else is asked for
  let remembered = memory
  const turn = {
    person: { account: 'test:wati', name: 'Wati', role: 'citizen', language: 'id' },
    now: new Date('2026-03-02T09:00:00+07:00'),
    timeZone: 'Asia/Jakarta',
    preview: () => undefined,
  } as const
  return {
    asked,
    async says(question: string): Promise<Answer> {
      const given = await answer(deps, question, { ...turn, memory: remembered })
      remembered = given.memory
      return given
    },
  }
}

describe('a question', () => {
  test('is answered from the best passage, with its pasal, neighbours and their questions', async () => {
    const given = await bot({ '*': [BESAR, MINTA, TAHUNAN] }).says('cuti besar berapa lama')
    expect(plain(given.text)).toMatch(
      /^PNS yang bekerja 5 tahun berhak atas cuti besar paling lama 3 bulan\./,
    )
    expect(given.citations).toEqual([
      { regulation: 'pp-94-2021', pasal: '316', ayat: '1', quote: plain(BESAR.body) },
    ])
    expect(given.choices.map(({ label }) => label)).toEqual([
      t.seeArticle,
      'Cara mengajukan cuti besar?',
      'Jatah cuti setahun berapa?',
    ])
    expect(given.outcome).toBe('quoted')
  })

  test('that nothing surely answers gets what is nearest, one that nothing answers an honest no', async () => {
    const unsure = { ...BESAR, confidence: NEVER }
    const refused = await bot({ '*': [unsure] }).says('cuti besar berapa lama')
    expect(refused).toMatchObject({
      outcome: 'refused',
      text: t.notFound,
      citations: [],
      choices: [],
      found: [unsure],
    })
    expect((await bot({}).says('cuti besar berapa lama')).outcome).toBe('refused')
  })

  test('cites the official clause it quotes, as it is stored', async () => {
    const passage = digest({ official: PASAL_9, ayat: '2', huruf: 'b angka 2)' })
    const { citations } = await bot({ '*': [passage] }).says('bolos 5 hari kena sanksi apa')
    expect(citations[0]).toMatchObject({ pasal: '9', ayat: '2' })
    expect(PASAL_9).toContain(citations[0]?.quote)
    expect(citations[0]?.quote).toMatch(/^2\. teguran tertulis/)
  })

  test('about a year gets the rule of that year, and says so', async () => {
    const { asked, says } = bot({ '*': [BESAR] })
    const { text } = await says('aturan cuti besar yang berlaku tahun 2023 berapa lama')
    expect(asked[0]?.options).toMatchObject({ asOf: 2023 })
    expect(text.startsWith(t.asOf(2023))).toBe(true)
    await says('cuti besar berapa lama sekarang ini')
    expect(asked[1]?.options).not.toHaveProperty('asOf')
  })

  test('is answered with the warning first where the rule is of the past', async () => {
    const old = digest({
      standing: { status: 'dicabut', by: [{ regulation: 'pp-1-2025' }], since: '2025-01-02' },
    })
    const { text } = await bot({ '*': [old] }).says('bolos 5 hari kena sanksi apa')
    expect(text).toMatch(/^⚠️.*PP 1\/2025, sejak 2 Januari 2025/)
  })

  test('is answered in no more than a page, warnings included', async () => {
    const long = 'PNS yang tidak masuk kerja 4 sampai 6 hari kerja dijatuhi teguran tertulis. '
      .repeat(8)
      .trim()
    const standing = { status: 'dicabut' as const, by: [{ regulation: 'pp-1-2025' }] }
    const found = [
      digest({ body: long, official: PASAL_9, standing }),
      digest({ ayat: '3', body: long }),
      digest({ ayat: '4', body: long }),
    ]
    const { text } = await bot({ '*': found }).says('pppk bolos 5 hari kena sanksi apa')
    expect(text.length).toBeLessThanOrEqual(LONGEST_ANSWER)
  })
})

describe('a question of two parts', () => {
  const BEDA = 'cuti tahunan sama cuti besar beda apa'

  test('is answered part by part, the best of the whole stays first', async () => {
    const jenis = digest({ pasal: '310', title: 'Jenis cuti', body: 'PNS punya 7 jenis cuti.' })
    const given = await bot({
      [BEDA]: [jenis],
      'cuti tahunan': [TAHUNAN],
      'cuti besar': [MINTA, BESAR],
    }).says(BEDA)
    expect(plain(given.text)).toContain(
      'Cuti tahunan\nPNS berhak atas cuti tahunan 12 hari kerja. _(Pasal 311 PP 94/2021)_',
    )
    expect(plain(given.text)).toContain(
      'Cuti besar\nPNS yang bekerja 5 tahun berhak atas cuti besar paling lama 3 bulan.',
    )
    expect(given.found.map(({ passage }) => passage)).toEqual(
      [jenis, TAHUNAN, BESAR, MINTA].map(({ passage }) => passage),
    )
    expect(given.citations.map(({ pasal }) => pasal)).toEqual(['311', '316'])
    expect(given.choices.length).toBeLessThanOrEqual(3)
  })

  test('says of a part that nothing was found for it', async () => {
    const { text, outcome } = await bot({ 'cuti tahunan': [TAHUNAN] }).says(BEDA)
    expect(text).toContain(`**Cuti besar**\n${t.partUnknown}`)
    expect(outcome).toBe('quoted')
  })

  test('is refused where nothing is found for any', async () => {
    expect((await bot({}).says(BEDA)).outcome).toBe('refused')
  })

  test('is answered once where one passage speaks of both, or both parts lead to it', async () => {
    const both = digest({
      title: 'Beda cuti tahunan dan cuti besar',
      questions: ['bedanya cuti tahunan sama cuti besar'],
      body: 'Cuti tahunan 12 hari kerja, cuti besar 3 bulan.',
    })
    const { asked, says } = bot({ '*': [both] })
    expect(plain((await says(BEDA)).text)).toMatch(/^Cuti tahunan 12 hari kerja, cuti besar 3 bulan\./)
    expect(asked).toHaveLength(1)
    const one = await bot({ '*': [TAHUNAN] }).says(BEDA)
    expect(plain(one.text)).toMatch(/^PNS berhak atas cuti tahunan/)
    expect(one.text).not.toContain('**Cuti besar**')
  })
})

describe('a follow-up', () => {
  test('is searched with what it leaves out, a new question is not', async () => {
    const { asked, says } = bot({ '*': [BESAR, MINTA] })
    for (const words of [
      'cuti besar PNS berapa lama',
      'kalau PPPK?',
      'bolos 5 hari kena sanksi apa',
      'kalau 20 hari?',
    ])
      await says(words)
    expect(asked.map(({ question }) => question)).toEqual([
      'cuti besar PNS berapa lama',
      'cuti besar pppk berapa lama',
      'bolos 5 hari kena sanksi apa',
      'bolos 20 hari kena sanksi apa',
    ])
  })

  test('"itu dasarnya apa?" shows first where the answer stands', async () => {
    const { says } = bot({ '*': [digest({ official: PASAL_9, ayat: '2', huruf: 'b angka 2)' })] })
    await says('bolos 5 hari kena sanksi apa')
    expect((await says('itu dasarnya apa?')).text).toMatch(
      /^Sumber: \*\*Pasal 9 ayat \(2\) huruf b angka 2\) PP 94\/2021\*\*/,
    )
  })

  test('"yang kedua?" goes to the second of what was shown', async () => {
    const { asked, says } = bot({ '*': [BESAR, MINTA, TAHUNAN] })
    await says('cuti besar berapa lama')
    await says('yang kedua?')
    expect(asked.at(-1)?.question).toBe(`pasal 311 PP 94/2021 ${TAHUNAN.title}`)
  })
})
