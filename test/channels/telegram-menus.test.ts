import { describe, expect, test } from 'vitest'
import { readUpdate } from '../../src/channels/telegram/incoming.ts'
import { CLAIM_CODE } from '../support/bot.ts'
import { type TelegramStage, telegramStage } from './telegram-stage.ts'

const GROUP = -1_001_234_567_890

async function open(): Promise<TelegramStage> {
  const stage = await telegramStage()
  await stage.start()
  await stage.server.called(({ params }) => isScope(params.scope, 'all_group_chats'))
  return stage
}

function isScope(scope: unknown, type: string): boolean {
  return JSON.stringify(scope ?? '').includes(`"${type}"`)
}

function names(stage: TelegramStage, chat: number, language?: string): readonly string[] {
  return stage.server.menu(chat, language).map(({ command }) => command)
}

describe('the command menu', () => {
  test('of everybody has no commands of officers, in groups none about the person alone', async () => {
    const stage = await open()
    const commands = stage.bot.features.flatMap((feature) => feature.commands ?? [])
    const of = (name: string) => commands.find((command) => command.name === name)
    expect(names(stage, 11)).toEqual(expect.arrayContaining(['tanya', 'bantuan']))
    expect(names(stage, 11).map((name) => of(name)?.audience)).not.toContain('hr')
    expect(names(stage, GROUP)).toContain('tanya')
    expect(names(stage, GROUP).filter((name) => of(name)?.personal)).toEqual([])
    expect(names(stage, GROUP).length).toBeLessThan(names(stage, 11).length)
    expect(names(stage, 11, 'en')).toEqual(names(stage, 11))
  })

  test('of somebody who just became an officer shows what officers do, and of nobody else', async () => {
    const stage = await open()
    const { server } = stage
    const [sari, budi] = [server.user({ id: 11, name: 'Sari' }), server.user({ id: 12, name: 'Budi' })]
    budi.says('halo')
    await budi.waitFor(1)
    sari.says(`/klaim ${CLAIM_CODE}`)
    await sari.waitFor(1)
    await server.called(({ method, params }) => method === 'setMyCommands' && isScope(params.scope, 'chat'))
    expect(names(stage, 11)).toEqual(expect.arrayContaining(['tanya', 'pertanyaan']))
    expect(names(stage, 12)).not.toContain('pertanyaan')
    expect(names(stage, GROUP)).not.toContain('pertanyaan')
  })

  test('of an officer is there again after a restart, and is set once', async () => {
    const stage = await open()
    const sari = stage.server.user({ id: 11, name: 'Sari' })
    sari.says(`/klaim ${CLAIM_CODE}`)
    await sari.waitFor(1)
    await stage.server.called(({ params }) => isScope(params.scope, 'chat'))
    await stage.stop()
    const before = stage.server.calls.length
    await stage.start()
    sari.says('halo')
    await sari.waitFor(2)
    sari.says('halo')
    await sari.waitFor(3)
    const own = (): number =>
      stage.server.calls
        .slice(before)
        .filter(({ method, params }) => method === 'setMyCommands' && isScope(params.scope, 'chat')).length
    await expect.poll(own, { interval: 5 }).toBe(1)
  })

  test('of somebody who is no officer any more is that of everybody', async () => {
    const stage = await open()
    const sari = stage.server.user({ id: 11, name: 'Sari' })
    let role: 'admin' | 'citizen' = 'admin'
    const other = await telegramStage({ channel: { roleOf: async () => role } })
    await other.start()
    const wati = other.server.user({ id: 21, name: 'Wati' })
    wati.says('halo')
    await wati.waitFor(1)
    await other.server.called(({ params }) => isScope(params.scope, 'chat'))
    expect(names(other, 21)).toContain('pertanyaan')
    role = 'citizen'
    wati.says('halo')
    await wati.waitFor(2)
    await other.server.called('deleteMyCommands')
    expect(names(other, 21)).not.toContain('pertanyaan')
    expect(sari.received()).toEqual([])
  })

  test('has a variant for every further language', async () => {
    const stage = await telegramStage({
      channel: {
        languages: ['id', 'en' as 'id'], // a language of the future
        menu: (_, language) => [{ command: 'tanya', description: language }],
      },
    })
    await stage.start()
    await expect.poll(() => stage.server.menu(GROUP, 'en')[0]?.description, { interval: 5 }).toBe('en')
    expect(stage.server.menu(11, 'en')[0]?.description).toBe('en')
    expect(stage.server.menu(11, 'id')[0]?.description).toBe('id')
    expect(stage.server.menu(11, 'jv')[0]?.description).toBe('id')
  })

  test('that Telegram refuses keeps nobody from being answered', async () => {
    const stage = await telegramStage({ channel: { roleOf: () => Promise.reject(new Error('away')) } })
    stage.server.fail(
      'setMyCommands',
      { error_code: 400, description: 'Bad Request: BOT_COMMAND_INVALID' },
      9,
    )
    await stage.start()
    const sari = stage.server.user({ id: 11 })
    sari.says('halo')
    expect((await sari.waitFor(1)).text).toMatch(/^Halo/)
    expect(stage.server.violations).toEqual([])
  })
})

describe('who wrote', () => {
  const BOT = { id: 7, username: 'abdi_bot' }
  const chat = { id: GROUP, type: 'supergroup' as const, title: 'BKPSDM' }
  const common = { message_id: 1, date: 1_800_000_000, chat }
  const mention = { text: '@abdi_bot halo', entities: [{ type: 'mention' as const, offset: 0, length: 9 }] }
  const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group' }

  test('as an anonymous administrator has the account of the group', () => {
    const message = { ...common, ...mention, from: anonymous, sender_chat: chat }
    expect(readUpdate({ update_id: 5, message } as never, BOT)).toMatchObject({
      message: { sender: { account: `telegram:${GROUP}`, name: 'BKPSDM' }, content: { text: 'halo' } },
    })
  })

  test('is nobody for other bots and for posts of the channel a group belongs to', () => {
    const channel = { id: -100_777, type: 'channel', title: 'Kabar' }
    const telegram = { id: 777_000, is_bot: false, first_name: 'Telegram' }
    for (const writer of [
      { from: { id: 9, is_bot: true, first_name: 'Bot lain' } },
      { from: telegram, sender_chat: channel, is_automatic_forward: true },
      { sender_chat: channel },
    ])
      for (const kind of ['message', 'edited_message'])
        expect(
          readUpdate({ update_id: 5, [kind]: { ...common, ...mention, ...writer } } as never, BOT),
        ).toBeUndefined()
  })
})
