import type { Turn } from '../../chat/feature.ts'
import { mayUse } from '../../chat/turn.ts'
import { type Day, dayAt } from '../../indonesian/dates.ts'
import { fold } from '../../indonesian/words.ts'
import { latest } from './memory.ts'
import type { Filters } from './query.ts'
import { readOn, refersBack } from './reading/following.ts'
import { mayAsk, type Reading, read } from './reading/read.ts'
import { asksForRule, nameIn, nipIn, plainly } from './reading/words.ts'
import type { StaffStore } from './store.ts'
import type { DirectoryWords } from './vocabulary-store.ts'

/** What somebody says, as a question about people; undefined where it is none, or somebody else may know better. */
export type Hearing = ReturnType<typeof createHearing>

/** How words become questions: by themselves, on top of the question before, or by a name the directory has. */
export function createHearing(store: StaffStore, organization: string) {
  const home = fold(organization).replace(GOVERNMENT, '')

  /** What was said right after an answer of this feature may be about the same people. */
  async function onTop(turn: Turn, text: string, words: DirectoryWords): Promise<Reading | undefined> {
    const last = turn.message.shared ? undefined : latest(turn.memory)
    const reading = last && readOn(text, last.query, { ...words, home }, today(turn))
    return reading && (await store.follows(turn.conversation, last.message, turn.message.id))
      ? reading
      : undefined
  }

  /** Officers seldom write a name with capitals: one the directory has is taken for it. */
  async function byName(turn: Turn, text: string, words: DirectoryWords): Promise<Reading | undefined> {
    if (!isOfficer(turn) || asksForRule(plainly(text))) return undefined
    const reading = read(text, { ...words, home }, today(turn), true)
    const name = reading.kind === 'query' ? nameOf(reading) : nameIn(text)
    if (name === undefined || !(await isSomebody(name))) return undefined
    return reading.kind === 'query' ? reading : personWith({ name })
  }

  async function isSomebody(name: string): Promise<boolean> {
    const found = await store.entries({ name }, 0, MOST_NAMED)
    const asked = name.split(' ')
    return found.some((entry) => {
      const own = fold(entry.name).split(' ')
      return asked.every((word) => own.includes(word))
    })
  }

  return {
    /** Plain words; cheap for those that are about something else. */
    async plain(turn: Turn, text: string): Promise<Reading | undefined> {
      const nip = isOfficer(turn) ? nipIn(text) : undefined
      if (nip !== undefined) return personWith({ nip })
      const may = mayAsk(text)
      if (!may && latest(turn.memory) === undefined) return undefined
      const words = await store.vocabulary(turn)
      const back = refersBack(text) ? await onTop(turn, text, words) : undefined
      const reading = back ?? (may ? read(text, { ...words, home }, today(turn)) : undefined)
      if (reading !== undefined && reading.kind !== 'unknown') return reading
      return (may ? await byName(turn, text, words) : undefined) ?? (await onTop(turn, text, words))
    },

    /** Words behind the command, where people may be shorter. */
    async commanded(turn: Turn, text: string): Promise<Reading> {
      const nip = nipIn(text)
      if (nip !== undefined) return personWith({ nip })
      const words = await store.vocabulary(turn)
      const reading = read(text, { ...words, home }, today(turn), true)
      return reading.kind === 'unknown' ? ((await byName(turn, text, words)) ?? reading) : reading
    },
  }
}

const GOVERNMENT = /^(?:pemerintah )?(?:kota |kabupaten |provinsi |daerah )?/
const MOST_NAMED = 50

function isOfficer({ person, message }: Turn): boolean {
  return mayUse(person.role, 'hr') && !message.shared
}

function personWith(filters: Filters): Reading {
  return { kind: 'query', query: { want: 'who', who: 'person', filters } }
}

function nameOf({ query }: Reading & { kind: 'query' }): string | undefined {
  return query.want === 'who' ? query.filters.name : undefined
}

function today({ now, timeZone }: Turn): Day {
  return dayAt(now, timeZone)
}
