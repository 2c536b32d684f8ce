import type { Effect } from '../effects.ts'
import type { Changes } from '../shelving.ts'

/** Where it was read which regulation a file is: in its text, in its name, or in what somebody said. */
export type Recognized = 'text' | 'name' | 'given'

/**
 * What became of a file. `imported`: its pasal are there now. `unchanged`: the same bytes were there before.
 * `same-text`: another file with the same text is there. `set-aside`: a more complete file of the same regulation
 * is. `refused`: it cannot or may not be imported.
 */
export type Outcome = 'imported' | 'unchanged' | 'same-text' | 'set-aside' | 'refused'

/** Why a file was refused, for programs. */
export type Cause = 'unreadable' | 'no-regulation' | 'unnamed' | 'no-articles' | 'far-fewer'

/** A part of a regulation that has no pasal: what comes before them, the explanation, the annex. */
export type OutsidePart = 'head' | 'explanation' | 'annex'

/** Words of a text that belong to no pasal, so that they are neither found nor quoted. */
export interface Outside {
  /** Without spaces. */
  readonly characters: number
  /** Of all characters, 0 to 1. */
  readonly share: number
  /** The parts they mostly stand in, and how each begins. */
  readonly parts: readonly {
    readonly part: OutsidePart
    readonly characters: number
    readonly begins: string
  }[]
}

/** What a file was found to hold. */
export interface Findings {
  readonly regulation: string
  readonly type: string
  readonly title?: string
  readonly issuer?: string
  /** From when on it applies, as an ISO date, where the text says it. */
  readonly effective?: string
  readonly recognized: Recognized
  /** What its reader read it as: "PDF", "teks", …; pages only where the format has any. */
  readonly format: string
  readonly pages?: number
  readonly pagesRead?: number
  /** How many pasal and passages it has. */
  readonly articles: number
  readonly passages: number
  /** Numbers of pasal that are missing between those that are there: "7", "9–10". */
  readonly gaps: readonly string[]
  /** Pasal whose ayat do not count up, each with where: "Pasal 5: sesudah ayat (2) langsung ayat (4)". */
  readonly disorder: readonly string[]
  readonly outside: Outside
  /** What it says it does to other regulations. */
  readonly effects: readonly Effect[]
  /** What is doubtful, in Indonesian, for whoever gave the file. */
  readonly warnings: readonly string[]
}

/** What became of one file, and what it was found to hold as far as it was read. */
export interface IngestReport {
  readonly file: string
  readonly outcome: Outcome
  /** In Indonesian; of an imported file only where there is something to say. */
  readonly reason?: string
  readonly cause?: Cause
  /** The regulation, also of a file that was passed over unread. */
  readonly regulation?: string
  readonly findings?: Findings
  readonly changes?: Changes
  readonly seconds: number
}
