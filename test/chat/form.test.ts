import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { choice, date, file, number, ownPhone, place, type Reading, text } from '../../src/chat/fields.ts'
import { type Answers, type Form, isFormChoice, type Step, stepForm } from '../../src/chat/form.ts'
import type { Content } from '../../src/chat/message.ts'
import { literal } from '../../src/chat/message.ts'
import { texts } from '../../src/chat/texts.ts'

const t = texts.id
const reading: Reading = { now: new Date('2026-03-11T03:00:00Z'), timeZone: 'Asia/Jakarta', language: 'id' }
const say = (words: string): Content => ({ kind: 'text', text: words })
const press = (value: string): Content => ({ kind: 'choice', value })

/** Leave from one day to another: optional questions, a choice, and a rule that concerns two answers. */
const leave = define({
  name: 'cuti',
  schema: z
    .object({
      kind: z.enum(['tahunan', 'sakit'], 'Jenis itu tidak ada.'),
      from: z.iso.date(),
      until: z.iso.date(),
      people: z.number().max(99, 'Paling banyak 99.').nullable(),
      reason: z.string().nullable(),
    })
    .refine((a) => a.until >= a.from, { path: ['until'], error: 'Tanggal selesai sebelum tanggal mulai.' })
    .refine((a) => a.reason !== 'rahasia', 'Alasan itu belum cukup.'),
  questions: {
    kind: {
      ask: () => 'Jenis cuti apa?',
      label: () => 'Jenis',
      field: choice(() => [
        { value: 'tahunan', label: 'Tahunan' },
        { value: 'sakit', label: 'Sakit', also: ['opname'] },
      ]),
    },
    from: { ask: () => 'Mulai kapan?', label: () => 'Mulai', field: date() },
    until: { ask: (_, a) => `Sejak ${a.from}, sampai kapan?`, label: () => 'Selesai', field: date() },
    people: {
      ask: () => 'Berapa orang?',
      label: () => 'Jumlah orang',
      field: number({ min: 1, whole: true }),
    },
    reason: { ask: () => 'Apa alasannya?', label: () => 'Alasan', field: text(3, 100) },
  },
})

/** One rating without a review, as after a conversation. */
const rating = define({
  name: 'nilai',
  review: false,
  schema: z
    .object({ score: z.number().int().min(1).max(5), again: z.number() })
    .refine((a) => a.score === a.again, 'Keduanya harus sama.'),
  questions: {
    score: { ask: () => 'Nilainya?', label: () => 'Nilai', field: number({ min: 1, max: 5 }) },
    again: { ask: () => 'Sekali lagi?', label: () => 'Ulang', field: number() },
  },
})

/** Whatever platforms can send. */
const visit = define({
  name: 'kunjungan',
  schema: z.object({
    phone: z.string(),
    place: z.object({ latitude: z.number(), longitude: z.number() }),
    photo: z
      .object({ kind: z.literal('file'), name: z.string(), mime: z.string(), ref: z.string() })
      .nullable(),
    note: z.string(),
  }),
  questions: {
    phone: { ask: () => 'Nomor Anda?', label: () => 'Telepon', field: ownPhone() },
    place: { ask: () => 'Di mana?', label: () => 'Tempat', field: place() },
    photo: { ask: () => 'Ada foto?', label: () => 'Foto', field: file() },
    note: { ask: () => 'Catatan?', label: () => 'Catatan', field: text() },
  },
})

const FULL: Answers = { kind: 'sakit', from: '2026-03-12', until: '2026-03-13', people: 2, reason: 'demam' }
const { reason: _, ...ALMOST } = FULL

