import { createWriteStream, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openDatabase } from '../../src/database/database.ts'
import { createOwnDatabase } from './database.ts'
import type { Findings } from './figures.ts'
import { madePeople } from './made-people.ts'
import { type Cost, measured } from './measured.ts'
import type { Rig } from './rig.ts'

const PEOPLE = 50_000
const FEW = 500
const MEGA = 1024 * 1024
const PROGRAM = 'scripts/people.ts'
const PLAIN = 'scripts/bench/plain-import.ts'

/** How long `npm run people -- import` takes for a list of invented people, the first time and again, and its memory. */
export async function benchPeople(rig: Rig, on?: string): Promise<Findings> {
  const folder = rig.folder()
  const directory = join(folder, 'data')
  const database = on === undefined ? undefined : await createOwnDatabase(rig, on)
  const prepared = await openDatabase(
    database === undefined ? { kind: 'embedded', directory } : { kind: 'native', url: database },
  )
  await prepared.close()
  const place = { folder, DATA_DIR: directory, ...(database && { DATABASE_URL: database }) }
  const path = join(folder, 'people.csv')
  const run = async (count: number, change = (line: string): string => line): Promise<Cost> => {
    await pipeline(changed(madePeople(count), change), createWriteStream(path))
    rig.tell(`importing ${count} people, ${(statSync(path).size / MEGA).toFixed(1)} MB`)
    return measured(rig, [PROGRAM, 'import', path, '--yes'], place)
  }
  const opened = await measured(rig, [PROGRAM, 'list'], place)
  const few = await run(FEW)
  const all = await run(PEOPLE)
  const plain = await measured(rig, [PLAIN, path], place)
  const again = await run(PEOPLE)
  const moved = await run(PEOPLE, (line) => line.replace(',III/d,', ',IV/b,'))
  return {
    bench: `people (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    peer: 'lines into a bare table',
    figures: [
      { name: `${PEOPLE} people, most of them new`, unit: 's', abdi: all.seconds, peer: plain.seconds },
      { name: 'the work of it (CPU)', unit: 's', abdi: all.cpu, peer: plain.cpu },
      { name: 'the same file again', unit: 's', abdi: again.seconds, peer: plain.seconds },
      { name: 'the work of it (CPU)', unit: 's', abdi: again.cpu, peer: plain.cpu },
      { name: 'some of them changed', unit: 's', abdi: moved.seconds, peer: plain.seconds },
      { name: 'the work of it (CPU)', unit: 's', abdi: moved.cpu, peer: plain.cpu },
      { name: 'memory at most, nothing imported', unit: 'MB', abdi: opened.peak / MEGA },
      { name: `memory at most, ${FEW} people`, unit: 'MB', abdi: few.peak / MEGA },
      {
        name: `memory at most, ${PEOPLE} people`,
        unit: 'MB',
        abdi: all.peak / MEGA,
        peer: plain.peak / MEGA,
      },
      { name: 'memory at most, the same file again', unit: 'MB', abdi: again.peak / MEGA },
    ],
    notes: [
      `Goal: ${PEOPLE} people within 30 s on the embedded database, with no more memory than a few take.`,
      'The whole program each time, from its start to its end, with its database opened and closed. Of PostgreSQL the server’s own work and memory are not counted.',
      'The peer parses the same file and puts its lines into one table without an index: nothing is checked, compared, or written down.',
    ],
  }
}

function* changed(lines: Iterable<string>, change: (line: string) => string): Generator<string> {
  for (const line of lines) yield change(line)
}
