import type { Outbox } from '../../../chat/feature.ts'
import { type Choice, literal, type Outgoing } from '../../../chat/message.ts'
import type { Deed, Worked } from '../tickets/acting-store.ts'
import type { JoiningStore } from '../tickets/joining-store.ts'
import { showDigits } from '../tickets/number.ts'
import { texts } from './texts.ts'

/** What telling citizens needs. */
export interface Telling {
  readonly outbox: Outbox
  readonly joining: Pick<JoiningStore, 'joined'>
}

/** Tells whoever wrote a ticket what the office did, and unless it asks them something those whose tickets went with it; once for a key. */
export async function tellWriters(
  deps: Telling,
  ticket: Worked,
  deed: Deed,
  words: string,
  key: string,
): Promise<void> {
  if (!TOLD.has(deed)) return
  const others = deed === 'ask' ? [] : await deps.joining.joined(ticket.number)
  for (const one of [ticket, ...others]) await tellWriter(deps, one, messageFor(deed, one.number, words), key)
}

/** Says something to whoever wrote a ticket, as long as they can be reached. */
export async function tellWriter(
  { outbox }: Pick<Telling, 'outbox'>,
  { number, address }: Worked,
  message: Outgoing,
  key: string,
): Promise<void> {
  if (address !== null) await outbox.say(address, message, `ticket:${number}:${key}`)
}

const TOLD: ReadonlySet<Deed> = new Set(['ask', 'answer', 'close', 'lapse'])

function messageFor(deed: Deed, number: string, words: string): Outgoing {
  const { citizen: t } = texts.id
  const about = showDigits(number)
  const button = (label: string, verb: string): Choice => ({ label, value: `lapor:${verb}:${number}` })
  if (deed === 'ask') return { text: t.asks(about, literal(words)), choices: [button(t.reply, 'balas')] }
  if (deed === 'answer')
    return {
      text: t.answers(about, literal(words)),
      choices: [button(t.solved, 'selesai'), button(t.unsolved, 'belum')],
    }
  const text = deed === 'lapse' ? t.lapsed(about) : t.closes(about)
  return { text, choices: [button(t.unsolved, 'belum')] }
}
