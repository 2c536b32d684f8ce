import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Bot, createBot } from './bot.ts'
import type { SlackChannel } from './channels/slack.ts'
import { createTelegramChannel, type TelegramChannel } from './channels/telegram.ts'
import { createWebChannel } from './channels/web.ts'
import { mayUse } from './chat/turn.ts'
import { type Config, readConfig } from './config.ts'
import { createDashboard } from './dashboard/server.ts'
import { type Database, openDatabase } from './database/database.ts'
import { Misconfigured } from './errors.ts'
import { menu } from './features/help/feature.ts'
import type { Answering } from './features/questions/answering.ts'
import { loadPrompts } from './features/questions/model/prompts.ts'
import { createFileStore } from './files.ts'
import { startServer } from './http.ts'
import { openQueue } from './jobs/bullmq.ts'
import { createLog, type Log } from './log.ts'
import { adoptKey, keyFits } from './mailbox/key.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { startEmbedding } from './regulations/embedding/embedder.ts'
import { bringKnowledge } from './regulations/knowledge.ts'
import { type Lexicon, readLexicon } from './regulations/lexicon.ts'
import { createSearch } from './regulations/search.ts'
import { KEY_FILE, readSealKey } from './seal/key.ts'
import { createSeal, type Seal } from './seal.ts'

/** The knowledge that ships with the bot. */
export const KNOWLEDGE = join(import.meta.dirname, '../knowledge')
const LONGEST_STOP_MS = 20_000
/** How long a model may take over what comes before an answer: other words for a question, an order of pasal. */
const QUICK_MS = 3_000

/** Reads the settings, also from `.env` where there is one. Throws `Misconfigured`. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig()
}

/** Opens the database a configuration names. Throws `Misconfigured`. */
export function databaseOf(config: Config): Promise<Database> {
  return openDatabase(
    config.database.kind === 'native' ? config.database : { kind: 'embedded', directory: config.dataDir },
  )
}

/** What answers questions: the knowledge indexed, the search over it, and the models where they are configured. */
export async function answeringOf(
  config: Config,
  database: Database,
  log: Log,
): Promise<Omit<Answering, 'store'> & { readonly lexicon: Lexicon }> {
  const lexicon = readLexicon(KNOWLEDGE)
  await bringKnowledge(database, KNOWLEDGE, lexicon)
  const models = await modelsOf(config)
  return {
    log,
    organization: config.organization,
    search: createSearch(database, lexicon),
    lexicon,
    prompts: loadPrompts(),
    ...models,
  }
}

/** The configured models; their libraries are loaded only where there are some. */
async function modelsOf({
  chatModel,
  embeddingModel,
}: Config): Promise<Pick<Answering, 'chat' | 'quick' | 'embedding'>> {
  if (!chatModel && !embeddingModel) return {}
  const { createChatModel, createEmbeddingModel } = await import('./model/openai.ts')
  return {
    ...(chatModel && {
      chat: await createChatModel(chatModel),
      quick: await createChatModel({ ...chatModel, firstTokenMs: QUICK_MS, totalMs: QUICK_MS }),
    }),
    ...(embeddingModel && { embedding: await createEmbeddingModel(embeddingModel) }),
  }
}

/** The seal of a database, by the key it was first sealed with. Throws `Misconfigured` where that is another. */
export async function sealOf(config: Config, database: Database, log: Log): Promise<Seal> {
  const seal = createSeal(await readSealKey(config))
  if (await keyFits(database, seal)) return seal
  if (!config.sealKeyLost)
    throw new Misconfigured(
      'SEAL_KEY',
      `ini bukan kunci yang dipakai basis data ini. Kembalikan ${KEY_FILE} dari cadangan DATA_DIR, atau SEAL_KEY yang lama. Kalau kuncinya benar-benar hilang, isi SEAL_KEY_LOST=ya: laporan anonim yang masih terbuka tidak bisa dibalas lagi.`,
    )
  await adoptKey(database, seal)
  log.warn({}, 'the seal has a new key: what was sealed with the one before is given up')
  return seal
}

