import { ask } from './asking.ts'
import { type Findings, quantile } from './figures.ts'
import { knownQuestions } from './questions.ts'
import type { Rig } from './rig.ts'
import { playAbdi, playEcho } from './stage.ts'

const WARM_STARTS = 5
const QUESTIONS = 500
const PEOPLE = 5
const MEGA = 1024 * 1024

/** How long the first and a later start take and how much memory the process holds, beside a bot that only echoes. */
export async function benchStart(rig: Rig, on?: string): Promise<Findings> {
  const echoes: number[] = []
  for (let i = 0; i < WARM_STARTS; i++) {
    const { program, startMs } = await playEcho(rig)
    echoes.push(startMs)
    await program.stop()
  }
  rig.tell('the first start, on nothing')
  const first = await playAbdi(rig, on)
  const firstMemory = first.program.memory() / MEGA
  await first.program.stop()
  const warm: number[] = []
  for (let i = 0; i < WARM_STARTS; i++) {
    const { program, startMs } = await first.again()
    rig.tell(`start ${i + 2}: ${Math.round(startMs)} ms`)
    warm.push(startMs)
    await program.stop()
  }
  const questions = knownQuestions(QUESTIONS).map(({ text }) => text)
  const [abdi, echo] = [await first.again(), await playEcho(rig)]
  const before = { abdi: abdi.program.memory() / MEGA, echo: echo.program.memory() / MEGA }
  rig.tell(`asking ${QUESTIONS} questions`)
  for (const { server } of [abdi, echo]) {
    const asks = async (number: number): Promise<void> => {
      for (let i = number; i < QUESTIONS; i += PEOPLE)
        await ask(server.user({ id: 1 + number }), questions[i] ?? '')
    }
    await Promise.all(Array.from({ length: PEOPLE }, (_, number) => asks(number)))
  }
  const after = { abdi: abdi.program.memory() / MEGA, echo: echo.program.memory() / MEGA }
  await Promise.all([abdi.program.stop(), echo.program.stop()])
  return {
    bench: `start (${on === undefined ? 'embedded database' : 'PostgreSQL'})`,
    peer: 'grammY echo bot',
    figures: [
      {
        name: 'first start, on an empty directory or database',
        unit: 'ms',
        abdi: first.startMs,
        peer: quantile(echoes, 0.5),
      },
      {
        name: `a later start, half of ${WARM_STARTS} within`,
        unit: 'ms',
        abdi: quantile(warm, 0.5),
        peer: quantile(echoes, 0.5),
      },
      {
        name: `a later start, the slowest of ${WARM_STARTS}`,
        unit: 'ms',
        abdi: Math.max(...warm),
        peer: Math.max(...echoes),
      },
      { name: 'memory after the first start', unit: 'MB', abdi: firstMemory, peer: before.echo },
      { name: 'memory after a later start', unit: 'MB', abdi: before.abdi, peer: before.echo },
      { name: `memory after ${QUESTIONS} questions`, unit: 'MB', abdi: after.abdi, peer: after.echo },
    ],
    notes: [
      'A start ends when /readyz answers (the echo bot: when it first asks for updates). Memory is the resident set of the process, its database thread included; a PostgreSQL server is not counted.',
    ],
  }
}
