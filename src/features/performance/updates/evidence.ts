import type { Reply, Turn } from '../../../chat/feature.ts'
import { type FileContent, literal } from '../../../chat/message.ts'
import type { Employee } from '../../../directory.ts'
import { REPORT } from './asking.ts'
import { type Draft, isFresh, remember, rememberedIn } from './draft.ts'
import { present } from './presenting.ts'
import type { Saving } from './saving.ts'
import { texts } from './texts.ts'
import type { Update } from './update.ts'
import { linkIn, thingOf } from './wording.ts'

/** What is sent within so many minutes after a report was shown or stored belongs to it. */
const MINUTES_AFTER = 30

/** The most files that one report carries. */
const MOST_FILES = 5

/** What somebody sends to prove their work: a file, or where it can be looked at. */
type Evidence = FileContent | { readonly link: string }

type Keeping = Pick<Saving, 'store' | 'files'>

/** Takes a file or a link as evidence of the report under way, or of the one just stored; undefined where there is none. */
export async function takeEvidence(
  deps: Keeping,
  turn: Turn,
  own: Employee,
  sent: Evidence,
): Promise<Reply | undefined> {
  const { draft, saved } = rememberedIn(turn)
  if (draft !== undefined && isFresh(draft.at, turn.now, MINUTES_AFTER))
    return forDraft(deps, turn, own, draft, sent)
  if (saved === undefined || !isFresh(saved.at, turn.now, MINUTES_AFTER)) return undefined
  const update = await ofTheirs(deps, own, saved.id)
  return update && attach(deps, turn, own, update, sent)
}

/** Takes evidence away again that was just sent, as long as nobody has approved the report with it. */
export async function detach(
  { store }: Keeping,
  turn: Turn,
  own: Employee,
  id: string,
  mark: string,
): Promise<Reply> {
  const t = texts[turn.person.language]
  const { saved } = rememberedIn(turn)
  const update = saved?.id === id ? await ofTheirs({ store }, own, id) : undefined
  if (update === undefined || update.status === 'approved' || !isFresh(saved?.at, turn.now, MINUTES_AFTER))
    return { say: [{ text: t.evidenceStays }] }
  const deed = { key: turn.message.id, by: own.id, now: turn.now }
  await store.evidenceRemoved(id, mark === LINK ? null : mark, t.withoutEvidence, deed)
  return { say: [{ text: t.leftAside }] }
}

/** The web address that a message consists of; undefined where there is more or none. */
export function onlyLink(text: string): { readonly link: string } | 'refused' | undefined {
  const { rest, link, refused } = linkIn(text.trim())
  if (rest !== '') return undefined
  if (refused) return 'refused'
  return link === undefined ? undefined : { link }
}

async function forDraft(
  { store, files }: Keeping,
  turn: Turn,
  own: Employee,
  draft: Draft,
  sent: Evidence,
): Promise<Reply> {
  if ('link' in sent) return present({ store, turn, own }, { ...draft, link: sent.link })
  const { files: before = [] } = draft
  const no = files.objection(sent) ?? tooMany(before.length, turn)
  if (no !== undefined) return { say: [{ text: no }] }
  return present({ store, turn, own }, { ...draft, files: [...before, sent] })
}

async function attach(
  { store, files }: Keeping,
  turn: Turn,
  own: Employee,
  update: Update,
  sent: Evidence,
): Promise<Reply> {
  const t = texts[turn.person.language]
  const isFile = 'kind' in sent
  const no = isFile ? (files.objection(sent) ?? tooMany(update.evidence.length, turn)) : undefined
  if (no !== undefined) return { say: [{ text: no }] }
  // a refusal of the file reaches the person as it is, and the file may be sent again
  const kept = isFile ? await files.keep(sent, turn, 'evidence', update.key) : undefined
  const name = isFile ? sent.name : sent.link
  const deed = { key: turn.message.id, by: own.id, now: turn.now }
  await store.evidenceAdded(update.id, `${t.withEvidence}${name}`, isFile ? null : sent.link, deed)
  const value = [REPORT, 'lepas', update.id, kept?.hash.slice(0, MARK) ?? LINK].join(':')
  const { saved } = rememberedIn(turn)
  return {
    say: [
      {
        text: t.attached(literal(name), thingOf(update, turn.person.language)),
        choices: [{ label: t.notEvidence, value }],
      },
    ],
    ...(saved && { memory: remember(turn, { saved: { ...saved, at: turn.now.toISOString() } }) }),
  }
}

/** So much of a file's hash tells it apart from the others of a report, and fits behind a button. */
const MARK = 16
const LINK = 'tautan'

function tooMany(count: number, { person }: Turn): string | undefined {
  return count >= MOST_FILES ? texts[person.language].tooManyFiles : undefined
}

async function ofTheirs(
  { store }: Pick<Keeping, 'store'>,
  own: Employee,
  id: string,
): Promise<Update | undefined> {
  const update = await store.update(id)
  return update?.employee.id === own.id && update.status !== 'withdrawn' ? update : undefined
}
