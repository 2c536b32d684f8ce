import type { Command, Reply, Turn } from '../../../chat/feature.ts'
import { mayUse } from '../../../chat/turn.ts'
import type { Handling } from './deeds.ts'
import { noteDeed } from './finding.ts'
import { texts } from './texts.ts'

/** The most days an office may give itself for one step. */
const MOST = 60

/** `/tenggat_laporan 3 5 10`: in how many working days tickets are looked at, answered and closed. Administrators set it. */
export function createPromising({ promised, audit }: Pick<Handling, 'promised' | 'audit'>): Command {
  async function run(turn: Turn, rest: string): Promise<Reply> {
    const { person } = turn
    const t = texts[person.language]
    const before = await promised.days()
    if (rest.trim() === '') return { say: [{ text: t.promised(before) }] }
    if (!mayUse(person.role, 'admin')) return { say: [{ text: t.promisedForAdmins(before) }] }
    const [verify, answer, close, ...more] = (rest.match(/\d+/g) ?? []).map(Number)
    const days = { verify: verify ?? 0, answer: answer ?? 0, close: close ?? 0 }
    if (more.length > 0 || Object.values(days).some((one) => one < 1 || one > MOST))
      return { say: [{ text: t.wrongPromised(MOST) }] }
    await promised.set(days)
    await noteDeed(audit, turn, 'ticket.promised', { before, days })
    return { say: [{ text: t.promised(days) }] }
  }

  return {
    name: 'tenggat_laporan',
    audience: 'hr',
    personal: true,
    summary: (l) => texts[l].promisedSummary,
    run,
  }
}
