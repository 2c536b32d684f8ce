import { beforeEach, describe, expect, it } from 'vitest'
import type { ConversationId } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { digestOf, newCode } from '../../src/features/people/code.ts'
import type { Asking } from '../../src/features/people/entry/proof-store.ts'
import { createEntryStore } from '../../src/features/people/entry/store.ts'
import { forgetTraces } from '../../src/features/people/forget.job.ts'
import { createPeopleStore, type PeopleStore } from '../../src/features/people/store.ts'
import { createReportStore } from '../../src/features/people/supervisor/store.ts'
import { NOW } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'
import { employ, NIP } from './staff.ts'

const [SLACK, TELEGRAM, WEB, DEWI] = ['slack:sri', 'telegram:sri', 'web:sri', 'slack:dewi'] as const
/** The ids of the entries. */
const [SRI, DEWI_ENTRY, TONO] = ['3', '4', '8'] as const
const TODAY = '2026-03-02'

let database: Database
let store: PeopleStore
let entries: ReturnType<typeof createEntryStore>
let messages = 0
beforeEach(async () => {
  database = await freshDatabase()
  await employ(database)
  store = createPeopleStore(database, () => TODAY)
  entries = createEntryStore(database, store)
})

describe('two at once who prove to be one person of the directory', () => {
  it('get it one: the first, and the other hears that it is taken', async () => {
    await store.verify(owner(SLACK), { email: 'sri@kota.go.id' }, NOW)
    await store.verify(owner(TELEGRAM), { phone: '+6281234567890' }, NOW)
    for (const who of [SLACK, TELEGRAM])
      expect(await entries.recognize(NIP.sri, asking(who))).toEqual({
        entry: SRI,
        taken: false,
        byCodeOnly: false,
      })
    const results = await Promise.all([SLACK, TELEGRAM, SLACK].map((who) => entries.enter(SRI, asking(who))))
    const [first, second] = results[1] === 'taken' ? [SLACK, TELEGRAM] : [TELEGRAM, SLACK]
    const [had, not] = [{ lost: [] }, 'taken']
    expect(results).toEqual(first === SLACK ? [had, not, had] : [not, had, not])
    expect(await entryOf(first)).toBe(SRI)
    expect(await entryOf(second)).toBeUndefined()
    expect(await entries.recognize(NIP.sri, asking(second))).toEqual({
      entry: SRI,
      taken: true,
      byCodeOnly: false,
    })
  })

  it('one of them by a code: it ends with whoever has the code, and nobody else has it', async () => {
    await store.verify(owner(SLACK), { email: 'sri@kota.go.id' }, NOW)
    const digest = await code(SRI)
    expect(await entries.redeem(digest, asking(WEB))).toEqual({ entry: SRI, taken: false, byCodeOnly: false })
    const results = await Promise.all([entries.enter(SRI, asking(WEB)), entries.enter(SRI, asking(SLACK))])
    expect(results[0]).toEqual({ lost: expect.any(Array) })
    expect([await entryOf(WEB), await entryOf(SLACK)]).toEqual([SRI, undefined])
  })

  it('one of them with a code it has not agreed to yet: it keeps it, though the other came first', async () => {
    await store.verify(owner(SLACK), { email: 'sri@kota.go.id' }, NOW)
    await entries.redeem(await code(SRI), asking(WEB))
    expect(await entries.enter(SRI, asking(SLACK))).toEqual({ lost: [] })
    expect(await entries.enter(SRI, asking(WEB))).toMatchObject({ lost: [{ id: SLACK }] })
    expect([await entryOf(WEB), await entryOf(SLACK)]).toEqual([SRI, undefined])
  })

  it('by the same code: one of them', async () => {
    const digest = await code(SRI)
    const accounts = [SLACK, TELEGRAM, WEB]
    const found = await Promise.all(accounts.map((who) => entries.redeem(digest, asking(who))))
    expect(found.filter((one) => one === 'wrong')).toHaveLength(2)
    const results = await Promise.all(accounts.map((who) => entries.enter(SRI, asking(who))))
    expect(results.filter((one) => one === 'gone')).toHaveLength(2)
    expect(await database.query('select 1 from person where employee = 3')).toHaveLength(1)
  })
})

