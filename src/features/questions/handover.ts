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
import type { Handover, QuestionStore } from './store.ts'
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

/** What the bot does not know goes to the officers, and their answer comes back to the asker. */
export function createHandover(
  store: QuestionStore,
  outbox: Outbox,
): { forms: readonly FeatureForm[]; actions: readonly Action[]; commands: readonly Command[] } {
  const ask = whenSent(question, async (turn, { question: asked, detail }) => {
    const { conversation, person, message } = turn
    const handover = await store.handOver({
      key: message.id,
      conversation,
      name: person.name,
      question: asked,
      detail,
    })
    const officers = await store.officers()
    for (const officer of officers)
      await outbox.say(officer, notice(handover, person.language), `handover:${handover.id}:${officer}`)
    const sent =
      officers.length > 0
        ? t(person.language).sent(handover.id)
        : t(person.language).sentNobodyYet(handover.id)
    return { say: [{ text: sent }] }
  })

  const answered = whenSent(
    reply,
    async (turn, { number, answer }) => {
      const own = t(turn.person.language)
      const handover = await store.handover(number)
      if (handover === undefined) return { say: [{ text: own.gone }] }
      if (!(await store.resolve(number, answer, turn.person.account)))
        return { say: [{ text: own.alreadyAnswered }] }
      await outbox.say(
        handover.conversation,
        { text: own.reply(literal(handover.question), literal(answer)) },
        `handover:${number}:answer`,
      )
      return { say: [{ text: own.answered }] }
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

  return { forms: [ask, answered], actions: [begin], commands: [list] }
}

function notice({ id, name, question: asked, detail }: Handover, language: Language): Outgoing {
  const own = t(language)
  return {
    text: own.arrived(id, literal(name), literal(asked), detail === null ? null : literal(detail)),
    choices: [{ label: own.answer, value: `jawab:${id}` }],
  }
}
