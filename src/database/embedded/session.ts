import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Answer, Request, Result, Start } from './protocol.ts'

/** The thread PostgreSQL runs in, and the questions it still owes an answer to. Emits `notification`. */
export class Session extends EventEmitter {
  /** Resolves once questions are answered; rejects with why they never will be. */
  readonly ready: Promise<void>
  private readonly worker: Worker
  private readonly waiting = new Map<number, { resolve(result: Result): void; reject(error: Error): void }>()
  private stopped: Error | undefined
  private next = 0

  constructor(start: Start) {
    super()
    this.setMaxListeners(0)
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: start,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.ready = promise
    this.once('ready', resolve)
    this.worker.on('error', reject)
    this.worker.on('message', (answer: Answer) => this.hear(answer))
    this.worker.on('exit', () => {
      this.stopped = new Error('the embedded database has stopped')
      reject(this.stopped)
      for (const { reject } of this.waiting.values()) reject(this.stopped)
      this.waiting.clear()
    })
  }

  /** Rejects with what PostgreSQL objects to, or because the thread has stopped. */
  ask(request: DistributiveOmit<Request, 'id'>): Promise<Result> {
    if (this.stopped) return Promise.reject(this.stopped)
    const id = this.next++
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    this.worker.postMessage({ id, ...request })
    this.waiting.set(id, { resolve, reject })
    return promise
  }

  async close(): Promise<void> {
    await this.ask({ kind: 'close' })
    await this.worker.terminate()
  }

  private hear(answer: Answer): void {
    if (answer.kind === 'ready') this.emit('ready')
    else if (answer.kind === 'notification') this.emit('notification', answer)
    else {
      const asked = this.waiting.get(answer.id)
      this.waiting.delete(answer.id)
      if (answer.kind === 'result') asked?.resolve(answer)
      else {
        const { message, code, constraint, detail } = answer
        asked?.reject(Object.assign(new Error(message), { code, constraint, detail }))
      }
    }
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
