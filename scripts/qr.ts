import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../src/config.ts'
import { Misconfigured, Unreadable } from '../src/errors.ts'
import { databaseOf, failStart, loadConfig } from '../src/main.ts'
import { squaresOf } from '../src/paper/code.ts'
import { poster } from '../src/paper/poster.ts'
import { type Options, readOptions, USAGE } from './qr/options.ts'
import { postersOf, type ServicePoster } from './qr/services.ts'

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
  const services = options.services && (await servicesOf(config, options.services))
  const wanted = [...options.payloads.map((payload) => ({ payload, about: [] })), ...(services ?? [])]
  for (const { payload, about } of wanted) {
    const link = `https://t.me/${bot}?start=${payload}`
    const [command = '', ...rest] = payload.split('_')
    const topic = command === 'tanya' && rest.length > 0 ? `Tanya Abdi: ${rest.join(' ')}` : undefined
    const title = options.title ?? topic ?? TITLES[command] ?? TITLE
    const file = join(options.folder, `poster-${payload}.svg`)
    writeFileSync(
      file,
      poster({ squares: squaresOf(link), title, about, organization: config.organization, link }),
    )
    say(`${file}  ${link}`)
  }
  say('\nBuka berkasnya di peramban lalu cetak ke kertas A4. Coba pindai dulu sebelum dipasang.')
}

/** Opens the database for as long as it takes: the embedded one serves one process. */
async function servicesOf(
  config: Config,
  asked: NonNullable<Options['services']>,
): Promise<readonly ServicePoster[]> {
  const database = await databaseOf(config)
  try {
    return await postersOf(database, asked)
  } finally {
    await database.close()
  }
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
