import { describe, expect, test } from 'vitest'
import { Unreadable } from '../../src/errors.ts'
import { finishIngest, ingest } from '../../src/regulations/ingest.ts'
import { readLexicon } from '../../src/regulations/lexicon.ts'
import { testBot } from '../support/bot.ts'
import { KNOWLEDGE } from '../support/knowledge.ts'

const lexicon = readLexicon(KNOWLEDGE)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const file = (text: string, name = 'perwal.txt') => ({ name, bytes: bytes(text) })

const LAW = `PERATURAN WALI KOTA SERANG
NOMOR 77 TAHUN 2024
TENTANG
SEPEDA DINAS

BAB I
KETENTUAN UMUM

Pasal 1
Dalam Peraturan Wali Kota ini yang dimaksud dengan sepeda dinas adalah sepeda milik pemerintah kota.

BAB II
PEMINJAMAN

Pasal 2
(1) Pegawai dapat meminjam sepeda dinas paling lama 9 (sembilan) hari.
(2) Peminjam wajib:
a. menjaga kebersihan sepeda; dan
b. mengembalikan sepeda tepat waktu.

Pasal 3
Peraturan Wali Kota ini mulai berlaku pada tanggal diundangkan.
`

describe('an official text', () => {
  test('is found and quoted word by word once it is read, and the same bytes are not read again', async () => {
    const stage = await testBot()
    const report = await ingest(stage.database, lexicon, file(LAW))
    expect(report).toMatchObject({ regulation: 'perwal-kota-serang-77-2024', articles: 3, unchanged: false })
    await finishIngest(stage.database)
    const [reply] = await stage.person('Wati').says('boleh pinjam sepeda dinas berapa hari?')
    expect(reply?.text).toContain('Pegawai dapat meminjam sepeda dinas paling lama 9 (sembilan) hari.')
    expect(reply?.text).toContain('Pasal 2 ayat (1) Perwal Kota Serang 77/2024')
    expect(reply?.text).not.toContain('bukan bunyi resmi')
    expect(await ingest(stage.database, lexicon, file(LAW))).toMatchObject({ unchanged: true })
    await stage.bot.stop()
  })

  test('replaces its older version whole, and a pasal that is gone is no longer found', async () => {
    const stage = await testBot()
    await ingest(stage.database, lexicon, file(LAW))
    await ingest(stage.database, lexicon, file(LAW.replace('9 (sembilan)', '4 (empat)')))
    await finishIngest(stage.database)
    const rows = await stage.database.query<{ official: string }>(
      `select official from article where regulation = 'perwal-kota-serang-77-2024' and pasal = '2'`,
    )
    expect(rows[0]?.official).toContain('4 (empat)')
    const old = await stage.database.query(
      `select 1 from passage where body like '%9 (sembilan) hari%' and origin = 'official'`,
    )
    expect(old).toEqual([])
    await stage.bot.stop()
  })

  test('and the digest of one pasal are one pasal: the digest finds it, the official words are shown', async () => {
    const stage = await testBot()
    const official = LAW.replace(
      'WALI KOTA SERANG\nNOMOR 77 TAHUN 2024',
      'PEMERINTAH REPUBLIK INDONESIA\nNOMOR 94 TAHUN 2021',
    ).replace(
      'Pasal 2\n(1) Pegawai dapat meminjam sepeda dinas paling lama 9 (sembilan) hari.',
      'Pasal 2\nPNS wajib menaati kewajiban dan menghindari larangan.\n(1) Uji.',
    )
    await ingest(stage.database, lexicon, file(official, 'pp-94-2021.txt'))
    await finishIngest(stage.database)
    const rows = await stage.database.query<{ origins: readonly string[] }>(
      `select array_agg(distinct origin order by origin) as origins from passage join article on article.id = passage.article
       where regulation = 'pp-94-2021' and pasal = '2'`,
    )
    expect(rows[0]?.origins).toEqual(['digest', 'official'])
    const [reply] = await stage.person('Wati').says('inti aturan disiplin pns itu apa')
    expect(reply?.text).toContain('PNS wajib menaati kewajiban dan menghindari larangan.')
    await stage.bot.stop()
  })

  test.each([
    ['of an unknown kind', { name: 'foto.png', bytes: bytes('x') }],
    ['that is empty', { name: 'kosong.txt', bytes: bytes('') }],
    ['that is binary', { name: 'biner.txt', bytes: Uint8Array.from([0, 1, 2, 3, 0, 0]) }],
    [
      'that is no regulation',
      { name: 'novel.txt', bytes: bytes('Pada suatu hari di Serang hiduplah seekor kancil. '.repeat(50)) },
    ],
    [
      'without a single pasal',
      {
        name: 'a.txt',
        bytes: bytes(
          'PERATURAN PEMERINTAH REPUBLIK INDONESIA NOMOR 5 TAHUN 2020 TENTANG KOSONG\nTidak ada isinya.',
        ),
      },
    ],
  ])('a file %s is refused with its name and the reason, and nothing is stored', async (_, given) => {
    const stage = await testBot()
    const count = async (): Promise<unknown> => stage.database.query('select count(*) from passage')
    const before = await count()
    await expect(ingest(stage.database, lexicon, given)).rejects.toThrow(Unreadable)
    await expect(ingest(stage.database, lexicon, given)).rejects.toThrow(given.name)
    expect(await count()).toEqual(before)
    await stage.bot.stop()
  })
})