describe('a form being filled', () => {
  it('asks in order, reads each answer, and shows all of them before it is sent', () => {
    const steps = talk(leave, {}, [say('sakit'), say('besok'), say('13/3'), say('dua orang'), say('demam')])
    expect(steps.map(textOf)).toEqual([
      'Jenis cuti apa?',
      'Mulai kapan?',
      'Sejak 2026-03-12, sampai kapan?',
      'Berapa orang?',
      'Apa alasannya?',
      [
        '**Jenis:** Sakit',
        '**Mulai:** Kamis, 12 Maret 2026',
        '**Selesai:** Jumat, 13 Maret 2026',
        '**Jumlah orang:** 2',
        '**Alasan:** demam',
        '',
        'Sudah benar?',
      ].join('\n'),
    ])
    expect(answersOf(steps.at(-1))).toEqual(FULL)
    expect(labelsOf(steps.at(-1))).toEqual(['Kirim', 'Ubah', 'Batal'])
  })

  it('offers the options as buttons, and skipping only where an answer may be missing', () => {
    expect(labelsOf(step(leave, {}))).toEqual(['Tahunan', 'Sakit'])
    expect(labelsOf(step(leave, { kind: 'sakit' }))).toEqual([])
    expect(labelsOf(step(leave, ALMOST))).toEqual(['Lewati'])
  })

  it('asks the platform for the button that shares a phone or a place', () => {
    expect(step(visit, {})).toMatchObject({ reply: { request: 'contact' } })
    expect(step(visit, { phone: '+62811' })).toMatchObject({ reply: { request: 'location' } })
  })

  it('takes an answer by its button', () => {
    const button = choicesOf(step(leave, {})).find(({ label }) => label === 'Tahunan')
    expect(answersOf(step(leave, {}, press(button?.value ?? '')))).toEqual({ kind: 'tahunan' })
  })

  it.each([press('cuti?reason'), ...['lewati', 'Lewati', 'LEWATI.', ' skip ', 'tidak ada', '-'].map(say)])(
    'skips an optional question by %o',
    (content) => {
      const skipped = step(leave, ALMOST, content)
      expect(answersOf(skipped)).toEqual({ ...ALMOST, reason: null })
      expect(textOf(skipped)).toContain('**Alasan:** (dilewati)')
    },
  )

  it('does not skip a question that needs its answer', () => {
    expect(step(leave, {}, press('cuti?kind'))).toMatchObject({ kind: 'ask', answers: {} })
    expect(textOf(step(leave, {}, say('lewati')))).toContain('Pilih salah satu')
    const { note } = answersOf(
      step(visit, { phone: '1', place: { latitude: 1, longitude: 1 }, photo: null }, say('tidak ada')),
    )
    expect(note).toBe('tidak ada')
  })

  it('asks again, with a hint, what it could not read', () => {
    expect(textOf(step(leave, { kind: 'sakit' }, say('30 februari')))).toBe(`${t.wantDate}\n\nMulai kapan?`)
    expect(textOf(step(leave, { kind: 'sakit' }, press('x')))).toBe(`${t.buttonIsOld}\n\nMulai kapan?`)
  })

  it('says what the schema says when a readable answer is not valid', () => {
    const asked = step(leave, { ...FULL, people: 'x' }, say('100'))
    expect(textOf(asked)).toBe('Paling banyak 99.\n\nBerapa orang?')
    expect(answersOf(asked)).not.toHaveProperty('people')
  })

  it.each(['batal', 'Batal!', ' BATALKAN ', 'cancel'])('ends at any point at the word %j', (word) => {
    for (const answers of [{}, { kind: 'sakit' }, ALMOST, FULL])
      expect(step(leave, answers, say(word))).toEqual({ kind: 'cancelled' })
    expect(step(rating, {}, say(word))).toEqual({ kind: 'cancelled' })
  })

  it('starts with the first question that no known answer answers', () => {
    expect(textOf(step(leave, { kind: 'sakit', until: '2026-03-13' }))).toBe('Mulai kapan?')
    expect(textOf(step(leave, FULL))).toContain('Sudah benar?')
  })
})

