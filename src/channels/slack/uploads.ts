import type { WebClient } from '@slack/web-api'
import type { Files } from '../../chat/channel.ts'
import type { ConversationId, KeptFile } from '../../chat/message.ts'
import { RetryLater, Unreadable } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { askedToWait, isAway, refusalOf } from './failures.ts'
import { isSlack, LARGEST, PATIENCE_MS } from './files.ts'
import { placeOf } from './meaning.ts'

/**
 * Brings a kept file to a conversation or its thread, and resolves to Slack's id of it; undefined where it cannot be
 * brought and has to be told of in words. Throws `RetryLater` while that may pass.
 */
export type Bring = (to: ConversationId, file: KeptFile) => Promise<string | undefined>

/** An upload that a failure has held up: what of it need not be done again. */
interface Begun {
  readonly at: number
  readonly tries: number
  /** Its bytes are at Slack, under this id. */
  readonly id?: string
  /** Slack was asked to show it, and may have. */
  readonly asked?: boolean
}

/** So often what may pass is tried again, which takes some three minutes; nothing else is said there meanwhile. */
const MOST_TRIES = 8
const LONGEST_PAUSE = 60
const REMEMBERED_MS = 15 * 60_000

/**
 * Puts the kept files before Slack's three calls (docs.slack.dev/reference/methods/files.completeUploadExternal). The
 * last makes the message, may be made once for a file and tells nothing of that message, so what is held up goes on
 * where it stopped, and is looked for before it is shown again.
 */
export function createUploads(
  { client, files, apiUrl }: { client: WebClient; files: Files | undefined; apiUrl: string },
  log: Log,
  clock: () => number = Date.now,
): Bring {
  const begun = new Map<string, Begun>()

  async function upload({ hash, name, size }: KeptFile): Promise<string> {
    if (files === undefined) throw new Unreadable('there is no place to get files from')
    if (size > LARGEST) throw new Unreadable('the file is too large')
    const bytes = await files.read(hash)
    if (bytes.length === 0 || bytes.length > LARGEST) throw new Unreadable('the file is empty or too large')
    const slot = await client.files.getUploadURLExternal({ filename: name, length: bytes.length })
    const { upload_url: url = '', file_id: id = '' } = slot
    if (id === '' || !isSlack(url, apiUrl)) throw new Unreadable('Slack gave no address of its own')
    await put(url, bytes)
    return id
  }

  async function share(to: ConversationId, id: string, { name }: KeptFile, asked = false): Promise<void> {
    const { channel, thread } = placeOf(to)
    if (asked && (await isThere(client, id, channel))) return
    const files: [{ id: string; title: string }] = [{ id, title: name }]
    const place = { channel_id: channel, ...(thread && { thread_ts: thread }) }
    await client.files.completeUploadExternal({ files, ...place })
  }

  function remembered(key: string): Begun {
    for (const [each, { at }] of begun) if (clock() - at > REMEMBERED_MS) begun.delete(each)
    return begun.get(key) ?? { at: clock(), tries: 0 }
  }

  return async (to, file) => {
    const key = `${to} ${file.hash}`
    const before = remembered(key)
    let { id, asked } = before
    try {
      id ??= await upload(file)
      asked = true
      await share(to, id, file, before.asked)
      begun.delete(key)
      return id
    } catch (error) {
      const refusal = refusalOf(error)
      // shown already, in all likelihood: Slack still looks through it, and then it will be there
      const taken = before.asked === true && refusal === 'file_not_found'
      const pause = taken ? 0 : pauseOf(error)
      if (pause === undefined || before.tries >= MOST_TRIES) {
        begun.delete(key)
        log.warn({ conversation: to, file: id, refusal, err: error }, 'a file is told of in words in Slack')
        return undefined
      }
      const done = id === undefined ? {} : { id, ...(asked && { asked }) }
      begun.set(key, { at: clock(), tries: before.tries + 1, ...done })
      const seconds = Math.max(pause, Math.min(LONGEST_PAUSE, 2 ** before.tries))
      throw new RetryLater(seconds, `a file could not be brought yet (${refusal ?? 'no answer'})`)
    }
  }
}

/** The least seconds to wait where a failure may pass; undefined where trying again would change nothing. */
function pauseOf(error: unknown): number | undefined {
  if (error instanceof RetryLater) return error.seconds
  return askedToWait(error) ?? (isAway(error) ? 0 : undefined)
}

/** Hands over the bytes; the address itself is the right to, so our token stays here. */
async function put(url: string, bytes: Uint8Array): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes as Uint8Array<ArrayBuffer>, // never shared between threads here
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new RetryLater(0, 'Slack cannot be reached for uploads')
  })
  await response.body?.cancel()
  if (response.status === 429)
    throw new RetryLater(Number(response.headers.get('retry-after')) || 30, 'too many uploads')
  if (response.status >= 500) throw new RetryLater(0, `Slack answers ${response.status} to an upload`)
  if (response.status !== 200) throw new Unreadable(`Slack answers ${response.status} to an upload`)
}

/** Whether a file is to be seen in a channel or private chat already. */
async function isThere(client: WebClient, id: string, channel: string): Promise<boolean> {
  try {
    const { file } = await client.files.info({ file: id })
    const shares = { ...file?.shares?.public, ...file?.shares?.private }
    const places = [file?.channels, file?.groups, file?.ims, Object.keys(shares)]
    return places.some((ids) => ids?.includes(channel) === true)
  } catch (error) {
    if (refusalOf(error) === undefined || pauseOf(error) !== undefined) throw error
    return false // there is no such file, or we may not know: then it is shown again
  }
}
