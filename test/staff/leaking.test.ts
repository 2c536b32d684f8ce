import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Feature } from '../../src/chat/feature.ts'
import type { Database } from '../../src/database/database.ts'
import { createStaff } from '../../src/features/staff/feature.ts'
import type { Look } from '../../src/features/staff/ports.ts'
import { createStaffStore } from '../../src/features/staff/store.ts'
import { freshDatabase } from '../support/database.ts'
import { employ, emptyDirectory, type Someone } from './people.ts'
import { commanded, heard, pressed, wordsIn } from './turns.ts'

const rows: readonly { readonly question: string }[] = parse(
  readFileSync(join(import.meta.dirname, 'questions.csv'), 'utf8'),
  { columns: true },
)
const asked = rows.map(({ question }) => question)

/** A name that is nowhere else, so that it can be found in any answer. */
const nameOf = (i: number): string => `Xq${i}z`
const PEOPLE = 24

const someone = fc.record({
  unit: fc.constantFrom('Dinas Kesehatan', 'Puskesmas Ciracas', 'SD Negeri 1 Serang', 'Inspektorat'),
  position: fc.constantFrom('Perawat Terampil', 'Guru Kelas', 'Kepala Dinas', 'Auditor Ahli Muda', 'Camat'),
  kind: fc.constantFrom('PNS' as const, 'PPPK' as const),
  sex: fc.constantFrom('P' as const, 'L' as const),
  boss: fc.option(fc.nat(PEOPLE), { nil: undefined }),
  retires: fc.constantFrom('2026-07-01', '2027-02-01', null),
})
type Drawn = typeof someone extends fc.Arbitrary<infer T> ? T : never
const directory = fc.array(someone, { minLength: PEOPLE, maxLength: PEOPLE })

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})

async function peopled(all: readonly Drawn[]) {
  await emptyDirectory(database)
  const people = all.map(({ boss, ...one }, i): Someone => {
    const above = boss !== undefined && boss < i ? { supervisor: nameOf(boss) } : {}
    return { ...one, ...above, name: nameOf(i), phone: `+62811${1000 + i}`, email: `xq${i}z@contoh.go.id` }
  })
  const ids = await employ(database, people)
  return { people, ids }
}

/** Whose names somebody may see: their own, their supervisor's, those of their direct reports. */
function scopeOf(me: number, people: readonly Someone[]): ReadonlySet<string> {
  const own = people[me]
  const reports = people.filter(({ supervisor }) => supervisor === nameOf(me)).map(({ name }) => name)
  return new Set([nameOf(me), ...(own?.supervisor ? [own.supervisor] : []), ...reports])
}

const question = fc.oneof(
  fc.constantFrom(...asked),
  fc
    .tuple(
      fc.constantFrom(
        'siapa',
        'daftar nama',
        'nomor hp bu',
        'nip pak',
        'siapa atasan bu',
        'siapa bawahan pak',
        'jabatan bu',
      ),
      fc.constantFrom('xq3z', 'xq7z', 'perawat', 'guru', 'pegawai perempuan', 'pns'),
      fc.constantFrom(
        '',
        'di dinkes',
        'di puskesmas ciracas',
        'di unit saya',
        'yang pensiun tahun depan',
        'per opd',
      ),
    )
    .map((parts) => parts.join(' ')),
)

describe('an employee', () => {
  it('never sees a name, number or address of somebody who is not theirs to see', async () => {
    await fc.assert(
      fc.asyncProperty(
        directory,
        fc.nat(PEOPLE - 1),
        fc.constantFrom('employee' as const, 'supervisor' as const),
        fc.array(question, { minLength: 8, maxLength: 8 }),
        async (all, me, role, questions) => {
          const { people, ids } = await peopled(all)
          const staff: Feature = createStaff({ store: createStaffStore(database) })
          const scope = scopeOf(me, people)
          const asker = { role, employee: ids[nameOf(me)] ?? '' }
          for (const text of questions) {
            const replies = [await heard(staff, asker, text), await commanded(staff, asker, 'pegawai', text)]
            for (const reply of replies) expectWithin(wordsIn(reply), me, scope, text)
          }
        },
      ),
      { numRuns: 12 },
    )
  }, 120_000)

  it('sees nothing more by a button of an officer', async () => {
    const { ids } = await peopled(fc.sample(directory, { numRuns: 1, seed: 7 })[0] ?? [])
    const looks: Look[] = []
    const staff = createStaff({
      store: createStaffStore(database),
      audit: async (several) => void looks.push(...several),
      make: async () => ({ hash: 'x', name: 'x', mime: 'x', size: 1 }),
    })
    const officer = await heard(staff, { role: 'hr' }, 'siapa pegawai perempuan atau laki laki di dinkes')
    const listed = await commanded(staff, { role: 'hr' }, 'pegawai', 'daftar pegawai')
    expect(officer).toBeUndefined()
    expect(wordsIn(listed)).toContain('Xq10z')
    expect(looks).toHaveLength(10)
    const buttons = listed.say.flatMap(({ choices = [] }) => choices)
    expect(buttons.length).toBe(2)
    const asker = { role: 'employee' as const, employee: ids[nameOf(5)] ?? '', memory: listed.memory ?? null }
    for (const { value } of buttons) expect(wordsIn(await pressed(staff, asker, value))).not.toMatch(/Xq\d+z/)
    expect(looks).toHaveLength(10)
  })
})

it('a citizen, and an employee without an entry, see nobody', async () => {
  await peopled(fc.sample(directory, { numRuns: 1, seed: 8 })[0] ?? [])
  const staff = createStaff({ store: createStaffStore(database) })
  for (const role of ['citizen', 'employee'] as const)
    for (const text of asked)
      expect(wordsIn(await heard(staff, { role }, text))).not.toMatch(/xq\d+z|\d orang/i)
})

function expectWithin(answer: string, me: number, scope: ReadonlySet<string>, text: string): void {
  const shown = [...answer.matchAll(/Xq\d+z/g)].map(([name]) => name)
  expect(
    shown.filter((name) => !scope.has(name)),
    text,
  ).toEqual([])
  const contacts = [...answer.matchAll(/62811(\d{4})|xq(\d+)z@/g)].map(
    ([, phone, mail]) => Number(phone ?? 1000 + Number(mail)) - 1000,
  )
  expect(
    contacts.filter((whose) => whose !== me),
    text,
  ).toEqual([])
}
