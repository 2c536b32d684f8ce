import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Content } from '../../src/chat/message.ts'
import { asksToRead } from '../../src/features/questions/unread-file.ts'
import { TAKEN } from '../files/samples.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { appoint } = await import('../support/officers.ts')
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await appoint(database, ['Sari'])
      return database
    },
  }
})

beforeAll(async () => void (await freshDatabase()))

const SK = TAKEN['SK.pdf'] ?? new Uint8Array()
const files = { 'SK.pdf': SK, 'SK-2.pdf': SK, 'hasil.exe': new Uint8Array(10) }
const sk = (caption?: string, name = 'SK.pdf'): Content => ({
  kind: 'file',
  name,
  mime: 'application/pdf',
  ref: name,
  ...(caption !== undefined && { caption }),
})
const UNREAD = /Isi berkas belum bisa saya baca/

test('a file alone is not read, and goes to an officer with one press', () =>
  plays(
    `
    > {SK.pdf}
    < Isi berkas belum bisa saya baca sendiri…teruskan ke petugas…
    > [Teruskan ke petugas]
    < Apa yang ingin Anda tanyakan kepada petugas kepegawaian?
    > Apakah SK ini sudah benar?
    < Ada keterangan yang perlu diketahui petugas…
    > lewati
    < Pertanyaan…: Apakah SK ini sudah benar? Keterangan: (dilewati) Lampiran: SK.pdf Sudah benar?
    > ya
    < Sudah saya teruskan ke petugas dengan nomor 1.…
    Sari< Pertanyaan 1 dari Wati: Apakah SK ini sudah benar? Lampiran: SK.pdf … {SK.pdf}
  `,
    { files },
  ))

describe('words under a file', () => {
  test('that only ask to look at it become the note for the officer', async () => {
    const wati = (await testBot({ files })).person('Wati')
    const [reply] = await wati.sends(sk('tolong cek SK ini'))
    expect(reply?.text).toMatch(UNREAD)
    expect(reply?.text).not.toMatch(/Pasal/)
    await wati.presses('Teruskan ke petugas')
    const [review] = await wati.says('Apakah SK ini sudah benar?')
    expect(review?.text).toMatch(/Keterangan:\*\* tolong cek SK ini[\s\S]*Lampiran:\*\* SK\\\.pdf/)
  })

  test('that ask something are answered, and go along as the question, also after another one', async () => {
    const stage = await testBot({ files })
    const wati = stage.person('Wati')
    const [reply] = await wati.sends(sk('bolos 5 hari kena sanksi apa?'))
    expect(reply?.text).toMatch(/Pasal/)
    expect(reply?.text).toMatch(UNREAD)
    expect(reply?.choices?.map(({ label }) => label)).not.toContain('Tanya HR')
    await wati.sends(sk(undefined, 'SK-2.pdf'))
    await wati.says('umur pensiun staf berapa?')
    await wati.says('halo')
    await stage.rebuild()
    await wati.sends(
      reply?.choices?.at(-1) ? { kind: 'choice', value: reply.choices.at(-1)?.value ?? '' } : sk(),
    )
    const [review] = await wati.says('lewati')
    expect(review?.text).toMatch(/bolos 5 hari kena sanksi apa\?[\s\S]*Lampiran:\*\* SK\\\.pdf/)
  })

  test.each([
    ['tolong cek SK ini', true],
    ['Mohon diperiksa', true],
    ['bolos 5 hari kena sanksi apa?', false],
    ['bisa dicek kapan pensiun saya', false],
    ['cuti tahunan', false],
  ])('%j', (caption, expected) => expect(asksToRead(caption)).toBe(expected))
})

test('a file of somebody else is not handed over, and none where others read along', async () => {
  const stage = await testBot({ files })
  const [reply] = await stage.person('Wati').sends(sk())
  const value = reply?.choices?.at(-1)?.value ?? ''
  expect(value).toMatch(/^titip:/)
  const [said] = await stage.person('Budi').sends({ kind: 'choice', value })
  expect(said?.text).toMatch(/^Berkas itu tidak saya simpan lagi/)
  await stage.person('Wati_slack_utas').sends(sk())
  const [shared] = await stage.person('Wati_slack_utas').presses('Teruskan ke petugas')
  expect(shared?.text).toMatch(/pesan langsung/)
})

test('a file that would be refused is refused at once; where none is kept the officer can still be asked', async () => {
  const [refused] = await (await testBot({ files })).person('Wati').sendsFile('hasil.exe')
  expect(refused?.text).toMatch(/^Maaf, program dan skrip tidak bisa saya terima/)
  expect(refused?.choices?.map(({ label }) => label)).toEqual(['Tanya HR'])
  const [none] = await (await testBot()).person('Wati').sends(sk())
  expect(none?.text).toMatch(UNREAD)
  expect(none?.choices?.map(({ label }) => label)).toEqual(['Tanya HR'])
})
