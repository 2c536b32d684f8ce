import { beforeEach, expect, test, vi } from 'vitest'
import { createStage, type Stage, shown } from './stage.ts'

vi.setConfig({ testTimeout: 120_000 })

let stage: Stage
const echo = async (): Promise<unknown> =>
  (
    await stage.database.query(
      `select (select count(*)::int from broadcast_reader) as read, (select count(*)::int from broadcast_question) as asked`,
    )
  )[0]

beforeEach(async () => {
  stage = await createStage()
  await stage.says('Dewi', '/siaran PNS di Dinas Sosial: Halo')
  await stage.presses('Dewi', 'Kirim sekarang')
  await stage.presses('Dewi', 'Ya, kirim ke 2 orang')
  await stage.ticks('send')
})

test('whoever makes a button up has neither read nor asked, unless it was sent to them', async () => {
  await stage.delivers()
  for (const value of ['siaran_baca:1', 'siaran_tanya:1'])
    expect((await stage.sends('Wati', { kind: 'choice', value })).map(shown)).toEqual([
      'Siaran itu tidak dikirim kepada Anda, jadi tombolnya tidak berlaku di sini.',
    ])
  expect((await stage.says('Wati', 'Jam berapa?')).map(shown)).toEqual(['Itu pertanyaan.'])
  expect(await echo()).toEqual({ read: 0, asked: 0 })
  await stage.sends('Rini', { kind: 'choice', value: 'siaran_baca:1' })
  expect(await echo()).toEqual({ read: 1, asked: 0 })
})

test('a recipient counts as one wherever the letter had to go', async () => {
  await stage.database.query(`insert into conversation (id) values ('slack:D1')`)
  await stage.database.query(
    `insert into account (id, name, conversation, person, granted_at)
     select 'slack:U1', 'Rini', 'slack:D1', person, null from account where id = 'telegram:rini'`,
  )
  await stage.blocks('Rini')
  expect(await stage.letters.deliveries('broadcast:1', ['waiting'])).toContainEqual(
    expect.objectContaining({ conversation: 'slack:D1' }),
  )
  expect((await stage.sends('Rini', { kind: 'choice', value: 'siaran_baca:1' })).map(shown)).toEqual([
    'Terima kasih, tercatat sudah dibaca.',
  ])
})