describe('the review', () => {
  it.each([
    press('cuti!send'),
    ...['Kirim', '1', '1.', 'kirim!', 'ya', 'Iya', 'ok', 'sudah benar', 'kirimm', 'betul'].map(say),
  ])('sends at %o', (content) => {
    expect(step(leave, FULL, content)).toEqual({ kind: 'done', answers: FULL })
  })

  it.each([press('cuti!edit'), ...['Ubah', '2', 'ganti', 'belum', 'tidak', 'salah', 'tidak benar'].map(say)])(
    'asks what to change at %o',
    (content) => {
      const asked = step(leave, FULL, content)
      expect(textOf(asked)).toBe('Bagian mana yang mau diubah?')
      expect(labelsOf(asked)).toEqual(['Jenis', 'Mulai', 'Selesai', 'Jumlah orang', 'Alasan'])
    },
  )

  it.each([press('cuti!cancel'), say('3'), say('Batal'), say('tidak jadi')])('cancels at %o', (content) => {
    expect(step(leave, FULL, content)).toEqual({ kind: 'cancelled' })
  })

  it.each([
    'jangan kirim',
    'belum benar kirimnya',
    'kurang benar',
    'sudah benar belum',
    'apakah ini benar?',
    's',
    't',
    '0',
    '4',
    '99',
    'selesai dulu ya mulai besok',
    '',
  ])('neither sends nor changes anything at %j', (words) => {
    const asked = step(leave, FULL, say(words))
    expect(textOf(asked)).toMatch(/^Tekan Kirim, Ubah, atau Batal\.\n\n\*\*Jenis:/)
    expect(answersOf(asked)).toEqual(FULL)
  })

  it('asks the named part again at once, and keeps the others', () => {
    for (const content of [say('alasan'), say('ubah alasan'), say('Alasannya salah, alasan saya lain')]) {
      const asked = step(leave, FULL, content)
      expect(textOf(asked)).toBe('Apa alasannya?')
      expect(answersOf(asked)).toEqual(ALMOST)
    }
  })

  it('changes the part that is pressed, numbered or named after Ubah, then shows all again', () => {
    const choosing = answersOf(step(leave, FULL, say('ubah')))
    for (const content of [press('cuti!edit=from'), say('2'), say('Mulai'), say('mul')]) {
      const asked = step(leave, choosing, content)
      expect(textOf(asked)).toBe('Mulai kapan?')
      const changed = step(leave, answersOf(asked), say('11 maret'))
      expect(answersOf(changed)).toEqual({ ...FULL, from: '2026-03-11' })
      expect(textOf(changed)).toContain('**Mulai:** Rabu, 11 Maret 2026')
    }
  })

  it('counts the parts, not Kirim, Ubah, Batal, while it asks which part to change', () => {
    const choosing = answersOf(step(leave, FULL, press('cuti!edit')))
    expect(textOf(step(leave, choosing, say('1')))).toBe('Jenis cuti apa?')
    expect(textOf(step(leave, choosing, say('3')))).toBe('Sejak 2026-03-12, sampai kapan?')
    for (const content of [say('9'), say('entah')])
      expect(textOf(step(leave, choosing, content))).toBe('Bagian mana yang mau diubah?')
    expect(textOf(step(leave, choosing, press('cuti?kind=sakit')))).toContain(t.buttonIsOld)
    expect(step(leave, choosing, say('kirim'))).toEqual({ kind: 'done', answers: FULL })
    expect(step(leave, choosing, say('batal'))).toEqual({ kind: 'cancelled' })
  })

  it('forgets that it asked which part once something else was shown', () => {
    const choosing = answersOf(step(leave, FULL, press('cuti!edit')))
    expect(answersOf(step(leave, choosing))).toEqual(FULL)
    expect(step(leave, answersOf(step(leave, choosing)), say('1')).kind).toBe('done')
  })

  it('asks the only question of a form again without asking which', () => {
    const single = define({
      name: 'satu',
      schema: z.object({ note: z.string() }),
      questions: { note: { ask: () => 'Catatan?', label: () => 'Catatan', field: text() } },
    })
    expect(textOf(step(single, { note: 'x' }, say('ubah')))).toBe('Catatan?')
  })

  it('says what is wrong between two answers when it is sent, and asks the one to blame', () => {
    const asked = step(leave, { ...FULL, until: '2026-03-01' }, say('kirim'))
    expect(textOf(asked)).toBe('Tanggal selesai sebelum tanggal mulai.\n\nSejak 2026-03-12, sampai kapan?')
    const shown = step(leave, answersOf(asked), say('14/3'))
    expect(step(leave, answersOf(shown), say('kirim'))).toEqual({
      kind: 'done',
      answers: { ...FULL, until: '2026-03-14' },
    })
  })

  it('shows itself again when what is wrong is no single answer', () => {
    const asked = step(leave, { ...FULL, reason: 'rahasia' }, say('kirim'))
    expect(textOf(asked)).toMatch(/^Alasan itu belum cukup\.\n\n\*\*Jenis:/)
    expect(labelsOf(asked)).toEqual(['Kirim', 'Ubah', 'Batal'])
  })

  it('shows what people typed as they typed it, never as formatting', () => {
    const shown = textOf(step(leave, { ...FULL, reason: '**x**\n===\n    <b>_y_</b> https://a.b' }))
    expect(shown).toContain(
      '**Alasan:** \\*\\*x\\*\\*\n\\=\\=\\=\n\\<b\\>\\_y\\_\\</b\\> https\\://a\\.b\n\nSudah benar?',
    )
    expect(literal('a\\b')).toBe('a\\\\b')
  })
})

