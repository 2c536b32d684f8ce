import type { Button } from './markup.ts'
import type { ChatState, Seen, World } from './world.ts'

/** What can be looked at in any chat. */
export interface Screen {
  readonly id: number
  /** The bot's messages as they stand now, oldest first; deleted ones are gone. */
  received(): readonly Seen[]
  /** Drafts of growing answers, oldest first. */
  drafts(): readonly string[]
  /**
   * Resolves with the n-th message of the bot (counted among those still there), or with the first one
   * that fits; looks again at each message and edit. Rejects after `timeoutMs` (15000), telling
   * what was there.
   */
  waitFor(what: number | ((message: Seen) => boolean), timeoutMs?: number): Promise<Seen>
}

/** What a button press looks for: a label, or its callback_data. */
export type Press = string | { readonly data: string; readonly messageId?: number }

/** A button found on a screen; without `message` it is one of the reply keyboard. */
export interface Pressed {
  readonly button: Button
  readonly message?: number
}

/** The screen of one chat; `now` and `refused` make the message of a timeout telling. */
export function screenOf(state: ChatState, refused: () => string): Screen {
  const received = () => [...state.seen.values()]
  return {
    id: state.chat.id,
    received,
    drafts: () => state.drafts.map(({ text }) => text),
    waitFor(what, timeoutMs = 15_000) {
      const find = typeof what === 'number' ? () => received()[what - 1] : () => received().find(what)
      return state.signal.until(find, timeoutMs, () => {
        const texts = received().map(({ text }) => `  ${JSON.stringify(text)}`)
        const wanted = typeof what === 'number' ? `message ${what}` : 'the message waited for'
        const there = texts.length === 0 ? 'there were none' : `there were:\n${texts.join('\n')}`
        return `${wanted} did not come to chat ${state.chat.id} in ${timeoutMs} ms; ${there}${refused()}`
      })
    },
  }
}

/**
 * The newest button of that label or data, under a message or on the reply keyboard; throws where
 * there is none. With `messageId` the press is taken as from an outdated screen: the button need
 * not be there any more.
 */
export function findButton(state: ChatState, press: Press): Pressed {
  if (typeof press !== 'string' && press.messageId !== undefined) {
    return { button: { label: '', data: press.data }, message: press.messageId }
  }
  const fits = (button: Button) =>
    typeof press === 'string' ? button.label === press : button.data === press.data
  const newest = [...state.seen.values()].reverse()
  const keyboard = newest.find((message) => message.removesKeyboard || message.keyboard !== undefined)
  for (const message of newest) {
    const button = message.buttons.flat().find(fits)
    if (button !== undefined) return { button, message: message.id }
    const key = message === keyboard ? message.keyboard?.flat().find(fits) : undefined
    if (key !== undefined) return { button: key }
  }
  const there = newest.flatMap(({ buttons, keyboard: keys = [] }) => [...buttons.flat(), ...keys.flat()])
  const labels = there.map(({ label, data }) => (data === undefined ? label : `${label} (${data})`))
  throw new Error(
    `no button ${JSON.stringify(press)} in chat ${state.chat.id}; there are: ${labels.join(', ') || 'none'}`,
  )
}

/** Notes a press, so that it can be answered once; the id goes into the callback_query. */
export function newQuery(world: World, chat: number): string {
  const id = `${4_000_000_000_000_000_000n + BigInt(world.queries.size + 1)}`
  world.queries.set(id, { at: world.now(), chat })
  return id
}
