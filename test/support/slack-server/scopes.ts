import { Refusal } from './refusal.ts'

/** The fewest scopes with which everything the bot does works. */
export const MINIMAL_SCOPES: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
]

/** Throws missing_scope where none of the scopes a method accepts is granted. */
export function checkScope(method: string, kind: string, granted: ReadonlySet<string>): void {
  const needed = (method === 'conversations.info' ? INFO[kind] : NEEDED[method]) ?? []
  if (needed.length === 0 || needed.some((scope) => granted.has(scope))) return
  throw new Refusal('missing_scope', [], { needed: needed[0], provided: [...granted].join(',') })
}

/** The scope without which an event never comes; undefined for those that need none. */
export function scopeOfEvent(type: string, channelType: string): string | undefined {
  if (type === 'app_mention') return 'app_mentions:read'
  if (type === 'message')
    return { im: 'im:history', group: 'groups:history' }[channelType] ?? 'channels:history'
  return type.startsWith('assistant_thread') ? 'assistant:write' : undefined
}

const INFO: Readonly<Record<string, readonly string[]>> = {
  channel: ['channels:read'],
  group: ['groups:read'],
  im: ['im:read'],
}

const NEEDED: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['chat:write', 'assistant:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'bots.info': ['users:read'],
  'chat.appendStream': ['chat:write'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.startStream': ['chat:write'],
  'chat.stopStream': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'reactions.add': ['reactions:write'],
  'users.info': ['users:read'],
}
