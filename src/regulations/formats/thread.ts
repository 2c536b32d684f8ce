import { Worker } from 'node:worker_threads'
import { Unreadable } from '../../errors.ts'
import { LIMITS } from './limits.ts'
import type { PageText } from './pdf/pages.ts'

/** A piece of work on the bytes of a file. */
export type Work =
  | { readonly kind: 'docx' | 'html' | 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'picture'; readonly bytes: Uint8Array; readonly page: number }

/** What comes of each. */
export interface Results {
  readonly docx: { readonly text: string; readonly warnings: readonly string[] }
  readonly html: string
  readonly pdf: readonly PageText[]
  readonly picture: Uint8Array | undefined
}

/** What the thread tells: how far it is, its result, or why there is none. */
export type Told =
  | { readonly result: Results[keyof Results] }
  | { readonly unreadable: string }
  | { readonly done: number; readonly of: number }

/** What surrounds a piece of work. */
export interface Around {
  readonly seconds: number
  readonly signal?: AbortSignal | undefined
  onProgress?(done: number, of: number): void
}

const MEGABYTE = 1024 * 1024
const LOOK_EVERY = 250

/**
 * Takes a foreign file apart in a thread of its own, so that neither its size nor its malice reaches the bot: after
 * the time, or when the memory is used up, the thread is ended. Throws `Unreadable`, or the signal's reason.
 */
export async function inThread<W extends Work>(work: W, around: Around): Promise<Results[W['kind']]> {
  const { signal, seconds, onProgress } = around
  signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Results[W['kind']]>()
  const worker = new Worker(new URL('./reader.ts', import.meta.url), {
    workerData: work,
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.threadMegabytes },
  })
  worker.on('message', (told: Told) => {
    if ('done' in told) onProgress?.(told.done, told.of)
    else if ('unreadable' in told) reject(new Unreadable(told.unreadable))
    // The thread answers the work it was given; the kinds of both go together.
    else resolve(told.result as Results[W['kind']])
  })
  worker.on('error', (error) => reject(failed(error)))
  worker.on('exit', () => reject(failed(undefined)))
  const abort = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  const late = setTimeout(() => reject(new Unreadable(SLOW)), seconds * 1000)
  const watch = watchMemory(() => reject(new Unreadable(LARGE)))
  try {
    return await promise
  } finally {
    clearTimeout(late)
    clearInterval(watch)
    signal?.removeEventListener('abort', abort)
    await worker.terminate()
  }
}

/** A thread's own limit does not see the bytes it unpacks; those of the whole process do. */
function watchMemory(tooMuch: () => void): NodeJS.Timeout {
  const before = process.memoryUsage.rss()
  return setInterval(() => {
    if (process.memoryUsage.rss() - before > LIMITS.processMegabytes * MEGABYTE) tooMuch()
  }, LOOK_EVERY)
}

const SLOW = 'berkas ini terlalu lama dibaca. Pecah menjadi beberapa berkas, atau simpan ulang sebagai PDF.'
const LARGE =
  'isi berkas ini terlalu besar untuk dibaca. Pecah menjadi beberapa berkas, atau simpan ulang sebagai PDF.'

function failed(error: unknown): Unreadable {
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  const reason =
    code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? LARGE
      : 'isi berkas ini rusak sehingga tidak bisa dibaca. Buka di programnya, simpan ulang, lalu kirim lagi.'
  return Object.assign(new Unreadable(reason), { cause: error })
}
