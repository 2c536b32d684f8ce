import { z } from 'zod'
import {
  type Feature,
  type KeptAbout,
  type Person,
  type Reply,
  type Turn,
  whenSent,
} from '../../chat/feature.ts'
import { text } from '../../chat/fields.ts'
import type { Form } from '../../chat/form.ts'
import { texts as kernel } from '../../chat/texts.ts'
import { fold } from '../../indonesian/words.ts'
import { ownDataAsked } from './asked.ts'
import { createKernelData } from './collecting.ts'
import { type Make, sent } from './sending.ts'
import type { OwnDataStore } from './store.ts'
import { texts } from './texts.ts'

/** What showing and erasing somebody's data needs. */
export interface OwnDataDeps {
  readonly store: OwnDataStore
  /** Every feature, this one among them: each says and erases what it keeps. */
  all(): readonly Feature[]
  readonly clock: () => Date
  /** Keeps files that were made for whoever is answered; without it the data is written out. */
  readonly make?: Make
}

const ERASE = 'hapus-data-saya'

const eraseForm: Form<{ word: z.ZodString }> = {
  name: ERASE,
  review: false,
  schema: z.object({
    word: z.string().refine((word) => fold(word) === texts.id.word, { error: texts.id.wrongWord }),
  }),
  questions: {
    word: {
      ask: (language) => texts[language].askWord,
      label: (language) => texts[language].wordLabel,
      field: text(1, 40),
    },
  },
}

/** `/data_saya`: what is kept about whoever asks, to see, to take along, to correct and to erase (UU 27/2022). */
export function createOwnData({ store, all, clock, make }: OwnDataDeps): Feature {
  const keepers = () =>
    all().flatMap((feature) => (feature.ownData ? [{ feature: feature.name, ...feature.ownData }] : []))

  async function collected(person: Person): Promise<readonly KeptAbout[]> {
    const kept = await Promise.all(keepers().map((keeper) => keeper.collect(person)))
    return kept.flat()
  }

  async function show({ person }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const kept = await collected(person)
    if (kept.length === 0) return say(t.nothing)
    const lines = kept.map(({ title, rows, why }) => t.line(title, rows.length, why))
    return say([t.heading, lines.join('\n'), t.rights].join('\n\n'), [
      { label: t.sendFile, value: 'data_saya:berkas' },
      { label: t.correct, value: 'data_saya:perbaiki' },
      { label: t.erase, value: 'data_saya:hapus' },
    ])
  }

  async function correct({ person }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const text = person.employee === undefined ? t.howToCorrect : `${t.howToCorrect}\n${t.howToCorrectEntry}`
    return say(text, [{ label: t.askOfficer, value: 'tanyahr:' }])
  }

  async function begin({ person }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const parts = [t.beforeErasing, ...(person.employee === undefined ? [] : [t.staysForEmployees])]
    return { ...say(parts.join('\n\n')), open: { form: ERASE, answers: {} } }
  }

  /** The tables of the kernel go last: others find by them what is somebody's. */
  async function erase({ person }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const before = await collected(person)
    const stays: string[] = []
    for (const keeper of keepers().toSorted(
      (a, b) => Number(a.feature === NAME) - Number(b.feature === NAME),
    ))
      stays.push(...(await keeper.erase(person)))
    const left = await collected(person)
    const gone = before.flatMap(({ title, rows }) => {
      const now = left.filter((one) => one.title === title).reduce((sum, one) => sum + one.rows.length, 0)
      return rows.length > now ? [`${title} (${rows.length - now})`] : []
    })
    const text = [
      gone.length > 0 ? t.erased(gone) : t.erasedNothing,
      t.stays([...new Set([...stays, t.proof])]),
    ]
    return { ...say(text.join('\n\n')), memory: null }
  }

  return {
    name: NAME,
    ownData: createKernelData(store, clock),
    commands: [
      { name: 'data_saya', audience: 'citizen', personal: true, summary: (l) => texts[l].summary, run: show },
    ],
    actions: [
      {
        name: 'data_saya',
        audience: 'citizen',
        personal: true,
        run: async (turn, what) =>
          what === 'berkas'
            ? sent(turn, await collected(turn.person), make)
            : what === 'perbaiki'
              ? correct(turn)
              : what === 'hapus'
                ? begin(turn)
                : show(turn),
      },
    ],
    forms: [whenSent(eraseForm, (turn) => erase(turn))],
    async hears(turn) {
      const { content, shared } = turn.message
      const asked = content.kind === 'text' ? ownDataAsked(content.text) : undefined
      if (asked === undefined) return undefined
      if (shared) return say(kernel[turn.person.language].onlyInPrivate)
      return asked === 'erase' ? begin(turn) : show(turn)
    },
  }
}

const NAME = 'own-data'

function say(text: string, choices: Reply['say'][number]['choices'] = []): Reply {
  return { say: [{ text, ...(choices.length > 0 && { choices }) }] }
}
