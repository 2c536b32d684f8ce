import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { type Choice, literal } from '../../../chat/message.ts'
import { fold } from '../../../indonesian/words.ts'
import type { createAnswering } from '../following/answering.ts'
import type { Places, Where } from '../tickets/place-store.ts'
import { LODGE, lodgeForm, starsOf, WHERE, whereForm } from './form.ts'
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
    readonly answering: Pick<ReturnType<typeof createAnswering>, 'press'>
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
    const coded = await places.coded(rest)
    if (coded !== undefined) return about(coded)
    if (fold(rest).split(' ').length >= STORY_WORDS) return about(undefined, rest)
    return named(turn, rest)
  }

  async function named({ person }: Turn, words: string): Promise<Reply> {
    const t = texts[person.language]
    if (UNKNOWN.test(fold(words))) return about(undefined)
    const [first, ...others] = await places.called(words)
    if (first === undefined) return about(undefined)
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
    return (await deps.answering.press(turn, verb, code, more)) ?? begin(turn, '')
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
      {
        ...whenSent(lodgeForm, async (turn, { unit, service, rating, identity, words }) => ({
          say: await keepTicket(deps, turn, {
            unit: unit || null,
            service: service || null,
            rating: starsOf(rating),
            identity,
            words,
          }),
        })),
        traceless: true,
      },
    ],
  ]
  return { command, action, forms }
}

function about(where: Where | undefined, words?: string): Reply {
  const given = { unit: where?.unit ?? '', service: where?.service ?? '', where: where?.title ?? '' }
  return { say: [], open: { form: LODGE, answers: { ...given, ...(words !== undefined && { words }) } } }
}

function codeOf({ unit, service }: Where): string {
  return service === null ? `u${unit}` : `s${service}`
}