/** The bot without its channels; `metrics` hear what it does. */
export function botOf(
  config: Config,
  database: Database,
  answering: Omit<Answering, 'store'> & { readonly lexicon: Lexicon },
  claimCode: string,
  { metrics, seal }: { readonly metrics?: Metrics; readonly seal?: Seal } = {},
): Bot {
  return createBot({
    ...answering,
    database,
    claimCode,
    claimAgain: config.claimCode !== undefined,
    timeZone: config.timeZone,
    clock: () => new Date(),
    files: createFileStore({ database, at: config.files }),
    ...(seal && { seal }),
    // only where the web server runs too
    ...(metrics && {
      observe: metrics.answered,
      received: metrics.received,
      dashboard: {
        url: config.publicUrl ?? `http://127.0.0.1:${config.port}`,
        public: config.publicUrl !== undefined,
      },
    }),
  })
}

async function start(): Promise<void> {
  const config = loadConfig()
  const log = createLog(config.logLevel)
  const claimCode = config.claimCode ?? randomCode()
  const undo: (() => Promise<void>)[] = []
  const unwind = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    say(`Abdi menyiapkan diri…`)
    const database = await databaseOf(config)
    undo.push(() => database.close())
    await createFileStore({ database, at: config.files }).check()
    const seal = await sealOf(config, database, log)
    const answering = await answeringOf(config, database, log)
    const embedder = answering.embedding && startEmbedding(database, answering.embedding, log)
    if (embedder) undo.push(() => embedder.stop())
    const metrics = createMetrics({
      backlog: () => bot.mailbox.backlog(),
      ...(embedder && { vectors: embedder.progress }),
    })
    const bot: Bot = botOf(config, database, answering, claimCode, { metrics, seal })
    const queue = await openQueue(
      config.queue.kind === 'redis' ? config.queue : { kind: 'database', pool: database.pool },
      { timeZone: config.timeZone, log },
    )
    undo.push(() => queue.stop())
    const web = createWebChannel({
      transcript: bot.mailbox.since,
      repliesTo: bot.mailbox.repliesTo,
      log,
      organization: config.organization,
      publicUrl: config.publicUrl,
      files: bot.files,
      // alone on its database, this process hears of every new line itself
      ...(database.kind === 'embedded' && { timing: { poll: 30_000 } }),
    })
    const telegram = telegramOf(config, bot, log)
    const slack = await slackOf(config, bot, log)
    const hook =
      config.telegram?.delivery.kind === 'webhook'
        ? new URL(config.telegram.delivery.url).pathname
        : undefined
    const server = await startServer(
      {
        routes: web.routes,
        dashboard: createDashboard({
          database,
          queue: queue.board,
          role: async (account) => (await bot.person(account, '')).role,
          clock: () => new Date(),
          publicUrl: config.publicUrl,
          organization: config.organization,
          log,
        }),
        pages: bot.features.flatMap(({ pages = [] }) => pages),
        ...(telegram && hook && { webhook: { path: hook, handle: telegram.webhook } }),
        ...(slack && config.slack?.delivery.kind === 'http' && { slack: slack.events }),
        ready: async () => void (await database.query('select 1')),
        metrics: async () => ({ contentType: metrics.contentType, body: await metrics.render() }),
        log,
      },
      config,
    )
    undo.push(() => server.stop())
    undo.push(() => bot.stop())
    await bot.recover()
    await bot.listen(web)
    if (telegram) await bot.listen(telegram)
    if (slack) await bot.listen(slack)
    await queue.start(bot.jobs)
    void bot
      .resume()
      .catch((error: unknown) => log.error({ err: error }, 'taking up what was left open failed'))
    say(await banner(config, server.port, claimCode, await bot.unclaimed()))
    stopOnSignals(unwind, log)
  } catch (error) {
    await unwind()
    throw error
  }
}

function telegramOf(config: Config, bot: Bot, log: Log): TelegramChannel | undefined {
  if (config.telegram === undefined) return undefined
  const { token, apiRoot, delivery } = config.telegram
  return createTelegramChannel({
    token,
    apiRoot,
    menu: (role, language, shared) =>
      menu(bot.features, language)
        .filter(({ command }) => mayUse(role, command.audience) && !(shared && command.personal))
        .map(({ command, line }) => ({ command: command.name, description: line })),
    roleOf: async (account, name) => (await bot.person(account, name)).role,
    repliesTo: bot.mailbox.repliesTo,
    log,
    ...(bot.files && { files: bot.files }),
    ...(delivery.kind === 'webhook' && { webhook: delivery }),
  })
}

