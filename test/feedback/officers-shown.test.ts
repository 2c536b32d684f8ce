import { expect, it } from 'vitest'
import { newNumber } from '../../src/features/feedback/tickets/number.ts'
import { staff, TWO, targets } from '../performance/stage.ts'
import { testBot } from '../support/bot.ts'

it('a supervisor sees it beside the figures of whom they lead, with what these say, and no word of a citizen', async () => {
  const { person, database } = await testBot()
  await staff(database)
  await targets(database, 'Wati', TWO)
  for (let i = 0; i < 6; i++)
    await database.query(
      `insert into ticket (number, code, key, identity, kind, unit, rating, words, sentiment, received_on, officer)
       select $1, 'x', $1, 'anonymous', 'complaint', unit, 4, 'Loketnya sepi sekali', 'neutral', '2026-02-10', id
       from employee where name = 'Wati'`,
      [newNumber()],
    )
  await person('Wati').says('/penilaian_saya')
  await person('Wati').presses('Tanggapi Februari 2026')
  await person('Wati').says('Terima kasih atas penilaiannya')
  const shown = (await person('Sari').says('/target Wati')).map(({ text }) => text).join('\n')
  expect(shown).toContain('Kinerja Wati 2026')
  expect(shown).toContain('Penilaian warga: 3,5 dari 5, dari 6 penilaian warga')
  expect(shown).toContain(
    'Tanggapannya atas penilaian sampai Februari 2026: “Terima kasih atas penilaiannya”',
  )
  expect(shown).not.toContain('sepi')
  expect((await person('Wati').says('/kinerja saya')).map(({ text }) => text).join('\n')).not.toContain(
    'sepi',
  )
  expect((await person('Dewi').says('/target Wati')).map(({ text }) => text).join('\n')).not.toContain(
    'Penilaian warga',
  )
})
