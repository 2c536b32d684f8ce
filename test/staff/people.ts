import type { Database } from '../../src/database/database.ts'
import { fold } from '../../src/indonesian/words.ts'
import { emptied } from '../support/emptied.ts'
import { jobs, units } from './vocabulary.ts'

/** Somebody for a test; what is left out is usual. */
export interface Someone {
  readonly name: string
  readonly unit: string
  readonly position?: string
  readonly kind?: 'PNS' | 'PPPK'
  readonly grade?: string | null
  readonly sex?: 'P' | 'L'
  readonly born?: string
  readonly retires?: string | null
  readonly supervisor?: string
  readonly phone?: string | null
  readonly email?: string | null
  readonly qualification?: string | null
  readonly wanted?: string | null
  readonly has?: readonly string[]
  readonly needs?: readonly string[]
}

/** Empties the directory and puts the units of the tests into it, with their ids. */
export async function emptyDirectory(database: Database): Promise<void> {
  await emptied(
    database,
    'unit, employee, employee_change, entry_code, supervisor_report, audit, person, account',
  )
  await database.query(
    `insert into unit (id, name, key, parent) overriding system value
     select id, name, key, parent from jsonb_to_recordset($1::jsonb) as u (id bigint, name text, key text, parent bigint)`,
    [JSON.stringify(units.map((unit) => ({ ...unit, key: fold(unit.name) })))],
  )
}

/** Puts people into the directory, supervisors named among them; resolves to ids by name. */
export async function employ(
  database: Database,
  people: readonly Someone[],
): Promise<Readonly<Record<string, string>>> {
  const rows = people.map((one, i) => ({
    nip: nipOf(i, one),
    kind: one.kind ?? 'PNS',
    unit: units.find(({ name }) => name === one.unit)?.id,
    position: one.position ?? 'Pengadministrasi Umum',
    grade: one.grade === undefined ? 'III/a' : one.grade,
    wanted_qualification: one.wanted,
    competencies: one.has ?? [],
    wanted_competencies: one.needs ?? [],
    retires_on: one.retires,
    name: one.name,
    phone: one.phone,
    email: one.email,
    qualification: one.qualification,
  }))
  const found = await database.query<{ id: string; name: string }>(
    `insert into employee (nip, name, kind, unit, position, grade, phone, email, qualification, wanted_qualification,
       competencies, wanted_competencies, retires_on)
     select nip, name, kind, unit, position, grade, phone, email, qualification, wanted_qualification,
       competencies, wanted_competencies, retires_on
     from jsonb_to_recordset($1::jsonb) as e (nip text, name text, kind text, unit bigint, position text, grade text,
       phone text, email text, qualification text, wanted_qualification text, competencies text[],
       wanted_competencies text[], retires_on date)
     returning id, name`,
    [JSON.stringify(rows)],
  )
  const ids = Object.fromEntries(found.map(({ id, name }) => [name, id]))
  await database.query(
    `update employee set supervisor = above from jsonb_to_recordset($1::jsonb) as e (id bigint, above bigint)
     where employee.id = e.id`,
    [
      JSON.stringify(
        people.flatMap(({ name, supervisor }) =>
          supervisor === undefined ? [] : [{ id: ids[name], above: ids[supervisor] }],
        ),
      ),
    ],
  )
  return ids
}

/** Gives an account a role and, with an id of an entry, the person behind it. */
export async function seat(
  database: Database,
  account: string,
  role: 'citizen' | 'employee' | 'supervisor' | 'hr' | 'admin',
  employee?: string,
): Promise<void> {
  const [person] = await database.query<{ id: string }>(
    'insert into person (employee) values ($1::bigint) returning id',
    [employee ?? null],
  )
  await database.query(
    `insert into account (id, name, role, conversation, granted_at, person) values ($1, $1, $2, $1, now(), $3::bigint)`,
    [account, role, person?.id],
  )
}

/** Fills the directory with so many people, the same each time: for measuring. */
export async function crowd(database: Database, count: number): Promise<void> {
  await database.query(
    `insert into employee (nip, name, kind, unit, position, grade, phone, email, qualification, wanted_qualification,
       competencies, wanted_competencies, retires_on, supervisor)
     select to_char(date '1966-01-01' + g * 7919 % 13999, 'YYYYMMDD') || to_char(date '1999-01-01' + g % 9000, 'YYYYMM')
         || (1 + g * 7 % 10 / 5) || lpad((g % 1000)::text, 3, '0'),
       (array['Siti','Budi','Rina','Ahmad','Dewi','Hendra','Ratna','Asep'])[1 + g % 8] || ' ' ||
       (array['Aminah','Santoso','Wati','Fauzi','Lestari','Gunawan'])[1 + g % 6] || ' ' || g,
       case when g % 3 = 0 then 'PPPK' else 'PNS' end, 1 + g * 31 % $2, ($3::text[])[1 + g * 17 % $4],
       case when g % 3 = 0 then 'IX' else (array['II/c','III/a','III/b','III/c','III/d','IV/a'])[1 + g * 13 % 6] end,
       case when g % 5 > 0 then '+62812' || lpad(g::text, 8, '0') end,
       case when g % 4 > 0 then 'pegawai' || g || '@contoh.go.id' end,
       (array['S1 Keperawatan','D3 Keperawatan','S2 Hukum','SMA','S1 Pendidikan'])[1 + g % 5],
       (array['S1 Keperawatan','S1 Hukum','D3 Kebidanan'])[1 + g % 3],
       array['Manajemen', 'Etika', 'Layanan ' || g % 40], array['Etika', 'Komputer', 'Layanan ' || (g + g % 2) % 40],
       case when g % 3 > 0 then date_trunc('month', date '2026-01-01' + g * 7919 % 11000)::date end,
       case when g > 1000 and g % 50 > 0 then 1 + g % 1000 end
     from generate_series(1, $1::int) g on conflict do nothing`,
    [
      count,
      units.length,
      [...jobs, ...Array.from({ length: 400 }, (_, i) => `Penata Layanan Bidang ${i}`)],
      jobs.length + 400,
    ],
  )
  await database.query('vacuum analyze employee')
  await database.query('vacuum analyze unit')
}

function nipOf(i: number, { born = '1985-01-01', sex = 'L', kind = 'PNS' }: Someone): string {
  const serial = String(i + 1).padStart(3, '0')
  return `${born.replaceAll('-', '')}${kind === 'PPPK' ? '202321' : '201001'}${sex === 'P' ? 2 : 1}${serial}`
}
