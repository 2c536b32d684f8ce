import type { Person, SeenView } from '../slack-server.ts'
import { type Move, one } from './moves.ts'
import type { Scene } from './slack-scene.ts'

/** What a field of a page may hold, as Slack's own form lets it through. */
export function given({ type, options }: SeenView['fields'][number], words: string, pick: number) {
  if (type === 'number_input') return String((pick % 2_000) / 4)
  if (type === 'datepicker') return new Date(pick * 86_400_000).toISOString().slice(0, 10)
  if (type === 'file_input') return []
  if (options.length > 0) return one(options, pick)?.value ?? null
  return words.slice(0, 3_000) || 'isi'
}

/** A page as nobody's screen shows it: of a form that may not be open, with fields it may not have. */
export function anyPage({ server, commands }: Scene, { pick, words, thing }: Move, person: Person) {
  const open = person.sees().modal
  const element = {
    type: one(['plain_text_input', 'datepicker', 'number_input', 'entah'], pick),
    value: thing,
  }
  const metadata = JSON.stringify({ conversation: `slack:${person.dm}`, form: one(commands, pick) })
  const view = {
    id: open?.id ?? 'V1',
    hash: `${pick}.x`,
    callback_id: one(['abdi:sheet', 'entah'], pick),
    private_metadata: open?.open.view.private_metadata ?? one([metadata, words], pick),
    state: { values: { [one(open?.fields ?? [], pick)?.blockId ?? words]: { 'abdi:answer': element } } },
  }
  const user = { id: person.id, username: 'x', team_id: server.team.id }
  return { type: 'view_submission', team: server.team, user, trigger_id: '1.2', view }
}
