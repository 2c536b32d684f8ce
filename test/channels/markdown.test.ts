import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitMarkdown } from '../../src/channels/markdown/split.ts'
import {
  needsRich,
  toPlain,
  toTelegramHtml,
  toTelegramRich,
  toWebHtml,
  unfolded,
} from '../../src/channels/markdown.ts'
import { literal } from '../../src/chat/message.ts'
import { parseHtml } from '../support/telegram-server/html.ts'
import { readRich } from '../support/telegram-server/rich.ts'

const shown = (markdown: string): string => parseHtml(toTelegramHtml(markdown)).text
const measure = (markdown: string): number => shown(markdown).length
const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** Strings made of what Markdown and HTML give a meaning, whole characters and half ones. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '*',
          '**',
          '_',
          '`',
          '```',
          '~~',
          '[',
          ']',
          '(',
          ')',
          '![',
          '<',
          '>',
          '&',
          '&lt;',
          '"',
          "'",
          '\\',
          '#',
          '- ',
          '1. ',
          '> ',
          '|',
          '---',
          '\na|b\n-|-\n1|2\n',
          '\n| a | b |\n|---|--:|\n| 1 | 2 |\n',
          '> [!fold] Pasal 9\n>\n> ',
          '> [!fold]\n> ',
          '[!fold] ',
          '\n',
          '\n\n',
          '    ',
          '\t',
          '\u0000',
        ),
        fc.constantFrom(
          '<b>',
          '</b>',
          '<script>',
          '<img src=x onerror=alert(1)>',
          '<a href="javascript:alert(1)">',
          '</a>',
          '<!--',
          '[x](javascript:alert(1))',
          '[x]( JaVa\tScript:alert(1))',
          '<javascript:alert(1)>',
          '[x](data:text/html,<b>)',
          '[x](https://a.go.id/"onclick="x)',
          'https://b.go.id',
          'www.c.go.id',
          '[d]: javascript:alert(1)',
          '[d]',
        ),
        fc.constantFrom('kata', 'Pasal 9', '😀', '\ud83d', '\ude00', 'שלום', 'مرحبا', '\u200f', '\u00a0'),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('')),
)

/** What of the characters of `whole` does not come, in their order, in `parts`. */
function missing(whole: string, parts: string): string {
  let at = 0
  for (const character of parts) if (whole.startsWith(character, at)) at += character.length
  return whole.slice(at)
}

const word = fc.stringMatching(/^[a-zA-Z0-9<&>"'😀é]{1,12}$/u)
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))
const inline = fc.oneof(
  { weight: 5, arbitrary: words },
  words.map((text) => `**${text}**`),
  words.map((text) => `_${text}_`),
  fc
    .stringMatching(/^[a-z <&>*_]{1,20}$/)
    .filter((text) => text.trim() !== '')
    .map((text) => `\`${text}\``),
  words.map((text) => `[${text.replaceAll(/[<>]/g, '')} ini](https://contoh.go.id/${text.length})`),
)
const line = fc.array(inline, { minLength: 1, maxLength: 30 }).map((parts) => `Kata ${parts.join(' lalu ')}.`)
const page = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: line },
      line.map((text) => `> ${text}`),
      fc
        .array(line, { minLength: 1, maxLength: 8 })
        .map((items) => items.map((item) => `- ${item}`).join('\n')),
      fc
        .array(line, { minLength: 1, maxLength: 8 })
        .map((items) => items.map((item) => `N. ${item}`).join('\n')),
      words.map((text) => `## Judul ${text}`),
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((blocks) => {
    let number = 0
    return blocks.join('\n\n').replaceAll(/^N\./gm, () => `${++number}.`)
  })

