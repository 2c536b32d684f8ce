import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { type Ownership, ownTicket } from '../following/ownership.ts'
import type { Officers } from '../officers/officers.ts'
import { KINDS } from '../reading.ts'
import type { ActingStore, Doing, Worked } from '../tickets/acting-store.ts'
import { showDigits } from '../tickets/number.ts'
import { type Named, OFFICER, officerForm, PHOTO, PLACE, photoForm, placeForm } from './adding-forms.ts'
import { type Photographing, takePhoto } from './photos.ts'
import { texts } from './texts.ts'

/** What adding to a ticket needs. */
export interface Adding extends Photographing, Ownership {
  readonly acting: ActingStore
  readonly namedOfficers: Pick<Officers, 'coded' | 'named' | 'weigh'>
  readonly timeZone: string
}

/** What whoever wrote a ticket adds to it: a photo, the place, whom it is about, and of what kind it is. */
export function createAdding(deps: Adding) {
  const { acting, namedOfficers: officers, timeZone } = deps

  async function press(turn: Turn, verb: string, number: string, more: string): Promise<Reply | undefined> {
    const opens = OPENS[verb]
    if (opens === undefined && verb !== 'jenis') return undefined
    const ticket = await ownTicket(deps, turn, number)
    const t = texts[turn.person.language].add
    if (ticket === undefined) return { say: [{ text: t.notYours }] }
    if (verb === 'petugas' && more !== '') return about(turn, ticket, more)
    if (opens !== undefined) return { say: [], open: { form: opens, answers: { number } } }
    const kind = KINDS.find((one) => one === more)
    if (kind !== undefined) return change(turn, ticket, { deed: 'kind', kind }, t.kindIs(kind))
    const choices = KINDS.map((one) => ({ label: t.kinds[one], value: `lapor:jenis:${number}:${one}` }))
    return { say: [{ text: t.whichKind, choices }] }
  }

  async function change(
    turn: Turn,
    { number }: Worked,
    changed: Pick<Doing, 'deed' | 'kind' | 'place' | 'officer' | 'weight'>,
    told: string,
  ): Promise<Reply> {
    const { message, person, now } = turn
    const result = await acting.act({ number, message: message.id, on: dayAt(now, timeZone), ...changed })
    const t = texts[person.language].add
    return { say: [{ text: result === 'over' || result === 'gone' ? t.over : told }] }
  }

  async function about(turn: Turn, ticket: Worked, officer: string): Promise<Reply> {
    const { person, message, now } = turn
    const t = texts[person.language].add
    if (!/^\d{1,18}$/.test(officer)) return { say: [{ text: t.noOfficer }] }
    const weight = await officers.weigh(person.account, officer, dayAt(now, timeZone), message.id)
    return change(turn, ticket, { deed: 'officer', officer, weight }, t.officerNoted)
  }

  /** Takes what was sent in a form about a ticket, where that is theirs. */
  function ofTheirs<A extends { readonly number: string }>(
    take: (turn: Turn, ticket: Worked, answers: A) => Promise<Reply>,
  ) {
    return async (turn: Turn, answers: A): Promise<Reply> => {
      const ticket = await ownTicket(deps, turn, answers.number)
      if (ticket === undefined) return { say: [{ text: texts[turn.person.language].add.notYours }] }
      return take(turn, ticket, answers)
    }
  }

  async function officerNamed(turn: Turn, ticket: Worked, { words }: Named): Promise<Reply> {
    const t = texts[turn.person.language].add
    const coded = await officers.coded(words)
    const found = coded ? [coded] : ticket.unit ? await officers.named(words, ticket.unit.id) : []
    const [only, ...others] = found
    if (only === undefined) return { say: [{ text: t.noOfficer }] }
    if (others.length === 0) return about(turn, ticket, only.employee)
    const choices = found.map(({ name, employee }) => ({
      label: name.slice(0, 40),
      value: `lapor:petugas:${ticket.number}:${employee}`,
    }))
    return { say: [{ text: t.whichOfficer(literal(words)), choices }] }
  }

  const forms: readonly FeatureForm[] = [
    whenSent(
      photoForm,
      ofTheirs(async (turn, { number }, { photo }) => {
        const t = texts[turn.person.language].add
        const refused = await takePhoto(deps, turn, number, photo)
        return { say: [{ text: refused ?? t.photoKept(showDigits(number)) }] }
      }),
    ),
    whenSent(
      placeForm,
      ofTheirs((turn, ticket, { place }) =>
        change(turn, ticket, { deed: 'place', place }, texts[turn.person.language].add.placeNoted),
      ),
    ),
    whenSent(officerForm, ofTheirs(officerNamed)),
  ]
  return { press, forms: forms.map((form) => ({ ...form, traceless: true as const })) }
}

/** The form each button opens. */
const OPENS: Readonly<Record<string, string>> = { foto: PHOTO, tempat: PLACE, petugas: OFFICER }
