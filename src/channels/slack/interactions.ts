import type { z } from 'zod'
import type { Content } from '../../chat/message.ts'
import { type Meaning, placeOf, type Self, timeOf, type Where } from './meaning.ts'
import { readMetadata, readValues, SHEET } from './modals.ts'
import {
  type BlockActions,
  type MessageShortcut,
  Place,
  type SlashCommand,
  type ViewSubmission,
} from './payloads.ts'
import { readWords, wordsOf } from './words.ts'

/** The name the buttons that open a page begin with; all of ours begin with "abdi:". */
export const OPEN_SHEET = 'abdi:form'

/** A slash command: one of ours with what follows it, else a question; answered in private. */
export function readCommand(command: z.output<typeof SlashCommand>, self: Self): Meaning {
  const { user_id: user, user_name: name, channel_id: from, trigger_id } = command
  const text = readWords(command.text, self.user).trim()
  const [, first = '', rest = ''] = /^\/?(\S+)\s*([\s\S]*)$/.exec(text) ?? []
  const known = self.commands.includes(first.toLowerCase())
  const content: Content =
    text === ''
      ? { kind: 'command', name: 'bantuan', rest: '' }
      : known
        ? { kind: 'command', name: first.toLowerCase(), rest }
        : { kind: 'text', text }
  const id = `slack:command:${trigger_id}`
  return {
    kind: 'message',
    said: { id, where: { dm: true, from }, user, ...(name && { name }), content, sentAt: new Date() },
  }
}

/** Something pressed or chosen, below a message or on the home; a form's own fields are none of it. */
export function readPress(press: z.output<typeof BlockActions>): Meaning | undefined {
  const { user, channel, message, container, view, actions, trigger_id: trigger } = press
  const [action] = actions
  if (action === undefined || view?.type === 'modal') return undefined
  const ts = message?.ts ?? container?.message_ts ?? undefined
  const thread = message?.thread_ts ?? container?.thread_ts ?? undefined
  const value = action.value ?? action.selected_option?.value ?? action.action_id
  const said = {
    id: `slack:press:${user.id}:${ts ?? view?.id}:${action.action_id}:${action.action_ts}`,
    where: channel ? whereWas(channel.id, thread ?? (channel.id.startsWith('D') ? undefined : ts)) : DM,
    user: user.id,
    ...nameOf(user),
    sentAt: timeOf(action.action_ts),
  }
  return action.action_id.startsWith(OPEN_SHEET)
    ? { kind: 'sheet', trigger, said: { ...said, content: { kind: 'filled', form: value, answers: {} } } }
    : { kind: 'message', said: { ...said, content: { kind: 'choice', value } } }
}

const DM: Where = { dm: true }

function whereWas(channel: string, thread: string | undefined): Where {
  return {
    conversation: thread ? `slack:${channel}/${thread}` : `slack:${channel}`,
    shared: !channel.startsWith('D'),
  }
}

/** A message somebody wants asked; answered in private. */
export function readShortcut(shortcut: z.output<typeof MessageShortcut>, self: Self): Meaning {
  const { user, trigger_id, action_ts, message } = shortcut
  const text = wordsOf(message, self.user)
  const content: Content = text === '' ? { kind: 'unsupported', what: 'message' } : { kind: 'text', text }
  const id = `slack:shortcut:${trigger_id}`
  return {
    kind: 'message',
    said: { id, where: DM, user: user.id, ...nameOf(user), content, sentAt: timeOf(action_ts) },
  }
}

/** A form's page that was sent; undefined for a modal of somebody else. Throws where it comes from nowhere. */
export function readSubmission({ user, view }: ViewSubmission): Meaning | undefined {
  if (view.callback_id !== SHEET) return undefined
  const { form, conversation } = readMetadata(view.private_metadata)
  const { channel, thread } = Place.parse(placeOf(conversation))
  return {
    kind: 'sent',
    asked: Object.keys(view.state.values),
    said: {
      id: `slack:sent:${view.id}:${view.hash}`,
      where: whereWas(channel, thread),
      user: user.id,
      ...nameOf(user),
      content: { kind: 'filled', form, answers: readValues(view.state.values) },
      sentAt: new Date(),
    },
  }
}

function nameOf({
  name,
  username,
}: {
  name?: string | null | undefined
  username?: string | null | undefined
}) {
  const shown = name || username
  return shown ? { name: shown } : {}
}
