import type { Incoming } from '../chat/message.ts'
import type { ConversationState, Memory } from '../chat/turn.ts'

/** What a person with linked accounts remembers, whichever of them they write from. */
export interface OwnMemory {
  readonly person: string
  readonly memory: Memory
}

/** For so long somebody's questions in a shared conversation are taken up again before everybody's, in milliseconds. */
const OWN_THREAD_MS = 30 * 60_000
const MOST_SPEAKERS = 50

/**
 * The state a message is answered with. In private it has the memory of the person; in a shared conversation that of
 * whoever speaks, and where they asked nothing lately, what was last asked there. Nothing private is ever in it there.
 */
export function recalled(message: Incoming, state: ConversationState, own?: OwnMemory): ConversationState {
  if (own !== undefined) return { ...state, memory: own.memory }
  if (!message.shared) return state
  return { ...state, memory: { ...state.memory, ...lately(message, state)?.memory } }
}

/**
 * What is kept once it is answered: the state of the conversation, and what the person has learnt. `seen` is the state
 * it was answered with, `after` the one the turn left.
 */
export function kept(
  message: Incoming,
  state: ConversationState,
  seen: ConversationState,
  after: ConversationState,
  own?: OwnMemory,
): { readonly state: ConversationState; readonly learnt: Memory } {
  const learnt = Object.fromEntries(
    Object.entries(after.memory).filter(([feature, memory]) => memory !== seen.memory[feature]),
  )
  if (own !== undefined) return { state: { ...after, memory: {} }, learnt }
  if (!message.shared) return { state: after, learnt: {} }
  const speakers = spoken(message, state, learnt)
  const memory = { ...state.memory, ...learnt }
  return { state: { ...after, memory, ...(speakers && { speakers }) }, learnt: {} }
}

/** The speakers of a conversation with what one of them has just asked about; those longest silent make room. */
function spoken(message: Incoming, state: ConversationState, learnt: Memory): ConversationState['speakers'] {
  if (Object.keys(learnt).length === 0) return state.speakers
  const { account } = message.sender
  const memory = { ...lately(message, state)?.memory, ...learnt }
  const others = Object.entries(state.speakers ?? {}).filter(
    ([other, { at }]) => other !== account && isRecent(at, message),
  )
  const latest = others.toSorted(([, a], [, b]) => a.at.localeCompare(b.at)).slice(1 - MOST_SPEAKERS)
  return Object.fromEntries([...latest, [account, { memory, at: message.sentAt.toISOString() }]])
}

function lately(message: Incoming, { speakers = {} }: ConversationState) {
  const mine = Object.hasOwn(speakers, message.sender.account) ? speakers[message.sender.account] : undefined
  return mine && isRecent(mine.at, message) ? mine : undefined
}

function isRecent(at: string, { sentAt }: Incoming): boolean {
  return sentAt.getTime() - Date.parse(at) < OWN_THREAD_MS
}
