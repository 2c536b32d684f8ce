import { parentPort, workerData } from 'node:worker_threads'
import { readLexicon } from '../lexicon.ts'
import type { Asked, Told } from './messages.ts'
import { prepare } from './prepare.ts'

/** The thread files are prepared in; its data is the knowledge directory whose lexicon makes the stems. */
const port = parentPort
if (port === null) throw new Error('this file is a preparing thread, not a program of its own')
const tell = (told: Told): void => port.postMessage(told)

const lexicon = readLexicon(workerData as string)
const running = new Map<number, AbortController>()

port.on('message', (asked: Asked) => {
  if (asked.kind === 'stop') running.get(asked.id)?.abort()
  else void run(asked)
})

async function run({ id, name, bytes, given }: Extract<Asked, { kind: 'prepare' }>): Promise<void> {
  const stop = new AbortController()
  running.set(id, stop)
  try {
    const result = await prepare(
      { name, bytes },
      { given, signal: stop.signal, onPage: (done, of) => tell({ kind: 'page', id, done, of }) },
      lexicon,
    )
    tell({ kind: 'done', id, result })
  } catch (error) {
    if (stop.signal.aborted) tell({ kind: 'stopped', id })
    else tell({ kind: 'failed', id, error: error as Error }) // whatever is thrown here is an error
  } finally {
    running.delete(id)
  }
}
