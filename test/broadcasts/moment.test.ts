import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMoment, showMoment } from '../../src/features/broadcasts/moment.ts'
import { isNight } from '../../src/indonesian/hours.ts'

/** A Monday morning in Jakarta. */
const NOW = new Date('2026-03-02T09:00:00+07:00')
const JAKARTA = 'Asia/Jakarta'
const read = (said: string, timeZone = JAKARTA, now = NOW): string => {
  const moment = readMoment(said, now, timeZone)
  return moment.ok ? showMoment(moment.at, timeZone) : moment.why
}

describe('a day and a time in words', () => {
  it.each([
    ['besok jam 8', 'Selasa, 3 Maret 2026 pukul 08.00 WIB'],
    ['Besok pagi jam 8', 'Selasa, 3 Maret 2026 pukul 08.00 WIB'],
    ['besok pukul 07.30 WIB', 'Selasa, 3 Maret 2026 pukul 07.30 WIB'],
    ['besok jam 8 WITA', 'Selasa, 3 Maret 2026 pukul 07.00 WIB'],
    ['rabu 07.30', 'Rabu, 4 Maret 2026 pukul 07.30 WIB'],
    ['07.30 rabu', 'Rabu, 4 Maret 2026 pukul 07.30 WIB'],
    ['senin 07.30', 'Senin, 9 Maret 2026 pukul 07.30 WIB'],
    ['senin jam 10', 'Senin, 2 Maret 2026 pukul 10.00 WIB'],
    ['5 desember 2026 pukul 9', 'Sabtu, 5 Desember 2026 pukul 09.00 WIB'],
    ['5/12/2026 9:15', 'Sabtu, 5 Desember 2026 pukul 09.15 WIB'],
    ['31.12 09.00', 'Kamis, 31 Desember 2026 pukul 09.00 WIB'],
    ['jumat, jam setengah 8', 'Jumat, 6 Maret 2026 pukul 07.30 WIB'],
    ['hari ini jam 10', 'Senin, 2 Maret 2026 pukul 10.00 WIB'],
    ['nanti siang jam 1', 'Senin, 2 Maret 2026 pukul 13.00 WIB'],
    ['nanti sore jam 4', 'Senin, 2 Maret 2026 pukul 16.00 WIB'],
    ['jam 8 malam', 'Senin, 2 Maret 2026 pukul 20.00 WIB'],
    ['jam delapan malam', 'Senin, 2 Maret 2026 pukul 20.00 WIB'],
    ['15.30', 'Senin, 2 Maret 2026 pukul 15.30 WIB'],
    ['2 jam lagi', 'Senin, 2 Maret 2026 pukul 11.00 WIB'],
    ['setengah jam lagi', 'Senin, 2 Maret 2026 pukul 09.30 WIB'],
    ['se jam lagi', 'unread'],
    ['30 menit lagi', 'Senin, 2 Maret 2026 pukul 09.30 WIB'],
    ['3 hari lagi jam 8', 'Kamis, 5 Maret 2026 pukul 08.00 WIB'],
    ['akhir bulan jam 8', 'Selasa, 31 Maret 2026 pukul 08.00 WIB'],
  ])('%s', (said, expected) => expect(read(said)).toBe(expected))

  it.each([
    ['besok', 'time'],
    ['senin depan', 'time'],
    ['5.12', 'time'],
    ['jam 8', 'past'],
    ['kemarin jam 8', 'past'],
    ['1 januari 2026 jam 8', 'past'],
    ['30 februari jam 8', 'unread'],
    ['besok jam 25', 'unread'],
    ['besok jam 12 malam', 'unread'],
    ['besok 24.00', 'unread'],
    ['besok 08.75', 'unread'],
    ['nanti', 'unread'],
    ['', 'unread'],
    ['5 desember 2099 jam 8', 'far'],
  ])('%s is %s', (said, why) => expect(read(said)).toBe(why))

  it('is read in the zone of the office, whatever the server has', () => {
    expect(read('besok jam 8', 'Asia/Makassar')).toBe('Selasa, 3 Maret 2026 pukul 08.00 WITA')
    expect(read('besok jam 8', 'Asia/Jayapura')).toBe('Selasa, 3 Maret 2026 pukul 08.00 WIT')
    expect(readMoment('besok jam 8', NOW, 'Asia/Jayapura')).toEqual({
      ok: true,
      at: new Date('2026-03-02T23:00:00Z'),
    })
  })

  it('comes back as it was written, whichever day, time and zone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 360 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Europe/Berlin'),
        (days, hour, minute, timeZone) => {
          const day = new Date(NOW.getTime() + days * 86_400_000).toISOString().slice(0, 10)
          const [year, month, date] = day.split('-')
          const clock = `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`
          const moment = readMoment(`${date}/${month}/${year} pukul ${clock}`, NOW, timeZone)
          // an hour that a zone leaves out in spring is read as the one after it
          if (moment.ok && timeZone !== 'Europe/Berlin')
            expect(showMoment(moment.at, timeZone)).toContain(clock)
          expect(moment.ok).toBe(true)
        },
      ),
    )
  })

  it('nothing that is written is an instant of the past, and nothing throws', () => {
    const words = fc.constantFrom(
      'besok',
      'senin',
      'jam',
      'pukul',
      '8',
      '07.30',
      'malam',
      'pagi',
      'nanti',
      'lagi',
      'setengah',
      '31',
      'desember',
      'wib',
      ':',
      ',',
      '2026',
      'menit',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 7 }).map((all) => all.join(' ')),
        ),
        (said) => {
          const moment = readMoment(said, NOW, JAKARTA)
          if (moment.ok) expect(moment.at.getTime()).toBeGreaterThan(NOW.getTime())
        },
      ),
    )
  })
})

it('it is night from nine to six', () => {
  const at = (time: string) => isNight(new Date(`2026-03-02T${time}:00+07:00`), JAKARTA)
  expect(['20:59', '21:00', '00:00', '05:59', '06:00'].map(at)).toEqual([false, true, true, true, false])
})
