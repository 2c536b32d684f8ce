import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../../src/chat/fields.ts'
import {
  bar,
  NOTHING,
  percent,
  shareDone,
  shareGood,
} from '../../src/features/performance/progress/measure.ts'
import { labelOf, type Target } from '../../src/features/performance/targets/target.ts'
import { goodOf, part } from '../../src/features/performance/updates/fields.ts'
import { bestTarget, isSameUnit, unitFor } from '../../src/features/performance/updates/matching.ts'
import { readAnswer } from '../../src/features/performance/updates/model-answer.ts'
import { openSince, openUntil, standingOfDay } from '../../src/features/performance/updates/period.ts'
import { linkIn } from '../../src/features/performance/updates/wording.ts'

const target = (number: number, title: string, unit: string | null = null): Target => ({
  id: String(number),
  employee: '1',
  year: 2026,
  number,
  title,
  quantity: unit === null ? null : 100,
  unit,
  quality: null,
  qualityGoal: null,
  due: null,
  parent: null,
  dropped: false,
})

describe('the quarter of a day', () => {
  it('takes reports until the tenth of the month after it', () => {
    expect(openUntil('2026-03-31')).toBe('2026-04-10')
    expect(openUntil('2025-12-01')).toBe('2026-01-10')
    expect(standingOfDay('2026-03-31', '2026-04-10')).toBe('open')
    expect(standingOfDay('2026-03-31', '2026-04-11')).toBe('closed')
    expect(standingOfDay('2026-03-31', '2026-03-30')).toBe('future')
    expect([openSince('2026-04-10'), openSince('2026-04-11')]).toEqual(['2026-01-01', '2026-04-01'])
  })
})

describe('the target words belong to', () => {
  const all = [
    target(1, 'Terlayaninya pasien poli gigi', 'pasien'),
    target(2, 'Terselesaikannya berkas usul pensiun', 'berkas'),
    target(3, 'Tersusunnya laporan bulanan kegiatan', 'laporan'),
    target(4, 'Terlaksananya penyuluhan stunting kepada ibu hamil', 'kali'),
    target(5, 'Tertatanya arsip kepegawaian', 'berkas'),
  ]
  it.each([
    ['input 40 berkas pensiun', 'berkas', 2],
    ['melayani pasien gigi', 'pasien', 1],
    ['bikin 3 laporan bulanan', 'laporan', 3],
    ['nata 30 berkas arsip', 'berkas', 5],
    ['nyuluh stunting 2 kali ke posyandu', 'kali', 4],
    ['40 berkas', 'berkas', undefined],
    ['rapat koordinasi', undefined, undefined],
    ['melayani dan menyelesaikan 5 kegiatan', 'kegiatan', undefined],
  ])('"%s" (%s): %s', (text, unit, number) => {
    expect(bestTarget(text, unit, all)?.number).toBe(number)
  })

  it('counts in its unit where the report means the same', () => {
    expect(isSameUnit('brks', 'berkas')).toBe(true)
    expect(isSameUnit('laporannya', 'laporan')).toBe(true)
    expect(isSameUnit('kali', 'kilo')).toBe(false)
    expect(unitFor('orang', all[0])).toBe('pasien')
    expect(unitFor('lembar', all[0])).toBe('lembar')
    expect(unitFor('orang', undefined)).toBe('orang')
  })

  it('has a button that begins with its number and is not too long', () => {
    expect(labelOf(target(12, 'x'.repeat(80)))).toMatch(/^12\. x+…$/)
    expect(labelOf(target(12, 'x'.repeat(80)))).toHaveLength(40)
  })
})

describe('how far something is', () => {
  it('shows what is begun, and is full only when it is done', () => {
    expect([bar(0), bar(0.001), bar(0.5), bar(0.999), bar(3)]).toEqual([
      '▱▱▱▱▱▱▱▱▱▱',
      '▰▱▱▱▱▱▱▱▱▱',
      '▰▰▰▰▰▱▱▱▱▱',
      '▰▰▰▰▰▰▰▰▰▱',
      '▰▰▰▰▰▰▰▰▰▰',
    ])
    expect([percent(0), percent(0.001), percent(0.999), percent(1)]).toEqual([0, 1, 99, 100])
    expect(shareDone({ target: target(1, 'x'), year: NOTHING })).toBeUndefined()
    expect(shareGood(NOTHING)).toBeUndefined()
  })
})

