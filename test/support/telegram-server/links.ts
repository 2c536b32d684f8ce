/** A link as Telegram takes it, or why it refuses it. */
export type Link = { readonly url: string } | { readonly wrong: string }

/**
 * Checks an address the way Telegram does: http, https, tg and ton only, a host with a dot in it
 * (so `localhost` is refused), http:// where no protocol is given.
 */
export function checkLink(address: string, onlyHttps = false): Link {
  const text = address.trim()
  const protocol = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase()
  if (onlyHttps && protocol !== 'https') return { wrong: 'Only HTTPS links are allowed' }
  if (protocol === 'tg' || protocol === 'ton') return { url: text }
  if (protocol !== undefined && protocol !== 'http' && protocol !== 'https') {
    return { wrong: 'Unsupported URL protocol' }
  }
  if (protocol === undefined && /^(mailto|tel|javascript|data):/i.test(text)) {
    return { wrong: 'Unsupported URL protocol' }
  }
  if (text === '') return { wrong: 'URL host is empty' }
  const url = URL.parse(protocol === undefined ? `http://${text}` : text)
  if (url === null || !url.hostname.includes('.')) return { wrong: 'Wrong HTTP URL' }
  return { url: url.href }
}

/** The user a `tg://user?id=…` link names. */
export function linkedUser(address: string): number | undefined {
  const id = /^tg:\/\/user\?id=(\d+)$/i.exec(address.trim())?.[1]
  return id === undefined ? undefined : Number(id)
}
