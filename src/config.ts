import { join } from 'node:path'
import { z } from 'zod'
import { Misconfigured } from './errors.ts'

/** Everything the outside decides about a run, read once. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly dataDir: string
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'native'; readonly url: string }
  /** Where files that people send in are kept. */
  readonly files:
    | { readonly kind: 'directory'; readonly directory: string }
    | ({ readonly kind: 'bucket' } & BucketConfig)
  readonly queue: { readonly kind: 'database' } | { readonly kind: 'redis'; readonly url: string }
  readonly telegram: TelegramConfig | undefined
  readonly slack: SlackConfig | undefined
  readonly chatModel: EndpointConfig | undefined
  readonly embeddingModel: (EndpointConfig & { readonly dimensions?: number }) | undefined
  readonly organization: string
  readonly timeZone: string
  readonly claimCode: string | undefined
  /** What hides what must not lead to a person; left out, a key in the data directory does. */
  readonly sealKey: string | undefined
  readonly sealKeyLost: boolean
  readonly logLevel: string
}

/** A bucket of an S3-compatible store. */
export interface BucketConfig {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** How Telegram is reached: we ask for updates, or it calls a webhook at `webhook.url`. */
export interface TelegramConfig {
  readonly token: string
  readonly apiRoot: string
  readonly delivery:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }
}

/** How Slack is reached: over a connection of ours (Socket Mode), or by signed requests at /slack/events. */
export interface SlackConfig {
  readonly token: string
  readonly apiUrl: string
  readonly delivery:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string }
}

/** One model behind an OpenAI-compatible endpoint. */
export interface EndpointConfig {
  readonly model: string
  readonly apiKey?: string
  readonly baseUrl?: string
}

const url = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)), {
    error: `bukan alamat yang sah. Contoh: ${example}`,
  })
const web = (example: string) => url(['http', 'https'], example)
const whole = (min: number, max: number, remedy: string) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, { error: remedy })
    .transform(Number)

