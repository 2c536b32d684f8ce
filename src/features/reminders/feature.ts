import type { Feature, Reply, Turn } from '../../chat/feature.ts'
import { texts as kernel } from '../../chat/texts.ts'
import { mayUse } from '../../chat/turn.ts'
import { createAudit } from '../../directory.ts'
import { dayAt } from '../../indonesian/dates.ts'
import type { Deadline } from './deadline.ts'
import { createCompleting } from './deadlines/completing.ts'
import { createMaking } from './deadlines/making.ts'
import { createManaging } from './deadlines/managing.ts'
import { DESK } from './deadlines/preview.ts'
import { createDeadlineStore } from './deadlines/store.ts'
import { readWish } from './deadlines/wish.ts'
import { createDoing } from './own/doing.ts'
import { createFeed } from './own/feed.ts'
import { createOwnHearing } from './own/hearing.ts'
import { createOwnReminders } from './own/own-data.ts'
import { createSettings } from './own/settings.ts'
import { createShowing } from './own/showing.ts'
import { createOwnStore } from './own/store.ts'
import { texts } from './own/texts.ts'
import type { Reminders } from './ports.ts'
import { REMINDERS } from './reminding/digest.ts'
import { createPlanningStore } from './reminding/planning-store.ts'
import { WHO } from './reminding/reporting.ts'

/** What is due: people see and say how they stand with it, officers make the deadlines and see who is missing. */
export function createReminders(given: Reminders): Feature {
  const { database, timeZone } = given
  const audit = createAudit(database)
  const note = async (turn: Turn, action: string, { id }: Pick<Deadline, 'id'>, detail: object = {}) => {
    const { account, role } = turn.person
    const deed = { key: `${action}:${turn.message.id}`, action, account, role, subject: null }
    await audit.note({ ...deed, detail: { deadline: id, ...detail } }, turn.now)
  }
  const [deadlines, own, plans] = [
    createDeadlineStore(database),
    createOwnStore(database),
    createPlanningStore(database),
  ]
  const deps = { ...given, deadlines, own, plans, note }
  const making = createMaking(deps)
  const managing = createManaging({ ...deps, making })
  const completing = createCompleting(deps)
  const [doing, settings, feed, showing] = [
    createDoing(deps),
    createSettings(deps),
    createFeed(deps),
    createShowing(deps),
  ]
  const hearOwn = createOwnHearing({ own, doing, showing, timeZone })

  async function ownPress(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', id = ''] = rest.split(':')
    const { employee, language } = turn.person
    if (employee === undefined || verb === 'lihat') return showing.show(turn)
    const today = dayAt(turn.now, timeZone)
    if (verb === 'sudah') return doing.done(turn, employee, id)
    if (verb === 'salah') return doing.undo(turn, employee, id)
    if (verb === 'bukti') return doing.askEvidence(turn, employee, id)
    if (verb === 'besok')
      return doing.again(turn, employee, await own.told(employee, today, isDay(id) ? id : null))
    if (verb === 'atur') return settings.show(turn, employee)
    if (verb === 'jam') return settings.hour(turn, employee, id)
    if (verb === 'jalur') return settings.channel(turn, employee, id)
    if (verb === 'kalender') return feed.offer(turn, employee, id === 'baru')
    return { say: [{ text: kernel[language].buttonIsOld }] }
  }

  async function deskPress(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', ...args] = rest.split(':')
    const done =
      (await making.press(turn, verb, args)) ??
      (await managing.press(turn, verb, args)) ??
      (await completing.press(turn, verb, args))
    return done ?? { say: [{ text: kernel[turn.person.language].buttonIsOld }] }
  }

  /** An officer's wish for a deadline, in plain words and in private. */
  async function hearWish(turn: Turn): Promise<Reply | undefined> {
    const { person, message, now } = turn
    if (!mayUse(person.role, 'hr') || message.shared || message.content.kind !== 'text') return undefined
    const wish = readWish(message.content.text, dayAt(now, timeZone))
    return wish && (Object.keys(wish).length === 0 ? making.templates(turn) : making.begin(turn, wish))
  }

  const [personal, officer] = [
    { audience: 'employee', personal: true },
    { audience: 'hr', personal: true },
  ] as const
  return {
    name: 'reminders',
    commands: [
      { ...personal, name: 'pengingat', byLink: true, summary: (l) => texts[l].summary, run: showing.show },
    ],
    actions: [
      { ...personal, name: REMINDERS, run: ownPress },
      { ...officer, name: DESK, run: deskPress },
      { ...officer, name: WHO, run: completing.missingOf },
    ],
    forms: [...making.forms, completing.form, doing.evidence],
    hears: async (turn) => (await hearOwn(turn)) ?? (await hearWish(turn)),
    home: showing.home,
    pages: [feed.page],
    ownData: createOwnReminders(deps),
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text)
}
