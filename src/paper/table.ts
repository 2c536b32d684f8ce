/** What stands in a cell; nothing for what was not said. */
export type Value = string | number | null

/** A column: shares are parts of one, days ISO 8601, digits a long number nobody counts with. */
export interface Column {
  readonly title: string
  readonly kind: 'text' | 'digits' | 'number' | 'share' | 'day'
  /** How many digits stand together where such a number is read. */
  readonly groups?: readonly number[]
  /** Characters it is wide. */
  readonly width: number
  /** Points it is wide on paper, '*' for what is left; a column without it is not there, unless it stands below another. */
  readonly paper?: number | '*'
  /** On paper it stands below what is in the column before it, in these words: "dari {}". */
  readonly below?: string
}

/** A few rows that sum up the others. */
export interface Summary {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Value[])[]
}

/** A table to be exported, but for its rows. */
export interface Table {
  readonly name: string
  readonly title: string
  /** Organization, unit, period, and when it was made. */
  readonly heading: readonly string[]
  readonly columns: readonly Column[]
  readonly summary?: Summary
  /** What somebody has to know to read the figures. */
  readonly notes: readonly string[]
  /** What the sheet of the notes is called, and how pages are numbered: "Halaman {page} dari {pages}". */
  readonly words: { readonly notes: string; readonly page: string }
  /** When it was made, in ISO 8601. */
  readonly at: string
}

/** Rows, some at a time. */
export type Pages = AsyncIterable<readonly (readonly Value[])[]>

/** How a table can be written. */
export const KINDS = ['csv', 'xlsx', 'pdf'] as const
export type Kind = (typeof KINDS)[number]

export const MIME: Readonly<Record<Kind, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}
