import { expect, test } from 'vitest'
import { CLAIM_CODE } from '../support/bot.ts'
import { type TelegramStage, telegramStage } from './telegram-stage.ts'

function names({ server }: TelegramStage, chat: number): readonly string[] {
  return server.menu(chat).map(({ command }) => command)
}

test('whoever lost their office while the bot was down has the menu of everybody once they write', async () => {
  const stage = await telegramStage()
  await stage.start()
  const sari = stage.server.user({ id: 11, name: 'Sari' })
  sari.says(`/klaim ${CLAIM_CODE}`)
  await sari.waitFor(1)
  await expect.poll(() => names(stage, 11), { interval: 5 }).toContain('pertanyaan')
  await stage.stop()
  await stage.database.query(`update account set role = 'citizen'`)
  await stage.start()
  sari.says('halo')
  await sari.waitFor(2)
  await expect.poll(() => names(stage, 11), { interval: 5 }).not.toContain('pertanyaan')
  expect(names(stage, 11)).toContain('tanya')
})

test('a menu that is right is left alone', async () => {
  const stage = await telegramStage()
  await stage.start()
  const budi = stage.server.user({ id: 12, name: 'Budi' })
  const resets = (): number => stage.server.calls.filter(({ method }) => method === 'deleteMyCommands').length
  for (let said = 1; said <= 4; said++) {
    budi.says('halo')
    await budi.waitFor(said)
  }
  await stage.stop()
  expect(resets()).toBe(1) // after a start nobody's is known
})
