import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Broadcast } from '../../src/features/broadcasts/broadcast.ts'
import { progressMessage, type Standing } from '../../src/features/broadcasts/watching/progress.ts'
import { createStage, type Stage, shown } from './stage.ts'

vi.setConfig({ testTimeout: 120_000 })

describe('the pace', () => {
  const startedAt = new Date('2026-03-02T09:00:00+07:00')
  const broadcast = { id: '1', version: 1, status: 'sending', startedAt, postedAt: startedAt, atNight: false }
  const nobody = { delivered: 0, failed: 0, expired: 0, withdrawn: 0, unreachable: 0, held: false }
  const echo = { unreached: 0, read: 0, questions: 0, open: 0 }

  /** The last line, so many seconds after the first letter, when so many went in the minute before. */
  function line(seconds: number, perMinute: number): string | undefined {
    const now = new Date(startedAt.getTime() + seconds * 1_000)
    const standing: Standing = { ...nobody, ...echo, waiting: 900, perMinute, lastAt: now }
    const room = { clock: () => now, timeZone: 'Asia/Jakarta' }
    return progressMessage(room, broadcast as Broadcast, standing)
      .text.split('\n')
      .at(-1)
  }

  test('is that of the last minute', () => {
    expect(line(300, 1_800)).toBe('1.800 per menit, perkiraan selesai pukul 09.06 WIB')
  })

  test('is not held for less in the first minute, when there is no whole one yet', () => {
    expect(line(10, 300)).toBe('1.800 per menit, perkiraan selesai pukul 09.01 WIB')
  })

  test('is not told from the first seconds', () => {
    expect(line(2, 60)).toBe('_Kecepatannya belum bisa dihitung._')
  })
})

describe('two officers', () => {
  let stage: Stage
  const last = (name: string): string => shown(stage.heard(name).at(-1))
  beforeEach(async () => {
    stage = await createStage()
    await stage.database.query(`insert into setting (name, value) values ('broadcast:four-eyes', '2')`)
    await stage.says('Dewi', '/siaran Dinas Kesehatan: Halo')
    await stage.presses('Dewi', 'Kirim sekarang')
    await stage.database.query(`update employee set name = name || ' Putri' where role = 'hr'`)
    await stage.presses('Dewi', 'Ya, kirim ke 5 orang')
  })

  test('hear of each other by the names the office knows them by, whatever their accounts are called', async () => {
    expect(last('Hana')).toMatch(/^Dewi Putri meminta persetujuan Anda/)
    await stage.presses('Hana', 'Setujui')
    expect(last('Dewi')).toMatch(/^Siaran 1 disetujui Hana Putri\./)
  })

  test('see when a copy that changes no more was true', async () => {
    await stage.presses('Hana', 'Setujui')
    await stage.ticks('send')
    await stage.presses('Dewi', 'Segarkan')
    expect(last('Dewi')).toMatch(/Keadaan pukul 09\.00 WIB; tekan Segarkan untuk yang terbaru\.$/)
    expect(shown(stage.progress('1'))).not.toMatch(/Keadaan/)
  })
})
