import type { Command, Feature } from './feature.ts'

/** What a link into the bot may carry (t.me/BOT?start=PAYLOAD, core.telegram.org/bots/features#deep-linking). */
export function isPayload(payload: string): boolean {
  return /^[A-Za-z0-9_-]{1,64}$/.test(payload)
}

/**
 * The command a payload opens: its name, or its name, "_" and the rest, in which "_" stands for a space
 * ("lapor_dinas_sosial" is /lapor dinas sosial). Only commands that say so can be opened by a link, because
 * whoever follows one did not type it. Undefined for every other payload.
 */
export function linked(
  features: readonly Feature[],
  payload: string,
): { readonly name: string; readonly rest: string } | undefined {
  if (!isPayload(payload)) return undefined
  const opens = ({ name, byLink }: Command): boolean =>
    byLink === true && (payload === name || payload.startsWith(`${name}_`))
  const named = features.flatMap(({ commands = [] }) => commands.filter(opens))
  const [{ name } = {}] = named.toSorted((a, b) => b.name.length - a.name.length)
  if (name === undefined) return undefined
  return { name, rest: payload.slice(name.length).replaceAll('_', ' ').trim() }
}
