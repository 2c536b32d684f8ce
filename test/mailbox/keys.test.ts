import { beforeEach, expect, test } from 'vitest'
import type { Content, ConversationId, Incoming } from '../../src/chat/message.ts'
import { createMailbox, type Mailbox } from '../../src/mailbox/mailbox.ts'
import { freshDatabase } from '../support/database.ts'

const BROKEN = 'a\0b \ud83d'
const WHOLE = 'ab \ufffd'
let mailbox: Mailbox

beforeEach(async () => {
  mailbox = createMailbox(await freshDatabase())
})

test('what no database stores is taken from what a message is known by, too', async () => {
  const conversation: ConversationId = `test:${BROKEN}`
  const message: Incoming = {
    id: `test:${BROKEN}`,
    conversation,
    sender: { account: `test:${BROKEN}`, name: BROKEN },
    content: { kind: 'text', text: BROKEN },
    sentAt: new Date('2026-03-02T02:00:00Z'),
  }
  expect(await mailbox.receive(message)).toBeDefined()
  expect(await mailbox.receive(message), 'the same again is the same').toBeUndefined()
  const lease = await mailbox.take(`test:${WHOLE}`)
  expect(lease && (await mailbox.next(lease))).toMatchObject({
    message: {
      id: `test:${WHOLE}`,
      conversation: `test:${WHOLE}`,
      sender: { account: `test:${WHOLE}`, name: WHOLE },
      content: { text: WHOLE },
    },
  })
})

test('nor does it matter in the names of what was filled in', async () => {
  const answers = { [BROKEN]: { kind: 'text', text: BROKEN } } as const
  const content: Content = { kind: 'filled', form: BROKEN, answers }
  await mailbox.receive({
    id: 'test:1',
    conversation: 'test:wati',
    sender: { account: 'test:wati', name: 'Wati' },
    content,
    sentAt: new Date('2026-03-02T02:00:00Z'),
  })
  const [line] = await mailbox.since('test:wati', '0')
  expect(line?.content).toEqual({
    kind: 'filled',
    form: WHOLE,
    answers: { [WHOLE]: { kind: 'text', text: WHOLE } },
  })
})
