import {
  type Action,
  type Command,
  type FeatureForm,
  type Outbox,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import type { Employee } from '../../../directory.ts'
import { ADD, addForm, CHANGE, changeForm } from './form.ts'
import { createListing, type Listing, mayAdd, mayChange, TARGET, yearOf } from './listing.ts'
import { answersOf, goalOf } from './measures.ts'
import { labelOf, type Target } from './target.ts'
import { texts } from './texts.ts'
import { ownEntry, reviewerConversation } from './who.ts'

/** What setting targets needs. */
export interface Setting extends Listing {
  readonly outbox: Outbox
}

/** One's own targets of a year, to see, add, change and give up; a supervisor sees those of their staff. */
export function createTargets(deps: Setting): {
  readonly command: Command
  readonly action: Action
  readonly forms: readonly FeatureForm[]
  /** Shows whoever wrote their targets of this year. */
  show(turn: Turn): Promise<Reply>
} {
  const { store, directory, outbox } = deps
  const { list, show, named, ofStaff } = createListing(deps)

  async function begin(turn: Turn, own: Employee, year: number): Promise<Reply> {
    const t = texts[turn.person.language]
    if (!mayAdd(year, turn)) return { say: [{ text: t.farYear }] }
    const above = own.supervisor === null ? [] : await store.targetsOf(own.supervisor.id, year)
    if (above.length === 0) return open(turn, year)
    const choices = above.map((target) => ({
      label: labelOf(target),
      value: `${TARGET}:turunan:${year}:${target.id}`,
    }))
    const alone = { label: t.ownTarget, value: `${TARGET}:turunan:${year}:0` }
    return { say: [{ text: t.parent(year, own.supervisor?.name ?? ''), choices: [...choices, alone] }] }
  }

  function open(turn: Turn, year: number, parent?: Target): Reply {
    const t = texts[turn.person.language]
    const above = parent === undefined ? t.noParent : t.parentName(parent)
    return { say: [], open: { form: ADD, answers: { year: String(year), parent: parent?.id ?? '', above } } }
  }

  /** The supervisor's target with an id, as long as it is one of that year that they pursue. */
  async function parentOf(own: Employee, year: number, id: string): Promise<Target | undefined> {
    const parent = await store.target(id)
    const isAbove = own.supervisor !== null && parent?.employee === own.supervisor.id && parent.year === year
    return isAbove && !parent.dropped ? parent : undefined
  }

  async function run(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const own = await ownEntry(directory, turn)
    const [verb = '', id = '', value = ''] = rest.split(':')
    if (verb === 'daftar' || verb === '') return list(turn, own, Number(id) || yearOf(turn))
    if (verb === 'tambah') return begin(turn, own, Number(id))
    if (verb === 'staf') {
      const other = (await directory.reportsOf(own.id)).find((one) => one.id === id)
      return other === undefined ? { say: [{ text: t.onlyOwn }] } : ofStaff(turn, other)
    }
    if (verb === 'turunan') {
      if (!mayAdd(Number(id), turn)) return { say: [{ text: t.farYear }] }
      return open(turn, Number(id), await parentOf(own, Number(id), value))
    }
    const target = await store.target(id)
    if (target?.employee !== own.id || (target.dropped && verb !== 'ya')) return { say: [{ text: t.gone }] }
    if (verb === 'lihat') return show(turn, target)
    if (!mayChange(target, turn) && verb !== 'ya') return { say: [{ text: t.past }] }
    if (verb === 'ubah') return { say: [], open: { form: CHANGE, answers: answersOf(target) } }
    if (verb === 'buang') {
      const yes = { label: t.dropYes, value: `${TARGET}:ya:${id}` }
      const no = { label: t.keep, value: `${TARGET}:lihat:${id}` }
      return { say: [{ text: t.dropSure(target), choices: [yes, no] }] }
    }
    return drop(turn, own, target)
  }

  async function drop(turn: Turn, own: Employee, target: Target): Promise<Reply> {
    const t = texts[turn.person.language]
    await tell(turn, own, t.toldDropped(own.name, target), `target:${target.id}:dropped`)
    await store.dropTarget(target.id, { key: turn.message.id, by: own.id, now: turn.now })
    return { say: [{ text: t.dropped(target) }] }
  }

  async function tell(turn: Turn, own: Employee, text: string, key: string): Promise<void> {
    const to = await reviewerConversation(deps, own, turn)
    if (to !== undefined) await outbox.say(to, { text }, key)
  }

  const added = whenSent(
    addForm,
    async (turn, { year: said, parent: id, above: _, ...measures }) => {
      const t = texts[turn.person.language]
      const own = await ownEntry(directory, turn)
      const year = Number(said)
      if (!mayAdd(year, turn)) return { say: [{ text: t.farYear }] }
      const parent = await parentOf(own, year, id)
      const owner = { employee: own.id, year, parent: parent?.id ?? null }
      const target = await store.addTarget(owner, goalOf(measures, year), {
        key: turn.message.id,
        now: turn.now,
      })
      await tell(turn, own, t.toldAdded(own.name, target), `target:${target.id}:added`)
      const again = { label: t.add, value: `${TARGET}:tambah:${year}` }
      const lost = id !== '' && parent === undefined ? [t.parentGone] : []
      return { say: [{ text: [t.added(target), ...lost].join('\n\n'), choices: [again] }] }
    },
    'employee',
  )

  const changed = whenSent(
    changeForm,
    async (turn, { number, year, ...measures }) => {
      const t = texts[turn.person.language]
      const own = await ownEntry(directory, turn)
      const before = (await store.targetsOf(own.id, Number(year))).find(
        (one) => String(one.number) === number,
      )
      if (before === undefined) return { say: [{ text: t.gone }] }
      if (!mayChange(before, turn)) return { say: [{ text: t.past }] }
      const goal = goalOf(measures, before.year)
      // said before it is done: after a crash nobody would know any more what it was
      const key = `target:${before.id}:changed:${turn.message.id}`
      await tell(turn, own, t.toldChanged(own.name, before, { ...before, ...goal }), key)
      const target = await store.changeTarget(before.id, goal, {
        key: turn.message.id,
        by: own.id,
        now: turn.now,
      })
      return { say: [{ text: target === undefined ? t.gone : t.changed(target) }] }
    },
    'employee',
  )

  const employee = { name: TARGET, audience: 'employee', personal: true } as const
  return {
    command: {
      ...employee,
      summary: (l) => texts[l].summary,
      async run(turn, rest) {
        const own = await ownEntry(directory, turn)
        return rest === '' ? list(turn, own, yearOf(turn)) : named(turn, own, rest)
      },
    },
    action: { ...employee, run },
    forms: [added, changed],
    show: (turn) => run(turn, ''),
  }
}
