import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Unreadable } from '../../src/errors.ts'
import { text as textFormat } from '../../src/regulations/formats/text.ts'
import { type Article, readStructure } from '../../src/regulations/structure.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
const numbers = (source: string) => readStructure(source).articles.map((a) => a.pasal)
const law = (body: string) => `MEMUTUSKAN:\nMenetapkan : PERATURAN CONTOH.\n${body}`
const only = (body: string): Article => {
  const [article, ...rest] = readStructure(law(`Pasal 1\n${body}`)).articles
  expect(rest).toEqual([])
  if (article === undefined) throw new Error('no article')
  return article
}
const cites = ({ clauses }: Article) =>
  clauses.map((c) => [c.ayat, c.huruf, c.angka].map((n) => n ?? '-').join(''))

describe('a regulation in the usual layout', () => {
  const { title, articles, explanations, warnings } = readStructure(fixture('perwal-tertib-arsip.txt'))
  const article = (pasal: string) => articles.find((a) => a.pasal === pasal)

  it('has its pasal in order; a cross-reference at the start of a line is none', () => {
    expect(articles.map((a) => a.pasal)).toEqual(['1', '2', '3', '3A', '4'])
    expect(warnings).toEqual(['Lampiran tidak dibaca.'])
    expect(title.slice(0, 3)).toEqual(['PERATURAN WALI KOTA SERANG', 'NOMOR 12 TAHUN 2024', 'TENTANG'])
  })

  it('knows what each pasal stands under', () => {
    expect(articles.map((a) => a.heading)).toEqual([
      'BAB I Ketentuan Umum',
      'BAB II Kewajiban dan Larangan PNS › Bagian Kesatu Kewajiban',
      'BAB II Kewajiban dan Larangan PNS › Bagian Kedua Larangan',
      'BAB II Kewajiban dan Larangan PNS › Bagian Kedua Larangan',
      'BAB III Ketentuan Penutup',
    ])
  })

  it('quotes the words of the source, a line for each clause', () => {
    expect(article('1')?.text).toBe(
      'Dalam Peraturan Wali Kota ini yang dimaksud dengan:\n1. Arsip adalah rekaman kegiatan unit kerja.\n2. Penata adalah pegawai yang menata arsip.',
    )
    expect(article('4')?.text).toBe('Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan.')
    expect(article('2')?.text).toContain('menurut peraturan perundang-undangan.')
    for (const a of articles) expect(a.clauses.map((c) => c.words).join('\n')).toBe(a.text)
  })

  it('finds the clauses, also within a line, and puts before each the words it hangs on', () => {
    const three = article('3')
    expect(three && cites(three)).toEqual(['---', '-a-', '-b-'])
    expect(three?.clauses[2]?.words).toBe('b. meminjamkan arsip tanpa catatan.')
    expect(three?.clauses[2]?.text).toBe('Penata dilarang: b. meminjamkan arsip tanpa catatan.')
  })

  it('explains', () => {
    expect([...explanations.keys()]).toEqual(['1', '2', '3', '4'])
    expect(explanations.get('2')).toMatch(/^Ayat \(1\) Yang dimaksud dengan "hari kerja"/)
    expect(explanations.get('4')).toBe('Cukup jelas.')
  })
})

describe('an amending regulation', () => {
  const { articles } = readStructure(fixture('perubahan.txt'))

  it('quotes pasal of another under its numbers, beside its own Pasal I and II', () => {
    expect(articles.map((a) => [a.pasal, a.amends?.by, a.amends?.angka])).toEqual([
      ['I', undefined, undefined],
      ['2', 'I', '1'],
      ['3B', 'I', '2'],
      ['II', undefined, undefined],
    ])
    expect(articles[1]?.amends?.instruction).toBe(
      'Ketentuan Pasal 2 diubah sehingga berbunyi sebagai berikut:',
    )
  })

  it('does not mix the entries of Pasal I with the lists of what it quotes', () => {
    expect(articles[1] && cites(articles[1])).toEqual(['1--', '2--', '2-1', '2-2'])
    expect(articles[0]?.text).toContain('3. Ketentuan Pasal 4 dihapus.')
    expect(articles[2]?.text).toBe('Arsip digital disimpan 5 (lima) tahun."')
  })
})

