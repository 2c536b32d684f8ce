import { describe, expect, test } from 'vitest'
import { intentsOf } from '../../src/features/questions/asking/intent.ts'
import { unitAsked } from '../../src/features/questions/asking/unit.ts'

describe('what a question asks', () => {
  test.each([
    ['apa itu pelanggaran disiplin', 'definition'],
    ['dampak negatif itu apa sih', 'definition'],
    ['apa yang dimaksud dengan diskresi?', 'definition'],
    ['pengertian konflik kepentingan', 'definition'],
    ['arti masuk kerja', 'definition'],
    ['brp lama cuti melahirkan', 'duration'],
    ['berapa lama kontrak pppk', 'duration'],
    ['cuti tahunan brp hari', 'duration'],
    ['cltn berapa tahun', 'duration'],
    ['banding paling lambat kapan', 'duration'],
    ['deadline lapor lhkpn', 'duration'],
    ['batas waktu keberatan', 'duration'],
    ['sampai kapan cuti bisa ditunda', 'duration'],
    ['umur pensiun staf berapa?', 'amount'],
    ['potongan tukin berapa persen', 'amount'],
    ['besaran uang duka wafat', 'amount'],
    ['santunannya brp', 'amount'],
    ['siapa yg tanda tangan surat cuti', 'who'],
    ['yang berwenang menghukum siapa', 'who'],
    ['jadwal seleksi ditetapkan oleh siapa', 'who'],
    ['keberatan diajukan kemana', 'where'],
    ['lapor ke mana kalau ktp hilang', 'where'],
    ['kapan hukuman disiplin mulai berlaku', 'time'],
    ['puasa masuk kerja jam brp', 'time'],
    ['gimana caranya ngajuin cuti tahunan', 'procedure'],
    ['prosedur izin cerai pns', 'procedure'],
    ['tata cara pemeriksaan', 'procedure'],
    ['syaratnya apa', 'requirement'],
    ['persyaratan jadi pppk', 'requirement'],
    ['jenis cuti apa aja', 'list'],
    ['predikat kinerja ada apa saja', 'list'],
    ['bolos 5 hari kena apa', 'sanction'],
    ['telat sanksinya apa?', 'sanction'],
    ['hukdis buat yang bolos', 'sanction'],
    ['hak pegawai yang diberhentikan', 'right'],
    ['kenapa nilai peserta gak dibuka', 'reason'],
    ['pns boleh ga nikah lagi', 'permission'],
    ['pns boleh nikah lagi?', 'permission'],
    ['sisa cuti hangus ga ya', 'permission'],
    ['harus mundur nggak', 'permission'],
    ['apakah guru dapat cuti tahunan', 'permission'],
    ['anak angkat dapat tunjangan?', 'permission'],
    ['cuti tahunan sama cuti besar beda apa', 'difference'],
    ['PNS vs PPPK cutinya', 'difference'],
    ['itu dasarnya apa?', 'source'],
    ['pasal berapa', 'source'],
    ['diatur di mana', 'source'],
  ])('"%s" asks for %s', (question, intent) => {
    expect(intentsOf(question)[0]).toBe(intent)
  })

  test('may be two things, and who punishes is no question for the punishment', () => {
    expect(intentsOf('syarat dan berapa lama cuti melahirkan')).toEqual(['duration', 'requirement'])
    expect(intentsOf('siapa yang menjatuhkan hukuman disiplin')).toEqual(['who'])
  })

  test.each(['cuti tahunan', 'rangkap jabatan struktural', ''])('"%s" asks nothing in particular', (text) => {
    expect(intentsOf(text)).toEqual([])
  })
})

test.each([
  ['cuti tahunan brp hari', 'hari'],
  ['batas usia pensiun', 'tahun'],
  ['iuran jkk berapa persen', 'persen'],
  ['denda terlambat lapor berapa', 'rupiah'],
  ['lencana dikasih berapa kali', 'kali'],
  ['berapa lama cuti besar', undefined],
])('"%s" wants its answer in %s', (question, unit) => {
  expect(unitAsked(question)).toBe(unit)
})
