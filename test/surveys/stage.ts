import type { Letter } from '../../src/chat/feature.ts'
import type { Database } from '../../src/database/database.ts'
import { createAudiences } from '../../src/directory.ts'
import type { Survey } from '../../src/features/surveys/definition.ts'
import { createSurveys } from '../../src/features/surveys/feature.ts'
import type { Day } from '../../src/indonesian/dates.ts'
import { createSeal } from '../../src/seal.ts'
import { employ, NIP, seat } from '../people/staff.ts'
import { freshDatabase } from '../support/database.ts'
import { createTalk } from '../support/talk.ts'

/** Citizens and a small office (see `employ`) who talk with the feature through the mailbox; Ciracas has two services. */
export async function surveyed(only?: readonly Survey[]) {
  const database = await freshDatabase()
  await furnish(database)
  const seal = createSeal('kunci uji')
  const batches = new Map<string, Map<string, Letter>>()
  const made: { readonly name: string; readonly bytes: Uint8Array }[] = []
  let now = new Date('2026-03-02T09:00:00+07:00')
  const clock = (): Date => now
  const talk = createTalk(database, seal, clock)
  const { mailbox, heard, logged, person } = talk
  const surveys = createSurveys({
    database,
    seal,
    clock,
    organization: 'Pemerintah Kota Serang',
    ...(only && { surveys: only }),
    audiences: createAudiences(database),
    timeZone: 'Asia/Jakarta',
    post: {
      async post(batch, letters) {
        const known = batches.get(batch) ?? new Map<string, Letter>()
        batches.set(batch, known)
        for (const letter of letters) {
          if (known.has(letter.recipient)) continue
          known.set(letter.recipient, letter)
          talk.hear(letter.to, letter.message)
        }
      },
    },
    files: {
      isPossible: () => true,
      async make(bytes, { name, mime }) {
        made.push({ name, bytes })
        return { hash: 'x', name, mime, size: bytes.length }
      },
    },
  })
  const { say, press } = talk.among(surveys.feature)
  return {
    ...surveys,
    database,
    mailbox,
    heard,
    logged,
    batches,
    made,
    say,
    seal,
    person,
    press,
    /** Answers a survey that is open for somebody: what is given, then skips whatever is left. */
    async answers(who: string, given: readonly string[]): Promise<string> {
      let last: readonly string[] = []
      for (const one of given) last = await say(who, one)
      while (/^\*\*\d+\/\d+\*\*/.test(last.at(-1) ?? '')) last = await say(who, 'lewati')
      return last.at(-1) ?? ''
    },
    /** Moves the clock without letting it tick. */
    move(at: string): void {
      now = new Date(at)
    },
    /** Lets it be a morning, and the clock tick. */
    async morning(day: Day): Promise<void> {
      now = new Date(`${day}T09:10:00+07:00`)
      for (const one of surveys.jobs) await one.run({})
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
    `insert into service (unit, name, key) values (2, 'Loket Pendaftaran', 'loket pendaftaran'), (2, 'Apotek', 'apotek')`,
  )
  for (const [name, nip] of Object.entries(NIP)) await seat(database, nip, `telegram:${name}`)
}