describe('a form without a review', () => {
  it('is done with its last answer', () => {
    expect(step(rating, { score: 4 }, say('4'))).toEqual({ kind: 'done', answers: { score: 4, again: 4 } })
    expect(step(rating, { score: 4, again: 4 })).toEqual({ kind: 'done', answers: { score: 4, again: 4 } })
  })

  it('asks its last question again when its answers do not go together', () => {
    const asked = step(rating, { score: 4 }, say('5'))
    expect(textOf(asked)).toBe('Keduanya harus sama.\n\nSekali lagi?')
    expect(answersOf(asked)).toEqual({ score: 4 })
  })
})

describe('a button of the past', () => {
  const stale = [
    'cuti?kind=tahunan',
    'cuti?people',
    'lain?reason=x',
    'cuti!send',
    'cuti!edit',
    'cuti!cancel',
    'cuti!edit=kind',
  ]
  it.each([...stale, 'cuti!', 'cuti?', '', '__proto__', 'cuti?reasonx=y'])(
    '%j does nothing to an open question',
    (value) => {
      const asked = step(leave, ALMOST, press(value))
      expect(answersOf(asked)).toEqual(ALMOST)
      expect(textOf(asked)).toBe(`${t.buttonIsOld}\n\nApa alasannya?`)
    },
  )

  it.each([
    'cuti?kind=tahunan',
    'cuti?reason',
    'lain!send',
    'cuti!sendx',
    'cuti!edit=',
    'cuti!edit=__proto__',
    'cuti!edit=constructor',
    '',
  ])('%j does nothing to a review', (value) => {
    const asked = step(leave, FULL, press(value))
    expect(answersOf(asked)).toEqual(FULL)
    expect(textOf(asked)).toMatch(/^Tombol itu dari pesan lama.*\n\n\*\*Jenis:/)
  })

  it('is known by its value as belonging to a form', () => {
    for (const value of ['cuti?kind=sakit', 'cuti!send', 'survei_2026!send', 'a?b:c'])
      expect(isFormChoice(value)).toBe(true)
    for (const value of ['tanya:apa?', 'tanya', '', '?x', '!send', 'a:b!c'])
      expect(isFormChoice(value)).toBe(false)
  })
})

