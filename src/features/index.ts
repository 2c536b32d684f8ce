import type { Profile } from '../chat/channel.ts'
import type { Feature, Outbox, Person } from '../chat/feature.ts'
import type { Database } from '../database/database.ts'
import type { Keeping } from '../files.ts'
import type { Job } from '../jobs/job.ts'
import { shelveAnswers } from '../regulations/knowledge/answers.ts'
import type { Lexicon } from '../regulations/lexicon.ts'
import { createHelp } from './help/feature.ts'
import { createPeople } from './people/feature.ts'
import { createPeopleStore } from './people/store.ts'
import type { Answering } from './questions/answering.ts'
import { createQuestions } from './questions/feature.ts'
import { forgetQuestions } from './questions/forget.job.ts'
import { createUsage } from './questions/model/budget.ts'
import { forgetCalls } from './questions/model/forget-calls.job.ts'
import { createModelStore } from './questions/model/store.ts'
import { createFindable } from './questions/publishing/findable.ts'
import { createQuestionStore } from './questions/store.ts'

/** What the features are made from. */
export interface FeatureContext extends Omit<Answering, 'store'> {
  readonly database: Database
  readonly outbox: Outbox
  /** Keeps what people send in. */
  readonly files: Keeping
  /** What the platform of an account vouches for about it; nothing where it cannot be asked. */
  profile(account: string): Promise<Profile>
  /** Whether the platform of an account has a button that shares its own phone number. */
  sharesContact(account: string): boolean
  readonly claimCode: string
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
  const people = createPeopleStore(context.database)
  const questions = createQuestionStore(context.database)
  const models = createModelStore(context.database)
  const knowledge = createFindable(
    questions.published,
    (answers) => shelveAnswers(context.database, context.lexicon, answers),
    context.timeZone,
  )
  const features: readonly Feature[] = [
    createHelp(context.organization, () => features),
    createPeople({ ...context, store: people }),
    createQuestions({
      ...context,
      usage: createUsage(models),
      store: questions,
      knowledge,
      stems: context.lexicon.stems,
    }),
  ]
  return {
    features,
    jobs: [forgetQuestions(questions, knowledge), forgetCalls(models)],
    person: people.person,
    unclaimed: async () => !(await people.hasAdmin()),
  }
}
