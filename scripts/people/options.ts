import { parseArgs } from 'node:util'
import { FIELDS, type Field } from '../../src/directory.ts'
import { Misconfigured } from '../../src/errors.ts'

/** What can be asked of the program, in Indonesian. */
export const USAGE = `npm run people -- PERINTAH

  import BERKAS.csv|BERKAS.xlsx   membawa daftar pegawai ke direktori; yang akan berubah ditunjukkan lebih dulu
      --dry-run                   hanya tunjukkan apa yang akan berubah
      --yes                       simpan tanpa bertanya
      --map "Nama Pegawai=nama"   arti sebuah judul kolom; boleh beberapa kali
      --sheet NAMA                lembar dari sebuah berkas Excel
      --accept-refused            simpan juga bila lebih dari 5% baris ditolak
      --json                      laporan lengkap sebagai JSON
  targets BERKAS.csv              membawa RHK pegawai (--dry-run, --yes); kolomnya tampil bila ada yang kurang
  history NIP                     semua perubahan pada seorang pegawai
  list [--unit NAMA]              jumlah pegawai tiap unit
  template [BERKAS.csv|.xlsx]     daftar kosong untuk diisi, dengan keterangan tiap kolom

Impor boleh diulang: sel kosong tidak mengubah apa-apa, pegawai yang tidak ada di berkas dibiarkan, dan semua baris
yang baik disimpan bersama atau tidak sama sekali. Tulis "kosongkan" di sel untuk menghapus isinya.`

/** What was asked of the program. */
export type Asked =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'import'
      readonly path: string
      readonly dryRun: boolean
      readonly yes: boolean
      readonly map: Readonly<Record<string, Field>>
      readonly sheet: string | undefined
      readonly acceptRefused: boolean
      readonly json: boolean
    }
  | { readonly kind: 'targets'; readonly path: string; readonly dryRun: boolean; readonly yes: boolean }
  | { readonly kind: 'history'; readonly nip: string }
  | { readonly kind: 'list'; readonly unit: string | undefined }
  | { readonly kind: 'template'; readonly path: string | undefined }

/** Reads the command line. Throws `Misconfigured`, saying what there is. */
export function readOptions(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args)
  const [command, subject, ...more] = positionals
  if (values.help || command === undefined) return { kind: 'help' }
  if (more.length > 0) throw wrong(`terlalu banyak yang disebutkan: ${more.join(' ')}.\n\n${USAGE}`)
  const { unit, sheet, yes, json } = values
  if (command === 'history') return { kind: 'history', nip: needed(subject, 'NIP') }
  if (command === 'list') return { kind: 'list', unit: unit ?? subject }
  if (command === 'template') return { kind: 'template', path: subject }
  if (command === 'targets')
    return { kind: 'targets', path: needed(subject, 'berkas RHK'), dryRun: values['dry-run'], yes }
  if (command !== 'import') throw wrong(`perintah "${command}" tidak dikenal.\n\n${USAGE}`)
  return {
    kind: 'import',
    path: needed(subject, 'berkas daftar pegawai'),
    dryRun: values['dry-run'],
    acceptRefused: values['accept-refused'],
    map: mapped(values.map),
    sheet,
    yes,
    json,
  }
}

/** A wrong use of the program, in a sentence. */
export function wrong(what: string): Misconfigured {
  return new Misconfigured('people', what)
}

function parsed(args: readonly string[]) {
  const off = { type: 'boolean', default: false } as const
  const text = { type: 'string' } as const
  const options = {
    'dry-run': off,
    yes: off,
    'accept-refused': off,
    json: off,
    help: off,
    map: { type: 'string', multiple: true, default: [] as string[] },
    sheet: text,
    unit: text,
  } as const
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    const flag = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? ''
    throw wrong(`pilihan ${flag} tidak dikenal atau butuh nilai yang benar.\n\n${USAGE}`)
  }
}

function needed(subject: string | undefined, what: string): string {
  if (subject === undefined) throw wrong(`sebutkan ${what}.\n\n${USAGE}`)
  return subject
}

/** "Nama Pegawai=nama": everything before the last sign is the heading. */
function mapped(pairs: readonly string[]): Readonly<Record<string, Field>> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=')
      const name = pair.slice(at + 1).trim()
      const field = FIELDS.find((known) => known === name.toLowerCase())
      if (at < 1 || field === undefined)
        throw wrong(
          `--map "${pair}" tidak terbaca. Bentuknya: --map "Judul di berkas=kolom". Kolom yang ada: ${FIELDS.join(', ')}.`,
        )
      return [pair.slice(0, at).trim(), field]
    }),
  )
}
