import { createHash } from 'node:crypto'
import type { Action, Json, OpenForm, Reply, Turn } from '../../chat/feature.ts'
import type { Choice, FileContent, Outgoing } from '../../chat/message.ts'
import type { Keeping } from '../../files.ts'
import { fold } from '../../indonesian/words.ts'
import { openQuestion } from './handover.ts'
import { ASK_WITH_FILE } from './handover-forms.ts'
import { texts } from './texts.ts'

/** The action that hands over a file which came without a form. */
const HAND_OVER_FILE = 'titip'

const REMEMBERED_FILES = 5
const REMEMBERED_MS = 24 * 60 * 60_000

/** A file that came without a form, what was written under it, and whether that was answered as a question. */
interface Waiting {
  readonly key: string
  readonly conversation: string
  readonly account: string
  readonly file: FileContent
  readonly asked: boolean
  readonly at: string
}

/** True for words that only ask to look at the file ("tolong cek SK ini"): no regulation answers them. */
export function asksToRead(caption: string): boolean {
  const said = fold(caption)
  const question = /\b(?:apa|apakah|berapa|kapan|bagaimana|gimana|kenapa|mengapa|siapa|boleh|bolehkah)\b/
  return (
    /\b(?:cek|dicek|check|periksa|diperiksa|lihat|dilihat|baca|dibaca|bacakan|tinjau|koreksi|verifikasi)\b/.test(
      said,
    ) &&
    !caption.includes('?') &&
    !question.test(said)
  )
}

/** What happens to a file that came without a form: the bot cannot read it, an officer can. */
export function createUnreadFiles(files: Pick<Keeping, 'isPossible' | 'objection'>) {
  /** What is said of it, and the button that hands it over where that can be done. */
  function unread({ conversation, message, person }: Turn, content: FileContent) {
    const t = texts[person.language]
    if (!files.isPossible(conversation)) return { text: t.fileUnread }
    const wrong = files.objection(content)
    if (wrong !== undefined) return { text: wrong }
    const choice = { label: t.handFileOver, value: `${HAND_OVER_FILE}:${keyOf(message.id)}` }
    return { text: `${t.fileUnread} ${t.fileToOfficer}`, choice }
  }

  const handOver: Action = {
    name: HAND_OVER_FILE,
    audience: 'citizen',
    async run(turn, key) {
      const { conversation, person, message } = turn
      if (message.shared) return openQuestion(files, turn)
      const open = files.isPossible(conversation) ? formWithFile(turn, key) : undefined
      if (open !== undefined) return { say: [], open }
      return { ...openQuestion(files, turn), say: [{ text: texts[person.language].fileGone }] }
    },
  }

  return {
    actions: [handOver],

    /** A file alone, or with words that only ask to look at it. */
    alone(turn: Turn, content: FileContent): Reply {
      const officer: Choice = { label: texts[turn.person.language].askOfficer, value: 'tanyahr:' }
      const { text, choice = officer } = unread(turn, content)
      return { say: [{ text, choices: [choice] }], memory: withFiles(turn.memory, turn, false) }
    },

    /** An answer to words (`asked` where they were a question), and what is to be said of a file that came with them. */
    beside(turn: Turn, answer: Outgoing, memory: Json, asked: boolean): Reply {
      const { content } = turn.message
      const all = withFiles(memory, turn, asked)
      if (content.kind !== 'file') return { say: [answer], memory: all }
      const { text, choice } = unread(turn, content)
      const others = (answer.choices ?? []).filter(({ value }) => !choice || !value.startsWith('tanyahr:'))
      const choices = [...others, ...(choice ? [choice] : [])]
      return { say: [{ ...answer, text: `${answer.text}\n\n${text}`, choices }], memory: all }
    },
  }
}

/** What is remembered, together with the files that wait for their button to be pressed, this message's among them. */
function withFiles(memory: Json, turn: Turn, asked: boolean): Json {
  const { message, conversation, now } = turn
  const { account } = message.sender
  const others = Array.isArray(memory) ? memory.filter((past: Json) => !isWaiting(past)) : []
  const { content: file, id } = message
  const latest =
    file.kind === 'file'
      ? [{ key: keyOf(id), conversation, account, file, asked, at: now.toISOString() }]
      : []
  const waiting = [...waitingOf(turn).filter(({ key }) => key !== keyOf(id)), ...latest]
  const kept = waiting.slice(-REMEMBERED_FILES).map((one) => ({ ...one, file: { ...one.file } }))
  return kept.length === 0 ? memory : [...others, ...kept]
}

/** The handover form with a waiting file and its words filled in; undefined where it waits no longer. */
function formWithFile(turn: Turn, key: string): OpenForm | undefined {
  const { account } = turn.message.sender
  const waiting = waitingOf(turn).find(
    (one) => one.key === key && one.conversation === turn.conversation && one.account === account,
  )
  if (waiting === undefined) return undefined
  const { file, asked } = waiting
  const words = file.caption?.trim().slice(0, 1_000) ?? ''
  const told = words === '' ? {} : asked && words.length >= 5 ? { question: words } : { detail: words }
  return { form: ASK_WITH_FILE, answers: { ...told, attachment: file } }
}

function waitingOf({ memory, now }: Pick<Turn, 'memory' | 'now'>): readonly Waiting[] {
  if (!Array.isArray(memory)) return []
  return memory.filter(isWaiting).filter(({ at }) => now.getTime() - Date.parse(at) < REMEMBERED_MS)
}

/** Memories come back out of the database, so they are looked at once more. */
function isWaiting(past: unknown): past is Waiting {
  const { key, file, at } = Object(past) as Partial<Waiting>
  return typeof key === 'string' && typeof at === 'string' && Object(file).kind === 'file'
}

/** Ids of messages are longer than a button carries. */
function keyOf(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 16)
}
