import {
  type Action,
  accountsOf,
  type Command,
  type FeatureForm,
  type Person,
  type Turn,
  whenSent,
} from '../../chat/feature.ts'
import { type Choice, type Language, literal, type Outgoing } from '../../chat/message.ts'
import { nearestNames } from './articles.ts'
import type { HandingOver } from './handover.ts'
import { named, REPLY, replyForm } from './handover-forms.ts'
import type { Handover } from './handover-store.ts'
import { texts } from './texts.ts'

const t = (language: Language) => texts[language].handover

/** The officers' side: what waits for them, the files that came along, and their answers. */
export function createDesk({ store, outbox, offer }: Pick<HandingOver, 'store' | 'outbox' | 'offer'>): {
  readonly forms: readonly FeatureForm[]
  readonly actions: readonly Action[]
  readonly commands: readonly Command[]
} {
  const answered = whenSent(
    replyForm,
    async ({ person }, { id, answer }) => {
      const own = t(person.language)
      const handover = await store.handover(id)
      if (handover === undefined) return { say: [{ text: own.gone }] }
      const { conversation, question, name, shared } = handover
      if (!(await store.resolve(id, answer, person.account)))
        return { say: [{ text: `${answeredBy(person, await store.handover(id))} ${own.notSent}` }] }
      const to = shared ? literal(name) : undefined
      await outbox.say(
        conversation,
        { text: own.reply(literal(question), literal(answer), to) },
        `handover:${id}:answer`,
      )
      const choices = offer(id, person.language)
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
      if (handover.answer !== null) return { say: [{ text: answeredBy(turn.person, handover) }] }
      const answers = { id, handover: named(handover, turn.person.language) }
      return { say: [], open: { form: REPLY, answers } }
    },
  }

  const show: Action = {
    name: 'lampiran',
    audience: 'hr',
    personal: true,
    async run({ person }, id) {
      const own = t(person.language)
      const file = (await store.handover(id))?.attachment
      if (!file) return { say: [{ text: own.noAttachment }] }
      return { say: [{ text: `${own.attachmentLabel}: ${literal(file.name)}`, file }] }
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
          ...waiting.map((handover) => listed(handover, turn.person.language)),
        ],
      }
    },
  }

  return { forms: [answered], actions: [begin, show], commands: [list] }
}

/** Who has answered a question, told to somebody who would answer it too. */
function answeredBy(person: Person, handover: Handover | undefined): string {
  const own = t(person.language)
  const by = handover?.answeredBy ?? ''
  return accountsOf(person).includes(by) ? own.answeredByYou : own.answeredAlready
}

/** A question as officers hear of it, together with the file that came with it. */
export function arrival(handover: Handover, language: Language): Outgoing {
  const { attachment: file } = handover
  return { ...listed(handover, language), ...(file && { file, choices: [answerTo(handover, language)] }) }
}

/** A question as it stands in the list, with the pasal the bot would have looked at and a way to its file. */
function listed(handover: Handover, language: Language): Outgoing {
  const { id, name, question, detail, attachment, nearest } = handover
  const own = t(language)
  return {
    text: own.arrived(
      id,
      literal(name),
      literal(question),
      detail === null ? null : literal(detail),
      attachment === null ? null : literal(attachment.name),
      nearestNames(nearest),
    ),
    choices: [
      answerTo(handover, language),
      ...(attachment === null ? [] : [{ label: own.showAttachment, value: `lampiran:${id}` }]),
    ],
  }
}

function answerTo({ id }: Handover, language: Language): Choice {
  return { label: t(language).answer, value: `jawab:${id}` }
}
