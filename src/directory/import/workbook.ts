import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { fromBufferPromise } from 'yauzl'
import { Unreadable } from '../../errors.ts'
import type { Cell, TableRow } from './table.ts'
import type { Asked, Told } from './workbook-thread.ts'

/** The rows of one sheet of a workbook, and which sheet that is. */
export interface WorkbookRows {
  readonly sheet: string
  readonly rows: AsyncGenerator<TableRow>
}

const MEGABYTE = 1024 * 1024
const MOST_BYTES = 50 * MEGABYTE
/** Unpacked, the sheets and their words may take so much. */
const MOST_UNPACKED = 400 * MEGABYTE
const THREAD_MEGABYTES = 2048
const LONGEST_MS = 180_000

/**
 * Opens an XLSX file in a thread of its own, at the sheet that is named or else the only one with headings that fit.
 * Throws `Unreadable`; a file that is too large before it is read.
 */
export async function rowsOfWorkbook(
  source: AsyncIterable<Uint8Array>,
  wanted: {
    readonly size: number | undefined
    readonly sheet: string | undefined
    fits(row: readonly Cell[]): number
  },
): Promise<WorkbookRows> {
  if ((wanted.size ?? 0) > MOST_BYTES) throw new Unreadable(TOO_LARGE)
  const bytes = await allOf(source)
  await mustBeWorkbook(bytes)
  const thread = startThread(bytes)
  try {
    const { sheets } = await thread.ask({ kind: 'look' })
    const sheet = chosen(sheets, wanted.sheet, wanted.fits)
    await thread.ask({ kind: 'open', sheet })
    return { sheet, rows: rowsFrom(thread) }
  } catch (error) {
    await thread.end()
    throw error
  }
}

const SAVE_AS_CSV = 'Di Excel pilih Simpan Sebagai, lalu CSV UTF-8.'
const TOO_LARGE = `berkas Excel ini lebih besar dari 50 MB: simpan sebagai CSV, yang boleh sebesar apa pun. ${SAVE_AS_CSV}`
const DAMAGED = 'berkas Excel ini rusak atau terpotong. Buka di Excel, simpan ulang, lalu impor lagi.'
const TOO_MUCH = `isi berkas Excel ini terlalu besar untuk dibuka: simpan sebagai CSV. ${SAVE_AS_CSV}`

async function allOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    size += chunk.length
    if (size > MOST_BYTES) throw new Unreadable(TOO_LARGE)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** By the table of contents alone: nothing is unpacked before it is known how much it would be. */
async function mustBeWorkbook(bytes: Buffer): Promise<void> {
  const names: string[] = []
  let unpacked = 0
  try {
    const zip = await fromBufferPromise(bytes)
    for await (const entry of zip.eachEntry()) {
      names.push(entry.fileName)
      unpacked += entry.uncompressedSize
    }
  } catch (error) {
    throw Object.assign(new Unreadable(DAMAGED), { cause: error })
  }
  if (!names.some((name) => /^xl\/workbook\./.test(name)))
    throw new Unreadable('ini bukan berkas Excel (.xlsx). Simpan daftar pegawainya sebagai CSV atau XLSX.')
  if (unpacked > MOST_UNPACKED) throw new Unreadable(TOO_MUCH)
}

interface Thread {
  ask<A extends Asked>(what: A): Promise<Extract<Told, { kind: A['kind'] }>>
  end(): Promise<unknown>
}

function startThread(bytes: Buffer): Thread {
  const worker = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData: bytes,
    env: {},
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
  })
  const { promise: failed, reject } = Promise.withResolvers<never>()
  failed.catch(() => undefined) // told to whoever asks next
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_MUCH : DAMAGED
    reject(Object.assign(new Unreadable(reason), { cause: error }))
  })
  return {
    async ask(what) {
      const answered = once(worker, 'message')
      answered.catch(() => undefined) // `failed` has the sentence
      worker.postMessage(what)
      const late = setTimeout(() => reject(new Unreadable(TOO_MUCH)), LONGEST_MS)
      try {
        const [told] = await Promise.race([answered, failed])
        return told // the thread answers what it was asked, one at a time
      } finally {
        clearTimeout(late)
      }
    },
    end: () => worker.terminate(),
  }
}

function chosen(
  sheets: readonly { readonly name: string; readonly first: readonly (readonly Cell[])[] }[],
  wanted: string | undefined,
  fits: (row: readonly Cell[]) => number,
): string {
  const all = sheets.map(({ name }) => name).join(', ')
  if (wanted !== undefined) {
    const found = sheets.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase())
    if (found === undefined) throw new Unreadable(`lembar "${wanted}" tidak ada. Yang ada: ${all}.`)
    return found.name
  }
  const lists = sheets.filter(({ first }) => first.some((row) => fits(row) > 1))
  if (lists.length > 1)
    throw new Unreadable(
      `ada beberapa lembar dengan daftar pegawai: ${lists.map(({ name }) => name).join(', ')}. Sebutkan yang mana dengan --sheet, satu demi satu.`,
    )
  // Without one that fits the first is taken, and said to have no headings.
  const [sheet] = [...lists, ...sheets]
  if (sheet === undefined) throw new Unreadable(DAMAGED)
  return sheet.name
}

async function* rowsFrom(thread: Thread): AsyncGenerator<TableRow> {
  try {
    for (;;) {
      const { rows } = await thread.ask({ kind: 'next' })
      if (rows.length === 0) return
      yield* rows
    }
  } finally {
    await thread.end()
  }
}
