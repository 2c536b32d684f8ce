import type { WebClient } from '@slack/web-api'
import type { Inbox } from '../../chat/channel.ts'
import type { Choice, ConversationId } from '../../chat/message.ts'
import type { OpenSheet } from '../../chat/open-sheet.ts'
import type { Log } from '../../log.ts'
import { homeView } from './home.ts'
import { sheetView } from './modals.ts'
import type { People } from './people.ts'
import { texts } from './texts.ts'

const MOST_PROMPTS = 4

/** What people see besides messages: their home, a form's page, what an agent suggests to ask. */
export type Surfaces = ReturnType<typeof createSurfaces>

/** The surfaces of one workspace; none of them holds up an acknowledgement, but a page, which must open within 3 s. */
export function createSurfaces(
  { client, people, prompts }: { client: WebClient; people: People; prompts: readonly Choice[] },
  log: Log,
  clock: () => number,
) {
  const underWay = new Set<Promise<void>>()

  async function quietly(what: string, call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call()
      return true
    } catch (error) {
      log.warn({ call: what, err: error }, 'something could not be shown in Slack')
      return false
    }
  }

  /** Makes a call that nothing waits for, but a stop. */
  function aside(what: string, call: () => Promise<unknown>): void {
    const work = quietly(what, call).then(() => void underWay.delete(work))
    underWay.add(work)
  }

  return {
    /** Shows a person's own page in the Home tab. */
    showHome(user: string, inbox: Inbox): void {
      aside('views.publish', async () => {
        const sender = { account: `slack:${user}`, name: await people.nameOf(user, user) }
        await client.views.publish({ user_id: user, view: homeView(await inbox.home(sender)) })
      })
    },
    /** Shows what can be asked, where an agent was opened; `thread` only in the older kind of agent. */
    suggest(channel: string, thread?: string): void {
      const suggested = prompts.slice(0, MOST_PROMPTS).map(({ label }) => ({ title: label, message: label }))
      if (suggested.length === 0) return
      const place = { channel_id: channel, ...(thread && { thread_ts: thread }) }
      const call = { ...place, title: texts.promptsTitle, prompts: suggested }
      aside('setSuggestedPrompts', () => client.assistant.threads.setSuggestedPrompts(call))
    },
    /** Opens a form's page; false where there is none (any more), true also where Slack could not show it: the chat goes on. */
    async openSheet(trigger: string, from: ConversationId, open: OpenSheet | undefined): Promise<boolean> {
      if (open === undefined) return false
      const view = sheetView(open.sheet, from, new Date(clock()).toISOString().slice(0, 10))
      await quietly('views.open', () => client.views.open({ trigger_id: trigger, view }))
      return true
    },
    /** Resolves once what is being shown is shown. */
    async settle(): Promise<void> {
      await Promise.all(underWay)
    },
  }
}
