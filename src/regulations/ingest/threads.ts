import { Worker } from 'node:worker_threads'
import type { RegulationFile } from '../format.ts'
import { type Lexicon, readLexicon } from '../lexicon.ts'
import type { Asked, Told } from './messages.ts'
import { type Prepared, type Preparing, prepare, type Refused } from './prepare.ts'

/** Threads that prepare files, each one file at a time, so that neither the bot nor the writing waits for it. */
export interface Threads {
  /**
   * Resolves as `prepare` does, in the order that threads come free; to undefined where it should stop before it began.
   * Throws the signal's reason.
   */
  prepare(
    file: RegulationFile,
    preparing: Preparing & { readonly stop?: AbortSignal },
  ): Promise<Prepared | Refused | undefined>
  close(): Promise<void>
}

/** A thread that says nothing for so long has lost its way in a file. */
const LONGEST_SILENCE_MS = 600_000
/** New strings by the megabyte: with room for them they need not be sorted out so often. */
const YOUNG_MEGABYTES = 64

interface Thread {
  readonly worker: Worker
  busy: boolean
}

/**
 * Starts up to `most` threads, as they are needed; with none files are prepared in this one. The lexicon of `knowledge`
 * makes the stems.
 */
export function createThreads(knowledge: string, most: number): Threads {
  if (most === 0) return inThisThread(knowledge)
  const threads = new Set<Thread>()
  const waiting: ((thread: Thread) => void)[] = []
  let next = 0

  function start(): Thread {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: knowledge,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    })
    worker.setMaxListeners(0)
    const thread = { worker, busy: false }
    threads.add(thread)
    // before anybody else hears of it, so that a dying thread is not handed on
    for (const end of ['error', 'exit'] as const) worker.on(end, () => threads.delete(thread))
    return thread
  }

  async function take(): Promise<Thread> {
    const free = [...threads].find(({ busy }) => !busy) ?? (threads.size < most ? start() : undefined)
    if (free === undefined) return new Promise((resolve) => waiting.push(resolve))
    free.busy = true
    return free
  }

  function giveBack(thread: Thread): void {
    const heir = waiting.shift()
    if (heir) heir(threads.has(thread) ? thread : Object.assign(start(), { busy: true }))
    else thread.busy = false
  }

  return {
    async prepare(file, preparing) {
      preparing.signal?.throwIfAborted()
      const thread = await take()
      try {
        preparing.signal?.throwIfAborted()
        if (preparing.stop?.aborted) return undefined
        return await ask(thread.worker, next++, file, preparing, () => threads.delete(thread))
      } finally {
        giveBack(thread)
      }
    },
    async close() {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}

function inThisThread(knowledge: string): Threads {
  let lexicon: Lexicon | undefined
  return {
    async prepare(file, { stop, ...preparing }) {
      preparing.signal?.throwIfAborted()
      if (stop?.aborted) return undefined
      lexicon ??= readLexicon(knowledge)
      return prepare(file, preparing, lexicon)
    },
    close: async () => undefined,
  }
}

async function ask(
  worker: Worker,
  id: number,
  { name, bytes }: RegulationFile,
  { given, signal, onPage }: Preparing,
  discard: () => void,
): Promise<Prepared | Refused> {
  const { promise, resolve, reject } = Promise.withResolvers<Prepared | Refused>()
  const begun = performance.now()
  const refuse = (reason: string): void =>
    resolve({ kind: 'refused', cause: 'unreadable', reason, seconds: (performance.now() - begun) / 1000 })
  const tell = (asked: Asked): void => worker.postMessage(asked)
  const silence = setTimeout(() => {
    discard()
    refuse(LOST)
    void worker.terminate()
  }, LONGEST_SILENCE_MS)
  const hear = (told: Told): void => {
    if (told.id !== id) return
    silence.refresh()
    if (told.kind === 'page') onPage?.(told.done, told.of)
    else if (told.kind === 'done') resolve(told.result)
    else if (told.kind === 'failed') reject(told.error)
    else reject(signal?.reason)
  }
  const fail = (error: NodeJS.ErrnoException): void =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse(LARGE) : reject(error)
  const exit = (): void => reject(new Error('a preparing thread has ended'))
  const stop = (): void => tell({ kind: 'stop', id })
  worker.on('message', hear).on('error', fail).on('exit', exit)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    tell({ kind: 'prepare', id, name, bytes, given })
    return await promise
  } finally {
    clearTimeout(silence)
    worker.off('message', hear).off('error', fail).off('exit', exit)
    signal?.removeEventListener('abort', stop)
  }
}

const LOST = 'terlalu lama ditelaah. Pecah menjadi beberapa berkas, atau simpan ulang sebagai PDF.'
const LARGE = 'isinya terlalu besar untuk ditelaah. Pecah menjadi beberapa berkas.'
