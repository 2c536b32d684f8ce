import { createCalendarStore } from '../calendar.ts'
import type { Profile } from '../chat/channel.ts'
import type { Feature, Outbox, Person, Post, Shown, Turn } from '../chat/feature.ts'
import type { ConversationId, Outgoing } from '../chat/message.ts'
import type { Database } from '../database/database.ts'
import { createAudiences, createAudit } from '../directory.ts'
import type { Keeping } from '../files.ts'
import { type Day, dayAt } from '../indonesian/dates.ts'
import type { Job } from '../jobs/job.ts'
import { shelveAnswers } from '../regulations/knowledge/answers.ts'
import type { Lexicon } from '../regulations/lexicon.ts'
import type { Seal } from '../seal.ts'
import { createBroadcasts } from './broadcasts/feature.ts'
import { calendarJobs, createCalendar } from './calendar/feature.ts'
import { createDashboardDoor, type DashboardAddress } from './dashboard/feature.ts'
import { createCodeStore } from './dashboard/store.ts'
import { createFeedback } from './feedback/feature.ts'
import { createHelp } from './help/feature.ts'
import { createOwnData } from './own-data/feature.ts'
import { ownDataJobs } from './own-data/finish.job.ts'
import { createOwnDataStore } from './own-data/store.ts'
import { createPeople } from './people/feature.ts'
import { forgetTraces } from './people/forget.job.ts'
import { createPeopleStore } from './people/store.ts'
import { createPerformance } from './performance/feature.ts'
import { lacksOf } from './performance/lacking.ts'
import { createStandingStore } from './performance/standing-store.ts'
import { createWorkFilesStore } from './performance/updates/files-store.ts'
import { forgetWorkFiles } from './performance/updates/forget.job.ts'
import { remindReviewers } from './performance/updates/waiting.job.ts'
import type { Answering } from './questions/answering.ts'
import { createQuestions } from './questions/feature.ts'
import { forgetQuestions } from './questions/forget.job.ts'
import { createUsage } from './questions/model/budget.ts'
import { forgetCalls } from './questions/model/forget-calls.job.ts'
import { createModelStore } from './questions/model/store.ts'
import { createFindable } from './questions/publishing/findable.ts'
import { createQuestionStore } from './questions/store.ts'
import { createReminders } from './reminders/feature.ts'
import { forgetReminders } from './reminders/reminding/forget.job.ts'
import { remind } from './reminders/reminding/remind.job.ts'
import { createStaff } from './staff/feature.ts'
import type { Look } from './staff/ports.ts'
import { createStaffStore } from './staff/store.ts'
import { createSurveys } from './surveys/feature.ts'

/** What the features are made from. */
export interface FeatureContext extends Omit<Answering, 'store'> {
  readonly database: Database
  readonly outbox: Outbox
  readonly post: Post
  /** What each platform makes of a message. */
  preview(message: Outgoing): readonly Shown[]
  /** A link that opens the bot with a payload (see links.ts); undefined where no platform here has such links. */
  link(payload: string): string | undefined
  /** Keeps what people send in. */
  readonly files: Keeping
  /** What the platform of an account vouches for about it; nothing where it cannot be asked. */
  profile(account: string): Promise<Profile>
  /** Whether the platform of an account has a button that shares its own phone number. */
  sharesContact(account: string): boolean
  /** Where the dashboard is; without it there is none to open. */
  readonly dashboard?: DashboardAddress
  /** Hides what is to leave no trace. */
  readonly seal: Seal
  /** A new return address of a conversation: by it an answer arrives, and nobody sees whose it is. */
  addressOf(conversation: ConversationId): ConversationId
  /** Whether a conversation is the one that a return address is of. */
  isOf(address: ConversationId, conversation: ConversationId): boolean
  readonly claimCode: string
  /** True where the code was chosen by the operator: then it makes one more administrator, once. */
  readonly claimAgain?: boolean
  readonly clock: () => Date
  readonly timeZone: string
  readonly lexicon: Lexicon
}

/** Every feature of the bot, and the way to find out who is writing. */
export interface Features {
  readonly features: readonly Feature[]
  readonly jobs: readonly Job[]
  person(account: string, name: string): Promise<Person>
  /** True while nobody has claimed to be the first administrator. */
  unclaimed(): Promise<boolean>
}

/** The list of features: a new one is one line here. */
export function createFeatures(context: FeatureContext): Features {
  const today = (): Day => dayAt(context.clock(), context.timeZone)
  const people = createPeopleStore(context.database, today)
  const questions = createQuestionStore(context.database)
  const models = createModelStore(context.database)
  const knowledge = createFindable(
    questions.published,
    (answers) => shelveAnswers(context.database, context.lexicon, answers),
    context.timeZone,
  )
  const ownData = createOwnDataStore(context.database)
  const usage = createUsage(models)
  const { make } = context.files
  const trail = createAudit(context.database)
  const standing = createStandingStore(context.database)
  const audiences = createAudiences(context.database, lacksOf(standing))
  const audit = (looks: readonly Look[], { person, message, now }: Turn): Promise<void> => {
    const { account, role } = person
    const keyed = looks.map((look) => ({
      ...look,
      key: `${look.action}:${look.subject ?? ''}:${message.id}`,
      account,
      role,
    }))
    return trail.note(keyed, now)
  }
  const broadcasts = createBroadcasts({ ...context, audiences })
  const surveys = createSurveys({ ...context, audiences })
  const feedback = createFeedback({
    ...context,
    audiences,
    publicUrl: context.dashboard?.public ? context.dashboard.url : undefined,
    indices: surveys.publicIndices,
  })
  const reminding = { ...context, audiences, standing, calendar: createCalendarStore(context.database) }
  const features: readonly Feature[] = [
    createHelp(context.organization, () => features),
    broadcasts.feature,
    createReminders({
      ...reminding,
      files: context.files,
      organization: context.organization,
      publicUrl: context.dashboard?.public ? context.dashboard.url : undefined,
    }),
    createCalendar({ ...context, read: context.files.bytes }),
    createPeople({ ...context, store: people }),
    createPerformance({ ...context, usage, ratings: feedback.ratings }),
    createStaff({
      store: createStaffStore(context.database),
      organization: context.organization,
      make,
      audit,
    }),
    ...(context.dashboard
      ? [
          createDashboardDoor({
            store: createCodeStore(context.database),
            address: context.dashboard,
          }),
        ]
      : []),
    createOwnData({ store: ownData, all: () => features, clock: context.clock, make }),
    createQuestions({
      ...context,
      usage,
      store: questions,
      knowledge,
      stems: context.lexicon.stems,
    }),
    feedback.feature,
    surveys.feature,
  ]
  return {
    features,
    jobs: [
      forgetQuestions(questions, knowledge),
      forgetCalls(models),
      forgetTraces(context.database, people),
      forgetWorkFiles(createWorkFilesStore(context.database)),
      remindReviewers(context),
      ...feedback.jobs,
      ...surveys.jobs,
      ...broadcasts.jobs,
      remind(reminding),
      forgetReminders(reminding),
      ...calendarJobs({ ...context, officers: () => audiences.officers(today()) }),
      ...ownDataJobs(ownData),
    ],
    person: people.person,
    unclaimed: async () => !(await people.hasAdmin()),
  }
}
