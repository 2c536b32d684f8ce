import { z } from 'zod'

/** A file as Slack describes it (docs.slack.dev/reference/objects/file-object). */
export const SlackFile = z.object({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
})
export type SlackFile = z.output<typeof SlackFile>

const Files = z.array(SlackFile).nullish()

/** What somebody wrote, as it stands in an event, in a changed message, or under a shortcut. */
const Written = z.object({
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  subtype: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string(),
  thread_ts: z.string().nullish(),
  edited: z.object({ ts: z.string() }).nullish(),
  files: Files,
  assistant_thread: z.unknown().optional(),
  user_team: z.string().nullish(),
})
export type Written = z.output<typeof Written>

/** A message, new or changed (docs.slack.dev/reference/events/message). */
export const MessageEvent = Written.extend({
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  message: Written.nullish(),
  previous_message: z.object({ text: z.string().nullish() }).nullish(),
})
export type MessageEvent = z.output<typeof MessageEvent>

/** Somebody opened our app: its home, or its messages (docs.slack.dev/reference/events/app_home_opened). */
export const HomeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: z.string(),
  channel: z.string(),
  tab: z.string().nullish(),
})

/** Somebody opened an agent's thread of the older kind. */
export const ThreadStarted = z.object({
  type: z.literal('assistant_thread_started'),
  assistant_thread: z.object({ channel_id: z.string(), thread_ts: z.string() }),
})

const User = z.object({ id: z.string(), name: z.string().nullish(), username: z.string().nullish() })

/** Something was pressed or chosen (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
export const BlockActions = z.object({
  type: z.literal('block_actions'),
  user: User,
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: z.string(), thread_ts: z.string().nullish() }).nullish(),
  container: z.object({ message_ts: z.string().nullish(), thread_ts: z.string().nullish() }).nullish(),
  view: z.object({ id: z.string(), type: z.string() }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string(),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
})

/** A slash command (docs.slack.dev/interactivity/implementing-slash-commands). */
export const SlashCommand = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  user_name: z.string().nullish(),
  channel_id: z.string(),
  trigger_id: z.string(),
})

/** A shortcut used on a message (docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload). */
export const MessageShortcut = z.object({
  type: z.literal('message_action'),
  user: User,
  trigger_id: z.string(),
  action_ts: z.string(),
  message: z.object({ text: z.string().nullish() }),
})

/** What was filled in one element of a modal. */
export const Filled = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  files: Files,
})
export type Filled = z.output<typeof Filled>

/** A modal was sent (docs.slack.dev/reference/interaction-payloads/view-interactions-payload). */
export const ViewSubmission = z.object({
  type: z.literal('view_submission'),
  user: User,
  view: z.object({
    id: z.string(),
    hash: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Filled)) }),
  }),
})
export type ViewSubmission = z.output<typeof ViewSubmission>
