import { setTimeout } from 'node:timers/promises'
import { type Meeting, type Met, meet, type WaitingFile } from './meeting.ts'

/** So many files, and so many bytes of them, are ready or being read while the database writes. */
const FILES_AHEAD = 32
const BYTES_AHEAD = 64 * 1024 * 1024
/** So many more than there are threads wait for one, so that none is ever idle. */
const IN_LINE = 2
/** So many files are a batch, or those that are ready after so long. */
const FILES_AT_ONCE = 16
const GATHERING_MS = 200

interface Ahead {
  readonly size: number
  readonly ready: Promise<Met>
  met: Met | undefined
}

/** Reads files ahead, in order; a batch is what is ready, at least one file. Without any it was the last. */
export function readAhead(
  files: Iterable<WaitingFile>,
  meeting: Meeting,
  threads: number,
): { next(): Promise<readonly Met[]> } {
  const waiting = files[Symbol.iterator]()
  const ahead: Ahead[] = []

  function fill(): void {
    while (hasRoom(ahead, threads + IN_LINE) && !meeting.stop?.aborted) {
      const { done, value } = waiting.next()
      if (done) return
      const one: Ahead = { size: value.size, ready: meet(value, meeting), met: undefined }
      one.ready.then(
        (met) => {
          one.met = met
          fill()
        },
        () => undefined, // it is awaited in its turn, and thrown there
      )
      ahead.push(one)
    }
  }

  return {
    async next() {
      fill()
      const [first] = ahead
      if (first === undefined) return []
      await first.ready
      const more = Promise.all(ahead.slice(0, FILES_AT_ONCE).map(({ ready }) => ready))
      await Promise.race([more, setTimeout(GATHERING_MS, undefined, { ref: false })]).catch(() => undefined) // as above
      const unready = ahead.findIndex(({ met }) => met === undefined)
      const batch = ahead.splice(0, unready < 0 ? ahead.length : unready)
      fill()
      return batch.flatMap(({ met }) => met ?? [])
    },
  }
}

function hasRoom(ahead: readonly Ahead[], unread: number): boolean {
  return (
    ahead.length < FILES_AHEAD &&
    ahead.filter(({ met }) => met === undefined).length < unread &&
    ahead.reduce((sum, { size }) => sum + size, 0) < BYTES_AHEAD
  )
}
