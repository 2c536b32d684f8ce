import type { Database } from '../../src/database/database.ts'
import { type ImportOptions, type ImportReport, importPeople } from '../../src/directory.ts'
import { freshDatabase } from '../support/database.ts'
import { emptied } from '../support/emptied.ts'

/** A day on which the tests import. */
export const NOW = new Date('2026-03-11T03:00:00Z')

export const HEADINGS = 'nip,nama,email,telepon,unit,jabatan,golongan,jenis,atasan_nip,peran'

/** People of a small office: its head, one who leads below her, two who work there. */
export const HEAD = '197001011995032001'
export const LEADER = '198002022005011002'
export const NURSE = '199003032015032003'
export const CONTRACTOR = '199204042022211004'
export const OFFICE = [
  HEADINGS,
  `${HEAD},"Dr. Hj. Ratna Dewi, S.Sos., M.Si",ratna@x.go.id,0811-1111-1111,Dinas Kesehatan,Kepala Dinas Kesehatan,IV/c,PNS,,hr`,
  `${LEADER},Budi Santoso,budi@x.go.id,0811-2222-2222,Dinas Kesehatan > Puskesmas A,Kepala Seksi Mutu,IV/a,PNS,${HEAD},`,
  `${NURSE},Siti,siti@x.go.id,0811-3333-3333,Dinas Kesehatan > Puskesmas A,Perawat Ahli Muda,III/c,PNS,${LEADER},`,
  `${CONTRACTOR},Agus,agus@x.go.id,0811-4444-4444,Dinas Kesehatan > Puskesmas A,Perawat Terampil,VII,PPPK,${LEADER},pegawai`,
].join('\n')

/** A database in which nobody works yet. */
export async function emptyDirectory(): Promise<Database> {
  const database = await freshDatabase()
  await emptied(database, 'employee, unit, employee_change, arrival')
  return database
}

/** Imports a text or the bytes of a file as it is asked; refused rows stop nothing unless that is asked. */
export function bring(
  database: Database,
  content: string | Uint8Array,
  options: Partial<ImportOptions> & { readonly name?: string } = {},
): Promise<ImportReport> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const { name = 'pegawai.csv', ...rest } = options
  const source = {
    name,
    size: bytes.length,
    async *open() {
      // in pieces as a stream has them
      for (let at = 0; at < bytes.length; at += 4096) yield bytes.subarray(at, at + 4096)
    },
  }
  return importPeople(database, source, { now: NOW, timeZone: 'Asia/Jakarta', acceptRefused: true, ...rest })
}

/** A note of a kind, without its text. */
export function noted(
  report: ImportReport,
  kind: string,
): { count: number; lines: readonly number[] } | undefined {
  const note = report.notes.find((one) => one.kind === kind)
  return note && { count: note.count, lines: note.lines }
}

/** All entries by their NIP, with the names of units and the NIP of supervisors. */
export async function entries(
  database: Database,
): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  const rows = await database.query<{ nip: string }>(
    `select e.nip, e.name, e.kind, unit.name as unit, e.position, e.grade, e.email, e.phone, chief.nip as supervisor, e.role,
       e.qualification, e.competencies, e.retirement_age, e.retires_on::text, e.left_on::text
     from employee e join unit on unit.id = e.unit left join employee chief on chief.id = e.supervisor order by e.nip`,
  )
  return Object.fromEntries(rows.map(({ nip, ...rest }) => [nip, rest]))
}
