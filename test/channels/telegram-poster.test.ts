import { describe, expect, test } from 'vitest'
import { readOptions } from '../../scripts/qr/options.ts'
import { Unreadable } from '../../src/errors.ts'
import { poster } from '../../src/paper/poster.ts'
import { employ, NIP, seat } from '../people/staff.ts'
import { telegramStage } from './telegram-stage.ts'

const SQUARES = [
  [true, false],
  [false, true],
]
const SHEET = {
  squares: SQUARES,
  title: 'Bagaimana layanan <kami> hari ini & besok di loket ini juga?',
  organization: 'Pemerintah Kota Serang',
  link: 'https://t.me/abdi_bot?start=lapor_dinas_sosial',
}

describe('a poster', () => {
  const svg = poster(SHEET)
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, said = '']) => said)

  test('says what it is for, whose it is, how to use it, and the link', () => {
    expect(words[0]).toBe('Pemerintah Kota Serang')
    expect(words.slice(1, 4).join(' ')).toBe(
      'Bagaimana layanan &lt;kami&gt; hari ini &amp; besok di loket ini juga?',
    )
    expect(words).toContain('3. Tekan MULAI.')
    expect(words.at(-1)).toBe(SHEET.link)
  })

  test('shows every dark square, and four light ones around the code', () => {
    expect(svg).toContain('viewBox="-4 -4 10 10"')
    expect(svg).toContain('<path d="M0 0h1v1h-1zM1 1h1v1h-1z"/>')
  })

  test('stays on its page, whatever is written on it', () => {
    const longest = poster({ ...SHEET, title: 'sangat panjang sekali '.repeat(20) })
    const lowest = [...longest.matchAll(/ y="([\d.]+)"/g)].map(([, y]) => Number(y))
    expect(Math.max(...lowest)).toBeLessThan(290)
  })
})

describe('what posters are asked for', () => {
  test('is read from the command line', () => {
    expect(
      readOptions([
        '--bot',
        '@abdi_bot',
        '--judul',
        'Nilai kami',
        '--folder',
        'poster',
        'lapor_a',
        'lapor_b',
      ]),
    ).toEqual({
      payloads: ['lapor_a', 'lapor_b'],
      bot: 'abdi_bot',
      title: 'Nilai kami',
      folder: 'poster',
    })
    expect(readOptions(['--bantuan'])).toBeUndefined()
    expect(readOptions(['--layanan', 'disdukcapil'])).toEqual({
      payloads: [],
      services: { of: 'disdukcapil', opens: 'lapor' },
      folder: '.',
    })
    expect(readOptions(['--semua-layanan', '--untuk', 'survei_skm'])?.services).toEqual({
      of: null,
      opens: 'survei_skm',
    })
  })

  test.each([
    [['lapor dinas']],
    [['lapor_é']],
    [['x'.repeat(65)]],
    [[]],
    [['--salah', 'lapor']],
    [['--bot', 'a', 'lapor']],
    [['--layanan', 'disdukcapil', '--untuk', 'survei skm']],
  ])('%j is refused with a sentence', (args) => {
    expect(() => readOptions(args)).toThrow(Unreadable)
  })
})

test('an officer reads the link of a service in the chat, and following it opens that service', async () => {
  const stage = await telegramStage()
  await stage.start()
  await employ(stage.database)
  await seat(stage.database, NIP.dewi, 'telegram:11')
  await stage.database.query(
    `insert into service (unit, name, key) values (2, 'Loket Pendaftaran', 'loket pendaftaran')`,
  )
  const [dewi, citizen] = [stage.server.user({ id: 11 }), stage.server.user({ id: 12 })]
  dewi.says('/layanan puskesmas ciracas')
  await dewi.waitFor(1)
  dewi.presses('Loket Pendaftaran')
  await dewi.waitFor(2)
  const [, payload = ''] =
    /https:\/\/t\.me\/abdi_uji_bot\?start=(\w+)/.exec(dewi.received().at(-1)?.text ?? '') ?? []
  citizen.says(`/start ${payload}`)
  await citizen.waitFor(1)
  expect(citizen.received().at(-1)?.text).toContain('Loket Pendaftaran, Puskesmas Ciracas')
})
