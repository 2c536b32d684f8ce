import { z } from 'zod'
import type { SlackConfig } from '../../src/config.ts'
import manifest from '../slack/manifest.json' with { type: 'json' }
import { broken, type Finding, fine, nothingToSee, worthALook } from './finding.ts'

const PATIENCE_MS = 10_000
const Answer = z.object({ ok: z.boolean(), error: z.string().optional() })
const Me = Answer.extend({ team: z.string().optional(), user: z.string().optional() })

/** Whether Slack knows the tokens, whose they are, and which rights are missing (docs.slack.dev/reference/methods/auth.test). */
export async function* lookAtSlack(config: SlackConfig | undefined): AsyncGenerator<Finding> {
  const name = 'Slack'
  if (config === undefined) return yield nothingToSee(name, 'mati (SLACK_BOT_TOKEN kosong)')
  const { apiUrl, token, delivery } = config
  const ask = (method: string, bearer: string): Promise<Response> =>
    fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}` },
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  try {
    const answer = await ask('auth.test', token)
    const me = Me.parse(await answer.json())
    if (!me.ok)
      return yield broken(
        name,
        `SLACK_BOT_TOKEN ditolak (${me.error})`,
        'Salin lagi Bot User OAuth Token (xoxb-…) dari halaman OAuth & Permissions aplikasi Slack Anda.',
      )
    const way = delivery.kind === 'socket' ? 'Socket Mode' : 'HTTP bertanda tangan di /slack/events'
    yield fine(name, `@${me.user ?? '?'} di ${me.team ?? '?'}, ${way}`)
    yield* scopes(answer.headers.get('x-oauth-scopes'))
    if (delivery.kind !== 'socket') return
    const opened = Answer.parse(await (await ask('apps.connections.open', delivery.appToken)).json())
    if (!opened.ok)
      yield broken(
        'Socket Mode',
        `SLACK_APP_TOKEN ditolak (${opened.error})`,
        'Nyalakan Socket Mode, lalu buat App-Level Token (xapp-…) dengan izin connections:write di halaman Basic Information.',
      )
  } catch {
    yield broken(
      name,
      `${apiUrl} tidak menjawab sebagaimana mestinya`,
      'Periksa sambungan internet, proksi, dan SLACK_API_URL. Abdi tetap bisa dinyalakan dan akan terus mencoba.',
    )
  }
}

/** What the manifest asks for and the token does not have; nothing where Slack does not tell. */
function* scopes(granted: string | null): Generator<Finding> {
  if (granted === null) return
  const held = new Set(granted.split(',').map((scope) => scope.trim()))
  const missing = manifest.oauth_config.scopes.bot.filter((scope) => !held.has(scope))
  if (missing.length > 0)
    yield worthALook(
      'Izin Slack',
      `belum ada: ${missing.join(', ')}`,
      'Perbarui App Manifest dari scripts/slack/manifest.json, lalu pasang ulang aplikasinya (Reinstall to Workspace).',
    )
}