describe('what machines and typists do', () => {
  it('reads numbers through a slip where the sequence asks for them', () => {
    expect(numbers(law('Pasal 9\nA.\nPasal 1O\nB.\nPasal 1 1\n(1) C.\nPasal l2\nD.'))).toEqual([
      '9',
      '10',
      '11',
      '12',
    ])
    expect(cites(only('(l) Satu.\n(2t Dua.\n(41 Empat.'))).toEqual(['1--', '2--'])
    expect(cites(only('(1) Satu:\na. arsip;\nb. surat.\n(21 Dua.'))).toEqual(['1--', '1a-', '1b-', '2--'])
  })

  it('takes a lone "1." after huruf k for the "l." that is due', () => {
    const list = [...'abcdefghijk1m'].map((letter) => `${letter}. menata arsip;`)
    expect(cites(only(`Penata wajib:\n${list.join('\n')}`)).slice(-3)).toEqual(['-k-', '-l-', '-m-'])
  })

  it('reads Markdown: headings, emphasis, links', () => {
    const [article] = readStructure(
      '# UJI\n## **Pasal 1**\nMenurut [Pasal 3](/x/3), _arsip_ ditata.',
    ).articles
    expect(article?.text).toBe('Menurut Pasal 3, arsip ditata.')
  })

  it('finds headings that a machine left within a line', () => {
    expect(
      numbers(law('Pasal 1\nSatu. BAB II UJI Pasal 2 (1) Dua menurut Pasal 9 ayat (1). Pasal 3 Tiga.')),
    ).toEqual(['1', '2', '3'])
  })

  it('takes a heading repeated at a page break once', () => {
    expect(readStructure(law('Pasal 1\nSatu.\nPasal 2\nPasal 2\nDua.')).articles[1]?.text).toBe('Dua.')
  })

  it('keeps a number whose words stand elsewhere as text, never as a citation', () => {
    expect(cites(only('(1) (2) (3) Penata menata. Penata mencatat.'))).toEqual(['---'])
    expect(cites(only('(1) a. Penata menata;\nb. Penata mencatat.\n(2) Dua.'))).toEqual([
      '1--',
      '1a-',
      '1b-',
      '2--',
    ])
  })

  it('says which pasal are missing, and when there are none', () => {
    expect(readStructure(law('Pasal 1\nA.\nPasal 2\nB.\nPasal 5\nC.')).warnings).toContain(
      'Pasal 3 sampai dengan Pasal 4 tidak ditemukan.',
    )
    expect(readStructure('Surat biasa.').warnings).toEqual(['Tidak ada pasal yang dapat dikenali.'])
  })

  it('drops what recurs on every page and page numbers, nothing else', () => {
    const page = (n: number, body: string) => `BERITA DAERAH KOTA SERANG\n${body}\n\n${n}`
    const source = [
      page(1, 'MEMUTUSKAN:\nPasal 1\nPenata menata\n8.'),
      page(2, 'Lanjut.\nPasal 2\nDua.'),
      page(3, 'Dan lagi.'),
      page(4, 'Akhir.'),
    ].join('\f')
    expect(readStructure(source).articles.map((a) => a.text)).toEqual([
      'Penata menata 8. Lanjut.',
      'Dua. Dan lagi. Akhir.',
    ])
  })
})

