import type { IngestReport } from './report.ts'
import type { Settled } from './storing.ts'

/** What is reported of a file that was read and judged; `seconds` are those of the database. */
export function reportOf(
  { arrival: { file, prepared, mistakenFor }, decision, changes, instead }: Settled,
  seconds: number,
): IngestReport {
  const { findings, named } = prepared
  const common = {
    file,
    regulation: named.id,
    findings,
    ...(changes && { changes }),
    seconds: prepared.seconds + seconds,
  }
  if (decision.kind === 'refuse')
    return { ...common, outcome: 'refused', cause: 'far-fewer', reason: decision.reason }
  if (decision.kind !== 'store') return { ...common, outcome: decision.kind, reason: decision.reason }
  const reason =
    replacing(file, instead) ?? (mistakenFor && `tadinya tercatat sebagai ${mistakenFor}; dipindahkan`)
  return { ...common, outcome: 'imported', ...(reason && { reason }) }
}

function replacing(file: string, instead: Settled['instead']): string | undefined {
  if (instead?.file === undefined || instead.file === file) return undefined
  return instead.ofThisRun
    ? `menggantikan ${instead.file} dari impor yang sama, yang hanya berisi ${instead.articles} pasal`
    : `menggantikan naskah dari ${instead.file}`
}
