import type { Field } from './headings.ts'

/** What came of an import: written, only tried, held back because too much was refused or nobody agreed, or nothing to do. */
export type Outcome = 'written' | 'tried' | 'held' | 'declined' | 'unchanged'

/** What an import did or would do; lines are those of the file, counted from 1. */
export interface ImportReport {
  readonly outcome: Outcome
  readonly file: string
  readonly sheet?: string
  /** By which the history names this file. */
  readonly mark: string
  readonly columns: {
    readonly used: Readonly<Partial<Record<Field, readonly string[]>>>
    readonly unused: readonly string[]
  }
  /** Rows that speak of somebody, and rows that do not. */
  readonly rows: number
  readonly passedOver: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** How many entries get another value, by column of the directory. */
  readonly fields: Readonly<Record<string, number>>
  readonly units: { readonly added: readonly string[]; readonly moved: readonly string[] }
  /** Who works here and is not in the file: nothing happens to them. */
  readonly missing: number
  readonly refused: readonly Refused[]
  readonly notes: readonly Note[]
}

/** More than this share of the rows refused, and nothing is written unless that is accepted. */
export const MOST_REFUSED = 0.05

/** A row that was not taken, and why. */
export interface Refused {
  readonly line: number
  readonly reason: string
}

/** Something that was noticed, and what was done about it; where in the file, as far as it is somewhere. */
export interface Note {
  readonly kind: NoteKind
  readonly text: string
  readonly count: number
  readonly lines: readonly number[]
}

/** What is said of each thing that may be noticed. */
export const NOTES = {
  phone: 'nomor telepon tidak terbaca; tidak diubah',
  phones: 'lebih dari satu nomor telepon dalam satu sel; yang pertama dipakai',
  email: 'alamat email tidak terbaca; tidak diubah',
  emails: 'lebih dari satu alamat email dalam satu sel; yang pertama dipakai',
  grade: 'golongan tidak terbaca; tidak diubah',
  kind: 'jenis pegawai tidak dikenal; dibaca dari NIP',
  otherKind: 'jenis pegawai tidak sama dengan yang ditunjukkan NIP; isi berkas yang dipakai',
  role: 'peran bukan pegawai, hr, atau admin; tidak diubah',
  age: 'batas usia pensiun bukan umur antara 50 dan 75; dihitung dari jabatan',
  left: 'tanggal berhenti tidak terbaca; tidak diubah',
  leftLater: 'tanggal berhenti masih akan datang; belum dicatat',
  rights: 'mendapat peran hr atau admin',
  supervisorNip: 'NIP atasan tidak terbaca; atasan tidak diubah',
  ownSupervisor: 'atasannya diri sendiri; atasan tidak diubah',
  noSupervisor: 'atasan tidak ditemukan di berkas maupun direktori; atasan tidak diubah',
  circle: 'atasan saling membawahi dalam lingkaran; mereka dicatat tanpa atasan',
  leftSupervisor: 'atasan sudah berhenti',
  backAgain: 'ada di berkas, padahal tercatat sudah berhenti',
  past: 'sudah melewati tanggal pensiun',
  sharedPhone: 'nomor telepon dipakai bersama; tidak dipakai untuk mengenali siapa pun',
  sharedEmail: 'alamat email dipakai bersama; tidak dipakai untuk mengenali siapa pun',
  headless: 'unit tanpa pimpinan: tidak seorang pun di dalamnya punya atasan',
} as const
export type NoteKind = keyof typeof NOTES

const MOST_LINES = 1000

/** Gathers notes by their kind while rows are read. */
export function createNotes() {
  const found = new Map<NoteKind, { count: number; lines: number[]; about: string | undefined }>()
  return {
    /** Notes something at a line; `about` says more of all of its kind. */
    add(kind: NoteKind, lines: readonly number[], { count = lines.length, about = '' } = {}): void {
      if (count === 0) return
      const note = found.get(kind) ?? { count: 0, lines: [], about }
      found.set(kind, note)
      note.count += count
      note.lines.push(...lines.slice(0, MOST_LINES - note.lines.length))
    },

    /** What was noted, in the order of the texts. */
    all: (): readonly Note[] =>
      (Object.keys(NOTES) as NoteKind[]).flatMap((kind) => {
        const note = found.get(kind)
        if (note === undefined) return []
        const { count, lines, about } = note
        return [{ kind, text: about ? `${NOTES[kind]}: ${about}` : NOTES[kind], count, lines }]
      }),
  }
}
export type Notes = ReturnType<typeof createNotes>
