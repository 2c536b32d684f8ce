import type { Action, Command, Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { type Directory, type Employee, showNip } from '../../../directory.ts'
import { say } from '../replies.ts'
import { texts } from './texts.ts'

/** `/profil`: one's own entry in the directory, and the way to say that the supervisor in it is wrong. */
export function createProfile({ directory }: { readonly directory: Directory }): {
  readonly command: Command
  readonly action: Action
} {
  async function show({ person }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const own = await ownEntry(directory, person.employee)
    if (own === undefined) return say(t.notRegistered, [{ label: t.register, value: 'daftar' }])
    const { labels } = t
    const fields: readonly (readonly [label: string, value: string | undefined])[] = [
      [labels.name, own.name],
      [labels.nip, showNip(own.nip)],
      [labels.position, own.position],
      [labels.grade, own.grade ?? undefined],
      [labels.unit, await pathOf(directory, own)],
      [labels.supervisor, own.supervisor?.name ?? t.noSupervisor],
      [labels.reports, own.reports > 0 ? t.people(own.reports) : undefined],
    ]
    const lines = fields.flatMap(([label, value]) =>
      value === undefined ? [] : [t.field(label, literal(value))],
    )
    return say([t.heading, lines.join('\n')].join('\n\n'), [
      { label: t.wrongSupervisor, value: 'atasan_salah' },
    ])
  }

  const own = { name: 'profil', audience: 'employee', personal: true, run: show } as const
  return { command: { ...own, summary: (l) => texts[l].profileSummary }, action: own }
}

/** The entry of a person; undefined where they have none. */
export async function ownEntry(directory: Directory, id: string | undefined): Promise<Employee | undefined> {
  return id === undefined ? undefined : directory.employee(id)
}

/** The unit of somebody with all above it: "Dinas Kesehatan › Puskesmas Ciracas". */
export async function pathOf(directory: Directory, { unit }: Employee): Promise<string> {
  return (await directory.unitsAbove(unit.id)).join(' › ')
}
