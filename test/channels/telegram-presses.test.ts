import { describe, expect, test } from 'vitest'
import type { Person, Seen } from '../support/telegram-server.ts'
import { type StageOptions, type TelegramStage, telegramStage, there } from './telegram-stage.ts'

const OLD = /^Tombol itu dari pesan lama/

/** A stage on which people take their time: with each look at the clock a second is over. */
async function open(options: StageOptions = {}): Promise<TelegramStage & { readonly sari: Person }> {
  let now = 0
  const clock = (): number => {
    now += 1_000
    return now
  }
  const stage = await telegramStage({ clock, ...options })
  await stage.start()
  return Object.assign(stage, { sari: stage.server.user({ id: 11, name: 'Sari' }) })
}

/** Up to the question of a form that has a button: whether there is a detail for the officer. */
async function asksOfficer(sari: Person): Promise<Seen> {
  sari.says('taplak meja ruang tamu warnanya apa')
  await sari.waitFor(1)
  sari.presses('Tanya HR')
  return sari.waitFor(2)
}

function labels({ buttons }: Seen): readonly string[] {
  return buttons.flat().map(({ label }) => label)
}

describe('a pressed button of a form', () => {
  test('gives way to what was chosen, in the message it stood under', async () => {
    const { server, sari } = await open()
    const question = await asksOfficer(sari)
    expect(labels(question)).toEqual(['Lewati'])
    sari.presses('Lewati')
    const shown = await sari.waitFor(({ text }) => text.endsWith('✓ Lewati'))
    expect(shown).toMatchObject({
      id: question.id,
      text: `${question.text}\n\n✓ Lewati`,
      buttons: [],
      edits: 1,
    })
    const review = await sari.waitFor(3)
    expect(labels(review)).toEqual(['Kirim', 'Ubah', 'Batal'])
    sari.presses('Kirim')
    await sari.waitFor(4)
    const sent = await sari.waitFor(({ text }) => text.endsWith('✓ Kirim'))
    expect(sent.id).toBe(review.id)
    expect(sent.buttons).toEqual([])
    expect([...server.answers.values()].every(({ alert }) => !alert)).toBe(true)
    expect(server.violations).toEqual([])
  })

  test('keeps the bold words of its message', async () => {
    const { server, sari } = await open()
    await asksOfficer(sari)
    sari.presses('Lewati')
    await sari.waitFor(3)
    sari.presses('Kirim')
    const { params } = await server.called(
      ({ method, params }) => method === 'editMessageText' && String(params.text).endsWith('✓ Kirim'),
    )
    expect(params.entities).toContainEqual({ type: 'bold', offset: 0, length: 'Pertanyaan:'.length })
  })

  test('pressed again says that it is old, in an alert', async () => {
    const { server, sari } = await open()
    const question = await asksOfficer(sari)
    const data = there(question.buttons[0]?.[0]?.data)
    sari.presses({ data, messageId: question.id })
    await sari.waitFor(3)
    const again = sari.presses({ data, messageId: question.id })
    expect((await sari.waitFor(4)).text).toMatch(OLD)
    const id = there(again.callback_query).id
    await server.called(
      ({ method, params }) => method === 'answerCallbackQuery' && params.callback_query_id === id,
    )
    expect(server.answers.get(id)).toEqual({ text: expect.stringMatching(OLD), alert: true })
    const shown = await sari.waitFor((message) => message.id === question.id && message.edits > 0)
    expect(shown.text.match(/✓/g)).toHaveLength(1)
    expect(server.violations).toEqual([])
  })

  test('that was never answered loses its buttons once it is old', async () => {
    const { server, sari } = await open()
    const question = await asksOfficer(sari)
    sari.says('lewati')
    await sari.waitFor(3)
    sari.presses('Lewati')
    expect((await sari.waitFor(4)).text).toMatch(OLD)
    const bare = await sari.waitFor((message) => message.id === question.id && message.buttons.length === 0)
    expect(bare.text).toBe(question.text)
    expect(server.violations).toEqual([])
  })

  test('loses nothing when Telegram refuses the edit, or is away for it', async () => {
    const { server, sari } = await open()
    await asksOfficer(sari)
    server.fail('editMessageText', { error_code: 400, description: "Bad Request: message can't be edited" })
    sari.presses('Lewati')
    expect(labels(await sari.waitFor(3))).toEqual(['Kirim', 'Ubah', 'Batal'])
    await server.called('editMessageText')
    server.drop('editMessageText')
    sari.presses('Kirim')
    expect((await sari.waitFor(4)).text).toMatch(/^Sudah saya simpan/)
    expect(server.violations).toEqual([])
  })

  test('in a group stays for whom it is meant when somebody else presses it', async () => {
    const { server, sari, database } = await open()
    const group = server.group({ id: -1_001_234_567_890 })
    const budi = server.user({ id: 12, name: 'Budi' })
    group.says(sari, 'taplak meja ruang tamu warnanya apa', { mention: true })
    await group.waitFor(1)
    // officers are asked in private, so a form that was open here before stands for others
    const forms = { [`telegram:${sari.id}`]: [{ form: 'tanya-hr', answers: {} }] }
    const opened = () =>
      database.query(
        `update conversation set state = jsonb_set(state, '{forms}', $1::jsonb)
         where id = 'telegram:-1001234567890' and lease is null returning id`,
        [JSON.stringify(forms)],
      )
    await expect.poll(opened, { timeout: 10_000 }).toHaveLength(1)
    group.says(sari, 'warnanya apa', { mention: true })
    const question = await group.waitFor(2)
    const press = group.presses(budi, 'Lewati')
    expect((await group.waitFor(3)).text).toMatch(/^Tombol itu untuk yang sedang mengisi/)
    await expect
      .poll(() => server.answers.get(there(press.callback_query).id)?.alert, { interval: 5 })
      .toBe(true)
    expect(labels(there(group.received()[1]))).toEqual(['Lewati'])
    group.presses(sari, 'Lewati')
    const shown = await group.waitFor(({ text }) => text.endsWith('✓ Lewati'))
    expect(shown.id).toBe(question.id)
  })
})