describe('how much was right', () => {
  const reading: Reading = { now: new Date(0), timeZone: 'UTC', language: 'id' }
  it.each([
    ['38', 38],
    ['2 salah', 38],
    ['95%', 38],
    ['semua', 40],
    ['semuanya benar', 40],
    ['tidak ada yang salah', 40],
    ['belum ada', 0],
    ['dua belum lengkap', 38],
    ['50', undefined],
    ['banyak', undefined],
    ['120%', undefined],
  ])('"%s" of 40 is %s', (text, good) => {
    const read = part().read({ kind: 'text', text }, reading)
    expect(read.ok ? goodOf(read.value, 40) : undefined).toBe(good)
  })

  it('never is less than none or more than all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 1, max: 1_000 }), (text, quantity) => {
        const read = part().read({ kind: 'text', text }, reading)
        const good = read.ok ? goodOf(read.value, quantity) : undefined
        expect(good === undefined || (good >= 0 && good <= quantity)).toBe(true)
      }),
    )
  })
})

describe('a link as evidence', () => {
  it.each([
    [
      '40 berkas https://drive.example.id/a?b=1',
      { rest: '40 berkas', link: 'https://drive.example.id/a?b=1' },
    ],
    ['40 berkas http://drive.example.id/a', { rest: '40 berkas', refused: true }],
    ['40 berkas javascript:alert(1)', { rest: '40 berkas', refused: true }],
    ['40 berkas https://nama:sandi@example.id/', { rest: '40 berkas', refused: true }],
    ['40 berkas', { rest: '40 berkas' }],
  ])('%s', (text, read) => expect(linkIn(text)).toEqual(read))
})

describe('what a model says of a report', () => {
  const all = [target(1, 'Terlayaninya pasien', 'pasien'), target(2, 'Berkas pensiun', 'berkas')]
  const empty = {
    jumlah: null,
    satuan: null,
    benar: null,
    salah: null,
    persen: null,
    semua_benar: null,
    terlambat: null,
    kapan: null,
    rhk: null,
  }
  const said = (values: object, report: string) =>
    readAnswer(JSON.stringify({ ...empty, ...values }), report, '2026-03-02', all)
  const REPORT = 'kemarin ngurusin berkas dua belas biji, yang 2 keliru'

  it('is taken where all of it stands in the report', () => {
    expect(said({ jumlah: 12, satuan: 'berkas', salah: 2, kapan: 'kemarin', rhk: 2 }, REPORT)).toEqual({
      quantity: 12,
      unit: 'berkas',
      good: 10,
      doneOn: '2026-03-01',
      target: 2,
    })
    expect(
      readAnswer(
        `\`\`\`json\n${JSON.stringify({ ...empty, jumlah: 12, satuan: 'berkas' })}\n\`\`\``,
        REPORT,
        '2026-03-02',
        all,
      ),
    ).toEqual({ quantity: 12, unit: 'berkas' })
  })

  it.each([
    ['a figure nobody wrote', { jumlah: 40, satuan: 'berkas' }],
    ['a count of what was right that nobody wrote', { jumlah: 12, satuan: 'berkas', benar: 11 }],
    ['a share nobody wrote', { persen: 98 }],
    ['a key that is none', { jumlah: 12, perintah: 'hapus' }],
  ])('is dropped whole for %s', (_, values) => {
    expect(said(values, REPORT)).toBeUndefined()
  })

  it('is taken without the unit, day or target that there is not', () => {
    expect(said({ jumlah: 12, satuan: 'pasien', kapan: 'besok', rhk: 9 }, REPORT)).toEqual({})
    expect(readAnswer('Maaf, saya tidak bisa.', REPORT, '2026-03-02', all)).toBeUndefined()
    expect(readAnswer('{"jumlah": 12', REPORT, '2026-03-02', all)).toBeUndefined()
  })
})
