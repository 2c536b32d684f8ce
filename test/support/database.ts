import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../src/database/database.ts'
import { IN_MEMORY } from '../../src/database/embedded/pool.ts'
import { emptied } from './emptied.ts'
import { administer, withName } from './global-setup.ts'

/** What is emptied before each test, and with it every table that refers to one of these. */
const EMPTIED =
  'conversation, message, account, person, verified_fact, link_code, failed_try, account_event, ' +
  'question, handover, published, model_use, model_call, unit, employee, audit, batch, pacer, ' +
  'holiday, holiday_draft, deadline, broadcast, dashboard_code, dashboard_session, settled, ' +
  'ticket, ticket_try, ticket_sender, officer_source, survey_sending, survey_respondent, ' +
  'survey_count, transparency_day'

let shared: Promise<Database> | undefined

/** The database of this test file, with the knowledge indexed and no conversation in it. */
export async function freshDatabase(): Promise<Database> {
  shared ??= open()
  const database = await shared
  await emptied(database, EMPTIED)
  await database.query(
    `delete from setting where name like 'claim:%' or name in ('calendar', 'broadcast:four-eyes', 'seal')`,
  )
  return database
}

async function open(): Promise<Database> {
  const origin = inject('origin')
  if (origin.kind === 'embedded') {
    const database = await openDatabase({ kind: 'embedded', directory: IN_MEMORY, seed: origin.image })
    afterAll(() => database.close())
    return database
  }
  const name = `abdi_test_${randomBytes(6).toString('hex')}`
  await administer(origin.url, `create database ${name} template ${origin.template}`)
  const database = await openDatabase({ kind: 'native', url: withName(origin.url, name) })
  afterAll(async () => {
    await database.close()
    await administer(origin.url, `drop database ${name} with (force)`)
  })
  return database
}
