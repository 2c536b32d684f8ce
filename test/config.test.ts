import { describe, expect, it } from 'vitest'
import { type Config, readConfig } from '../src/config.ts'
import { Misconfigured } from '../src/errors.ts'

const TOKEN = '123456789:AAE-loopback_token_for_tests'

describe('without any key', () => {
  it('everything has its default', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      dataDir: './data',
      database: { kind: 'embedded' },
      queue: { kind: 'database' },
      files: { kind: 'directory', directory: 'data/files' },
      telegram: undefined,
      slack: undefined,
      chatModel: undefined,
      embeddingModel: undefined,
      organization: 'Pemerintah Kota Serang',
      timeZone: 'Asia/Jakarta',
      claimCode: undefined,
      sealKey: undefined,
      sealKeyLost: false,
      logLevel: 'info',
    })
  })

  it('an empty key is an unset one', () => {
    const keys = [
      ...good.map(([key]) => key),
      'TELEGRAM_API_ROOT',
      'TELEGRAM_WEBHOOK_SECRET',
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
      'SLACK_SIGNING_SECRET',
      'SLACK_API_URL',
      'EMBEDDING_DIMENSIONS',
    ]
    for (const empty of ['', ' ', '\t\r\n'])
      expect(readConfig(Object.fromEntries(keys.map((key) => [key, empty])))).toEqual(readConfig({}))
  })

  it('keys of others change nothing', () => {
    expect(readConfig({ PATH: '/bin', port: '80', NODE_ENV: 'test' })).toEqual(readConfig({}))
  })

  it('what was read cannot be changed', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true)
  })
})

const good: readonly [string, string, Partial<Config>][] = [
  ['PORT', '8080', { port: 8080 }],
  ['PORT', ' 65535 ', { port: 65_535 }],
  ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
  ['HOST', '::1', { host: '::1' }],
  ['PUBLIC_URL', 'https://abdi.serangkota.go.id/', { publicUrl: 'https://abdi.serangkota.go.id' }],
  [
    'DATA_DIR',
    '/var/lib/abdi',
    { dataDir: '/var/lib/abdi', files: { kind: 'directory', directory: '/var/lib/abdi/files' } },
  ],
  [
    'DATABASE_URL',
    'postgres://abdi:s%40ndi@db:5432/abdi?sslmode=require',
    { database: { kind: 'native', url: 'postgres://abdi:s%40ndi@db:5432/abdi?sslmode=require' } },
  ],
  ['DATABASE_URL', 'postgresql://db/abdi', { database: { kind: 'native', url: 'postgresql://db/abdi' } }],
  [
    'REDIS_URL',
    'rediss://:sandi@redis:6379/2',
    { queue: { kind: 'redis', url: 'rediss://:sandi@redis:6379/2' } },
  ],
  [
    'TELEGRAM_BOT_TOKEN',
    TOKEN,
    { telegram: { token: TOKEN, apiRoot: 'https://api.telegram.org', delivery: { kind: 'polling' } } },
  ],
  ['ORGANIZATION', 'Pemerintah Kabupaten Lebak', { organization: 'Pemerintah Kabupaten Lebak' }],
  ['TIME_ZONE', 'Asia/Jayapura', { timeZone: 'Asia/Jayapura' }],
  ['ADMIN_CLAIM_CODE', 'delapan8', { claimCode: 'delapan8' }],
  ['SEAL_KEY', 'r'.repeat(32), { sealKey: 'r'.repeat(32) }],
  ['SEAL_KEY_LOST', 'ya', { sealKeyLost: true }],
  ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
]

it.each(good)('%s=%s is taken as it is meant', (key, value, expected) => {
  expect(readConfig({ [key]: value })).toEqual({ ...readConfig({}), ...expected })
})

