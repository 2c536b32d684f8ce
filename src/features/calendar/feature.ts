import { createCalendarStore } from '../../calendar.ts'
import type { Feature, Outbox, Reply, Turn } from '../../chat/feature.ts'
import type { FileContent } from '../../chat/message.ts'
import type { Database } from '../../database/database.ts'
import { createAudit, createDirectory } from '../../directory.ts'
import type { Job } from '../../jobs/job.ts'
import { createAbsences } from './absences/noting.ts'
import { createOwnAbsences } from './absences/own-data.ts'
import { createChanging } from './changing.ts'
import type { Deps } from './deps.ts'
import { forgetCalendar } from './forget.job.ts'
import { createHearing } from './hearing.ts'
import { CHANGE, createListing, DAYS_OFF } from './listing.ts'
import { createDraftStore } from './table/draft-store.ts'
import { createUploading } from './table/uploading.ts'
import { texts } from './texts.ts'
import { warnOfMissing } from './warn.job.ts'

/** What the feature is made from. */
export interface CalendarContext {
  readonly database: Database
  readonly outbox: Outbox
  /** Fetches a file that is read at once and not kept; left out where files cannot be sent in. Throws `Refusal`. */
  read?(content: FileContent, turn: Turn): Promise<Uint8Array>
}

/** The days off of the office, kept by officers, and the days on which somebody is away, kept by themselves. */
export function createCalendar(context: CalendarContext): Feature {
  const deps: Deps = {
    ...context,
    calendar: createCalendarStore(context.database),
    drafts: createDraftStore(context.database),
    directory: createDirectory(context.database),
    audit: createAudit(context.database),
  }
  const list = createListing(deps)
  const changing = createChanging(deps)
  const uploading = createUploading(deps)
  const absences = createAbsences(deps)

  async function show(turn: Turn, rest: string): Promise<Reply> {
    if (rest === '') return list(turn)
    const year = /^(?:tahun )?(20\d\d)$/.exec(rest.trim())?.[1]
    return year === undefined
      ? { say: [{ text: texts[turn.person.language].wantYear }] }
      : list(turn, Number(year))
  }

  async function change(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', value = ''] = rest.split(':')
    const done = (await changing.press(turn, verb, value)) ?? (await uploading.press(turn, verb, value))
    return done ?? list(turn)
  }

  return {
    name: 'calendar',
    commands: [
      {
        name: DAYS_OFF,
        audience: 'employee',
        summary: (l) => texts[l].summary,
        plain: (rest) => /^(?:tahun )?20\d\d$/.test(rest),
        run: show,
      },
      absences.command,
    ],
    actions: [
      { name: DAYS_OFF, audience: 'employee', run: show },
      { name: CHANGE, audience: 'hr', personal: true, run: change },
      ...absences.actions,
    ],
    forms: [changing.form, ...uploading.forms, ...absences.forms],
    hears: createHearing(deps, list),
    ownData: createOwnAbsences(deps),
  }
}

/** What the calendar does by itself: it warns officers of a missing table, and forgets what is long over. */
export function calendarJobs(
  given: Omit<Parameters<typeof warnOfMissing>[0], 'calendar'> & { readonly database: Database },
): readonly Job[] {
  const calendar = createCalendarStore(given.database)
  const drafts = createDraftStore(given.database)
  return [warnOfMissing({ ...given, calendar }), forgetCalendar({ ...given, calendar, drafts })]
}
