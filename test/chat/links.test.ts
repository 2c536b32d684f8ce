import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command, Feature } from '../../src/chat/feature.ts'
import { isPayload, linked } from '../../src/chat/links.ts'
import { FRESH, takeTurn } from '../../src/chat/turn.ts'

const said = (text: string) => ({ say: [{ text }] })
const command = (name: string, more: Partial<Command> = {}): Command => ({
  name,
  audience: 'citizen',
  byLink: true,
  run: async (_, rest) => said(`${name}(${rest})`),
  ...more,
})

const features: readonly Feature[] = [
  { name: 'help', commands: [{ name: 'start', audience: 'citizen', run: async () => said('Halo') }] },
  {
    name: 'office',
    commands: [
      command('lapor'),
      command('lapor_cepat'),
      command('tugas', { audience: 'hr' }),
      { name: 'hapus', audience: 'citizen', run: async () => said('terhapus') },
    ],
  },
]

async function starts(payload: string): Promise<string | undefined> {
  const answered = await takeTurn(
    {
      features,
      person: { account: 'test:1', name: 'Wati', role: 'citizen', language: 'id' },
      now: new Date('2026-03-02T09:00:00+07:00'),
      timeZone: 'Asia/Jakarta',
      preview: () => undefined,
    },
    {
      id: 'test:1',
      conversation: 'test:1',
      sender: { account: 'test:1', name: 'Wati' },
      content: { kind: 'command', name: 'start', rest: payload },
      sentAt: new Date('2026-03-02T09:00:00+07:00'),
    },
    FRESH,
  )
  expect(answered.replies).toHaveLength(1)
  return answered.replies[0]?.text
}

describe('a link into the bot', () => {
  it.each([
    ['lapor', 'lapor()'],
    ['lapor_', 'lapor()'],
    ['lapor_dinas_sosial', 'lapor(dinas sosial)'],
    ['lapor_DIN-SOS_2', 'lapor(DIN-SOS 2)'],
    ['lapor_cepat_x', 'lapor_cepat(x)'],
    ['tugas_1', 'Maaf, perintah itu hanya untuk petugas kepegawaian.'],
    ['', 'Halo'],
    ['laporan', 'Halo'],
    ['lapor x', 'Halo'],
    ['lapor_é', 'Halo'],
    ['LAPOR_x', 'Halo'],
    ['hapus', 'Halo'],
    ['hapus_semua', 'Halo'],
    ['start', 'Halo'],
    ['batal', 'Halo'],
    [`lapor_${'x'.repeat(58)}`, `lapor(${'x'.repeat(58)})`],
    [`lapor_${'x'.repeat(59)}`, 'Halo'],
  ])('that carries %j', async (payload, answer) => {
    expect(await starts(payload)).toBe(answer)
  })

  it('carries only what Telegram lets a link carry', () => {
    for (const payload of ['a', 'A-z_09', 'x'.repeat(64)]) expect(isPayload(payload)).toBe(true)
    for (const payload of ['', 'x'.repeat(65), 'a b', 'é', 'a/b', 'a\n', '%20'])
      expect(isPayload(payload)).toBe(false)
  })

  it('opens nothing but a command that lets itself be opened', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z_]{1,20}$/)), (payload) => {
        expect(['lapor', 'lapor_cepat', 'tugas', undefined]).toContain(linked(features, payload)?.name)
      }),
    )
  })
})
