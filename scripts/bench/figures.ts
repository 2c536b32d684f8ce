/** One figure, beside the same figure of a peer measured in the same run where there is one. */
export interface Figure {
  readonly name: string
  readonly unit: 'ms' | 's' | 'MB' | '/s' | '%' | ''
  readonly abdi: number
  readonly peer?: number
}

/** What one bench found: what was compared with what, the figures, and what has to be known to read them. */
export interface Findings {
  readonly bench: string
  readonly peer?: string
  readonly figures: readonly Figure[]
  readonly notes: readonly string[]
  /** What is only told to programs: each single measurement behind the figures. */
  readonly details?: readonly Readonly<Record<string, string | number>>[]
  /** Why a promise was not kept, for each that was not. */
  readonly broken?: readonly string[]
}

/** The value below which this share of them lies, 0 to 1 (nearest rank). Throws where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

/** How many times the peer's figure ours is. */
export function ratio({ abdi, peer }: Figure): number | undefined {
  return peer === undefined || peer === 0 ? undefined : abdi / peer
}

/** The findings as a table for people. */
export function table({ bench, peer, figures, notes, broken = [] }: Findings): string {
  const rows = figures.map((figure) => {
    const times = ratio(figure)
    return [
      figure.name,
      shown(figure.abdi, figure),
      figure.peer === undefined ? '' : shown(figure.peer, figure),
      times === undefined ? '' : `${round(times)} ×`,
    ]
  })
  const lines = [[bench, 'Abdi', peer ?? '', peer === undefined ? '' : 'Abdi : peer'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const text = lines.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
  return [...text, ...[...notes, ...broken].map((note) => `  ${note}`)].join('\n')
}

/** The findings as one JSON object for programs, with the ratios. */
export function asJson(findings: readonly Findings[], facts: Readonly<Record<string, unknown>>): string {
  const rounded = (figure: Figure): object => {
    const times = ratio(figure)
    return {
      ...figure,
      abdi: round(figure.abdi),
      ...(figure.peer !== undefined && { peer: round(figure.peer) }),
      ...(times !== undefined && { ratio: round(times) }),
    }
  }
  return JSON.stringify({
    ...facts,
    findings: findings.map((one) => ({ ...one, figures: one.figures.map(rounded) })),
  })
}

function shown(value: number, { unit }: Figure): string {
  return `${round(value)}${unit === '%' || unit === '/s' || unit === '' ? unit : ` ${unit}`}`
}

function round(value: number): number {
  return Number(value.toPrecision(3)) >= 1_000 ? Math.round(value) : Number(value.toPrecision(3))
}
