import { describe, expect, it } from 'vitest'
import type { ConversationId } from '../../src/chat/message.ts'
import { looksLikeCode } from '../../src/features/people/code.ts'
import { plays, type TestBot, testBot } from '../support/bot.ts'

describe('a code typed behind the word for it, without a slash,', () => {
  it('links from every platform, however it is written', async () => {
    for (const words of ['hubungkan CODE', 'Hubungkan code', '`hubungkan CODE`', 'hubungkan\n**CODE**.']) {
      const stage = await testBot()
      const code = await newCode(stage)
      const said = words.replace('CODE', code).replace('code', code.toLowerCase())
      for (const who of ['Wati_slack', 'Wati_web', 'Wati_test']) {
        const [first] = await stage.person(who).says(said)
        expect(first?.text, `${who}: ${words}`).toMatch(
          who === 'Wati_slack' ? /^Hubungkan akun/ : /^Kodenya tidak cocok/,
        )
      }
      await stage.bot.stop()
    }
  })

  it('is what the other account is told to write, for no platform refuses plain words', async () => {
    const stage = await testBot()
    const [said] = await stage.person('Wati_telegram').says('/hubungkan')
    const told = /`(?<words>.*)`/.exec(said?.text ?? '')?.groups?.words ?? ''
    expect((await stage.person('Wati_slack').says(told))[0]?.text).toMatch(/^Hubungkan akun/)
    await stage.bot.stop()
  })

  it('is understood in the middle of another form, which is asked again after it', async () => {
    const stage = await testBot()
    const slack = stage.person('Wati_slack')
    const said = `hubungkan ${await newCode(stage)}`
    await slack.says('tanya hr')
    expect((await slack.says(said))[0]?.text).toMatch(/^Hubungkan akun/)
    const done = await slack.says('ya')
    expect(done[0]?.text).toMatch(/^Selesai/)
    expect(done.at(-1)?.text).toMatch(/Apa yang ingin Anda tanyakan/)
    await stage.bot.stop()
  })

  it('answers the form that asks for a code, and leaves nothing to be asked', async () => {
    const stage = await testBot()
    const slack = stage.person('Wati_slack')
    const said = `hubungkan ${await newCode(stage)}`
    await slack.says('/hubungkan')
    await slack.presses('Masukkan kode')
    expect((await slack.says(said))[0]?.text).toMatch(/^Hubungkan akun/)
    expect(await slack.says('ya')).toHaveLength(1)
    await stage.bot.stop()
  })

  it('is no affair of a place where others read along', async () => {
    const stage = await testBot()
    const [said] = await stage.person('Wati_slack_utas').says(`hubungkan ${await newCode(stage)}`)
    expect(said?.text).toMatch(/^Orang lain ikut membaca di sini/)
    await stage.bot.stop()
  })

  it('is a code: other words behind it, and other commands in plain words, are questions', async () => {
    await plays(`
      > hubungkan ke petugas
      < Apa yang ingin Anda tanyakan kepada petugas kepegawaian?
      > batal
      < …
      > hubungkan keuangan
      < Maaf, …
      > tanya cuti tahunan berapa hari?
      < …12 hari kerja…
    `)
  })
})

it('what looks like a code has the hyphen of one, or a digit', () => {
  for (const typed of ['ABCD-EFGH', 'abcd–efgh', 'ABCDEFG2', 'abcd efg2', '"ABCD-EFGH".'])
    expect(looksLikeCode(typed), typed).toBe(true)
  for (const typed of ['', 'keuangan', 'ABCDEFGH', '123-456', 'ABCD-EFG', 'kantor saya', 'e-kinerja'])
    expect(looksLikeCode(typed), typed).toBe(false)
})

async function newCode(stage: TestBot): Promise<string> {
  await stage.person('Budi_telegram').says('/hubungkan')
  const text = stage.heard('telegram:budi' satisfies ConversationId).at(-1)?.text ?? ''
  const code = /\*\*(?<code>\S+)\*\*/.exec(text)?.groups?.code
  if (code === undefined) throw new Error('no code was shown')
  return code
}
