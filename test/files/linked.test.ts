import { expect, it } from 'vitest'
import type { TestBot } from '../support/bot.ts'
import { testBot } from '../support/bot.ts'
import { TAKEN } from './samples.ts'

const PHOTO = TAKEN['foto.jpg'] ?? new Uint8Array()

it('what was sent from one account can be read from the others of the person, as long as they are linked', async () => {
  const stage = await testBot({ files: { 'foto.jpg': PHOTO } })
  const [telegram, slack] = [stage.person('Wati_telegram'), stage.person('Wati_slack')]
  for (const said of ['tanya hr', 'Apakah foto ini cukup?', 'lewati']) await telegram.says(said)
  await telegram.sendsFile('foto.jpg')
  await telegram.says('ya')
  const [{ hash } = { hash: '' }] = await stage.database.query<{ hash: string }>('select hash from file')
  const reads = async (account: string) => (await stage.bot.files?.give(hash, account))?.bytes.length

  expect([await reads('telegram:wati'), await reads('slack:wati')]).toEqual([PHOTO.length, undefined])

  await link(stage)
  expect(await reads('slack:wati')).toBe(PHOTO.length)
  expect(await reads('slack:budi')).toBeUndefined()

  await slack.says('/lepaskan')
  await slack.presses('Akun ini')
  expect([await reads('telegram:wati'), await reads('slack:wati')]).toEqual([PHOTO.length, undefined])
  await stage.bot.stop()
})

it('what waits for a form is the person’s alone, under the name they gave it', async () => {
  const stage = await testBot({ files: {} })
  await link(stage)
  const files = stage.bot.files
  const from = { name: 'rumah.jpg', account: 'telegram:wati', message: 'pesan-1' }
  const { hash = '' } = (await files?.take(PHOTO, from)) ?? {}
  await files?.take(PHOTO, { name: 'lain.jpg', account: 'telegram:budi', message: 'pesan-2' })
  expect((await files?.give(hash, 'slack:wati'))?.file.name).toBe('rumah.jpg')
  await stage.database.query(
    `insert into account (id, name, role, conversation) values ('test:sari', 'Sari', 'admin', 'test:sari')`,
  )
  expect(await files?.give(hash, 'test:sari')).toBeUndefined()
  await stage.bot.stop()
})

/** Makes one person of Wati's accounts on Telegram and in Slack. */
async function link({ person }: TestBot): Promise<void> {
  const [told] = await person('Wati_telegram').says('/hubungkan')
  const code = /\*\*(\S+)\*\*/.exec(told?.text ?? '')?.[1]
  await person('Wati_slack').says(`/hubungkan ${code}`)
  expect((await person('Wati_slack').says('ya'))[0]?.text).toMatch(/^Selesai/)
}
