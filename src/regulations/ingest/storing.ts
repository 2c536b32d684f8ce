import type { Database, Queryable } from '../../database/database.ts'
import { type Changes, compare, shelveRows } from '../shelving.ts'
import { writeEffects, writeRegulations } from './consequences.ts'
import { type Decision, decide, lessThan, type There } from './deciding.ts'
import type { Prepared } from './prepare.ts'
import { rememberSources, type Source, textsThere } from './sources.ts'

/** A file that was read, on its way into the database. */
export interface Arrival {
  readonly file: string
  readonly fingerprint: string
  readonly prepared: Prepared
  /** Whether somebody said which regulation it is, or something about it. */
  readonly told: boolean
  /** The regulation that the same bytes were taken for before, where that was wrong. */
  readonly mistakenFor?: string
}

/** What became of an arrival. */
export interface Settled {
  readonly arrival: Arrival
  readonly decision: Decision
  /** What it did to the pasal that were there, where it was stored. */
  readonly changes?: Changes
  /** The text it took the place of. */
  readonly instead?: There
}

/** What storing needs to know of the run. */
export interface Storing {
  /** The texts this run has put or found there, by regulation; those stored are added. */
  readonly ofThisRun: Map<string, There>
  readonly force: boolean
  /** Nothing is written. */
  readonly dryRun: boolean
}

const LOCK = 0x49_4e_47_53 // "INGS": one process stores, the others wait

/** Stores files, all of them or none; resolves to what became of each, in order, and what is to be remembered. */
export async function store(
  database: Database,
  arrivals: readonly Arrival[],
  { ofThisRun, force, dryRun }: Storing,
): Promise<{ readonly settled: readonly Settled[]; readonly sources: readonly Source[] }> {
  if (arrivals.length === 0) return { settled: [], sources: [] }
  const result = await database.transaction(async (connection) => {
    await connection.query('select pg_advisory_xact_lock($1)', [LOCK])
    const before = new Map([
      ...(await textsThere(
        connection,
        arrivals.map(({ prepared }) => prepared.named.id),
      )),
      ...ofThisRun,
    ])
    const { winners, settled } = judge(arrivals, before, force)
    const sources = sourcesOf(winners, settled)
    const changes = dryRun
      ? await wouldChange(connection, winners)
      : await write(connection, winners, before, sources)
    return { winners, settled, sources, changes }
  })
  const { winners, settled, sources, changes } = result
  for (const [id, { file, prepared }] of winners)
    ofThisRun.set(id, { file, textMark: prepared.textMark, articles: prepared.rows.length, ofThisRun: true })
  return {
    sources,
    settled: settled.map((one) => {
      const { id } = one.arrival.prepared.named
      const own = winners.get(id) === one.arrival ? changes.get(id) : undefined
      return { ...one, ...(own && { changes: own }) }
    }),
  }
}

/** Who is stored, one for each regulation, and what is said of each. */
function judge(
  arrivals: readonly Arrival[],
  before: ReadonlyMap<string, There>,
  force: boolean,
): { readonly winners: ReadonlyMap<string, Arrival>; readonly settled: readonly Settled[] } {
  const there = new Map(before)
  const winners = new Map<string, Arrival>()
  const settled: Settled[] = []
  for (const arrival of arrivals) {
    const { file, prepared, told } = arrival
    const { id } = prepared.named
    const articles = prepared.rows.length
    const present = there.get(id)
    const decision = decide({ textMark: prepared.textMark, articles, told }, present, force)
    settled.push({ arrival, decision, ...(decision.kind === 'store' && present && { instead: present }) })
    if (decision.kind !== 'store') continue
    const outdone = winners.get(id)
    if (outdone)
      settled[arrivals.indexOf(outdone)] = {
        arrival: outdone,
        decision: { kind: 'set-aside', reason: lessThan(file, outdone.prepared.rows.length, articles) },
      }
    winners.set(id, arrival)
    there.set(id, { file, textMark: prepared.textMark, articles, ofThisRun: true })
  }
  return { winners, settled }
}

/** Every file is remembered but those refused; the same bytes once, as what they were used for. */
function sourcesOf(winners: ReadonlyMap<string, Arrival>, settled: readonly Settled[]): readonly Source[] {
  const sources = new Map<string, Source>()
  for (const { arrival, decision } of settled) {
    const { file, fingerprint, prepared } = arrival
    const regulation = prepared.named.id
    if (decision.kind === 'refuse' || sources.get(fingerprint)?.used) continue
    const { textMark, rows } = prepared
    const used = winners.get(regulation) === arrival
    sources.set(fingerprint, { fingerprint, regulation, file, textMark, articles: rows.length, used })
  }
  return [...sources.values()]
}

async function wouldChange(
  connection: Queryable,
  winners: ReadonlyMap<string, Arrival>,
): Promise<ReadonlyMap<string, Changes>> {
  const { changes } = await compare(connection, 'official', [...winners.keys()], rowsOf(winners))
  return changes
}

async function write(
  connection: Queryable,
  winners: ReadonlyMap<string, Arrival>,
  before: ReadonlyMap<string, There>,
  sources: readonly Source[],
): Promise<ReadonlyMap<string, Changes>> {
  const arrivals = [...winners.values()]
  const ids = [...winners.keys()]
  const mistaken = arrivals.flatMap(({ mistakenFor }) => mistakenFor ?? []).filter((id) => !winners.has(id))
  const outdone = ids.filter((id) => before.get(id)?.ofThisRun)
  await writeRegulations(
    connection,
    arrivals.map(({ prepared }) => prepared),
  )
  const changes = await shelveRows(connection, 'official', [...ids, ...mistaken], rowsOf(winners))
  await writeEffects(
    connection,
    [...ids, ...mistaken],
    arrivals.flatMap(({ prepared }) => prepared.findings.effects),
  )
  const replaced = [...ids.filter((id) => !outdone.includes(id)), ...mistaken]
  await rememberSources(connection, sources, { replaced, outdone })
  if (mistaken.length > 0)
    await connection.query(
      `delete from regulation where id = any($1) and not curated
       and not exists (select from article where article.regulation = regulation.id)`,
      [mistaken],
    )
  return changes
}

function rowsOf(winners: ReadonlyMap<string, Arrival>) {
  return [...winners.values()].flatMap(({ prepared }) =>
    prepared.rows.map((row) => ({ ...row, words: () => row.words })),
  )
}
