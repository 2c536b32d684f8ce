import type { Reply, Turn } from '../../../chat/feature.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { fold } from '../../../indonesian/words.ts'
import { ownEntry } from '../targets/who.ts'
import { isFresh, rememberedIn } from './draft.ts'
import { onlyLink, takeEvidence } from './evidence.ts'
import { readUpdate } from './reading.ts'
import type { createReporting, Reporting } from './reporting.ts'
import { texts } from './texts.ts'

/**
 * Takes plain words, files and links for a report where that cannot be mistaken: whoever wrote works here, and says so
 * ("lapor kinerja: 40 berkas"), confirms what was just shown, or sends something right after it.
 */
export function createHearing(
  deps: Reporting,
  { report, consent }: Pick<ReturnType<typeof createReporting>, 'report' | 'consent'>,
): (turn: Turn) => Promise<Reply | undefined> {
  return async (turn) => {
    const { person, message } = turn
    const { content } = message
    if (person.employee === undefined) return undefined
    const t = texts[person.language]
    const said =
      content.kind === 'text' ? content.text : content.kind === 'file' ? (content.caption ?? '') : ''
    const told =
      said === '' ? undefined : reportIn(said, dayAt(turn.now, turn.timeZone), content.kind === 'file')
    if (told !== undefined && message.shared) return { say: [{ text: t.onlyInPrivate }] }
    if (message.shared) return undefined
    if (told !== undefined) return report(turn, told, content.kind === 'file' ? content : undefined)
    if (content.kind === 'text' && asksForProgress(said))
      return deps.show(turn, await ownEntry(deps.directory, turn))
    const { draft } = rememberedIn(turn)
    if (
      content.kind === 'text' &&
      CONSENT.has(fold(said)) &&
      isFresh(draft?.at, turn.now, MINUTES_TO_CONSENT)
    )
      return consent(turn)
    const sent = content.kind === 'file' ? (ASKS.test(said) ? undefined : content) : linkOf(said)
    if (sent === undefined || !waitsForEvidence(turn)) return undefined
    if (sent === 'refused') return { say: [{ text: t.httpsOnly }] }
    return takeEvidence(deps, turn, await ownEntry(deps.directory, turn), sent)
  }
}

const MINUTES_TO_CONSENT = 10
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

/** "lapor kinerja: …", "kinerja: …", "update kinerja …": what was done, where it is said so and no question. */
export function reportIn(text: string, today: string, withFile = false): string | undefined {
  const slash = withFile ? /^\s*\/kinerja(?:@\w+)?\s+(\S[\s\S]*)$/i.exec(text)?.[1] : undefined
  if (slash !== undefined) return slash.trim()
  const [, verb, colon, rest = ''] =
    /^\s*(?:(?:tolong |mohon |mau |saya mau |izin )?(lapor|laporan|catat|update|input|entri)\s+)?kinerja(?:\s+(?:saya|hari ini))?\s*(:|-\s)?\s*(\S[\s\S]*)$/i.exec(
      text,
    ) ?? []
  if (rest === '' || (verb === undefined && colon !== ':') || ASKS.test(rest)) return undefined
  const { quantity, several } = readUpdate(rest, today)
  const counts = quantity !== undefined || several !== undefined
  return counts || (colon === ':' && verb !== undefined) ? rest.trim() : undefined
}

/** Words of a question: what has them is for those who answer questions. */
const ASKS =
  /\?|\b(?:apa|apakah|apaan|bagaimana|gimana|gmn|gmana|kapan|kenapa|knp|mengapa|siapa|berapa|brp|mana|boleh(?:kah)?|bisa(?:kah)?|cara|caranya|wajib|harus|sanksi|aturan|pasal)\b/i

/** "kinerja saya", "progres kinerja saya triwulan ini": the wish to see where one stands, and nothing else. */
export function asksForProgress(text: string): boolean {
  return /^(?:lihat |cek |tampilkan |mau lihat )?(?:kinerja|progres(?: kinerja)?|kemajuan(?: kinerja)?|capaian(?: kinerja)?) (?:saya|ku|gue|gw)(?: (?:bulan|triwulan|tahun) ini)?$/.test(
    fold(text),
  )
}

function linkOf(text: string): ReturnType<typeof onlyLink> {
  return text === '' ? undefined : onlyLink(text)
}

function waitsForEvidence(turn: Turn): boolean {
  const { draft, saved } = rememberedIn(turn)
  return draft !== undefined || saved !== undefined
}
