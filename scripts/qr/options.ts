import { parseArgs } from 'node:util'
import { isPayload } from '../../src/chat/links.ts'
import { Unreadable } from '../../src/errors.ts'

/** What posters are asked for: what their links carry, whose bot they open, and where they go. */
export interface Options {
  readonly payloads: readonly string[]
  /** Posters for all services of an office, as everyday words name it, or, where none is named, of all. */
  readonly services?: { readonly of: string | null; readonly opens: string }
  /** The bot's name without "@"; left out, Telegram is asked by the token. */
  readonly bot?: string
  readonly title?: string
  readonly folder: string
}

/** How the program is used. */
export const USAGE = `Pemakaian: npm run qr -- [pilihan] ISI…

Membuat poster A4 (SVG, siap cetak dari peramban) dengan kode QR yang membuka Abdi di Telegram.
ISI adalah perintah yang dibuka dan kelanjutannya, misalnya tanya_cuti_tahunan (sama dengan
/tanya cuti tahunan). Hanya huruf A–Z, angka, garis bawah, dan tanda hubung; paling banyak 64.

  --layanan KANTOR  satu poster untuk tiap layanan yang dibuka di kantor itu, misalnya "disdukcapil"
  --semua-layanan   sama, untuk semua kantor
  --untuk ISI       yang dibuka poster layanan: lapor (bila tidak disebut) atau survei_skm
                    Keduanya membaca basis data: hentikan dulu bot ini, atau pakai DATABASE_URL.
                    Saat bot berjalan, /layanan di obrolan membuat poster yang sama.

  --bot NAMA      nama bot tanpa @; tanpa ini ditanyakan ke Telegram dengan TELEGRAM_BOT_TOKEN
  --judul TEKS    judul di atas kode
  --folder PATH   tempat menaruh poster (sekarang: folder ini)
  --bantuan       menampilkan ini`

/** Reads the command line; undefined where only the usage is asked for. Throws `Unreadable`, in Indonesian. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values, positionals } = parse(args)
  if (values.bantuan || values.help) return undefined
  const of = values['semua-layanan'] ? null : values.layanan
  if (of !== undefined && !isPayload(`${values.untuk}_s1`))
    throw new Unreadable(`“${values.untuk}” tidak bisa dipakai di tautan Telegram.`)
  if (positionals.length === 0 && of === undefined)
    throw new Unreadable(`Sebutkan isi tautannya.\n\n${USAGE}`)
  const wrong = positionals.find((payload) => !isPayload(payload))
  if (wrong !== undefined)
    throw new Unreadable(
      `Isi “${wrong}” tidak bisa dipakai di tautan Telegram: hanya huruf A–Z, angka, garis bawah, dan tanda hubung, paling banyak 64.`,
    )
  const bot = values.bot?.replace(/^@/, '')
  if (bot !== undefined && !/^[A-Za-z]\w{4,31}$/.test(bot))
    throw new Unreadable(`“${bot}” bukan nama bot. Contoh yang benar: abdi_serang_bot.`)
  const { judul: title, folder } = values
  const services = of === undefined ? undefined : { of, opens: values.untuk }
  return {
    payloads: positionals,
    folder,
    ...(services && { services }),
    ...(bot && { bot }),
    ...(title && { title }),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        bot: { type: 'string' },
        layanan: { type: 'string' },
        'semua-layanan': { type: 'boolean', default: false },
        untuk: { type: 'string', default: 'lapor' },
        judul: { type: 'string' },
        folder: { type: 'string', default: '.' },
        bantuan: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch {
    throw new Unreadable(`Pilihannya tidak saya kenal.\n\n${USAGE}`)
  }
}
