import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { file, number, text } from '../../src/chat/fields.ts'
import { type Answers, type Form, type Step, stepForm } from '../../src/chat/form.ts'
import type { Content, FileContent } from '../../src/chat/message.ts'
import { texts } from '../../src/chat/texts.ts'

const t = texts.id
const reading = { now: new Date('2026-03-11T03:00:00Z'), timeZone: 'Asia/Jakarta', language: 'id' } as const
const small = z
  .custom<FileContent>((value) => Object(value).kind === 'file')
  .refine(({ size = 0 }) => size < 10, 'Terlalu besar.')
const shape = { what: z.string(), note: z.string().nullable(), proof: small.nullable() }
const ask: Form<typeof shape> = {
  name: 'tanya',
  schema: z.object(shape),
  questions: {
    what: { ask: () => 'Apa?', label: () => 'Pertanyaan', field: text(3) },
    note: { ask: () => 'Keterangannya?', label: () => 'Keterangan', field: text() },
    proof: { ask: () => 'Ada lampiran?', label: () => 'Lampiran', field: file() },
  },
}
const count: Form<{ many: z.ZodNumber; why: z.ZodString }> = {
  name: 'hitung',
  schema: z.object({ many: z.number(), why: z.string() }),
  questions: {
    many: { ask: () => 'Berapa?', label: () => 'Jumlah', field: number() },
    why: { ask: () => 'Mengapa?', label: () => 'Alasan', field: text() },
  },
}
const photo = (name: string, more: Partial<FileContent> = {}): FileContent => ({
  kind: 'file',
  name,
  mime: 'image/jpeg',
  ref: name,
  ...more,
})
/** What a form is after each message, the last of them. */
function leads(form: unknown, answers: Answers, ...messages: readonly Content[]): Step {
  let step: Step = { kind: 'ask', answers, reply: { text: '' } }
  for (const message of messages)
    if (step.kind === 'ask') step = stepForm(form as Form, step.answers, reading, message)
  return step
}
const said = (step: Step): string => (step.kind === 'ask' ? step.reply.text : step.kind)

describe('a file where something else is asked', () => {
  it('is kept for its own question, and the words under it are the answer', () => {
    const a = photo('a', { caption: 'di kecamatan' })
    const step = leads(ask, { what: 'Cukup?' }, a)
    expect(step).toMatchObject({ answers: { what: 'Cukup?', note: 'di kecamatan', proof: a } })
    expect(said(step)).toMatch(/^Berkas \*\*a\*\* saya simpan untuk bagian Lampiran\.[\s\S]*Sudah benar\?$/)
  })

  it('without words is kept, and the question asked again', () => {
    const step = leads(ask, { what: 'Cukup?' }, photo('a'))
    expect(step).toMatchObject({ answers: { what: 'Cukup?', proof: photo('a') } })
    expect(said(step)).toBe(`${t.fileTaken('a', 'Lampiran')}\n\nKeterangannya?`)
  })

  it('whose words do not fit is kept all the same', () => {
    const step = leads(ask, {}, photo('a', { caption: 'x' }))
    expect(step).toMatchObject({ answers: { proof: { name: 'a' } } })
    expect(said(step)).toBe(`${t.fileTaken('a', 'Lampiran')}\n\n${t.tooShort(3)}\n\nApa?`)
  })

  it('that is not taken says why, and the words under it still count', () => {
    const step = leads(ask, { what: 'Cukup?' }, photo('a', { size: 11, caption: 'di kecamatan' }))
    expect(said(step)).toBe('Terlalu besar.\n\nAda lampiran?')
    expect(step).toMatchObject({ answers: { note: 'di kecamatan' } })
  })

  it('takes the place that was skipped', () => {
    const step = leads(ask, { what: 'Cukup?', note: null, proof: null }, photo('a'))
    expect(step).toMatchObject({ answers: { proof: photo('a') } })
  })

  it('in a form without one gives its words, and says so', () => {
    expect(said(leads(count, {}, photo('a', { caption: '3' })))).toBe(`${t.fileNotAsked}\n\nMengapa?`)
    expect(said(leads(count, {}, photo('a')))).toBe(`${t.wantNumber}\n\nBerapa?`)
    expect(said(leads(count, { many: 1, why: 'x' }, photo('a')))).toMatch(/^Tekan Kirim/)
  })
})

describe('several files at once', () => {
  const before = { what: 'Cukup?', note: null }

  it('leave the first in, and are told of once', () => {
    const second = leads(ask, before, photo('a'), photo('b'))
    expect(second).toMatchObject({ answers: { proof: photo('a') } })
    expect(said(second)).toMatch(
      /^Isian ini hanya memuat satu berkas, dan yang saya pakai \*\*a\*\*[\s\S]*Sudah benar\?$/,
    )
    expect(second).not.toHaveProperty('told')
    for (const more of [[photo('c')], [photo('c'), photo('d')]])
      expect(leads(ask, before, photo('a'), photo('b'), ...more)).toMatchObject({ told: true })
  })

  it('are told of again after something else was said', () => {
    const words: Content = { kind: 'text', text: 'entah' }
    const step = leads(ask, before, photo('a'), photo('b'), words, photo('c'))
    expect(said(step)).toMatch(/^Isian ini hanya memuat satu berkas/)
    expect(step).not.toHaveProperty('told')
  })

  it('can still be sent off', () => {
    const step = leads(ask, before, photo('a'), photo('b'), { kind: 'choice', value: 'tanya!send' })
    expect(step).toEqual({ kind: 'done', answers: { ...before, proof: photo('a') } })
  })
})
