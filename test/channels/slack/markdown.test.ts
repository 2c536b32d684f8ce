import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPlain } from '../../../src/channels/markdown.ts'
import { toSlackMarkdown, toSlackText } from '../../../src/channels/slack/markdown.ts'
import { literal } from '../../../src/chat/message.ts'

const CALLS = /<(?:[@!#]|https?:)/

describe('Markdown for Slack', () => {
  test.each([
    ['**Tebal**, _miring_, `kode`', '**Tebal**, _miring_, `kode`'],
    ['## Judul\n\n- satu\n- dua\n\n> kutipan', '## Judul\n\n- satu\n- dua\n\n> kutipan'],
    ['[pasal](https://contoh.go.id/9)', '[pasal](https://contoh.go.id/9)'],
    ['satu\ndua', 'satu  \ndua'],
    ['1. satu\n2. dua', '1. satu\n2. dua'],
    [
      '> **Pasal 5**\n> (1) satu\n> (2) dua\n>\n> - a\n> - b',
      '> **Pasal 5**  \n> (1) satu  \n> (2) dua\n>\n> - a\n> - b',
    ],
  ])('%j stays what it is', (source, expected) => {
    expect(toSlackMarkdown(source)).toBe(expected)
  })

  test.each([
    ['Ping <!channel> dan <@U123>', 'channels and people in words'],
    ['`<!here>` dan\n```\n<@U1> <#C1|umum>\n```', 'in code'],
    [literal('<!channel> <@U1>'), 'in what somebody typed'],
    ['\\<!everyone>', 'behind a backslash'],
    ['<https://jahat.example|klik>', 'links of Slack’s own kind'],
  ])('nothing in %j calls anybody (%s)', (source) => {
    expect(toSlackMarkdown(source)).not.toMatch(CALLS)
    expect(toSlackText(source)).not.toMatch(/</)
    expect(toSlackMarkdown(source).replaceAll('\u2060', '')).toMatch(CALLS) // people still read it
  })

  test('no words of anybody can call a person or a channel', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('<', '!', '@', '#', 'U', 'c', '`', '\n', '\\', '>', ' ', '[', ']', '('),
    })
    fc.assert(
      fc.property(nasty, (text) => {
        expect(toSlackMarkdown(text)).not.toMatch(CALLS)
        expect(toSlackMarkdown(literal(text))).not.toMatch(CALLS)
      }),
      { numRuns: 500 },
    )
  })

  test('a link leads to http(s) only', () => {
    expect(toSlackMarkdown('[a](javascript:alert) ![b](slack://x) [c](https://c.id)')).toBe(
      'a b [c](https://c.id)',
    )
  })

  test('what somebody typed keeps its characters, without marks that show', () => {
    for (const typed of ['a*b*c', '1. satu', 'PP 94/2021 (disiplin) - ya!', 'x_y_z', '# bukan judul']) {
      const written = toSlackMarkdown(literal(typed))
      expect(toPlain(written)).toBe(typed)
    }
    expect(toSlackMarkdown(literal('PP 94/2021 (disiplin) - ya.'))).toBe('PP 94/2021 (disiplin) - ya.')
  })

  test('no character a reader sees is lost', () => {
    const words = (text: string) => text.replaceAll('\u2060', '').split(/\s+/).filter(Boolean).join(' ')
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '&', '7', '<', '-', 'é', '👍') })
    fc.assert(
      fc.property(text, (typed) => {
        expect(words(toPlain(toSlackMarkdown(literal(typed))))).toBe(words(toPlain(literal(typed))))
      }),
    )
  })
})