describe('an entry', () => {
  it('is not had for the asking: whatever id a page sends, without a proof there is none', async () => {
    for (const entry of [SRI, '', '99', 'x', "3' or true", '9'.repeat(30)])
      expect(await entries.enter(entry, asking(WEB)), entry).toBe('gone')
    await code(SRI)
    expect(await entries.enter(SRI, asking(WEB))).toBe('gone')
    await entries.decline('x', WEB)
    expect(await entries.redeem(await code(TONO), asking(WEB))).toMatchObject({ entry: TONO })
    expect(await entries.enter(SRI, asking(WEB))).toBe('gone')
  })

  it('is one of each person: who has another does not get it, unless the other has ended', async () => {
    await taken(SRI, WEB)
    await entries.redeem(await code(TONO), asking(WEB))
    expect(await entries.enter(TONO, asking(WEB))).toBe('another')
    await database.query(`update employee set left_on = $1 where id = 3`, [TODAY])
    expect(await entries.enter(TONO, asking(WEB))).toEqual({ lost: [] })
    expect(await entryOf(WEB)).toBe(TONO)
  })

  it('is given to no one who has left, be it since the code was typed', async () => {
    const digest = await code(SRI)
    await entries.redeem(digest, asking(WEB))
    await database.query(`update employee set left_on = $1 where id = 3`, [TODAY])
    expect(await entries.enter(SRI, asking(WEB))).toBe('gone')
    expect(await entries.redeem(digest, asking(WEB))).toBe('wrong')
  })

  it('once freed is not taken again by the code that gave it', async () => {
    const digest = await code(SRI)
    await entries.redeem(digest, asking(WEB))
    await entries.enter(SRI, asking(WEB, 'first'))
    const freed = await entries.free(SRI, asking(DEWI, 'free'))
    expect(freed.map(({ id }) => id)).toEqual([WEB])
    expect(await entries.redeem(digest, asking(WEB))).toBe('wrong')
    expect(await entries.enter(SRI, asking(WEB))).toBe('gone')
    expect(await entries.enter(SRI, asking(WEB, 'first'))).toEqual({ lost: [] }) // the same message says the same
    expect(await entryOf(WEB)).toBeUndefined() // and does nothing
  })

  it('is moved from all accounts of a person to all of another', async () => {
    await taken(SRI, SLACK)
    await join(SLACK, TELEGRAM)
    await entries.redeem(await code(SRI), asking(WEB))
    const moved = await entries.enter(SRI, asking(WEB, 'move'))
    expect(moved).toMatchObject({ lost: [{ id: SLACK }, { id: TELEGRAM }] })
    expect(await entries.enter(SRI, asking(WEB, 'move'))).toEqual(moved)
    expect([await entryOf(SLACK), await entryOf(TELEGRAM), await entryOf(WEB)]).toEqual([
      undefined,
      undefined,
      SRI,
    ])
    expect(await database.query(`select detail from audit where action = 'entry.moved'`)).toEqual([
      { detail: { by: 'code', accounts: [SLACK, TELEGRAM] } },
    ])
  })

  it('comes along when persons are linked, whichever of them is the older, and does so once', async () => {
    await join(SLACK, TELEGRAM)
    await taken(SRI, WEB)
    await join(WEB, SLACK)
    for (const who of [WEB, SLACK, TELEGRAM]) expect(await entryOf(who)).toBe(SRI)
    await taken(TONO, DEWI)
    expect(await joined(DEWI, WEB)).toBe('two entries')
    await store.unlink(WEB, SLACK, 'out', NOW)
    expect([await entryOf(WEB), await entryOf(SLACK)]).toEqual([SRI, undefined])
  })

  it('is not vouched for by an address or a number that stands in two entries of people who work here', async () => {
    await store.verify(owner(SLACK), { email: 'sri@kota.go.id' }, NOW)
    await database.query(`update employee set email = 'sri@kota.go.id' where id in (6, 7)`)
    expect(await entries.recognize(NIP.sri, asking(SLACK))).toBe('wrong')
    await database.query(`update employee set email = null where id = 6`) // the seventh has left
    expect(await entries.recognize(NIP.sri, asking(SLACK))).toEqual({
      entry: SRI,
      taken: false,
      byCodeOnly: false,
    })
    await database.query(`update employee set phone = '+628555' where id = 3`)
    await store.verify(owner(TELEGRAM), { phone: '+628555' }, NOW)
    expect(await entries.recognize(NIP.sri, asking(TELEGRAM))).toEqual({
      entry: SRI,
      taken: false,
      byCodeOnly: false,
    })
    await database.query(`update employee set phone = '+628555' where id = 6`)
    expect(await entries.recognize(NIP.sri, asking(TELEGRAM))).toBe('wrong')
    expect(await entries.recognize(NIP.sri, asking(SLACK))).toEqual({
      entry: SRI,
      taken: false,
      byCodeOnly: false,
    })
  })

  it('of an officer or an administrator is proved by a code only, whatever number or address stands in it', async () => {
    await store.verify(owner(SLACK), { email: 'dewi@kota.go.id' }, NOW)
    const seen = { entry: DEWI_ENTRY, taken: false, byCodeOnly: true }
    expect(await entries.recognize(NIP.dewi, asking(SLACK))).toEqual(seen)
    expect(await entries.enter(DEWI_ENTRY, asking(SLACK))).toBe('byCodeOnly')
    expect(await entryOf(SLACK)).toBeUndefined()
    await taken(DEWI_ENTRY, SLACK)
    expect(await entryOf(SLACK)).toBe(DEWI_ENTRY)
  })

  it('that becomes an officer’s while it is agreed to is not had without a code either', async () => {
    await store.verify(owner(SLACK), { email: 'sri@kota.go.id' }, NOW)
    expect(await entries.recognize(NIP.sri, asking(SLACK))).toMatchObject({ byCodeOnly: false })
    await database.query(`update employee set role = 'admin' where id = 3`)
    expect(await entries.enter(SRI, asking(SLACK))).toBe('byCodeOnly')
  })

  it('of a fact is vouched for by what is verified on another account of the same person', async () => {
    await join(WEB, TELEGRAM)
    await store.verify(owner(TELEGRAM), { phone: '+6281234567890' }, NOW)
    expect(await entries.hasFreshPhone(WEB, NOW)).toBe(true)
    expect(await entries.recognize(NIP.sri, asking(WEB))).toEqual({
      entry: SRI,
      taken: false,
      byCodeOnly: false,
    })
    expect(await entries.recognize(NIP.sri, asking(SLACK))).toBe('wrong')
  })
})

