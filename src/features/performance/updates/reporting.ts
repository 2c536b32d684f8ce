import {
  type Action,
  type Command,
  type FeatureForm,
  type Reply,
  type Turn,
  whenSent,
} from '../../../chat/feature.ts'
import type { FileContent } from '../../../chat/message.ts'
import type { Employee } from '../../../directory.ts'
import { ownEntry } from '../targets/who.ts'
import { ask, REPORT, whatToChange } from './asking.ts'
import { completed, fitted, oneOf, withQuality } from './completing.ts'
import { type Draft, remember, rememberedIn, tokenOf } from './draft.ts'
import { draftOf } from './drafting.ts'
import { detach } from './evidence.ts'
import { missingForm } from './form.ts'
import type { ModelReader } from './model-reading.ts'
import { lookAt, present } from './presenting.ts'
import { type Saving, save } from './saving.ts'
import { texts } from './texts.ts'

/** What reporting needs besides what storing does: a model reads what the patterns leave open, where there is one. */
export interface Reporting extends Saving {
  readonly reader?: ModelReader
  /** What the command shows without any words. */
  show(turn: Turn, own: Employee): Promise<Reply>
}

/** What comes with the words of a report: a file, and what is to be said beside it. */
export interface Along {
  readonly file?: FileContent | undefined
  readonly notices?: readonly string[]
}

/** One message that says what was done, one press to confirm it. */
export function createReporting(deps: Reporting): {
  readonly command: Command
  readonly action: Action
  readonly form: FeatureForm
  /** Takes words, and a file with them, as a report. */
  report(turn: Turn, text: string, along?: Along): Promise<Reply>
  /** Stores the draft that waits for a word of consent. */
  consent(turn: Turn): Promise<Reply>
  /** Drops it. */
  refuse(turn: Turn): Promise<Reply>
} {
  const { store, directory } = deps

  async function report(turn: Turn, text: string, { file, notices = [] }: Along = {}): Promise<Reply> {
    const own = await ownEntry(directory, turn)
    if (isQuestion(text)) return { say: [{ text: texts[turn.person.language].isQuestion }] }
    const objection = file && deps.files.objection(file)
    const taken = objection === undefined ? file : undefined
    const drafted = await draftOf(text, turn, own.id, { store, reader: deps.reader, file: taken })
    const beside = [...drafted.notices, ...(objection ? [objection] : []), ...notices]
    return present({ store, turn, own }, drafted.draft, beside)
  }

  /** What a button does with the draft it belongs to. */
  async function press(turn: Turn, rest: string): Promise<Reply> {
    const own = await ownEntry(directory, turn)
    const [verb = '', token = '', value = ''] = rest.split(':')
    if (verb === 'lihat') return deps.show(turn, own)
    if (verb === 'lepas') return detach(deps, turn, own, token, value)
    if (verb === 'lagi') return next(turn, own, token, Number(value))
    const { draft } = rememberedIn(turn)
    if (draft === undefined || tokenOf(draft) !== token) return gone(turn, token)
    switch (verb) {
      case 'simpan':
        return settle(turn, own, withQuality(draft, value))
      case 'batal':
        return dropped(turn)
      case 'yakin':
        return present({ store, turn, own }, { ...draft, sure: true })
      case 'jumlah':
        return chosen(turn, own, draft, Number(value))
      case 'rhk':
        return forTarget(turn, own, draft, value)
      case 'ubah':
        return whatToChange(turn, draft)
      default:
        return change(turn, own, draft, value)
    }
  }

  /** Stores a draft about which nothing is open; else asks for what is. */
  async function settle(turn: Turn, own: Employee, draft: Draft): Promise<Reply> {
    const { reply, ready } = await lookAt({ store, turn, own }, draft)
    return ready === undefined ? reply : save(deps, turn, own, ready)
  }

  /** Choosing the target was all that was left to do, so it stores. */
  async function forTarget(turn: Turn, own: Employee, draft: Draft, id: string): Promise<Reply> {
    const target = id === '0' ? undefined : await store.target(id)
    if (id !== '0' && (target?.employee !== own.id || target.dropped))
      return present({ store, turn, own }, draft)
    return settle(turn, own, { ...draft, target: target?.id ?? null })
  }

  /** Opens a part of a draft again. */
  async function change(turn: Turn, own: Employee, draft: Draft, part: string): Promise<Reply> {
    if (part === 'jumlah') return ask(turn, { ...draft, sure: false }, 'amount')
    if (part === 'mutu') return ask(turn, { ...draft, vague: true }, 'good')
    if (part === 'tanggal') return ask(turn, draft, 'doneOn')
    return present({ store, turn, own }, { ...draft, target: undefined })
  }

  /** One of several things that were counted; the others are kept for later. */
  async function chosen(turn: Turn, own: Employee, given: Draft, index: number): Promise<Reply> {
    const { draft, rest } = oneOf(given, index) ?? { draft: given, rest: [] }
    return present({ store, turn, own }, await fitted(store, own.id, draft, { text: '', rest }))
  }

  /** The next thing that was counted in the same words. */
  async function next(turn: Turn, own: Employee, token: string, index: number): Promise<Reply> {
    const { saved } = rememberedIn(turn)
    if (saved?.token !== token || saved.rest?.[index] === undefined) return gone(turn, token)
    const { draft } = await draftOf(saved.said ?? '', turn, own.id, { store })
    return chosen(turn, own, { ...draft, several: saved.rest }, index)
  }

  const form = whenSent(
    missingForm,
    async (turn, { token, ...answers }) => {
      const own = await ownEntry(directory, turn)
      const { draft } = rememberedIn(turn)
      if (draft === undefined || tokenOf(draft) !== token) return gone(turn, token)
      const whole = completed(draft, answers)
      return present({ store, turn, own }, await fitted(store, own.id, whole))
    },
    'employee',
  )

  return {
    command: {
      name: REPORT,
      audience: 'employee',
      personal: true,
      summary: (l) => texts[l].summary,
      async run(turn, rest) {
        if (rest !== '') return report(turn, rest)
        return deps.show(turn, await ownEntry(directory, turn))
      },
    },
    action: { name: REPORT, audience: 'employee', personal: true, run: press },
    form,
    report,
    refuse: dropped,
    async consent(turn) {
      const own = await ownEntry(directory, turn)
      const { draft } = rememberedIn(turn)
      return draft === undefined ? gone(turn, '') : settle(turn, own, draft)
    },
  }
}

/** Words that ask, and say of no work how much of it was done. */
function isQuestion(text: string): boolean {
  return /\?\s*$|^(?:apa|apakah|bagaimana|gimana|kapan|kenapa|mengapa|siapa|berapa|dimana|di mana|bisa(?:kah)?|boleh(?:kah)?|cara)\b/i.test(
    text.trim(),
  )
}

async function dropped(turn: Turn): Promise<Reply> {
  const { draft: _, ...rest } = rememberedIn(turn)
  return { say: [{ text: texts[turn.person.language].cancelled }], memory: remember(turn, rest) }
}

/** What to say to the button of a draft that waits no longer. */
function gone(turn: Turn, token: string): Reply {
  const t = texts[turn.person.language]
  return { say: [{ text: rememberedIn(turn).saved?.token === token ? t.alreadySaved : t.gone }] }
}
