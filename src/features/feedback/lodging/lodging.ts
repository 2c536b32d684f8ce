import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { type Choice, type FileContent, literal } from '../../../chat/message.ts'
import { fold } from '../../../indonesian/words.ts'
import type { createAnswering } from '../following/answering.ts'
import type { Officers } from '../officers/officers.ts'
import { kindOf, SURE, tempersOf } from '../reading.ts'
import type { Places, Where } from '../tickets/place-store.ts'
import type { Identity, TicketKind } from '../tickets/ticket.ts'
import type { createAdding } from './adding.ts'
import { CRIME, crimeForm, LODGE, lodgeForm, SURE_OF, starsOf, sureForm, WHERE, whereForm } from './form.ts'
import { type Keeping, keepTicket } from './keeping.ts'
import { texts } from './texts.ts'

const NAME = 'lapor'
/** "tidak tahu", "lewati": somebody else finds the office. */
const UNKNOWN = /^(?:(?:saya )?(?:tidak|tdk|gak|nggak|ga|kurang) (?:tahu|tau)|lewati|lewat|skip|entah)$/
/** Longer than the name of any office: it is the story already. */
const STORY_WORDS = 6

/** `/lapor`: anyone says what was good or bad, with two taps and a text. Of who does so anonymously nothing is kept. */
export function createLodging(
  deps: Keeping & {
    readonly places: Places
    readonly namedOfficers: Pick<Officers, 'coded' | 'weigh'>
    readonly answering: Pick<ReturnType<typeof createAnswering>, 'press'>
    readonly adding: ReturnType<typeof createAdding>
  },
) {
  const { places } = deps

  /** From a code at a counter, with some words, or with nothing. */
  async function begin(turn: Turn, rest: string): Promise<Reply> {
    if (rest === '') {
      const { language, role } = turn.person
      const say = role === 'citizen' ? [] : [{ text: texts[language].notWork }]
      return { say, open: { form: WHERE, answers: {} } }
    }
    const coded = (await places.coded(rest)) ?? (await wearer(rest))
    if (coded !== undefined) return about(coded)
    if (fold(rest).split(' ').length >= STORY_WORDS) return about(undefined, { words: rest })
    return named(turn, rest)
  }

  /** Whose name tag was scanned, and their office. */
  async function wearer(rest: string): Promise<AboutSomebody | undefined> {
    const officer = /^p/i.test(rest) ? await deps.namedOfficers.coded(rest) : undefined
    if (officer === undefined) return undefined
    const { employee, name, position, unit } = officer
    return { unit, service: null, title: `${name}, ${position}`, officer: employee }
  }

  async function named({ person }: Turn, words: string): Promise<Reply> {
    const t = texts[person.language]
    if (UNKNOWN.test(fold(words))) return about(undefined)
    const [first, ...others] = await places.called(words)
    if (first === undefined)
      return { ...about(undefined, { spot: words }), say: [{ text: t.whereUnknown(literal(words)) }] }
    if (others.length === 0) return about(first)
    const choices: Choice[] = [first, ...others].map((where) => ({
      label: where.title,
      value: `${NAME}:di:${codeOf(where)}`,
    }))
    return {
      say: [
        {
          text: t.whichWhere(literal(words)),
          choices: [...choices, { label: t.nowhere, value: `${NAME}:di:-` }],
        },
      ],
    }
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', code = '', more = ''] = rest.split(':')
    if (verb === 'di') return about(await places.coded(code))
    const done =
      (await deps.answering.press(turn, verb, code, more)) ??
      (await deps.adding.press(turn, verb, code, more))
    return done ?? begin(turn, '')
  }

  /** Asks once more where it seems to say nothing; it is kept all the same where whoever wrote it wants that. */
  async function lodge(turn: Turn, answers: Lodging): Promise<Reply> {
    if (tempersOf(answers.words).spam) return { say: [], open: { form: SURE_OF, answers: { ...answers } } }
    return classify(turn, answers)
  }

  /** Asks where it may be a crime of officials, which goes to others than what it else would be. */
  async function classify(turn: Turn, answers: Lodging): Promise<Reply> {
    const { kind, confidence, likely } = kindOf(answers.words, starsOf(answers.rating) ?? undefined)
    const isUnsure = kind === 'whistleblowing' ? confidence < SURE : likely.includes('whistleblowing')
    if (isUnsure) return { say: [], open: { form: CRIME, answers: { ...answers } } }
    return keep(turn, answers, kind)
  }

  async function keep(turn: Turn, answers: Lodging, kind: TicketKind): Promise<Reply> {
    const { unit, service, officer, rating, spot, identity, words, photo } = answers
    const where = { unit: unit || null, service: service || null, officer: officer || null }
    const place = spot === '' ? null : { words: spot }
    const written = { ...where, place, rating: starsOf(rating), identity, kind, words, photo }
    return { say: await keepTicket(deps, turn, written) }
  }

  const [command, action, forms]: [Command, Action, readonly FeatureForm[]] = [
    {
      name: NAME,
      audience: 'citizen',
      personal: true,
      byLink: true,
      traceless: true,
      summary: (l) => texts[l].summary,
      run: begin,
    },
    { name: NAME, audience: 'citizen', personal: true, traceless: true, run: press },
    [
      { ...whenSent(whereForm, (turn, { where }) => named(turn, where)), traceless: true },
      { ...whenSent(lodgeForm, lodge), traceless: true },
      {
        ...whenSent(crimeForm, (turn, { crime, ...answers }) => {
          const { likely } = kindOf(answers.words, starsOf(answers.rating) ?? undefined)
          const [other = 'complaint'] = likely.filter((kind) => kind !== 'whistleblowing')
          return keep(turn, answers, crime === 'yes' ? 'whistleblowing' : other)
        }),
        traceless: true,
      },
      {
        ...whenSent(sureForm, async (turn, { sure, ...answers }) => {
          if (sure === 'yes') return classify(turn, answers)
          const { words: _, ...before } = answers
          return { say: [], open: { form: LODGE, answers: before } }
        }),
        traceless: true,
      },
      ...deps.adding.forms,
    ],
  ]
  return { command, action, forms }
}

/** What a citizen has answered. */
interface Lodging {
  readonly unit: string
  readonly service: string
  readonly officer: string
  readonly where: string
  readonly spot: string
  readonly rating: string
  readonly identity: Identity
  readonly photo: FileContent | null
  readonly words: string
}

/** Where something happened, and whom it is about where that is known. */
interface AboutSomebody extends Where {
  readonly officer?: string
}

function about(
  where: AboutSomebody | undefined,
  known: { readonly words?: string; readonly spot?: string } = {},
): Reply {
  const { unit = '', service, title = '', officer = '' } = where ?? {}
  const answers = { unit, service: service ?? '', officer, where: title, spot: '', photo: null, ...known }
  return { say: [], open: { form: LODGE, answers } }
}

function codeOf({ unit, service }: Where): string {
  return service === null ? `u${unit}` : `s${service}`
}
