import { beforeEach, describe, expect, it } from 'vitest'
import { everything } from '../feedback/stage.ts'
import { surveyed } from './stage.ts'

let stage: Awaited<ReturnType<typeof surveyed>>
beforeEach(async () => {
  stage = await surveyed()
})

const NINE = ['3', '3', '4', '4', '3', '3', '4', '2', '3'] as const
const counted = () =>
  stage.database.query(
    'select unit, service, month, opened, answered, counts, words from survey_count order by service, unit',
  )

describe('a citizen', () => {
  it('answers after scanning the code: nine taps, a word if they like, and nothing about themselves', async () => {
    const [intro, first] = await stage.say('77', '/start survei_skm_s1')
    expect(intro).toContain('**Survei Kepuasan Masyarakat: Loket Pendaftaran, Puskesmas Ciracas**')
    expect(intro).toContain('Survei ini anonim')
    expect(intro).toContain('Kira-kira 2 menit')
    expect(first).toBe('**1/14** Bagaimana syarat yang diminta: wajar, dan sama dengan yang diumumkan?')
    expect(
      stage.heard
        .get('telegram:77')
        ?.at(-1)
        ?.choices?.map(({ label }) => label),
    ).toEqual(['Tidak wajar', 'Ada yang tidak perlu', 'Wajar', 'Wajar dan mudah dipenuhi'])
    expect((await stage.say('77', '[Wajar]'))[0]).toContain('**2/14**')
    expect((await stage.say('77', 'pokoknya begitulah'))[0]).toContain('Pilih salah satu')
    await stage.say('77', '[Sangat mudah]')
    for (const answer of ['sesuai janji', '[Gratis]', '3', '3', '4', '[Ditangani dengan baik]', '3'])
      await stage.say('77', answer)
    expect((await stage.say('77', 'Kursinya kurang')).at(-1)).toContain('**11/14** Umur Anda?')
    await stage.say('77', '[30–39 tahun]')
    await stage.say('77', '[Lewati]')
    await stage.say('77', 'lewati')
    expect((await stage.say('77', '[Wirausaha]')).at(-1)).toContain('jawaban Anda sudah dihitung, tanpa nama')
    expect(await counted()).toEqual([
      {
        unit: '2',
        service: '1',
        month: '2026-03-01',
        opened: 1,
        answered: 1,
        counts: expect.objectContaining({
          persyaratan: { 3: 1 },
          alur: { 4: 1 },
          waktu: { 3: 1 },
          biaya: { 4: 1 },
          pengaduan: { 4: 1 },
          umur: { '30–39 tahun': 1 },
          pekerjaan: { Wirausaha: 1 },
        }),
        words: { saran: ['Kursinya kurang'] },
      },
    ])
  })

  it('finds the place by words, also where several fit, or the whole unit by its code', async () => {
    expect((await stage.say('77', 'isi survei')).at(-1)).toContain('Layanan atau kantor mana')
    expect((await stage.say('77', 'xyzzy qqq')).join()).toContain('Saya belum menemukan “xyzzy qqq”')
    expect((await stage.say('77', 'puskesmas')).at(-1)).toContain('Ada beberapa yang cocok')
    expect((await stage.say('77', '[Taktakan]'))[0]).toContain('Puskesmas Taktakan')
    await stage.say('77', 'batal')
    expect((await stage.say('88', '/survei skm u5'))[0]).toContain('Dinas Kependudukan')
    expect((await stage.say('99', '/survei loket pendaftaran'))[0]).toContain('Loket Pendaftaran')
    expect((await stage.say('66', 'survei kepuasan masyarakat')).at(-1)).toContain('Layanan atau kantor mana')
  })

  it('answers once for a service in a period: from no account of theirs, and not by the same delivery twice', async () => {
    await stage.say('77', '/start survei_skm_s1')
    expect(await stage.answers('77', NINE)).toContain('sudah dihitung')
    expect((await stage.say('77', '/start survei_skm_s1')).join()).toContain('Anda sudah mengisi')
    expect((await stage.say('77', '/start survei_skm_s2')).join()).toContain('Apotek')
    expect(await stage.answers('77', NINE)).toContain('sudah dihitung')
    await stage.database.query(
      `with born as (insert into person default values returning id)
       insert into account (id, name, conversation, person) select linked.id, 'Penulis', linked.id, born.id
       from born cross join unnest(array['telegram:77', 'telegram:88']) as linked (id)`,
    )
    expect((await stage.say('88', '/start survei_skm_s1')).join()).toContain('Anda sudah mengisi')
    stage.move('2026-07-01T09:00:00+07:00')
    expect((await stage.say('88', '/start survei_skm_s1')).join()).toContain('1/14')
    expect((await counted()).map((row) => Object(row).answered)).toEqual([1, 0, 1])
  })

  it('who opens it twice and sends both is counted once', async () => {
    await stage.say('77', '/start survei_skm_s1')
    await stage.say('77', '3')
    await stage.say('77', '/start survei_skm_s1')
    expect(await stage.answers('77', NINE)).toContain('sudah dihitung')
    await stage.press('77', 'sv-skm?persyaratan=4')
    expect((await counted()).map((row) => [Object(row).opened, Object(row).answered])).toEqual([[2, 1]])
  })

  it('is told kindly of a wrong link, of a service that closed meanwhile, and can stop', async () => {
    expect((await stage.say('77', '/start survei_skm_s99'))[0]).toContain('Kode itu tidak saya kenal')
    await stage.say('77', 'batal')
    await stage.press('77', 'survei:di:skm:u999999999999')
    await stage.press('77', 'survei:apa:saja')
    expect(await stage.press('77', 'survei:undangan:1:0')).toContainEqual(
      expect.stringContaining('bukan untuk akun ini'),
    )
    await stage.say('77', 'batal')
    await stage.say('77', '/start survei_skm_s1')
    await stage.say('77', '3')
    expect(await stage.say('77', 'batal')).toEqual(['Baik, dibatalkan. Tidak ada yang dikirim.'])
    await stage.say('88', '/start survei_skm_s2')
    await stage.database.query(`update service set closed_on = '2026-03-02' where id = 2`)
    expect(await stage.answers('88', NINE)).toContain('keburu ditutup')
    expect((await stage.say('88', '/survei setelah-pelatihan')).at(-1)).toContain(
      'untuk pegawai yang diundang',
    )
    expect((await counted()).every((row) => Object(row).answered === 0)).toBe(true)
  })
})

it('what somebody answered leads nobody to them, in whatever is stored or logged', async () => {
  await stage.say('5550123', 'isi survei')
  await stage.say('5550123', 'apotek')
  expect(await stage.answers('5550123', [...NINE, 'Obatnya lama sekali'])).toContain('sudah dihitung')
  await stage.mailbox.efface(0)
  const stored = await everything(stage.database)
  expect(stored.filter((row) => row.includes('Obatnya lama'))).toHaveLength(1) // it was searched
  expect(stored.filter((row) => /5550123|Penulis/.test(row))).toEqual([])
  expect(JSON.stringify(stage.logged)).not.toContain('5550123')
  // neither do the marks of the database tell apart which numbers one answer changed: they stand in one row
  expect(await stage.database.query('select count(*)::int as rows from survey_count')).toEqual([{ rows: 1 }])
  await stage.morning('2026-07-01')
  expect(await stage.database.query('select * from survey_respondent')).toEqual([])
})
