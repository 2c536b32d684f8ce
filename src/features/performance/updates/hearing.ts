import type { Reply, Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import { ownEntry } from '../targets/who.ts'
import { isFresh, rememberedIn } from './draft.ts'
import { onlyLink, takeEvidence } from './evidence.ts'
import { ASKS, asksForProgress, asksForTargets, reportIn } from './plain-words.ts'
import type { createReporting, Reporting } from './reporting.ts'
import { texts } from './texts.ts'

/**
 * Takes plain words, files and links for a report where that cannot be mistaken: whoever wrote works here, and says
 * what they did ("hari ini input 40 berkas, semua lengkap"), confirms what was just shown, or sends something right
 * after it.
 */
export function createHearing(
  deps: Reporting & { targets(turn: Turn): Promise<Reply> },
  { report, consent, refuse }: Pick<ReturnType<typeof createReporting>, 'report' | 'consent' | 'refuse'>,
): (turn: Turn) => Promise<Reply | undefined> {
  return async (turn) => {
    const { person, message } = turn
    const { content } = message
    if (person.employee === undefined || (content.kind !== 'text' && content.kind !== 'file'))
      return undefined
    const t = texts[person.language]
    const file = content.kind === 'file' ? content : undefined
    const said = content.kind === 'file' ? (content.caption ?? '') : content.text
    const told = said === '' ? undefined : reportIn(said, dayAt(turn.now, turn.timeZone), file !== undefined)
    const progress = file === undefined && asksForProgress(said)
    const targets = file === undefined && asksForTargets(said)
    if (message.shared) return told || progress || targets ? { say: [{ text: t.onlyInPrivate }] } : undefined
    if (told) return report(turn, told.text, { file, notices: told.sure ? [] : [t.orQuestion] })
    if (progress) return deps.show(turn, await ownEntry(deps.directory, turn))
    if (targets) return deps.targets(turn)
    const { draft, saved } = rememberedIn(turn)
    if (!file && isFresh(draft?.at, turn.now, MINUTES_TO_CONSENT)) {
      if (CONSENT.has(fold(said))) return consent(turn)
      if (REFUSAL.test(fold(said))) return refuse(turn)
    }
    const sent = file ? (ASKS.test(said) ? undefined : file) : onlyLink(said)
    if (sent === undefined || (draft ?? saved) === undefined) return undefined
    if (sent === 'refused') return { say: [{ text: t.httpsOnly }] }
    return takeEvidence(deps, turn, await ownEntry(deps.directory, turn), sent)
  }
}

const MINUTES_TO_CONSENT = 10
const REFUSAL =
  /^(?:(?:ti?dak|ga|gak|nggak|engga|enggak)(?: jadi| usah)?|jangan(?: disimpan)?|batal(?:kan|in)?|urung)$/
const CONSENT = new Set([
  'ya',
  'iya',
  'ok',
  'oke',
  'benar',
  'betul',
  'ya simpan',
  'ya benar',
  'simpan ya',
  'lanjut simpan',
])
