import { beforeEach, describe, expect, it } from 'vitest'
import { accountsOf } from '../../src/chat/feature.ts'
import type { ConversationId } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { digestOf, newCode } from '../../src/features/people/code.ts'
import { createPeopleStore, type PeopleStore } from '../../src/features/people/store.ts'
import { createUsage } from '../../src/features/questions/model/budget.ts'
import { createModelStore } from '../../src/features/questions/model/store.ts'
import { NOW } from '../support/bot.ts'
import { freshDatabase } from '../support/database.ts'

const DAY = '2026-03-02'
const [TELEGRAM, SLACK, WEB] = ['telegram:wati', 'slack:wati', 'web:wati'] as const

let database: Database
let store: PeopleStore
let messages = 0
beforeEach(async () => {
  database = await freshDatabase()
  store = createPeopleStore(database)
})

describe('the budget of a person with several accounts', () => {
  it('is one, whichever account asks', async () => {
    await join(TELEGRAM, SLACK)
    await join(TELEGRAM, WEB)
    const asked = []
    for (const account of [WEB, TELEGRAM, SLACK, WEB, TELEGRAM]) asked.push(await spends(account, 3))
    expect(asked).toEqual([true, true, true, false, false])
    expect(await spends('telegram:budi', 3)).toBe(true)
  })

  it('counts what each used before they were linked, and is each one’s own again after', async () => {
    for (const account of [TELEGRAM, TELEGRAM, SLACK]) expect(await spends(account, 3)).toBe(true)
    await join(TELEGRAM, SLACK)
    expect([await spends(TELEGRAM, 3), await spends(SLACK, 3)]).toEqual([false, false])
    await store.unlink(TELEGRAM, SLACK, 'lepas', NOW)
    expect([await spends(TELEGRAM, 3), await spends(TELEGRAM, 3)]).toEqual([true, false])
    expect([await spends(SLACK, 3), await spends(SLACK, 3), await spends(SLACK, 3)]).toEqual([
      true,
      true,
      false,
    ])
  })

  it('gets back what came to nothing', async () => {
    await join(TELEGRAM, SLACK)
    expect([await spends(TELEGRAM, 1), await spends(SLACK, 1)]).toEqual([true, false])
    await createUsage(createModelStore(database)).giveBack(TELEGRAM, DAY)
    expect([await spends(SLACK, 1), await spends(TELEGRAM, 1)]).toEqual([true, false])
  })

  it('leads back to nobody', async () => {
    await join(TELEGRAM, SLACK)
    await spends(SLACK, 3)
    expect(JSON.stringify(await database.query('select * from model_use'))).not.toMatch(/wati/)
  })
})

/** Asks a model from an account, as often as so many allow a person. */
async function spends(account: string, perPerson: number): Promise<boolean> {
  const usage = createUsage(createModelStore(database), { perPerson, forAll: 100 })
  return usage.spend(await store.person(account, ''), DAY)
}

async function join(of: ConversationId, by: ConversationId): Promise<void> {
  const digest = digestOf(newCode()) ?? ''
  await store.issue(owner(of), digest, NOW)
  const redeemed = await store.redeem(by, digest, `m${messages++}`, NOW)
  if (typeof redeemed === 'string') throw new Error(`the code was not taken: ${redeemed}`)
  const seen = [accountsOf(await store.person(of, '')), accountsOf(await store.person(by, ''))].flat()
  const message = `m${messages++}`
  const agreed = { request: redeemed.request, owner: owner(by), seen, facts: {}, message, now: NOW }
  expect(await store.link(agreed)).toBeInstanceOf(Array)
}

function owner(id: ConversationId) {
  return { id, name: 'Wati', conversation: id }
}
