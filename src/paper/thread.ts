import { Worker } from 'node:worker_threads'

/** What a thread is given: its data, `megabytes` of memory of its own, and pages where it is to be fed. */
export interface Order {
  readonly data: unknown
  readonly megabytes: number
  readonly pages?: AsyncIterable<unknown>
}

/** What a thread is told after the last page. */
export const END = 'end'

/**
 * Writes a file in a thread of its own, so that nobody waits for it but who asked: the program there says its bytes and
 * nothing else. Throws what it throws.
 */
export async function inThread(program: URL, { data, megabytes, pages }: Order): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const worker = new Worker(program, {
    workerData: data,
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  worker.on('message', resolve)
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('the writing thread has stopped')))
  try {
    // a thread that fails early ends the reading, too
    if (pages !== undefined) await Promise.race([feed(worker, pages), promise])
    return await promise
  } finally {
    await worker.terminate()
  }
}

async function feed(worker: Worker, pages: AsyncIterable<unknown>): Promise<void> {
  for await (const page of pages) worker.postMessage(page)
  worker.postMessage(END)
}
