import type { Queryable } from '../database/database.ts'

/** Something done about somebody, or something of theirs looked at: never what they wrote, only what was done. */
export interface Deed {
  /** What makes it once-only: the message that did it, with a word for the deed before it. */
  readonly key: string
  /** What was done, as "code.issued". */
  readonly action: string
  readonly account: string
  /** What whoever did it was allowed to do then. */
  readonly role: string
  /** Whom it is about, by the id of their entry; null where it is about many or nobody. */
  readonly subject: string | null
  readonly detail?: Detail
}

/** The circumstances, as JSON keeps them: ids and words of a list, no free text. */
export type Detail = Readonly<Record<string, unknown>>

/** A deed as it is read again. */
export interface Trace {
  readonly at: Date
  readonly action: string
  readonly account: string
  /** Who did it: as the directory has them, else as their platform shows them. */
  readonly by: string
  readonly role: string
  readonly detail: Detail
}

/** Who did what about whom, and when. */
export type Audit = ReturnType<typeof createAudit>

/** Opens the trail of a database, or of a transaction so that a deed and its trace are one. */
export function createAudit(on: Queryable) {
  return {
    /** Writes deeds down, all at once; the same key again writes nothing. */
    async note(deeds: Deed | readonly Deed[], now: Date): Promise<void> {
      await on.query(
        `insert into audit (key, at, account, role, action, subject, detail)
         select key, $2, account, role, action, subject, coalesce(detail, '{}')
         from jsonb_to_recordset($1::jsonb)
           as deed(key text, account text, role text, action text, subject bigint, detail jsonb)
         on conflict (key) do nothing`,
        [JSON.stringify([deeds].flat()), now],
      )
    },

    /** The circumstances of a deed that was written down; undefined where there is none of that key. */
    async find(key: string): Promise<Detail | undefined> {
      const [row] = await on.query<{ detail: Detail }>('select detail from audit where key = $1', [key])
      return row?.detail
    },

    /** The latest deeds about somebody, newest first. */
    async about(subject: string, limit: number): Promise<readonly Trace[]> {
      return on.query<Trace>(
        `select audit.at, audit.action, audit.account, audit.role, audit.detail,
           coalesce(employee.name, account.name, audit.account) as by
         from audit left join account on account.id = audit.account
           left join person on person.id = account.person left join employee on employee.id = person.employee
         where audit.subject = $1::bigint order by audit.at desc, audit.id desc limit $2`,
        [subject, limit],
      )
    },

    /** Deletes what is older than so many days; resolves to how many deeds that were. */
    async forget(days: number): Promise<number> {
      const rows = await on.query(
        'delete from audit where at < now() - make_interval(days => $1) returning id',
        [days],
      )
      return rows.length
    },
  }
}
