/** A run of text where it stands on the page, in any one unit; y grows downwards and is its baseline. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** The lines of a page in reading order, from runs in the order they were written in. */
export function linesOf(runs: readonly Run[]): readonly string[] {
  const once = withoutDuplicates(runs)
  return columnsOf(once)
    .flatMap((column) => rowsOf(column).map(joined))
    .filter((line) => line !== '')
}

/** Bold and shadows are sometimes made by writing the same words twice in one place. */
function withoutDuplicates(runs: readonly Run[]): readonly Run[] {
  const seen = new Map<string, Run[]>()
  return runs.filter((run) => {
    if (run.text.trim() === '') return true
    const same = seen.get(run.text) ?? []
    const near = Math.max(1, run.size * 0.15)
    if (same.some((other) => Math.abs(other.x - run.x) < near && Math.abs(other.y - run.y) < near))
      return false
    same.push(run)
    seen.set(run.text, same)
    return true
  })
}

function rowsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const rows: { y: number; size: number; runs: Run[] }[] = []
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row && run.y - row.y < 0.5 * Math.max(row.size, run.size)) {
      row.runs.push(run)
      // The largest letters say where the line is; a raised figure does not move it.
      if (run.size > row.size) Object.assign(row, { y: run.y, size: run.size })
    } else rows.push({ y: run.y, size: run.size, runs: [run] })
  }
  return rows.map((row) => row.runs.toSorted((a, b) => a.x - b.x))
}

function joined(row: readonly Run[]): string {
  let line = ''
  let end: number | undefined
  for (const { text, x, width, size } of row) {
    const gap = end === undefined ? 0 : x - end
    line += gap > size * 0.15 && !line.endsWith(' ') ? ` ${text}` : text
    end = Math.max(end ?? x, x + width)
  }
  return line.replace(/\s+/g, ' ').trim()
}

const COLUMN_LINES = 8

/**
 * One column, or two: where the page was written in two passes, down the left half and then down the right, and
 * nothing crosses the middle between them. What stands above or below both goes before and after.
 */
function columnsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const words = runs.filter((run) => run.text.trim() !== '')
  const left = Math.min(...words.map((w) => w.x))
  const right = Math.max(...words.map((w) => w.x + w.width))
  for (const share of [0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56]) {
    const found = split(words, left + (right - left) * share)
    if (found) return found
  }
  return [runs]
}

function split(words: readonly Run[], middle: number): readonly (readonly Run[])[] | undefined {
  const crosses = (w: Run) => w.x < middle && w.x + w.width > middle
  const across = words.filter(crosses)
  const aside = words.filter((w) => !crosses(w))
  if (across.length > aside.length / 10) return undefined
  const top = Math.max(...across.filter((w) => w.y <= (aside[0]?.y ?? 0)).map((w) => w.y), -Infinity)
  const bottom = Math.min(...across.filter((w) => w.y > top).map((w) => w.y), Infinity)
  const inside = aside.filter((w) => w.y > top && w.y < bottom)
  const turn = inside.findIndex((w) => w.x >= middle)
  const first = inside.slice(0, turn)
  const second = inside.slice(turn)
  if (turn < 0 || second.some((w) => w.x < middle)) return undefined
  if (rowsOf(first).length < COLUMN_LINES || rowsOf(second).length < COLUMN_LINES) return undefined
  // Two passes over the same height; else it is a list whose later entries stand further right.
  if ((second[0]?.y ?? 0) > (first.at(-1)?.y ?? 0)) return undefined
  return [words.filter((w) => w.y <= top), first, second, words.filter((w) => w.y >= bottom)]
}
