import { z } from 'zod'
import type { Config, EndpointConfig, TelegramConfig } from '../../src/config.ts'
import { ModelUnavailable, type Unavailability } from '../../src/model/model.ts'
import { createChatModel, createEmbeddingModel } from '../../src/model/openai.ts'
import { broken, type Finding, fine, nothingToSee, worthALook } from './finding.ts'

const PATIENCE_MS = 10_000
const Me = z.object({ result: z.object({ username: z.string() }) })
const Hook = z.object({
  result: z.object({
    url: z.string(),
    pending_update_count: z.number(),
    last_error_message: z.string().optional(),
  }),
})

/** Whether Telegram knows the token, and where it delivers (core.telegram.org/bots/api#getwebhookinfo). */
export async function* lookAtTelegram(config: TelegramConfig | undefined): AsyncGenerator<Finding> {
  const name = 'Telegram'
  if (config === undefined) return yield nothingToSee(name, 'mati (TELEGRAM_BOT_TOKEN kosong)')
  const { apiRoot, token, delivery } = config
  const ask = (method: string): Promise<Response> =>
    fetch(`${apiRoot}/bot${token}/${method}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
  try {
    const answer = await ask('getMe')
    if ([401, 404].includes(answer.status))
      return yield broken(name, 'token ditolak', 'Salin lagi token dari @BotFather ke TELEGRAM_BOT_TOKEN.')
    const { username } = Me.parse(await answer.json()).result
    const { result: hook } = Hook.parse(await (await ask('getWebhookInfo')).json())
    const way = delivery.kind === 'webhook' ? `webhook ${delivery.url}` : 'long polling'
    yield fine(name, `@${username}, ${way}, ${hook.pending_update_count} pesan menunggu`)
    yield* webhook(hook, delivery.kind === 'webhook' ? delivery.url : '')
  } catch {
    yield broken(
      name,
      `${apiRoot} tidak menjawab sebagaimana mestinya`,
      'Periksa sambungan internet, proksi, dan TELEGRAM_API_ROOT. Abdi tetap bisa dinyalakan dan akan terus mencoba.',
    )
  }
}

function* webhook(
  { url, last_error_message: complaint }: z.output<typeof Hook>['result'],
  wanted: string,
): Generator<Finding> {
  if (url !== wanted)
    yield worthALook(
      'Webhook',
      `yang tercatat di Telegram: ${url || 'tidak ada'}`,
      'Diatur ulang saat Abdi dinyalakan. Kalau bukan Anda yang memasangnya, ada program lain yang memakai token ini.',
    )
  else if (complaint && url !== '')
    yield worthALook(
      'Webhook',
      `keluhan terakhir Telegram: ${complaint}`,
      'Pastikan TELEGRAM_WEBHOOK_URL bisa dibuka dari internet lewat https dan diteruskan ke Abdi.',
    )
}

const TINY = {
  name: 'doctor',
  version: '1',
  system: 'Jawab dengan satu kata.',
  user: 'Apa ibu kota Provinsi Banten?',
  temperature: 0,
  maxTokens: 1_200, // a model that thinks aloud first needs room for it
}

/** Whether each configured model answers one tiny request. */
export async function* lookAtModels({ chatModel, embeddingModel }: Config): AsyncGenerator<Finding> {
  if (chatModel === undefined) yield nothingToSee('Model', 'mati, jawaban berupa kutipan (CHAT_MODEL kosong)')
  else
    yield await tried('Model', chatModel, async () => {
      const model = await createChatModel(chatModel)
      for await (const _first of model.stream(TINY)) break // the first word is enough
      return 'menjawab'
    })
  if (embeddingModel === undefined) return
  yield await tried('Pencarian', embeddingModel, async () => {
    const model = await createEmbeddingModel(embeddingModel)
    const [vector] = await model.embed(['cuti tahunan'])
    return `memberi ${vector?.length ?? 0} dimensi`
  })
}

async function tried(
  name: string,
  { model, baseUrl }: EndpointConfig,
  ask: () => Promise<string>,
): Promise<Finding> {
  const started = performance.now()
  try {
    const result = await ask()
    return fine(name, `${model} ${result} dalam ${((performance.now() - started) / 1_000).toFixed(1)} detik`)
  } catch (error) {
    if (!(error instanceof ModelUnavailable)) throw error
    const text = `${model} di ${baseUrl ?? 'OpenAI'} tidak bisa dipakai (${error.reason})`
    const mayPass = error.reason === 'rate-limit' || error.reason === 'timeout'
    return (mayPass ? worthALook : broken)(name, text, REMEDIES[error.reason])
  }
}

const REMEDIES: Readonly<Record<Unavailability, string>> = {
  'rate-limit':
    'Kuota atau batas permintaan tercapai. Tunggu, atau naikkan batasnya; sementara itu Abdi menjawab dengan kutipan.',
  timeout:
    'Terlalu lambat. Ulangi sekali lagi (model lokal perlu waktu untuk dimuat), atau pakai model yang lebih kecil.',
  refused: 'Permintaan ditolak. Periksa OPENAI_API_KEY, nama model, dan EMBEDDING_DIMENSIONS.',
  unreachable:
    'Alamat tidak bisa dihubungi. Periksa OPENAI_BASE_URL (sampai dengan /v1) dan apakah layanannya menyala.',
  broken: 'Jawabannya tidak terbaca. Periksa OPENAI_BASE_URL (sampai dengan /v1) dan nama model.',
}
