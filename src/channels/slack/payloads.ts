import { z } from 'zod'

/** Somebody, as Slack names them; "W…" comes from large organisations. */
export const UserId = z.string().regex(/^[UW][A-Z0-9]{1,30}$/)
const ChannelId = z.string().regex(/^[CDGZ][A-Z0-9]{1,30}$/)
/** A time that also names a message: seconds since 1970, a dot, and what makes it unique. */
const Ts = z.string().regex(/^\d{1,11}\.\d{1,9}$/)
/** What only Slack reads: of a trigger, a view, a state of a view. */
const Opaque = z.string().regex(/^[!-~]{1,255}$/)
/** What an app of ours, today's or an older one, called a button. */
const ActionId = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,255}$/u)

/** Where a conversation is in Slack, as an id of ours says it. */
export const Place = z.object({ channel: ChannelId, thread: Ts.optional() })

/** A file as Slack describes it (docs.slack.dev/reference/objects/file-object). */
export const SlackFile = z.object({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
})
export type SlackFile = z.output<typeof SlackFile>

const Files = z.array(SlackFile).nullish()
/** What hangs on a message: of all kinds, also other messages that were forwarded with it. */
const Attachments = z
  .array(z.object({ text: z.string().nullish(), is_share: z.boolean().nullish() }))
  .nullish()
export type Attachments = z.output<typeof Attachments>

/** What somebody wrote, as it stands in an event, or in a changed message; bots may be of any name. */
const Written = z.object({
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  subtype: z.string().nullish(),
  text: z.string().nullish(),
  ts: Ts,
  thread_ts: Ts.nullish(),
  edited: z.object({ ts: Ts }).nullish(),
  files: Files,
  attachments: Attachments,
  // what is written to an agent carries one of these (docs.slack.dev/ai/migrating-to-agent-messaging)
  assistant_thread: z.unknown().optional(),
  app_context: z.unknown().optional(),
  action_token: z.unknown().optional(),
  user_team: z.string().nullish(),
})
export type Written = z.output<typeof Written>

/** A message, new or changed (docs.slack.dev/reference/events/message). */
export const MessageEvent = Written.extend({
  type: z.enum(['message', 'app_mention']),
  channel: ChannelId,
  message: Written.nullish(),
  previous_message: z.object({ text: z.string().nullish() }).nullish(),
})
export type MessageEvent = z.output<typeof MessageEvent>

/** Somebody opened our app: its home, or its messages (docs.slack.dev/reference/events/app_home_opened). */
export const HomeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: UserId,
  channel: ChannelId,
  tab: z.string().nullish(),
})

/** Somebody opened an agent's thread of the older kind. */
export const ThreadStarted = z.object({
  type: z.literal('assistant_thread_started'),
  assistant_thread: z.object({ channel_id: ChannelId, thread_ts: Ts }),
})

const User = z.object({ id: UserId, name: z.string().nullish(), username: z.string().nullish() })

/** Something was pressed or chosen (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
export const BlockActions = z.object({
  type: z.literal('block_actions'),
  user: User,
  trigger_id: Opaque,
  channel: z.object({ id: ChannelId }).nullish(),
  message: z.object({ ts: Ts, thread_ts: Ts.nullish() }).nullish(),
  container: z.object({ message_ts: Ts.nullish(), thread_ts: Ts.nullish() }).nullish(),
  view: z.object({ id: Opaque, type: z.string() }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: ActionId,
        action_ts: Ts,
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
  user_id: UserId,
  user_name: z.string().nullish(),
  channel_id: ChannelId,
  trigger_id: Opaque,
})

/** A shortcut used on a message (docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload). */
export const MessageShortcut = z.object({
  type: z.literal('message_action'),
  user: User,
  trigger_id: Opaque,
  action_ts: Ts,
  message: z.object({ text: z.string().nullish(), attachments: Attachments }),
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
    id: Opaque,
    hash: Opaque,
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), Filled)) }),
  }),
})
export type ViewSubmission = z.output<typeof ViewSubmission>
