import { describe, expect, test } from 'vitest'
import { smallTalk } from '../../src/features/questions/small-talk.ts'

describe('what is no question about a rule', () => {
  test.each([
    ['halo', 'greeting'],
    ['assalamualaikum', 'greeting'],
    ['selamat pagi min', 'greeting'],
    ['terima kasih banyak ya', 'thanks'],
    ['makasih', 'thanks'],
    ['kamu siapa?', 'who'],
    ['😀😀😀', 'empty'],
    ['???', 'empty'],
    ['7', 'empty'],
    ['woy goblok', 'rude'],
    ['cek status usulan pensiun saya', 'personal'],
    ['tpp saya bulan ini belum cair', 'personal'],
  ])('"%s" is %s', (text, kind) => {
    expect(smallTalk(text)).toBe(kind)
  })

  test.each([
    'berapa hari cuti tahunan',
    'kalau saya sakit 3 hari perlu surat dokter?',
    'siapa yang berwenang menghukum PNS',
    'saya bolos 5 hari kena sanksi apa',
    'cuti saya tahun lalu bisa dipakai tahun ini?',
    'atasan saya goblok sekali dan sering menghina bawahan di depan umum, lapor ke mana?',
    'pagi hari jam kerja mulai jam berapa',
  ])('"%s" stays a question', (text) => {
    expect(smallTalk(text)).toBeUndefined()
  })
})
