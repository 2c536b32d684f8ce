import { basename } from 'node:path'
import type { Findings, IngestReport } from '../../src/regulations/ingest.ts'
import { shortName } from '../../src/regulations/registry.ts'
import { number } from './pace.ts'

/** What is said of one file, in Indonesian: what it is, what was found in it, what is doubtful. */
export function linesOf(report: IngestReport): string {
  const { file, outcome, regulation, reason, findings } = report
  const name = regulation && nameOf(regulation)
  if (outcome === 'refused')
    return [`✗ ${file}: ${reason}`, ...(report.cause === 'unnamed' ? [HINT] : [])].join('\n')
  if (outcome !== 'imported' || findings === undefined) return `= ${name}: ${reason} [${basename(file)}]`
  return [
    `✓ ${name}${findings.title ? `, ${findings.title}` : ''}${findings.issuer ? ` (${findings.issuer})` : ''}`,
    `    ${[basename(file), read(findings), counted(report, findings), outside(findings), `${number(report.seconds, 1)} detik`].join('; ')}`,
    ...effects(findings),
    ...(reason ? [`    ! ${reason}`] : []),
    ...findings.warnings.map((doubt) => `    ! ${doubt}`),
    ...(findings.gaps.length > 0 ? [`    ! Tidak ditemukan: Pasal ${some(findings.gaps, ', ')}.`] : []),
    ...(findings.disorder.length > 0 ? [`    ! Urutan ayat: ${some(findings.disorder, '; ')}.`] : []),
  ].join('\n')
}

const MOST_NAMED = 6

/** The first few of many; all of them are in the JSON report. */
function some(all: readonly string[], between: string): string {
  const rest = all.length - MOST_NAMED
  return all.slice(0, MOST_NAMED).join(between) + (rest > 0 ? `${between}dan ${rest} lagi` : '')
}

const HINT = '    Sebutkan: npm run ingest -- BERKAS --type pp --number 94 --year 2021'

const RECOGNIZED = {
  text: 'dikenali dari naskahnya',
  name: 'dikenali dari nama berkas',
  given: 'sesuai yang disebutkan',
}

function read({ format, pages, pagesRead, recognized }: Findings): string {
  const sheets = pages === undefined ? '' : `, ${pagesRead ?? pages} dari ${pages} halaman terbaca`
  return `${format}${sheets}, ${RECOGNIZED[recognized]}`
}

function counted({ changes }: IngestReport, { articles, passages }: Findings): string {
  const { added = 0, changed = 0, removed = 0, unchanged = 0 } = changes ?? {}
  const what = [
    [added, 'baru'],
    [changed, 'berubah'],
    [removed, 'hilang'],
    [unchanged, 'tetap'],
  ] as const
  const said = what.filter(([count]) => count > 0).map(([count, word]) => `${number(count)} ${word}`)
  return `${number(articles)} pasal (${said.join(', ') || 'tidak ada yang berubah'}), ${number(passages)} bagian`
}

const PARTS = { head: 'kepala', explanation: 'penjelasan', annex: 'lampiran' }

function outside({ outside: { share, characters, parts } }: Findings): string {
  const said = parts.map(
    ({ part, characters, begins }) =>
      `${PARTS[part]} ${number(characters)}${part === 'annex' ? `, "${begins}"` : ''}`,
  )
  return `${Math.round(share * 100)}% di luar pasal (${number(characters)} huruf${said.length > 0 ? `: ${said.join(', ')}` : ''})`
}

/** "mengubah UU 30/2002 (37 pasal); mencabut PP 53/2010". */
function effects({ effects: all }: Findings): readonly string[] {
  const groups = Map.groupBy(all, (effect) => `${verbOf(effect)} ${nameOf(effect.on.regulation)}`)
  if (groups.size === 0) return []
  const said = [...groups].map(([what, list]) => {
    const pasal = new Set(list.flatMap(({ on }) => on.pasal ?? [])).size
    return pasal > 0 ? `${what} (${pasal} pasal)` : what
  })
  return [`    ${some(said, '; ')}`]
}

function verbOf({ kind, on }: Findings['effects'][number]): string {
  if (kind === 'kept') return 'mempertahankan'
  if (kind !== 'revoked') return 'mengubah'
  return on.pasal === undefined && on.part === undefined ? 'mencabut' : 'mencabut sebagian'
}

function nameOf(id: string): string {
  const [, digits = '', year = ''] = /-([^-]+)-(\d{4})$/.exec(id) ?? []
  return shortName({ id, number: digits.toUpperCase(), year: Number(year) })
}
