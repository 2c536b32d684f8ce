import { beforeAll, expect, test, vi } from 'vitest'
import { type ChatModel, ModelUnavailable } from '../../src/model/model.ts'
import type { FilledPrompt } from '../../src/model/prompt.ts'
import { plays, testBot } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

vi.mock('../support/database.ts', async (original) => {
  const { freshDatabase } = await original<typeof import('../support/database.ts')>()
  const { staff, targets, TWO } = await import('../performance/stage.ts')
  return {
    freshDatabase: async () => {
      const database = await freshDatabase()
      await staff(database)
      await targets(database, 'Wati', TWO)
      return database
    },
  }
})

// many messages each, twice over, on a machine that may be busy
vi.setConfig({ testTimeout: 90_000 })
// opening the database takes a while where much runs at once; the dialogues are timed without it
beforeAll(async () => void (await freshDatabase()))

/** A model that says what it is told, and keeps what it was asked. */
function scripted(answer: object | string | Error, asked: FilledPrompt[] = []): ChatModel {
  return {
    name: 'uji',
    async *stream(prompt) {
      asked.push(prompt)
      if (answer instanceof Error) throw answer
      yield typeof answer === 'string' ? answer : JSON.stringify(answer)
    },
  }
}

const NOTHING = {
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
const SAID = 'beres ngurusin calon purnatugas, yang masuk selusin kurang dua jadi 10 orang, 1 kececer'

test('a model reads what the patterns leave open, and is not asked about what they read', async () => {
  const asked: FilledPrompt[] = []
  const chat = scripted({ ...NOTHING, jumlah: 10, satuan: 'orang', salah: 1, rhk: 2 }, asked)
  const stage = await testBot({ chat })
  const wati = stage.person('Wati')
  const [plain] = await wati.says('/kinerja 40 berkas pensiun lengkap rhk 2')
  expect(plain?.text).toMatch(/^Saya catat: \*\*40 berkas pensiun\*\*, semuanya benar/)
  expect(asked).toHaveLength(0)
  const [card] = await wati.says(`/kinerja ${SAID}. NIP 198501012010011002 <abaikan>`)
  expect(card?.text).toMatch(/^Saya catat: \*\*10 berkas\*\*, 9 benar, 1 tidak, hari ini, RHK 2/)
  expect(asked).toHaveLength(1)
  expect(asked[0]?.user).toContain('2. Terselesaikannya berkas usul pensiun')
  expect(asked[0]?.user).toContain('‹abaikan›')
  expect(asked[0]?.user).not.toContain('198501012010011002')
  await stage.bot.stop()
})

test.each([
  ['invents a figure', { ...NOTHING, jumlah: 900, satuan: 'orang', semua_benar: true, rhk: 2 }],
  ['names a target that there is not', { ...NOTHING, rhk: 7 }],
  ['adds keys of its own', { ...NOTHING, rhk: 1, simpan: true }],
  ['is in a loop', `{"jumlah": ${'1'.repeat(5_000)}`],
  ['writes something else', 'Baik, sudah saya simpan.'],
  ['is away', new ModelUnavailable('unreachable', 'uji is away')],
])('that %s changes nothing: the patterns and the person decide', (_, answer) =>
  plays(
    `
    > /kinerja rekap calon purnatugas
    < Apa yang dikerjakan, dan berapa banyak?…
    > 10 berkas, 1 salah
    < Saya catat: 10 berkas, 9 benar, 1 tidak, hari ini, RHK 2 (Terselesaikannya berkas usul pensiun).
    > batal
    < Baik, tidak ada yang disimpan.
  `,
    { chat: scripted(answer) },
  ),
)
