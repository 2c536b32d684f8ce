import type { Feature, Json, Reply, Role, Turn } from '../../src/chat/feature.ts'
import { mayUse } from '../../src/chat/turn.ts'

/** Who asks, and what the conversation remembers. */
export interface Asker {
  readonly role: Role
  readonly employee?: string
  readonly memory?: Json
}

/** A turn in which somebody says something, in private, on 2 March 2026. */
export function turnOf({ role, employee, memory = null }: Asker, text: string): Turn {
  const account = `test:${role}`
  return {
    conversation: 'test:1',
    person: { account, name: 'Uji', role, language: 'id', ...(employee !== undefined && { employee }) },
    message: {
      id: `m:${text}`,
      conversation: 'test:1',
      sender: { account, name: 'Uji' },
      content: { kind: 'text', text },
      sentAt: new Date('2026-03-02T02:00:00Z'),
    },
    now: new Date('2026-03-02T02:00:00Z'),
    timeZone: 'Asia/Jakarta',
    memory,
    preview: () => undefined,
  }
}

/** What the feature says to plain words; nothing where it leaves them to others. */
export async function heard(feature: Feature, asker: Asker, text: string): Promise<Reply | undefined> {
  return feature.hears?.(turnOf(asker, text))
}

/** What one of the feature's commands says. */
export async function commanded(feature: Feature, asker: Asker, name: string, rest: string): Promise<Reply> {
  const command = feature.commands?.find((one) => one.name === name)
  if (command === undefined) throw new Error(`no command ${name}`)
  return command.run(turnOf(asker, rest), rest)
}

/** What one of the feature's buttons does; nothing for whoever it is not for, as the kernel has it. */
export async function pressed(feature: Feature, asker: Asker, value: string): Promise<Reply> {
  const [name, ...rest] = value.split(':')
  const action = feature.actions?.find((one) => one.name === name)
  if (action === undefined) throw new Error(`no action ${name}`)
  if (!mayUse(asker.role, action.audience)) return { say: [] }
  return action.run(turnOf(asker, value), rest.join(':'))
}

/** All words of an answer, its buttons among them. */
export function wordsIn(reply: Reply | undefined): string {
  return JSON.stringify(reply?.say ?? [])
}
