import { describe, expect, test } from 'vitest'
import { blocksOf, pressable } from '../../../src/channels/slack/blocks.ts'
import { homeView } from '../../../src/channels/slack/home.ts'
import { splitMessage, withCommands } from '../../../src/channels/slack/outgoing.ts'
import type { Choice } from '../../../src/chat/message.ts'

const choices = (count: number): Choice[] =>
  Array.from({ length: count }, (_, i) => ({ label: `Pilihan ${i}`, value: `contoh:${i}` }))

const VERDICTS: readonly Choice[] = [
  { label: '👍', value: 'nilai:up:7' },
  { label: '👎', value: 'nilai:down:7' },
]

/** The kinds of what stands below a message, row by row. */
function kinds(blocks: ReturnType<typeof pressable>): readonly unknown[] {
  return blocks.map((block) =>
    'elements' in block ? block.elements.map((element) => element.type) : block.type,
  )
}

describe('a message as blocks', () => {
  test('is its Markdown, its buttons, and the verdicts as Slack shows them', () => {
    const message = { text: '**Ya.**', choices: [...choices(1), ...VERDICTS] }
    expect(blocksOf(message)).toEqual([
      { type: 'markdown', text: '**Ya.**' },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: 'abdi:choice:0',
            text: { type: 'plain_text', text: 'Pilihan 0', emoji: true },
            value: 'contoh:0',
          },
        ],
      },
      {
        type: 'context_actions',
        elements: [
          expect.objectContaining({
            type: 'feedback_buttons',
            positive_button: expect.objectContaining({ value: 'nilai:up:7' }),
            negative_button: expect.objectContaining({ value: 'nilai:down:7' }),
          }),
        ],
      },
    ])
  })

  test('shows few choices as buttons, more as a list', () => {
    expect(kinds(pressable({ text: '', choices: choices(5) }))).toEqual([Array(5).fill('button')])
    expect(kinds(pressable({ text: '', choices: choices(6) }))).toEqual([['static_select']])
    expect(kinds(pressable({ text: '', choices: choices(101) }))).toHaveLength(21)
    const long = choices(6).map((choice) => ({ ...choice, value: 'x'.repeat(151) }))
    expect(kinds(pressable({ text: '', choices: long }))).toEqual([Array(5).fill('button'), ['button']])
  })

  test("the way to a form's page comes last, and only while something is asked", () => {
    const labels = (values: readonly string[]) =>
      pressable({ text: '', form: 'cuti', choices: values.map((value) => ({ label: value, value })) })
        .flatMap((block) => (block.type === 'actions' ? block.elements : []))
        .map((element) => ('text' in element ? element.text?.text : undefined))
    expect(labels(['cuti?ya=1', 'cuti?ya=0'])).toEqual(['cuti?ya=1', 'cuti?ya=0', 'Isi lewat formulir'])
    expect(labels(['lain!send'])).toEqual(['lain!send', 'Isi lewat formulir'])
    expect(labels(['cuti!send', 'cuti!edit', 'cuti!cancel'])).toEqual([
      'cuti!send',
      'cuti!edit',
      'cuti!cancel',
    ])
    expect(labels(['cuti!edit=from'])).toEqual(['cuti!edit=from'])
  })

  test('one verdict alone is a button as any other', () => {
    expect(kinds(pressable({ text: '', choices: VERDICTS.slice(0, 1) }))).toEqual([['button']])
  })

  test('offers a page where a form fits on one', () => {
    const row = pressable({ text: 'Apa?', form: 'tanya-hr', choices: choices(1) }).at(-1)
    expect(row).toMatchObject({ elements: [{ action_id: 'abdi:form:0', value: 'tanya-hr' }] })
  })

  test('keeps every name of a button its own, and every label within what Slack takes', () => {
    const labels = choices(5).map(({ value }) => ({ label: 'ab '.repeat(40), value }))
    const [row] = pressable({ text: '', choices: labels })
    const elements = row && 'elements' in row ? row.elements : []
    expect(new Set(elements.map((element) => 'action_id' in element && element.action_id)).size).toBe(5)
    for (const element of elements)
      expect('text' in element && typeof element.text === 'object' && element.text?.text.length).toBe(75)
  })
})

test('commands are named as people type them in Slack', () => {
  const shown = (text: string) => withCommands({ text }, ['bantuan', 'tanya']).text
  expect(shown('Ketik /bantuan, atau **/tanya**')).toBe('Ketik /abdi bantuan, atau **/abdi tanya**')
  for (const text of ['Perintah /entah', 'cuti/tanya', 'https://a.id/tanya', '/tanya/lagi', '/abdi bantuan'])
    expect(shown(text)).toBe(text)
})

test('a long message is cut into pieces that Slack takes, its buttons under the last', () => {
  const text = Array.from({ length: 300 }, (_, i) => `Ayat ${i} <${'&'.repeat(20)}>`).join('\n\n')
  const pieces = splitMessage({ text, choices: choices(2), form: 'f' })
  expect(pieces.length).toBeGreaterThan(1)
  for (const piece of pieces) {
    expect(piece.text.length).toBeLessThanOrEqual(4_000)
    expect(JSON.stringify(blocksOf(piece)).length).toBeLessThan(12_000)
  }
  expect(pieces.map(({ choices: some = [] }) => some.length)).toEqual(
    pieces.map((_, i) => (i === pieces.length - 1 ? 2 : 0)),
  )
  expect(pieces.at(-1)?.form).toBe('f')
})

describe('the home', () => {
  test('shows each section with its buttons', () => {
    const view = homeView([{ title: 'Coba tanya', text: '**Ini** contohnya.', choices: choices(2) }])
    expect(view.blocks).toMatchObject([
      { type: 'header', text: { text: 'Coba tanya' } },
      { type: 'section', text: { type: 'plain_text', text: 'Ini contohnya.' } },
      { type: 'actions', elements: [{ value: 'contoh:0' }, { value: 'contoh:1' }] },
    ])
  })

  test('keeps within what Slack takes, and is never empty', () => {
    const sections = Array.from({ length: 60 }, () => ({ title: 'J'.repeat(200), text: 'x'.repeat(4_000) }))
    const { blocks } = homeView(sections)
    expect(blocks).toHaveLength(100)
    expect(blocks[0]).toMatchObject({ text: { text: expect.stringMatching(/^J{149}…$/) } })
    expect(homeView([]).blocks.length).toBeGreaterThan(0)
  })
})
