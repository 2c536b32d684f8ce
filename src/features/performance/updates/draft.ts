import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Json, Turn } from '../../../chat/feature.ts'
import type { FileContent } from '../../../chat/message.ts'

const file = z.custom<FileContent>((value) => {
  const { kind, name, ref } = Object(value) as Partial<FileContent>
  return kind === 'file' && typeof name === 'string' && typeof ref === 'string'
})

const counted = z.object({ quantity: z.number(), unit: z.string(), thing: z.string().optional() })

const draft = z.object({
  /** The message that began it: what is stored is stored once for it. */
  key: z.string(),
  said: z.string(),
  /** When it was last shown, in ISO 8601. */
  at: z.string(),
  quantity: z.number().optional(),
  unit: z.string().optional(),
  /** What is shown of the thing beside its number, "berkas pensiun". */
  thing: z.string().optional(),
  /** Null where whoever reports leaves it open. */
  good: z.number().nullable().optional(),
  /** Where several things were counted: each of them, to choose from. */
  several: z.array(counted).optional(),
  /** What else was counted in the same words, to be reported next. */
  rest: z.array(counted).optional(),
  vague: z.boolean().optional(),
  late: z.boolean().optional(),
  doneOn: z.string().optional(),
  /** True where a day was named that there is not. */
  oddDay: z.boolean().optional(),
  /** The id of a target; null where it is for none; left out while that is open. */
  target: z.string().nullable().optional(),
  /** Which part the form was opened for last. */
  asks: z.enum(['amount', 'good', 'doneOn']).optional(),
  /** True once an unusual quantity was confirmed. */
  sure: z.boolean().optional(),
  files: z.array(file).optional(),
  link: z.string().optional(),
  /** The report it changes. */
  amends: z.string().optional(),
})

/** A report that is not stored yet, as the conversation remembers it. */
export type Draft = Readonly<z.infer<typeof draft>>

const remembered = z.object({
  draft: draft.optional(),
  /** The report that was stored last, for what is sent right after it. */
  saved: z
    .object({
      token: z.string(),
      id: z.string(),
      at: z.string(),
      /** What else was counted in the same words. */
      rest: z.array(counted).optional(),
      said: z.string().optional(),
    })
    .optional(),
})

/** What is remembered of the reports of a conversation. */
export type Remembered = Readonly<z.infer<typeof remembered>>

/** What a turn remembers of reports; what another version wrote and this one cannot read is forgotten. */
export function rememberedIn({ memory }: Pick<Turn, 'memory'>): Remembered {
  const { work } = Object(memory) as { work?: unknown }
  const read = remembered.safeParse(work ?? {})
  return read.success ? read.data : {}
}

/** The memory of this feature with other reports in it; what its other parts remember stays. */
export function remember({ memory }: Pick<Turn, 'memory'>, work: Remembered): Json {
  const others = typeof memory === 'object' && memory !== null && !Array.isArray(memory) ? memory : {}
  return { ...others, work: JSON.parse(JSON.stringify(work)) as Json } // without what is undefined
}

/** What stands for a draft in its buttons, so that those of another one do nothing. */
export function tokenOf({ key }: Pick<Draft, 'key'>): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 10)
}

/** True for what was shown no longer ago than so many minutes. */
export function isFresh(at: string | undefined, now: Date, minutes: number): boolean {
  return at !== undefined && now.getTime() - Date.parse(at) <= minutes * 60_000
}
