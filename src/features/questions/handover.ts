import {
  type Action,
  type Command,
  type FeatureForm,
  type Outbox,
  type Reply,
  type Turn,
  whenSent,
} from '../../chat/feature.ts'
import type { FileContent, Language, Outgoing } from '../../chat/message.ts'
import { Refusal } from '../../errors.ts'
import type { Keeping } from '../../files.ts'
import { fold } from '../../indonesian/words.ts'
import type { Search } from '../../regulations/search.ts'
import { articlesOf } from './articles.ts'
import { plainly } from './asides/plain.ts'
import { completed } from './asking/follow-up.ts'
import { arrival, createDesk } from './handover-desk.ts'
import { ASK, ASK_WITH_FILE, questionForm, questionFormWithFile } from './handover-forms.ts'
import { LONGEST_REMEMBERED, type Remembered, remembered } from './memory.ts'
import { createOwnQuestions } from './own-questions.ts'
import type { QuestionStore } from './store.ts'
import { texts } from './texts.ts'

const t = (language: Language) => texts[language].handover

/** What handing over needs: the search shows the officer where the bot would have looked. */
export interface HandingOver {
  readonly store: QuestionStore
  readonly outbox: Outbox
  readonly files: Keeping
  readonly search: Search
  /** The button that makes an answer public. */
  offer(id: string, language: Language): Outgoing['choices']
}

interface Told {
  readonly question: string
  readonly detail: string | null
}

interface ToldWithFile extends Told {
  readonly attachment: FileContent | null
}

/**
 * Opens the form that fits where it is asked, with the question filled in where it is known; a follow-up with what it
 * left out. Where others read along it only says where to ask: an officer may have to know more than they should.
 */
export function openQuestion(
  files: Pick<Keeping, 'isPossible'>,
  { conversation, message, person, memory, now }: Turn,
  asked?: string,
): Reply {
  if (message.shared) return { say: [{ text: t(person.language).onlyInPrivate }] }
  const question = asked && whole(asked, remembered(memory, now))
  const answers = question && question.length >= 5 ? { question: question.slice(0, 1_000) } : {}
  return { say: [], open: { form: files.isPossible(conversation) ? ASK_WITH_FILE : ASK, answers } }
}

/** What was asked as it was understood when it was answered, where that is still remembered. */
function whole(asked: string, history: readonly Remembered[]): string {
  const said = plainly(asked)
  const understood = history.map((_, i) => completed(said, history.slice(0, i)))
  const at = understood.findLastIndex(
    (question, i) => question !== said && question.slice(0, LONGEST_REMEMBERED) === history[i]?.question,
  )
  return understood[at] ?? asked
}

/** True for "tanya HR", "sambungkan ke petugas": the wish for a person, and nothing else. */
export function asksForOfficer(said: string): boolean {
  return /^(?:saya |sy |aku )?(?:mau |ingin |minta |tolong |bisa )?(?:tanya|nanya|bicara|ngobrol|hubungi|sambungkan|hubungkan|teruskan|diteruskan|disambungkan)(?: langsung)?(?: ke| dengan| sama| kepada)? (?:hr|petugas|admin|bkpsdm|orang|manusia|cs|operator)(?: dong| ya| saja| aja| langsung)*$/.test(
    fold(said),
  )
}

/** What the bot does not know goes to the officers, their answer comes back, and the asker can see how it stands. */
export function createHandover({ store, outbox, files, search, offer }: HandingOver): {
  readonly forms: readonly FeatureForm[]
  readonly actions: readonly Action[]
  readonly commands: readonly Command[]
} {
  const desk = createDesk({ store, outbox, offer })

  async function send({ conversation, person, message }: Turn, told: Told): Promise<Reply> {
    const handover = await store.handOver({
      key: message.id,
      conversation,
      account: person.account,
      name: person.name,
      question: told.question,
      detail: told.detail,
      nearest:
        (await store.nearestTo(told.question, conversation)) ?? articlesOf(await search(told.question)),
    })
    const officers = await store.officers()
    for (const { conversation: officer } of officers)
      await outbox.say(officer, arrival(handover, person.language), `handover:${handover.id}:${officer}`)
    const sent =
      officers.length > 0
        ? t(person.language).sent(handover.id)
        : t(person.language).sentNobodyYet(handover.id)
    return { say: [{ text: sent }] }
  }

  /** A file that is not taken is asked for again, with the reason; what else was told stays. */
  async function sendWithFile(turn: Turn, { attachment, question, detail }: ToldWithFile): Promise<Reply> {
    const told = { question, detail }
    const refused = attachment && (await refusal(attachment, turn))
    return refused
      ? { say: [{ text: refused }], open: { form: ASK_WITH_FILE, answers: told } }
      : send(turn, told)
  }

  /** Why a file is not taken. It is kept before the question is, and under the same key: the question finds it. */
  async function refusal(content: FileContent, turn: Turn): Promise<string | undefined> {
    try {
      await files.keep(content, turn, 'handover')
      return undefined
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
  }

  return {
    forms: [whenSent(questionForm, send), whenSent(questionFormWithFile(files), sendWithFile), ...desk.forms],
    actions: desk.actions,
    commands: [...desk.commands, createOwnQuestions(store)],
  }
}
