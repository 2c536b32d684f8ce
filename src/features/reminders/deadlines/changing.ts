import { type OpenForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import type { Content, Deadline } from '../deadline.ts'
import type { Reminders } from '../ports.ts'
import { byOf } from './by.ts'
import { PART, partForm } from './forms.ts'
import { hasOptions, isPart, OPTIONS, readPart, shownPart, UI_PARTS } from './parts.ts'
import { DESK } from './preview.ts'
import type { DeadlineStore } from './store.ts'
import { texts, type UiPart } from './texts.ts'

/** What changing a draft needs. */
export interface Changing extends Pick<Reminders, 'audiences' | 'timeZone'> {
  readonly deadlines: Pick<DeadlineStore, 'redraft'>
  /** Shows what a draft would do. */
  shown(turn: Turn, draft: Deadline): Promise<Reply>
  gone(turn: Turn): Reply
  draftOf(id: string): Promise<Deadline | undefined>
}

/** Changes a draft part by part, by buttons where a part has few values, else in words. */
export function createChanging({ audiences, timeZone, deadlines, shown, gone, draftOf }: Changing) {
  function whichPart({ person: { language } }: Turn, id: string): Reply {
    const t = texts[language]
    const choices = [
      ...UI_PARTS.map((part) => ({ label: t.labels[part], value: `${DESK}:bagian:${id}:${part}` })),
      { label: t.back, value: `${DESK}:lihatdraf:${id}` },
    ]
    return { say: [{ text: t.whichPart, choices }] }
  }

  /** Asks for another value of a part: by buttons where it has them, else in words. */
  async function askPart(turn: Turn, id: string, part: string): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const draft = await draftOf(id)
    if (draft === undefined) return gone(turn)
    if (!isPart(part)) return whichPart(turn, id)
    const audience = await audiences.describe(draft.audience)
    const now = literal(shownPart(draft, part, { audience, timeZone, language }))
    if (!hasOptions(part)) return { say: [], open: opened(id, part, now) }
    const choices = t.options[part].map((label, i) => ({ label, value: `${DESK}:isi:${id}:${part}:${i}` }))
    return { say: [{ text: t.askPart(part, now), choices }] }
  }

  async function choosePart(turn: Turn, id: string, part: string, which: string): Promise<Reply> {
    const draft = await draftOf(id)
    const patch = hasOptions(part) ? OPTIONS[part][Number(which)] : undefined
    if (draft === undefined) return gone(turn)
    return patch === undefined ? whichPart(turn, id) : changed(turn, draft, { ...draft, ...patch(draft) })
  }

  async function changed(turn: Turn, draft: Deadline, content: Content): Promise<Reply> {
    const kept = await deadlines.redraft(draft.id, content, byOf(turn, timeZone))
    return kept === undefined ? gone(turn) : shown(turn, kept)
  }

  const part = whenSent(
    partForm,
    async (turn, { draft: id, part: name, now, value }) => {
      const { language } = turn.person
      const draft = await draftOf(id)
      if (draft === undefined || !isPart(name)) return gone(turn)
      const edit = await readPart(draft, name, value, {
        audiences,
        today: dayAt(turn.now, timeZone),
        language,
      })
      if (edit.ok) return changed(turn, draft, edit.content)
      return { say: [{ text: literal(edit.hint) }], open: opened(id, name, now) }
    },
    'hr',
  )

  return {
    form: part,
    whichPart,
    /** Does what stands behind a button; undefined for other buttons. */
    async press(
      turn: Turn,
      verb: string,
      [id = '', name = '', which = '']: readonly string[],
    ): Promise<Reply | undefined> {
      if (verb === 'ubah') return (await draftOf(id)) === undefined ? gone(turn) : whichPart(turn, id)
      if (verb === 'bagian') return askPart(turn, id, name)
      return verb === 'isi' ? choosePart(turn, id, name, which) : undefined
    },
  }
}

function opened(draft: string, part: UiPart, now: string): OpenForm {
  return { form: PART, answers: { draft, part, now } }
}
