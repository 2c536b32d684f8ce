import {
  type Action,
  accountsOf,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import { type Choice, type Language, literal } from '../../../chat/message.ts'
import type { Broadcast } from '../broadcast.ts'
import { ANSWER } from '../buttons.ts'
import { noted } from '../officers.ts'
import type { Room } from '../ports.ts'
import { REPLY, replyForm } from './forms.ts'
import type { Question } from './question-store.ts'
import { texts } from './texts.ts'

/** So many questions are shown at once, each with its button. */
export const MOST_QUESTIONS = 5

/** The officers' side of questions: what waits, and the answer that goes back to whoever asked. */
export function createAnswering(room: Pick<Room, 'store' | 'outbox' | 'audit'>) {
  const { store, outbox } = room

  async function list({ person }: Turn, { id }: Broadcast): Promise<Reply> {
    const t = texts[person.language]
    const open = await store.openQuestions(id, MOST_QUESTIONS)
    if (open.length === 0) return { say: [{ text: t.noneOpen }] }
    const text = [
      t.heading(id, (await store.echo(id)).open),
      ...open.map((one) => lineOf(one, person.language)),
    ]
    return { say: [{ text: text.join('\n'), choices: choicesFor(open, person.language) }] }
  }

  async function begin({ person }: Turn, id: string): Promise<Reply> {
    const t = texts[person.language]
    const question = await store.question(id)
    if (question === undefined) return { say: [{ text: t.questionGone }] }
    if (question.answer !== null) return { say: [{ text: answeredBy(question, person) }] }
    const named = t.question(question.name, question.text)
    return { say: [], open: { form: REPLY, answers: { id, question: named } } }
  }

  async function answer(turn: Turn, id: string, words: string): Promise<Reply> {
    const { person, message, now } = turn
    const t = texts[person.language]
    const question = await store.question(id)
    if (question === undefined) return { say: [{ text: t.questionGone }] }
    const by = { account: person.account, key: message.id, now }
    if (!(await store.answer(id, words, by)))
      return { say: [{ text: `${answeredBy((await store.question(id)) ?? question, person)} ${t.notSent}` }] }
    await noted(room, turn, 'answered', { id: question.broadcast })
    const told = t.answer(literal(question.text), literal(words))
    await outbox.say(question.conversation, { text: told }, `broadcast:question:${id}:answer`)
    return { say: [{ text: t.answered }] }
  }

  function answeredBy(question: Question, person: Turn['person']): string {
    const own = question.answeredBy !== null && accountsOf(person).includes(question.answeredBy)
    return own ? texts[person.language].answeredByYou : texts[person.language].answeredAlready
  }

  const action: Action = { name: ANSWER, audience: 'hr', personal: true, run: begin }
  const forms: readonly FeatureForm[] = [
    whenSent(replyForm, (turn, { id, answer: words }) => answer(turn, id, words), 'hr'),
  ]
  return { verbs: { tanya: list }, action, forms }
}

/** A question in one line. */
export function lineOf({ name, text }: Question, language: Language): string {
  return `- ${texts[language].question(literal(name), literal(text.replace(/\s+/g, ' ')))}`
}

/** The buttons by which questions are answered. */
export function choicesFor(questions: readonly Question[], language: Language): readonly Choice[] {
  return questions.map(({ id, name }) => ({
    label: texts[language].answerTo(name),
    value: `${ANSWER}:${id}`,
  }))
}
