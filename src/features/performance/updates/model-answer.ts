import { z } from 'zod'
import type { Day } from '../../../indonesian/dates.ts'
import { wordsOf } from '../../../indonesian/words.ts'
import { objectIn } from '../../../model/listening.ts'
import type { Target } from '../targets/target.ts'
import { takeDay } from './reading/dates.ts'
import { normalized, tokensOf } from './reading/tokens.ts'
import type { Said } from './reading.ts'

const answer = z.strictObject({
  jumlah: z.number().nullable(),
  satuan: z.string().max(40).nullable(),
  benar: z.number().nullable(),
  salah: z.number().nullable(),
  persen: z.number().min(0).max(100).nullable(),
  semua_benar: z.boolean().nullable(),
  terlambat: z.boolean().nullable(),
  kapan: z.string().max(60).nullable(),
  rhk: z.number().int().nullable(),
})

/**
 * What a model's answer says of a report: only figures that stand in it, a unit and a day that are words of it, and an
 * RHK that there is. Undefined where the answer is no such object, or says a figure that nobody wrote.
 */
export function readAnswer(
  words: string,
  report: string,
  today: Day,
  targets: readonly Target[],
): Partial<Said> | undefined {
  const read = answer.safeParse(objectIn(words))
  if (!read.success) return undefined
  const { jumlah, satuan, benar, salah, persen, semua_benar, terlambat, kapan, rhk } = read.data
  const written = figuresIn(report)
  if ([jumlah, benar, salah, persen].some((figure) => figure !== null && !written.has(figure)))
    return undefined
  const unit = satuan !== null && isIn(satuan, report) ? satuan.trim().toLowerCase() : undefined
  const day = kapan !== null && isIn(kapan, report) ? takeDay(normalized(kapan), today).day : undefined
  const target = targets.find(({ number }) => number === rhk)?.number
  const good =
    jumlah === null ? undefined : goodOf(jumlah, { benar, salah, persen, all: semua_benar === true })
  return {
    ...(jumlah !== null && jumlah > 0 && unit !== undefined && { quantity: jumlah, unit }),
    ...(good !== undefined && { good }),
    ...(terlambat !== null && { late: terlambat }),
    ...(day !== undefined && { doneOn: day }),
    ...(target !== undefined && { target }),
  }
}

function goodOf(
  quantity: number,
  {
    benar,
    salah,
    persen,
    all,
  }: { benar: number | null; salah: number | null; persen: number | null; all: boolean },
): number | undefined {
  const good =
    benar ??
    (salah !== null
      ? quantity - salah
      : persen !== null
        ? (quantity * persen) / 100
        : all
          ? quantity
          : undefined)
  return good !== undefined && good >= 0 && good <= quantity ? good : undefined
}

/** Every number of a report, in digits or in words. */
function figuresIn(report: string): ReadonlySet<number> {
  return new Set(
    tokensOf(normalized(report)).flatMap((token) =>
      token.kind === 'number' ? [token.value, ...(token.of === undefined ? [] : [token.of])] : [],
    ),
  )
}

function isIn(part: string, whole: string): boolean {
  const words = wordsOf(part)
  return words.length > 0 && ` ${wordsOf(whole).join(' ')} `.includes(` ${words.join(' ')} `)
}
