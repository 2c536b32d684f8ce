import fc from 'fast-check'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { shownCells } from '../../src/features/surveys/publishing/cells.ts'
import { surveyed } from './stage.ts'

let stage: Awaited<ReturnType<typeof surveyed>>
beforeEach(async () => {
  stage = await surveyed()
})

const QUESTIONS = [
  'persyaratan',
  'alur',
  'waktu',
  'biaya',
  'hasil',
  'kecakapan',
  'sikap',
  'pengaduan',
  'sarana',
]

/** So many answered in a unit in a month, all of them the same to each of the nine elements. */
async function answered(
  unit: number,
  month: string,
  people: number,
  score = 3,
  service: number | null = null,
) {
  const counts = Object.fromEntries(QUESTIONS.map((question) => [question, { [score]: people }]))
  await stage.database.query(
    `insert into survey_count (survey, unit, service, month, opened, answered, counts)
     values ('skm', $1, $2, $3, $4, $4, $5::jsonb)`,
    [unit, service, `${month}-01`, people, JSON.stringify(counts)],
  )
}
const shown = async (from = '2026-01-01', until = '2026-12-31') =>
  (await stage.publicIndices(from, until)).map(
    ({ unit, month, value, band, respondents }) => `${month} ${unit.name} ${value} ${band} ${respondents}`,
  )

describe('what everybody may see', () => {
  it('is the index of a unit in a month that is over, of all its services', async () => {
    await answered(2, '2026-01', 6, 3, 1)
    await answered(2, '2026-01', 6, 4, 2)
    await answered(3, '2026-02', 10, 2)
    await answered(2, '2026-03', 50, 4)
    expect(await shown()).toEqual(['2026-01 Puskesmas Ciracas 87.5 B 12', '2026-02 Dinas Sosial 50 D 10'])
    expect(await shown('2026-02-10', '2026-02-20')).toEqual(['2026-02 Dinas Sosial 50 D 10'])
    expect(await shown('2026-03-01', '2026-12-31')).toEqual([])
    stage.move('2026-04-01T08:00:00+07:00')
    expect(await shown('2026-03-01', '2026-03-31')).toEqual(['2026-03 Puskesmas Ciracas 100 A 50'])
  })

  it('is nothing from which a few could be recognised: not by other units, nor by other months', async () => {
    await answered(1, '2025-12', 30)
    await answered(1, '2026-01', 20)
    await answered(2, '2026-01', 4)
    await answered(3, '2026-01', 8)
    await answered(2, '2026-02', 9)
    await answered(3, '2026-02', 7)
    await answered(1, '2026-02', 20)
    // Ciracas in January takes the Dinas Sosial with it, both take another month, and those are in one row again
    expect(await shown()).toEqual(['2026-01 Dinas Kesehatan 75 C 20', '2026-02 Dinas Kesehatan 75 C 20'])
    expect(await shown('2025-01-01', '2026-01-31')).toEqual([
      '2025-12 Dinas Kesehatan 75 C 30',
      '2026-01 Dinas Kesehatan 75 C 20',
    ])
  })

  it('needs enough answers to each element, not only to some', async () => {
    await answered(1, '2026-01', 20)
    await stage.database.query(`update survey_count set counts = jsonb_set(counts, '{sarana}', '{"3": 4}')`)
    expect(await shown()).toEqual([])
  })
})

test('no small cell is shown, or is what is left of a row, a column, or of several of them', () => {
  const table = fc.array(fc.array(fc.nat(12), { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(table, fc.integer({ min: 3, max: 6 }), (numbers, minimum) => {
      const cells = numbers.flatMap((some, row) =>
        some.map((answers, column) => ({ row: `${row}`, column: `${column}`, answers })),
      )
      const open = new Set(shownCells(cells, minimum))
      const hidden = cells.filter((cell) => cell.answers > 0 && !open.has(cell))
      expect([...open].every(({ answers }) => answers >= minimum)).toBe(true)
      if (cells.every(({ answers }) => answers === 0 || answers >= minimum)) expect(hidden).toEqual([])
      for (const by of ['row', 'column'] as const)
        for (const [name, some] of Map.groupBy(hidden, (cell) => cell[by])) {
          const isAll = !cells.some((cell) => cell[by] === name && open.has(cell))
          const sum = some.reduce((all, { answers }) => all + answers, 0)
          expect(isAll || (some.length > 1 && sum >= minimum)).toBe(true)
        }
      for (const cell of hidden.filter(({ answers }) => answers < minimum)) {
        const others = hidden.filter((one) => one !== cell)
        const isAlone = ![...open].some((one) => one.row === cell.row || one.column === cell.column)
        expect(isAlone || isJoined(cell, others)).toBe(true)
      }
    }),
  )
})

/** Whether one gets from the row of a cell to its column by others: else the totals tell what is in it. */
function isJoined(
  { row, column }: { row: string; column: string },
  others: readonly { row: string; column: string }[],
): boolean {
  const reached = new Set([`r${row}`])
  for (let before = -1; before < reached.size; ) {
    before = reached.size
    for (const other of others)
      if (reached.has(`r${other.row}`) || reached.has(`c${other.column}`))
        reached.add(`r${other.row}`).add(`c${other.column}`)
  }
  return reached.has(`c${column}`)
}
