import type { Database } from '../database/database.ts'
import type { Day } from '../indonesian/dates.ts'
import { readNips, writesNips } from './audience-list.ts'
import { readWords } from './audience-reading.ts'
import { createAudienceStore, type Head, type Member } from './audience-store.ts'
import { LACKING, unknownNips, unknownPart, whichAudience } from './audience-texts.ts'
import { placed } from './audience-units.ts'
import type { Kind } from './employee.ts'
import { createOfficers, type Officer } from './officers-store.ts'
import { createPreferences } from './reach-store.ts'

/**
 * Whom something is meant for, of those who work here on a day: all conditions that are given hold together, none means
 * everybody. Units count with all that is below them; `list` has ids of entries, `lacks` the name of a `Lack`.
 */
export interface Audience {
  readonly units?: readonly string[]
  readonly kind?: Kind
  readonly role?: 'supervisor' | 'hr'
  readonly list?: readonly string[]
  readonly lacks?: string
}

/** Something people may still have to do or to give: who has not, by the ids of their entries. */
export interface Lack {
  readonly name: string
  /** What is said of those people: "belum punya laporan bulan ini". */
  readonly label: string
  /** What people call the thing that is missing, in small letters: "laporan", "nomor hp". */
  readonly words: readonly string[]
  without(today: Day): Promise<readonly string[]>
}

/** How many an audience has, and where they can be written to. */
export interface AudienceCount {
  readonly people: number
  readonly reachable: number
  /** Those who can be reached, by the platform they are written to on. */
  readonly byChannel: Readonly<Record<string, number>>
  /** By the highest units, most people first; where all are in one of those, by the units they work in. */
  readonly byUnit: readonly { readonly name: string; readonly people: number }[]
}

/** What the words for an audience meant; `everyone` where they leave nobody out. The hint is plain text, no Markdown. */
export type AudienceReading =
  | { readonly ok: true; readonly audience: Audience; readonly everyone: boolean }
  | { readonly ok: false; readonly hint: string }

/** Tells who is meant, how many they are, and where each can be written to. */
export type Audiences = ReturnType<typeof createAudiences>

/** Opens the audiences of a directory; `lacks` are things people may lack besides what the directory itself knows. */
export function createAudiences(database: Database, lacks: readonly Lack[] = []) {
  const store = createAudienceStore(database)
  const places = createOfficers(database)
  const known: readonly Lack[] = [
    ...LACKING.map((lack) => ({ ...lack, without: (today: Day) => store.without(lack.column, today) })),
    ...lacks,
  ]

  /** Who lacks what an audience names; nobody where that is no longer known: an audience never grows by itself. */
  async function lacking({ lacks: name }: Audience, today: Day): Promise<readonly string[] | undefined> {
    if (name === undefined) return undefined
    return (await known.find((lack) => lack.name === name)?.without(today)) ?? []
  }

  return {
    /** Reads everyday words ("PPPK di Dinas Kesehatan yang belum punya laporan") or a list of NIPs. */
    async read(text: string, today: Day): Promise<AudienceReading> {
      if (writesNips(text)) {
        const listed = readNips(text)
        if (!listed.ok) return listed
        const found = await store.entriesOf([...listed.lines.keys()], today)
        const missing = [...listed.lines].filter(([nip]) => found.get(nip)?.works !== true)
        if (missing.length > 0) return { ok: false, hint: unknownNips(missing, found) }
        return { ok: true, everyone: false, audience: { list: [...found.values()].map(({ id }) => id) } }
      }
      const units = placed(await store.units())
      const reading = readWords(text, units, known)
      if (reading.ok) return reading
      if (reading.unknown === undefined) return { ok: false, hint: reading.hint }
      const position = await store.isPosition(reading.unknown)
      return { ok: false, hint: position ? unknownPart(reading.unknown, known, 'position') : reading.hint }
    },

    /** An audience in words: "PPPK di Dinas Kesehatan dan unit di bawahnya". */
    async describe(audience: Audience): Promise<string> {
      const names = audience.units === undefined ? undefined : await store.unitNames(audience.units)
      return whichAudience(audience, names, known)
    },

    async count(audience: Audience, today: Day): Promise<AudienceCount> {
      return counted(await store.heads(audience, await lacking(audience, today), today))
    },

    /** Everybody in an audience on a day, by the id of their entry. */
    async members(audience: Audience, today: Day): Promise<readonly Member[]> {
      return store.members(audience, await lacking(audience, today), today)
    },

    /** Those of some entries who work here on a day, the database's own day where none is given, by id. */
    byIds: (employees: readonly string[], today?: Day): Promise<readonly Member[]> =>
      store.members({ list: employees }, undefined, today ?? null),

    /** Everybody who has the part of an officer or an administrator and can be written to, each once. */
    officers: (today?: Day): Promise<readonly Officer[]> => places.officers(today ?? null),

    ...createPreferences(database),
  }
}

function counted(heads: readonly Head[]): AudienceCount {
  const people = (some: readonly Head[]): number => some.reduce((sum, head) => sum + head.people, 0)
  const reached = heads.filter(({ channel }) => channel !== null)
  const tops = Object.entries(Object.groupBy(heads, ({ top }) => top))
  const groups = tops.length === 1 ? Object.entries(Object.groupBy(heads, ({ unit }) => unit)) : tops
  const byName = tops.length === 1 ? ({ name }: Head) => name : ({ topName }: Head) => topName
  const byChannel = Object.groupBy(reached, ({ channel }) => channel ?? '')
  return {
    people: people(heads),
    reachable: people(reached),
    byChannel: Object.fromEntries(
      Object.entries(byChannel).map(([name, some]) => [name, people(some ?? [])]),
    ),
    byUnit: groups
      .flatMap(([, some = []]) =>
        some.slice(0, 1).map((one) => ({ name: byName(one), people: people(some) })),
      )
      .toSorted((a, b) => b.people - a.people || a.name.localeCompare(b.name)),
  }
}
