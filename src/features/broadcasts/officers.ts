import { accountsOf, type Outbox, type Person, type Turn } from '../../chat/feature.ts'
import type { ConversationId, Outgoing } from '../../chat/message.ts'
import type { Broadcast, Keeper } from './broadcast.ts'
import type { Audiences, Officer, Room } from './ports.ts'
import type { Changing } from './store.ts'

/** Whoever writes, as the one who answers for a broadcast. */
export function keeperOf({ person, conversation }: Turn): Keeper {
  return {
    account: person.account,
    accounts: accountsOf(person),
    employee: person.employee ?? null,
    role: person.role,
    conversation,
  }
}

/** True where somebody is the one who answers for a broadcast, whichever account they write from. */
export function keeps(person: Person, { keeper }: Pick<Broadcast, 'keeper'>): boolean {
  return (
    accountsOf(person).some((account) => keeper.accounts.includes(account)) ||
    (person.employee !== undefined && person.employee === keeper.employee)
  )
}

/** The officers, those first where they still are one who answer for a broadcast, the others apart. */
export async function officersFor(
  audiences: Pick<Audiences, 'officers'>,
  { keeper }: Pick<Broadcast, 'keeper'>,
): Promise<{ readonly keeper: Officer | undefined; readonly others: readonly Officer[] }> {
  const officers = await audiences.officers()
  const own = ({ account, employee }: Officer): boolean =>
    keeper.accounts.includes(account) || (employee !== null && employee === keeper.employee)
  return { keeper: officers.find(own), others: officers.filter((officer) => !own(officer)) }
}

/** The name of an officer as the directory has it; accounts without an entry go by their own. */
export async function nameOf(
  { audiences }: Pick<Room, 'audiences'>,
  { employee, name }: Person,
): Promise<string> {
  const [entry] = employee === undefined ? [] : await audiences.byIds([employee])
  return entry?.name ?? name
}

/** Tells whoever answers for a broadcast, or, where they are no officer any more, all that are; each once for a key. */
export async function tellKeeper(
  { audiences, outbox }: Pick<Room, 'audiences' | 'outbox'>,
  broadcast: Broadcast,
  message: Outgoing,
  key: string,
): Promise<void> {
  const { keeper, others } = await officersFor(audiences, broadcast)
  if (keeper !== undefined) return outbox.say(broadcast.keeper.conversation, message, key)
  await tellAll(outbox, others, message, key)
}

/** Tells officers something, each once for a key. */
export async function tellAll(
  outbox: Pick<Outbox, 'say'>,
  officers: readonly Officer[],
  message: Outgoing,
  key: string,
): Promise<void> {
  for (const { conversation, account } of officers)
    await outbox.say(conversation as ConversationId, message, `${key}:${account}`) // the directory has no type for them
}

/** The conditions under which somebody changes a broadcast, and what is written down of it: no words of it. */
export function changing(
  { person, message, now }: Turn,
  { id, version }: { readonly id: string; readonly version?: number },
  from: Changing['from'],
  action: string,
  detail: Readonly<Record<string, unknown>> = {},
): Changing {
  const { account, role } = person
  const deed = { action: `broadcast.${action}`, account, role, detail: { broadcast: id, ...detail } }
  return { ...(version !== undefined && { version }), from, key: message.id, now, deed }
}

/** Writes down what somebody did with a broadcast without changing it; no words of it. */
export async function noted(
  { audit }: Pick<Room, 'audit'>,
  { person, message, now }: Turn,
  action: string,
  { id }: Pick<Broadcast, 'id'>,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await audit.note(
    {
      key: `broadcast.${action}:${message.id}`,
      action: `broadcast.${action}`,
      account: person.account,
      role: person.role,
      subject: null,
      detail: { broadcast: id, ...detail },
    },
    now,
  )
}

/** The same for what a job did, in the name of whoever answers for it. */
export async function notedByItself(
  { audit }: Pick<Room, 'audit'>,
  action: string,
  { id, version, keeper }: Broadcast,
  now: Date,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const key = `broadcast.${action}:${id}${action === 'held' ? `:${version}` : ''}` // it may be held several times
  const { account, role } = keeper
  await audit.note(
    {
      key,
      action: `broadcast.${action}`,
      account,
      role,
      subject: null,
      detail: { broadcast: id, job: true, ...detail },
    },
    now,
  )
}
