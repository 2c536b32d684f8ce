import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type Command,
  type Feature,
  type Person,
  ROLES,
  type Role,
  whenSent,
} from '../../src/chat/feature.ts'
import { text } from '../../src/chat/fields.ts'
import type { Content, Incoming } from '../../src/chat/message.ts'
import { texts } from '../../src/chat/texts.ts'
import { type ConversationState, FRESH, takeTurn } from '../../src/chat/turn.ts'
import { NOW, testBot } from '../support/bot.ts'

/** Something a person may use: how they ask for it, the least role it is for, and whether it is for private chats only. */
interface Thing {
  readonly feature: string
  readonly kind: 'command' | 'button' | 'form'
  readonly name: string
  readonly audience: Role
  readonly personal: boolean
}

const USED = 'it was used'
let things: readonly Thing[] = []
let features: readonly Feature[] = []
beforeAll(async () => {
  const stage = await testBot()
  things = stage.bot.features.flatMap(thingsOf)
  features = stage.bot.features.map(hollow)
  await stage.bot.stop()
})

it('what there is, and for whom, stands in a table that a change of it has to change', async () => {
  const rows = things
    .map(({ feature, kind, name, audience, personal }) =>
      [audience, kind, name, feature, personal ? 'private' : ''].join(' | '),
    )
    .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
  const table = [
    '| least role | kind | name | feature | where |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ]
  await expect(`${table.join('\n')}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, '__roles__/audiences.md'),
  )
  expect(things.length).toBeGreaterThan(30)
})

describe.each(ROLES)('whoever is %s', (role) => {
  it('uses what is for them, and is refused everything else in words that say for whom it is', async () => {
    for (const thing of things) {
      const said = await use(thing, role, false)
      const { audience } = thing
      const allowed = ROLES.indexOf(role) >= ROLES.indexOf(audience)
      const refusal = audience === 'citizen' ? '' : texts.id.notForYou(texts.id.audiences[audience])
      expect(said, `${role}: ${thing.kind} ${thing.name}`).toEqual([allowed ? USED : refusal])
    }
  })

  it('gets nothing personal where others read along', async () => {
    for (const thing of things.filter(({ kind }) => kind !== 'form')) {
      const [said] = await use(thing, role, true)
      const allowed = ROLES.indexOf(role) >= ROLES.indexOf(thing.audience)
      const expected = !allowed
        ? /hanya untuk/
        : thing.personal
          ? new RegExp(texts.id.onlyInPrivate)
          : new RegExp(USED)
      expect(said, `${role}: ${thing.kind} ${thing.name}`).toMatch(expected)
    }
  })
})

it('two things never share a name, so that none is reached in place of another', () => {
  const names = things.map(({ kind, name }) => `${kind} ${name}`)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

it('a command without an audience does not compile', () => {
  // @ts-expect-error whoever adds a command has to say for whom it is
  const command: Command = { name: 'x', run: async () => ({ say: [] }) }
  expect(command.audience).toBeUndefined()
})

function thingsOf({ name: feature, commands = [], actions = [], forms = [] }: Feature): readonly Thing[] {
  return [
    ...commands.map(({ name, audience, personal = false }) => ({
      feature,
      kind: 'command' as const,
      name,
      audience,
      personal,
    })),
    ...actions.map(({ name, audience, personal = false }) => ({
      feature,
      kind: 'button' as const,
      name,
      audience,
      personal,
    })),
    ...forms.map(({ form, audience = 'citizen' as const }) => ({
      feature,
      kind: 'form' as const,
      name: form.name,
      audience,
      personal: false,
    })),
  ]
}

/** A feature that asks the same of people and does nothing: what is looked at is who gets that far. */
function hollow(feature: Feature): Feature {
  const run = async () => ({ say: [{ text: USED }] })
  return {
    name: feature.name,
    commands: (feature.commands ?? []).map((command) => ({ ...command, run })),
    actions: (feature.actions ?? []).map((action) => ({ ...action, run })),
    forms: (feature.forms ?? []).map(({ form: { name }, audience }) =>
      whenSent(
        {
          name,
          review: false,
          schema: z.object({ x: z.string() }),
          questions: { x: { ask: () => 'x', label: () => 'x', field: text() } },
        },
        run,
        audience,
      ),
    ),
  }
}

async function use({ kind, name }: Thing, role: Role, shared: boolean): Promise<readonly string[]> {
  const content: Content =
    kind === 'command'
      ? { kind, name, rest: '' }
      : kind === 'button'
        ? { kind: 'choice', value: `${name}:1` }
        : { kind: 'text', text: 'x' }
  const person: Person = { account: 'test:a', name: 'A', role, language: 'id' }
  const message: Incoming = {
    id: 'm',
    conversation: 'test:a',
    sender: { account: 'test:a', name: 'A' },
    content,
    sentAt: NOW,
    shared,
  }
  const open = { form: name, answers: {}, at: NOW.toISOString() }
  const state: ConversationState = kind === 'form' ? { ...FRESH, forms: { 'test:a': [open] } } : FRESH
  const context = { features, person, now: NOW, timeZone: 'Asia/Jakarta', preview: () => undefined }
  const { replies } = await takeTurn(context, message, state)
  return replies.map((reply) => reply.text)
}

function rank(row: string): number {
  return ROLES.findIndex((role) => row.startsWith(`${role} `))
}
