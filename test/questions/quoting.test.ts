import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CUT } from '../../src/features/questions/wording/cutting.ts'
import { fitnessFor } from '../../src/features/questions/wording/fitting.ts'
import { LONGEST_ANSWER, nearest, quote, sentence } from '../../src/features/questions/wording/quoting.ts'
import { wordingOf } from '../../src/features/questions/wording/wording.ts'
import { digest, NEVER, PASAL_9, plain, SURELY, t } from './found.ts'

const BOLOS = 'bolos 5 hari kena sanksi apa'

/** The lines of a text that are quoted, without the bold. */
function quotedIn(text: string): readonly string[] {
  return plain(text)
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => line.slice(2).replace(CUT, ''))
}

describe('an answer in stored words', () => {
  test('gives the summary, then the official item with the words it hangs on, then where it stands', () => {
    const passage = digest({ ayat: '2', huruf: 'b angka 2)', official: PASAL_9 })
    const { text, lead } = quote(BOLOS, passage, [], t)
    expect(text).toMatch(
      /^Singkatnya: PNS yang .* \*\*4 sampai 6 hari kerja\*\* .* \*\*teguran tertulis\*\*\./,
    )
    expect(quotedIn(text)).toEqual([
      '(2) Hukuman Disiplin ringan sebagaimana dimaksud dalam Pasal 8 ayat (1) huruf a dijatuhkan bagi PNS yang tidak memenuhi ketentuan:',
      'b. Masuk Kerja dan menaati ketentuan jam kerja yang berdampak pada Unit Kerja berupa:',
      '2. teguran tertulis bagi PNS yang tidak Masuk Kerja tanpa alasan yang sah selama 4 (empat) sampai dengan 6 (enam) hari kerja dalam 1 (satu) tahun; dan',
    ])
    expect(text).toContain('**4 (empat) sampai dengan 6 (enam) hari kerja**')
    expect(text).toContain(
      'Sumber: **Pasal 9 ayat (2) huruf b angka 2) PP 94/2021** tentang Disiplin Pegawai Negeri Sipil, masih berlaku.',
    )
    expect(text).not.toContain(t.digestNote)
    expect(PASAL_9).toContain(lead)
  })

  test('finds the item whose range holds the figure that is asked about', () => {
    const passage = digest({
      ayat: '2',
      official: PASAL_9,
      title: 'Bolos',
      body: 'PNS yang bolos dihukum ringan.',
    })
    const { text } = quote('bolos 8 hari kena apa', passage, [], t)
    expect(quotedIn(text).at(-1)).toMatch(/^3\. pernyataan tidak puas/)
  })

  test('shows a whole short list where its items answer alike', () => {
    const official =
      'Batas Usia Pensiun yaitu:\na. 58 (lima puluh delapan) tahun bagi pejabat administrasi; dan\nb. 60 (enam puluh) tahun bagi pejabat pimpinan tinggi.'
    const passage = digest({
      official,
      title: 'Batas usia pensiun',
      body: 'Batas usia pensiun PNS 58 atau 60 tahun.',
    })
    expect(quotedIn(quote('batas usia pensiun berapa', passage, [], t).text)).toHaveLength(3)
  })

  test('adds the ayat that has the figure the first one lacks', () => {
    const official =
      '(1) PNS yang telah bekerja paling kurang 1 (satu) tahun secara terus menerus berhak atas cuti tahunan.\n(2) Lamanya hak atas cuti tahunan adalah 12 (dua belas) hari kerja.'
    const passage = digest({
      ayat: '1-2',
      official,
      title: 'Cuti tahunan',
      body: 'PNS yang sudah bekerja 1 tahun berhak atas cuti tahunan 12 hari kerja.',
    })
    expect(quotedIn(quote('cuti tahunan berapa hari', passage, [], t).text)).toEqual(official.split('\n'))
  })

  test('quotes the sentence alone where a reader ran several ayat into one', () => {
    const official =
      'Cuti diberikan oleh PPK. (2) PPK dapat mendelegasikan sebagian wewenangnya kepada pejabat di lingkungannya. Cuti bagi PNS yang ditugaskan pada lembaga diberikan oleh pimpinan lembaga yang bersangkutan. (3) 12'
    const passage = digest({
      official,
      title: 'Cuti PNS yang ditugaskan',
      body: 'PNS yang ditugaskan pada lembaga mendapat cuti dari pimpinan lembaga itu.',
    })
    const { text, passage: placed } = quote(
      'cuti pns yang ditugaskan di lembaga siapa yang memberi',
      passage,
      [],
      t,
    )
    expect(quotedIn(text)).toEqual([
      'Cuti bagi PNS yang ditugaskan pada lembaga diberikan oleh pimpinan lembaga yang bersangkutan.',
    ])
    expect(placed.ayat).toBeNull()
  })

  test('names the ayat of the clause where the digest is about the whole pasal', () => {
    const passage = digest({
      official: PASAL_9,
      body: 'Pelanggaran kewajiban yang berdampak negatif pada Unit Kerja kena hukuman ringan.',
      title: 'Dampak pada Unit Kerja',
    })
    expect(quote('dampak negatif pada unit kerja', passage, [], t).text).toContain(
      '**Pasal 9 ayat (1) PP 94/2021**',
    )
  })

  test('leaves the official text out where it does not bear the summary out', () => {
    const passage = digest({
      official: '(1) Cuti besar berhak lama bulan.',
      body: 'Cuti besar paling lama 3 bulan.',
    })
    const { text } = quote('cuti besar berapa lama', passage, [], t)
    expect(text).not.toContain('>')
    expect(text).toContain(t.digestNote)
  })

  test('says of a digest alone that it is one', () => {
    const { text } = quote(BOLOS, digest(), [], t)
    expect(text).toMatch(/^PNS yang tidak masuk kerja/)
    expect(text).toContain(t.digestNote)
  })

  test('leads with the sentence that answers, not with the first', () => {
    const body = 'Iuran dibayar tiap bulan. Besarnya 0,24% dari gaji. Pemberi kerja yang menanggungnya.'
    const { text } = quote('iuran jkk berapa persen', digest({ body, title: 'Iuran JKK' }), [], t)
    expect(text).toMatch(/^Besarnya \*\*0,24%\*\* dari gaji\./)
  })

  test('keeps a bullet together with the words it hangs on', () => {
    const body = 'PNS punya 7 jenis cuti:\n- cuti tahunan;\n- cuti besar.'
    const { text } = quote('jenis cuti apa aja', digest({ body, title: 'Jenis cuti' }), [], t)
    expect(plain(text)).toMatch(/^PNS punya 7 jenis cuti:\n- cuti tahunan;\n- cuti besar\./)
  })

  test('names what is nearly as good, so that near cases can be told apart', () => {
    const other = digest({
      huruf: 'b angka 1)',
      ayat: '2',
      body: 'PNS yang bolos 3 hari kerja dijatuhi teguran lisan.',
    })
    const { text } = quote(BOLOS, digest(), [other], t)
    expect(text).toContain(t.related)
    expect(plain(text)).toContain(
      '- PNS yang bolos 3 hari kerja dijatuhi teguran lisan. _(Pasal 9 ayat (2) huruf b angka 1) PP 94/2021)_',
    )
  })

  test('begins with Tidak where the sentence forbids the very thing, and says nothing where that is not sure', () => {
    const body = 'PNS dilarang menjadi anggota partai politik.'
    const asked = 'apakah pns boleh menjadi anggota partai politik?'
    const passage = digest({ body, title: 'Partai politik' })
    expect(quote(asked, passage, [], t).text).toMatch(/^Tidak\. PNS dilarang/)
    for (const [question, changed] of [
      [asked, { body: 'PNS dilarang menjadi anggota partai politik, kecuali sudah pensiun.' }],
      [asked, { confidence: NEVER }],
      ['apakah pppk boleh menjadi anggota partai politik?', {}],
      ['pns boleh menjadi pengurus partai politik?', {}],
      ['pns boleh tidak jadi anggota partai politik selama 5 hari?', {}],
      ['pns anggota partai politik sanksinya apa', {}],
    ] as const)
      expect(quote(question, { ...passage, ...changed }, [], t).text, question).toMatch(/^PNS dilarang/)
  })

  test('begins with Ya where the sentence allows or demands it', () => {
    const may = digest({ body: 'PPPK berhak cuti bersama.', title: 'Cuti bersama' })
    expect(quote('pppk berhak cuti bersama ga', may, [], t).text).toMatch(/^Ya\. PPPK berhak/)
    const must = digest({ body: 'PNS wajib melaporkan harta kekayaan.', title: 'Harta' })
    expect(quote('apakah pns wajib melaporkan harta kekayaan', must, [], t).text).toMatch(/^Ya\. PNS wajib/)
  })

  test('lists what comes nearest where nothing surely answers', () => {
    const text = nearest(
      BOLOS,
      [digest(), digest({ body: 'Pejabat itu adalah:', title: 'Siapa yang menghukum' })],
      t,
    )
    expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(2)
    expect(text).toContain('- Siapa yang menghukum. _(')
  })
})

