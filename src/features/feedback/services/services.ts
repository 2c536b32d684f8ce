import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import type { Choice } from '../../../chat/message.ts'
import { mayUse } from '../../../chat/turn.ts'
import type { Audit, UnitPlace } from '../../../directory.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import type { Desks } from '../tickets/desk-store.ts'
import { ADD, addForm, RENAME, renameForm } from './form.ts'
import type { Printing } from './printing.ts'
import type { Service, ServiceStore } from './service-store.ts'
import { texts } from './texts.ts'

/** What keeping the services of offices needs. */
export interface Serving {
  readonly services: ServiceStore
  readonly desks: Pick<Desks, 'answersFor' | 'unitsOf'>
  readonly audit: Audit
  readonly printing: Printing
  /** The units that everyday words can mean. */
  unitsMeant(words: string): Promise<readonly UnitPlace[]>
}

const NAME = 'layanan'
const SHOWN = 30
const LONGEST_LABEL = 40
const [MOST_NAMES, LONGEST_NAME] = [50, 120] as const
/** More pages are seldom printed at once. */
const MOST_POSTERS = 60

/** `/layanan UNIT`: what an office does for citizens, with the code for its counter; for officers and who answers there. */
export function createServing(deps: Serving) {
  const { services, desks, audit, printing } = deps

  async function begin(turn: Turn, rest: string): Promise<Reply> {
    const { person } = turn
    const t = texts[person.language]
    if (rest === '') {
      const [own, ...others] = person.employee === undefined ? [] : await desks.unitsOf(person.employee)
      return own !== undefined && others.length === 0 ? list(turn, own) : { say: [{ text: t.how }] }
    }
    const [unit, ...others] = await deps.unitsMeant(rest)
    if (unit === undefined) return { say: [{ text: t.unknownUnit(rest) }] }
    if (others.length === 0) return list(turn, unit.id)
    const choices = [unit, ...others].slice(0, 8).map(({ id, path }) => button(path, 'unit', id))
    return { say: [{ text: t.severalUnits(rest), choices }] }
  }

  async function list(turn: Turn, unit: string, first?: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const name = await services.unit(unit)
    if (name === undefined) return { say: [{ text: t.gone }] }
    if (!(await mayKeep(turn, unit))) return { say: [{ text: t.notYours }] }
    const all = await services.of(unit)
    const shown = all.slice(0, SHOWN)
    const choices = [
      ...shown.map((one) => button(one.name, 'lihat', one.id)),
      button(t.add, 'tambah', unit),
      ...(all.some(({ closedOn }) => closedOn === null) ? [button(t.posters, 'posters', unit)] : []),
    ]
    const text = [...(first === undefined ? [] : [first]), t.list(name, shown, all.length - shown.length)]
    return { say: [{ text: text.join('\n\n'), choices }] }
  }

  async function card(turn: Turn, service: Service, first?: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const { id, closedOn, unit } = service
    const payload = payloadOf(service)
    const file = closedOn === null ? await printing.picture(turn, payload, t.pictureFile(id)) : undefined
    const choices = [
      ...(file === undefined ? [] : [button(t.poster, 'poster', id)]),
      button(t.rename, 'nama', id),
      closedOn === null ? button(t.close, 'tutup', id) : button(t.reopen, 'buka', id),
      button(t.back(unit.name), 'unit', unit.id),
    ]
    const text = [...(first === undefined ? [] : [first]), t.card(service, printing.link(payload))]
    return { say: [{ text: text.join('\n\n'), choices, ...(file && { file }) }] }
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const [, verb = '', id = ''] = /^(\w+):(\d{1,18})$/.exec(rest) ?? []
    if (verb === 'unit') return list(turn, id)
    if (verb === 'tambah' || verb === 'posters') {
      if (!(await mayKeep(turn, id))) return { say: [{ text: texts[turn.person.language].notYours }] }
      return verb === 'posters' ? posters(turn, id) : { say: [], open: { form: ADD, answers: { unit: id } } }
    }
    const service = await found(turn, id)
    return 'say' in service ? service : about(turn, service, verb)
  }

  async function about(turn: Turn, service: Service, verb: string): Promise<Reply> {
    const { id, name } = service
    const t = texts[turn.person.language]
    if (verb === 'nama') return { say: [], open: { form: RENAME, answers: { service: id, before: name } } }
    if (verb === 'poster') return printed(turn, [service], t.posterFile(`s${id}`))
    if (verb !== 'tutup' && verb !== 'buka') return card(turn, service)
    const closedOn = verb === 'tutup' ? dayAt(turn.now, turn.timeZone) : null
    await services.close(id, closedOn)
    await noted(turn, verb === 'tutup' ? 'closed' : 'reopened', { service: id })
    return card(turn, { ...service, closedOn }, verb === 'tutup' ? t.closed(name) : t.reopened(name))
  }

  /** The posters of a unit and of all below it. */
  async function posters(turn: Turn, unit: string): Promise<Reply> {
    return printed(turn, await services.openBelow(unit), texts[turn.person.language].posterFile(`u${unit}`))
  }

  async function printed(turn: Turn, all: readonly Service[], name: string): Promise<Reply> {
    const t = texts[turn.person.language]
    if (all.length === 0) return { say: [{ text: t.none }] }
    const some = all.slice(0, MOST_POSTERS)
    const pages = some.map((one) => ({
      payload: payloadOf(one),
      title: t.posterTitle,
      about: [one.name, one.unit.name],
    }))
    const file = await printing.pages(turn, pages, name)
    if (file === undefined) return { say: [{ text: t.cannotPrint }] }
    return { say: [{ text: t.printed(some.length, all.length - some.length), file }] }
  }

  const added: FeatureForm = whenSent(
    addForm,
    async (turn, { unit, names }) => {
      const t = texts[turn.person.language]
      const title = await services.unit(unit)
      if (title === undefined) return { say: [{ text: t.gone }] }
      if (!(await mayKeep(turn, unit))) return { say: [{ text: t.notYours }] }
      const read = namesIn(names)
      if (read.length === 0) return { say: [{ text: t.nothingRead }], open: { form: ADD, answers: { unit } } }
      if (read.length > MOST_NAMES || read.some((name) => name.length > LONGEST_NAME))
        return { say: [{ text: t.tooLong }], open: { form: ADD, answers: { unit } } }
      const fresh = await services.add(unit, read)
      if (fresh.length > 0) await noted(turn, 'added', { unit, count: fresh.length })
      const known = read.filter((name) => !fresh.includes(name))
      return list(turn, unit, t.added(title, fresh, known))
    },
    'employee',
  )

  const renamed: FeatureForm = whenSent(
    renameForm,
    async (turn, { service: id, name: written }) => {
      const t = texts[turn.person.language]
      const service = await found(turn, id)
      if ('say' in service) return service
      const [name] = namesIn(written)
      if (name === undefined) return { say: [{ text: t.nothingRead }] }
      if (!(await services.rename(id, name))) return { say: [{ text: t.nameTaken(name) }] }
      await noted(turn, 'renamed', { service: id })
      return card(turn, { ...service, name }, t.renamed(name))
    },
    'employee',
  )

  async function found(turn: Turn, id: string): Promise<Service | Reply> {
    const t = texts[turn.person.language]
    const service = id === '' ? undefined : await services.one(id)
    if (service === undefined) return { say: [{ text: t.gone }] }
    return (await mayKeep(turn, service.unit.id)) ? service : { say: [{ text: t.notYours }] }
  }

  async function mayKeep({ person: { role, employee } }: Turn, unit: string): Promise<boolean> {
    return mayUse(role, 'hr') || (employee !== undefined && (await desks.answersFor(employee, unit)))
  }

  function noted({ person, message, now }: Turn, deed: string, detail: Readonly<Record<string, unknown>>) {
    const { account, role } = person
    const action = `service.${deed}`
    return audit.note({ key: `${action}:${message.id}`, action, account, role, subject: null, detail }, now)
  }

  const shared = { name: NAME, audience: 'employee', personal: true } as const
  const command: Command = { ...shared, summary: (l) => texts[l].summary, run: begin }
  const action: Action = { ...shared, run: press }
  return { command, action, forms: [added, renamed] as const }
}

/** What the code at a counter opens. */
export function payloadOf({ id }: Pick<Service, 'id'>): string {
  return `lapor_s${id}`
}

/** The names in a list as people write one: a line each, with or without numbers and dashes before them. */
export function namesIn(list: string): readonly string[] {
  const names = list
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:\d{1,3}[.)]|[-–•*])\s+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((name) => fold(name) !== '')
  const keys = names.map(fold)
  return names.filter((_, i) => keys.indexOf(keys[i] ?? '') === i)
}

function button(label: string, verb: string, id: string): Choice {
  const short = label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label
  return { label: short, value: `${NAME}:${verb}:${id}` }
}
