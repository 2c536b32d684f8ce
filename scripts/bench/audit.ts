import type { Update } from 'grammy/types'
import { toTelegramHtml } from '../../src/channels/markdown.ts'
import type { Outgoing } from '../../src/chat/message.ts'
import type { Queryable } from '../../src/database/database.ts'
import type { Person } from '../../test/support/telegram-server.ts'

/** Something a person said, with the update it went to the bot as. */
export interface Said {
  readonly person: Person
  readonly text: string
  readonly update: Update
}

/** What became of everything that was said, by the database and by what people see on their screens. */
export interface Account {
  readonly said: number
  /** One line for each message that got no answer, or an answer that is not on the screen. */
  readonly lost: readonly string[]
  /** Answers that stand on a screen once more than they should. */
  readonly repeated: number
  /** The most of these on one person's screen. */
  readonly repeatedForOne: number
  /** Why, for each message that was answered with an apology instead of an answer. */
  readonly apologies: readonly string[]
  /** What stands on a screen and belongs to no question, or comes in the wrong order. */
  readonly unexplained: readonly string[]
}

interface Row {
  readonly id: string
  readonly key: string
  readonly direction: 'in' | 'out'
  readonly content: Outgoing
  readonly answers: string | null
  readonly platform_id: string | null
  readonly done: boolean
  readonly failure: string | null
}

/** Compares what was said with the messages table, and the messages table with the screens. */
export async function audit(database: Queryable, said: readonly Said[]): Promise<Account> {
  const rows = await database.query<Row>(
    `select id, key, direction, content, answers, platform_id, done_at is not null as done, failure from message order by id`,
  )
  const asked = new Map(rows.filter(({ direction }) => direction === 'in').map((row) => [row.key, row]))
  const replies = Map.groupBy(
    rows.filter(({ direction }) => direction === 'out'),
    ({ answers }) => answers,
  )
  const lost: string[] = []
  const unexplained: string[] = []
  const apologies: string[] = []
  let [repeated, repeatedForOne] = [0, 0]
  const expected = new Map<Person, Row[]>()
  for (const one of said) {
    const row = asked.get(`telegram:${one.update.update_id}`)
    const answers = (row && replies.get(row.id)) ?? []
    const trouble = whatIsWrong(one, row, answers)
    if (trouble !== undefined) lost.push(`"${one.text}" (update ${one.update.update_id}): ${trouble}`)
    if (row?.failure) apologies.push(row.failure)
    expected.set(one.person, [...(expected.get(one.person) ?? []), ...answers])
  }
  if (asked.size !== new Set(said.map(({ update }) => update.update_id)).size)
    unexplained.push(`${asked.size} messages are stored, ${said.length} were said`)
  for (const [person, answers] of expected) {
    const screen = compare(person, answers)
    repeated += screen.repeated
    repeatedForOne = Math.max(repeatedForOne, screen.repeated)
    unexplained.push(...screen.unexplained)
  }
  return { said: said.length, lost, repeated, repeatedForOne, apologies, unexplained }
}

function whatIsWrong(
  { text, person }: Said,
  row: Row | undefined,
  answers: readonly Row[],
): string | undefined {
  if (row === undefined) return 'was never stored'
  if (row.content.text !== text) return 'is stored with other words'
  if (!row.done) return 'is stored and was not answered'
  if (answers.length === 0) return 'was closed without a reply'
  const unsent = answers.find((answer) => !answer.done || answer.platform_id === null)
  if (unsent !== undefined)
    return `reply ${unsent.id} did not reach Telegram (${unsent.failure ?? 'still open'})`
  const seen = new Map(person.received().map((message) => [String(message.id), message.html]))
  const wrong = answers.find(
    ({ platform_id, content }) => seen.get(platform_id ?? '') !== toTelegramHtml(content.text),
  )
  return wrong && `reply ${wrong.id} is not what stands on the screen`
}

/** A screen has to show each answer once, in the order of the questions; whatever else is there is a repeat or a riddle. */
function compare(
  person: Person,
  answers: readonly Row[],
): { repeated: number; unexplained: readonly string[] } {
  const claimed = answers.map(({ platform_id }) => Number(platform_id))
  const known = new Set(answers.map(({ content }) => toTelegramHtml(content.text)))
  const more = person.received().filter(({ id }) => !claimed.includes(id))
  const riddles = more
    .filter(({ html }) => !known.has(html))
    .map(({ id }) => `message ${id} to person ${person.id} answers nothing`)
  const late = claimed.findIndex((id, i) => id < (claimed[i - 1] ?? 0))
  return {
    repeated: more.length - riddles.length,
    unexplained:
      late < 0
        ? riddles
        : [...riddles, `answer ${claimed[late]} to person ${person.id} came before the one it follows`],
  }
}
