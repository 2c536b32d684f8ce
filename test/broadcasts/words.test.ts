import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toPlain } from '../../src/channels/markdown.ts'
import { beginning, hasGrown } from '../../src/features/broadcasts/confirming/confirming.ts'
import { broadcastIn } from '../../src/features/broadcasts/drafting/hearing.ts'
import { filled, unknownIn } from '../../src/features/broadcasts/placeholders.ts'
import { texts } from '../../src/features/broadcasts/watching/texts.ts'

describe('placeholders', () => {
  it('are filled in, in whatever letters, and the rest stays as it was written', () => {
    const of = { nama: 'Sri *Wahyuni*', unit: 'Dinas_Kesehatan' }
    expect(toPlain(filled('**Yth. { Nama }**, {UNIT} {lain} {1, 2} {}', of))).toBe(
      'Yth. Sri *Wahyuni*, Dinas_Kesehatan {lain} {1, 2} {}',
    )
  })

  it('that stand for nothing are named, each once', () => {
    expect(unknownIn('{nama} {gaji} {gaji} {Unit} {tanggal lahir} {1} {}')).toEqual(['gaji', 'tanggal lahir'])
  })

  it('a name is shown as it is, whatever is in it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z'*_`.\\[\]()#-]{1,30}$/), (name) => {
        expect(toPlain(filled('Halo {nama}!', { nama: name, unit: '' }))).toBe(`Halo ${name}!`)
      }),
    )
  })
})

describe('plain words for a broadcast', () => {
  it.each([
    ['buat siaran', '', ''],
    ['Tolong buatkan pengumuman baru', '', ''],
    ['saya mau kirim siaran', '', ''],
    [
      'kirim pengumuman ke PPPK Dinas Kesehatan: besok\napel: jam 7',
      'PPPK Dinas Kesehatan',
      'besok\napel: jam 7',
    ],
    ['siarkan ke semua: halo', 'semua', 'halo'],
    ['kirim siaran untuk atasan di Kecamatan Serang', 'atasan di Kecamatan Serang', ''],
  ])('%s', (said, who, text) => expect(broadcastIn(said)).toEqual({ who, text }))

  it.each([
    'bagaimana cara buat siaran?',
    'buat pengumuman penerimaan CPNS',
    'kirim siaran ke siapa saja?',
    'pengumuman kelulusan PPPK kapan',
    'umumkan ke publik',
    'siaran',
  ])('%s is none', (said) => expect(broadcastIn(said)).toBeUndefined())
})

it('an audience has grown when it has more than a tenth and more than five people more', () => {
  expect([
    hasGrown(15, 10),
    hasGrown(16, 10),
    hasGrown(110, 100),
    hasGrown(111, 100),
    hasGrown(90, 100),
  ]).toEqual([false, true, false, true, false])
})

it('the first words of a long text end between words', () => {
  expect(beginning(`${'kata '.repeat(40)}`)).toMatch(/^(?:kata )+kata…$/)
  expect(beginning('satu\n\ndua')).toBe('satu dua')
})

it('the reasons of platforms are told in plain words', () => {
  const reason = texts.id.reason
  expect(
    [
      'no account',
      'Forbidden: bot was blocked by the user',
      'Forbidden: user is deactivated',
      'Bad Request: chat not found',
      'failed',
      'expired',
      'withdrawn',
      'x',
      '',
    ].map(reason),
  ).toEqual([
    'belum menghubungkan akun',
    'memblokir bot',
    'akunnya sudah tidak aktif',
    'belum pernah membuka obrolan dengan bot',
    'gagal dikirim karena gangguan',
    'batas waktunya habis',
    'dibatalkan sebelum terkirim',
    'tidak bisa dihubungi',
    'tidak bisa dihubungi',
  ])
})
