import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import {
  createEvaluationStore,
  type EvaluationStore,
} from '../../src/features/performance/appraisal/evaluation-store.ts'
import { NOW, type TestBot, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { audited, employ, entryNamed, evaluated } from './appraisal-stage.ts'

const PEOPLE = [
  { name: 'Budi' },
  { name: 'Agus' },
  { name: 'Wati', supervisor: 'Budi' },
  { name: 'Sari', supervisor: 'Agus' },
  { name: 'Rina', supervisor: 'Budi' },
  { name: 'Dewi', role: 'hr' },
] as const
const REASON = 'Semua pekerjaan selesai sesuai janji dan rapi.'
const RATING = { result: 2, behaviour: 2, reason: REASON } as const

let stage: TestBot
let database: Database
let store: EvaluationStore
let messages = 0

// opening the database takes a while where much runs at once; the tests are timed without it
beforeAll(async () => void (await freshDatabase()))

beforeEach(async () => {
  stage = await testBot()
  database = stage.database
  await employ(database, PEOPLE)
  store = createEvaluationStore(database, () => '2026-03-02')
})

const said = async (by: string, key = `message-${++messages}`) => ({
  by: await entryNamed(database, by),
  key,
  now: NOW,
})
const texts = async (who: string, ...words: string[]): Promise<readonly string[]> => {
  const person = stage.person(who)
  const replies = []
  for (const word of words)
    replies.push(...(await (word.startsWith('[') ? person.presses(word.slice(1, -1)) : person.says(word))))
  await Promise.all((await stage.bot.mailbox.neglected(0, 100)).map((one) => stage.bot.advance(one)))
  return replies.map(({ text }) => text)
}
const promote = (who: string, above: string | null) =>
  database.query(
    'update employee set supervisor = (select id from employee where name = $2) where name = $1',
    [who, above],
  )

describe('a rating', () => {
  it('is for direct reports, and nobody rates themselves whatever the directory says', async () => {
    const wati = await evaluated(database, 'Wati')
    expect(await store.rate(wati, 1, RATING, await said('Agus'))).toBe('not theirs')
    expect(await store.rate(wati, 1, RATING, await said('Dewi'))).toBe('not theirs')
    expect(await store.rate(wati, 1, RATING, await said('Wati'))).toBe('self')
    const [{ name = '' } = {}] = await database.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = 'employee'::regclass
         and pg_get_constraintdef(oid) like '%supervisor <> id%'`,
    )
    await database.query(`alter table employee drop constraint ${name}`)
    await promote('Budi', 'Budi')
    const budi = await evaluated(database, 'Budi')
    expect(await store.rate(budi, 1, RATING, await said('Budi'))).toBe('self')
    expect((await store.waitingFor(await entryNamed(database, 'Budi'))).map(({ id }) => id)).toEqual([wati])
    expect((await store.orphans()).map(({ id }) => id)).toEqual([budi])
    expect((await texts('Budi', '/penilaian'))[0]).toContain('1 evaluasi menunggu')
    const pressed = await stage.person('Budi').sends({ kind: 'choice', value: `penilaian:nilai:${budi}` })
    expect(pressed[0]?.text).toMatch(/^Evaluasi sendiri tidak bisa dinilai sendiri/)
    await promote('Budi', null)
    await database.query(`alter table employee add constraint ${name} check (supervisor <> id)`)
  })

  it('is given once by two at once, and the same message again changes nothing', async () => {
    const wati = await evaluated(database, 'Wati')
    const results = await Promise.all(
      ['a', 'b', 'c'].map(async (key) => store.rate(wati, 1, RATING, await said('Budi', key))),
    )
    expect(results.filter((result) => result === 'rated')).toHaveLength(2)
    const [{ key = '' } = {}] = await database.query<{ key: string }>(`select key from evaluation_note`)
    const again = { ...RATING, result: 3 } as const
    expect(await store.rate(wati, 1, again, await said('Budi', key))).toMatchObject({ rated: { result: 2 } })
    expect(await database.query('select kind, result, behaviour, text from evaluation_note')).toEqual([
      { kind: 'rated', result: 2, behaviour: 2, text: REASON },
    ])
  })

  it('is of what was seen: not of an older version', async () => {
    const wati = await evaluated(database, 'Wati')
    const before = await store.evaluation(wati)
    if (before === undefined) throw new Error('it is gone')
    const own = { ...before.own, results: 'Lebih banyak lagi' }
    expect(await store.amend(wati, 1, own, await said('Wati'))).toMatchObject({ version: 2 })
    expect(await store.amend(wati, 1, own, await said('Wati'))).toBe('changed')
    expect(await store.amend(wati, 2, own, await said('Sari'))).toBe('not theirs')
    expect(await store.rate(wati, 1, RATING, await said('Budi'))).toBe('changed')
    expect(await store.rate(wati, 2, RATING, await said('Budi'))).toMatchObject({ status: 'rated' })
    expect(await store.amend(wati, 2, own, await said('Wati'))).toBe('rated')
    expect(await store.ask(wati, 'Mengapa?', await said('Budi'))).toBe('rated')
    expect(await store.answer(wati, 'Karena', await said('Wati'))).toBe('rated')
    expect((await store.notes(wati)).map(({ kind, text }) => [kind, text])).toEqual([
      ['changed', before.own.results],
      ['rated', REASON],
    ])
  })

  it('is replied to once, and looked at once more only after an objection', async () => {
    const wati = await evaluated(database, 'Wati')
    expect(await store.reply(wati, 'accepted', null, await said('Wati'))).toBe('changed')
    await store.rate(wati, 1, RATING, await said('Budi'))
    expect(await store.rate(wati, 1, RATING, await said('Budi'))).toBe('rated')
    expect(await store.reply(wati, 'objected', 'Tidak setuju', await said('Budi'))).toBe('not theirs')
    expect(await store.reply(wati, 'objected', 'Tidak setuju', await said('Wati'))).toMatchObject({
      reopened: true,
      status: 'rated',
    })
    expect(await store.reply(wati, 'accepted', null, await said('Wati'))).toBe('replied')
    const later = { ...(await said('Budi')), now: new Date(NOW.getTime() + 1_000) }
    const better = { result: 3, behaviour: 2, reason: 'Setelah dilihat lagi memang lebih.' } as const
    expect(await store.rate(wati, 1, better, later)).toMatchObject({ reopened: false, rated: { result: 3 } })
    expect(await store.rate(wati, 1, better, await said('Budi'))).toBe('rated')
  })

  it('waits for whoever is the supervisor now, and a leaver for the officers', async () => {
    const [wati, rina] = [await evaluated(database, 'Wati'), await evaluated(database, 'Rina')]
    await texts('Budi', '/penilaian', '[Beri nilai]', 'sesuai', 'sesuai', REASON)
    await promote('Wati', 'Agus')
    expect(await texts('Budi', '[Kirim]')).toEqual([
      'Pegawai itu bukan bawahan langsung Anda (atau sudah tidak lagi), jadi evaluasinya ada pada atasannya yang sekarang.',
    ])
    expect((await texts('Agus', '/penilaian'))[1]).toContain('**Wati**')
    await database.query(`update employee set left_on = '2026-03-03' where name = 'Rina'`)
    expect(await store.orphans()).toEqual([]) // tomorrow she no longer works here
    await database.query(`update employee set left_on = '2026-03-02' where name = 'Rina'`)
    expect((await store.orphans()).map(({ id }) => id)).toEqual([rina])
    expect(await store.rate(rina, 1, RATING, await said('Budi'))).toBe('left')
    expect(
      (await texts('Dewi', '/penilaian', '[Lihat yang tanpa penilai]', '[Lihat nomor 1]')).slice(-2),
    ).toEqual([
      expect.stringContaining(
        '1. Rina, Puskesmas Serang, triwulan I 2026: sudah tidak bertugas sejak 2 Maret 2026',
      ),
      expect.stringContaining('Sudah tidak bertugas sejak 2 Maret 2026.'),
    ])
    expect((await audited(database)).map(({ action, subject }) => [action, subject])).toContainEqual([
      'evaluation.viewed',
      await entryNamed(database, 'Rina'),
    ])
    await database.query(`update employee set left_on = '2026-03-01' where name = 'Agus'`)
    expect((await store.orphans()).map(({ id }) => id).toSorted()).toEqual([wati, rina].toSorted())
  })
})

describe('an old button', () => {
  it('does nothing for whoever leads nobody any more', async () => {
    await evaluated(database, 'Wati')
    await texts('Budi', '/penilaian')
    await promote('Wati', 'Agus')
    await promote('Rina', 'Agus')
    expect(await texts('Budi', '[Beri nilai]')).toEqual(['Maaf, perintah itu hanya untuk atasan.'])
    await promote('Rina', 'Budi')
    expect((await texts('Budi', '[Beri nilai]'))[0]).toMatch(/^Pegawai itu bukan bawahan langsung Anda/)
  })

  it('says who has rated meanwhile, or that there is nothing', async () => {
    const wati = await evaluated(database, 'Wati')
    await texts('Budi', '/penilaian')
    await store.rate(wati, 1, RATING, await said('Budi'))
    expect((await texts('Budi', '[Beri nilai]'))[0]).toMatch(
      /^Evaluasi itu sudah dinilai oleh Budi, 2 Maret 2026/,
    )
    const press = async (who: string, value: string) =>
      (await stage.person(who).sends({ kind: 'choice', value }))[0]?.text
    expect(await press('Budi', 'penilaian:lihat:99999')).toBe('Evaluasi itu tidak ada.')
    expect(await press('Budi', 'penilaian:lihat:1 or 1=1')).toBe('Evaluasi itu tidak ada.')
    expect(await press('Sari', `evaluasi:jawab:${wati}`)).toBe('Itu bukan evaluasi Anda.')
    expect(await press('Wati', `evaluasi:perbaiki:${wati}`)).toMatch(/sudah dinilai/)
    expect(await press('Wati', 'evaluasi:pakai:2031-Q9')).toMatch(/belum terbaca/)
    expect(await press('Wati', 'evaluasi:tulis:2020-Q1')).toMatch(/sudah ditutup/)
    expect(await press('Wati', `sebaran:buka:${wati}`)).toBe(
      'Maaf, perintah itu hanya untuk petugas kepegawaian.',
    )
  })
})

describe('a self-evaluation', () => {
  const answers = ['2', '2', '2', '2', '2', '2', '2', '2', '-', 'tengah']

  it('is kept once for a quarter: whoever fills in a second one sees the first', async () => {
    await texts('Wati', '/evaluasi', '[Isi evaluasi]', 'Mengerjakan yang kedua', ...answers)
    await evaluated(database, 'Wati')
    const [text = ''] = await texts('Wati', '[Kirim]')
    expect(text).toMatch(/^Isian yang barusan tidak saya simpan/)
    expect(text).toContain('Melayani pemohon setiap hari')
    expect(await database.query('select results from evaluation')).toHaveLength(1)
  })

  it('is not taken for a quarter that closed while it was filled in', async () => {
    let now = NOW
    stage = await testBot({ clock: () => now })
    await employ(stage.database, PEOPLE)
    await texts('Wati', '/evaluasi tw 4 2025', '[Isi evaluasi]', 'Mengerjakan banyak hal', ...answers)
    now = new Date('2026-04-01T00:00:01+07:00')
    const [text] = await texts('Wati', '[Kirim]')
    expect(text).toMatch(
      /^Evaluasi triwulan IV 2025 sudah ditutup dan tidak bisa diisi lagi\. Yang bisa diisi sekarang: triwulan I 2026\./,
    )
    expect(await stage.database.query('select 1 from evaluation')).toEqual([])
  })

  it('is one of whoever has an entry, still works here, and writes in private', async () => {
    await database.query(`update account set role = 'employee' where id = 'test:wati'`)
    await database.query(
      `update person set employee = null where id = (select person from account where id = 'test:wati')`,
    )
    expect((await texts('Wati', '/evaluasi'))[0]).toMatch(/^Akun ini belum terhubung dengan data pegawai/)
    const [shared] = await stage.person('Rina_slack_ruang').says('/evaluasi')
    expect(shared?.text).not.toContain('Evaluasi diri')
  })
})

it('what is kept of somebody is theirs to see, and stays with the law that says so', async () => {
  const wati = await evaluated(database, 'Wati')
  await store.ask(wati, 'Mengapa?', await said('Budi'))
  const { ownData } = stage.bot.features.find(({ name }) => name === 'performance') ?? {}
  const person = await stage.bot.person('test:wati', 'Wati')
  const kept = ((await ownData?.collect(person)) ?? []).filter(({ title }) => title.includes('valuasi'))
  expect(kept.map(({ rows }) => rows.length)).toEqual([1, 1])
  expect(kept[0]?.rows[0]).toMatchObject({ year: 2026, quarter: 1, own_result: 2 })
  expect(await ownData?.erase(person)).toContainEqual(expect.stringContaining('PP 30/2019, Pasal 60'))
  expect(await ownData?.erase(await stage.bot.person('test:sari', 'Sari'))).toEqual([])
  expect(await database.query('select 1 from evaluation')).toHaveLength(1)
})

it('shows on a person’s own page what waits for them', async () => {
  await evaluated(database, 'Wati')
  const performance = stage.bot.features.find(({ name }) => name === 'performance')
  const sections = async (who: string) => {
    const shown = await performance?.home?.(await stage.bot.person(`test:${who}`, who), NOW)
    return shown?.map(({ title, text }) => `${title}: ${text}`)
  }
  expect(await sections('wati')).toContain(
    'Evaluasi triwulan I 2026: Sudah terkirim, menunggu nilai dari atasan.',
  )
  expect(await sections('budi')).toEqual(
    expect.arrayContaining([
      'Evaluasi triwulan I 2026: Belum Anda kirim.',
      'Penilaian bawahan: 1 evaluasi menunggu nilai Anda.',
    ]),
  )
})
