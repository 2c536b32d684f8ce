import { beforeAll, expect, test } from 'vitest'
import { type TestBot, type TestPerson, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { appoint } from '../support/officers.ts'

beforeAll(async () => void (await freshDatabase()))

/** Two officers, and a question that Wati asked in a room where others read along. */
async function asked(): Promise<TestBot> {
  const stage = await testBot()
  await appoint(stage.database, ['Sari', 'Rina'])
  const room = stage.person('Wati_slack_utas')
  await room.sends({ kind: 'text', text: 'bolos 5 hari kena sanksi apa?' }, 'slack:ruang:1')
  await stage.database.query(
    `insert into handover (key, conversation, account, name, question, nearest)
     values ('slack:ruang:1', $1, 'slack:wati', 'Wati', 'Kapan gaji ke-13 cair?', '{}')`,
    [room.conversation],
  )
  return stage
}

const begins = (officer: TestPerson) => officer.sends({ kind: 'choice', value: 'jawab:1' })

test('an answer in a shared place says whose question it answers', async () => {
  const stage = await asked()
  const sari = stage.person('Sari')
  await begins(sari)
  await sari.says('Bulan Juni.')
  await sari.presses('Kirim')
  await expect
    .poll(() => stage.heard('slack:utas').at(-1)?.text, { timeout: 10_000 })
    .toMatch(/^\*\*Jawaban petugas\*\* untuk pertanyaan Wati:/)
  await stage.bot.stop()
})

test('an officer whose answer comes second hears that another was first, or that it was herself', async () => {
  const stage = await asked()
  const [sari, rina] = [stage.person('Sari'), stage.person('Rina')]
  await begins(sari)
  await begins(rina)
  for (const officer of [sari, rina]) await officer.says('Bulan Juni.')
  await sari.presses('Kirim')
  const [late] = await rina.presses('Kirim')
  expect(late?.text).toBe('Pertanyaan itu sudah dijawab petugas lain. Jawaban yang ini tidak dikirim.')
  expect((await begins(sari))[0]?.text).toBe('Pertanyaan itu sudah Anda jawab.')
  expect((await begins(rina))[0]?.text).toBe('Pertanyaan itu sudah dijawab petugas lain.')
  await stage.bot.stop()
})

test('a promise to somebody who asks before there is an officer is one that is kept', async () => {
  const stage = await testBot()
  const wati = stage.person('Wati')
  await wati.says('tanya hr')
  await wati.says('Kapan gaji ke-13 cair?')
  await wati.says('lewati')
  const [sent] = await wati.presses('Kirim')
  expect(sent?.text).toMatch(/begitu ada, pertanyaan ini sudah menunggu di daftarnya/)
  await appoint(stage.database, ['Sari'])
  const list = await stage.person('Sari').says('/pertanyaan')
  expect(list.map(({ text }) => text).join()).toContain('Kapan gaji')
  await stage.bot.stop()
})
