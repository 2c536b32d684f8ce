import type { Reply, Turn } from '../../../chat/feature.ts'
import type { Choice } from '../../../chat/message.ts'
import type { Audit, Directory, Employee } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import type { Overview } from '../progress/overview.ts'
import type { PerformanceStore } from '../store.ts'
import { labelOf, type Target } from './target.ts'
import { texts } from './texts.ts'

/** What showing targets needs. */
export interface Listing {
  readonly store: PerformanceStore
  readonly directory: Directory
  /** Where looking at somebody else's targets is written down. */
  readonly audit?: Pick<Audit, 'note'>
  readonly overview: Overview
}

/** The name of the command and of its buttons. */
export const TARGET = 'target'

/** Targets as people look at them: their own, and those of whom they lead. */
export function createListing({ store, directory, audit, overview }: Listing) {
  async function list(turn: Turn, own: Employee, year: number): Promise<Reply> {
    const t = texts[turn.person.language]
    const targets = await store.targetsOf(own.id, year)
    const add: readonly Choice[] = mayAdd(year, turn)
      ? [{ label: t.add, value: `${TARGET}:tambah:${year}` }]
      : []
    if (targets.length === 0) return { say: [{ text: t.none(year), choices: add }] }
    const shown = targets.map((target) => ({ label: labelOf(target), value: `${TARGET}:lihat:${target.id}` }))
    return { say: [{ text: t.list(year, targets), choices: [...shown, ...add] }] }
  }

  async function show(turn: Turn, target: Target): Promise<Reply> {
    const t = texts[turn.person.language]
    const words = await overview.one(target, turn)
    const changes = mayChange(target, turn)
      ? [
          { label: t.change, value: `${TARGET}:ubah:${target.id}` },
          { label: t.drop, value: `${TARGET}:buang:${target.id}` },
        ]
      : []
    const choices = [...changes, { label: t.back, value: `${TARGET}:daftar:${target.year}` }]
    return { say: [{ text: `${t.one(target)}\n\n${words}`, choices }] }
  }

  /** What comes behind the command: the number of a target, a year, or somebody's name. */
  async function named(turn: Turn, own: Employee, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const [, number] = /^(?:rhk\s*)?(\d{1,2})(?!\d)/i.exec(rest) ?? []
    if (/^\d{4}$/.test(rest)) return list(turn, own, Number(rest))
    if (number !== undefined) {
      const target = (await store.targetsOf(own.id, yearOf(turn))).find(
        (one) => one.number === Number(number),
      )
      return target === undefined ? { say: [{ text: t.noSuch(Number(number)) }] } : show(turn, target)
    }
    const staff = (await directory.reportsOf(own.id)).filter(({ name }) => fits(name, rest))
    const [only, ...others] = staff
    if (only !== undefined && others.length === 0) return ofStaff(turn, only)
    if (only !== undefined) {
      const choices = staff
        .slice(0, 10)
        .map(({ id, name }) => ({ label: name.slice(0, 40), value: `${TARGET}:staf:${id}` }))
      return { say: [{ text: t.several(rest), choices }] }
    }
    const nip = rest.replace(/\D/g, '')
    const other = seesEverybody(turn) && nip.length === 18 ? await directory.byNip(nip) : undefined
    if (other !== undefined) return ofStaff(turn, other)
    return { say: [{ text: own.reports > 0 ? t.notBelow(rest) : t.onlyOwn }] }
  }

  /** Somebody's targets and where they stand, for who may see them; that they were looked at is written down. */
  async function ofStaff(turn: Turn, other: Employee): Promise<Reply> {
    const t = texts[turn.person.language]
    const year = yearOf(turn)
    const { person, message, now } = turn
    const deed = { action: 'targets.seen', account: person.account, role: person.role, subject: other.id }
    await audit?.note({ key: `targets:${message.id}`, ...deed }, now)
    const targets = await store.targetsOf(other.id, year)
    if (targets.length === 0) return { say: [{ text: t.noneOf(other.name, year) }] }
    return { say: [{ text: await overview.of(other, turn) }] }
  }

  return { list, show, named, ofStaff }
}

/** The year a turn happens in. */
export function yearOf({ now, timeZone }: Turn): number {
  return Number(dayAt(now, timeZone).slice(0, 4))
}

/** Targets are set for the year that runs and for the next. */
export function mayAdd(year: number, turn: Turn): boolean {
  return year === yearOf(turn) || year === yearOf(turn) + 1
}

/** Whether a target is of a year that is not over. */
export function mayChange(target: Target, turn: Turn): boolean {
  return target.year >= yearOf(turn)
}

function seesEverybody({ person }: Turn): boolean {
  return person.role === 'hr' || person.role === 'admin'
}

function fits(name: string, typed: string): boolean {
  const said = fold(typed)
  return said.length >= 2 && ` ${fold(name)} `.includes(` ${said}`)
}
