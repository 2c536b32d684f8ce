import { readCommand, readPress, readShortcut, readSubmission } from './interactions.ts'
import type { Meaning, Self } from './meaning.ts'
import { readMessage } from './messages.ts'
import {
  BlockActions,
  HomeOpened,
  MessageEvent,
  MessageShortcut,
  SlashCommand,
  ThreadStarted,
  ViewSubmission,
} from './payloads.ts'

/**
 * Reads what Slack sends: an event, a press, a command, a shortcut, a page. Undefined for what does not
 * concern the bot: other bots, itself, news of the channel, deletions, talk that is not meant for it. Throws
 * where something lacks what Slack always sends.
 */
export function readBody(body: Readonly<Record<string, unknown>>, self: Self): Meaning | undefined {
  if (body.type === 'event_callback') return readEvent(body.event, self)
  if (typeof body.command === 'string') return readCommand(SlashCommand.parse(body), self)
  if (body.type === 'block_actions') return readPress(BlockActions.parse(body))
  if (body.type === 'message_action') return readShortcut(MessageShortcut.parse(body), self)
  if (body.type === 'view_submission') return readSubmission(ViewSubmission.parse(body))
  return undefined
}

/** The workspace a body comes from, and that of whoever wrote it where it is told; those who are not us are refused. */
export function teamsOf(body: Readonly<Record<string, unknown>>): readonly string[] {
  const of = (value: unknown, key: string): unknown => (Object(value) as Record<string, unknown>)[key]
  const teams = [
    body.team_id,
    of(body.team, 'id'),
    of(body.user, 'team_id'),
    of(body.event, 'user_team'),
    of(of(body.event, 'message'), 'user_team'),
  ]
  return teams.filter((team) => typeof team === 'string')
}

function readEvent(event: unknown, self: Self): Meaning | undefined {
  switch ((Object(event) as { type?: unknown }).type) {
    case 'message':
    case 'app_mention':
      return readMessage(MessageEvent.parse(event), self)
    case 'app_home_opened': {
      const { user, channel, tab } = HomeOpened.parse(event)
      return tab === 'messages' ? { kind: 'agent', channel } : { kind: 'home', user, channel }
    }
    case 'assistant_thread_started': {
      const { channel_id: channel, thread_ts: thread } = ThreadStarted.parse(event).assistant_thread
      return { kind: 'agent', channel, thread }
    }
  }
  return undefined
}
