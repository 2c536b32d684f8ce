import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Feature, type Person, type Turn, whenSent } from '../../src/chat/feature.ts'
import { choice, date, file, number, ownPhone, text } from '../../src/chat/fields.ts'
import type { Form } from '../../src/chat/form.ts'
import type { Content, FileContent, Incoming } from '../../src/chat/message.ts'
import { openSheet } from '../../src/chat/open-sheet.ts'
import { readSheet, sheetOf } from '../../src/chat/sheet.ts'
import { texts } from '../../src/chat/texts.ts'
import { FRESH, takeTurn } from '../../src/chat/turn.ts'

const t = texts.id
const now = new Date('2026-11-22T03:00:00Z')
const reading = { now, timeZone: 'Asia/Jakarta', language: 'id' } as const
const say = (words: string): Content => ({ kind: 'text', text: words })
const DESKS = ['Cuti', 'Pensiun'].map((label) => ({ value: label.toLowerCase(), label }))

const shape = {
  desk: z.string(),
  from: z.string(),
  days: z.number(),
  note: z.string().nullable(),
}
const leave: Form<typeof shape> = {
  name: 'cuti',
  title: () => 'Ajukan cuti',
  schema: z.object(shape).refine(({ days, desk }) => desk !== 'pensiun' || days > 1, {
    path: ['days'],
    message: 'Minimal 2 hari.',
  }),
  questions: {
    desk: { ask: () => 'Loket mana?', label: () => 'Loket', field: choice(() => DESKS) },
    from: { ask: () => 'Mulai kapan?', label: () => 'Mulai', field: date() },
    days: { ask: () => 'Berapa hari?', label: () => 'Lama', field: number({ min: 1, max: 12, whole: true }) },
    note: { ask: () => 'Ada catatan?', label: () => 'Catatan', field: text() },
  },
}
const phone: Form<{ phone: z.ZodString }> = {
  name: 'nomor',
  schema: z.object({ phone: z.string() }),
  questions: { phone: { ask: () => 'Nomornya?', label: () => 'Nomor', field: ownPhone() } },
}
const photo = (name: string): FileContent => ({ kind: 'file', name, mime: 'image/png', ref: `r-${name}` })
const isPhoto = z.custom<FileContent>((value) => Object(value).mime === 'image/png', 'Harus foto.')
const proof: Form<{ what: z.ZodString; file: z.ZodNullable<typeof isPhoto> }> = {
  name: 'bukti',
  schema: z.object({ what: z.string(), file: isPhoto.nullable() }),
  questions: {
    what: { ask: () => 'Bukti apa?', label: () => 'Bukti', field: text() },
    file: { ask: () => 'Ada lampiran?', label: () => 'Lampiran', field: file() },
  },
}

describe('a form as one page', () => {
  it('shows every question, what was answered, and what may be left empty', () => {
    expect(sheetOf(leave as unknown as Form, { desk: 'cuti', from: '2026-11-23' }, 'id')).toEqual({
      form: 'cuti',
      title: 'Ajukan cuti',
      before: [],
      fields: [
        {
          name: 'desk',
          label: 'Loket',
          ask: 'Loket mana?',
          input: 'choice',
          options: DESKS,
          optional: false,
          value: 'cuti',
        },
        expect.objectContaining({
          name: 'from',
          input: 'date',
          optional: false,
          value: expect.stringContaining('November'),
        }),
        { name: 'days', label: 'Lama', ask: 'Berapa hari?', input: 'number', options: [], optional: false },
        expect.objectContaining({ name: 'note', input: 'text', optional: true }),
      ],
    })
  })

  it('is none where a question needs the chat', () => {
    expect(sheetOf(phone as unknown as Form, {}, 'id')).toBeUndefined()
  })

  it('is read with the hints of the chat, each at its question', () => {
    const form = leave as unknown as Form
    expect(readSheet(form, { desk: { kind: 'choice', value: 'dapur' }, days: say('13') }, reading)).toEqual({
      kind: 'wrong',
      answers: { note: null },
      hints: { desk: t.wantChoice(['Cuti', 'Pensiun']), from: t.wantAnswer, days: t.outOfBounds('1', '12') },
    })
    const right = { desk: { kind: 'choice', value: 'pensiun' }, from: say('besok'), days: say('1') } as const
    expect(readSheet(form, right, reading)).toEqual({
      kind: 'wrong',
      answers: { desk: 'pensiun', from: '2026-11-23', note: null },
      hints: { days: 'Minimal 2 hari.' },
    })
    expect(readSheet(form, { ...right, days: say('dua') }, reading)).toEqual({
      kind: 'done',
      answers: { desk: 'pensiun', from: '2026-11-23', days: 2, note: null },
    })
  })

  it('keeps a file that was sent before, unless another is given', () => {
    const form = proof as unknown as Form
    const before = { what: 'Struk', file: photo('lama.png') }
    const read = (given: Readonly<Record<string, Content>>) => readSheet(form, given, reading, before)
    expect(read({ what: say('Nota') })).toEqual({
      kind: 'done',
      answers: { what: 'Nota', file: photo('lama.png') },
    })
    expect(read({ what: say('Nota'), file: photo('baru.png') })).toMatchObject({
      answers: { file: photo('baru.png') },
    })
    expect(read({})).toMatchObject({ kind: 'wrong', hints: { what: t.wantAnswer } })
    const none = readSheet(form, { what: say('Nota') }, reading, { file: null })
    expect(none).toEqual({ kind: 'done', answers: { what: 'Nota', file: null } })
    expect(readSheet(form, { what: say('Nota') }, reading, { file: 'rusak' })).toEqual(none)
  })

  it('never throws, whatever is filled in', () => {
    const content = fc.oneof(
      fc.string().map(say),
      fc.string().map((value): Content => ({ kind: 'choice', value })),
      fc.constant<Content>({ kind: 'unsupported', what: 'x' }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('desk', 'from', 'days', 'note', 'x'), content), (given) => {
        const { kind } = readSheet(leave as unknown as Form, given, reading)
        expect(['done', 'wrong']).toContain(kind)
      }),
    )
  })
})

