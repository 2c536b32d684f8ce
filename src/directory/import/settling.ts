import { placeUnits } from '../placing.ts'
import { isAbove, missingUnits, type TreeUnit } from '../units.ts'
import { circlesOf } from './circles.ts'
import type { Notes } from './report.ts'
import type { Placement, Staging } from './store.ts'

/** Where the rows that are left lead. */
export interface Settled {
  readonly places: ReadonlyMap<number, TreeUnit>
  /** The same for the database: a unit that is yet to be made has a number below nought. */
  readonly placements: readonly Placement[]
  readonly added: readonly TreeUnit[]
  readonly moved: readonly TreeUnit[]
  /** The unit behind the id of a placement. */
  unitOf(id: string): TreeUnit | undefined
}

/** Refuses what does not go together, finds the units, and lets go of supervisors who are unknown or in circles. */
export async function settle(
  staging: Staging,
  paths: readonly (readonly string[])[],
  notes: Notes,
): Promise<Settled> {
  await staging.refuseDoubles()
  await staging.refuseIncomplete()
  const settled = await findUnits(staging, paths)
  notes.add('noSupervisor', await staging.forgetUnknownSupervisors())
  const circles = circlesOf(await staging.circling())
  notes.add('circle', await staging.unbind(circles.flat()))
  return settled
}

async function findUnits(staging: Staging, paths: readonly (readonly string[])[]): Promise<Settled> {
  const { places, moved } = placeUnits(paths, await staging.units(), await staging.settledUnits())
  const problems = places.flatMap((place, number) => ('problem' in place ? [{ number, ...place }] : []))
  if (problems.length > 0) await staging.refusePlaces(problems)
  const used = new Map(
    (await staging.places()).flatMap((number): [number, TreeUnit][] => {
      const place = places[number]
      return place === undefined || 'problem' in place ? [] : [[number, place]]
    }),
  )
  const added = missingUnits(used.values())
  const ids = new Map(added.map((unit, i) => [unit, `${-1 - i}`] as const))
  const units = new Map([...used.values()].map((unit) => [unit.id ?? ids.get(unit) ?? '', unit] as const))
  return {
    places: used,
    placements: [...used].map(([number, unit]) => ({ number, unit: unit.id ?? ids.get(unit) ?? '' })),
    added,
    moved: moved.filter((unit) => [...used.values()].some((place) => isAbove(unit, place))),
    unitOf: (id) => units.get(id),
  }
}
