import { beforeEach, describe, expect, it } from 'vitest'
import { citizens, everything } from './stage.ts'

let stage: Awaited<ReturnType<typeof citizens>>
beforeEach(async () => {
  stage = await citizens()
})

const NUMBER = /Nomor: \*\*(\d{4}-\d{4})\*\*\nKode: \*\*(\d{3}-\d{3})\*\*/

/** A ticket by two taps and a text; resolves to its number and code as they are shown. */
async function lodges(who: string, identity = 'Anonim', words = 'Antre tiga jam, petugasnya tidak ramah') {
  await stage.say(who, '/start lapor_s1')
  await stage.say(who, '[Buruk]')
  await stage.say(who, `[${identity}]`)
  const [receipt = ''] = await stage.say(who, words)
  const [, number = '', code = ''] = NUMBER.exec(receipt) ?? []
  return { receipt, number, code }
}

describe('a citizen', () => {
  it('has a ticket two taps and one text after scanning the code', async () => {
    expect(await stage.say('77', '/start lapor_s1')).toEqual([
      expect.stringMatching(/^\*\*Loket Pendaftaran, Puskesmas Ciracas\*\*\nBagaimana layanannya/),
    ])
    expect(await stage.say('77', '[Buruk]')).toEqual([expect.stringContaining('Siapa yang boleh tahu')])
    expect(await stage.say('77', '[Anonim]')).toEqual([expect.stringContaining('Maaf atas pengalaman itu')])
    const [receipt] = await stage.say('77', 'Antre tiga jam, petugasnya tidak ramah')
    expect(receipt).toMatch(NUMBER)
    expect(receipt).toContain('paling lambat Kamis, 5 Maret 2026')
    expect(
      await stage.database.query('select kind, identity, rating, unit, service, state from ticket'),
    ).toEqual([
      { kind: 'complaint', identity: 'anonymous', rating: 2, unit: '2', service: '1', state: 'new' },
    ])
  })

  it('finds the office by everyday words, or leaves it to others', async () => {
    await stage.say('77', '/lapor')
    expect((await stage.say('77', 'puskesmas'))[0]).toContain('Ada beberapa yang cocok')
    expect(JSON.stringify(await stage.database.query('select state from conversation'))).not.toContain(
      'uskesmas',
    )
    expect((await stage.say('77', '[Taktakan]'))[0]).toContain('Puskesmas Taktakan')
    await stage.say('77', 'batal')
    expect((await stage.say('77', '/lapor disdukcapil'))[0]).toContain('Dinas Kependudukan')
    await stage.say('77', 'batal')
    await stage.say('77', 'lapor')
    expect((await stage.say('77', 'tidak tahu'))[0]).toContain('Kalau ini bukan soal layanan')
    await stage.say('77', '[Tanpa nilai]')
    await stage.say('77', '[Rahasia]')
    expect((await stage.say('77', 'Lampu jalan di Cipocok mati sudah dua minggu'))[0]).toMatch(NUMBER)
    expect(await stage.database.query('select unit, rating, identity from ticket')).toEqual([
      { unit: null, rating: null, identity: 'confidential' },
    ])
  })

  it('who names a place nobody knows an office by has it kept as the place', async () => {
    await stage.say('77', '/lapor')
    const said = await stage.say('77', 'Pasar Rau')
    expect(said[0]).toContain('“Pasar Rau” belum saya kenal')
    expect(said[1]).toContain('Kalau ini bukan soal layanan')
    await stage.say('77', '[Tanpa nilai]')
    await stage.say('77', '[Anonim]')
    expect((await stage.say('77', 'Sampah menumpuk tidak diangkut')).at(-1)).toMatch(NUMBER)
    expect(await stage.database.query('select unit, place, words from ticket')).toEqual([
      { unit: null, place: 'Pasar Rau', words: 'Sampah menumpuk tidak diangkut' },
    ])
  })

  it('who begins with the story is asked only what is missing', async () => {
    await stage.say('77', '/lapor jalan di depan pasar rau rusak parah dan banjir')
    await stage.say('77', '[Tanpa nilai]')
    expect((await stage.say('77', '[Dengan nama]'))[0]).toMatch(NUMBER)
    expect(await stage.database.query('select account, name, words from ticket')).toEqual([
      {
        account: 'telegram:77',
        name: 'Penulis 77',
        words: 'jalan di depan pasar rau rusak parah dan banjir',
      },
    ])
  })
})

it('a flood from one account is told to go on tomorrow, and nobody else is', async () => {
  await stage.database.query(
    `insert into ticket_sender (who, on_day, tickets) values ('another', '2026-03-02', 500)`,
  )
  for (let i = 0; i < 20; i++)
    expect((await lodges('77', 'Anonim', `Antre lama sekali, nomor ${i}`)).receipt).toMatch(NUMBER)
  expect((await lodges('77')).receipt).toContain('sudah banyak sekali')
  expect((await lodges('88')).receipt).toMatch(NUMBER)
  expect(await stage.database.query('select count(*)::int as kept from ticket')).toEqual([{ kept: 21 }])
})

