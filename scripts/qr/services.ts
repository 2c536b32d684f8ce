import type { Database } from '../../src/database/database.ts'
import { countByUnit, unitsMeant } from '../../src/directory.ts'
import { Unreadable } from '../../src/errors.ts'
import { createServices, type Service } from '../../src/features/feedback/services/service-store.ts'
import type { Options } from './options.ts'

/** What a poster of a service carries, and the lines that say which one it is. */
export interface ServicePoster {
  readonly payload: string
  readonly about: readonly string[]
}

/** A poster for each open service of an office and of those below it. Throws `Unreadable` where there are none. */
export async function postersOf(
  database: Database,
  { of, opens }: NonNullable<Options['services']>,
): Promise<readonly ServicePoster[]> {
  const services = createServices(database)
  const units = of === null ? await roots(database) : [await meant(database, of)]
  const all: Service[] = []
  for (const unit of units) all.push(...(await services.openBelow(unit)))
  if (all.length === 0)
    throw new Unreadable('Belum ada layanan yang dibuka di situ. Tambahkan lewat /layanan di obrolan.')
  return all.map(({ id, name, unit }) => ({ payload: `${opens}_s${id}`, about: [name, unit.name] }))
}

async function meant(database: Database, words: string): Promise<string> {
  const [unit, ...others] = await unitsMeant(database, words)
  if (unit === undefined) throw new Unreadable(`Tidak ada kantor “${words}” di direktori.`)
  if (others.length === 0) return unit.id
  const paths = [unit, ...others].slice(0, 8).map(({ path }) => `  ${path}`)
  throw new Unreadable(`Ada beberapa kantor yang cocok dengan “${words}”:\n${paths.join('\n')}`)
}

async function roots(database: Database): Promise<readonly string[]> {
  return (await countByUnit(database)).filter(({ depth }) => depth === 0).map(({ id }) => id)
}
