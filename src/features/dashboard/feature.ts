import type { Feature, Reply, Turn } from '../../chat/feature.ts'
import { CODE_MINUTES, type CodeStore } from './store.ts'
import { texts } from './texts.ts'

/** Where the dashboard is: its address without a slash at the end, and whether that opens on other machines, too. */
export interface DashboardAddress {
  readonly url: string
  readonly public: boolean
}

/** What the dashboard's command is made from. */
export interface DashboardContext {
  readonly store: Pick<CodeStore, 'issue'>
  readonly address: DashboardAddress
}

/** `/dasbor`: a link by which an administrator opens the dashboard, once. */
export function createDashboardDoor({ store, address }: DashboardContext): Feature {
  async function open({ person, now }: Turn): Promise<Reply> {
    const code = await store.issue(person.account, now)
    const url = `${address.url}/dasbor/masuk?kode=${code}`
    const own = texts[person.language]
    return { say: [{ text: (address.public ? own.link : own.onlyHere)(url, CODE_MINUTES) }] }
  }

  return {
    name: 'dashboard',
    commands: [
      { name: 'dasbor', audience: 'admin', personal: true, summary: (l) => texts[l].summary, run: open },
    ],
  }
}
