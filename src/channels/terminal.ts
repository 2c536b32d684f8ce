import { randomUUID } from 'node:crypto'
import { createInterface, type Interface } from 'node:readline'
import type { Channel, Inbox } from '../chat/channel.ts'
import type { Choice, ConversationId } from '../chat/message.ts'
import { attachmentLabel } from './attachment.ts'
import { toPlain } from './markdown.ts'

const CONVERSATION: ConversationId = 'terminal:local'

/**
 * A chat in the terminal it was started from; `closed` resolves when the person leaves (Ctrl+D or "keluar")
 * and rejects when a line could not be stored: nobody would send it again.
 */
export function createTerminalChannel(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Channel & { readonly closed: Promise<void>; idle(settled: () => Promise<void>): void } {
  const { promise: closed, resolve: leave, reject: fail } = Promise.withResolvers<void>()
  let lines: Interface | undefined
  let loop: Promise<void> = Promise.resolve()
  let isOpen = false
  let settled: () => Promise<void> = async () => undefined

  async function listen(inbox: Inbox, from: Interface): Promise<void> {
    isOpen = true
    from.on('close', () => {
      isOpen = false
    })
    from.prompt()
    for await (const line of from) {
      if (/^\s*(?:keluar|exit|quit)\s*$/i.test(line)) break
      if (line.trim() !== '') {
        await inbox.receive({
          id: `terminal:${randomUUID()}`,
          conversation: CONVERSATION,
          sender: { account: CONVERSATION, name: 'Anda' },
          content: { kind: 'text', text: line },
          sentAt: new Date(),
        })
        await settled()
      }
      if (isOpen) from.prompt()
    }
    from.close()
  }

  return {
    name: 'terminal',
    closed,
    /** What to wait for before the next line is asked for. */
    idle(work) {
      settled = work
    },
    async start(inbox) {
      lines = createInterface({ input, output, prompt: '\n> ' })
      lines.on('SIGINT', () => lines?.close())
      loop = listen(inbox, lines).then(leave, fail)
    },
    async stop() {
      lines?.close()
      await loop
    },
    split: (message) => [message],
    async send(_to, { text, choices = [], file }) {
      output.write(`\n${toPlain(text)}\n${file ? `\n  📎 ${attachmentLabel(file)}\n` : ''}${menu(choices)}`)
      return randomUUID()
    },
    showTyping: async () => undefined,
  }
}

/** Buttons as a numbered list: typing the number presses one. */
function menu(choices: readonly Choice[]): string {
  return choices.length === 0 ? '' : `\n${choices.map(({ label }, i) => `  ${i + 1}. ${label}`).join('\n')}\n`
}
