import { describe, expect, test } from 'vitest'
import { readOptions } from '../../scripts/qr/options.ts'
import { poster } from '../../scripts/qr/poster.ts'
import { Unreadable } from '../../src/errors.ts'

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
  })

  test.each([
    [['lapor dinas']],
    [['lapor_é']],
    [['x'.repeat(65)]],
    [[]],
    [['--salah', 'lapor']],
    [['--bot', 'a', 'lapor']],
  ])('%j is refused with a sentence', (args) => {
    expect(() => readOptions(args)).toThrow(Unreadable)
  })
})
