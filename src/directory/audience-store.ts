import type { Database } from '../database/database.ts'
import type { Day } from '../indonesian/dates.ts'
import { fold } from '../indonesian/words.ts'
import type { Audience } from './audience.ts'
import { reachOf } from './reach-store.ts'

/** Where a message can go, as `ConversationId` in the kernel: the platform, a colon, and its own address. */
export type Place = `${string}:${string}`

/** Somebody of an audience, and where they can be written to. */
export interface Member {
  /** The id of their entry. */
  readonly employee: string
  readonly name: string
  readonly nip: string
  /** The name of the unit they work in. */
  readonly unit: string
  /** The entry above them, where that person works here, too. */
  readonly supervisor: string | null
  /** Null where they cannot be written to, for the reason beside it. */
  readonly conversation: Place | null
  readonly reason: 'no account' | 'unreachable' | null
  /** The hour they chose. */
  readonly hour: number | null
}

/** How many of one unit are written to on one platform (null: on none). */
export interface Head {
  readonly unit: string
  readonly name: string
  readonly top: string
  readonly topName: string
  readonly channel: string | null
  readonly people: number
}

/** A unit with the one above it. */
export interface TreeRow {
  readonly id: string
  readonly name: string
  readonly parent: string | null
}

/** Who is in an audience, asked of the tables in one statement each. */
export function createAudienceStore(database: Database) {
  return {
    /** Those in an audience who work here on a day (null: the database's own), of some entries where a list is given. */
    members: (audience: Audience, lacking: readonly string[] | undefined, today: Day | null) =>
      database.query<Member>(
        `${chosenOf(audience)}
         select chosen.id as employee, chosen.name, chosen.nip, unit.name as unit, above.id as supervisor,
           reach.conversation, preferred.hour,
           case when reach.employee is null then 'no account' when reach.conversation is null then 'unreachable' end
             as reason
         from chosen join unit on unit.id = chosen.unit
           left join reach on reach.employee = chosen.id
           left join contact_preference preferred on preferred.employee = chosen.id
           left join employee above on above.id = chosen.supervisor and ${works('above')}
         order by chosen.id`,
        valuesOf(audience, lacking, today),
      ),

    /** How many that are, by unit and by the platform they are written to on. */
    heads: (
      audience: Audience,
      lacking: readonly string[] | undefined,
      today: Day,
    ): Promise<readonly Head[]> =>
      database.query<Head>(
        `${chosenOf(audience)}, tree as (
           select id, name, id as top, name as "topName" from unit where parent is null
           union all
           select unit.id, unit.name, top, "topName" from unit join tree on unit.parent = tree.id
         ), counted as (
           select unit, split_part(reach.conversation, ':', 1) as channel, count(*)::int as people
           from chosen left join reach on reach.employee = chosen.id group by 1, 2
         )
         select unit.id as unit, unit.name, coalesce(top, unit.id) as top, coalesce("topName", unit.name) as "topName",
           channel, people
         from counted join unit on unit.id = counted.unit left join tree on tree.id = unit.id
         order by unit.id, channel`,
        valuesOf(audience, lacking, today),
      ),

    units: (): Promise<readonly TreeRow[]> =>
      database.query<TreeRow>('select id, name, parent from unit order by id'),

    /** The names of units, in the order of their ids. */
    async unitNames(ids: readonly string[]): Promise<readonly string[]> {
      const rows = await database.query<{ name: string }>(
        'select name from unit where id = any($1::bigint[]) order by id',
        [ids.filter(isId)],
      )
      return rows.map(({ name }) => name)
    },

    /** Entries by their NIPs, and whether they work here on a day. */
    async entriesOf(
      nips: readonly string[],
      today: Day,
    ): Promise<ReadonlyMap<string, { readonly id: string; readonly works: boolean }>> {
      const rows = await database.query<{ id: string; nip: string; works: boolean }>(
        `select id, nip, coalesce(left_on > $2::date, true) as works from employee
         where nip = any($1::text[]) order by id`,
        [nips, today],
      )
      return new Map(rows.map(({ nip, ...entry }) => [nip, entry]))
    },

    /** True where positions begin with these words. */
    async isPosition(words: string): Promise<boolean> {
      const rows = await database.query<{ position: string }>(
        'select distinct position from employee where left_on is null',
      )
      return rows.some(({ position }) => `${fold(position)} `.startsWith(`${words} `))
    },

    /** Who works here on a day and has nothing in a column. */
    async without(column: 'supervisor' | 'phone' | 'email', today: Day): Promise<readonly string[]> {
      const [row] = await database.query<{ ids: readonly string[] }>(
        `select coalesce(array_agg(id::text order by id), '{}') as ids from employee e
         where e.${column} is null and ${works('e')}`,
        [today],
      )
      return row?.ids ?? []
    },
  }
}

/** SQL that is true of an entry that works here on the day of the first placeholder. */
export function works(entry: string): string {
  return `coalesce(${entry}.left_on > coalesce($1::date, current_date), true)`
}

/** `chosen`, the entries of an audience, and `reach`, where they can be written to; by the values of `valuesOf`. */
function chosenOf({ units, list, lacks, role }: Audience): string {
  const conditions = [
    works('e'),
    'coalesce(e.kind = $2, true)',
    ...(units === undefined ? [] : ['e.unit in (select id from below)']),
    ...(list === undefined ? [] : ['e.id in (select unnest($4::bigint[]))']),
    ...(lacks === undefined ? [] : ['e.id in (select unnest($5::bigint[]))']),
    ...(role === undefined ? [] : [ROLES[role]]),
  ]
  return `with recursive below as (
      select id from unit where id = any($3::bigint[])
      union
      select unit.id from unit join below on unit.parent = below.id
    ), chosen as materialized (
      select e.id, e.name, e.nip, e.unit, e.supervisor from employee e
      where ${conditions.join(' and ')}
        and ($4::bigint[] is null or true) and ($5::bigint[] is null or true) -- their types, where they are not used
    ), reach as (${reachOf('chosen')})`
}

const ROLES = {
  supervisor: `exists (select from employee r where r.supervisor = e.id and r.id <> e.id and ${works('r')})`,
  hr: `(e.role = 'hr' or e.id in (
    select person.employee from account join person on person.id = account.person
    where account.role = 'hr' and person.employee is not null
  ))`,
} as const

function valuesOf(
  { units, kind, list }: Audience,
  lacking: readonly string[] | undefined,
  today: Day | null,
): readonly unknown[] {
  return [today, kind ?? null, units?.filter(isId) ?? null, list?.filter(isId) ?? null, lacking ?? null]
}

function isId(id: string): boolean {
  return /^\d{1,18}$/.test(id)
}
