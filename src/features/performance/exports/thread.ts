import { Worker } from 'node:worker_threads'
import type { Pages, Table } from './table.ts'

/** What the thread tells: the file. */
export interface Told {
  readonly bytes: Uint8Array
}

/** Memory of its own, in megabytes: enough for 10,000 rows on paper or 50,000 in a workbook. */
const MEGABYTES = 768

/** Writes a workbook or pages in a thread of their own, so that nobody waits for them but who asked. */
export async function writeInThread(table: Table, kind: 'xlsx' | 'pdf', pages: Pages): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { table, kind },
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
  })
  worker.on('message', ({ bytes }: Told) => resolve(bytes))
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error('the export thread has stopped')))
  try {
    await Promise.race([feed(worker, pages), promise]) // a thread that fails early ends the reading, too
    return await promise
  } finally {
    await worker.terminate()
  }
}

async function feed(worker: Worker, pages: Pages): Promise<void> {
  for await (const page of pages) worker.postMessage(page)
  worker.postMessage('end')
}
