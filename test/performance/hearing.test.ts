import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  asksForProgress,
  asksForTargets,
  reportIn,
} from '../../src/features/performance/updates/plain-words.ts'

const TODAY = '2026-03-02'
const DIGESTS = join(import.meta.dirname, '../../knowledge/digests')
const questions = readdirSync(DIGESTS)
  .flatMap((file) => readFileSync(join(DIGESTS, file), 'utf8').split('\n'))
  .filter((line) => line.startsWith('? '))
  .map((line) => line.slice(2))

describe('plain words that are taken for a report', () => {
  it('are never a question about the rules', () => {
    expect(questions.length).toBeGreaterThan(1_000)
    expect(
      questions.filter(
        (text) => reportIn(text, TODAY) !== undefined || asksForProgress(text) || asksForTargets(text),
      ),
    ).toEqual([])
  })

  it.each([
    ['lapor kinerja: 40 berkas pensiun', '40 berkas pensiun'],
    ['Lapor kinerja 40 berkas pensiun', '40 berkas pensiun'],
    ['kinerja: melayani 15 pasien', 'melayani 15 pasien'],
    ['update kinerja 3 laporan, tepat waktu', '3 laporan, tepat waktu'],
    ['tolong catat kinerja hari ini: rapat bidang', 'rapat bidang'],
    ['input kinerja saya: 12 surat', '12 surat'],
    ['kinerja 40 berkas', '40 berkas'],
  ])('"%s"', (text, rest) => {
    expect(reportIn(text, TODAY)).toEqual({ text: rest, sure: true })
  })

  it.each([
    'hari ini input 40 berkas pensiun, semua lengkap',
    'Alhamdulillah kemarin sdh verifikasi 25 berkas, 3 dikembalikan',
    'tadi pagi melayani 15 pasien',
    '12 berkas cuti, RHK 2',
    'input 40 berkas pensiun, lengkap semua',
  ])('"%s" is one by what it says', (text) => {
    expect(reportIn(text, TODAY)).toEqual({ text, sure: false })
  })

  it.each([
    'hari ini saya mau input 40 berkas',
    'besok input 40 berkas pensiun, semua lengkap',
    'kemarin saya sakit 2 hari',
    'hari ini 3 pegawai tidak masuk',
    'kemarin saya terlambat 2 kali',
    'usul pensiun 3 berkas belum lengkap',
    'memiliki 3 orang anak, sesuai KK',
    'kemarin ditolak 3 usulan saya',
    'kalau input 40 berkas semua lengkap, dapat nilai 100',
    'cuti tahunan 12 hari kerja sudah lengkap',
    'minta 3 orang staf, lengkap dengan datanya',
    'kinerja pegawai saya turun 3 kali berturut-turut',
  ])('"%s" is none, though it counts something', (text) => {
    expect(reportIn(text, TODAY)).toBeUndefined()
  })

  it('under a photo, so much of something is enough', () => {
    expect(reportIn('12 pasien gigi', TODAY, true)).toEqual({ text: '12 pasien gigi', sure: false })
    expect(reportIn('12 pasien gigi', TODAY)).toBeUndefined()
    expect(reportIn('12 pasien gigi ini boleh dirujuk?', TODAY, true)).toBeUndefined()
  })

  it.each([
    'kinerja pns 2026 dinilai apa',
    'update kinerja bulanan lewat aplikasi',
    'kinerja: siapa yang menilai',
    'laporan kinerja 3 bulan terlambat',
    'lapor kinerja ke atasan boleh 2 kali setahun?',
  ])('"%s" is none', (text) => {
    expect(reportIn(text, TODAY)).toBeUndefined()
  })

  it('with a file under them, the command is read too', () => {
    expect(reportIn('/kinerja 40 berkas', TODAY, true)?.text).toBe('40 berkas')
    expect(reportIn('/kinerja 40 berkas', TODAY)).toBeUndefined()
  })

  it.each(['target saya', 'RHK saya tahun ini', 'lihat target kerja saya'])(
    '"%s" asks for targets',
    (text) => {
      expect(asksForTargets(text)).toBe(true)
      expect(asksForTargets(`${text} apa gunanya?`)).toBe(false)
    },
  )

  it.each([
    'kinerja',
    'lapor kinerja',
    'kinerja saya',
    'cek progres kinerja saya triwulan ini',
    'capaian saya',
  ])('"%s" asks for progress', (text) => {
    expect(asksForProgress(text)).toBe(true)
  })
})