const bad: readonly [string, readonly string[], string][] = [
  [
    'PORT',
    ['0', '65536', '-1', '80a', '3.5', '1e3', '99999999999'],
    'harus angka 1 sampai 65535, misalnya 3000',
  ],
  [
    'HOST',
    ['http://127.0.0.1', 'a b', '127.0.0.1/8'],
    'bukan alamat yang sah. Contoh: 127.0.0.1 atau 0.0.0.0',
  ],
  [
    'PUBLIC_URL',
    ['abdi.go.id', 'ftp://abdi.go.id', 'https://'],
    'bukan alamat yang sah. Contoh: https://abdi.contoh.go.id',
  ],
  [
    'DATABASE_URL',
    ['mysql://a:rahasia@b/c', 'localhost:5432', 'postgres//x'],
    'bukan alamat yang sah. Contoh: postgres://abdi:sandi@127.0.0.1:5432/abdi',
  ],
  [
    'REDIS_URL',
    ['http://127.0.0.1:6379', '127.0.0.1:6379'],
    'bukan alamat yang sah. Contoh: redis://127.0.0.1:6379',
  ],
  [
    'TELEGRAM_BOT_TOKEN',
    ['rahasia', '123456789', `${TOKEN} x`, '123456789:pendek'],
    'bentuknya keliru. Salin lagi token dari @BotFather, misalnya 123456789:AAE…',
  ],
  ['TELEGRAM_API_ROOT', ['api.telegram.org'], 'bukan alamat yang sah. Contoh: https://api.telegram.org'],
  [
    'TELEGRAM_WEBHOOK_URL',
    ['/telegram'],
    'bukan alamat yang sah. Contoh: https://abdi.contoh.go.id/telegram',
  ],
  [
    'TELEGRAM_WEBHOOK_SECRET',
    ['pendek', 'a b c d e f g h i j k', 'x'.repeat(257)],
    'harus 16 sampai 256 huruf, angka, garis bawah, atau tanda hubung',
  ],
  [
    'SLACK_BOT_TOKEN',
    ['rahasia', 'xapp-1-A-rahasia', 'xoxb rahasia'],
    'bentuknya keliru: harus diawali xoxb-',
  ],
  ['SLACK_APP_TOKEN', ['rahasia', 'xoxb-1-2-rahasia'], 'bentuknya keliru: harus diawali xapp-'],
  [
    'SLACK_SIGNING_SECRET',
    ['pendek', 'dengan spasi di tengah-tengahnya'],
    'bentuknya keliru. Salin lagi Signing Secret',
  ],
  ['SLACK_API_URL', ['slack.com/api'], 'bukan alamat yang sah. Contoh: https://slack.com/api/'],
  ['OPENAI_BASE_URL', ['127.0.0.1:11434'], 'bukan alamat yang sah. Contoh: http://127.0.0.1:11434/v1'],
  ['EMBEDDING_DIMENSIONS', ['seribu', '7', '16001'], 'harus angka 8 sampai 16000, misalnya 1024'],
  ['ORGANIZATION', ['x'.repeat(101)], 'paling panjang 100 huruf'],
  [
    'TIME_ZONE',
    ['WIB', 'Jakarta', 'Asia/Serang'],
    'bukan zona waktu. Contoh: Asia/Jakarta, Asia/Makassar, Asia/Jayapura',
  ],
  ['SEAL_KEY', ['pendek'], 'terlalu pendek: paling sedikit 32 huruf'],
  ['SEAL_KEY_LOST', ['yes'], 'harus ya atau tidak'],
  ['ADMIN_CLAIM_CODE', ['1234567'], 'terlalu pendek: paling sedikit 8 huruf'],
  ['LOG_LEVEL', ['INFO', 'verbose'], 'harus salah satu dari debug, info, warn, error, silent'],
]

describe.each(bad)('a bad %s', (key, values, remedy) => {
  it.each(values)('is named in one sentence with its remedy, and not repeated (%s)', (value) => {
    const { message } = refusal({ [key]: value })
    expect(message.startsWith(`${key}: ${remedy}`)).toBe(true)
    expect(message).not.toMatch(/\n|undefined|Invalid|expected/i)
    if (!remedy.includes(value) && value.length > 8) expect(message).not.toContain(value)
  })
})

it('speaks of one key at a time', () => {
  expect(refusal({ PORT: 'x', REDIS_URL: 'x', TIME_ZONE: 'x' }).message).toMatch(/^PORT: [^\n]*$/)
})

describe('Telegram', () => {
  const webhook = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_URL: 'https://abdi.go.id/telegram' }

  it('calls a webhook that has a secret', () => {
    expect(
      readConfig({
        ...webhook,
        TELEGRAM_WEBHOOK_SECRET: 'enam-belas-huruf',
        TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      }).telegram,
    ).toEqual({
      token: TOKEN,
      apiRoot: 'http://127.0.0.1:8081',
      delivery: { kind: 'webhook', url: 'https://abdi.go.id/telegram', secret: 'enam-belas-huruf' },
    })
  })

  it('is not listened to by a webhook without a secret', () => {
    expect(refusal(webhook)).toMatchObject({
      key: 'TELEGRAM_WEBHOOK_SECRET',
      message: expect.stringContaining('Isi 32 huruf acak.'),
    })
  })

  it('is off without a token, whatever else is set', () => {
    expect(readConfig({ TELEGRAM_WEBHOOK_URL: webhook.TELEGRAM_WEBHOOK_URL }).telegram).toBeUndefined()
  })
})

