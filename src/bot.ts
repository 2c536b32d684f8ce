import { z } from 'zod'
import type { Channel, Inbox, Profile } from './chat/channel.ts'
import type { Feature, Outbox, Person, Post } from './chat/feature.ts'
import { type ConversationId, channelOf, type Outgoing } from './chat/message.ts'
import { openSheet } from './chat/open-sheet.ts'
import { FRESH, isTraceless, takeTurn } from './chat/turn.ts'
import type { Database } from './database/database.ts'
import { tidyJobs } from './database/tidy.job.ts'
import { createFeatures, type FeatureContext } from './features/index.ts'
import { type ChannelFiles, createChannelFiles, createKeeping, type FileStore, fileJobs } from './files.ts'
import type { Job } from './jobs/job.ts'
import type { Log } from './log.ts'
import { createAdvance } from './mailbox/advance.ts'
import { mailboxJobs } from './mailbox/jobs.ts'
import { createLetters } from './mailbox/letters.ts'
import { createMailbox, type Mailbox } from './mailbox/mailbox.ts'
import { createPostman } from './mailbox/postman.ts'
import { createReturnAddresses, SEALED } from './mailbox/return-addresses.ts'
import { createSeal, type Seal } from './seal.ts'

/** What a bot is made from, whatever its channels. */
export interface BotContext
  extends Omit<
    FeatureContext,
    | 'outbox'
    | 'post'
    | 'preview'
    | 'link'
    | 'profile'
    | 'sharesContact'
    | 'files'
    | 'seal'
    | 'addressOf'
    | 'isOf'
  > {
  readonly database: Database
  readonly log: Log
  readonly timeZone: string
  readonly clock: () => Date
  /** Hides what is to leave no trace; left out, it is readable only as long as this process lasts. */
  readonly seal?: Seal
  /** Where files are kept; without it nobody is asked for one. */
  readonly files?: FileStore
  observe?(seconds: number, failed: boolean): void
  received?(channel: string): void
}

/** The whole bot without its channels: they are added, and then it listens. */
export interface Bot {
  readonly mailbox: Mailbox
  readonly features: readonly Feature[]
  readonly jobs: readonly Job[]
  /** What channels may do with files, where any are kept. */
  readonly files?: ChannelFiles
  /** Who is behind an account, and what they may do. */
  person(account: string, name: string): Promise<Person>
  /** True while nobody has claimed to be the first administrator. */
  unclaimed(): Promise<boolean>
  /** Adds a channel and starts to listen to it. Throws what its `start` throws. */
  listen(channel: Channel): Promise<void>
  /** Makes a channel able to deliver without listening to it. */
  connect(channel: Channel): void
  /** Answers and delivers what is open in a conversation. */
  advance(conversation: ConversationId): Promise<void>
  /** Resolves once no letter may be sent any more for now. */
  carryLetters(): Promise<void>
  /** Frees the conversations that a crash left leased; call it before listening. */
  recover(): Promise<void>
  /** Resolves once everything that was left open when the bot last stopped is taken up. */
  resume(): Promise<void>
  /** Stops listening, ends the answers under way, and leaves the rest stored. */
  stop(): Promise<void>
}

/** An answer that is found is all work for this process; one that a model writes mostly waits for it. */
const ANSWERS_AT_ONCE = { found: 4, written: 32 }

z.config(z.locales.id()) // what a schema refuses is said to people

