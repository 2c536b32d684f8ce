import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { toPlain } from '../../src/channels/markdown.ts'
import type { Feature, Person } from '../../src/chat/feature.ts'
import type { Content, KeptFile, Outgoing } from '../../src/chat/message.ts'
import { type ConversationState, FRESH, takeTurn } from '../../src/chat/turn.ts'
import { Unreadable } from '../../src/errors.ts'
import { createReminders } from '../../src/features/reminders/feature.ts'
import type { reminding } from './stage.ts'

type Stage = Awaited<ReturnType<typeof reminding>>

/** What a talk may be different in. */
export interface Talking {
  readonly publicUrl?: string
  readonly filesHere?: boolean
}

/** People of the office who talk with the feature alone; everything else they say is a question for others. */
export function talking(stage: Stage, { publicUrl, filesHere = true }: Talking = {}) {
  const kept: (KeptFile & { purpose: string; reference: string | undefined; bytes?: Uint8Array })[] = []
  const feature = createReminders({
    ...stage,
    organization: 'Pemerintah Kota Serang',
    publicUrl,
    files: {
      isPossible: () => filesHere,
      bytes: async () => new TextEncoder().encode(stage.list.text),
      async keep(content, turn, purpose, reference) {
        const file = { hash: 'a'.repeat(64), name: content.name, mime: 'text/plain', size: 1 }
        kept.push({ ...file, purpose, reference })
        await stage.database.query(
          `insert into file (hash, mime, size) values ($1, $2, $3) on conflict do nothing`,
          [file.hash, file.mime, file.size],
        )
        await stage.database.query(
          `insert into file_use (hash, owner, purpose, reference, name) values ($1, $2, $3, $4, $5)`,
          [file.hash, turn.person.account, purpose, reference, file.name],
        )
        return file
      },
      async show(file) {
        if (stage.list.gone) throw new Unreadable('gone')
        return file
      },
      async make(bytes, { name, mime }, _, purpose) {
        const file = { hash: 'b'.repeat(64), name, mime, size: bytes.length }
        kept.push({ ...file, purpose, reference: undefined, bytes })
        return file
      },
    },
  })
  const others: Feature = {
    name: 'others',
    otherwise: async () => ({ say: [{ text: '(pertanyaan)' }] }),
  }
  const states = new Map<string, ConversationState>()
  const heard = new Map<string, Outgoing[]>()

  async function sends(name: string, content: Content): Promise<readonly Outgoing[]> {
    const account = `test:${name.toLowerCase()}` as const
    const message = {
      id: randomUUID(),
      conversation: account,
      sender: { account, name },
      content,
      sentAt: stage.clock(),
    }
    const context = {
      features: [feature, others],
      person: await personOf(stage, name),
      now: stage.clock(),
      timeZone: stage.timeZone,
      preview: () => undefined,
    }
    const { replies, state } = await takeTurn(context, message, states.get(name) ?? FRESH)
    states.set(name, state)
    heard.set(name, [...(heard.get(name) ?? []), ...replies])
    return replies
  }

  async function presses(name: string, label: string): Promise<readonly Outgoing[]> {
    const letters = stage.posted.filter(({ to }) => to === `test:${name.toLowerCase()}`)
    const offered = [...letters.map(({ message }) => message), ...(heard.get(name) ?? [])]
    const choices = offered.flatMap(({ choices = [] }) => choices)
    const found = choices.findLast((choice) => choice.label === label)
    expect(found, `"${label}" among ${choices.map((one) => one.label).join(', ')}`).toBeDefined()
    return sends(name, { kind: 'choice', value: found?.value ?? '' })
  }

  return {
    feature,
    kept,
    presses,
    says: (name: string, text: string) => sends(name, { kind: 'text', text }),
    /** Plays a transcript: `NAME> says`, `NAME> [presses]`, `NAME> {sends.pdf}`, `NAME< must be said`, nothing else is. */
    async plays(transcript: string): Promise<void> {
      let said: Outgoing[] = []
      for (const [, name = '', way, words = ''] of transcript.matchAll(/^[ \t]*(\w+)([<>]) ?(.*)$/gm)) {
        if (way === '>') {
          expect(said.map(shown), 'nothing else is said').toEqual([])
          const button = /^\[(.+)\]$/.exec(words)?.[1]
          const file = /^\{(.+)\}$/.exec(words)?.[1]
          if (button !== undefined) said = [...(await presses(name, button))]
          else if (file === undefined) said = [...(await sends(name, { kind: 'text', text: words }))]
          else said = [...(await sends(name, { kind: 'file', name: file, mime: 'text/plain', ref: file }))]
          for (const { choices = [] } of said) for (const { label, value } of choices) fits(label, value)
        } else {
          const first = said.shift()
          const pattern = words.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          expect(shown(first)).toMatch(new RegExp(`^${pattern.join('[\\s\\S]*')}$`))
        }
      }
      expect(said.map(shown), 'nothing else is said').toEqual([])
    },
  }
}

function fits(label: string, value: string): void {
  expect([...label].length, label).toBeLessThanOrEqual(40)
  expect(Buffer.byteLength(value), value).toBeLessThanOrEqual(64)
}

async function personOf({ database, id }: Stage, name: string): Promise<Person> {
  const employee = await id(name)
  const [row] = await database.query<{ role: 'employee' | 'hr' }>(
    'select role from employee where name = $1',
    [name],
  )
  const account = `test:${name.toLowerCase()}`
  return {
    account,
    accounts: [account, `web:${name.toLowerCase()}`],
    name,
    language: 'id',
    role: row?.role ?? 'citizen',
    ...(employee !== '' && { employee }),
  }
}

function shown(said: Outgoing | undefined): string {
  const text = toPlain(said?.text ?? '(nothing was said)')
    .replace(/\s+/g, ' ')
    .trim()
  return said?.file ? `${text} {${said.file.name}}` : text
}
