import { beforeEach, expect, test, vi } from 'vitest'
import { createStage, type Stage } from './stage.ts'

vi.setConfig({ testTimeout: 120_000 })

let stage: Stage
beforeEach(async () => {
  stage = await createStage()
  await stage.says('Dewi', '/siaran Dinas Kesehatan: Halo')
  await stage.presses('Dewi', 'Kirim sekarang')
  await stage.presses('Dewi', 'Ya, kirim ke 5 orang')
  await stage.ticks('send')
  await stage.delivers()
  await stage.ticks('progress')
  await stage.presses('Wati', '✅ Sudah dibaca')
  await stage.presses('Wati', '💬 Tanya')
  await stage.says('Wati', 'Jam berapa?')
})

const wati = {
  account: 'telegram:wati',
  name: 'Wati',
  role: 'employee',
  language: 'id',
  employee: '4',
} as const
const dewi = { account: 'telegram:dewi', name: 'Dewi', role: 'hr', language: 'id', employee: '1' } as const
const count = async (table: string): Promise<number> =>
  (await stage.database.query(`select * from ${table}`)).length

test('people see and erase what they read and asked; what an officer sent stays', async () => {
  const { ownData } = stage.feature
  const kept = await ownData?.collect(wati)
  expect(kept?.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Siaran yang Anda tandai sudah dibaca', 1],
    ['Pertanyaan Anda tentang siaran, dengan jawabannya', 1],
  ])
  expect(await ownData?.erase(wati)).toEqual([])
  expect(await ownData?.collect(wati)).toEqual([])

  await stage.says('Dewi', '/siaran Dinas Sosial: Rancangan')
  expect((await ownData?.collect(dewi))?.at(0)?.rows).toHaveLength(2)
  expect(await ownData?.erase(dewi)).toEqual([expect.stringContaining('UU 43/2009')])
  expect(await count('broadcast')).toBe(1)
})

test('questions and broadcasts are forgotten after 400 days, drafts after 30', async () => {
  await stage.says('Dewi', '/siaran Dinas Sosial: Rancangan')
  stage.at('2026-03-25T09:00:00+07:00')
  await stage.ticks('forget')
  expect(await count('broadcast')).toBe(2)
  stage.at('2026-04-05T09:00:00+07:00')
  await stage.ticks('forget')
  expect([await count('broadcast'), await count('broadcast_question')]).toEqual([1, 1])
  stage.at('2027-04-10T09:00:00+07:00')
  await stage.ticks('forget')
  expect([
    await count('broadcast'),
    await count('broadcast_question'),
    await count('broadcast_reader'),
  ]).toEqual([0, 0, 0])
})
