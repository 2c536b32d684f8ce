import { BlockList, isIPv6 } from 'node:net'
import type { Context } from 'hono'
import { z } from 'zod'
import { LONGEST_INCOMING } from '../../chat/message.ts'
import { texts } from './texts.ts'

const t = texts.id

/** The largest body of a request that is read, in bytes. */
export const LARGEST_BODY = 64 * 1024

/** A session's id: long enough that nobody guesses one the server made. */
export const Session = z.string(t.badSession).regex(/^[\w-]{8,64}$/, t.badSession)

/** A message's id, given by its sender. */
export const MessageId = z.string(t.badId).regex(/^[\w-]{8,64}$/, t.badId)

/** Row id of the last line somebody has seen. */
export const After = z.string(t.badAfter).regex(/^\d{1,18}$/, t.badAfter)

/** What is posted: a text or the value of a button, and, to be sent again safely, an id of the sender's own. */
export const Posted = z
  .object(
    {
      session: Session.optional(),
      id: MessageId.optional(),
      text: z.string(t.wantOne).max(LONGEST_INCOMING, t.textTooLong).regex(/\S/, t.emptyText).optional(),
      choice: z.string(t.wantOne).min(1, t.wantOne).max(256, t.wantOne).optional(),
    },
    t.notJson,
  )
  .refine(({ text, choice }) => (text === undefined) !== (choice === undefined), t.wantOne)

/**
 * True when a request comes from another site's page. Browsers say so themselves (Sec-Fetch-Site); where they
 * don't, as on plain http, the Origin has to be the host asked for. Programs send neither and may pass.
 */
export function isCrossSite(headers: Headers, publicUrl?: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (origin === null) return false
  if (!URL.canParse(origin)) return true
  const own = [headers.get('host'), headers.get('x-forwarded-host'), publicUrl && new URL(publicUrl).host]
  return !own.includes(new URL(origin).host)
}

/**
 * The network address a request comes from, for limits. A peer on this machine or in a private network is
 * taken for a reverse proxy, whose word is the last address it forwarded for. Of IPv6 only the network counts.
 */
export function clientAddress(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } } // absent without a socket
  const peer = incoming?.socket.remoteAddress?.replace(/^::ffff:/, '') ?? 'unknown'
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  const address = forwarded && isPrivate(peer) ? forwarded : peer
  if (!isIPv6(address)) return address
  const groups = (address.split('::')[0] ?? '').split(':')
  return [...groups, '0', '0', '0', '0'].slice(0, 4).join(':')
}

const privateNetworks = new BlockList()
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateNetworks.addSubnet(network, prefix)
for (const [network, prefix] of [
  ['::1', 128],
  ['fc00::', 7],
] as const)
  privateNetworks.addSubnet(network, prefix, 'ipv6')

function isPrivate(address: string): boolean {
  if (address === 'unknown') return false
  return privateNetworks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
