import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import type { FileContent, KeptFile } from '../../../chat/message.ts'
import { Refusal } from '../../../errors.ts'
import type { Broadcast } from '../broadcast.ts'
import { readRef, refOf } from '../buttons.ts'
import { changing, keeperOf, keeps, noted } from '../officers.ts'
import type { Room } from '../ports.ts'
import type { Patch } from '../store.ts'
import type { createChoosing } from './choosing.ts'
import { ATTACH, attachForm, objectionTo, REWRITE, rewriteForm, WRITE, writeForm } from './forms.ts'
import type { Heard } from './hearing.ts'
import type { createReviewing } from './reviewing.ts'
import { texts } from './texts.ts'

/** A broadcast that is being written. */
interface Written {
  /** For whom it is, in words; empty where that was not said. */
  readonly who: string
  readonly text: string
  readonly file: FileContent | null
}

/** What goes on once something is written. */
export interface AfterWriting {
  readonly choosing: ReturnType<typeof createChoosing>
  readonly review: ReturnType<typeof createReviewing>
}

/** Writing a broadcast and changing what it says. */
export function createWriting(room: Room, { choosing, review }: AfterWriting) {
  const { store, files } = room

  /** Asks for what is not known yet, after a hint where there is one. */
  function open({ conversation }: Turn, who = '', hint?: string): Reply {
    return {
      say: hint === undefined ? [] : [{ text: hint }],
      open: { form: WRITE, answers: { who, ...(!files.isPossible(conversation) && { file: null }) } },
    }
  }

  /** Begins with what was said in plain words: text and recipients, one of them, or neither. */
  async function hear(turn: Turn, { who, text }: Heard, file: FileContent | null): Promise<Reply> {
    if (text === '') {
      const found = who === '' ? undefined : await choosing.meant(turn, who)
      return found?.kind === 'nobody' ? open(turn, '', found.hint) : open(turn, who)
    }
    const wrong =
      objectionTo(text, turn.person.language) ?? (file === null ? undefined : files.objection(file))
    return wrong === undefined ? begin(turn, { who, text, file }) : open(turn, who, wrong)
  }

  /** Keeps a draft with all that is known, and asks for the rest. */
  async function begin(turn: Turn, { who, text, file }: Written): Promise<Reply> {
    const kept = file === null ? null : await keptOr(turn, file)
    if (typeof kept === 'string')
      return { say: [{ text: kept }], open: { form: WRITE, answers: { who, text } } }
    const meant = who === '' ? undefined : await choosing.meant(turn, who)
    const audience = meant?.kind === 'some' ? meant.audience : null
    const draft = { key: turn.message.id, text, file: kept, audience, by: keeperOf(turn), now: turn.now }
    const broadcast = await store.begin(draft)
    await noted(room, turn, 'made', broadcast)
    return meant === undefined ? choosing.ask(broadcast) : choosing.goOn(turn, broadcast, meant)
  }

  /** The file as it is kept, or why it is not. */
  async function keptOr(turn: Turn, content: FileContent): Promise<KeptFile | string> {
    try {
      return await files.keep(content, turn, 'broadcast')
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
  }

  async function change(turn: Turn, kept: string, patch: Patch): Promise<Reply> {
    const { id, version } = readRef(kept)
    const seen = changing(turn, { id, version }, ['draft'], 'rewritten')
    const changed = await mine(turn, id, () => store.change(id, seen, patch))
    return changed === undefined ? review.meanwhile(turn, id) : review.show(turn, changed)
  }

  async function mine(
    { person }: Turn,
    id: string,
    then: () => Promise<Broadcast | undefined>,
  ): Promise<Broadcast | undefined> {
    const broadcast = await store.find(id)
    return broadcast && keeps(person, broadcast) ? then() : undefined
  }

  async function attach(turn: Turn, kept: string, content: FileContent | null): Promise<Reply> {
    const file = content === null ? null : await keptOr(turn, content)
    if (typeof file === 'string')
      return { say: [{ text: file }], open: { form: ATTACH, answers: { id: kept } } }
    return change(turn, kept, { file })
  }

  /** The buttons of a draft that lead here. */
  const verbs: Readonly<Record<string, (turn: Turn, broadcast: Broadcast) => Promise<Reply>>> = {
    teks: async (_, broadcast) => ({ say: [], open: { form: REWRITE, answers: { id: refOf(broadcast) } } }),
    lampiran: async ({ conversation, person }, broadcast) =>
      files.isPossible(conversation)
        ? { say: [], open: { form: ATTACH, answers: { id: refOf(broadcast) } } }
        : { say: [{ text: texts[person.language].noFilesHere }] },
    penerima: async (_, broadcast) => choosing.ask(broadcast),
  }

  const forms: readonly FeatureForm[] = [
    whenSent(writeForm(files), begin, 'hr'),
    whenSent(rewriteForm, (turn, { id, text }) => change(turn, id, { text }), 'hr'),
    whenSent(attachForm(files), (turn, { id, file }) => attach(turn, id, file), 'hr'),
  ]

  return { open, hear, verbs, forms }
}
