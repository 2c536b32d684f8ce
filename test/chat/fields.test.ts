import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as fields from '../../src/chat/fields.ts'
import { type Field, type Option, pick, type Reading } from '../../src/chat/fields.ts'
import type { Content } from '../../src/chat/message.ts'
import { texts } from '../../src/chat/texts.ts'

const t = texts.id
const reading: Reading = {
  now: new Date('2026-03-10T18:30:00Z'), // the 11th in Jakarta
  timeZone: 'Asia/Jakarta',
  language: 'id',
}
const photo: Content = { kind: 'file', name: 'bukti.jpg', mime: 'image/jpeg', ref: 'f1', caption: 'ini' }
const contact: Content = { kind: 'contact', phone: '+62811', own: true }
const location: Content = { kind: 'location', latitude: -6.12, longitude: 106.15 }
const sticker: Content = { kind: 'unsupported', what: 'sticker' }
const button: Content = { kind: 'choice', value: 'x' }
const say = (text: string): Content => ({ kind: 'text', text })

const SERVICES: readonly Option[] = [
  { value: 'cuti', label: 'Cuti tahunan', also: ['libur'] },
  { value: 'pensiun', label: 'Pensiun' },
  { value: 'pangkat', label: 'Kenaikan pangkat', also: ['KP', 'naik pangkat'] },
  { value: 'berkala', label: 'Kenaikan gaji berkala', also: ['KGB'] },
]

/** Any UTF-16, halves of surrogate pairs included. */
const anyString = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units))