const sent: unknown[] = []
const office: Feature = {
  name: 'office',
  commands: [
    {
      name: 'cuti',
      audience: 'citizen',
      run: async () => ({ say: [], open: { form: 'cuti', answers: {} } }),
    },
    {
      name: 'nomor',
      audience: 'citizen',
      run: async () => ({ say: [], open: { form: 'nomor', answers: {} } }),
    },
  ],
  forms: [
    whenSent(leave, async (_turn: Turn, answers) => {
      sent.push(answers)
      return { say: [{ text: 'Terkirim.' }] }
    }),
    whenSent(proof, async (_turn: Turn, answers) => {
      sent.push(answers)
      return { say: [{ text: 'Bukti terkirim.' }] }
    }),
    whenSent(phone, async () => ({ say: [] })),
  ],
  otherwise: async () => ({ say: [{ text: 'Jawaban.' }] }),
}
const person: Person = { account: 'uji:1', name: 'Wati', role: 'citizen', language: 'id' }
const context = { features: [office], person, now, timeZone: 'Asia/Jakarta', preview: () => undefined }
let count = 0
const message = (content: Content): Incoming => ({
  id: `uji:${++count}`,
  conversation: 'uji:1',
  sender: { account: 'uji:1', name: 'Wati' },
  content,
  sentAt: now,
})
const filled = (answers: Readonly<Record<string, Content>>): Content => ({
  kind: 'filled',
  form: 'cuti',
  answers,
})
const right = { desk: { kind: 'choice', value: 'cuti' }, from: say('besok'), days: say('3') } as const

describe('a page in a conversation', () => {
  it('is offered with the question that opens a form, unless it needs the chat', async () => {
    const opened = await takeTurn(context, message({ kind: 'command', name: 'cuti', rest: '' }), FRESH)
    expect(opened.replies.at(-1)?.form).toBe('cuti')
    expect(openSheet(context, opened.state)?.sheet.title).toBe('Ajukan cuti')
    expect(openSheet(context, opened.state, 'lain')).toBeUndefined()
    expect(openSheet({ ...context, person: { ...person, account: 'uji:2' } }, opened.state)).toBeUndefined()
    const phoned = await takeTurn(context, message({ kind: 'command', name: 'nomor', rest: '' }), FRESH)
    expect(phoned.replies.at(-1)?.form).toBeUndefined()
    expect(openSheet(context, phoned.state)).toBeUndefined()
  })

  it('is checked before it is sent, sends once, and is refused when the form is gone', async () => {
    const { state } = await takeTurn(context, message({ kind: 'command', name: 'cuti', rest: '' }), FRESH)
    const page = openSheet(context, state)
    expect(page?.check({ ...right, days: say('100') })).toEqual({ days: t.outOfBounds('1', '12') })
    expect(page?.check(right)).toBeUndefined()
    const done = await takeTurn(context, message(filled(right)), state)
    expect(done.replies.map(({ text: words }) => words)).toEqual(['Terkirim.'])
    expect(sent).toEqual([{ desk: 'cuti', from: '2026-11-23', days: 3, note: null }])
    const again = await takeTurn(context, message(filled(right)), done.state)
    expect(again.replies.map(({ text: words }) => words)).toEqual([t.formIsClosed])
    expect(sent).toHaveLength(1)
  })

  it('keeps the file that was sent in the chat, and checks it with the rest', async () => {
    const form = 'bukti'
    const state = {
      ...FRESH,
      forms: { [person.account]: [{ form, answers: { what: 'Struk', file: photo('a.png') } }] },
    }
    const page = openSheet(context, state)
    expect(page?.sheet.fields[1]?.value).toBe('a.png')
    const wrong = { ...photo('b.zip'), mime: 'application/zip' }
    expect(page?.check({ what: say('Nota'), file: wrong })).toEqual({ file: 'Harus foto.' })
    expect(page?.check({ what: say('Nota') })).toBeUndefined()
    await takeTurn(context, message({ kind: 'filled', form, answers: { what: say('Nota') } }), state)
    expect(sent.at(-1)).toEqual({ what: 'Nota', file: photo('a.png') })
  })

  it('that no longer fits goes on in the chat, and loses nothing', async () => {
    const { state } = await takeTurn(context, message({ kind: 'command', name: 'cuti', rest: '' }), FRESH)
    const { replies, state: after } = await takeTurn(
      context,
      message(filled({ ...right, days: say('0') })),
      state,
    )
    expect(replies.at(-1)?.text).toContain(t.outOfBounds('1', '12'))
    expect(replies.at(-1)?.text).toContain('Berapa hari?')
    expect(openSheet(context, after)?.sheet.fields[0]?.value).toBe('cuti')
  })
})
