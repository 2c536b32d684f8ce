import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Post } from '../../src/chat/feature.ts'
import { createLetters } from '../../src/mailbox/letters.ts'
import { freshDatabase } from '../support/database.ts'
import { createStage, crowd, type Stage, type StageOptions, shown } from './stage.ts'

vi.setConfig({ testTimeout: 120_000 })

let stage: Stage
const last = (name: string): string => shown(stage.heard(name).at(-1))

async function open(options: StageOptions = {}): Promise<void> {
  stage = await createStage(options)
}

/** Dewi confirms a broadcast to some, at once or at a time. */
async function confirmed(who: string, when?: string): Promise<void> {
  await stage.says('Dewi', `/siaran ${who}: Halo {nama}`)
  if (when === undefined) await stage.presses('Dewi', 'Kirim sekarang')
  else {
    await stage.presses('Dewi', 'Jadwalkan')
    await stage.says('Dewi', when)
  }
  const yes = stage.heard('Dewi').at(-1)?.choices?.[0]?.label ?? ''
  expect(yes).toMatch(/^Ya, kirim ke/)
  await stage.presses('Dewi', yes)
}

/** Who has letters of the first broadcast, and how many each. */
async function letters(): Promise<readonly number[]> {
  const rows = await stage.database.query<{ count: number }>(
    `select count(*)::int as count from message where batch = 'broadcast:1' group by recipient`,
  )
  return rows.map(({ count }) => count)
}

async function status(): Promise<string | undefined> {
  const [row] = await stage.database.query<{ status: string }>('select status from broadcast where id = 1')
  return row?.status
}

describe('everybody once', () => {
  test('also where the process dies after any of its steps, and another goes on', async () => {
    const database = await freshDatabase()
    const real = createLetters(database)
    let steps = 0
    let dies = 0
    const post: Post = {
      ...real,
      async post(...given) {
        if (++steps === dies) throw new Error('killed before')
        await real.post(...given)
        if (++steps === dies) throw new Error('killed after')
      },
    }
    await open({ given: { post } })
    await crowd(stage.database, 1_100)
    await stage.database.query(`insert into setting (name, value) values ('broadcast:four-eyes', '5000')`)
    await confirmed('Dinas Sosial')
    for (dies = 1; dies <= 6; dies++) {
      steps = 0
      await stage.jobs[0]?.run({}).catch((error: Error) => expect(error.message).toMatch(/^killed/))
      await stage.database.query('update broadcast set leased_until = null') // a minute goes by
    }
    dies = 0
    await stage.ticks('send')
    expect((await letters()).length).toBe(1_102)
    expect(Math.max(...(await letters()))).toBe(1)
    expect(await stage.database.query('select * from broadcast_unreached')).toHaveLength(1)
    await stage.ticks('progress')
    expect(await status()).toBe('sending')
    await stage.database.query(`update message set done_at = now() where batch = 'broadcast:1'`)
    await stage.ticks('progress')
    expect(await status()).toBe('done')
    expect(stage.heard('Dewi').filter((one) => shown(one).includes('selesai'))).toHaveLength(1)
    const deeds = await stage.database.query(`select * from audit where action = 'broadcast.sent'`)
    expect(deeds).toHaveLength(1)
  })

  test('when it is called back or paused while its letters go into the post', async () => {
    const database = await freshDatabase()
    const real = createLetters(database)
    const during: { act?: () => Promise<unknown> } = {}
    const post: Post = {
      ...real,
      async post(batch, some, posting) {
        await real.post(batch, some, posting)
        if (some.length === 0) return
        const { act } = during
        delete during.act
        await act?.()
      },
    }
    await open({ given: { post } })
    await crowd(stage.database, 1_500)
    await stage.database.query(`insert into setting (name, value) values ('broadcast:four-eyes', '5000')`)
    await confirmed('Dinas Sosial')
    during.act = async () => {
      await stage.says('Hana', '/siaran 1')
      await stage.presses('Hana', 'Jeda')
    }
    await stage.ticks('send')
    expect(await status()).toBe('paused')
    expect(await stage.letters.progress('broadcast:1')).toMatchObject({ held: true, waiting: 1_502 })

    await stage.presses('Hana', 'Lanjutkan')
    await stage.database.query('update broadcast set posted_at = null where id = 1')
    await stage.database.query(`delete from message where batch = 'broadcast:1'`)
    during.act = async () => {
      await stage.presses('Hana', 'Batalkan siaran')
      await stage.presses('Hana', 'Ya, batalkan')
    }
    await stage.ticks('send')
    await stage.ticks('progress')
    await stage.ticks('progress')
    expect(await status()).toBe('cancelled')
    expect(await stage.letters.progress('broadcast:1')).toMatchObject({
      waiting: 0,
      delivered: 0,
      withdrawn: 1_000,
    })
    expect(stage.heard('Dewi').filter((one) => shown(one).includes('dibatalkan 1.000'))).toHaveLength(1)
  })

  test('also where the clock jumps back, and where the letters were held behind the row', async () => {
    await open()
    await confirmed('Dinas Kesehatan', 'besok jam 8')
    stage.at('2026-03-03T08:00:00+07:00')
    await stage.ticks('send')
    stage.at('2026-03-03T07:00:00+07:00')
    await stage.ticks('send')
    await stage.ticks('progress')
    expect(await letters()).toEqual([1, 1, 1, 1, 1])
    await stage.letters.hold('broadcast:1', true) // somebody pressed, went on, and died in between
    await stage.ticks('progress')
    expect((await stage.letters.progress('broadcast:1')).held).toBe(false)
  })
})