/** Slack, where it is configured; its libraries are loaded only then. */
async function slackOf({ slack }: Config, bot: Bot, log: Log): Promise<SlackChannel | undefined> {
  if (slack === undefined) return undefined
  const { createSlackChannel } = await import('./channels/slack.ts')
  const commands = bot.features.flatMap((feature) => feature.commands ?? []).map(({ name }) => name)
  const prompts = bot.features.flatMap((feature) => feature.suggestions?.('id') ?? [])
  return createSlackChannel({
    ...slack,
    commands: [...commands, 'batal'],
    prompts,
    log,
    ...(bot.files && { files: bot.files }),
  })
}

/** What runs, where, and which key turns on what does not; in Indonesian, for whoever started it. */
async function banner(config: Config, port: number, claimCode: string, unclaimed: boolean): Promise<string> {
  const address =
    config.publicUrl ?? `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`
  const { telegram, slack, chatModel, embeddingModel } = config
  const on = (name: string, text: string): string => `  ✓ ${name.padEnd(12)}${text}`
  const off = (name: string, text: string): string => `  – ${name.padEnd(12)}${text}`
  return [
    `\nAbdi untuk ${config.organization} sudah berjalan.\n`,
    on('Obrolan web', address),
    off('Terminal', 'npm run talk (saat Abdi berhenti, atau dengan DATABASE_URL)'),
    telegram
      ? on(
          'Telegram',
          telegram.delivery.kind === 'webhook' ? `webhook ${telegram.delivery.url}` : 'long polling',
        )
      : off('Telegram', 'mati; isi TELEGRAM_BOT_TOKEN di berkas .env untuk menyalakan'),
    slack
      ? on(
          'Slack',
          slack.delivery.kind === 'socket' ? 'Socket Mode' : `HTTP bertanda tangan, ${address}/slack/events`,
        )
      : off('Slack', 'mati; isi SLACK_BOT_TOKEN dan SLACK_APP_TOKEN di berkas .env untuk menyalakan'),
    chatModel
      ? on('Model', chatModel.model)
      : off('Model', 'mati, jawaban berupa kutipan; isi OPENAI_API_KEY dan CHAT_MODEL di .env'),
    ...(embeddingModel ? [on('Pencarian', `kata dan makna (${embeddingModel.model})`)] : []),
    on(
      'Basis data',
      config.database.kind === 'native'
        ? 'PostgreSQL lewat DATABASE_URL'
        : `bawaan, di ${config.dataDir} (isi DATABASE_URL untuk PostgreSQL)`,
    ),
    on('Antrean', config.queue.kind === 'redis' ? 'Redis' : 'di basis data'),
    ...(unclaimed
      ? [
          `\nBelum ada administrator. Kirim pesan ini kepada Abdi untuk menjadi yang pertama:\n\n  /klaim ${claimCode}${slack ? `\n\nDi Slack: /abdi klaim ${claimCode}` : ''}`,
        ]
      : []),
    '\nTekan Ctrl+C untuk berhenti.',
  ].join('\n')
}

function stopOnSignals(unwind: () => Promise<void>, log: Log): void {
  let asked = false
  const stop = (): void => {
    if (asked) process.exit(1)
    asked = true
    say('\nAbdi berhenti dengan rapi… (tekan sekali lagi untuk memaksa)')
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    unwind().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function randomCode(): string {
  const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const code = [...randomBytes(12)].map((byte) => letters[byte % letters.length]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Ends a program on an error: a setting gets its sentence, everything else is a bug and shows its place. */
export function failStart(error: unknown): never {
  if (error instanceof Misconfigured)
    process.stderr.write(`\nAbdi tidak bisa dijalankan.\n  ${error.message}\n`)
  else
    process.stderr.write(
      `\nAbdi tidak bisa dijalankan karena kesalahan yang tidak terduga:\n${(error as Error).stack}\n`,
    )
  process.exit(1)
}

if (import.meta.main) await start().catch(failStart)
