import { z } from 'zod'
import {
  type Action,
  type Command,
  type FeatureForm,
  type Outbox,
  type Turn,
  whenSent,
} from '../../chat/feature.ts'
import { text } from '../../chat/fields.ts'
import type { Form } from '../../chat/form.ts'
import { type Language, literal, type Outgoing } from '../../chat/message.ts'
import { fold } from '../../indonesian/words.ts'
import type { Search } from '../../regulations/search.ts'
import { articlesOf, nearestNames } from './articles.ts'
import type { Handover } from './handover-store.ts'
import { createOwnQuestions } from './own-questions.ts'
import type { QuestionStore } from './store.ts'
import { texts } from './texts.ts'

/** Names of the two forms: asking an officer, and an officer's answer. */
export const ASK = 'tanya-hr'
const REPLY = 'jawab-hr'

const t = (language: Language) => texts[language].handover

const question: Form<{ question: z.ZodString; detail: z.ZodNullable<z.ZodString> }> = {
  name: ASK,
  schema: z.object({ question: z.string(), detail: z.string().nullable() }),
  questions: {
    question: { ask: (l) => t(l).question, label: (l) => t(l).questionLabel, field: text(5, 1_000) },
    detail: { ask: (l) => t(l).detail, label: (l) => t(l).detailLabel, field: text(1, 1_000) },
  },
}

const reply: Form<{ number: z.ZodString; answer: z.ZodString }> = {
  name: REPLY,
  schema: z.object({ number: z.string(), answer: z.string() }),
  questions: {
    number: { ask: (l) => t(l).numberLabel, label: (l) => t(l).numberLabel, field: text(1, 20) },
    answer: { ask: (l) => t(l).answerAsk, label: (l) => t(l).answerLabel, field: text(2, 3_000) },
  },
}

/** What handing over needs: the search shows the officer where the bot would have looked. */
export interface HandingOver {
  readonly store: QuestionStore
  readonly outbox: Outbox
  readonly search: Search
  /** The button that makes an answer public. */
  offer(id: string, language: Language): Outgoing['choices']
}

/** True for "tanya HR", "sambungkan ke petugas": the wish for a person, and nothing else. */
export function asksForOfficer(said: string): boolean {
  return /^(?:saya |sy |aku )?(?:mau |ingin |minta |tolong |bisa )?(?:tanya|nanya|bicara|ngobrol|hubungi|sambungkan|hubungkan|teruskan|diteruskan|disambungkan)(?: langsung)?(?: ke| dengan| sama| kepada)? (?:hr|petugas|admin|bkpsdm|orang|manusia|cs|operator)(?: dong| ya| saja| aja| langsung)*$/.test(
    fold(said),
  )
}

/** What the bot does not know goes to the officers, their answer comes back, and the asker can see how it stands. */
export function createHandover({ store, outbox, search, offer }: HandingOver): {
  readonly forms: readonly FeatureForm[]
  readonly actions: readonly Action[]
  readonly commands: readonly Command[]
} {
  const ask = whenSent(question, async (turn, { question: asked, detail }) => {
    const { conversation, person, message } = turn
    const handover = await store.handOver({
      key: message.id,
      conversation,
      account: person.account,
      name: person.name,
      question: asked,
      detail,
      nearest: (await store.nearestTo(asked, conversation)) ?? articlesOf(await search(asked)),
    })
    const officers = await store.officers()
    for (const { conversation: officer } of officers)
      await outbox.say(officer, notice(handover, person.language), `handover:${handover.id}:${officer}`)
    const sent =
      officers.length > 0
        ? t(person.language).sent(handover.id)
        : t(person.language).sentNobodyYet(handover.id)
    return { say: [{ text: sent }] }
  })

  const answered = whenSent(
    reply,
    async ({ person }, { number, answer }) => {
      const own = t(person.language)
      const handover = await store.handover(number)
      if (handover === undefined) return { say: [{ text: own.gone }] }
      if (!(await store.resolve(number, answer, person.account)))
        return { say: [{ text: own.alreadyAnswered }] }
      await outbox.say(
        handover.conversation,
        { text: own.reply(literal(handover.question), literal(answer)) },
        `handover:${number}:answer`,
      )
      const choices = offer(number, person.language)
      return { say: [{ text: own.answered, ...(choices && { choices }) }] }
    },
    'hr',
  )

  const begin: Action = {
    name: 'jawab',
    audience: 'hr',
    personal: true,
    async run(turn: Turn, id: string) {
      const own = t(turn.person.language)
      const handover = await store.handover(id)
      if (handover === undefined) return { say: [{ text: own.gone }] }
      if (handover.answer !== null) return { say: [{ text: own.alreadyAnswered }] }
      return { say: [], open: { form: REPLY, answers: { number: handover.id } } }
    },
  }

  const list: Command = {
    name: 'pertanyaan',
    audience: 'hr',
    personal: true,
    summary: (l) => t(l).summary,
    async run(turn) {
      const own = t(turn.person.language)
      const waiting = await store.waiting(10)
      if (waiting.length === 0) return { say: [{ text: own.none }] }
      return {
        say: [
          { text: own.waiting(waiting.length) },
          ...waiting.map((handover) => notice(handover, turn.person.language)),
        ],
      }
    },
  }

  return { forms: [ask, answered], actions: [begin], commands: [list, createOwnQuestions(store)] }
}

/** A question as officers see it, with the pasal the bot would have looked at. */
function notice({ id, name, question: asked, detail, nearest }: Handover, language: Language): Outgoing {
  const own = t(language)
  return {
    text: own.arrived(
      id,
      literal(name),
      literal(asked),
      detail === null ? null : literal(detail),
      nearestNames(nearest),
    ),
    choices: [{ label: own.answer, value: `jawab:${id}` }],
  }
}
