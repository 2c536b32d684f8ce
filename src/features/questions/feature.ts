import type { Feature, Outbox, Reply, Turn } from '../../chat/feature.ts'
import type { Choice, Language } from '../../chat/message.ts'
import { type Answering, answer } from './answering.ts'
import { citation, place } from './citation.ts'
import { ASK, createHandover } from './handover.ts'
import type { FullArticle, QuestionStore } from './store.ts'
import { texts } from './texts.ts'

/** The main job: a question about a rule gets an answer with its pasal, or an honest "tidak tahu" and a person. */
export function createQuestions(
  deps: Answering & { readonly store: QuestionStore; readonly outbox: Outbox },
): Feature {
  const handover = createHandover(deps.store, deps.outbox)

  async function ask(turn: Turn, question: string): Promise<Reply> {
    const result = await answer(deps, question, turn)
    if (result.outcome === 'talk') return { say: [{ text: result.text }] }
    const id = await deps.store.record({
      message: turn.message.id,
      conversation: turn.conversation,
      text: question,
      passages: result.found.slice(0, 10).map(({ passage }) => passage),
      outcome: result.outcome,
    })
    const t = texts[turn.person.language]
    const verdicts: Choice[] =
      result.outcome === 'refused'
        ? []
        : [
            { label: '👍', value: `nilai:up:${id}` },
            { label: '👎', value: `nilai:down:${id}` },
          ]
    const choices = [...result.choices, ...verdicts, { label: t.askOfficer, value: `tanyahr:${id}` }]
    return { say: [{ text: result.text, choices }], memory: result.memory }
  }

  return {
    name: 'questions',
    suggestions: (language) => texts[language].examples.map((label, i) => ({ label, value: `contoh:${i}` })),
    commands: [
      {
        name: 'tanya',
        audience: 'citizen',
        summary: (language) => texts[language].summary,
        run: async (turn, rest) =>
          rest === '' ? { say: [{ text: texts[turn.person.language].askAway }] } : ask(turn, rest),
      },
      ...handover.commands,
    ],
    actions: [
      {
        name: 'contoh',
        audience: 'citizen',
        run: async (turn, rest) => ask(turn, example(turn.person.language, rest)),
      },
      { name: 'pasal', audience: 'citizen', run: (turn, rest) => showArticle(deps.store, turn, rest) },
      { name: 'nilai', audience: 'citizen', run: (turn, rest) => judge(deps.store, turn, rest) },
      { name: 'tanyahr', audience: 'citizen', run: (turn, id) => openHandover(deps.store, turn, id) },
      ...handover.actions,
    ],
    forms: handover.forms,
    async otherwise(turn) {
      const { content } = turn.message
      if (content.kind === 'text') return ask(turn, content.text)
      if (content.kind === 'file' && content.caption) return ask(turn, content.caption)
      return { say: [{ text: texts[turn.person.language].noWords }] }
    },
  }
}

function example(language: Language, index: string): string {
  return texts[language].examples[Number(index)] ?? ''
}

async function showArticle(store: QuestionStore, turn: Turn, rest: string): Promise<Reply> {
  const t = texts[turn.person.language]
  const [regulation = '', pasal = ''] = rest.split('#')
  const article = await store.article(regulation, pasal)
  return { say: [{ text: article === undefined ? t.articleGone : whole(article, turn.person.language) }] }
}

/** The whole pasal: the official text where it is there, else every digest of it, said to be digests. */
function whole(article: FullArticle, language: Language): string {
  const t = texts[language]
  const head = [
    citation({ ...article, ayat: null, huruf: null }, t),
    article.heading && `_${article.heading}_`,
  ]
    .filter(Boolean)
    .join('\n')
  if (article.official !== null) return `${head}\n\n${article.official}`
  const parts = article.digests.map(({ ayat, huruf, title, body }) => {
    const where = ayat || huruf ? `${place({ pasal: article.pasal, ayat, huruf })}: ` : ''
    return `**${where}${title}**\n${body}`
  })
  return [head, ...parts, t.digestOnly].join('\n\n')
}

async function judge(store: QuestionStore, turn: Turn, rest: string): Promise<Reply> {
  const t = texts[turn.person.language]
  const [verdict, id = ''] = rest.split(':')
  const known =
    (verdict === 'up' || verdict === 'down') &&
    /^\d{1,18}$/.test(id) &&
    (await store.judge(id, turn.conversation, verdict))
  if (!known) return { say: [{ text: t.verdictGone }] }
  if (verdict === 'up') return { say: [{ text: t.thanksUp }] }
  return { say: [{ text: t.thanksDown, choices: [{ label: t.askOfficer, value: `tanyahr:${id}` }] }] }
}

/** Opens the form with the question filled in where it is one of this conversation. */
async function openHandover(store: QuestionStore, turn: Turn, id: string): Promise<Reply> {
  const asked = /^\d{1,18}$/.test(id) ? await store.asked(id, turn.conversation) : undefined
  return {
    say: [],
    open: { form: ASK, answers: asked && asked.length >= 5 ? { question: asked.slice(0, 1_000) } : {} },
  }
}