describe('what is quoted is what is stored', () => {
  const words = [
    'cuti',
    'tahunan',
    'PNS',
    'wajib',
    '12 (dua belas) hari kerja',
    'dijatuhi teguran',
    'oleh PPK',
    'Rp5.000,00',
    'ayat (1)',
    '25%',
    '*',
    'x;y',
  ]
  const clause = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 })
    .map((all) => all.join(' '))
  const official = fc
    .array(
      fc.tuple(
        fc.constantFrom('(1) ', '(2) ', '(3) ', 'a. ', 'b. ', '1. ', '2. ', ''),
        clause,
        fc.constantFrom('.', ';', ':', ' dan', ''),
      ),
      { minLength: 1, maxLength: 14 },
    )
    .map((lines) => lines.map((parts) => parts.join('')).join('\n'))
  const question = fc.constantFrom(
    BOLOS,
    'cuti tahunan berapa hari',
    'siapa yang menghukum',
    'syaratnya apa aja',
    'boleh ga cuti',
    'x',
  )

  test('word by word, whatever the official text; only bold and the sign of a cut are added', () => {
    fc.assert(
      fc.property(
        official,
        question,
        fc.constantFrom(null, '1', '1-2'),
        fc.boolean(),
        (text, asked, ayat, isDigest) => {
          const stored = text.replaceAll('**', '')
          const passage = isDigest
            ? digest({ official: stored, ayat })
            : digest({ official: stored, body: stored, origin: 'official', ayat, title: '', questions: [] })
          const given = quote(asked, passage, [], t)
          const spaced = stored.replace(/\s+/g, ' ')
          for (const line of quotedIn(given.text)) expect(spaced).toContain(line)
          expect(`${spaced} ${passage.body}`).toContain(given.lead)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('also of a digest, of which only whole sentences are shown', () => {
    const sentences = fc.array(
      clause.map((all) => `P${all}.`),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(sentences, question, (all, asked) => {
        const body = all.join(' ').replaceAll('**', '')
        const { text, lead } = quote(asked, digest({ body }), [], t)
        expect(body).toContain(lead)
        const shown = plain(text).split(`\n\n${t.source}`)[0] ?? ''
        for (const each of shown.split(/(?<=\.)\s+(?=P)/))
          expect(body).toContain(each.replace(/^(?:Ya|Tidak)\. /, ''))
      }),
    )
  })

  test('in no more than a page, however long the pasal and its neighbours are', () => {
    const long = fc
      .array(clause, { minLength: 1, maxLength: 60 })
      .map((all) => all.map((each, i) => `(${i + 1}) ${each}.`).join('\n'))
    fc.assert(
      fc.property(long, long, question, (stored, body, asked) => {
        const passage = digest({ official: stored, body: body.slice(0, 700) })
        const related = [digest({ body: body.slice(0, 700) }), digest({ body: body.slice(0, 300) })]
        const { text } = quote(asked, passage, related, t)
        const lead = plain(text).split('\n')[0]?.length ?? 0
        expect(plain(text).length).toBeLessThanOrEqual(Math.max(LONGEST_ANSWER, lead + 900))
      }),
    )
  })
})

test('a clause longer than there is room for is cut at a word and says so', () => {
  const words = `(1) ${'kata '.repeat(400)}akhir.`
  const { lines, own } = wordingOf(
    words,
    { ayat: null, huruf: null },
    { fitness: fitnessFor('kata'), room: 300 },
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]?.words.length).toBeLessThanOrEqual(300)
  expect(lines[0]?.words.endsWith(CUT)).toBe(true)
  expect(words).toContain(own)
})

test('a neighbour is shown by the sentence that answers, an official one without its number', () => {
  const official = digest({ origin: 'official', official: PASAL_9, body: PASAL_9, ayat: '1', title: '' })
  expect(sentence('dampak negatif', official)).toMatch(/^Hukuman Disiplin ringan dijatuhkan bagi pelanggaran/)
  expect(sentence(BOLOS, digest({ confidence: SURELY }))).toContain('**teguran tertulis**')
})
