import type { Command, Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { texts as lodging } from '../lodging/texts.ts'
import { showDigits } from '../tickets/number.ts'
import { DESK } from './card.ts'
import type { Handling } from './deeds.ts'
import { texts } from './texts.ts'

const SHOWN = 8

/** `/laporan_warga`: the open tickets that somebody works with, the oldest first. */
export function createWaiting({ acting, desks }: Pick<Handling, 'acting' | 'desks'>): Command {
  async function run({ person }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const units = person.employee === undefined ? [] : await desks.unitsOf(person.employee)
    const all = mayUse(person.role, 'hr')
    const { count, first } = await acting.waiting(
      all ? null : units,
      { crimes: mayUse(person.role, 'admin') },
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
    summary: (l) => texts[l].summary,
    run,
  }
}