describe('answers kept from before a deploy', () => {
  it('are asked again only where they no longer fit', () => {
    const old = { ...FULL, kind: 'haji', gone: 'x', people: 100 }
    const asked = step(leave, old)
    expect(textOf(asked)).toBe('Jenis cuti apa?')
    const { kind: _kind, people: _people, ...rest } = FULL
    expect(answersOf(asked)).toEqual(rest)
    const next = step(leave, answersOf(asked), say('tahunan'))
    expect(textOf(next)).toBe('Berapa orang?')
    expect(textOf(step(leave, answersOf(next), say('3')))).toContain('Sudah benar?')
  })

  it('are shown as they are where a looser schema lets something strange pass', () => {
    const loose = define({
      name: 'longgar',
      schema: z.object({ day: z.string(), kind: z.string() }),
      questions: {
        day: { ask: () => 'Kapan?', label: () => 'Tanggal', field: date() },
        kind: { ask: () => 'Apa?', label: () => 'Jenis', field: choice(() => []) },
      },
    })
    expect(textOf(step(loose, { day: 'kapan-kapan', kind: 'dulu' }))).toContain(
      '**Tanggal:** kapan\\-kapan\n**Jenis:** dulu',
    )
  })

  it('may be named like parts of every object and still are asked for', () => {
    const odd = define({
      name: 'aneh',
      schema: z.object({ constructor: z.any(), toString: z.any() }),
      questions: {
        constructor: { ask: () => 'Siapa pelaksananya?', label: () => 'Pelaksana', field: text() },
        toString: { ask: () => 'Untuk siapa?', label: () => 'Untuk', field: text() },
      } as never, // TypeScript takes these two names for what every object has
    })
    const steps = talk(odd, {}, [say('PT Maju'), say('warga'), say('kirim')])
    expect(steps.slice(0, 2).map(textOf)).toEqual(['Siapa pelaksananya?', 'Untuk siapa?'])
    expect(steps.at(-1)).toEqual({ kind: 'done', answers: { constructor: 'PT Maju', toString: 'warga' } })
  })

  it.each([
    'null',
    '[]',
    '"teks"',
    '7',
    '{"__proto__":{"kind":"sakit"}}',
    '{"kind":{"$gt":""}}',
    '{"kind":["sakit"]}',
    '{"!edit":[]}',
  ])('are worth nothing when they are the hostile %s', (json) => {
    const asked = step(leave, JSON.parse(json))
    expect(textOf(asked)).toBe('Jenis cuti apa?')
    expect(answersOf(asked)).toEqual({})
    expect(answersOf(step(leave, JSON.parse(json), say('sakit')))).toEqual({ kind: 'sakit' })
  })
})

describe('any form, whatever anybody sends', () => {
  const forms = [leave, rating, visit]

  it('never throws, never goes silent, and is done only with answers its schema accepts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        startOf(),
        fc.array(anyContent(), { maxLength: 25 }),
        (form, start, contents) => {
          let answers = start
          for (const content of contents) {
            const after = step(form, answers, content)
            if (after.kind === 'ask') expect(after.reply.text.trim()).not.toBe('')
            if (after.kind === 'done')
              expect(form.schema.safeParse(after.answers)).toEqual({ success: true, data: after.answers })
            answers = after.kind === 'ask' ? JSON.parse(JSON.stringify(after.answers)) : start
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('gives the same step for the same answers and message, and leaves both as they were', () => {
    fc.assert(
      fc.property(fc.constantFrom(...forms), startOf(), anyContent(), (form, start, content) => {
        const before = structuredClone([start, content])
        const first = step(form, freeze(start), freeze(content))
        expect(step(form, start, content)).toEqual(first)
        expect([start, content]).toEqual(before)
      }),
      { numRuns: 300 },
    )
  })

  it('has buttons that people can read and Telegram can carry, and each of them leads somewhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...forms),
        startOf(),
        fc.array(anyContent(), { maxLength: 4 }),
        (form, start, contents) => {
          for (const asked of talk(form, start, contents)) {
            for (const { label, value } of choicesOf(asked)) {
              expect(label.trim()).not.toBe('')
              expect(label.length).toBeLessThanOrEqual(40)
              expect(Buffer.byteLength(value)).toBeLessThanOrEqual(64)
              expect(isFormChoice(value)).toBe(true)
              const pressed = step(form, answersOf(asked), press(value))
              expect(pressed.kind === 'ask' ? pressed.reply.text : '').not.toContain(t.buttonIsOld)
            }
          }
        },
      ),
    )
  })
})

