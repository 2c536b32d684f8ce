import { beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../src/chat/feature.ts'
import type { ConversationState } from '../../src/chat/turn.ts'
import type { Database } from '../../src/database/database.ts'
import { createKernelData } from '../../src/features/own-data/collecting.ts'
import { ownDataJobs } from '../../src/features/own-data/finish.job.ts'
import { pieces, readable } from '../../src/features/own-data/readable.ts'
import { createOwnDataStore } from '../../src/features/own-data/store.ts'
import { texts } from '../../src/features/own-data/texts.ts'
import { createMailbox, type Mailbox } from '../../src/mailbox/mailbox.ts'
import { freshDatabase } from '../support/database.ts'

const NOW = new Date('2026-03-02T09:00:00+07:00')
const SHELL = texts.id.shell

let database: Database
let mailbox: Mailbox
beforeEach(async () => {
  database = await freshDatabase()
  await database.query('truncate erasure, file, file_use, employee, unit cascade')
  mailbox = createMailbox(database)
})

const data = () => createKernelData(createOwnDataStore(database), () => NOW)
const person = (account: string, more: Partial<Person> = {}): Person => ({
  account,
  name: 'X',
  role: 'citizen',
  language: 'id',
  ...more,
})

/** Somebody says something; `where` is shared when it is not theirs alone. */
async function says(account: string, text: string, where = account): Promise<string> {
  const id = await mailbox.receive({
    id: `m:${account}:${where}:${text}`,
    conversation: where as `${string}:${string}`,
    sender: { account, name: account },
    content: { kind: 'text', text },
    sentAt: NOW,
    ...(where !== account && { shared: true }),
  })
  return id ?? ''
}

/** The bot answers what is open in a conversation, remembering what was said, and delivers it. */
async function answers(where: string, state: Partial<ConversationState> = {}): Promise<void> {
  const lease = await mailbox.take(where as `${string}:${string}`)
  if (lease === undefined) throw new Error('somebody else works on it')
  for (let next = await mailbox.next(lease); next && next.kind !== 'wait'; next = await mailbox.next(lease))
    if (next.kind === 'deliver') await mailbox.delivered(next.id, 'p', next.revision)
    else
      await mailbox.answer(lease, next.id, { forms: {}, offered: [], memory: {}, ...state }, [
        { text: `jawaban untuk ${JSON.stringify(next.message.content)}` },
      ])
  await mailbox.release(lease)
}

async function finish(): Promise<void> {
  const [job] = ownDataJobs(createOwnDataStore(database))
  await job?.run({})
}

const words = async () =>
  JSON.stringify(await database.query('select account, sender_name, content from message order by id'))

describe('erasing', () => {
  it('leaves nothing of what one said and heard, and all of what others did', async () => {
    await says('t:a', 'rahasia A')
    await says('t:b', 'rahasia B')
    await answers('t:a', { memory: { questions: [{ question: 'rahasia A' }] } })
    await answers('t:b', { memory: { questions: [{ question: 'rahasia B' }] } })
    await data().erase(person('t:a'))
    await finish()
    expect(await words()).not.toMatch(/rahasia A|t:a/)
    expect(await words()).toMatch(/rahasia B/)
    const states = JSON.stringify(await database.query('select id, state from conversation order by id'))
    expect(states).not.toContain('rahasia A')
    expect(states).toContain('rahasia B')
    expect(await data().collect(person('t:a'))).toEqual([])
  })

  it('keeps what is being answered, and its answer as a proof', async () => {
    await says('t:a', 'yang lama')
    await answers('t:a')
    await says('t:a', 'hapus saja')
    const lease = await mailbox.take('t:a')
    const next = lease && (await mailbox.next(lease))
    await data().erase(person('t:a'))
    expect(await words()).not.toContain('yang lama')
    expect(await words()).toContain('hapus saja')
    await finish() // while it is being answered
    expect(await words()).toContain('hapus saja')
    if (lease === undefined || next?.kind !== 'answer') throw new Error('nothing to answer')
    await mailbox.answer(lease, next.id, { forms: {}, offered: [], memory: { questions: ['lama'] } }, [
      { text: 'beres' },
    ])
    await mailbox.release(lease)
    await finish() // before it is delivered
    await answers('t:a')
    await finish()
    await finish()
    expect(await words()).toMatch(/hapus saja.*beres/)
    expect(await database.query(`select state->'memory' as memory from conversation`)).toEqual([
      { memory: {} },
    ])
    expect(await database.query('select 1 from erasure')).toEqual([])
  })

  it('does not take a message twice that a platform brings again', async () => {
    await says('t:a', 'sekali')
    await answers('t:a')
    await data().erase(person('t:a'))
    expect(await says('t:a', 'sekali')).toBe('')
    await database.query(`update message set created_at = created_at - interval '8 days'`)
    await createOwnDataStore(database).forget(365)
    expect(await database.query('select 1 from message')).toEqual([])
  })

  it('takes one out of what a shared conversation remembers, and nobody else', async () => {
    await says('t:a', 'tanya A', 't:ruang')
    await says('t:b', 'tanya B', 't:ruang')
    const at = NOW.toISOString()
    await answers('t:ruang', {
      speakers: { 't:a': { memory: { questions: 'A' }, at }, 't:b': { memory: { questions: 'B' }, at } },
      forms: { 't:a': [{ form: 'x', answers: { teks: 'A' }, at }], 't:b': [{ form: 'x', answers: {}, at }] },
    })
    await data().erase(person('t:a'))
    await finish()
    const [{ state }] = (await database.query<{ state: ConversationState }>(
      'select state from conversation',
    )) as [{ state: ConversationState }]
    expect(Object.keys(state.speakers ?? {})).toEqual(['t:b'])
    expect(Object.keys(state.forms)).toEqual(['t:b'])
    expect(await words()).not.toMatch(/tanya A/)
    expect(await words()).toMatch(/tanya B.*jawaban untuk .*tanya B/)
  })

  it('reaches every account of a person, and takes the person with them', async () => {
    await database.query(`insert into person (memory) values ('{"questions": "ingat"}')`)
    for (const id of ['t:a', 's:a'])
      await database.query(
        `insert into account (id, name, conversation, granted_at, person) values ($1, 'A', $1, null, 1)`,
        [id],
      )
    await database.query(`insert into verified_fact values ('t:a', 'phone', '+62811', now())`)
    await says('s:a', 'dari slack')
    await answers('s:a')
    const whose = person('t:a', { accounts: ['t:a', 's:a'] })
    expect((await data().collect(whose)).map(({ title }) => title)).toEqual([
      'Percakapan dengan Abdi',
      'Yang diingat dari obrolan',
      'Akun',
      'Nomor dan e-mail terverifikasi',
    ])
    expect(await data().erase(whose)).toEqual([])
    expect(await data().collect(whose)).toEqual([])
    expect(await database.query('select 1 from person union all select 1 from account')).toEqual([])
  })

  it('leaves whoever has a role their account, and an employee their entry, and says so', async () => {
    await database.query(`insert into unit (name, key) values ('Dinas', 'dinas')`)
    await database.query(
      `insert into employee (nip, name, kind, unit, position) select '198501012010011001', 'A', 'PNS', id, 'Staf' from unit`,
    )
    const [one] = await database.query<{ id: string }>('select id from employee')
    await database.query('insert into person (employee) values ($1::bigint)', [one?.id])
    await database.query(
      `insert into account (id, name, role, conversation, person) values ('t:a', 'A', 'hr', 't:a', 1)`,
    )
    await database.query(
      `insert into account_event (key, kind, by_account, accounts, person, at) values ('k', 'linked', 't:a', '{t:a}', 1, now())`,
    )
    const whose = person('t:a', { role: 'hr', employee: one?.id ?? '' })
    const { staying } = texts.id
    expect(await data().erase(whose)).toEqual([staying.entry, staying.accounts, staying.links])
    expect((await data().collect(whose)).map(({ title }) => title)).toEqual([
      'Akun',
      'Riwayat sambungan akun',
      'Data kepegawaian',
    ])
  })

  it('gives up files and questions, those handed to officers among them', async () => {
    await says('t:a', 'tanya')
    await answers('t:a')
    const hash = 'a'.repeat(64)
    await database.query(`insert into file (hash, mime, size) values ($1, 'image/png', 9)`, [hash])
    for (const [owner, purpose, reference] of [
      ['t:a', 'upload', 'x'],
      ['t:a', 'handover', 'h1'],
      ['t:a', 'evidence', 'w1'],
      ['t:b', 'upload', 'y'],
    ])
      await database.query(
        `insert into file_use (hash, owner, purpose, reference, name) values ($1, $2, $3, $4, 'foto.png')`,
        [hash, owner, purpose, reference],
      )
    await database.query(
      `insert into question (message, conversation, text, outcome) values ('q1', 't:a', 'A?', 'quoted'), ('q2', 't:b', 'B?', 'quoted')`,
    )
    await database.query(
      `insert into handover (key, conversation, account, name, question) values ('h1', 't:a', 't:a', 'A', 'A?'), ('h2', 't:b', 't:b', 'B', 'B?')`,
    )
    expect(await data().erase(person('t:a'))).toEqual([texts.id.staying.copies])
    const left = await database.query<{ what: string }>(
      `select text as what from question union all select question from handover
       union all select owner || ' ' || purpose from file_use order by 1`,
    )
    expect(left.map(({ what }) => what)).toEqual(['B?', 'B?', 't:a evidence', 't:b upload'])
  })

  it('ends a code somebody typed and has yet to agree to: nobody else may use it either', async () => {
    await database.query(`insert into unit (name, key) values ('Dinas', 'dinas')`)
    await database.query(
      `insert into employee (nip, name, kind, unit, position) select '198503152010012001', 'Sri', 'PNS', id, 'Perawat' from unit`,
    )
    await database.query(
      `insert into entry_code select 'x', id, 'slack:dewi', now() + interval '1 day', 't:a' from employee`,
    )
    await data().erase(person('t:b'))
    expect(await database.query('select 1 from entry_code')).toHaveLength(1)
    await data().erase(person('t:a'))
    expect(await database.query('select 1 from entry_code')).toEqual([])
  })

  it('twice is as once', async () => {
    await says('t:a', 'sekali')
    await answers('t:a')
    await data().erase(person('t:a'))
    const before = await words()
    await data().erase(person('t:a'))
    expect(await words()).toBe(before)
    expect(before).toContain(SHELL)
  })
})

it('old links and wrong codes are forgotten', async () => {
  await database.query(
    `insert into account_event (key, kind, by_account, accounts, person, at)
     values ('k1', 'linked', 'a', '{a}', 1, now() - interval '366 days'), ('k2', 'linked', 'a', '{a}', 1, now())`,
  )
  await database.query(
    `insert into failed_try values ('m1', 'link', 'a', now() - interval '2 days'), ('m2', 'link', 'a', now())`,
  )
  const [, nightly] = ownDataJobs(createOwnDataStore(database))
  await nightly?.run({})
  await nightly?.run({})
  expect(
    await database.query('select key as left from account_event union all select message from failed_try'),
  ).toEqual([{ left: 'k2' }, { left: 'm2' }])
})

describe('what is sent', () => {
  it('is readable, and falls into pieces at the ends of lines', () => {
    const text = readable(
      [
        {
          title: 'Hal',
          why: 'supaya jelas.',
          rows: [{ nip: '1', kota: 'Serang', at: '2026-03-02T02:00:00.000Z', outcome: 'quoted' }],
        },
      ],
      '2026-03-02',
      { timeZone: 'Asia/Jakarta', language: 'id' },
    )
    expect(text).toContain(
      '== Hal (1) ==\n\nsupaya jelas.\n\nNIP: 1\nkota: Serang\nwaktu: 2 Mar 2026, 09.00\nhasil: dijawab dengan pasalnya',
    )
    expect(pieces('satu\ndua\ntiga', 8)).toEqual(['satu\ndua', 'tiga'])
    expect(pieces('abcdef', 4)).toEqual(['abcd', 'ef'])
    expect(pieces('', 4)).toEqual([])
  })
})