it('every night what has ended is forgotten: codes, decided reports, old deeds; a second night changes nothing', async () => {
  const reports = createReportStore(database)
  const report = (key: string, employee: string) =>
    reports.report({ key, employee, said: 'x', note: null, supposed: null, now: NOW })
  await code(SRI)
  const first = await report('r1', SRI)
  await report('r2', TONO)
  expect(await report('r3', TONO)).toBeUndefined()
  expect(await report('r2', TONO)).toMatchObject({ key: 'r2' })
  const decision = { decided: 'refused', supposed: null, reason: 'x', by: DEWI, key: 'd', now: NOW } as const
  expect(await reports.decide(first?.id ?? '', decision)).toBe(true)
  expect(await reports.decide(first?.id ?? '', decision)).toBe(true)
  expect(await reports.decide(first?.id ?? '', { ...decision, key: 'e' })).toBe(false)
  await database.query(
    `update supervisor_report set decided_at = now() - interval '366 days' where key = 'r1'`,
  )
  await database.query(`update entry_code set expires_at = now() - interval '1 second'`)
  await database.query(`update audit set at = now() - interval '5 years 2 days'`)
  const forget = forgetTraces(database, store)
  for (let night = 0; night < 2; night++) {
    await forget.run({})
    const left = await database.query(
      `select (select count(*)::int from entry_code) as codes, (select count(*)::int from audit) as deeds,
         (select array_agg(key) from supervisor_report) as reports`,
    )
    expect(left).toEqual([{ codes: 0, deeds: 0, reports: ['r2'] }])
  }
})

function owner(id: ConversationId) {
  return { id, name: id, conversation: id }
}

function asking(id: ConversationId, message = `m${messages++}`): Asking {
  return { owner: owner(id), role: 'citizen', message, now: NOW, today: TODAY }
}

async function code(entry: string): Promise<string> {
  const digest = digestOf(newCode()) ?? ''
  await entries.issue(entry, digest, asking(DEWI))
  return digest
}

async function taken(entry: string, by: ConversationId): Promise<void> {
  await entries.redeem(await code(entry), asking(by))
  expect(await entries.enter(entry, asking(by))).toMatchObject({ lost: [] })
}

async function joined(of: ConversationId, by: ConversationId) {
  const digest = digestOf(newCode()) ?? ''
  await store.issue(owner(of), digest, NOW)
  const request = await store.redeem(by, digest, `m${messages++}`, NOW)
  if (typeof request === 'string') throw new Error(`the code was not taken: ${request}`)
  const seen = [...(await store.accounts(of)), ...(await store.accounts(by))].map(({ id }) => id)
  const all = [...new Set([...seen, by])]
  return store.link({
    request: request.request,
    owner: owner(by),
    seen: all.toSorted(),
    facts: {},
    message: `m${messages++}`,
    now: NOW,
  })
}

async function join(of: ConversationId, by: ConversationId): Promise<void> {
  expect(await joined(of, by)).toBeInstanceOf(Array)
}

async function entryOf(account: string): Promise<string | undefined> {
  return (await store.person(account, '')).employee
}
