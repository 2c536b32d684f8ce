import type { KeptAbout, Reply, Turn } from '../../chat/feature.ts'
import { type KeptFile, literal } from '../../chat/message.ts'
import { Refusal } from '../../errors.ts'
import { dayAt } from '../../indonesian/dates.ts'
import { forMachines, pieces, readable } from './readable.ts'
import { texts } from './texts.ts'

/** Keeps a file that was made for whoever is answered. Throws `Refusal` where that is not possible now. */
export type Make = (
  bytes: Uint8Array,
  file: { readonly name: string; readonly mime: string },
  turn: Turn,
  purpose: 'export',
) => Promise<KeptFile>

const LONGEST_PIECE = 3_500
const MOST_PIECES = 20

/** Everything that is kept as two files, one to read and one for other systems; written out where files cannot be had. */
export async function sent(turn: Turn, kept: readonly KeptAbout[], make?: Make): Promise<Reply> {
  const { now, timeZone } = turn
  const { language } = turn.person
  const t = texts[language]
  const today = dayAt(now, timeZone)
  const whole = readable(kept, today, { timeZone, language })
  const made = await filesOf(turn, make, [
    [t.readableName, whole],
    [t.machineName, forMachines(kept, today)],
  ])
  if (made !== undefined)
    return { say: made.map((file, i) => ({ text: i === 0 ? t.fileReady : literal(file.name), file })) }
  const written = pieces(whole, LONGEST_PIECE)
  return {
    say: [
      t.asMessages,
      ...written.slice(0, MOST_PIECES).map(literal),
      ...(written.length > MOST_PIECES ? [t.tooMuch] : []),
    ].map((piece) => ({ text: piece })),
  }
}

/** Undefined where files cannot be had. */
async function filesOf(
  turn: Turn,
  make: Make | undefined,
  named: readonly (readonly [name: string, text: string])[],
): Promise<readonly KeptFile[] | undefined> {
  if (make === undefined) return undefined
  try {
    const files: KeptFile[] = []
    for (const [name, whole] of named)
      files.push(await make(Buffer.from(whole, 'utf8'), { name, mime: 'text/plain' }, turn, 'export'))
    return files
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
