import type { Inbox } from '../../src/chat/channel.ts'

/** An inbox for a channel alone: what a test leaves out knows nothing and takes everything. */
export function inboxOf(own: Partial<Inbox>): Inbox {
  return {
    receive: async () => undefined,
    unreachable: async () => undefined,
    knows: async () => false,
    sheet: async () => undefined,
    home: async () => [],
    ...own,
  }
}
