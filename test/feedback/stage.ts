import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Database } from '../../src/database/database.ts'
import { createAudiences } from '../../src/directory.ts'
import { createFeedback } from '../../src/features/feedback/feature.ts'
import { createFileStore, createKeeping } from '../../src/files.ts'
import type { Day } from '../../src/indonesian/dates.ts'
import type { ChatModel } from '../../src/model/model.ts'
import { createSeal } from '../../src/seal.ts'
import { employ, NIP, seat } from '../people/staff.ts'
import { freshDatabase } from '../support/database.ts'
import { createTalk } from '../support/talk.ts'

/** Citizens and a small office (see `employ`) who talk with the feature through the mailbox; Ciracas has a service. */
export async function citizens({ chat }: { readonly chat?: ChatModel } = {}) {
  const database = await freshDatabase()
  await furnish(database)
  const seal = createSeal('kunci uji')
  const directory = mkdtempSync(join(tmpdir(), 'abdi-warga-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  let now = new Date('2026-03-02T09:00:00+07:00')
  const clock = (): Date => now
  const talk = createTalk(database, seal, clock)
  const { mailbox, addresses, heard, logged, sendable } = talk
  const feedback = createFeedback({
    database,
    seal,
    clock,
    outbox: talk.outbox,
    log: talk.log,
    ...(chat && { chat }),
    audiences: createAudiences(database),
    timeZone: 'Asia/Jakarta',
    organization: 'Pemerintah Kota Serang',
    files: createKeeping(
      createFileStore({ database, at: { kind: 'directory', directory } }),
      () => talk.channel,
    ),
    link: (payload) => `https://t.me/abdi_uji_bot?start=${payload}`,
    addressOf: addresses.addressOf,
    isOf: addresses.isOf,
  })
  const { advance, deliver, say, press, tell } = talk.among(feedback.feature)
  return {
    database,
    mailbox,
    addresses,
    heard,
    logged,
    advance,
    say,
    press,
    /** Sends whatever is no text. */
    tell,
    feature: feedback.feature,
    directory,
    sendable,
    /** Lets it be a morning, and the clock tick: for all jobs, or for the one of a name. */
    async morning(day: Day, name?: string): Promise<void> {
      now = new Date(`${day}T07:15:00+07:00`)
      for (const one of feedback.jobs) if (name === undefined || one.name === name) await one.run({})
      await deliver()
    },
  }
}

async function furnish(database: Database): Promise<void> {
  await employ(database)
  await database.query(
    `insert into unit (name, key, parent) values ('Puskesmas Taktakan', 'puskesmas taktakan', 1),
       ('Dinas Kependudukan dan Pencatatan Sipil', 'dinas kependudukan dan pencatatan sipil', null)`,
  )
  await database.query(
    `insert into service (unit, name, key) values (2, 'Loket Pendaftaran', 'loket pendaftaran')`,
  )
  for (const [name, nip] of Object.entries(NIP)) await seat(database, nip, `telegram:${name}`)
}

/** Every row of every table of a database, as text. */
export async function everything(database: Database): Promise<readonly string[]> {
  const tables = await database.query<{ name: string }>(
    `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and tablename not in ('migration')`,
  )
  const rows: string[] = []
  for (const { name } of tables)
    rows.push(
      ...(await database.query<{ row: string }>(`select one::text as row from ${name} one`)).map(
        ({ row }) => row,
      ),
    )
  return rows
}
