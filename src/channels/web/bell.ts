/** Something to wait for that is not missed when it rings while nobody waits. */
export interface Bell {
  ring(): void
  /** Resolves when it has rung since the last time, or after so many milliseconds. */
  heard(milliseconds: number): Promise<void>
}

/** Makes a bell for one who waits. */
export function createBell(): Bell {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async heard(milliseconds) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(0, milliseconds))
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = undefined
      rung = false
    },
  }
}
