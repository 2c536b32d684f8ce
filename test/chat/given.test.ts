import { expect, test } from 'vitest'
import { z } from 'zod'
import { text } from '../../src/chat/fields.ts'
import { type Answers, type Form, stepForm } from '../../src/chat/form.ts'
import type { Content } from '../../src/chat/message.ts'
import { given } from '../../src/chat/question.ts'
import { readSheet, sheetOf } from '../../src/chat/sheet.ts'

const reading = { now: new Date('2026-11-22T03:00:00Z'), timeZone: 'Asia/Jakarta', language: 'id' } as const
const say = (words: string): Content => ({ kind: 'text', text: words })

/** An answer to somebody: whom it is for is not for the one who writes it to say. */
const reply = {
  name: 'balas',
  schema: z.object({ id: z.string(), whom: z.string(), answer: z.string() }),
  questions: {
    id: given(),
    whom: given(() => 'Untuk'),
    answer: { ask: () => 'Jawabannya?', label: () => 'Jawaban', field: text() },
  },
} satisfies Form<{ id: z.ZodString; whom: z.ZodString; answer: z.ZodString }> as unknown as Form
const before: Answers = { id: '7', whom: 'Wati' }

test('what was given beforehand is not asked for, is shown under its label, and cannot be changed', () => {
  const asked = stepForm(reply, before, reading)
  expect(asked).toMatchObject({ kind: 'ask', reply: { text: 'Jawabannya?' } })
  const reviewed = stepForm(reply, before, reading, say('Juni'))
  expect(reviewed).toMatchObject({
    reply: { text: expect.stringMatching(/^\*\*Untuk:\*\* Wati\n\*\*Jawaban:/) },
  })
  const answers = { ...before, answer: 'Juni' }
  expect(stepForm(reply, answers, reading, { kind: 'choice', value: 'balas!edit=whom' })).toMatchObject({
    kind: 'ask',
    answers,
  })
  // the one thing that can be changed is asked for at once
  expect(stepForm(reply, answers, reading, { kind: 'choice', value: 'balas!edit' })).toEqual(asked)
})

test('on a page it is words, not a field, and stays whatever the page says', () => {
  const sheet = sheetOf(reply, before, 'id')
  expect(sheet?.before).toEqual([{ label: 'Untuk', value: 'Wati' }])
  expect(sheet?.fields.map(({ name }) => name)).toEqual(['answer'])
  const sent = { id: say('8'), whom: say('Sari'), answer: say('Juni') }
  expect(readSheet(reply, sent, reading, before)).toEqual({
    kind: 'done',
    answers: { ...before, answer: 'Juni' },
  })
})

test('a form that lacks it ends, whatever is said', () => {
  expect(stepForm(reply, {}, reading)).toEqual({ kind: 'cancelled' })
  expect(stepForm(reply, { whom: 'Wati' }, reading, say('Juni'))).toEqual({ kind: 'cancelled' })
})
