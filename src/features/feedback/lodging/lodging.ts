import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { type Choice, literal } from '../../../chat/message.ts'
import type { Places, Where } from '../../../directory.ts'
import { fold } from '../../../indonesian/words.ts'
import type { createAnswering } from '../following/answering.ts'
import type { Officers } from '../officers/officers.ts'
import type { createAdding } from './adding.ts'
import { LODGE, WHERE, whereForm } from './form.ts'
import type { createSending } from './sending.ts'
import { texts } from './texts.ts'

const NAME = 'lapor'
/** "tidak tahu", "lewati": somebody else finds the office. */
const UNKNOWN = /^(?:(?:saya )?(?:tidak|tdk|gak|nggak|ga|kurang) (?:tahu|tau)|lewati|lewat|skip|entah)$/
/** Longer than the name of any office: it is the story already. */
const STORY_WORDS = 6

/** `/lapor`: anyone says what was good or bad, with two taps and a text. Of who does so anonymously nothing is kept. */
export function createLodging(deps: {
  readonly places: Places
  readonly namedOfficers: Pick<Officers, 'coded'>
  readonly sending: ReturnType<typeof createSending>
  readonly adding: ReturnType<typeof createAdding>
  readonly answering: Pick<ReturnType<typeof createAnswering>, 'press'>
}) {
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
      ...deps.sending.forms,
      ...deps.adding.forms,
    ],
  ]
  return { command, action, forms }
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
