/**
 * The headers that keep a page to itself: nothing but what the policy allows is loaded, nobody frames it, and no browser
 * guesses what it is. With no referrer at all, forms do not say where they come from.
 */
export function headersWith(
  policy: readonly string[],
  referrer: 'no-referrer' | 'same-origin' = 'no-referrer',
): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': ["default-src 'none'", ...policy, "frame-ancestors 'none'"].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': referrer,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  }
}