function define<S extends z.ZodRawShape>(form: Form<S>): Form {
  return form as unknown as Form // as the kernel holds it
}

function step(form: Form, answers: Answers, content?: Content): Step {
  return stepForm(form, answers, reading, content)
}

/** The first question and what each message led to, for as long as the form is open. */
function talk(form: Form, start: Answers, contents: readonly Content[]): readonly Step[] {
  const steps = [step(form, start)]
  for (const content of contents) {
    const last = steps.at(-1)
    if (last?.kind === 'ask') steps.push(step(form, last.answers, content))
  }
  return steps
}

function textOf(asked: Step | undefined): string {
  return asked?.kind === 'ask' ? asked.reply.text : `(${asked?.kind})`
}

function answersOf(asked: Step | undefined): Answers {
  if (asked?.kind !== 'ask') throw new Error(`the form is ${asked?.kind}, not open`)
  return asked.answers
}

function choicesOf(asked: Step): readonly { label: string; value: string }[] {
  return asked.kind === 'ask' ? (asked.reply.choices ?? []) : []
}

function labelsOf(asked: Step | undefined): readonly string[] {
  return asked ? choicesOf(asked).map(({ label }) => label) : []
}

function freeze<T>(value: T): T {
  return Object.freeze(value)
}

function startOf(): fc.Arbitrary<Answers> {
  const near = fc.constantFrom<Answers>(
    {},
    FULL,
    ALMOST,
    { ...FULL, '!edit': true },
    { ...FULL, until: '2026-01-01' },
    { score: 3 },
  )
  return fc.oneof(
    near,
    fc.dictionary(
      fc.constantFrom('kind', 'from', 'score', 'place', 'photo', '!edit'),
      fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
    ),
  )
}

function anyContent(): fc.Arbitrary<Content> {
  const words =
    'sakit besok 13/3 2 demam kirim ubah batal lewati ya tidak 1 3 99 alasan mulai constructor __proto__'
  const names = ['kind', 'from', 'until', 'people', 'reason', 'score', 'again', 'phone', 'photo', 'note']
  const tails = [
    '',
    ...names.flatMap((n) => [`?${n}`, `!edit=${n}`]),
    '?kind=sakit',
    '!send',
    '!edit',
    '!cancel',
  ]
  const unit = fc.integer({ min: 0, max: 0xffff })
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...words.split(' ')).map(say) },
    fc.array(unit, { maxLength: 30 }).map((units) => say(String.fromCharCode(...units))),
    fc
      .constantFrom('cuti', 'nilai', 'kunjungan')
      .chain((name) => fc.constantFrom(...tails).map((tail) => press(`${name}${tail}`))),
    fc.string().map(press),
    fc.record({ kind: fc.constant('contact' as const), phone: fc.string(), own: fc.boolean() }),
    fc.record({
      kind: fc.constant('location' as const),
      latitude: fc.double({ noNaN: true }),
      longitude: fc.double({ noNaN: true }),
    }),
    fc.record({ kind: fc.constant('file' as const), name: fc.string(), mime: fc.string(), ref: fc.string() }),
    fc.record({ kind: fc.constant('command' as const), name: fc.string(), rest: fc.string() }),
    fc.record({ kind: fc.constant('unsupported' as const), what: fc.string() }),
  )
}
