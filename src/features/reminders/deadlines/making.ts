import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { literal, type Outgoing } from '../../../chat/message.ts'
import { dayAt, showDay } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import type { Content, Deadline } from '../deadline.ts'
import type { Reminders } from '../ports.ts'
import { byOf } from './by.ts'
import { createChanging } from './changing.ts'
import { NEW, newForm } from './forms.ts'
import { isPart } from './parts.ts'
import { DESK, nextDays, previewOf } from './preview.ts'
import type { By, DeadlineStore } from './store.ts'
import { TEMPLATES, templateNamed, USUAL } from './templates.ts'
import { texts } from './texts.ts'
import type { Wish } from './wish.ts'

/** Writes down who did what to a deadline. */
export type Note = (
  turn: Turn,
  action: string,
  deadline: Pick<Deadline, 'id'>,
  detail?: object,
) => Promise<void>

/** What making and changing deadlines needs. */
export interface Making extends Pick<Reminders, 'audiences' | 'calendar' | 'timeZone'> {
  readonly deadlines: DeadlineStore
  readonly note: Note
}

/** The officers' way from a wish to a saved deadline: asked, previewed, changed as they like, saved. */
export function createMaking(deps: Making) {
  const { deadlines, audiences, timeZone, note } = deps
  const by = (turn: Turn): By => byOf(turn, timeZone)

  /** Offers the templates. */
  function templates({ person: { language } }: Turn): Reply {
    const t = texts[language]
    const choices = [
      ...TEMPLATES.map(({ name, label }) => ({ label, value: `${DESK}:buat:${name}` })),
      { label: t.ownWords, value: `${DESK}:buat:sendiri` },
    ]
    return { say: [{ text: t.whichTemplate, choices }] }
  }

  /** Asks what a wish leaves open; where that is nothing, shows what it would do. */
  async function begin(turn: Turn, wish: Wish): Promise<Reply> {
    const { title, recurrence, hint, audience, template } = wish
    const known = {
      title: title ?? template?.title,
      recurrence: recurrence ?? (hint === undefined ? template?.recurrence : undefined),
      audience,
    }
    const answers = {
      template: template?.name ?? '',
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    }
    const { title: what, recurrence: when, audience: whom } = known
    if (what !== undefined && when !== undefined && whom !== undefined && what.length <= LONGEST_TITLE)
      return proposed(turn, { template: answers.template, title: what, recurrence: when, audience: whom })
    return { say: hint === undefined ? [] : [{ text: literal(hint) }], open: { form: NEW, answers } }
  }

  async function proposed(
    turn: Turn,
    asked: { template: string; title: string; recurrence: Content['recurrence']; audience: string },
  ): Promise<Reply> {
    const read = await audiences.read(asked.audience, dayAt(turn.now, timeZone))
    if (!read.ok) {
      const { audience: _, ...others } = asked
      return { say: [{ text: literal(read.hint) }], open: { form: NEW, answers: others } }
    }
    const template = templateNamed(asked.template)
    const content: Content = {
      ...USUAL,
      ...(template && { plan: template.plan, done: template.done, template: template.name }),
      title: asked.title,
      recurrence: asked.recurrence,
      audience: read.audience,
    }
    const draft = await deadlines.draft(content, by(turn))
    return draft === undefined ? gone(turn) : shown(turn, draft)
  }

  async function shown(turn: Turn, draft: Deadline, before: readonly Outgoing[] = []): Promise<Reply> {
    const { message } = await previewOf(deps, draft, turn)
    return { say: [...before, message] }
  }

  function gone({ person: { language } }: Turn): Reply {
    return { say: [{ text: texts[language].draftGone }] }
  }

  async function draftOf(id: string): Promise<Deadline | undefined> {
    const draft = await deadlines.find(id)
    return draft?.status === 'draft' ? draft : undefined
  }

  /** Saves a draft; what is meant for everybody only with their number named. */
  async function save(turn: Turn, id: string, sure: boolean): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const draft = await draftOf(id)
    if (draft === undefined) return gone(turn)
    const { savable, people } = await previewOf(deps, draft, turn)
    if (!savable) return shown(turn, draft)
    if (!sure && Object.keys(draft.audience).length === 0) {
      const count = showNumber(people)
      const choices = [
        { label: t.yesEveryone(count), value: `${DESK}:yakin:${id}` },
        { label: t.change, value: `${DESK}:ubah:${id}` },
        { label: t.cancel, value: `${DESK}:batal:${id}` },
      ]
      return { say: [{ text: t.everyone(count), choices }] }
    }
    const saved = await deadlines.save(id, by(turn))
    if (saved.kind === 'gone') return gone(turn)
    if (saved.kind === 'changed') return overtaken(turn, saved)
    const { deadline, fields } = saved
    if (draft.replaces !== null && fields.length === 0) return { say: [{ text: t.unchanged }] }
    await note(turn, draft.replaces === null ? 'deadline.made' : 'deadline.changed', deadline, { fields })
    const [next] = nextDays(deadline, await deps.calendar.calendar(), dayAt(turn.now, timeZone), 1)
    return {
      say: [{ text: t.saved(literal(deadline.title), next === undefined ? null : showDay(next.due)) }],
    }
  }

  /** Somebody else was first: tells who changed what, and shows it as it is now. */
  async function overtaken(
    turn: Turn,
    { deadline, changes }: Extract<Awaited<ReturnType<DeadlineStore['save']>>, { kind: 'changed' }>,
  ): Promise<Reply> {
    const t = texts[turn.person.language]
    const told = []
    for (const change of changes)
      told.push({
        who: literal(await deadlines.nameOf(change.by)),
        parts: partsIn(change.fields, turn),
        when: showDay(dayAt(change.at, timeZone)),
      })
    const fresh = await deadlines.draft(deadline, by(turn), deadline)
    const before = { text: t.changedBy(literal(deadline.title), told) }
    return fresh === undefined ? { say: [before] } : shown(turn, fresh, [before])
  }

  const asked = whenSent(newForm, proposed, 'hr')
  const changing = createChanging({ ...deps, shown, gone, draftOf })
  const forms: readonly FeatureForm[] = [asked, changing.form]
  return {
    forms,
    begin,
    templates,
    /** Does what stands behind a button of a draft; undefined for other buttons. */
    async press(turn: Turn, verb: string, [id = '', ...rest]: readonly string[]): Promise<Reply | undefined> {
      if (verb === 'buat') return id === '' ? templates(turn) : begin(turn, wishOf(id))
      if (verb === 'simpan') return save(turn, id, false)
      if (verb === 'yakin') return save(turn, id, true)
      if (verb === 'batal') {
        await deadlines.discard(id)
        return { say: [{ text: texts[turn.person.language].discarded }] }
      }
      if (verb !== 'lihatdraf') return changing.press(turn, verb, [id, ...rest])
      const draft = await draftOf(id)
      return draft === undefined ? gone(turn) : shown(turn, draft)
    },
    /** Begins to change a deadline that holds. */
    async edit(turn: Turn, deadline: Deadline): Promise<Reply> {
      const draft = await deadlines.draft(deadline, by(turn), deadline)
      return draft === undefined ? gone(turn) : changing.whichPart(turn, draft.id)
    },
  }
}

const LONGEST_TITLE = 120

function wishOf(name: string): Wish {
  const template = templateNamed(name)
  return template === undefined ? {} : { template }
}

/** The parts somebody changed, in words. */
function partsIn(fields: readonly string[], { person: { language } }: Turn): string {
  const t = texts[language]
  const named = fields.map((field) => {
    if (field === 'plan') return t.labels.before
    if (field === 'active' || field === 'paused' || field === 'ended') return t.states[field]
    return isPart(field) ? t.labels[field] : field
  })
  return named.join(', ')
}