describe('a text cut for a platform', () => {
  test('shows in its pieces every character that the whole would show', () => {
    fc.assert(
      fc.property(page, fc.integer({ min: 600, max: 4_096 }), (markdown, limit) => {
        const parts = splitMarkdown(markdown, limit, measure)
        for (const part of parts) expect(measure(part)).toBeLessThanOrEqual(limit)
        const [whole, pieces] = [squeezed(shown(markdown)), squeezed(parts.map(shown).join(''))]
        const at = [...whole].findIndex((_, i) => whole[i] !== pieces[i])
        expect(pieces.slice(at - 40, at + 40)).toBe(whole.slice(at - 40, at + 40))
        expect(pieces.length).toBe(whole.length)
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  test('whatever it is, keeps every written character and no piece is empty or too long', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 8, max: 60 }), (markdown, limit) => {
        const parts = splitMarkdown(markdown, limit, measure)
        expect(missing(squeezed(markdown), squeezed(parts.join('')))).toBe('')
        for (const part of parts) expect(part.trim()).not.toBe('')
        for (const part of parts) expect(measure(part)).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 500 },
    )
  })

  test('never parts the two halves of a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 2, max: 20 }),
        (text, limit) => {
          for (const part of splitMarkdown(text, limit, (piece) => piece.length))
            expect(part.isWellFormed()).toBe(true)
        },
      ),
    )
  })

  test('is cut between paragraphs rather than within them, and within a word only when there is no other way', () => {
    const long = (part: string): number => part.length
    expect(splitMarkdown('satu dua\n\ntiga empat', 14, long)).toEqual(['satu dua', 'tiga empat'])
    expect(splitMarkdown('satu\ndua tiga', 10, long)).toEqual(['satu', 'dua tiga'])
    expect(splitMarkdown('Satu dua. Tiga empat lima', 18, long)).toEqual(['Satu dua.', 'Tiga empat lima'])
    expect(splitMarkdown('satu dua tiga', 9, long)).toEqual(['satu dua', 'tiga'])
    expect(splitMarkdown('satu dua **tiga empat** lima', 14, long)).toEqual([
      'satu dua',
      '**tiga empat**',
      'lima',
    ])
    expect(splitMarkdown('abcdefgh', 3, long)).toEqual(['abc', 'def', 'gh'])
    expect(splitMarkdown(' \n ', 3, long)).toEqual([])
  })

  const rows = Array.from({ length: 40 }, (_, i) => `| pelanggaran ke-${i + 1} | teguran ${i + 1} |`)
  const table = ['| Pelanggaran | Sanksi |', '|---|---|', ...rows].join('\n')

  test('keeps a heading with what it heads', () => {
    const clause = (i: number): string =>
      `**Ayat (${i}) huruf b: bolos**\n\n> **Bunyi**\n> ${'kata '.repeat(8)}selesai.`
    const clauses = Array.from({ length: 12 }, (_, i) => clause(i)).join('\n\n')
    for (let limit = 70; limit < 200; limit += 7)
      for (const part of splitMarkdown(clauses, limit, measure))
        expect(part, `at ${limit}`).not.toMatch(/\*\*$/)
  })

  test('has the head of a table in every part of it, and every row once', () => {
    const parts = splitMarkdown(`Daftar:\n\n${table}\n\nSelesai.`, 600, measure)
    expect(parts.length).toBeGreaterThan(2)
    for (const part of parts) expect(measure(part)).toBeLessThanOrEqual(600)
    const tables = parts.filter((part) => part.includes('|'))
    for (const part of tables) expect(part).toContain('| Pelanggaran | Sanksi |\n|---|---|\n| pelanggaran')
    expect(parts.join('\n').match(/^\| pelanggaran ke-\d+ \| teguran \d+ \|$/gm)).toEqual(rows)
    expect(toPlain(parts.at(-1) ?? '')).toMatch(/Selesai\.$/)
  })

  test('keeps what folds folded, under its title, with every word once', () => {
    const ayat = Array.from({ length: 30 }, (_, i) => `(${i + 1}) ${`kata${i} `.repeat(20).trim()}.`)
    const fold = `> [!fold] Pasal 9\n>\n> ${ayat.join('\n>\n> ')}`
    const parts = splitMarkdown(`Kepala\n\n${fold}\n\nPenutup`, 700, measure)
    const folded = parts.filter((part) => part !== 'Kepala' && part !== 'Penutup')
    expect(folded.length).toBeGreaterThan(4)
    for (const part of folded)
      expect(toTelegramHtml(part)).toMatch(/<b>Pasal 9<\/b>\n<blockquote expandable>\(/)
    const words = parts.map(toPlain).join(' ').split(/\s+/)
    const counts = ayat.map((_, i) => words.filter((said) => said.replace('.', '') === `kata${i}`).length)
    expect(counts).toEqual(ayat.map(() => 20))
  })

  test('keeps a quote a quote where it is cut within a line', () => {
    const parts = splitMarkdown(`> ${'kata lagi '.repeat(100)}`, 300, measure)
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) expect(toTelegramHtml(part)).toMatch(/^<blockquote>kata lagi/)
  })

  const unit = [
    '>',
    '> ',
    '- ',
    '* ',
    '[',
    '![',
    '](',
    '[](',
    '**',
    '*a ',
    '_a',
    '***a ',
    '`a',
    '```',
    '<',
    '<a ',
    '<!--',
    '&',
    '\\',
    '1. ',
    '#',
    '| a ',
    '| a | b |\n|---|---|\n',
    '\n> [!fold] a\n> ',
    '> [!fold] ',
    '> - ',
    '[a](',
    'a**b',
    '\n> ',
    '\n- ',
    '\n  - ',
    '[a]: b\n',
    '😀',
    'a',
    'a ',
    'http://a.b ',
    '~~a',
    '*a _b ',
  ]
  test.each(unit)('%j written ten thousand times over is cut and shown in good time', (text) => {
    const markdown = text.repeat(20_000 / text.length)
    const before = performance.now()
    const parts = splitMarkdown(markdown, 4_096, measure)
    for (const show of [toTelegramHtml, toTelegramRich, toWebHtml, toPlain])
      expect(show(markdown)).not.toBe('')
    for (const part of parts) expect(measure(part)).toBeLessThanOrEqual(4_096)
    expect(performance.now() - before).toBeLessThan(8_000)
  })
})

