import { describe, expect, it } from 'vitest'
import { NIP } from '../people/staff.ts'
import { citizens } from './stage.ts'
import { publicStage } from './transparency-stage.ts'

type Stage = Awaited<ReturnType<typeof citizens>>

async function lodge({ database }: Stage, unit: number, on: string, count: number, answered?: string) {
  for (let i = 0; i < count; i++)
    await database.query(
      `insert into ticket (number, code, key, identity, kind, state, unit, words, sentiment, themes, received_on, answered_on)
       values (lpad((select count(*) from ticket)::text, 8, '0'), '-', (select count(*) from ticket)::text, 'anonymous',
         'complaint', 'answered', $1, 'rahasia', 'neutral', '{antrean}', $2, $3)`,
      [unit, on, answered ?? null],
    )
}

describe('/transparansi in a chat', () => {
  it('tells the figures of the city and of the highest unit that is meant', async () => {
    const stage = await citizens()
    await lodge(stage, 2, '2026-02-02', 12, '2026-02-04')
    await lodge(stage, 3, '2026-02-02', 8, '2026-02-27')
    await stage.morning('2026-03-03')
    const [city = ''] = await stage.say('warga', '/transparansi')
    expect(city.split('\n')).toEqual([
      '**Pemerintah Kota Serang**, laporan yang masuk tahun 2026 (per Selasa, 3 Maret 2026):',
      '• Masuk: 20, menunggu jawaban: 0, lewat tenggat: 0',
      '• Dijawab tepat waktu: 60%',
      '• Lama sampai dijawab: 2 hari kerja (median)',
      '• Paling sering disebut: antrean',
    ])
    const [health = ''] = await stage.say('warga', '/transparansi puskesmas ciracas')
    expect(health).toMatch(/^\*\*Dinas Kesehatan\*\*[\s\S]*Masuk: 12/)
    expect(await stage.say('warga', '/transparansi dukcapil')).toEqual([
      'Untuk **Dinas Kependudukan dan Pencatatan Sipil** belum ada laporan warga yang masuk (per Selasa, 3 Maret 2026).',
    ])
    expect((await stage.say('warga', '/transparansi kantor_antah *berantah*'))[0]).toContain(
      'kantor\\_antah \\*berantah\\*',
    )
  })

  it('says which ones it may be, and hides what is small', async () => {
    const stage = await citizens()
    await lodge(stage, 2, '2026-02-02', 3, '2026-02-04')
    await stage.morning('2026-03-03')
    expect((await stage.say('warga', '/transparansi'))[0]).toMatch(/Masuk: disembunyikan, /)
    expect((await stage.say('warga', '/transparansi dinas'))[0]).toContain('Ada beberapa yang cocok')
  })

  it('is answered where others read along, and has a link where the page is public', async () => {
    const stage = await publicStage()
    await stage.lodge({ on: '2026-03-02' }, 6)
    const [command] = stage.commands()
    expect(command?.personal).toBeUndefined()
    const turn = { person: { language: 'id' } } as unknown as Parameters<
      NonNullable<typeof command>['run']
    >[0]
    const links = [
      (await command?.run(turn, ''))?.say[0],
      (await command?.run(turn, 'dinas kesehatan'))?.say[0],
    ]
    expect(links.map((said) => said?.text.split('\n').at(-1))).toEqual([
      'Selengkapnya: https://abdi.contoh.go.id/transparansi',
      'Selengkapnya: https://abdi.contoh.go.id/transparansi?unit=1',
    ])
  })
})

