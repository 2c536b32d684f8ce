import { describe, expect, it } from 'vitest'
import { shippedHolidays } from '../../src/calendar/shipped.ts'
import type { CalendarStore } from '../../src/calendar.ts'
import { calendarOf } from '../../src/calendar.ts'
import type { Role, Turn } from '../../src/chat/feature.ts'
import { createHearing } from '../../src/features/calendar/hearing.ts'

const calendar = { calendar: async () => calendarOf(shippedHolidays(), 5) } as unknown as CalendarStore
const hears = createHearing({ calendar }, async (_, year) => ({ say: [{ text: `list ${year ?? 'next'}` }] }))

async function heard(text: string, role: Role = 'employee', also: object = {}): Promise<string | undefined> {
  const turn = {
    person: { account: 'test:wati', name: 'Wati', role, language: 'id', employee: '3' },
    message: { content: { kind: 'text', text }, ...also },
    now: new Date('2026-03-02T09:00:00+07:00'),
    timeZone: 'Asia/Jakarta',
  } as unknown as Turn
  const reply = await hears(turn)
  return reply && (reply.open ? JSON.stringify(reply.open.answers) : reply.say[0]?.text)
}

describe('plain words about days', () => {
  it.each([
    ['hari libur', 'list next'],
    ['tanggal merah 2026?', 'list 2026'],
    ['Daftar cuti bersama tahun 2026', 'list 2026'],
    ['kapan libur berikutnya?', 'list next'],
    ['jadwal hari libur nasional dan cuti bersama 2027', 'list 2027'],
    ['libur apa saja tahun ini', 'list next'],
    ['besok libur?', 'Selasa, 3 Maret 2026 hari kerja.'],
    ['hari ini libur gak', 'Senin, 2 Maret 2026 hari kerja.'],
    ['apakah 20 maret libur?', 'Jumat, 20 Maret 2026 libur: Cuti bersama Idulfitri 1447 Hijriah.'],
    ['saya cuti 3 sampai 7 april', '{"kind":"cuti","from":"2026-04-03","to":"2026-04-07"}'],
    ['cuti tahunan dari 30 maret s/d 2 april 2026', '{"kind":"cuti","from":"2026-03-30","to":"2026-04-02"}'],
    ['DL besok sampai jumat', '{"kind":"dinas","from":"2026-03-03","to":"2026-03-06"}'],
    ['dinas luar kota tgl 5 - 6 maret', '{"kind":"dinas","from":"2026-03-05","to":"2026-03-06"}'],
  ])('%s', async (said, answer) => {
    expect(await heard(said)).toContain(answer)
  })

  it.each([
    'cuti besar pasal berapa',
    'cuti tahunan berapa hari',
    'apakah cuti bersama mengurangi cuti tahunan?',
    'apakah PPPK dapat cuti bersama',
    'siapa yang menetapkan cuti bersama',
    'berapa lama cuti melahirkan',
    'cuti melahirkan dari kapan sampai kapan',
    'saya cuti sakit 14 hari perlu surat dokter?',
    'saya cuti 3 hari sampai 5 hari apakah boleh',
    'cuti 30 februari sampai 5 maret',
    'cuti 7 april sampai 3 april',
    'dinas luar dapat uang harian berapa',
    'masuk kerja hari libur dapat lembur?',
    'apakah guru libur semester',
    'hukuman tidak masuk kerja 10 hari',
    'libur lebaran masuk kerja kena sanksi apa',
    'hari kerja',
    'uang makan di hari libur',
    'toString libur',
  ])('%s: is left to those who answer questions', async (said) => {
    expect(await heard(said)).toBeUndefined()
  })

  it('citizens are not heard, nor what was said aside or to others', async () => {
    expect(await heard('hari libur', 'citizen')).toBeUndefined()
    expect(await heard('hari libur', 'employee', { aside: true })).toBeUndefined()
    expect(await heard('saya cuti 3 sampai 7 april', 'employee', { shared: true })).toBeUndefined()
  })
})
