import { accessSync, constants, existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { Misconfigured } from '../../src/errors.ts'
import { type Given, readGiven } from '../../src/regulations/ingest.ts'

/** What can be asked of the program, in Indonesian. */
export const USAGE = `npm run ingest -- BERKAS-ATAU-FOLDER… [pilihan]

Membaca naskah resmi peraturan (PDF, DOCX, HTML, teks) ke dalam basis data. Folder dibaca sampai ke dalam; pola
seperti 'peraturan/*.pdf' juga boleh. Perintah yang sama boleh diulang: yang tidak berubah dilewati.

  --dry-run        tunjukkan apa yang akan terjadi, tanpa menyimpan apa pun
  --report BERKAS  tulis laporan lengkap tiap berkas sebagai JSON
  --force          baca ulang yang tidak berubah, dan ganti naskah walaupun yang baru jauh lebih pendek

Untuk satu berkas yang nomornya tidak terbaca:
  --type pp --number 94 --year 2021, atau --id pp-94-2021
  --title "…", --issuer "…"`

/** What was asked of the program. */
export interface Options {
  readonly paths: readonly string[]
  readonly given: Given
  readonly dryRun: boolean
  readonly force: boolean
  readonly report: string | undefined
  readonly help: boolean
}

/** Reads the command line. Throws `Misconfigured`, saying what there is. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args)
  if (positionals.length === 0 && !values.help)
    throw wrong(`sebutkan berkas atau folder peraturan.\n\n${USAGE}`)
  const given = readGiven(values)
  if ('problem' in given) throw wrong(given.problem)
  if (values.report !== undefined) mustBeWritable(values.report)
  return {
    paths: positionals,
    given,
    dryRun: values['dry-run'],
    force: values.force,
    report: values.report,
    help: values.help,
  }
}

/** A wrong use of the program, in a sentence. */
export function wrong(what: string): Misconfigured {
  return new Misconfigured('ingest', what)
}

function parsed(args: readonly string[]) {
  const off = { type: 'boolean', default: false } as const
  const text = { type: 'string' } as const
  const [id, type, number, year, title, issuer] = [text, text, text, text, text, text]
  const options = {
    id,
    type,
    number,
    year,
    title,
    issuer,
    report: text,
    'dry-run': off,
    force: off,
    help: off,
  }
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    throw wrong(`${inIndonesian(error as NodeJS.ErrnoException)}\n\n${USAGE}`)
  }
}

function inIndonesian({ code, message }: NodeJS.ErrnoException): string {
  const flag = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `pilihan ${flag} tidak dikenal.`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `pilihan ${flag} butuh nilai yang benar.`
  return message
}

/** Better known before an hour of reading than after it. */
function mustBeWritable(path: string): void {
  try {
    accessSync(existsSync(path) ? path : dirname(path), constants.W_OK)
  } catch {
    throw wrong(`laporan ${path} tidak bisa ditulis di sana.`)
  }
}
