import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitMarkdown } from '../../src/channels/markdown/split.ts'
import { toPlain, toTelegramHtml, toWebHtml } from '../../src/channels/markdown.ts'
import { parseHtml } from '../support/telegram-server/html.ts'

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
        expect(squeezed(parts.join(''))).toBe(squeezed(markdown))
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
    for (const show of [toTelegramHtml, toWebHtml, toPlain]) expect(show(markdown)).not.toBe('')
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
        expect(rest).not.toMatch(/[<>]/)
        expect(html).not.toMatch(/(?:href|src)="(?!https?:)/i)
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