describe('Slack', () => {
  const token = 'xoxb-1-2-abc'

  it('comes over a connection with an app token, whatever else is there', () => {
    const keys = { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: 'xapp-1-A', SLACK_SIGNING_SECRET: 'a'.repeat(32) }
    expect(readConfig(keys).slack).toEqual({
      token,
      apiUrl: 'https://slack.com/api/',
      delivery: { kind: 'socket', appToken: 'xapp-1-A' },
    })
  })

  it('comes in signed requests without one', () => {
    const keys = { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: 'a'.repeat(32) }
    expect(readConfig({ ...keys, SLACK_API_URL: 'http://127.0.0.1:8082/api' }).slack).toEqual({
      token,
      apiUrl: 'http://127.0.0.1:8082/api/',
      delivery: { kind: 'http', signingSecret: 'a'.repeat(32) },
    })
  })

  it.each([
    [{ SLACK_BOT_TOKEN: token }, 'SLACK_APP_TOKEN', /xapp-….*SLACK_SIGNING_SECRET/],
    [{ SLACK_APP_TOKEN: 'xapp-1-A' }, 'SLACK_BOT_TOKEN', /xoxb-…/],
  ])('is named together with what it lacks: %j', (keys, key, remedy) => {
    expect(refusal(keys)).toMatchObject({ key, message: expect.stringMatching(remedy) })
  })

  it('is off without a token', () => {
    expect(readConfig({ SLACK_SIGNING_SECRET: 'a'.repeat(32) }).slack).toBeUndefined()
  })
})

describe('the models', () => {
  it('may be one for answers, one for search, or both, at one endpoint', () => {
    const endpoint = { OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1' }
    const at = { apiKey: 'sk-1', baseUrl: 'http://127.0.0.1:11434/v1' }
    expect(
      readConfig({
        ...endpoint,
        CHAT_MODEL: 'besar',
        EMBEDDING_MODEL: 'bge-m3',
        EMBEDDING_DIMENSIONS: '1024',
      }),
    ).toMatchObject({
      chatModel: { ...at, model: 'besar' },
      embeddingModel: { ...at, model: 'bge-m3', dimensions: 1024 },
    })
    expect(readConfig({ OPENAI_API_KEY: 'sk-1', CHAT_MODEL: 'besar' })).toMatchObject({
      chatModel: { apiKey: 'sk-1', model: 'besar' },
      embeddingModel: undefined,
    })
    expect(readConfig({ OPENAI_BASE_URL: at.baseUrl, EMBEDDING_MODEL: 'bge-m3' })).toMatchObject({
      chatModel: undefined,
      embeddingModel: { baseUrl: at.baseUrl, model: 'bge-m3' },
    })
  })

  it.each(['CHAT_MODEL', 'EMBEDDING_MODEL'])('need a key or an address where %s is set', (key) => {
    expect(refusal({ [key]: 'besar' }).message).toBe(
      `OPENAI_API_KEY: wajib diisi karena ${key} diisi; atau isi OPENAI_BASE_URL dengan alamat model sendiri.`,
    )
  })

  it.each([
    ['OPENAI_API_KEY', 'sk-rahasia-sekali'],
    ['OPENAI_BASE_URL', 'http://127.0.0.1:11434/v1'],
  ])('need a name where %s is set', (key, value) => {
    const { message } = refusal({ [key]: value })
    expect(message).toMatch(
      new RegExp(`^CHAT_MODEL: wajib diisi kalau ${key} diisi .*EMBEDDING_MODEL.*kosongkan ${key}\\.$`),
    )
    expect(message).not.toContain(value)
  })
})

/** What an environment is refused with. */
function refusal(environment: Readonly<Record<string, string>>): Misconfigured {
  try {
    readConfig(environment)
  } catch (error) {
    if (error instanceof Misconfigured) return error
    throw error
  }
  throw new Error(`nothing is wrong with ${JSON.stringify(environment)}`)
}

const BUCKET = {
  S3_ENDPOINT: 'https://s3.contoh.go.id',
  S3_BUCKET: 'abdi-berkas',
  S3_ACCESS_KEY_ID: 'kunci',
  S3_SECRET_ACCESS_KEY: 'rahasia',
}

describe('a bucket for files', () => {
  it('is taken with all of its keys, in the usual region', () => {
    expect(readConfig(BUCKET).files).toMatchObject({
      kind: 'bucket',
      bucket: 'abdi-berkas',
      region: 'us-east-1',
    })
  })

  it.each(Object.keys(BUCKET))('without %s is refused by that name', (key) => {
    expect(() => readConfig({ ...BUCKET, [key]: '' })).toThrow(key)
  })
})
