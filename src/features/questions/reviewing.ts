import type { Action, Command, Reply, Turn } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import type { Draft } from './publishing/proposing.ts'
import type { Entry } from './publishing/store.ts'
import { type Group, groupSimilar } from './reviewing/similar.ts'
import type { Open } from './reviewing/store.ts'
import { texts } from './reviewing/texts.ts'
import type { QuestionStore } from './store.ts'

/** What reviewing needs: the stems of a text, and the way to publish an answer. */
export interface Reviewing {
  readonly store: QuestionStore
  stems(text: string): readonly string[]
  publish(turn: Turn, draft: Draft): Promise<Reply>
}

const DAYS = 30
const MOST_QUESTIONS = 5_000
const GROUPS_SHOWN = 8
const WORDINGS_SHOWN = 10
const LONGEST_SHOWN = 90

/** What was asked in vain comes back to the officers in groups: to be answered for all, or set aside. */
export function createReviewing({ store, stems, publish }: Reviewing): {
  readonly actions: readonly Action[]
  readonly commands: readonly Command[]
  /** Notes that an entry is to answer the questions it came from. */
  proposed(entry: Entry, turn: Turn): Promise<void>
} {
  async function groups(now: Date): Promise<readonly Group<Open>[]> {
    const since = new Date(now.getTime() - DAYS * 24 * 60 * 60 * 1000)
    return groupSimilar(await store.openQuestions(since, MOST_QUESTIONS), stems)
  }

  async function groupOf(id: string, now: Date): Promise<Group<Open> | undefined> {
    return (await groups(now)).find(({ questions }) => questions.some((question) => question.id === id))
  }

  async function list({ person, now }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const all = await groups(now)
    if (all.length === 0) return { say: [{ text: t.none }] }
    const shown = all.slice(0, GROUPS_SHOWN)
    const lines = shown.map(({ text, questions }, i) => {
      const disliked = questions.filter(({ verdict }) => verdict === 'down').length
      return `${i + 1}. ${t.group(questions.length, short(text), questions.length - disliked, disliked)}`
    })
    const count = all.reduce((sum, { questions }) => sum + questions.length, 0)
    return {
      say: [
        {
          text: `${t.heading(all.length, count, shown.length)}\n\n${lines.join('\n')}`,
          choices: shown.map(({ questions }, i) => ({
            label: t.groupLabel(i + 1),
            value: `kelompok:${questions[0]?.id}`,
          })),
        },
      ],
    }
  }

  async function show({ person, now }: Turn, id: string): Promise<Reply> {
    const t = texts[person.language]
    const group = await groupOf(id, now)
    if (group === undefined) return { say: [{ text: t.gone }] }
    const wordings = wordingsOf(group)
    const shown = wordings.slice(0, WORDINGS_SHOWN)
    return {
      say: [
        {
          text: t.questions(shown, wordings.length - shown.length),
          choices: [
            { label: t.answer, value: `jawabkelompok:${id}` },
            { label: t.ignore, value: `abaikan:${id}` },
            { label: t.back, value: 'tinjau:' },
          ],
        },
      ],
    }
  }

  const officer = { audience: 'hr', personal: true } as const
  return {
    commands: [{ ...officer, name: 'tinjau', summary: (l) => texts[l].summary, run: list }],
    actions: [
      { ...officer, name: 'tinjau', run: list },
      { ...officer, name: 'kelompok', run: show },
      {
        ...officer,
        name: 'jawabkelompok',
        async run(turn, id) {
          const group = await groupOf(id, turn.now)
          if (group === undefined) return { say: [{ text: texts[turn.person.language].gone }] }
          return publish(turn, { origin: `${ORIGIN} ${id}`, question: group.text })
        },
      },
      {
        ...officer,
        name: 'abaikan',
        async run({ person, now }, id) {
          const t = texts[person.language]
          const group = await groupOf(id, now)
          if (group === undefined) return { say: [{ text: t.gone }] }
          await store.setAside(idsOf(group), now)
          return { say: [{ text: t.ignored(group.questions.length) }] }
        },
      },
    ],
    async proposed({ id, origin }, { now }) {
      const [from, of = ''] = origin.split(' ')
      if (from === 'revisi') return store.succeed(of, id)
      const group = from === ORIGIN ? await groupOf(of, now) : undefined
      if (group !== undefined) await store.answeredBy(idsOf(group), id)
    },
  }
}

/** What an entry that answers a group comes from, before the number of one of its questions. */
const ORIGIN = 'tinjauan'

function idsOf(group: Group): readonly string[] {
  return group.questions.map(({ id }) => id)
}

function wordingsOf(group: Group): readonly { text: string; times: number }[] {
  const counts = new Map<string, number>()
  for (const { text } of group.questions) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].map(([text, times]) => ({ text: short(text), times })).sort((a, b) => b.times - a.times)
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return literal(line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN)}…` : line)
}
