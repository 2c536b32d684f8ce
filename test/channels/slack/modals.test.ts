import { describe, expect, test } from 'vitest'
import { readBody } from '../../../src/channels/slack/incoming.ts'
import { errorsOf, readValues, sheetView } from '../../../src/channels/slack/modals.ts'
import type { Sheet, SheetField } from '../../../src/chat/sheet.ts'

const TODAY = '2026-03-02'

const field = (more: Partial<SheetField>): SheetField => ({
  name: 'a',
  label: 'Label',
  ask: 'Apa?',
  input: 'text',
  options: [],
  optional: false,
  ...more,
})
const sheet = (...fields: SheetField[]): Sheet => ({
  form: 'survei',
  title: 'Survei layanan',
  before: [],
  fields,
})
const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ value: `v${i}`, label: `Pilihan ${i}` }))

/** The element of a form's only question. */
function elementOf(more: Partial<SheetField>) {
  const [block] = sheetView(sheet(field(more)), 'slack:D9', TODAY).blocks
  return block && 'element' in block ? block.element : undefined
}

describe('a form as a modal', () => {
  test('carries where it comes from, its title, and each question with its hint', () => {
    const view = sheetView(sheet(field({ optional: true })), 'slack:C1/171.22', TODAY)
    expect(view).toMatchObject({
      type: 'modal',
      callback_id: 'abdi:sheet',
      private_metadata: '{"conversation":"slack:C1/171.22","form":"survei"}',
      title: { text: 'Survei layanan' },
      blocks: [
        { type: 'input', block_id: 'a', label: { text: 'Label' }, hint: { text: 'Apa?' }, optional: true },
      ],
    })
  })

  test.each([
    [
      { input: 'text', value: 'halo' },
      { type: 'plain_text_input', multiline: true, initial_value: 'halo' },
    ],
    [
      { input: 'number', value: '1.500,5' },
      { type: 'number_input', initial_value: '1500.5' },
    ],
    [{ input: 'number' }, { type: 'number_input', is_decimal_allowed: true }],
    [
      { input: 'date', value: '31 Maret 2026' },
      { type: 'datepicker', initial_date: '2026-03-31' },
    ],
    [{ input: 'file' }, { type: 'file_input', max_files: 1 }],
    [
      { input: 'choice', options: options(3), value: 'v1' },
      { type: 'radio_buttons', initial_option: { value: 'v1' } },
    ],
    [{ input: 'choice', options: options(11) }, { type: 'static_select' }],
  ] as const)('%j', (more, expected) => {
    expect(elementOf(more as Partial<SheetField>)).toMatchObject(expected)
  })

  test('a file that was sent before is named, and need not be given again', () => {
    const given = { input: 'file', ask: 'Ada lampiran?', value: 'bukti.png' } as const
    const [block] = sheetView(sheet(field(given)), 'slack:D9', TODAY).blocks
    expect(block).toMatchObject({
      hint: { text: expect.stringMatching(/^bukti\.png sudah terlampir\.[\s\S]*Ada lampiran\?$/) },
      optional: true,
      element: { type: 'file_input' },
    })
    const [asked] = sheetView(sheet(field({ input: 'file' })), 'slack:D9', TODAY).blocks
    expect(asked).toMatchObject({ hint: { text: 'Apa?' }, optional: false })
  })

  test('a list too long for one menu is put in groups', () => {
    const menu = elementOf({ input: 'choice', options: options(250) })
    expect(menu).toMatchObject({ option_groups: [{}, {}, {}] })
  })

  test('what is too long for Slack is cut', () => {
    const view = sheetView(
      { ...sheet(field({ ask: 'x'.repeat(3_000) })), title: 'Sebuah judul yang sangat panjang' },
      'slack:D9',
      TODAY,
    )
    expect(view.title.text).toHaveLength(24)
    expect(view.blocks[0]).toMatchObject({ hint: { text: expect.stringMatching(/^x{1999}…$/) } })
  })
})

describe('a modal that was sent', () => {
  test('is the answers that were given', () => {
    const file = { name: 'a.pdf', mimetype: 'application/pdf', url_private: 'https://files.slack.com/a' }
    expect(
      readValues({
        teks: { 'abdi:answer': { type: 'plain_text_input', value: 'halo' } },
        kosong: { 'abdi:answer': { type: 'plain_text_input', value: null } },
        spasi: { 'abdi:answer': { type: 'plain_text_input', value: ' \n' } },
        angka: { 'abdi:answer': { type: 'number_input', value: '1500.5' } },
        tanggal: { 'abdi:answer': { type: 'datepicker', selected_date: '2026-03-31' } },
        pilih: { 'abdi:answer': { type: 'radio_buttons', selected_option: { value: 'v1' } } },
        tiada: { 'abdi:answer': { type: 'radio_buttons', selected_option: null } },
        berkas: { 'abdi:answer': { type: 'file_input', files: [file] } },
      }),
    ).toEqual({
      teks: { kind: 'text', text: 'halo' },
      angka: { kind: 'text', text: '1500,5' },
      tanggal: { kind: 'text', text: '2026-03-31' },
      pilih: { kind: 'choice', value: 'v1' },
      berkas: { kind: 'file', name: 'a.pdf', mime: 'application/pdf', ref: 'https://files.slack.com/a' },
    })
  })

  const submission = (more: object = {}) => ({
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: 'U1', username: 'sari' },
    view: {
      id: 'V1',
      hash: '1.abc',
      callback_id: 'abdi:sheet',
      private_metadata: '{"conversation":"slack:C1/171.22","form":"survei"}',
      state: { values: { a: { 'abdi:answer': { type: 'plain_text_input', value: 'halo' } } } },
      ...more,
    },
  })

  test('goes to the conversation it was opened in', () => {
    expect(readBody(submission(), { user: 'U0', commands: [] })).toMatchObject({
      kind: 'sent',
      asked: ['a'],
      said: {
        id: 'slack:sent:V1:1.abc',
        where: { conversation: 'slack:C1/171.22', shared: true },
        content: { kind: 'filled', form: 'survei', answers: { a: { kind: 'text', text: 'halo' } } },
      },
    })
  })

  test.each(['', 'halo', '{}', '{"conversation":"telegram:1","form":"x"}'])(
    'with %j for an origin cannot be read',
    (from) => {
      expect(() => readBody(submission({ private_metadata: from }), { user: 'U0', commands: [] })).toThrow()
    },
  )

  test('of somebody else is none of ours', () => {
    expect(readBody(submission({ callback_id: 'lain' }), { user: 'U0', commands: [] })).toBeUndefined()
  })

  test('gets its hints where it shows the question, and none where it does not', () => {
    expect(errorsOf({ a: 'Terlalu pendek.', lain: 'x' }, ['a', 'b'])).toEqual({ a: 'Terlalu pendek.' })
    expect(errorsOf({ lain: 'x' }, ['a'])).toBeUndefined()
  })
})
