import type { Reply, Turn } from '../../../chat/feature.ts'
import { type Choice, literal } from '../../../chat/message.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import type { Deadline, Status } from '../deadline.ts'
import { short } from '../reminding/digest.ts'
import { byOf } from './by.ts'
import type { createMaking, Making } from './making.ts'
import { shownPart } from './parts.ts'
import { DESK, nextDays, whenOf } from './preview.ts'
import { texts } from './texts.ts'

/** What handling deadlines needs. */
export interface Managing extends Making {
  readonly making: Pick<ReturnType<typeof createMaking>, 'edit'>
}

const SHOWN = 8

/** The deadlines there are, how they stand, and what officers can do with them. */
export function createManaging(deps: Managing) {
  const { deadlines, timeZone, note } = deps

  async function list(turn: Turn, offset: number): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const all = await deadlines.list()
    const shown = all.slice(offset, offset + SHOWN)
    if (shown.length === 0)
      return { say: [{ text: t.noDeadlines, choices: [{ label: t.make, value: `${DESK}:buat` }] }] }
    const calendar = await deps.calendar.calendar()
    const today = dayAt(turn.now, timeZone)
    const lines = shown.map((one) => {
      const [next] = one.status === 'active' ? nextDays(one, calendar, today, 1) : []
      const coming = next === undefined ? t.noNext : t.next(showDay(next.due))
      const isOnce = one.recurrence.kind === 'once' && next !== undefined // its only day stands before that
      const state = one.status === 'active' && !isOnce ? coming : stateOf(one, turn)
      return t.listLine(literal(one.title), whenOf(one), state)
    })
    const choices: Choice[] = [
      ...shown.map(({ id, title }) => ({ label: short(title), value: `${DESK}:lihat:${id}` })),
      ...(all.length > offset + SHOWN ? [{ label: t.more, value: `${DESK}:daftar:${offset + SHOWN}` }] : []),
      { label: t.make, value: `${DESK}:buat` },
    ]
    return { say: [{ text: [t.list(all.length), '', ...lines].join('\n'), choices }] }
  }

  async function look(turn: Turn, id: string): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const deadline = await held(id)
    if (deadline === undefined) return { say: [{ text: t.gone }] }
    const calendar = await deps.calendar.calendar()
    const next =
      deadline.status === 'active' ? nextDays(deadline, calendar, dayAt(turn.now, timeZone), 3) : []
    const audience = await deps.audiences.describe(deadline.audience)
    const how = { audience, timeZone, language }
    const line = (part: (typeof SUMMARY)[number]): string =>
      t.field(t.labels[part], literal(shownPart(deadline, part, how)))
    const text = [
      `**${literal(deadline.title)}**: ${stateOf(deadline, turn)}`,
      SUMMARY.map(line).join('\n'),
      ...(next.length === 0
        ? []
        : [[t.nextDays, ...next.map(({ due, period }) => `- ${showDay(due)} (${period.label})`)].join('\n')]),
    ].join('\n\n')
    return { say: [{ text, choices: deeds(deadline, turn) }] }
  }

  async function held(id: string): Promise<Deadline | undefined> {
    const deadline = await deadlines.find(id)
    return deadline?.status === 'draft' ? undefined : deadline
  }

  /** Pauses, goes on or ends. */
  async function turnTo(turn: Turn, id: string, status: Status, before: readonly Status[]): Promise<Reply> {
    const t = texts[turn.person.language]
    const deadline = await deadlines.turn(id, status, before, byOf(turn, timeZone))
    if (deadline === undefined) return asItIs(turn, id)
    await note(turn, `deadline.${status}`, deadline)
    const title = literal(deadline.title)
    const said =
      status === 'paused' ? t.paused(title) : status === 'active' ? t.resumed(title) : t.ended(title)
    const choices = status === 'paused' ? [{ label: t.resume, value: `${DESK}:lanjut:${id}` }] : []
    return { say: [{ text: said, choices }] }
  }

  /** What was wanted cannot be done any more: shows how it stands instead. */
  async function asItIs(turn: Turn, id: string): Promise<Reply> {
    const { say } = await look(turn, id)
    return { say: [{ text: texts[turn.person.language].notNow }, ...say] }
  }

  async function reallyEnd(turn: Turn, id: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const deadline = await held(id)
    if (deadline === undefined) return { say: [{ text: t.gone }] }
    const choices = [
      { label: t.yesEnd, value: `${DESK}:akhiri:${id}:ya` },
      { label: t.cancel, value: `${DESK}:lihat:${id}` },
    ]
    return { say: [{ text: t.reallyEnd(literal(deadline.title)), choices }] }
  }

  return {
    /** Does what stands behind a button; undefined for other buttons. */
    async press(
      turn: Turn,
      verb: string,
      [id = '', sure = '']: readonly string[],
    ): Promise<Reply | undefined> {
      if (verb === 'daftar') return list(turn, Number(id) || 0)
      if (verb === 'lihat') return look(turn, id)
      if (verb === 'jeda') return turnTo(turn, id, 'paused', ['active'])
      if (verb === 'lanjut') return turnTo(turn, id, 'active', ['paused'])
      if (verb === 'akhiri')
        return sure === 'ya' ? turnTo(turn, id, 'ended', ['active', 'paused']) : reallyEnd(turn, id)
      if (verb !== 'sunting') return undefined
      const deadline = await held(id)
      if (deadline === undefined || deadline.status === 'ended')
        return { say: [{ text: texts[turn.person.language].gone }] }
      return deps.making.edit(turn, deadline)
    },
  }
}

const SUMMARY = [
  'recurrence',
  'shift',
  'audience',
  'before',
  'overdue',
  'hour',
  'escalation',
  'done',
] as const

function stateOf({ status }: Deadline, { person: { language } }: Turn): string {
  return status === 'draft' ? '' : texts[language].states[status]
}

function deeds({ id, status }: Deadline, { person: { language } }: Turn): readonly Choice[] {
  const t = texts[language]
  const who = { label: t.who, value: `${DESK}:belum:${id}` }
  if (status === 'ended') return [who]
  return [
    who,
    status === 'active'
      ? { label: t.pause, value: `${DESK}:jeda:${id}` }
      : { label: t.resume, value: `${DESK}:lanjut:${id}` },
    { label: t.edit, value: `${DESK}:sunting:${id}` },
    { label: t.end, value: `${DESK}:akhiri:${id}` },
  ]
}
