import { expect, test } from 'vitest'
import { slackStage } from './slack-stage.ts'

test.each(['socket', 'http'] as const)(
  '%s: a press that comes again opens no second page',
  async (manner) => {
    const stage = await slackStage({ manner })
    await stage.start()
    const { server } = stage
    const sari = server.person('Sari')
    sari.says('tanya HR')
    await server.until(() => sari.sees().messages.some(({ ours }) => ours))
    const press = sari.presses('Isi lewat formulir')
    await server.until(() => sari.sees().modal)
    await server.delivered(press)
    server.redeliver(press)
    await server.until(() => press.attempts.every(({ outcome }) => outcome === 'acked'))
    expect(press.attempts).toHaveLength(2)
    expect(sari.sees().modals).toBe(1)
    expect(server.calls.filter(({ method }) => method === 'views.open')).toHaveLength(1)
    expect(server.violations).toEqual([])
    const again = sari.presses('Isi lewat formulir')
    await server.delivered(again)
    expect(server.calls.filter(({ method }) => method === 'views.open')).toHaveLength(2)
  },
)