/** Puts the mailbox, the features and the turn together. */
export function createBot(context: BotContext): Bot {
  const { database, log, timeZone, clock, files: store, seal = createSeal() } = context
  const mailbox = createMailbox(database, seal)
  const channels = new Map<string, Channel>()
  const listening: Channel[] = []
  const channel = (name: string): Channel | undefined => channels.get(name)
  const addresses = createReturnAddresses(seal, channel)
  channels.set(SEALED, addresses.channel)

  const outbox: Outbox = {
    async say(to: ConversationId, message: Outgoing, key: string) {
      await mailbox.say(to, channel(channelOf(to))?.split(message) ?? [message], key)
      void advance(to)
    },
    async revise(key, message) {
      const where = await mailbox.revise(key, message)
      if (where !== undefined) void advance(where)
    },
  }
  const letters = createLetters(database)
  const postman = createPostman({ letters, mailbox, log, clock, timeZone, channel })
  const post: Post = {
    async post(...given) {
      await letters.post(...given)
      postman.kick()
    },
    async hold(batch, held) {
      await letters.hold(batch, held)
      if (!held) postman.kick()
    },
    withdraw: letters.withdraw,
    progress: letters.progress,
    includes: letters.includes,
    deliveries: letters.deliveries,
  }
  const profile = async (account: string): Promise<Profile> => {
    const name = channelOf(account)
    try {
      return (await channel(name)?.profile?.(account)) ?? {}
    } catch (error) {
      log.warn({ channel: name, err: error }, 'a profile could not be read')
      return {}
    }
  }
  const { features, jobs, person, unclaimed } = createFeatures({
    ...context,
    outbox,
    post,
    seal,
    addressOf: addresses.addressOf,
    isOf: addresses.isOf,
    preview: (message) =>
      [...channels.values()]
        .filter(({ name }) => name !== SEALED)
        .map((one) => ({ channel: one.name, pieces: one.split(message) })),
    link: (payload) => [...channels.values()].flatMap((one) => one.link?.(payload) ?? [])[0],
    profile,
    sharesContact: (account) => channel(channelOf(account))?.contact === true,
    files: createKeeping(store, (conversation) => channel(channelOf(conversation))),
  })
  const { advance, stop } = createAdvance({
    mailbox,
    log,
    channel,
    person,
    atOnce: context.chat ? ANSWERS_AT_ONCE.written : ANSWERS_AT_ONCE.found,
    turn: (message, who, state, preview) =>
      takeTurn({ features, person: who, now: clock(), timeZone, preview }, message, state),
    ...(context.observe && { observe: context.observe }),
  })

  const inbox: Inbox = {
    async receive(message) {
      const id = await mailbox.receive(message, isTraceless(message, features))
      if (id === undefined) return
      context.received?.(channelOf(message.conversation))
      void advance(message.conversation)
    },
    unreachable: (conversation, reason) => mailbox.unreachable(conversation, reason),
    knows: async (conversation) => (await mailbox.state(conversation)) !== undefined,
    async sheet(conversation, sender, form) {
      const state = (await mailbox.state(conversation)) ?? FRESH
      const who = await person(sender.account, sender.name)
      return openSheet({ features, person: who, now: clock(), timeZone }, state, form)
    },
    async home(sender) {
      const who = await person(sender.account, sender.name)
      const sections = await Promise.all(features.map((feature) => feature.home?.(who, clock()) ?? []))
      return sections.flat()
    },
  }

  return {
    mailbox,
    features,
    person,
    jobs: [
      ...mailboxJobs(mailbox, advance, postman.kick, log),
      ...jobs,
      ...(store ? fileJobs(store) : []),
      ...tidyJobs(database),
    ],
    ...(store && { files: createChannelFiles(store, (account) => person(account, '')) }),
    unclaimed,
    connect: (added) => void channels.set(added.name, added),
    async listen(added) {
      channels.set(added.name, added)
      listening.push(added)
      await added.start(inbox)
    },
    advance,
    carryLetters: postman.carry,
    async recover() {
      if (database.kind !== 'embedded') return
      await mailbox.forgetLeases() // this process is the only one there is
      await letters.forgetLeases()
    },
    async resume() {
      for (let left = await mailbox.neglected(0, 200); left.length > 0; ) {
        await Promise.all(left.map(advance)) // each waits for a seat, before those who come now
        const before = new Set(left)
        left = (await mailbox.neglected(0, 200)).filter((conversation) => !before.has(conversation))
      }
    },
    async stop() {
      await Promise.all(listening.map((added) => added.stop()))
      await Promise.all([stop(), postman.stop()])
    },
  }
}