const slackToken = (prefix: string, where: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}-[\\w-]+$`),
      `bentuknya keliru: harus diawali ${prefix}-. Salin lagi ${where} aplikasi Slack Anda.`,
    )
    .optional()

const Environment = z.object({
  PORT: whole(1, 65_535, 'harus angka 1 sampai 65535, misalnya 3000').default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'bukan alamat yang sah. Contoh: 127.0.0.1 atau 0.0.0.0')
    .default('127.0.0.1'),
  PUBLIC_URL: web('https://abdi.contoh.go.id').optional(),
  DATA_DIR: z.string().default('./data'),
  S3_ENDPOINT: web('https://s3.contoh.go.id').optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'bukan nama bucket yang sah. Contoh: abdi-berkas')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]+$/, 'bukan nama region. Contoh: ap-southeast-3')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  DATABASE_URL: url(['postgres', 'postgresql'], 'postgres://abdi:sandi@127.0.0.1:5432/abdi').optional(),
  REDIS_URL: url(['redis', 'rediss'], 'redis://127.0.0.1:6379').optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(
      /^\d{3,20}:[\w-]{20,}$/,
      'bentuknya keliru. Salin lagi token dari @BotFather, misalnya 123456789:AAE…',
    )
    .optional(),
  TELEGRAM_API_ROOT: web('https://api.telegram.org').default('https://api.telegram.org'),
  TELEGRAM_WEBHOOK_URL: web('https://abdi.contoh.go.id/telegram').optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'harus 16 sampai 256 huruf, angka, garis bawah, atau tanda hubung')
    .optional(),
  SLACK_BOT_TOKEN: slackToken('xoxb', 'Bot User OAuth Token di halaman OAuth & Permissions'),
  SLACK_APP_TOKEN: slackToken('xapp', 'App-Level Token di halaman Basic Information'),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(
      /^[\w-]{16,128}$/,
      'bentuknya keliru. Salin lagi Signing Secret dari halaman Basic Information aplikasi Slack Anda',
    )
    .optional(),
  SLACK_API_URL: web('https://slack.com/api/').default('https://slack.com/api/'),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: web('http://127.0.0.1:11434/v1').optional(),
  CHAT_MODEL: z.string().optional(),
  EMBEDDING_MODEL: z.string().optional(),
  EMBEDDING_DIMENSIONS: whole(8, 16_000, 'harus angka 8 sampai 16000, misalnya 1024').optional(),
  ORGANIZATION: z.string().max(100, 'paling panjang 100 huruf').default('Pemerintah Kota Serang'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, { error: 'bukan zona waktu. Contoh: Asia/Jakarta, Asia/Makassar, Asia/Jayapura' })
    .default('Asia/Jakarta'),
  ADMIN_CLAIM_CODE: z
    .string()
    .min(8, 'terlalu pendek: paling sedikit 8 huruf, supaya tidak tertebak')
    .optional(),
  SEAL_KEY: z.string().min(32, 'terlalu pendek: paling sedikit 32 huruf, supaya tidak tertebak').optional(),
  SEAL_KEY_LOST: z.enum(['ya', 'tidak'], { error: 'harus ya atau tidak' }).default('tidak'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'harus salah satu dari debug, info, warn, error, silent',
    })
    .default('info'),
})

/** Reads the environment (empty counts as unset). Throws `Misconfigured` naming the key and the remedy. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) => (value?.trim() ? [[key, value.trim()]] : [])),
  )
  const result = Environment.safeParse(set)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new Misconfigured(String(issue?.path[0] ?? '.env'), issue?.message ?? 'nilainya tidak sah')
  }
  const env = result.data
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
    dataDir: env.DATA_DIR,
    database: env.DATABASE_URL
      ? { kind: 'native' as const, url: env.DATABASE_URL }
      : { kind: 'embedded' as const },
    files: files(env),
    queue: env.REDIS_URL ? { kind: 'redis' as const, url: env.REDIS_URL } : { kind: 'database' as const },
    telegram: telegram(env),
    slack: slack(env),
    ...models(env),
    organization: env.ORGANIZATION,
    timeZone: env.TIME_ZONE,
    claimCode: env.ADMIN_CLAIM_CODE,
    sealKey: env.SEAL_KEY,
    sealKeyLost: env.SEAL_KEY_LOST === 'ya',
    logLevel: env.LOG_LEVEL,
  })
}

function files(env: z.output<typeof Environment>): Config['files'] {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = env
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  const all = {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  }
  if (endpoint && bucket && accessKeyId && secretAccessKey)
    return { kind: 'bucket', endpoint, bucket, region, accessKeyId, secretAccessKey }
  const given = Object.entries(all).find(([, value]) => value !== undefined)?.[0]
  const missing = Object.entries(all).find(([, value]) => value === undefined)?.[0]
  if (given && missing)
    throw new Misconfigured(
      missing,
      `wajib diisi kalau ${given} diisi; atau kosongkan semua kunci S3_ supaya berkas disimpan di DATA_DIR.`,
    )
  return { kind: 'directory', directory: join(env.DATA_DIR, 'files') }
}

function telegram(env: z.output<typeof Environment>): TelegramConfig | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: hook, TELEGRAM_WEBHOOK_SECRET: secret } = env
  if (token === undefined) return undefined
  const apiRoot = env.TELEGRAM_API_ROOT.replace(/\/+$/, '')
  if (hook === undefined) return { token, apiRoot, delivery: { kind: 'polling' } }
  if (secret === undefined)
    throw new Misconfigured(
      'TELEGRAM_WEBHOOK_SECRET',
      'wajib diisi kalau TELEGRAM_WEBHOOK_URL diisi, supaya hanya Telegram yang didengar. Isi 32 huruf acak.',
    )
  return { token, apiRoot, delivery: { kind: 'webhook', url: hook, secret } }
}

function slack(env: z.output<typeof Environment>): SlackConfig | undefined {
  const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env
  if (token === undefined) {
    if (appToken !== undefined)
      throw new Misconfigured(
        'SLACK_BOT_TOKEN',
        'wajib diisi kalau SLACK_APP_TOKEN diisi: Bot User OAuth Token (xoxb-…) dari halaman OAuth & Permissions. Atau kosongkan SLACK_APP_TOKEN untuk berjalan tanpa Slack.',
      )
    return undefined
  }
  const apiUrl = env.SLACK_API_URL.replace(/\/*$/, '/')
  if (appToken !== undefined) return { token, apiUrl, delivery: { kind: 'socket', appToken } }
  if (signingSecret !== undefined) return { token, apiUrl, delivery: { kind: 'http', signingSecret } }
  throw new Misconfigured(
    'SLACK_APP_TOKEN',
    'wajib diisi kalau SLACK_BOT_TOKEN diisi: App-Level Token (xapp-…) dengan izin connections:write. Atau isi SLACK_SIGNING_SECRET kalau Slack mengirim ke alamat https Anda.',
  )
}

function models(env: z.output<typeof Environment>): Pick<Config, 'chatModel' | 'embeddingModel'> {
  const {
    OPENAI_API_KEY: apiKey,
    OPENAI_BASE_URL: baseUrl,
    CHAT_MODEL: chat,
    EMBEDDING_MODEL: embedding,
  } = env
  const endpoint = { ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }) }
  if ((chat || embedding) && !apiKey && !baseUrl)
    throw new Misconfigured(
      'OPENAI_API_KEY',
      `wajib diisi karena ${chat ? 'CHAT_MODEL' : 'EMBEDDING_MODEL'} diisi; atau isi OPENAI_BASE_URL dengan alamat model sendiri.`,
    )
  const given = apiKey ? 'OPENAI_API_KEY' : baseUrl && 'OPENAI_BASE_URL'
  if (given && !chat && !embedding)
    throw new Misconfigured(
      'CHAT_MODEL',
      `wajib diisi kalau ${given} diisi (nama model yang menjawab), atau EMBEDDING_MODEL untuk pencarian saja; atau kosongkan ${given}.`,
    )
  return {
    chatModel: chat ? { ...endpoint, model: chat } : undefined,
    embeddingModel: embedding
      ? {
          ...endpoint,
          model: embedding,
          ...(env.EMBEDDING_DIMENSIONS && { dimensions: env.EMBEDDING_DIMENSIONS }),
        }
      : undefined,
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('id-ID', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
