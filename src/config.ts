import { z } from 'zod'
import { Misconfigured } from './errors.ts'

/** Everything the outside decides about a run, read once. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
  readonly dataDir: string
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'native'; readonly url: string }
  readonly queue: { readonly kind: 'database' } | { readonly kind: 'redis'; readonly url: string }
  readonly telegram: TelegramConfig | undefined
  readonly slackAsked: boolean
  readonly chatModel: EndpointConfig | undefined
  readonly embeddingModel: (EndpointConfig & { readonly dimensions?: number }) | undefined
  readonly organization: string
  readonly timeZone: string
  readonly claimCode: string | undefined
  readonly logLevel: string
}

/** How Telegram is reached: we ask for updates, or it calls a webhook at `webhook.url`. */
export interface TelegramConfig {
  readonly token: string
  readonly apiRoot: string
  readonly delivery:
    | { readonly kind: 'polling' }
    | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }
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

const Environment = z.object({
  PORT: whole(1, 65_535, 'harus angka 1 sampai 65535, misalnya 3000').default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'bukan alamat yang sah. Contoh: 127.0.0.1 atau 0.0.0.0')
    .default('127.0.0.1'),
  PUBLIC_URL: web('https://abdi.contoh.go.id').optional(),
  DATA_DIR: z.string().default('./data'),
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
  SLACK_BOT_TOKEN: z.string().optional(),
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
    queue: env.REDIS_URL ? { kind: 'redis' as const, url: env.REDIS_URL } : { kind: 'database' as const },
    telegram: telegram(env),
    slackAsked: env.SLACK_BOT_TOKEN !== undefined,
    ...models(env),
    organization: env.ORGANIZATION,
    timeZone: env.TIME_ZONE,
    claimCode: env.ADMIN_CLAIM_CODE,
    logLevel: env.LOG_LEVEL,
  })
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