describe('any text whatever', () => {
  const settings = { numRuns: 2_000 }

  test('is taken by Telegram as it is shown there, with nothing it would refuse as blank', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: words, literals } = parseHtml(toTelegramHtml(text))
        expect(literals).toEqual([])
        if (text.trim() !== '') expect(words.trim()).not.toBe('')
      }),
      settings,
    )
  })

  test('is harmless on a page: no tag, attribute or address but our own', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const html = toWebHtml(text)
        const rest = html
          .replace(/<a href="https?:\/\/[^"<>]*" rel="noopener noreferrer" target="_blank">/g, '')
          .replace(/<\/?(?:strong|em|code|pre|blockquote|p|ul|ol|li)>|<\/a>|<hr>|<br>/g, '')
          .replace(/<\/?(?:table|thead|tbody|tr|th|td|details|summary)>|<details open>|<ol start="\d+">/g, '')
        expect(rest).not.toMatch(/[<>]/)
        expect(html).not.toMatch(/(?:href|src)="(?!https?:)/i)
      }),
      settings,
    )
  })

  test('is taken by Telegram as a rich message, with nothing in it that shows as written', () => {
    fc.assert(
      fc.property(anything, (text) => {
        fc.pre(text.trim() !== '' && toPlain(text).trim() !== '')
        const html = toTelegramRich(text)
        fc.pre(html.replace(/<[^>]*>/g, '').trim() !== '')
        expect(() => readRich({ rich_message: { html } })).not.toThrow()
      }),
      settings,
    )
  })

  test('can be shown in a terminal', () => {
    fc.assert(
      fc.property(anything, (text) => void expect(toPlain(text).isWellFormed()).toBe(true)),
      settings,
    )
  })
})

describe('what is written in Markdown', () => {
  test.each([
    ['**tebal** _miring_ `kode`', '<b>tebal</b> <i>miring</i> <code>kode</code>', 'tebal miring kode'],
    ['## Judul\n\nIsi', '<b>Judul</b>\n\nIsi', 'Judul\n\nIsi'],
    ['- satu\n- dua', '• satu\n• dua', '• satu\n• dua'],
    ['3. satu\n4. dua', '3. satu\n4. dua', '3. satu\n4. dua'],
    ['> kata\n> > dalam', '<blockquote>kata\n\ndalam</blockquote>', '  kata\n  \n    dalam'],
    [
      '[JDIH](https://jdih.go.id/?a=1&b=2)',
      '<a href="https://jdih.go.id/?a=1&amp;b=2">JDIH</a>',
      'JDIH (https://jdih.go.id/?a=1&b=2)',
    ],
    ['[](https://jdih.go.id)', '<a href="https://jdih.go.id">https://jdih.go.id</a>', 'https://jdih.go.id'],
    ['[x](javascript:alert(1))', 'x', 'x'],
    ['5 < 6 & "7"', '5 &lt; 6 &amp; &quot;7&quot;', '5 < 6 & "7"'],
    ['<b>bukan</b>', '&lt;b&gt;bukan&lt;/b&gt;', '<b>bukan</b>'],
    ['satu\ndua', 'satu\ndua', 'satu\ndua'],
    ['\\*bukan\\*', '*bukan*', '*bukan*'],
    ['#', '#', '#'],
    ['***', '———', '———'],
    ['setengah \ud83d huruf', 'setengah \ufffd huruf', 'setengah \ufffd huruf'],
  ])('%j reads well in Telegram and in a terminal', (markdown, html, plain) => {
    expect([toTelegramHtml(markdown), toPlain(markdown)]).toEqual([html, plain])
  })
})

