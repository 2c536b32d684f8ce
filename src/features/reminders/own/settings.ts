import { zoneName } from '../../../calendar.ts'
import { accountsOf, type Reply, type Turn } from '../../../chat/feature.ts'
import { channelOf, channelTitle } from '../../../chat/message.ts'
import { EARLIEST_HOUR, LATEST_HOUR } from '../plan/humane.ts'
import type { Reminders } from '../ports.ts'
import { REMINDERS } from '../reminding/digest.ts'
import type { OwnStore } from './store.ts'
import { texts } from './texts.ts'

/** When and where somebody is reminded, as they choose; that they are is not for them to choose. */
export function createSettings({
  audiences,
  own,
  timeZone,
}: Pick<Reminders, 'audiences' | 'timeZone'> & { readonly own: OwnStore }) {
  const zone = zoneName(timeZone)

  async function show({ person }: Turn, employee: string): Promise<Reply> {
    const t = texts[person.language]
    const { hour, channel } = await audiences.preference(employee)
    const channels = linked(person.account, accountsOf(person))
    const choices = [
      ...HOURS.map((one) => ({ label: t.hourChoice(one), value: `${REMINDERS}:jam:${one}` })),
      ...(hour === null ? [] : [{ label: t.anyHour, value: `${REMINDERS}:jam:ikut` }]),
      ...channels.map((one) => ({
        label: t.channelChoice(channelTitle(one)),
        value: `${REMINDERS}:jalur:${one}`,
      })),
    ]
    const now = {
      zone,
      hour: hour === null ? null : t.hourChoice(hour),
      channel: channel === null ? null : channelTitle(channel),
    }
    return { say: [{ text: t.settingsNow(now), choices }] }
  }

  async function hour(turn: Turn, employee: string, chosen: string): Promise<Reply> {
    const t = texts[turn.person.language]
    const value = Number(chosen)
    if (chosen === 'ikut') {
      await audiences.prefer(employee, { hour: null })
      return { say: [{ text: t.anyHourKept }] }
    }
    if (!HOURS.includes(value)) return show(turn, employee)
    await audiences.prefer(employee, { hour: value })
    await own.atHour(employee, value)
    return { say: [{ text: t.hourKept(t.hourChoice(value), zone) }] }
  }

  async function channel({ person }: Turn, employee: string, chosen: string): Promise<Reply> {
    const t = texts[person.language]
    if (!linked(person.account, accountsOf(person)).includes(chosen)) return { say: [{ text: t.notLinked }] }
    await audiences.prefer(employee, { channel: chosen })
    return { say: [{ text: t.channelKept(channelTitle(chosen)) }] }
  }

  return { show, hour, channel }
}

const HOURS = Array.from({ length: LATEST_HOUR - EARLIEST_HOUR + 1 }, (_, i) => EARLIEST_HOUR + i)

/** The platforms somebody has accounts on, each once. */
function linked(account: string, accounts: readonly string[]): readonly string[] {
  return [...new Set([account, ...accounts].map(channelOf))]
}
