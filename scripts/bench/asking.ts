import type { Person, TelegramServer } from '../../test/support/telegram-server.ts'

/** Asks and resolves to the ms from the question until the loopback Bot API accepted the reply. */
export async function ask(person: Person, question: string, timeoutMs = 30_000): Promise<number> {
  const before = person.received().length
  const asked = performance.now()
  person.says(question)
  const reply = await person.waitFor(before + 1, timeoutMs)
  return reply.at - asked
}

/** So many people, each asking the next question as soon as the last one is answered, for so long; their ms. */
export async function askAtOnce(
  server: TelegramServer,
  people: number,
  seconds: number,
  questions: readonly string[],
): Promise<readonly number[]> {
  const until = performance.now() + seconds * 1_000
  const times: number[] = []
  const asker = async (number: number): Promise<void> => {
    const person = server.user({ id: 10_000 + number })
    for (let i = number * 7; performance.now() < until; i++) {
      const ms = await ask(person, questions[i % questions.length] ?? '')
      if (performance.now() < until) times.push(ms)
    }
  }
  await Promise.all(Array.from({ length: people }, (_, number) => asker(number)))
  return times
}