describe('a pressed button of an answer', () => {
  test('stays: it can be pressed again', async () => {
    const { server, sari } = await open()
    sari.says('bolos 5 hari kena sanksi apa?')
    const answer = await sari.waitFor(1)
    sari.presses('Lihat pasal lengkap')
    await sari.waitFor(2)
    await expect.poll(() => server.unanswered(), { interval: 5 }).toEqual([])
    expect(there(sari.received()[0])).toEqual(answer)
  })

  test('is freed of its spinner after three seconds, however long the answer takes', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const chat = {
      name: 'uji',
      async *stream() {
        await promise
        yield 'PNS berhak atas cuti tahunan selama 12 hari kerja.'
      },
    }
    const { server, sari } = await open({ chat })
    sari.says('/start')
    await sari.waitFor(1)
    sari.presses('Cuti tahunan PNS berapa hari?')
    await server.called('answerCallbackQuery')
    expect(sari.received()).toHaveLength(1)
    resolve()
    await sari.waitFor(2)
    expect(server.calls.filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(1)
  })
})

test('somebody who fills a form faster than Telegram takes messages is refused nothing for the edits', async () => {
  let now = 0
  const clock = (): number => now
  const { server, sari } = await open({ clock, server: { limits: true, now: clock, queryLifetimeMs: 1e9 } })
  await asksOfficer(sari)
  now += 400
  sari.presses('Lewati')
  await sari.waitFor(3)
  now += 4_000
  sari.presses('Kirim')
  await sari.waitFor(4)
  expect(server.tooManyRequests).toBe(0)
  expect(server.violations).toEqual([])
})
