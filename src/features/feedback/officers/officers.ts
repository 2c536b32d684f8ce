import { z } from 'zod'
import type { OwnData } from '../../../chat/feature.ts'
import type { Database } from '../../../database/database.ts'
import { type Audit, createDirectory } from '../../../directory.ts'
import { type Day, dayAt } from '../../../indonesian/dates.ts'
import { type Job, job } from '../../../jobs/job.ts'
import type { Seal } from '../../../seal.ts'
import type { Printing } from '../services/printing.ts'
import { showDigits } from '../tickets/number.ts'
import { createCodes, type Serving } from './code-store.ts'
import { createCoding } from './codes.ts'
import { readOfficerCode } from './officer-code.ts'
import { createOwnRatings } from './own-ratings.ts'
import { createRatings } from './ratings.ts'
import { createStatements } from './statement-store.ts'
import { texts } from './texts.ts'
import { createWeighing } from './weigh-store.ts'

/** What the officers' part is made from. */
export interface Officering {
  readonly database: Database
  readonly seal: Seal
  readonly audit: Audit
  readonly printing: Printing
  readonly clock: () => Date
  readonly timeZone: string
}

/** Those whom citizens meet: how they are named in a ticket, and what becomes of the stars they get. */
export function createOfficers({ database, seal, audit, printing, clock, timeZone }: Officering) {
  const today = (): Day => dayAt(clock(), timeZone)
  const codes = createCodes(database, today)
  const weighing = createWeighing(database, seal)
  const ratings = createRatings(database, today)
  const statements = createStatements(database)
  const coding = createCoding({ codes, audit, printing, directory: createDirectory(database) })
  const own = createOwnRatings({ ratings, statements })

  const ownData: OwnData = {
    async collect({ employee, language }) {
      if (employee === undefined) return []
      const t = texts[language]
      const code = await codes.current(employee)
      const said = await statements.of(employee, '1900-01-01', '9999-12-01')
      return [
        ...(code === undefined
          ? []
          : [{ title: t.keptCode, why: t.keptCodeWhy, rows: [{ code: showDigits(code) }] }]),
        ...(said.length === 0
          ? []
          : [
              {
                title: t.keptStatements,
                why: t.keptStatementsWhy,
                rows: said.map(({ month, words }) => ({ month, words })),
              },
            ]),
      ]
    },

    async erase({ employee, language }) {
      if (employee === undefined) return []
      await statements.erase(employee)
      return (await codes.current(employee)) === undefined ? [] : [texts[language].codeStays]
    },
  }

  const forget: Job = job({
    name: 'feedback.forget-sources',
    payload: z.object({}),
    every: { cron: '35 3 * * *' },
    run: async () => void (await weighing.forget(today())),
  })

  return {
    /** Who has a code ("p123456", "123-456"), while they work here. */
    coded: async (code: string): Promise<Serving | undefined> => {
      const read = readOfficerCode(code)
      return read === undefined ? undefined : codes.whoHas(read)
    },
    /** Those of a unit, and below it, who can be meant by a name: at most five, none for too few letters. */
    named: codes.named,
    /**
     * How much a rating by an account counts for somebody, 0 to 1; with the id of the message the same again for the same
     * message, and only digests are kept of who it was.
     */
    weigh: weighing.weigh,
    /** What citizens think of somebody's service within some days; undefined where too few said so. */
    ratings: ratings.rated,
    commands: [...coding.commands, own.command],
    actions: [coding.action, own.action],
    forms: [own.form],
    jobs: [forget],
    ownData,
  }
}
export type Officers = ReturnType<typeof createOfficers>
