import { describe, expect, it } from 'vitest'
import { NOW } from '#test/bot.ts'
import { toPlain } from '../../src/channels/markdown.ts'
import type { Turn } from '../../src/chat/feature.ts'
import { createDashboardDoor, type DashboardAddress } from '../../src/features/dashboard/feature.ts'
import { createCodeStore } from '../../src/features/dashboard/store.ts'
import { ADMIN, openDashboard } from './stage.ts'

const turn: Turn = {
  conversation: 'telegram:7',
  person: { account: ADMIN, name: 'Agus', role: 'admin', language: 'id' },
  message: {
    id: 'telegram:1',
    conversation: 'telegram:7',
    sender: { account: ADMIN, name: 'Agus' },
    content: { kind: 'command', name: 'dasbor', rest: '' },
    sentAt: NOW,
  },
  now: NOW,
  timeZone: 'Asia/Jakarta',
  memory: null,
  preview: () => undefined,
}

describe('/dasbor', () => {
  it('is for administrators in private, and its link lets them in', async () => {
    const stage = await openDashboard()
    const door = createDashboardDoor({
      store: createCodeStore(stage.database),
      address: { url: stage.url, public: false },
    })
    const [command] = door.commands ?? []
    expect(command).toMatchObject({ name: 'dasbor', audience: 'admin', personal: true })
    const reply = await command?.run(turn, '')
    const text = reply?.say[0]?.text ?? ''
    expect(text).toContain('PUBLIC_URL belum diisi')
    const link = /http\S+kode=[\w-]{43}/.exec(text)?.[0] ?? ''
    const page = await fetch(link)
    expect(page.status).toBe(200)
    const code = new URL(link).searchParams.get('kode') ?? ''
    expect((await stage.enters(code)).status).toBe(303)
  })

  it('where the address is public, the link is one to press, and whole in plain text', async () => {
    const address: DashboardAddress = { url: 'https://abdi.contoh.go.id', public: true }
    const door = createDashboardDoor({
      store: { issue: async () => '_a-'.repeat(14) },
      address,
    })
    const reply = await door.commands?.[0]?.run(turn, '')
    const text = reply?.say[0]?.text ?? ''
    expect(text).not.toContain('PUBLIC_URL')
    expect(toPlain(text)).toContain(`https://abdi.contoh.go.id/dasbor/masuk?kode=${'_a-'.repeat(14)}`)
  })
})
