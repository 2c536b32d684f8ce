import { describe, expect, test } from 'vitest'
import { Misconfigured } from '../../src/errors.ts'
import { CLAIM_CODE } from '../support/bot.ts'
import type { Person, Seen } from '../support/slack-server.ts'
import { type Manner, type SlackStage, type StageOptions, slackStage, there } from './slack-stage.ts'

const QUESTION = 'bolos 5 hari kena sanksi apa?'

type Stage = SlackStage & {
  readonly sari: Person
  sees(count: number): Promise<Seen>
  told(): readonly Seen[]
}

async function open(options: StageOptions = {}): Promise<Stage> {
  const stage = await slackStage(options)
  await stage.start()
  const sari = stage.server.person('Sari')
  const told = (): readonly Seen[] => sari.sees().messages.filter(({ ours }) => ours)
  return Object.assign(stage, {
    sari,
    told,
    async sees(count: number) {
      await stage.server.until(() => told().length >= count)
      return there(told()[count - 1])
    },
  })
}

/** Says one more thing in private and finds that nothing else was said there but its answer. */
async function endsWith({ sari, sees, told, server }: Stage, count: number): Promise<void> {
  sari.says('/akhir')
  expect((await sees(count)).text).toMatch(/\/akhir tidak/)
  expect(told().map(({ text }) => text)).toHaveLength(count)
  expect(server.violations).toEqual([])
}

/** Resolves to the answers of the bot in a channel, once there are so many. */
async function answersIn({ server }: Stage, channel: string, count: number): Promise<readonly Seen[]> {
  const answers = (): readonly Seen[] => server.messages(channel).filter(({ ours }) => ours)
  await server.until(() => answers().length >= count)
  return answers()
}

