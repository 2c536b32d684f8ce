import type { Database, Queryable } from '../../database/database.ts'
import { type Account, circleOf, record } from './accounts-store.ts'
import { sameDigest } from './code.ts'
import { type Facts, keepFacts, type Owner, register } from './fact-store.ts'
import { type createTries, WINDOW_MS } from './tries-store.ts'
import { entriesOf, unite } from './uniting-store.ts'

/** What became of a typed code: a request to be agreed to, or why there is none. */
export type Redeemed = { readonly request: string } | 'own' | 'together' | 'wrong' | 'too often'

/** Two persons, by their accounts: one made a code, the other typed it. */
export interface Request {
  readonly issuer: string
  readonly theirs: readonly Account[]
  readonly mine: readonly Account[]
}

/** A request that was agreed to by somebody who had seen these accounts, with the message they did it with. */
export interface Agreement {
  readonly request: string
  readonly owner: Owner
  readonly seen: readonly string[]
  /** What the platforms say now, by account. */
  readonly facts: Readonly<Record<string, Facts>>
  readonly message: string
  readonly now: Date
}

interface Code {
  readonly id: string
  readonly digest: string
  readonly account: string
  readonly done: boolean
}

const CODE = 'id, digest, account, linked_at is not null as done'
const DAY_MS = 24 * 60 * 60_000

/** How two accounts become one person's. Linking and unlinking wait for each other. */
export function createLinkStore(database: Database, { attempt }: ReturnType<typeof createTries>) {
  return {
    /** Keeps a new code of an account, good for ten minutes; the one before is good no longer. */
    async issue(owner: Owner, digest: string, now: Date): Promise<void> {
      const until = new Date(now.getTime() + WINDOW_MS)
      await database.transaction(async (connection) => {
        await register(connection, owner)
        await forgetCodes(connection, new Date(now.getTime() - DAY_MS))
        await connection.query('delete from link_code where account = $1 and used_by is null', [owner.id])
        await connection.query('insert into link_code (digest, account, expires_at) values ($1, $2, $3)', [
          digest,
          owner.id,
          until,
        ])
      })
    },

    /** Ends a code that others have read. */
    async revoke(digest: string): Promise<void> {
      await database.query('delete from link_code where digest = $1 and linked_at is null', [digest])
    },

    /** Takes a code for an account: nobody else can use it from then on, and the same account may type it again. */
    async redeem(account: string, digest: string, message: string, now: Date): Promise<Redeemed> {
      return attempt({ kind: 'link', account, message }, now, async (connection) => {
        // the index is asked for a hash only, and what it finds is compared without telling by the time it takes
        const rows = await connection.query<Code>(
          `select ${CODE} from link_code
           where digest = $1 and expires_at > $2 and (used_by is null or used_by = $3)`,
          [digest, now, account],
        )
        const code = rows.find((row) => sameDigest(digest, row.digest))
        if (code === undefined) return undefined
        if (code.account === account) return 'own'
        const mine = await circleOf(connection, account)
        if (mine.some(({ id }) => id === code.account)) return 'together'
        if (code.done) return undefined
        await connection.query(
          'update link_code set used_by = $2, used_at = coalesce(used_at, $3) where id = $1',
          [code.id, account, now],
        )
        return { request: code.id }
      })
    },

    /** Who would become one person; undefined where the request is somebody else's, too old, or declined. */
    async request(id: string, owner: Owner, now: Date): Promise<Request | undefined> {
      const code = await taken(database, id, owner.id, now)
      if (code === undefined) return undefined
      const mine = await circleOf(database, owner.id)
      return {
        issuer: code.account,
        theirs: await circleOf(database, code.account),
        mine: mine.length > 0 ? mine : [{ ...owner, person: null, facts: {} }],
      }
    },

    /**
     * Makes one person of two, once, and resolves to all accounts of that person. Not where the request is gone, where
     * other accounts than those that were seen would be linked, where verified e-mail addresses show two people, or
     * where the two have different entries in the directory.
     */
    async link(
      agreement: Agreement,
    ): Promise<readonly Account[] | 'gone' | 'changed' | 'somebody else' | 'two entries'> {
      const { request, owner, seen, facts, message, now } = agreement
      return database.transaction(async (connection) => {
        await connection.query('lock table account in exclusive mode')
        const code = await taken(connection, request, owner.id, now)
        if (code === undefined) return 'gone'
        await register(connection, owner)
        const [theirs, mine] = [
          await circleOf(connection, code.account),
          await circleOf(connection, owner.id),
        ]
        if (mine.some(({ id }) => id === code.account)) return mine
        if (code.done) return 'gone' // they were linked, and unlinked again since
        const members = [...theirs, ...mine].map(({ id }) => id)
        if (members.toSorted().join('\n') !== seen.toSorted().join('\n')) return 'changed'
        if (areTwoPeople(emailsOf(theirs, facts), emailsOf(mine, facts))) return 'somebody else'
        if ((await entriesOf(connection, [theirs, mine])).length > 1) return 'two entries'
        for (const id of [code.account, owner.id]) await keepFacts(connection, id, facts[id] ?? {}, now)
        const person = await unite(connection, [theirs, mine])
        await connection.query('update link_code set linked_at = $2 where id = $1', [request, now])
        await record(connection, 'linked', owner.id, [code.account, owner.id], { person, message, now })
        return circleOf(connection, owner.id)
      })
    },

    /** Ends a request that was not agreed to; its code is good for nobody. */
    async decline(id: string, account: string): Promise<void> {
      if (!isRowId(id)) return
      await database.query('delete from link_code where id = $1 and used_by = $2 and linked_at is null', [
        id,
        account,
      ])
    },
  }
}

/** Deletes codes that ended before then, and the accounts that are known for nothing but such a code. */
async function forgetCodes(connection: Queryable, before: Date): Promise<void> {
  const codes = await connection.query<{ account: string }>(
    `delete from link_code where id in (select id from link_code where expires_at < $1 for update skip locked)
     returning account`,
    [before],
  )
  await connection.query(
    `delete from account where id = any($1::text[]) and person is null and granted_at is null
       and not exists (select from verified_fact where verified_fact.account = account.id)
       and not exists (select from link_code where link_code.account = account.id)`,
    [codes.map(({ account }) => account)],
  )
}

/** The code behind a request, for the account that typed it within the last ten minutes. */
async function taken(
  connection: Queryable,
  id: string,
  account: string,
  now: Date,
): Promise<Code | undefined> {
  if (!isRowId(id)) return undefined
  const rows = await connection.query<Code>(
    `select ${CODE} from link_code where id = $1 and used_by = $2 and used_at > $3`,
    [id, account, new Date(now.getTime() - WINDOW_MS)],
  )
  return rows[0]
}

function emailsOf(accounts: readonly Account[], facts: Agreement['facts']): readonly string[] {
  return accounts.flatMap((account) => facts[account.id]?.email ?? account.facts.email ?? [])
}

/** True where both have verified addresses and share none: one organization gives one person one address. */
function areTwoPeople(some: readonly string[], others: readonly string[]): boolean {
  const known = new Set(some.map((email) => email.toLowerCase()))
  return known.size > 0 && others.length > 0 && !others.some((email) => known.has(email.toLowerCase()))
}

function isRowId(id: string): boolean {
  return /^\d{1,18}$/.test(id)
}
