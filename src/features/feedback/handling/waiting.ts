import type { Command, Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { texts as lodging } from '../lodging/texts.ts'
import type { Desks } from '../tickets/desk-store.ts'
import { showDigits } from '../tickets/number.ts'
import type { WaitingStore } from '../tickets/waiting-store.ts'
import { DESK } from './card.ts'
import { texts } from './texts.ts'

const SHOWN = 8
const EXPORT = /^(?:ekspor|export|unduh)(?:\s+|$)/i

/** What the list of open tickets needs. */
interface Waiting {
  readonly open: WaitingStore
  readonly desks: Desks
  /** Makes a file of the tickets of some time. */
  exporting(turn: Turn, rest: string): Promise<Reply>
}

/** `/laporan_warga`: the open tickets that somebody works with, the oldest first; with "ekspor" all as a file. */
export function createWaiting({ open, desks, exporting }: Waiting): Command {
  async function run(turn: Turn, rest: string): Promise<Reply> {
    const { person } = turn
    if (EXPORT.test(rest)) return exporting(turn, rest.replace(EXPORT, ''))
    const t = texts[person.language]
    const units = person.employee === undefined ? [] : await desks.unitsOf(person.employee)
    const all = mayUse(person.role, 'hr')
    const { count, first } = await open.waiting(
      all ? null : units,
      { crimes: mayUse(person.role, 'admin'), asking: person.employee },
      SHOWN,
    )
    if (count === 0) return { say: [{ text: t.nothing }] }
    const lines = first.map(
      ({ number, kind, unit }) =>
        `• **${showDigits(number)}**, ${lodging[person.language].kinds[kind]}${unit === null ? '' : `, ${literal(unit.name)}`}`,
    )
    const text = [
      t.waiting(showNumber(count)),
      ...lines,
      ...(count > first.length ? [t.more(count - first.length)] : []),
    ]
    const choices = first.map(({ number }) => ({
      label: showDigits(number),
      value: `${DESK}:lihat:${number}`,
    }))
    return { say: [{ text: text.join('\n'), choices }] }
  }

  return {
    name: 'laporan_warga',
    audience: 'employee',
    personal: true,
    plain: (rest) => EXPORT.test(rest),
    summary: (l) => texts[l].summary,
    run,
  }
}