describe.each<Manner>(['socket', 'http'])('by %s', (manner) => {
  test('a question in private is answered with blocks, buttons and Slack’s own verdicts', async () => {
    const stage = await open({ manner })
    const asked = stage.sari.says(QUESTION)
    const answer = await stage.sees(1)
    expect(answer.text).toMatch(/Pasal 9 ayat \(2\)/)
    expect(answer.thread).toBeUndefined()
    expect(answer.blocks.map(({ type }) => type)).toEqual(['markdown', 'actions', 'context_actions'])
    expect(answer.fallback).toMatch(/Pasal 9 ayat \(2\)/)
    await stage.server.delivered(asked)
    stage.sari.presses('👍', answer)
    expect((await stage.sees(2)).text).toBe('Terima kasih, senang bisa membantu.')
    await endsWith(stage, 3)
  })

  test('a thread in private is a conversation of its own, with a status while it searches', async () => {
    const stage = await open({ manner })
    const { ts } = stage.sari.says(QUESTION)
    await stage.sees(1)
    stage.sari.says('kalau 12 hari?', { thread: ts })
    expect(await stage.sees(2)).toMatchObject({ thread: ts })
    const { params } = await stage.server.called('assistant.threads.setStatus')
    expect(params).toMatchObject({ status: 'sedang mencari…', thread_ts: ts })
    await endsWith(stage, 3)
    expect(stage.sari.sees().status).toBeUndefined()
  })

  test('whoever opens the agent sees what can be asked, and by pressing asks it', async () => {
    const stage = await open({ manner })
    stage.sari.opensAgent()
    const prompts = await stage.server.until(() => stage.sari.sees().prompts)
    expect(prompts.prompts).toHaveLength(4)
    expect(prompts.title).toBe('Contoh yang bisa ditanyakan')
    stage.sari.says(there(prompts.prompts[1]).message)
    expect((await stage.sees(1)).text).toMatch(/12 hari kerja/)
    await endsWith(stage, 2)
  })

  test('the home shows what can be asked; its buttons answer in private', async () => {
    const stage = await open({ manner })
    stage.sari.opensHome()
    const home = await stage.server.until(() => stage.sari.sees().home)
    expect(home.text).toMatch(/Asisten Pemerintah Kota Serang[\s\S]*Tidak ada yang sedang menunggu/)
    stage.sari.presses('Cuti tahunan PNS berapa hari?', home)
    expect((await stage.sees(1)).text).toMatch(/12 hari kerja/)
    await endsWith(stage, 2)
  })

  test('officers see on their home how it goes, and answer from there', async () => {
    const stage = await open({ manner })
    stage.sari.runs(`/abdi klaim ${CLAIM_CODE}`)
    await stage.sees(1)
    const budi = stage.server.person('Budi')
    budi.says('tanya HR')
    await stage.server.until(() => budi.sees().messages.length >= 2)
    budi.presses('Isi lewat formulir')
    const modal = await stage.server.until(() => budi.sees().modal)
    budi.submits(modal, { Pertanyaan: 'Kapan gaji ke-13 cair?' })
    await stage.sees(2)
    stage.sari.opensHome()
    const home = await stage.server.until(() => stage.sari.sees().home)
    expect(home.text).toMatch(/Menunggu jawaban petugas: 1 pertanyaan[\s\S]*Kapan gaji ke-13 cair\?/)
    stage.sari.presses('Jawab nomor 1', home)
    expect((await stage.sees(3)).text).toMatch(/Tulis jawabannya/)
    expect(stage.server.violations).toEqual([])
  })

  test('a mention is answered in its thread, and there without another mention', async () => {
    const stage = await open({ manner })
    const budi = stage.server.person('Budi')
    const umum = stage.server.channel('umum', { members: [stage.sari, budi] })
    const asked = stage.sari.mentions(QUESTION, { channel: umum.id })
    expect(asked.deliveries).toHaveLength(2)
    const [answer] = await answersIn(stage, umum.id, 1)
    expect(answer).toMatchObject({ thread: asked.ts, text: expect.stringMatching(/Pasal 9/) })
    await stage.server.delivered(asked)
    budi.says('umur pensiun staf berapa?', { channel: umum.id, thread: asked.ts })
    const [, second] = await answersIn(stage, umum.id, 2)
    expect(second).toMatchObject({ thread: asked.ts, text: expect.stringMatching(/58/) })
    const talk = [
      budi.says('umur pensiun staf berapa?', { channel: umum.id }),
      budi.says(`<@${stage.sari.id}> menurutmu?`, { channel: umum.id, thread: asked.ts }),
    ]
    const other = budi.says('rapat jam 9', { channel: umum.id })
    talk.push(stage.sari.says('siap', { channel: umum.id, thread: other.ts }))
    for (const said of [...talk, other]) await stage.server.delivered(said)
    stage.sari.mentions('/akhir', { channel: umum.id, thread: asked.ts })
    expect((await answersIn(stage, umum.id, 3)).map(({ text }) => text.slice(0, 16))).toEqual([
      expect.anything(),
      expect.anything(),
      'Perintah /akhir ',
    ])
    expect(stage.server.violations).toEqual([])
  })

  test('what is personal is not answered where others read along', async () => {
    const stage = await open({ manner })
    const umum = stage.server.channel('rahasia', { members: [stage.sari], private: true })
    stage.sari.mentions('pertanyaan_saya', { channel: umum.id })
    const [answer] = await answersIn(stage, umum.id, 1)
    expect(answer?.text).toMatch(/^Itu urusan pribadi/)
  })

  test('a question that was changed is answered again, and says so', async () => {
    const stage = await open({ manner })
    const { ts } = stage.sari.says(QUESTION)
    await stage.sees(1)
    await stage.server.delivered(stage.sari.unfurls(ts))
    stage.sari.edits(ts, 'umur pensiun staf berapa?')
    expect((await stage.sees(2)).text).toMatch(/^Pesannya Anda ubah, jadi saya jawab sekali lagi\.[\s\S]*58/)
    await stage.server.delivered(stage.sari.deletes(ts))
    await endsWith(stage, 3)
  })

  test('a command in private is answered there', async () => {
    const stage = await open({ manner })
    stage.sari.runs('/abdi')
    expect((await stage.sees(1)).text).toMatch(/^Tulis pertanyaan langsung/)
    stage.sari.runs('/abdi tanya cuti tahunan PNS berapa hari?')
    expect((await stage.sees(2)).text).toMatch(/12 hari kerja/)
    stage.sari.runs('/abdi umur pensiun staf berapa')
    expect((await stage.sees(3)).text).toMatch(/58/)
    stage.sari.says('bantuan')
    expect((await stage.sees(4)).text).toMatch(/^Tulis pertanyaan langsung[\s\S]*\/abdi pertanyaan_saya – /)
    expect(stage.sari.sees().ephemeral).toEqual([])
    await endsWith(stage, 5)
  })

  test('a command anywhere else is answered in private, and says where it was typed that it is', async () => {
    const stage = await open({ manner })
    const umum = stage.server.channel('umum', { members: [stage.sari] })
    stage.sari.runs('/abdi umur pensiun staf berapa', umum.id)
    expect((await stage.sees(1)).text).toMatch(/58/)
    stage.sari.runs('/abdi bantuan', 'C0ENTAHLAH')
    await stage.sees(2)
    const notes = await stage.server.until(() => {
      const { ephemeral } = stage.sari.sees()
      return ephemeral.length >= 2 && ephemeral
    })
    for (const { text } of notes) expect(text).toMatch(/^Baik, jawabannya saya kirim lewat pesan langsung/)
    expect(stage.server.messages(umum.id)).toEqual([])
    expect(stage.sari.sees().errors).toEqual([])
    await endsWith(stage, 3)
  })

  test('a message used with the shortcut is asked in private', async () => {
    const stage = await open({ manner })
    const umum = stage.server.channel('umum', { members: [stage.sari] })
    const { ts } = stage.server.person('Budi').says('umur pensiun staf berapa ya?', { channel: umum.id })
    stage.sari.shortcut(ts, { channel: umum.id, callbackId: 'abdi_tanya' })
    expect((await stage.sees(1)).text).toMatch(/58/)
    await endsWith(stage, 2)
  })

  test('a form can be filled turn by turn', async () => {
    const stage = await open({ manner })
    stage.sari.says('tanya HR')
    expect((await stage.sees(1)).text).toMatch(/^Apa yang ingin Anda tanyakan/)
    stage.sari.says('Kapan gaji ke-13 cair?')
    const detail = await stage.sees(2)
    stage.sari.presses('Lewati', detail)
    expect((await stage.sees(3)).text).toMatch(/Kapan gaji ke-13 cair\?[\s\S]*Sudah benar\?/)
    stage.sari.presses('Kirim')
    expect((await stage.sees(4)).text).toMatch(/nomor 1/)
    await endsWith(stage, 5)
  })

  test('a form can be filled on one page, which says what is wrong where it is', async () => {
    const stage = await open({ manner })
    stage.sari.says('tanya HR')
    await stage.sees(1)
    stage.sari.presses('Isi lewat formulir')
    const modal = await stage.server.until(() => stage.sari.sees().modal)
    stage.sari.submits(modal, { Pertanyaan: 'apa' })
    await stage.server.until(() => Object.keys(stage.sari.sees().modal?.errors ?? {}).length > 0)
    expect(Object.values(there(stage.sari.sees().modal).errors)).toEqual([
      'Terlalu pendek: paling sedikit 5 huruf.',
    ])
    const sent = stage.sari.submits(stage.sari.sees().modal, { Pertanyaan: 'Kapan gaji ke-13 cair?' })
    expect((await stage.sees(2)).text).toMatch(/nomor 1/)
    await stage.server.delivered(sent)
    expect(stage.sari.sees().modals).toBe(0)
    await endsWith(stage, 3)
  })

  test('a page of a form that is over, and the button to open one, say so in the chat', async () => {
    const stage = await open({ manner })
    stage.sari.says('tanya HR')
    const asked = await stage.sees(1)
    stage.sari.presses('Isi lewat formulir')
    const modal = await stage.server.until(() => stage.sari.sees().modal)
    stage.sari.says('batal')
    await stage.sees(2)
    stage.sari.submits(modal, { Pertanyaan: 'Kapan gaji ke-13 cair?' })
    expect((await stage.sees(3)).text).toMatch(/^Isian itu sudah dikirim atau dibatalkan/)
    stage.sari.presses('Isi lewat formulir', asked)
    expect((await stage.sees(4)).text).toMatch(/^Isian itu sudah dikirim atau dibatalkan/)
    await endsWith(stage, 5)
  })

  test('a button of former days, or one nobody knows, says so', async () => {
    const stage = await open({ manner })
    stage.sari.says(QUESTION)
    const answer = await stage.sees(1)
    const old = { ts: '1700000000.000100', channel: stage.sari.dm }
    stage.sari.presses({ actionId: 'abdi:choice:0', value: 'dulu:ada' }, old)
    expect((await stage.sees(2)).text).toMatch(/^Tombol itu dari pesan lama/)
    stage.sari.presses({ actionId: 'entah_apa' }, answer)
    expect((await stage.sees(3)).text).toMatch(/^Tombol itu dari pesan lama/)
    await endsWith(stage, 4)
  })

  test('deliveries that come again, and presses that come twice, have no second effect', async () => {
    const stage = await open({ manner })
    const asked = stage.sari.says(QUESTION)
    await stage.sees(1)
    const pressed = stage.sari.presses('👍')
    await stage.sees(2)
    for (const delivery of [...asked.deliveries, pressed]) {
      await stage.server.delivered(delivery)
      stage.server.redeliver(delivery)
    }
    await stage.server.until(() =>
      asked.deliveries.every(({ attempts }) => attempts.at(-1)?.outcome === 'acked'),
    )
    await endsWith(stage, 3)
  })

  test('no bot is answered, and the bot not by itself', async () => {
    const stage = await open({ manner })
    const umum = stage.server.channel('umum', { members: [stage.sari] })
    const bots = [
      stage.server.person('Jadwal', { bot: true }),
      stage.server.person('Kait', { bot: 'classic' }),
    ]
    const said = bots.map((bot) => bot.mentions(QUESTION, { channel: umum.id }))
    for (const each of said) await stage.server.delivered(each)
    stage.sari.says(QUESTION)
    await stage.sees(1)
    await endsWith(stage, 2)
    expect(stage.server.messages(umum.id).filter(({ ours }) => ours)).toEqual([])
  })

  test('what comes from another workspace is refused, and acknowledged', async () => {
    const stage = await open({ manner })
    const event = {
      type: 'message',
      channel: stage.sari.dm,
      user: 'U0LAIN',
      text: QUESTION,
      ts: '1772416800.000100',
    }
    const foreign = [
      stage.server.event(event, { team: 'T0LAIN' }),
      stage.server.event({ ...event, user_team: 'T0LAIN' }),
    ]
    for (const delivery of foreign) await stage.server.delivered(delivery)
    expect(await stage.database.query('select 1 from message')).toEqual([])
    const lines = stage.log.filter((line) => line.includes('another workspace'))
    expect(lines).toHaveLength(2)
    expect(lines.join()).not.toContain('bolos')
  })

  test('somebody deactivated is marked as unreachable', async () => {
    const stage = await open({ manner })
    stage.sari.says(QUESTION)
    await stage.sees(1)
    stage.sari.deactivates()
    const conversation = `slack:${stage.sari.dm}` as const
    await stage.bot.mailbox.say(conversation, [{ text: 'Kabar.' }], 'kabar')
    await stage.bot.advance(conversation)
    expect(await stage.unreachable(conversation)).toMatch(/user_disabled/)
  })

  test('a bot that is built anew in the middle of a form goes on with it', async () => {
    const stage = await open({ manner })
    stage.sari.says('tanya HR')
    await stage.sees(1)
    await stage.stop()
    await stage.start()
    stage.sari.presses('Isi lewat formulir')
    const modal = await stage.server.until(() => stage.sari.sees().modal)
    await stage.stop()
    await stage.start()
    stage.sari.submits(modal, { Pertanyaan: 'Kapan gaji ke-13 cair?' })
    expect((await stage.sees(2)).text).toMatch(/nomor 1/)
  })

  test('within Slack’s own limits nothing is lost and nothing asked too soon', async () => {
    const stage = await open({ manner, server: { limits: true } })
    const names = ['satu', 'dua', 'tiga', 'empat', 'lima']
    for (const name of names) stage.sari.says(`/${name}`)
    await stage.sees(names.length)
    expect(stage.told().map(({ text }) => /\/(\w+) tidak/.exec(text)?.[1])).toEqual(names)
    expect(stage.server.violations).toEqual([])
  })

  test('an acknowledgement comes within Slack’s three seconds', async () => {
    const stage = await open({ manner })
    for (const name of ['satu', 'dua', 'tiga']) stage.sari.says(`/${name}`)
    stage.sari.runs('/abdi bantuan')
    await stage.sees(4)
    expect(stage.server.lateAcks).toEqual([])
    expect(stage.server.ackPercentile(100)).toBeLessThan(3_000)
  })

  test.each([
    ['SLACK_BOT_TOKEN', { token: 'xoxb-salah' }],
    ...(manner === 'socket'
      ? [['SLACK_APP_TOKEN', { delivery: { kind: 'socket', appToken: 'xapp-salah' } }] as const]
      : []),
  ] as const)('a %s that Slack refuses is named together with what to do', async (key, slack) => {
    const stage = await slackStage({ manner, slack })
    const refusal = await stage.start().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Misconfigured)
    expect(refusal).toMatchObject({ key, message: expect.stringMatching(/ditolak Slack \(invalid_auth\)/) })
  })

  test('a name that Slack does not tell in time keeps nobody waiting', async () => {
    const stage = await open({ manner })
    stage.server.fail('users.info', { timeout: true })
    const { deliveries } = stage.sari.says('halo')
    expect((await stage.sees(1)).text).toMatch(/^Halo/)
    await stage.server.delivered({ deliveries })
    expect(stage.server.lateAcks).toEqual([])
    const names = () =>
      stage.database.query<{ name: string }>(
        'select sender_name as name from message where account is not null',
      )
    expect(await names()).toEqual([{ name: stage.sari.id }])
  })

  test('the bot can be stopped while Slack is away', async () => {
    const stage = await slackStage({ manner })
    stage.server.fail('auth.test', { hangUp: true, times: 100 })
    await stage.start()
    const before = performance.now()
    await stage.stop()
    expect(performance.now() - before).toBeLessThan(1_500)
  })

  test('the bot starts although Slack is away, and hears people once it is there', async () => {
    const stage = await slackStage({ manner })
    stage.server.fail('auth.test', { hangUp: true, times: 2 })
    stage.server.fail('apps.connections.open', { status: 503 })
    await stage.start()
    expect(stage.log.join('\n')).toMatch(/trying on in the background/)
    const sari = stage.server.person('Sari')
    sari.says('halo')
    await stage.server.until(() => sari.sees().messages.some(({ ours }) => ours))
  })
})
