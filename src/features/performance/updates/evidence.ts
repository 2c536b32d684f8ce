import type { Reply, Turn } from '../../../chat/feature.ts'
import { type FileContent, literal } from '../../../chat/message.ts'
import type { Employee } from '../../../directory.ts'
import { button } from './asking.ts'
import { isFresh, remember, rememberedIn, tokenOf } from './draft.ts'
import { present } from './presenting.ts'
import type { Saving } from './saving.ts'
import { texts } from './texts.ts'
import { linkIn, thingOf } from './wording.ts'

/** What is sent within so many minutes after a report was shown or stored may belong to it. */
export const MINUTES_AFTER = 30

/** The most files that one report carries. */
const MOST_FILES = 5

/** Takes a file or a link that comes without words as evidence of the report under way, or of the one just stored. */
export async function takeEvidence(
  { store, files }: Pick<Saving, 'store' | 'files'>,
  turn: Turn,
  own: Employee,
  sent: FileContent | { readonly link: string },
): Promise<Reply | undefined> {
  const t = texts[turn.person.language]
  const { draft, saved } = rememberedIn(turn)
  const objection = 'kind' in sent ? files.objection(sent) : undefined
  if (draft !== undefined && isFresh(draft.at, turn.now, MINUTES_AFTER)) {
    if (objection !== undefined) return { say: [{ text: objection }] }
    const { files: before = [] } = draft
    if ('kind' in sent && before.length >= MOST_FILES) return { say: [{ text: t.tooManyFiles }] }
    const added = 'kind' in sent ? { files: [...before, sent] } : { link: sent.link }
    return present({ store, turn, own }, { ...draft, ...added })
  }
  if (saved === undefined || !isFresh(saved.at, turn.now, MINUTES_AFTER)) return undefined
  const update = await store.update(saved.id)
  if (update === undefined || update.employee.id !== own.id || update.status === 'withdrawn') return undefined
  if (objection !== undefined) return { say: [{ text: objection }] }
  if (update.evidence.length >= MOST_FILES) return { say: [{ text: t.tooManyFiles }] }
  const waiting = { ...turn, memory: remember(turn, { saved, ...('kind' in sent ? { file: sent } : sent) }) }
  const token = tokenOf({ key: turn.message.id })
  if (saved.awaits) return attachFile({ store, files }, waiting, own, undefined)
  const name = literal('kind' in sent ? sent.name : sent.link)
  return {
    say: [
      {
        text: t.attachAsk(name, thingOf(update, turn.person.language)),
        choices: [button(t.attach, 'bukti', token), button(t.notEvidence, 'bukan', token)],
      },
    ],
    memory: remember(turn, { saved, asked: token, ...('kind' in sent ? { file: sent } : sent) }),
  }
}

/** Adds what waits to the report that was stored last, once; `token` is that of the question about it. */
export async function attachFile(
  { store, files }: Pick<Saving, 'store' | 'files'>,
  turn: Turn,
  own: Employee,
  token: string | undefined,
): Promise<Reply> {
  const t = texts[turn.person.language]
  const { saved, file, link, asked } = rememberedIn(turn)
  const update = saved && (await store.update(saved.id))
  const waits = file !== undefined || link !== undefined
  if (!saved || update?.employee.id !== own.id || !waits || (token !== undefined && token !== asked))
    return { say: [{ text: t.gone }] }
  // a refusal of the file reaches the person as it is, and the file may be sent again
  if (file !== undefined) await files.keep(file, turn, 'evidence', update.key)
  const name = file?.name ?? link ?? ''
  const deed = { key: turn.message.id, by: own.id, now: turn.now }
  await store.evidenceAdded(update.id, `${t.withEvidence}${name}`, link ?? null, deed)
  return {
    say: [{ text: t.attached(literal(name), thingOf(update, turn.person.language)) }],
    memory: remember(turn, { saved: { ...saved, at: turn.now.toISOString() } }),
  }
}

/** Leaves what waits alone. */
export function leaveFile(turn: Turn): Reply {
  const { saved } = rememberedIn(turn)
  return {
    say: [{ text: texts[turn.person.language].leftAside }],
    memory: remember(turn, saved ? { saved } : {}),
  }
}

/** The web address that a message consists of; undefined where there is more or none. */
export function onlyLink(text: string): { readonly link: string } | 'refused' | undefined {
  const { rest, link, refused } = linkIn(text.trim())
  if (rest !== '') return undefined
  if (refused) return 'refused'
  return link === undefined ? undefined : { link }
}
