import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a bench or a crash run leaves behind until it is tidied away: programs, servers, folders, databases. */
export interface Rig {
  /** Keeps what has to be undone at the end. */
  onEnd(step: () => unknown): void
  /** A new empty folder that is deleted at the end. */
  folder(): string
  /** Says how far it is. */
  tell(line: string): void
  /** Undoes everything, the latest first; once is enough, more does nothing. Throws the first failure, after the rest. */
  end(): Promise<void>
}

/** An empty rig; `tell` gets its lines of progress. */
export function createRig(tell: (line: string) => void = () => undefined): Rig {
  const steps: (() => unknown)[] = []
  const rig: Rig = {
    tell,
    onEnd: (step) => void steps.push(step),
    folder() {
      const path = mkdtempSync(join(tmpdir(), 'abdi-bench-'))
      rig.onEnd(() => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
      return path
    },
    async end() {
      const failures: unknown[] = []
      for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
        try {
          await step()
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw failures[0]
    },
  }
  return rig
}
