import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/database.ts'
import type { Seen } from '../support/slack-server.ts'
import { type SlackStage, slackStage } from './slack-stage.ts'

const QUESTION = 'bolos 5 hari kena sanksi apa?'

// opening the database takes a while where much runs at once
beforeAll(async () => void (await freshDatabase()))

/** A channel with Sari and Budi, and a thread in it where the bot has answered once. */
async function thread() {
  const stage = await slackStage()
  await stage.start()
  const sari = stage.server.person('Sari')
  const budi = stage.server.person('Budi')
  const umum = stage.server.channel('umum', { members: [sari, budi] })
  const { ts } = sari.mentions(QUESTION, { channel: umum.id })
  const answers = (): readonly Seen[] => stage.server.messages(umum.id).filter(({ ours }) => ours)
  const heard = async (count: number): Promise<readonly Seen[]> => {
    await stage.server.until(() => answers().length >= count)
    return answers()
  }
  await heard(1)
  const place = { channel: umum.id, thread: ts }
  return { stage, sari, budi, place, heard, answers }
}

/** Resolves once all that was said so far in the thread has been looked at. */
async function lookedAt({ database, server }: SlackStage, ids: number): Promise<void> {
  const answered = async (): Promise<number | undefined> => {
    const [row] = await database.query<{ n: number }>(
      `select count(*)::int as n from message where direction = 'in' and done_at is not null`,
    )
    return row?.n
  }
  await expect.poll(answered, { timeout: 20_000 }).toBe(ids)
  expect(server.violations).toEqual([])
}

test('talk between people in its thread gets silence, and none of it is kept as a question', async () => {
  const { stage, sari, budi, place, answers } = await thread()
  const talk = [
    'oke siap makasih pak Budi',
    'besok rapat jam 9 ya',
    'oke nanti saya cek',
    'makasih',
    'halo semua',
    'tanya HR',
    'pertanyaan saya sampai mana?',
    'siapa atasan saya?',
    'boleh pak, nanti saya siapkan',
    'rapatnya jam berapa pak?',
    'sudah makan belum?',
    'kalau PPPK',
  ]
  for (const [i, text] of talk.entries()) (i % 2 ? sari : budi).says(text, place)
  await lookedAt(stage, talk.length + 1)
  const kept = await stage.database.query<{ text: string }>('select text from question')
  expect(kept).toEqual([{ text: QUESTION }])
  expect(answers()).toHaveLength(1)
})

test('a clear question there is answered, and so is one that goes on from the one before', async () => {
  const { sari, budi, place, heard } = await thread()
  budi.says('umur pensiun staf berapa?', place)
  expect((await heard(2))[1]?.text).toMatch(/58/)
  sari.says('kalau 12 hari?', place)
  expect((await heard(3))[2]?.text).toMatch(/Pasal (?:9|10)/)
})

test('a form that is open there waits for words that are meant for it', async () => {
  const { stage, sari, place, heard, answers } = await thread()
  sari.mentions('/tolong_isi', place)
  await heard(2)
  const form = { form: 'tanya-hr', answers: { question: QUESTION } }
  const opened = () =>
    stage.database.query(
      `update conversation set state = jsonb_set(state, '{forms}', $1::jsonb) where id = $2 and lease is null returning id`,
      [JSON.stringify({ [`slack:${sari.id}`]: [form] }), `slack:${place.channel}/${place.thread}`],
    )
  await expect.poll(opened, { timeout: 10_000 }).toHaveLength(1)
  await stage.server.delivered(sari.says('makasih pak Budi, nanti sore ya', place))
  await stage.server.delivered(sari.says('batal', place))
  await lookedAt(stage, 4)
  expect(answers()).toHaveLength(2)
  sari.mentions('saya di kelurahan', place)
  const [, , review] = await heard(3)
  expect(review?.text).toMatch(/Keterangan: saya di kelurahan/)
})