describe('a table', () => {
  const narrow = '| Lama | Sanksi |\n|:--|--:|\n| 3 hari | **lisan** |\n| 11 hari | tertulis & keras |'
  const wide = `| Pelanggaran | Sanksi |\n|---|---|\n| Tidak masuk kerja 3 hari | Teguran lisan |\n| Tidak masuk kerja 4–6 hari | [Teguran tertulis](https://contoh.go.id) |`

  test('that fits a phone stands in Telegram as it is', () => {
    expect(toTelegramHtml(narrow)).toBe(
      '<pre>Lama               Sanksi\n───────  ────────────────\n3 hari              lisan\n11 hari  tertulis &amp; keras</pre>',
    )
    expect(needsRich(narrow)).toBe(false)
  })

  test('that does not fit is read row by row, and is worth a rich message', () => {
    expect(toTelegramHtml(wide)).toBe(
      'Pelanggaran: <b>Tidak masuk kerja 3 hari</b>\nSanksi: Teguran lisan\n\nPelanggaran: <b>Tidak masuk kerja 4–6 hari</b>\nSanksi: <a href="https://contoh.go.id">Teguran tertulis</a>',
    )
    expect([wide, `Kata\n\n${wide}`, wide.replace(/^/gm, '> ')].map(needsRich)).toEqual([true, true, true])
  })

  test('is a table in a rich message, on a page and in a terminal', () => {
    expect(toTelegramRich(narrow)).toBe(
      '<table bordered striped><tr><th align="left">Lama</th><th align="right">Sanksi</th></tr><tr><td align="left">3 hari</td><td align="right"><b>lisan</b></td></tr><tr><td align="left">11 hari</td><td align="right">tertulis &amp; keras</td></tr></table>',
    )
    expect(toWebHtml(narrow)).toBe(
      '<table><thead><tr><th>Lama</th><th>Sanksi</th></tr></thead><tbody><tr><td>3 hari</td><td><strong>lisan</strong></td></tr><tr><td>11 hari</td><td>tertulis &amp; keras</td></tr></tbody></table>',
    )
    expect(toPlain(wide)).toBe(
      'Pelanggaran                 Sanksi\n──────────────────────────  ───────────────────────────────────────\nTidak masuk kerja 3 hari    Teguran lisan\nTidak masuk kerja 4–6 hari  Teguran tertulis (https://contoh.go.id)',
    )
  })

  test('without rows, without a word in a cell, or with a cell too many is shown all the same', () => {
    for (const text of ['| a | b |\n|---|---|', '| | |\n|---|---|\n| | x |', '| a |\n|---|\n| 1 | 2 | 3 |'])
      for (const show of [toTelegramHtml, toTelegramRich, toWebHtml, toPlain])
        expect(show(text)).toMatch(/[abx1]/)
  })
})

describe('a text that folds', () => {
  const text = 'Kepala\n\n> [!fold] Pasal **9**\n>\n> (1) satu\n>\n> (2) dua\n\nKaki'

  test('is a quote that opens in Telegram, a box that opens elsewhere, and whole in a terminal', () => {
    expect(toTelegramHtml(text)).toBe(
      'Kepala\n\n<b>Pasal <b>9</b></b>\n<blockquote expandable>(1) satu\n\n(2) dua</blockquote>\n\nKaki',
    )
    const box = (summary: string): string =>
      `<p>Kepala</p><details open><summary>Pasal ${summary}</summary><p>(1) satu</p><p>(2) dua</p></details><p>Kaki</p>`
    expect(toTelegramRich(text)).toBe(box('<b>9</b>'))
    expect(toWebHtml(text)).toBe(box('<strong>9</strong>'))
    expect(toPlain(text)).toBe('Kepala\n\nPasal 9\n  (1) satu\n  \n  (2) dua\n\nKaki')
  })

  test('that is long begins closed where it can be opened', () => {
    const long = `> [!fold] Pasal 1\n>\n> ${'kata '.repeat(400)}`
    expect(toWebHtml(long)).toMatch(/^<details><summary>Pasal 1<\/summary><p>kata/)
  })

  test('needs neither a title nor words', () => {
    expect(toTelegramHtml('> [!fold]\n> satu')).toBe('<blockquote expandable>satu</blockquote>')
    expect(toWebHtml('> [!fold]\n> satu')).toBe('<blockquote><p>satu</p></blockquote>')
    expect(toTelegramHtml('> [!fold] Pasal 9')).toBe('<blockquote>Pasal 9</blockquote>')
    expect(toTelegramHtml('> kata [!fold] lain')).toBe('<blockquote>kata [!fold] lain</blockquote>')
  })

  test('is a quote under its title for whoever reads Markdown by themselves', () => {
    expect(unfolded(text.replace('**9**', '9'))).toBe(
      'Kepala\n\n> **Pasal 9**\n>\n> (1) satu\n>\n> (2) dua\n\nKaki',
    )
    expect(unfolded('> [!fold]\n> satu [!fold] dua')).toBe('> \n> satu [!fold] dua')
  })

  test('is nothing that people write by themselves', () => {
    expect(toTelegramHtml(`> ${literal('[!fold] kata')}`)).toBe('<blockquote>[!fold] kata</blockquote>')
  })
})

test('a numbered list on a page begins with its own number', () => {
  expect(toWebHtml('3. satu\n4. dua')).toBe('<ol start="3"><li><p>satu</p></li><li><p>dua</p></li></ol>')
})