describe('what is not as it was confirmed is held, and asked about', () => {
  beforeEach(() => open())

  test('an audience that has grown by more than a tenth', async () => {
    await confirmed('Dinas Sosial', 'besok jam 8')
    await crowd(stage.database, 6)
    stage.at('2026-03-03T08:00:00+07:00')
    await stage.ticks('send')
    expect(last('Dewi')).toBe(
      'Siaran 1 belum dikirim dan menunggu keputusan Anda. Penerimanya sekarang 9 orang, padahal waktu dikonfirmasi 3 orang.',
    )
    expect(await letters()).toEqual([])
    await stage.presses('Dewi', 'Tetap kirim')
    await stage.ticks('send')
    expect((await letters()).length).toBe(8)
  })

  test('one that grows by five goes; one above the limit needs four eyes anew', async () => {
    await stage.database.query(`insert into setting (name, value) values ('broadcast:four-eyes', '5')`)
    await confirmed('Dinas Sosial', 'besok jam 8')
    await crowd(stage.database, 6)
    stage.at('2026-03-03T08:00:00+07:00')
    await stage.ticks('send')
    await stage.presses('Dewi', 'Tetap kirim')
    expect(await status()).toBe('waiting')
    await stage.presses('Agus', 'Setujui')
    await stage.ticks('send')
    expect((await letters()).length).toBe(8)
  })

  test('one whose maker is no officer any more: the others are told and take it over', async () => {
    await confirmed('Dinas Kesehatan', 'besok jam 8')
    await stage.database.query(`update employee set role = 'employee' where name = 'Dewi'`)
    stage.at('2026-03-03T08:00:00+07:00')
    const before = stage.heard('Dewi').length
    await stage.ticks('send')
    expect(stage.heard('Dewi').length).toBe(before)
    for (const name of ['Hana', 'Agus'])
      expect(last(name)).toMatch(/^Siaran 1 belum dikirim .*Yang membuatnya bukan petugas kepegawaian lagi/)
    expect(stage.heard('Hana').map(shown)).toContain('Halo Nama Pegawai') // they see what they decide about
    await stage.says('Agus', '/siaran 1')
    expect(stage.heard('Agus').slice(-2).map(shown)[0]).toBe('Halo Agus')
    await stage.presses('Hana', 'Tetap kirim')
    await stage.presses('Agus', 'Tetap kirim')
    expect(last('Agus')).toMatch(/^Siaran 1 dijadwalkan/)
    await stage.ticks('send')
    expect(last('Hana')).toMatch(/^Siaran 1 sedang dikirim/)
    expect((await letters()).length).toBe(5)
  })

  test.each([
    ['an hour late in the day goes', '2026-03-03T09:00:00+07:00', 'sending'],
    ['late at night does not', '2026-03-03T21:30:00+07:00', 'held'],
    ['more than a day late does not', '2026-03-04T09:00:00+07:00', 'held'],
  ])('one that was missed: %s', async (_, at, expected) => {
    await confirmed('Dinas Kesehatan', 'besok jam 8')
    stage.at(at)
    await stage.ticks('send')
    expect(await status()).toBe(expected)
  })

  test('one that waited too long and is sent after all at night says when it goes', async () => {
    await confirmed('Dinas Kesehatan', 'besok jam 8')
    stage.at('2026-03-03T22:00:00+07:00')
    await stage.ticks('send')
    const said = await stage.presses('Dewi', 'Tetap kirim')
    expect(said.map(shown).at(-1)).toBe('Sekarang malam hari, jadi mulai dikirim pukul 06.00.')
    await stage.ticks('send')
    await stage.ticks('progress')
    expect(shown(stage.progress('1'))).toContain('Malam hari tidak dikirim; dilanjutkan pukul 06.00.')
    await stage.delivers()
    expect(stage.heard('Wati')).toEqual([])
    stage.at('2026-03-04T06:00:00+07:00')
    await stage.delivers()
    expect(last('Wati')).toBe('Halo Wati')
  })

  test('an audience nobody of which can be reached any more', async () => {
    await confirmed('Puskesmas Ciracas', 'besok jam 8')
    await stage.blocks('Sri')
    stage.at('2026-03-03T08:00:00+07:00')
    await stage.ticks('send')
    expect(last('Dewi')).toContain('Saat ini tidak ada penerimanya yang bisa dihubungi.')
    await stage.presses('Dewi', 'Coba kirim lagi')
    expect(last('Dewi')).toContain('belum bisa dikirim')
  })
})