describe('whatever the text', () => {
  const word = fc.constantFrom(
    'penata',
    'arsip',
    'Pasal',
    'ayat',
    'dalam',
    '(1)',
    '(2)',
    'a.',
    'b.',
    '1.',
    'wajib:',
    'BAB',
    'I',
    '5',
    '\n',
    '\f',
    'PENJELASAN',
    'dan',
    '"',
    '. . .',
  )

  it('never throws, and is quick', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 2000 }),
          fc.array(word, { maxLength: 600 }).map((w) => w.join(' ')),
        ),
        (source) => {
          for (const a of readStructure(source).articles)
            expect(a.clauses.map((c) => c.words).join('\n')).toBe(a.text)
        },
      ),
      { numRuns: 300 },
    )
    const start = process.cpuUsage()
    for (const unit of [
      'Pasal 1 ',
      '(1) a. ',
      'PRES I DEN ',
      'Pasal 12\n',
      '. . . ',
      'a. b\n',
      '1. Ketentuan Pasal 1 diubah: ',
    ])
      readStructure(`MEMUTUSKAN:\nPasal I\nBeberapa ketentuan diubah:\n${unit.repeat(200_000 / unit.length)}`)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(15_000)
  })

  it('keeps every word of the norm, in order', { timeout: 60_000 }, () => {
    const sentence = fc
      .array(
        fc.constantFrom(
          'pegawai',
          'wajib',
          'cuti',
          'Pasal 3 ayat (2)',
          'huruf a',
          '12 (dua belas)',
          'hari',
          'UU',
          'dan/atau',
          'e-KTP',
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((w) => `Setiap ${w.join(' ')}.`)
    const list = fc.array(sentence, { minLength: 1, maxLength: 5 })
    const body = fc.oneof(
      sentence,
      list.map((items) => items.map((s, i) => `(${i + 1}) ${s}`).join('\n')),
      fc
        .tuple(sentence, list)
        .map(([s, items]) =>
          [`${s.slice(0, -1)}:`, ...items.map((x, i) => `${'abcde'[i]}. ${x}`)].join('\n'),
        ),
    )
    const bare = (s: string | undefined) => s?.replace(/\s+/g, '')
    fc.assert(
      fc.property(
        fc.array(body, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 30, max: 90 }),
        (bodies, width) => {
          const source = law(
            bodies
              .map(
                (b, i) =>
                  `Pasal ${i + 1}\n${b
                    .split('\n')
                    .map((l) => wrapped(l, width))
                    .join('\n')}`,
              )
              .join('\n'),
          )
          const { articles } = readStructure(source)
          expect(articles.map((a) => a.pasal)).toEqual(bodies.map((_, i) => `${i + 1}`))
          expect(articles.map((a) => bare(a.text))).toEqual(bodies.map(bare))
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('files of text', () => {
  const read = (...bytes: number[]) => textFormat.read({ name: 'x.txt', bytes: Uint8Array.from(bytes) })

  it('reads UTF-8, UTF-16 and Latin-1', async () => {
    expect(await read(...new TextEncoder().encode('\ufeffPasal 1 “é”'))).toBe('Pasal 1 “é”')
    expect(await read(0xff, 0xfe, 0x50, 0, 0xe9, 0)).toBe('Pé')
    expect(await read(0xfe, 0xff, 0, 0x50)).toBe('P')
    expect(await read(0x50, 0xe9)).toBe('Pé')
    expect(textFormat.matches({ name: 'PP.TXT', bytes: new Uint8Array() })).toBe(true)
    expect(textFormat.matches({ name: 'pp.pdf', bytes: new Uint8Array() })).toBe(false)
  })

  it('refuses what is no text, saying why', async () => {
    await expect(read(0x25, 0x50, 0x44, 0x46, 0x2d)).rejects.toThrow(Unreadable)
    await expect(read(1, 0, 2)).rejects.toThrow(/biner/)
    await expect(read(0x20)).rejects.toThrow(/kosong/)
  })
})

const corpus = join(import.meta.dirname, '../../../shared/corpus')
interface Document {
  readonly id: string
  readonly file: string
  readonly pasal_found?: number
}

describe('the corpus of real regulations', () => {
  const there = existsSync(join(corpus, 'manifest.json'))

  it.skipIf(!there)(
    'is read to the level once reached (skipped where ../shared/corpus is absent)',
    { timeout: 120_000 },
    () => {
      const { documents } = JSON.parse(readFileSync(join(corpus, 'manifest.json'), 'utf8')) as {
        documents: Document[]
      }
      const start = process.cpuUsage()
      const results = documents.map((d) => {
        const { articles } = readStructure(readFileSync(join(corpus, d.file), 'utf8'))
        const found = new Set(articles.filter((a) => /^\d/.test(a.pasal)).map((a) => a.pasal))
        const own = articles
          .filter((a) => !a.amends && /^\d/.test(a.pasal))
          .map((a) => Number.parseInt(a.pasal, 10))
        const unbroken = articles.some((a) => a.amends) || own.every((n, i) => n - (own[i - 1] ?? 0) <= 1)
        return {
          id: d.id,
          asMany: found.size >= (d.pasal_found ?? 1),
          complete: unbroken && found.size >= (d.pasal_found ?? 1),
        }
      })
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(20_000)
      expect(results.filter((r) => !r.asMany).map((r) => r.id)).toEqual(['uu-9-2017'])
      expect(results.filter((r) => r.complete).length).toBeGreaterThanOrEqual(364)
    },
  )

  it.skipIf(!there)('gives the words of articles people ask for', () => {
    const article = (file: string, pasal: string) =>
      readStructure(readFileSync(join(corpus, file), 'utf8')).articles.find((a) => a.pasal === pasal)
    const clause = (a: Article | undefined, ayat: string | undefined, huruf?: string, angka?: string) =>
      a?.clauses.find((c) => c.ayat === ayat && c.huruf === huruf && c.angka === angka)?.words
    expect(clause(article('core/pp-94-2021.txt', '4'), undefined, 'f')).toBe(
      'f. Masuk Kerja dan menaati ketentuan jam kerja;',
    )
    expect(clause(article('core/pp-94-2021.txt', '11'), '2', 'd', '4')).toMatch(
      /terus menerus selama 10 \(sepuluh\) hari kerja\.$/,
    )
    expect(clause(article('core/uu-24-2013.txt', '58'), '2', 'bb')).toBe('bb. sidik jari;')
    expect(article('core/uu-24-2013.txt', '79A')?.text).toBe(
      'Pengurusan dan penerbitan Dokumen Kependudukan tidak dipungut biaya.',
    )
    expect(article('core/pp-45-1990.txt', '14')?.amends?.angka).toBe('10')
    expect(article('core/pp-66-2017.txt', '41A')?.amends?.by).toBe('I')
    expect(clause(article('core/uu-1-1974.txt', '4'), '2', 'c')).toBe(
      'c. isteri tidak dapat melahirkan keturunan.',
    )
    expect(article('core/pp-49-2018.txt', '102')?.text).toBe(
      'Peraturan Pemerintah ini mulai berlaku pada tanggal diundangkan.',
    )
  })
})

function wrapped(line: string, width: number): string {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}