describe('a ticket', () => {
  it('is opened by its number and code from anywhere, by the number alone only for who wrote it', async () => {
    const anonymous = await lodges('77')
    const named = await lodges('88', 'Dengan nama', 'Kurang kursi di ruang tunggu')
    expect((await stage.say('99', `/status ${anonymous.number} ${anonymous.code}`))[0]).toContain(
      'menunggu diperiksa',
    )
    expect((await stage.say('77', `/status ${anonymous.number}`))[0]).toContain('Antre tiga jam')
    expect((await stage.say('99', `/status ${anonymous.number}`))[0]).toContain(
      'tidak membuka laporan apa pun',
    )
    expect((await stage.say('88', `/status ${named.number}`))[0]).toContain('Kurang kursi')
    expect((await stage.say('99', `/status ${named.number}`))[0]).toContain('tidak membuka laporan apa pun')
    expect((await stage.say('88', '/status'))[0]).toContain(named.number)
    expect((await stage.say('77', '/status'))[0]).toContain('tidak ada laporan dengan nama')
    expect((await stage.say('77', `${anonymous.number} ${anonymous.code}`))[0]).toContain('Antre tiga jam')
  })

  it('says of a slip that it is one, and of wrong codes nothing, after some not even that', async () => {
    const { number, code } = await lodges('77')
    const slip = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`
    expect((await stage.say('99', `/status ${slip}`))[0]).toContain('salah ketik')
    expect((await stage.say('99', '/status halo'))[0]).toContain('8 angka')
    const wrong = code === '123-456' ? '654-321' : '123-456'
    for (let i = 0; i < 5; i++)
      expect((await stage.say('99', `/status ${number} ${wrong}`))[0]).toContain('tidak membuka')
    expect((await stage.say('99', `/status ${number} ${code}`))[0]).toContain('Terlalu banyak percobaan')
    expect((await stage.say('77', `/status ${number} ${code}`))[0]).toContain('Antre tiga jam')
  })
})

describe('what was written without a name', () => {
  it('leads nobody to who wrote it, in whatever is stored or logged, and its answer arrives all the same', async () => {
    const { number, code } = await lodges('5550123')
    await stage.say('5550123', `/status ${number} ${code}`)
    await stage.say('5550123', `/status ${number} 000000`)
    await stage.mailbox.efface(0)
    const stored = await everything(stage.database)
    const withAny = (...words: readonly string[]) =>
      stored.filter((row) => words.some((word) => new RegExp(`\\b${word}\\b`).test(row))) // six digits by chance stand in much
    expect(withAny('Antre tiga jam')).toHaveLength(1) // it was searched
    expect(code).toMatch(/^\d{3}-\d{3}$/)
    expect(withAny('5550123', 'Penulis', code, code.replace('-', ''))).toEqual([])
    expect(JSON.stringify(stage.logged)).not.toContain('5550123')
    const [ticket] = await stage.database.query<{ address: `sealed:${string}` }>('select address from ticket')
    await stage.mailbox.say(ticket?.address ?? 'sealed:', [{ text: 'Sudah kami benahi.' }], 'answer:1')
    await stage.advance(ticket?.address ?? 'sealed:')
    expect(stage.heard.get('telegram:5550123')?.at(-1)).toEqual({ text: 'Sudah kami benahi.' })
    expect((await everything(stage.database)).filter((row) => row.includes('5550123'))).toEqual([])
  })

  it('leaves the talks of the same person about other things as they were', async () => {
    await stage.say('5550123', 'apa itu cuti besar')
    const { number } = await lodges('5550123')
    await stage.mailbox.efface(0)
    const stored = await everything(stage.database)
    expect(stored.some((row) => row.includes('apa itu cuti besar'))).toBe(true)
    const rows = stored.filter((row) => row.includes('5550123'))
    expect(
      rows.filter((row) => /Antre|lapor|Pendaftaran/i.test(row) || row.includes(number.replace('-', ''))),
    ).toEqual([])
  })
})

describe('what was written with a name', () => {
  it('is shown to its writer, and is nobody’s once they want to be forgotten', async () => {
    await lodges('88', 'Rahasia', 'Kurang kursi di ruang tunggu')
    const person = { account: 'telegram:88', name: 'Penulis 88', role: 'citizen', language: 'id' } as const
    const [kept] = (await stage.feature.ownData?.collect(person)) ?? []
    expect(kept?.rows).toEqual([
      expect.objectContaining({ words: 'Kurang kursi di ruang tunggu', identity: 'confidential' }),
    ])
    expect(await stage.feature.ownData?.erase(person)).toEqual([
      expect.stringContaining('1 laporan tetap ada'),
    ])
    expect(await stage.feature.ownData?.collect(person)).toEqual([])
    await stage.mailbox.efface(0)
    expect((await everything(stage.database)).filter((row) => /telegram:88|Penulis 88/.test(row))).toEqual([])
  })
})