describe('what a person typed, picked from a list', () => {
  it.each<[string, string | undefined]>([
    ['1', 'cuti'],
    ['2.', 'pensiun'],
    [' 4 ', 'berkala'],
    ['0', undefined],
    ['5', undefined],
    ['99', undefined],
    ['Cuti tahunan', 'cuti'],
    ['CUTI TAHUNAN!', 'cuti'],
    ['cútí  tahunan', 'cuti'],
    ['cuti', 'cuti'],
    ['libur', 'cuti'],
    ['kgb', 'berkala'],
    ['KP', 'pangkat'],
    ['pen', 'pensiun'],
    ['p', undefined],
    ['kenaikan', undefined],
    ['kenaikan g', 'berkala'],
    ['gaji', 'berkala'],
    ['saya mau pensiun', 'pensiun'],
    ['cuti atau pensiun', undefined],
    ['pensuin', 'pensiun'],
    ['pensiunn', 'pensiun'],
    ['pensin', 'pensiun'],
    ['pansiun', 'pensiun'],
    ['pnsuin', undefined],
    ['', undefined],
    ['   ', undefined],
    ['???', undefined],
    ['🙂', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
  ])('%j means %s', (typed, value) => {
    expect(pick(typed, SERVICES)?.value).toBe(value)
  })

  it('is undecided, not nearest, when a better fit is shared by several', () => {
    const options = ['Penilaian kinerja', 'Pensiun janda', 'Buka pen'].map((label, i) => ({
      value: `v${i}`,
      label,
    }))
    expect(pick('pen', options)).toBeUndefined()
  })

  it('is undecided between two buttons that read the same', () => {
    const twins = [
      { value: 'a', label: 'Kantor' },
      { value: 'b', label: 'Kantor' },
    ]
    expect(pick('kantor', twins)).toBeUndefined()
    expect(pick('2', twins)?.value).toBe('b')
  })

  it('is a number on a button before it is a place in the list', () => {
    const days = ['5 - sangat baik', '3 hari', '1 hari', '2 hari'].map((label) => ({ value: label, label }))
    expect(pick('3', days)?.value).toBe('3 hari')
    expect(pick('1', days)?.value).toBe('1 hari')
    expect(pick('4', days)?.value).toBe('2 hari')
    expect(pick('5', days)?.value).toBe('5 - sangat baik')
  })

  it('is the first place in the list where several buttons begin with that number', () => {
    const hours = ['1 jam', '1 hari'].map((label) => ({ value: label, label }))
    expect(pick('1', hours)?.value).toBe('1 jam')
  })

  it('never matches a button without letters by accident', () => {
    const stars = ['⭐', '⭐⭐'].map((label, i) => ({ value: `${i + 1}`, label }))
    expect(pick('bagus sekali', stars)).toBeUndefined()
    expect(pick('2', stars)?.value).toBe('2')
  })

  it('is always one of the list, and each label means its own button', () => {
    const label = fc.string({ minLength: 1, maxLength: 12 })
    const list = fc
      .uniqueArray(label, { maxLength: 6 })
      .map((all) => all.map((l, i) => ({ value: `o${i}x`, label: l })))
    fc.assert(
      fc.property(list, fc.oneof(label, anyString), (options, typed) => {
        const found = pick(typed, options)
        expect(found === undefined || options.includes(found)).toBe(true)
      }),
    )
    for (const option of SERVICES) expect(pick(option.label, SERVICES)).toBe(option)
  })

  it('is found in no time however long it is', () => {
    const started = performance.now()
    for (const piece of ['a', ' a', 'cuti ', 'cut', '1'])
      expect(pick(piece.repeat(20_000), SERVICES)?.value ?? 'cuti').toBe('cuti')
    expect(performance.now() - started).toBeLessThan(4_000)
  })
})

describe('a text field', () => {
  const field = fields.text(3, 10)

  it('takes words without the spaces around them', () => {
    expect(field.read(say('  baik \n'), reading)).toEqual({ ok: true, value: 'baik' })
    expect(field.show('baik', 'id')).toBe('baik')
  })

  it('says by how much a text is too short or too long', () => {
    expect(field.read(say('ya'), reading)).toEqual({ ok: false, hint: t.tooShort(3) })
    expect(field.read(say('x'.repeat(11)), reading)).toEqual({ ok: false, hint: t.tooLong(10, 11) })
    expect(field.read(say('x'.repeat(10)), reading).ok).toBe(true)
    expect(fields.text().read(say(' \n '), reading)).toEqual({ ok: false, hint: 'Jawabannya masih kosong.' })
  })

  it('asks for words when something else comes', () => {
    for (const content of [photo, contact, location, sticker, button])
      expect(field.read(content, reading)).toEqual({ ok: false, hint: t.wantText })
  })
})

describe('a choice field', () => {
  const field = fields.choice(() => SERVICES)

  it('takes a button, a number or words, and shows the label', () => {
    expect(field.read({ kind: 'choice', value: 'pensiun' }, reading)).toEqual({ ok: true, value: 'pensiun' })
    expect(field.read(say('2'), reading)).toEqual({ ok: true, value: 'pensiun' })
    expect(field.read(say('naik pangkat'), reading)).toEqual({ ok: true, value: 'pangkat' })
    expect(field.show('berkala', 'id')).toBe('Kenaikan gaji berkala')
    expect(field.show('dihapus', 'id')).toBe('dihapus')
  })

  it('lists what there is to choose, with numbers, when it did not understand', () => {
    const hint = expect.stringContaining('2. Pensiun\n3. Kenaikan pangkat')
    for (const content of [say('kenaikan'), say('apa saja'), button, photo, contact, location, sticker])
      expect(field.read(content, reading)).toEqual({ ok: false, hint })
  })

  it('takes a button only by its whole value', () => {
    for (const value of ['', 'pens', 'Pensiun', '2', '__proto__'])
      expect(field.read({ kind: 'choice', value }, reading).ok).toBe(false)
  })
})

describe('a number field', () => {
  const field = fields.number({ min: 1, max: 1_500, whole: true })

  it.each<[string, number]>([
    ['12', 12],
    ['1.500', 1_500],
    ['dua puluh lima', 25],
    ['12 berkas', 12],
    ['12berkas', 12],
    ['dua belas orang', 12],
    ['1 ribu rupiah', 1_000],
  ])('reads %j', (text, value) => {
    expect(field.read(say(text), reading)).toEqual({ ok: true, value })
  })

  it.each<[string, string]>([
    ['banyak', t.wantNumber],
    ['', t.wantNumber],
    ['berkas', t.wantNumber],
    ['bukan 5', t.wantNumber],
    ['5 6', t.wantNumber],
    ['satu dua', t.wantNumber],
    ['seratus dua ratus', t.wantNumber],
    ['2,5', t.wantWhole],
    ['0', t.outOfBounds('1', '1.500')],
    ['-3', t.outOfBounds('1', '1.500')],
    ['1501', t.outOfBounds('1', '1.500')],
    ['3 triliun', t.outOfBounds('1', '1.500')],
  ])('answers %j with what would be right', (text, hint) => {
    expect(field.read(say(text), reading)).toEqual({ ok: false, hint })
  })

  it('asks for a number when something else comes, and shows one as Indonesians write it', () => {
    for (const content of [photo, contact, location, sticker, button])
      expect(field.read(content, reading)).toEqual({ ok: false, hint: t.wantNumber })
    expect(field.show(1_500, 'id')).toBe('1.500')
  })

  it('takes fractions unless it is to be whole', () => {
    expect(fields.number().read(say('2,5 hari'), reading)).toEqual({ ok: true, value: 2.5 })
  })
})

describe('a date field', () => {
  it('reads a day as seen from where and when the person is', () => {
    expect(fields.date().read(say('besok'), reading)).toEqual({ ok: true, value: '2026-03-12' })
    expect(fields.date({ past: true }).read(say('31 maret'), reading)).toEqual({
      ok: true,
      value: '2025-03-31',
    })
    expect(fields.date().show('2026-03-31', 'id')).toBe('Selasa, 31 Maret 2026')
  })

  it('says what a day looks like when it cannot read one', () => {
    for (const content of [
      say('30 februari'),
      say('nanti'),
      say(''),
      photo,
      contact,
      location,
      sticker,
      button,
    ])
      expect(fields.date().read(content, reading)).toEqual({ ok: false, hint: t.wantDate })
  })

  it('keeps within its first and last day, both included', () => {
    const field = fields.date({ min: '2026-03-12', max: '2026-03-31' })
    expect(field.read(say('12 maret'), reading).ok).toBe(true)
    expect(field.read(say('31 maret'), reading).ok).toBe(true)
    expect(field.read(say('hari ini'), reading)).toEqual({
      ok: false,
      hint: t.tooEarly('Kamis, 12 Maret 2026'),
    })
    expect(field.read(say('1 april'), reading)).toEqual({
      ok: false,
      hint: t.tooLate('Selasa, 31 Maret 2026'),
    })
  })
})

describe('a file, phone or place field', () => {
  it('takes a photo or document as it came', () => {
    expect(fields.file().read(photo, reading)).toEqual({ ok: true, value: photo })
    expect(fields.file().show(photo, 'id')).toBe('bukti.jpg')
    for (const content of [say('bukti.jpg'), contact, location, sticker, button])
      expect(fields.file().read(content, reading)).toEqual({ ok: false, hint: t.wantFile })
  })

  it("takes the sender's own number through the platform and nobody else's", () => {
    const field = fields.ownPhone()
    expect(field.input).toBe('contact')
    expect(field.read(contact, reading)).toEqual({ ok: true, value: '+62811' })
    expect(field.read({ ...contact, own: false }, reading)).toEqual({ ok: false, hint: t.wantOwnContact })
    for (const content of [say('0811'), photo, location, sticker, button])
      expect(field.read(content, reading)).toEqual({ ok: false, hint: t.wantContact })
    expect(field.show('+62811', 'id')).toBe('+62811')
  })

  it('takes a place and shows its degrees', () => {
    const field = fields.place()
    expect(field.input).toBe('location')
    expect(field.read(location, reading)).toEqual({ ok: true, value: { latitude: -6.12, longitude: 106.15 } })
    expect(field.show({ latitude: -6.12, longitude: 106.15 }, 'id')).toBe('-6.12000, 106.15000')
    for (const content of [say('Serang'), photo, contact, sticker, button])
      expect(field.read(content, reading)).toEqual({ ok: false, hint: t.wantLocation })
  })
})

describe('every field', () => {
  const all: readonly Field<unknown>[] = [
    fields.text(2, 20),
    fields.choice(() => SERVICES),
    fields.number({ min: 0 }),
    fields.date({ min: '2020-01-01' }),
    fields.file(),
    fields.ownPhone(),
    fields.place(),
  ] as unknown as readonly Field<unknown>[] // each only shows what it read itself

  it('answers anything with a value it can show or a hint, and never throws', () => {
    const content: fc.Arbitrary<Content> = fc.oneof(
      anyString.map(say),
      fc.constantFrom('besok', '12', 'dua juta', 'cuti', '1.5', '31/12').map(say),
      fc.string().map((value): Content => ({ kind: 'choice', value })),
      fc.constantFrom(photo, contact, location, sticker),
    )
    fc.assert(
      fc.property(fc.constantFrom(...all), content, (field, sent) => {
        const read = field.read(sent, reading)
        expect(read.ok ? field.show(read.value, 'id') : read.hint).toMatch(/[^\s]/)
      }),
      { numRuns: 500 },
    )
  })
})
