import type { Command, Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { type createDirectory, readNip } from '../../../directory.ts'
import type { Desks } from '../tickets/desk-store.ts'
import type { Handling } from './deeds.ts'
import { texts } from './texts.ts'

type Directory = Pick<ReturnType<typeof createDirectory>, 'byNip' | 'employee'>

/** `/petugas_laporan UNIT: NIP, NIP`: officers say who answers the tickets of a unit, and see who does. */
export function createAppointing({
  desks,
  places,
  audit,
  directory,
}: Pick<Handling, 'places' | 'audit'> & { readonly desks: Desks; readonly directory: Directory }): Command {
  async function run(turn: Turn, rest: string): Promise<Reply> {
    const { person, message, now } = turn
    const t = texts[person.language]
    const [named = '', ...listed] = rest.split(':')
    if (named.trim() === '') return { say: [{ text: t.deskHow }] }
    const [unit, ...others] = await places.called(named)
    if (unit === undefined || others.length > 0)
      return { say: [{ text: t.passUnknown(literal(named.trim())) }] }
    const nips = listed
      .join(':')
      .split(/[,;\n]/)
      .map((nip) => nip.trim())
      .filter((nip) => nip !== '')
    if (nips.length > 0) {
      const read = await Promise.all(nips.map(async (nip) => ({ nip, entry: await entryOf(nip) })))
      const unknown = read.filter(({ entry }) => entry === undefined).map(({ nip }) => literal(nip))
      if (unknown.length > 0) return { say: [{ text: t.deskUnknown(unknown.join(', ')) }] }
      const entries = read.flatMap(({ entry }) => entry?.id ?? [])
      await desks.appoint(unit.unit, entries)
      const { account, role } = person
      const detail = { unit: unit.unit, employees: entries }
      await audit.note(
        { key: `ticket.desk:${message.id}`, action: 'ticket.desk', account, role, subject: null, detail },
        now,
      )
    }
    const clerks = await Promise.all((await desks.clerksOf(unit.unit)).map((id) => directory.employee(id)))
    const names = clerks.flatMap((clerk) => (clerk === undefined ? [] : [literal(clerk.name)]))
    const title = literal(unit.title)
    return { say: [{ text: names.length > 0 ? t.desk(title, names) : t.deskNone(title) }] }
  }

  async function entryOf(nip: string) {
    const reading = readNip(nip)
    return 'nip' in reading ? directory.byNip(reading.nip) : undefined
  }

  return {
    name: 'petugas_laporan',
    audience: 'hr',
    personal: true,
    summary: (l) => texts[l].deskSummary,
    run,
  }
}
