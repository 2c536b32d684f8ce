import type { Delivery } from './deliveries.ts'
import type { Json } from './params.ts'
import { scopeOfEvent } from './scopes.ts'
import type { Message, Room, World } from './world.ts'

/** Turns what happens in the workspace into events for the bot. */
export type Happenings = ReturnType<typeof createHappenings>

/** What events need besides the workspace. */
export interface EventOptions {
  readonly granted: ReadonlySet<string>
  /** False: what the bot itself writes is not sent back to it. */
  readonly echo: boolean
  readonly push: (body: Json, id: string) => Delivery
}

/** Events as docs.slack.dev/reference/events documents them, only those whose scope is granted. */
export function createHappenings(world: World, { granted, echo, push }: EventOptions) {
  const happenings = {
    /** Sends any event in Slack's wrapper; `team` and `id` to make it a foreign or repeated one. */
    event(event: Json, { team = world.team.id, id = world.id('Ev') } = {}): Delivery {
      return push(
        {
          token: 'verification-token',
          team_id: team,
          context_team_id: team,
          context_enterprise_id: null,
          api_app_id: world.app,
          event,
          type: 'event_callback',
          event_id: id,
          event_time: Math.floor(world.clock.now() / 1000),
          authorizations: [
            {
              enterprise_id: null,
              team_id: team,
              user_id: world.bot.user,
              is_bot: true,
              is_enterprise_install: false,
            },
          ],
          is_ext_shared_channel: false,
          event_context: `4-${id}`,
        },
        id,
      )
    },
    /** A new message; one that mentions the bot in a channel comes as two events. */
    message(room: Room, message: Message): readonly Delivery[] {
      const { ts, ours, text } = message
      if (ours && !echo) return []
      const told =
        message.files.length > 0 ? { subtype: 'file_share', upload: false, display_as_bot: false } : {}
      const place = { channel: room.id, event_ts: ts }
      const json = happenings.messageJson(message)
      const heard = happenings.about(room, { ...json, ...told, ...place, channel_type: room.kind })
      const mentioned = room.kind !== 'im' && text.includes(`<@${world.bot.user}>`) && !ours
      if (!mentioned) return heard
      return [...heard, ...happenings.about(room, { ...json, ...place, type: 'app_mention' })]
    },
    changed(room: Room, message: Message, before: Message, edited = true): readonly Delivery[] {
      if (message.ours && !echo) return []
      const ts = world.ts()
      const json = happenings.messageJson(message)
      return happenings.about(room, {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        message: edited ? { ...json, edited: { user: message.user, ts } } : json,
        previous_message: happenings.messageJson(before),
        channel: room.id,
        ts,
        event_ts: ts,
        channel_type: room.kind,
      })
    },
    deleted(room: Room, message: Message): readonly Delivery[] {
      if (message.ours && !echo) return []
      const ts = world.ts()
      return happenings.about(room, {
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        deleted_ts: message.ts,
        previous_message: happenings.messageJson(message),
        channel: room.id,
        ts,
        event_ts: ts,
        channel_type: room.kind,
      })
    },
    /** An event of a room, where the bot is in it and may hear of it. */
    about(room: Room, event: Json): readonly Delivery[] {
      const scope = scopeOfEvent(String(event.type), room.kind)
      if (!room.members.has(world.bot.user) || (scope !== undefined && !granted.has(scope))) return []
      return [happenings.event(event)]
    },
    /** A message object as events, answers and payloads carry it. */
    messageJson({ ts, thread, user, ours, text, blocks, files, channel }: Message): Json {
      const author = ours ? botFields(world) : authorFields(world, user)
      const root = thread === undefined ? undefined : world.rooms.get(channel)?.messages.get(thread)
      return {
        ...author,
        type: 'message',
        text,
        ts,
        team: world.team.id,
        ...(blocks.length > 0 && { blocks }),
        ...(files.length > 0 && { files }),
        ...(thread !== undefined && { thread_ts: thread, parent_user_id: root?.user ?? user }),
      }
    },
  }
  return happenings
}

function botFields({ bot, app, team }: World): Json {
  const profile = {
    id: bot.id,
    app_id: app,
    user_id: bot.user,
    name: bot.name,
    deleted: false,
    team_id: team.id,
  }
  return { user: bot.user, bot_id: bot.id, app_id: app, bot_profile: profile }
}

function authorFields(world: World, id: string): Json {
  const user = world.users.get(id)
  const bot_id = id.replace('U', 'B')
  if (user?.bot === 'classic') return { subtype: 'bot_message', bot_id, username: user.name }
  if (user?.bot === 'user')
    return { user: id, bot_id, app_id: 'A0OTHER', bot_profile: { id: bot_id, name: user.name } }
  return { user: id, client_msg_id: crypto.randomUUID() }
}
