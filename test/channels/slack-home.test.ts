import { describe, expect, test } from 'vitest'
import { CLAIM_CODE } from '../support/bot.ts'
import type { Person, SeenView } from '../support/slack-server.ts'
import { type Manner, type SlackStage, slackStage, there } from './slack-stage.ts'

type Stage = SlackStage & { readonly sari: Person; readonly budi: Person }

/** Sari answers questions, Budi has asked one. */
async function open(manner: Manner): Promise<Stage> {
  const stage = await slackStage({ manner })
  await stage.start()
  const [sari, budi] = [stage.server.person('Sari'), stage.server.person('Budi')]
  sari.runs(`/abdi klaim ${CLAIM_CODE}`)
  await told(stage, sari, /Selamat/)
  await asks(stage, budi, 'Kapan gaji ke-13 cair?')
  await told(stage, sari, /Kapan gaji ke-13 cair\?/)
  return Object.assign(stage, { sari, budi })
}

async function asks(stage: SlackStage, person: Person, question: string): Promise<void> {
  const before = person.sees().messages.length
  person.says('tanya HR')
  await stage.server.until(() => person.sees().messages.length >= before + 2)
  person.presses('Isi lewat formulir')
  person.submits(await stage.server.until(() => person.sees().modal), { Pertanyaan: question })
}

async function told({ server }: SlackStage, person: Person, words: RegExp): Promise<void> {
  await server.until(() => person.sees().messages.some(({ ours, text }) => ours && words.test(text)))
}

async function shows({ server }: SlackStage, person: Person, words: RegExp): Promise<SeenView> {
  return server.until(() => {
    const { home } = person.sees()
    return home !== undefined && words.test(home.text) ? home : undefined
  })
}

const published = ({ server }: SlackStage): number =>
  server.calls.filter(({ method }) => method === 'views.publish').length

describe.each<Manner>(['socket', 'http'])('the home, by %s,', (manner) => {
  test('shows what is true now whenever it is opened: answered questions are gone from both', async () => {
    const stage = await open(manner)
    const { sari, budi } = stage
    sari.opensHome()
    await shows(stage, sari, /Menunggu jawaban petugas: 1 pertanyaan/)
    budi.opensHome()
    await shows(stage, budi, /Kapan gaji ke-13 cair\?/)
    sari.presses('Jawab')
    await told(stage, sari, /Tulis jawabannya/)
    sari.says('Bulan Juni.')
    await told(stage, sari, /Sudah benar\?/)
    sari.says('ya')
    await told(stage, budi, /Bulan Juni/)
    sari.opensHome()
    await shows(stage, sari, /Menunggu jawaban petugas: 0 pertanyaan/)
    budi.opensHome()
    await shows(stage, budi, /Tidak ada yang sedang menunggu/)
    expect(stage.server.violations).toEqual([])
  })

  test('is shown anew once a press on it was answered', async () => {
    const stage = await open(manner)
    const { sari, budi } = stage
    sari.opensHome()
    const home = await shows(stage, sari, /1 pertanyaan/)
    await asks(stage, budi, 'Kapan THR cair?')
    await told(stage, sari, /Kapan THR cair\?/)
    expect(there(sari.sees().home).text, 'nothing is shown anew by itself').not.toMatch(/THR/)
    sari.presses('Jawab nomor 1', home)
    await told(stage, sari, /Tulis jawabannya/)
    await shows(stage, sari, /2 pertanyaan[\s\S]*Kapan THR cair\?/)
    expect(stage.server.violations).toEqual([])
  })

  test('is shown anew by that press alone, not by what is pressed or said in the chat', async () => {
    const stage = await open(manner)
    const { sari } = stage
    sari.opensHome()
    const home = await shows(stage, sari, /1 pertanyaan/)
    sari.presses('Cuti tahunan PNS berapa hari?', home)
    await stage.server.until(() => published(stage) === 2)
    await told(stage, sari, /12 hari kerja/)
    sari.presses('Tanya HR')
    await told(stage, sari, /Ada keterangan yang perlu/)
    sari.says('/batal')
    await told(stage, sari, /dibatalkan/i)
    await stage.stop() // whatever is being shown is shown
    expect(published(stage)).toBe(2)
  })

  test('that cannot be shown keeps nobody from being answered', async () => {
    const stage = await open(manner)
    const { sari } = stage
    sari.opensHome()
    const home = await shows(stage, sari, /1 pertanyaan/)
    stage.server.fail('views.publish', { error: 'fatal_error', times: 5 })
    sari.presses('Cuti tahunan PNS berapa hari?', home)
    await told(stage, sari, /12 hari kerja/)
    await expect.poll(() => stage.log.join('\n')).toContain('could not be shown in Slack')
  })
})
