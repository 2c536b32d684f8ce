import type { Database } from '../../src/database/database.ts'
import { emptied } from '../support/emptied.ts'

/** NIPs of the people in the test's directory. */
export const NIP = {
  hendra: '197001011995031001',
  budi: '197505052000031002',
  sri: '198503152010012001',
  dewi: '198808082012012002',
  agus: '198201012008011003',
  hartono: '197707072003121004',
  rina: '199001012015012005',
  tono: '199202022018011006',
  tini: '199303032019032007',
} as const

/**
 * Puts a small government into the directory: Hendra leads the Dinas Kesehatan, below him Budi its Puskesmas, below him
 * Sri, a nurse. Dewi is an officer, Agus an administrator, Budi Hartono works elsewhere, Rina left yesterday, and Tono and
 * Tini share a phone.
 */
export async function employ(database: Database): Promise<void> {
  await emptied(database, 'employee, unit, audit')
  await database.query(
    `insert into unit (name, key, parent)
     values ('Dinas Kesehatan', 'dinas kesehatan', null), ('Puskesmas Ciracas', 'puskesmas ciracas', 1),
       ('Dinas Sosial', 'dinas sosial', null)`,
  )
  await database.query(
    `insert into employee (nip, name, kind, unit, position, grade, email, phone, supervisor, role, left_on) values
     ($1, 'dr. Hendra Gunawan, M.Kes.', 'PNS', 1, 'Kepala Dinas', 'IV/c', 'hendra@kota.go.id', null, null, 'employee', null),
     ($2, 'Budi Santoso, S.Kep.', 'PNS', 2, 'Kepala Puskesmas', 'IV/a', 'budi@kota.go.id', null, 1, 'employee', null),
     ($3, 'Sri Wahyuni', 'PNS', 2, 'Perawat', 'III/a', 'sri@kota.go.id', '+6281234567890', 2, 'employee', null),
     ($4, 'Dewi Lestari', 'PNS', 1, 'Analis SDM', 'III/b', 'dewi@kota.go.id', null, 1, 'hr', null),
     ($5, 'Agus Salim', 'PNS', 1, 'Pranata Komputer', 'III/c', 'agus@kota.go.id', null, 1, 'admin', null),
     ($6, 'Budi Hartono', 'PNS', 3, 'Kepala Seksi', 'III/d', null, null, null, 'employee', null),
     ($7, 'Rina Marlina', 'PNS', 3, 'Pekerja Sosial', null, 'rina@kota.go.id', '+628555', 6, 'hr', '2026-03-01'),
     ($8, 'Tono', 'PNS', 3, 'Pengemudi', null, null, '+628777', 6, 'employee', null),
     ($9, 'Tini', 'PNS', 3, 'Penyuluh', null, null, '+628777', 6, 'employee', null)`,
    Object.values(NIP),
  )
}

/** The Slack profiles of those who are known there by their office addresses. */
export const PROFILES = {
  'slack:sri': { email: 'Sri@kota.go.id' },
  'slack:budi': { email: 'budi@kota.go.id' },
  'slack:dewi': { email: 'dewi@kota.go.id' },
  'slack:agus': { email: 'agus@kota.go.id' },
  'slack:hendra': { email: 'hendra@kota.go.id' },
  'slack:rina': { email: 'rina@kota.go.id' },
}

/** Makes somebody of the directory write from an account, without what registering asks. */
export async function seat(database: Database, nip: string, account: string): Promise<void> {
  await database.query(
    `with born as (
       insert into person (employee) select id from employee where nip = $1
       on conflict (employee) do update set employee = excluded.employee returning id
     )
     insert into account (id, name, conversation, person, granted_at) select $2, $3, $2, id, null from born
     on conflict (id) do update set person = excluded.person`,
    [nip, account, account.split(':')[1]],
  )
}
