import { crash } from '../../test/support/crash.ts'
import { createOwnDatabase } from './database.ts'
import type { Findings } from './figures.ts'
import type { Rig } from './rig.ts'

/** Whether `kill -9`, again and again, loses a message, and how many answers it makes go out twice. */
export async function benchCrash(
  rig: Rig,
  { on, rounds, seed }: { on?: string; rounds: number; seed: number },
): Promise<Findings> {
  const database = on === undefined ? undefined : await createOwnDatabase(rig, on)
  const report = await crash(rig, { rounds, seed, directory: rig.folder(), ...(database && { database }) })
  const { said, lost, repeated, repeatedForOne, apologies, unexplained, kills, recoveryMs } = report
  return {
    bench: `crash (${on === undefined ? 'embedded database' : 'PostgreSQL'}, seed ${seed})`,
    figures: [
      ...Object.entries(kills).map(([moment, count]) => ({
        name: `killed while ${moment}`,
        unit: '' as const,
        abdi: count,
      })),
      { name: 'questions asked', unit: '', abdi: said },
      { name: 'questions lost', unit: '', abdi: lost.length },
      { name: 'answers that came twice', unit: '', abdi: repeated },
      { name: 'the most of these to one person', unit: '', abdi: repeatedForOne },
      { name: 'apologies instead of an answer', unit: '', abdi: apologies.length },
      { name: 'messages out of order or without a question', unit: '', abdi: unexplained.length },
      { name: 'last start until all was answered', unit: 'ms', abdi: recoveryMs },
    ],
    notes: [...unexplained, ...new Set(apologies.map((reason) => `apologised because of: ${reason}`))],
    broken: lost,
  }
}
