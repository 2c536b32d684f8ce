import type { Content } from '../../chat/message.ts'
import { Unreadable } from '../../errors.ts'
import type { SlackFile } from './payloads.ts'

/** The most bytes of a file that is fetched or brought. */
export const LARGEST = 20 * 1024 * 1024
/** How long the bytes of a file may take on their way, in ms. */
export const PATIENCE_MS = 60_000

/** A file somebody sent; what is heard or seen rather than read is unsupported, as is a file that is gone. */
export function contentOfFile(file: SlackFile, caption = ''): Content {
  const { name, mimetype, size, url_private: ref } = file
  const mime = mimetype || 'application/octet-stream'
  const played = /^(audio|video)\//.exec(mime)?.[1]
  if (played !== undefined) return { kind: 'unsupported', what: played }
  if (!ref) return { kind: 'unsupported', what: 'file' }
  return {
    kind: 'file',
    name: name || 'dokumen',
    mime,
    ref,
    ...(size !== undefined && size !== null && { size }),
    ...(caption !== '' && { caption }),
  }
}

/** The bytes behind a file's private address; our token goes to Slack alone. Throws `Unreadable`. */
export async function openFile(ref: string, token: string, apiUrl: string): Promise<Uint8Array> {
  if (!isSlack(ref, apiUrl)) throw new Unreadable('the file is not at Slack')
  const response = await fetch(ref, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'error', // our token goes nowhere else
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Unreadable('Slack cannot be reached for the file, or does not let us read it')
  })
  if (!response.ok) throw new Unreadable(`Slack answered ${response.status} for the file`)
  // whoever may not read a file gets, with 200, a page to sign in
  const page = response.headers.get('content-type')?.startsWith('text/html') === true
  if (page && !/\.html?$/i.test(new URL(ref).pathname))
    throw new Unreadable('Slack does not let us read the file')
  if (Number(response.headers.get('content-length') ?? 0) > LARGEST)
    throw new Unreadable('the file is too large')
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length > LARGEST) throw new Unreadable('the file is too large')
  return bytes
}

/** True for an address at Slack itself, or at the stand-in `apiUrl` names. */
export function isSlack(ref: string, apiUrl: string): boolean {
  if (!URL.canParse(ref)) return false
  const { protocol, hostname, origin } = new URL(ref)
  return origin === new URL(apiUrl).origin || (protocol === 'https:' && /(^|\.)slack\.com$/.test(hostname))
}
