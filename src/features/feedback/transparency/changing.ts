import type { Action, Command, Person, Reply, Turn } from '../../../chat/feature.ts'
import { type Language, literal } from '../../../chat/message.ts'
import { texts as kernel } from '../../../chat/texts.ts'
import { mayUse } from '../../../chat/turn.ts'
import type { Audit, Places } from '../../../directory.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { maskPersons } from '../reading.ts'
import type { Desks } from '../tickets/desk-store.ts'
import type { Change, Changes } from './changes-store.ts'
import { texts } from './texts.ts'

/** What saying what was changed needs. */
export interface Changing {
  readonly changes: Changes
  readonly desks: Pick<Desks, 'answersFor' | 'unitsOf'>
  readonly places: Pick<Places, 'called'>
  readonly audit: Pick<Audit, 'note'>
  readonly timeZone: string
}

const NAME = 'perubahan'
const LONGEST = 600
const SHOWN = 5

/**
 * `/perubahan UNIT: apa yang berubah`: officers, and those who answer for the unit, tell the public what was changed
 * because of feedback. They see it as the public will, and publish it with a button; with another it is withdrawn.
 */
export function createChanging({ changes, desks, places, audit, timeZone }: Changing) {
  const may = async ({ role, employee }: Person, unit: string): Promise<boolean> =>
    mayUse(role, 'hr') || (employee !== undefined && (await desks.answersFor(employee, unit)))

  async function begin(turn: Turn, rest: string): Promise<Reply> {
    const { person, message, now } = turn
    const t = texts[person.language]
    const [, named = '', written = ''] = /^([^:]+):([\s\S]*)$/.exec(rest) ?? []
    const words = maskPersons(written.replace(/\s+/g, ' ').trim())
    if (words === '') return mine(turn)
    if (words.length > LONGEST) return { say: [{ text: t.changeTooLong(LONGEST) }] }
    const [where, ...others] = await places.called(named)
    if (where === undefined || others.length > 0)
      return { say: [{ text: t.changeWhere(literal(named.trim())) }] }
    if (!(await may(person, where.unit))) return { say: [{ text: t.changeNotYours(literal(where.title)) }] }
    const { unit, service } = where
    const on = dayAt(now, timeZone)
    const id = await changes.draft({ key: message.id, unit, service, on, words, account: person.account })
    return {
      say: [
        {
          text: t.changePreview(literal(where.title), literal(words)),
          choices: [
            { label: t.publish, value: `${NAME}:terbit:${id}` },
            { label: t.discard, value: `${NAME}:tarik:${id}` },
          ],
        },
      ],
    }
  }

  /** How it is done, and the latest that whoever asks may withdraw. */
  async function mine({ person }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const { role, employee } = person
    const theirs = employee === undefined ? [] : await desks.unitsOf(employee)
    const units = mayUse(role, 'hr') ? [null] : theirs
    const found = (await Promise.all(units.map((unit) => changes.public(unit, SHOWN)))).flat()
    const some = [...new Map(found.map((change) => [change.id, change])).values()].slice(0, SHOWN)
    const lines = some.map((change) => lineOf(change, person.language))
    const choices = some.map(({ id }) => ({ label: t.withdraw(id), value: `${NAME}:tarik:${id}` }))
    return { say: [{ text: [t.changeHow, ...lines].join('\n'), ...(choices.length > 0 && { choices }) }] }
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const { person, now } = turn
    const t = texts[person.language]
    const [verb = '', id = ''] = rest.split(':')
    const change = /^\d{1,18}$/.test(id) ? await changes.find(id) : undefined
    if (change === undefined) return { say: [{ text: t.changeGone }] }
    if (!(await may(person, change.unit.id)))
      return { say: [{ text: t.changeNotYours(literal(change.unit.name)) }] }
    const on = dayAt(now, timeZone)
    if (verb === 'tarik') {
      await changes.withdraw(id, on)
      await note(turn, 'withdraw', change)
      return { say: [{ text: t.withdrawn }] }
    }
    if (verb !== 'terbit') return { say: [{ text: kernel[person.language].buttonIsOld }] }
    if ((await changes.publish(id, person.account, on)) === undefined)
      return { say: [{ text: t.changeGone }] }
    await note(turn, 'publish', change)
    return { say: [{ text: t.published }] }
  }

  async function note({ person, message, now }: Turn, what: string, { id }: Change): Promise<void> {
    const { account, role } = person
    const action = `feedback.change.${what}`
    await audit.note(
      { key: `${action}:${message.id}`, action, account, role, subject: null, detail: { change: id } },
      now,
    )
  }

  const command: Command = {
    name: NAME,
    audience: 'employee',
    personal: true,
    summary: (l) => texts[l].changeSummary,
    run: begin,
  }
  const action: Action = { name: NAME, audience: 'employee', personal: true, run: press }
  return { command, action }
}

function lineOf({ id, on, unit, words }: Change, language: Language): string {
  return texts[language].changeLine(id, literal(unit.name), literal(words), showDay(on))
}