test('one whose file is gone is held, and can go without it', async () => {
  let kept = true
  const files = {
    isPossible: () => true,
    objection: () => undefined,
    keep: async () => ({ hash: 'a'.repeat(64), name: 'a.pdf', mime: 'application/pdf', size: 9 }),
    make: async () => {
      throw new Error('nothing is made here')
    },
    isKept: async () => kept,
  }
  await open({ given: { files } })
  await stage.sendsFile('Dewi', 'a.pdf', 'kirim siaran ke Dinas Kesehatan: Lihat lampiran')
  expect(last('Dewi')).toContain('Lampiran: a.pdf')
  await stage.presses('Dewi', 'Kirim sekarang')
  await stage.presses('Dewi', 'Ya, kirim ke 5 orang')
  kept = false
  await stage.ticks('send')
  expect(last('Dewi')).toContain('Lampirannya tidak tersimpan lagi.')
  await stage.presses('Dewi', 'Kirim tanpa lampiran')
  await stage.ticks('send')
  await stage.delivers()
  expect(last('Wati')).toBe('Lihat lampiran')
})

test('an officer who leaves in the middle: it goes on, and the others are told of the end', async () => {
  await open()
  await confirmed('Dinas Kesehatan')
  await stage.ticks('send')
  await stage.delivers(1)
  await stage.database.query(`update employee set role = 'employee' where name = 'Dewi'`)
  await stage.delivers()
  const before = stage.heard('Dewi').length
  await stage.ticks('progress')
  expect(stage.heard('Dewi').length).toBe(before)
  for (const name of ['Hana', 'Agus']) expect(last(name)).toMatch(/^Siaran 1 selesai Terkirim 5/)
})

test('a press twice for one message, and a button of before, change nothing more', async () => {
  await open()
  await stage.database.query(`insert into setting (name, value) values ('broadcast:four-eyes', '3')`)
  await stage.says('Dewi', '/siaran Dinas Kesehatan: Halo', 'uji:satu')
  await stage.says('Dewi', '/siaran Dinas Kesehatan: Halo', 'uji:satu')
  expect(await stage.database.query('select * from broadcast')).toHaveLength(1)
  const before = stage.button('Dewi', 'Kirim sekarang')
  await stage.presses('Dewi', 'Kirim sekarang')
  const yes = stage.button('Dewi', 'Ya, kirim ke 5 orang')
  const [first] = await stage.sends('Dewi', { kind: 'choice', value: yes }, 'uji:ya')
  const [again] = await stage.sends('Dewi', { kind: 'choice', value: yes }, 'uji:ya')
  expect(again).toEqual(first)
  expect(stage.heard('Hana')).toHaveLength(2)
  const said = await stage.sends('Dewi', { kind: 'choice', value: before })
  expect(said.map(shown)[0]).toMatch(/^Siaran itu sudah berubah/)
  await stage.sends('Hana', { kind: 'choice', value: stage.button('Hana', 'Setujui') }, 'uji:setuju')
  await stage.sends('Hana', { kind: 'choice', value: stage.button('Hana', 'Setujui') }, 'uji:setuju')
  expect(stage.heard('Dewi').filter((one) => shown(one).includes('disetujui Hana'))).toHaveLength(1)
  const deeds = await stage.database.query<{ action: string }>(
    `select action from audit where action like '%approved'`,
  )
  expect(deeds).toHaveLength(1)
})

test('nothing is shown anew where nothing has changed', async () => {
  let revised = 0
  const outbox = { say: async () => undefined, revise: async () => void revised++ }
  await open({ given: { outbox } })
  await confirmed('Dinas Kesehatan')
  await stage.jobs[0]?.run({})
  for (let i = 0; i < 3; i++) await stage.jobs[1]?.run({})
  expect(revised).toBe(1)
  await stage.delivers(2)
  for (let i = 0; i < 3; i++) await stage.jobs[1]?.run({})
  expect(revised).toBe(2)
})
