import { ask, askAtOnce } from './asking.ts'
import { type Findings, quantile } from './figures.ts'
import { knownQuestions } from './questions.ts'
import type { Rig } from './rig.ts'
import { type Played, playAbdi, playEcho } from './stage.ts'

const QUESTIONS = 200
const WARM_UP = 10
const PEOPLE = 50
const SECONDS = 20

/** How long a person waits for an answer, alone and among fifty who ask at once, beside a bot that only echoes. */
export async function benchAnswer(rig: Rig, on?: string): Promise<Findings> {
  const questions = knownQuestions(QUESTIONS).map(({ text }) => text)
  const echo = await playEcho(rig)
  const abdi = await playAbdi(rig, on)
  rig.tell(`asking ${QUESTIONS} questions, one after the other, each of both bots`)
  const alone = { abdi: [] as number[], echo: [] as number[] }
  const [asksAbdi, asksEcho] = [abdi, echo].map(({ server }) => server.user({ id: 1 }))
  if (asksAbdi === undefined || asksEcho === undefined) throw new Error('there are two bots')
  for (const question of questions.slice(0, WARM_UP)) {
    await ask(asksEcho, `${question} `)
    await ask(asksAbdi, `${question} `)
  }
  for (const question of questions) {
    alone.echo.push(await ask(asksEcho, question))
    alone.abdi.push(await ask(asksAbdi, question))
  }
  const rush = async (who: string, { server }: Played): Promise<readonly number[]> => {
    rig.tell(`${PEOPLE} people ask ${who} at once for ${SECONDS} s`)
    return askAtOnce(server, PEOPLE, SECONDS, questions)
  }
  const together = { echo: await rush('the echo bot', echo), abdi: await rush('Abdi', abdi) }
  const refused = abdi.server.violations.length
  await Promise.all([abdi.program.stop(), echo.program.stop()])
  return {
    bench: `answer (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    peer: 'grammY echo bot',
    figures: [
      {
        name: 'one person, half of the answers within',
        unit: 'ms',
        abdi: quantile(alone.abdi, 0.5),
        peer: quantile(alone.echo, 0.5),
      },
      {
        name: 'one person, 95 of 100 answers within',
        unit: 'ms',
        abdi: quantile(alone.abdi, 0.95),
        peer: quantile(alone.echo, 0.95),
      },
      {
        name: `${PEOPLE} people at once, answers`,
        unit: '/s',
        abdi: together.abdi.length / SECONDS,
        peer: together.echo.length / SECONDS,
      },
      {
        name: `${PEOPLE} people at once, half within`,
        unit: 'ms',
        abdi: quantile(together.abdi, 0.5),
        peer: quantile(together.echo, 0.5),
      },
      {
        name: `${PEOPLE} people at once, 95 of 100 within`,
        unit: 'ms',
        abdi: quantile(together.abdi, 0.95),
        peer: quantile(together.echo, 0.95),
      },
    ],
    notes: [
      `From the question until the loopback Bot API accepted the reply; ${QUESTIONS} questions of the digests, both bots asked in turn.`,
      'The echo bot stores nothing, looks nothing up, and loses what it was doing when it dies. Each asks again at once.',
      ...(refused > 0 ? [`The Bot API refused ${refused} calls of Abdi.`] : []),
    ],
  }
}
