import type { Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import type { Employee } from '../../../directory.ts'
import { momentOf } from '../targets/who.ts'
import { reviewChoices } from './review-choices.ts'
import { REVIEW, texts } from './review-texts.ts'
import type { Saving } from './saving.ts'
import { wholeReport } from './showing.ts'
import type { Update } from './update.ts'

/** What waits for a supervisor, as they look at it: by person, and one report after the other. `said` stands above it. */
export function createWaitingList({ store }: Pick<Saving, 'store'>) {
  async function list(turn: Turn, own: Employee, said?: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const people = await store.waitingFor(own.id, momentOf(turn))
    const before = said === undefined ? '' : `${said}\n\n`
    if (people.length === 0) return { say: [{ text: `${before}${t.none}` }] }
    const count = people.reduce((sum, one) => sum + one.count, 0)
    const choices = people.slice(0, MOST_PEOPLE).map((one) => ({
      label: t.person(short(one.name), one.count),
      value: `${REVIEW}:orang:${one.employee}`,
    }))
    return { say: [{ text: `${before}${t.waiting(count, people)}`, choices }] }
  }

  /** The first waiting report of somebody, or the first behind another one. */
  async function next(
    turn: Turn,
    own: Employee,
    employee: string,
    { after = '', said }: { readonly after?: string; readonly said?: string } = {},
  ): Promise<Reply> {
    const waiting = await store.waitingOf(employee, own.id, momentOf(turn))
    const behind = waiting.findIndex(({ id }) => BigInt(id) > BigInt(after || '0'))
    const update = waiting[Math.max(behind, 0)]
    if (update === undefined) return list(turn, own, said)
    return show(turn, own, update, { waiting, ...(said !== undefined && { said }) })
  }

  async function show(
    turn: Turn,
    own: Employee,
    update: Update,
    { waiting, said }: { readonly waiting: readonly Update[]; readonly said?: string },
  ): Promise<Reply> {
    const t = texts[turn.person.language]
    const place = waiting.findIndex(({ id }) => id === update.id) + 1
    const heading =
      place > 0
        ? t.heading(update.employee.name, place, waiting.length)
        : `**${literal(update.employee.name)}**`
    const text = [
      ...(said === undefined ? [] : [said, '']),
      heading,
      await wholeReport(store, update, turn),
      ...(update.supervisor === own.id ? [] : ['', t.inPlace]),
    ].join('\n')
    return { say: [{ text, choices: reviewChoices(turn, update, waiting) }] }
  }

  return { list, next, show }
}

const MOST_PEOPLE = 20
const LONGEST_NAME = 30

function short(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}
