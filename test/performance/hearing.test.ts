import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asksForProgress, reportIn } from '../../src/features/performance/updates/hearing.ts'

const TODAY = '2026-03-02'
const DIGESTS = join(import.meta.dirname, '../../knowledge/digests')
const questions = readdirSync(DIGESTS)
  .flatMap((file) => readFileSync(join(DIGESTS, file), 'utf8').split('\n'))
  .filter((line) => line.startsWith('? '))
  .map((line) => line.slice(2))

describe('plain words that are taken for a report', () => {
  it('are never a question about the rules', () => {
    expect(questions.length).toBeGreaterThan(1_000)
    expect(questions.filter((text) => reportIn(text, TODAY) !== undefined || asksForProgress(text))).toEqual(
      [],
    )
  })

  it.each([
    ['lapor kinerja: 40 berkas pensiun', '40 berkas pensiun'],
    ['Lapor kinerja 40 berkas pensiun', '40 berkas pensiun'],
    ['kinerja: melayani 15 pasien', 'melayani 15 pasien'],
    ['update kinerja 3 laporan, tepat waktu', '3 laporan, tepat waktu'],
    ['tolong catat kinerja hari ini: rapat bidang', 'rapat bidang'],
    ['input kinerja saya: 12 surat', '12 surat'],
  ])('"%s"', (text, rest) => {
    expect(reportIn(text, TODAY)).toBe(rest)
  })

  it.each([
    'kinerja pns 2026 dinilai apa',
    'update kinerja bulanan lewat aplikasi',
    'kinerja: siapa yang menilai',
    'kinerja 40 berkas',
    'laporan kinerja 3 bulan terlambat',
    'lapor kinerja ke atasan boleh 2 kali setahun?',
    'kinerja',
  ])('"%s" is none', (text) => {
    expect(reportIn(text, TODAY)).toBeUndefined()
  })

  it('with a file under them, the command is read too', () => {
    expect(reportIn('/kinerja 40 berkas', TODAY, true)).toBe('40 berkas')
    expect(reportIn('/kinerja 40 berkas', TODAY)).toBeUndefined()
  })

  it.each(['kinerja saya', 'cek progres kinerja saya triwulan ini', 'capaian saya'])(
    '"%s" asks for progress',
    (text) => {
      expect(asksForProgress(text)).toBe(true)
    },
  )
})