describe('what was changed', () => {
  const WORDS =
    '/perubahan puskesmas ciracas: Loket dibuka pukul 07.00 setelah laporan Ibu Siti (0812-3456-7890)'

  it('is shown as the public will see it, published with a button, and withdrawn with another', async () => {
    const stage = await citizens()
    const shown = async () =>
      (await stage.feature.pages?.find(({ path }) => path === '/transparansi.json'))
        ?.respond(new Request('http://127.0.0.1/transparansi.json'))
        .then((response) => response.json() as Promise<{ perubahan: { isi: string; kantor: string }[] }>)
        .then(({ perubahan }) => perubahan)
    const [preview = ''] = await stage.say('dewi', WORDS)
    expect(preview).toMatch(/Begini warga membacanya:[\s\S]*Puskesmas Ciracas[\s\S]*Loket dibuka pukul 07/)
    expect(preview).not.toMatch(/Siti|3456/)
    expect(await shown()).toEqual([])
    expect((await stage.say('dewi', '[Terbitkan]'))[0]).toContain('Sudah terbit')
    const [change] = (await shown()) ?? []
    expect(change?.kantor).toBe('Puskesmas Ciracas')
    expect(change?.isi).not.toMatch(/Siti|3456/)
    expect(JSON.stringify(await stage.database.query('select * from feedback_change'))).not.toMatch(
      /Siti|3456/,
    )
    expect((await stage.say('warga', '/transparansi'))[0]).toContain('belum ada laporan')
    expect((await stage.say('dewi', '/perubahan'))[0]).toMatch(/• 1\. \*\*Puskesmas Ciracas\*\*/)
    expect((await stage.say('dewi', '[Tarik 1]'))[0]).toContain('Sudah ditarik')
    expect(await shown()).toEqual([])
    const deeds = await stage.database.query<{ action: string }>(
      `select action from audit where action like 'feedback.change.%' order by at, action`,
    )
    expect(deeds.map(({ action }) => action)).toEqual(['feedback.change.publish', 'feedback.change.withdraw'])
  })

  it('is told by whoever answers for the unit, and by nobody else', async () => {
    const stage = await citizens()
    expect((await stage.say('sri', WORDS))[0]).toContain('bukan Anda yang menjawab')
    await stage.say('dewi', `/petugas_laporan puskesmas ciracas: ${NIP.sri}`)
    expect((await stage.say('sri', '/perubahan dinas sosial: kursi tunggu ditambah'))[0]).toContain(
      'bukan Anda',
    )
    await stage.say('sri', WORDS)
    // another's draft is not published by pressing its button
    expect((await stage.press('dewi', 'perubahan:terbit:1'))[0]).toContain('sudah tidak ada')
    expect((await stage.press('tono', 'perubahan:tarik:1'))[0]).toContain('bukan Anda')
    expect((await stage.say('sri', '[Terbitkan]'))[0]).toContain('Sudah terbit')
    expect((await stage.say('sri', '/perubahan'))[0]).toContain('• 1.')
    expect((await stage.say('tono', '/perubahan'))[0]).not.toContain('• 1.')
    expect((await stage.press('warga', 'perubahan:tarik:1')).join()).not.toContain('ditarik')
    expect(
      await stage.database.query('select 1 from feedback_change where withdrawn_on is null'),
    ).toHaveLength(1)
  })

  it('that was not published goes with the next one, and with a button', async () => {
    const stage = await citizens()
    await stage.say('dewi', WORDS)
    await stage.say('dewi', '/perubahan dinas sosial: kursi tunggu ditambah')
    expect(await stage.database.query('select id from feedback_change')).toEqual([{ id: '2' }])
    await stage.say('dewi', '[Buang]')
    expect((await stage.press('dewi', 'perubahan:terbit:2'))[0]).toContain('sudah tidak ada')
  })

  it.each([
    ['/perubahan', 'Tulis kantornya, titik dua'],
    ['/perubahan dinas sosial', 'Tulis kantornya, titik dua'],
    ['/perubahan dinas sosial:   ', 'Tulis kantornya, titik dua'],
    ['/perubahan antah berantah: kursi ditambah', 'Saya tidak menemukan satu kantor'],
    [`/perubahan dinas sosial: ${'kursi '.repeat(200)}`, 'terlalu panjang'],
  ])('is asked for once more, kindly: %s', async (words, told) => {
    const stage = await citizens()
    expect((await stage.say('dewi', words))[0]).toContain(told)
    expect(await stage.database.query('select 1 from feedback_change')).toEqual([])
  })

  it('is among what is kept of an officer, and stays without them', async () => {
    const stage = await citizens()
    await stage.say('dewi', WORDS)
    await stage.say('dewi', '[Terbitkan]')
    const person = { account: 'telegram:dewi', name: 'Dewi', role: 'hr', language: 'id' } as const
    const kept = await stage.feature.ownData?.collect(person)
    expect(kept?.map(({ title }) => title)).toContain('Perubahan yang Anda terbitkan')
    expect(await stage.feature.ownData?.erase(person)).toEqual([expect.stringContaining('1 perubahan')])
    expect(await stage.database.query('select account from feedback_change')).toEqual([{ account: null }])
  })
})
