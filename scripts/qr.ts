import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'uqr'
import type { Config } from '../src/config.ts'
import { Misconfigured, Unreadable } from '../src/errors.ts'
import { failStart, loadConfig } from '../src/main.ts'
import { readOptions, USAGE } from './qr/options.ts'
import { poster } from './qr/poster.ts'

/** Titles by the command a link opens, where none is given. */
const TITLES: Readonly<Record<string, string>> = {
  lapor: 'Bagaimana layanan kami hari ini?',
  tanya: 'Ada pertanyaan soal aturan? Tanya Abdi',
  survei: 'Isi survei singkat, bantu kami lebih baik',
  aspirasi: 'Sampaikan aspirasi Anda',
}
const TITLE = 'Hubungi kami lewat Abdi'

/** Makes posters with a code that opens the bot at one of its commands: `npm run qr -- tanya_cuti_tahunan`. */
async function qr(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === undefined) return say(USAGE)
  const config = loadConfig()
  const bot = options.bot ?? (await nameOf(config.telegram))
  mkdirSync(options.folder, { recursive: true })
  for (const payload of options.payloads) {
    const link = `https://t.me/${bot}?start=${payload}`
    const [command = '', ...rest] = payload.split('_')
    const topic = command === 'tanya' && rest.length > 0 ? `Tanya Abdi: ${rest.join(' ')}` : undefined
    const title = options.title ?? topic ?? TITLES[command] ?? TITLE
    const { data: squares } = encode(link, { ecc: 'Q', border: 0 }) // Q can still be read with a quarter worn off
    const file = join(options.folder, `poster-${payload}.svg`)
    writeFileSync(file, poster({ squares, title, organization: config.organization, link }))
    say(`${file}  ${link}`)
  }
  say('\nBuka berkasnya di peramban lalu cetak ke kertas A4. Coba pindai dulu sebelum dipasang.')
}

async function nameOf(telegram: Config['telegram']): Promise<string> {
  if (telegram === undefined)
    throw new Misconfigured(
      'TELEGRAM_BOT_TOKEN',
      'belum diisi, jadi nama bot tidak diketahui. Isi, atau pakai --bot NAMA.',
    )
  const answer = await fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`, {
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
  const me = answer?.ok ? ((await answer.json()) as { result?: { username?: string } }) : undefined // as the Bot API says
  const name = me?.result?.username
  if (name === undefined) throw new Unreadable('Telegram tidak bisa ditanya nama botnya. Pakai --bot NAMA.')
  return name
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

await qr().catch((error: unknown) => {
  if (!(error instanceof Unreadable)) failStart(error)
  process.stderr.write(`\n${error.message}\n`)
  process.exitCode = 1
})
