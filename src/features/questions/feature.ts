import type { Feature, Outbox, Reply, Turn } from '../../chat/feature.ts'
import type { Choice, Language } from '../../chat/message.ts'
import type { Keeping } from '../../files.ts'
import { stem } from '../../indonesian/stem.ts'
import { fold, wordsOf } from '../../indonesian/words.ts'
import { type Answering, answer } from './answering.ts'
import { articlesOf } from './articles.ts'
import { isCrisis } from './asides/crisis.ts'
import { isInjected } from './asides/injection.ts'
import { texts as asideTexts } from './asides/texts.ts'
import { showArticle } from './full-article.ts'
import { asksForOfficer, createHandover, openQuestion } from './handover.ts'
import { home } from './home.ts'
import { isClearQuestion, mayButtIn } from './overhearing.ts'
import { asksForOwnQuestions, ownQuestions } from './own-questions.ts'
import type { Knowledge } from './publishing/published.ts'
import { texts as publishingTexts } from './publishing/texts.ts'
import { createPublishing } from './publishing.ts'
import { ASK_AGAIN } from './related.ts'
import { createReviewing } from './reviewing.ts'
import { type SmallTalk, smallTalk } from './small-talk.ts'
import type { QuestionStore } from './store.ts'
import { texts } from './texts.ts'
import { asksToRead, createUnreadFiles } from './unread-file.ts'

/** What the feature is made from, besides what answering needs. */
export interface Questions extends Answering {
  readonly store: QuestionStore
  readonly outbox: Outbox
  readonly files: Keeping
  /** Where published answers are found; without it they are kept and listed. */
  readonly knowledge?: Knowledge
  /** The stems by which questions are grouped; those of the plain words where left out. */
  stems?(text: string): readonly string[]
}

/** The main job: a question about a rule gets an answer with its pasal, or an honest "tidak tahu" and a person. */
export function createQuestions(deps: Questions): Feature {
  const { store, outbox, files, search, knowledge } = deps
  const handover = createHandover({
    store,
    outbox,
    files,
    search,
    offer: (id, language) => [{ label: publishingTexts[language].offer, value: `terbit:${id}` }],
  })
  const reviewing = createReviewing({
    store,
    stems: deps.stems ?? ((text) => wordsOf(text).map(stem)),
    publish: (turn, draft) => publishing.begin(turn, draft),
  })
  const publishing = createPublishing({
    store,
    outbox,
    ...(knowledge && { knowledge }),
    proposed: reviewing.proposed,
  })

  const unread = createUnreadFiles(files)

  async function ask(turn: Turn, asked: string): Promise<Reply> {
    const { language } = turn.person
    const { aside = false } = turn.message
    if (aside && !isClearQuestion(asked)) return { say: [] }
    const kind = smallTalk(asked)
    // whoever gives the bot orders gets the stored words, and no model reads them
    const { chat: _chat, quick: _quick, ...quoting } = deps
    const result = await answer(isInjected(asked) ? quoting : deps, asked, turn)
    if (aside && !mayButtIn(asked, result)) return { say: [] }
    if (result.outcome === 'talk')
      return unread.beside(turn, { text: result.text, choices: beside(kind, language) }, turn.memory, false)
    const id = await store.record({
      message: turn.message.id,
      conversation: turn.conversation,
      text: asked,
      passages: result.found.slice(0, 10).map(({ passage }) => passage),
      articles: articlesOf(result.found),
      outcome: result.outcome,
      turnedAway: kind ?? null,
    })
    const verdicts: Choice[] =
      result.outcome === 'refused'
        ? []
        : [
            { label: '👍', value: `nilai:up:${id}` },
            { label: '👎', value: `nilai:down:${id}` },
          ]
    const officer = { label: texts[language].askOfficer, value: `tanyahr:${id}` }
    const choices = kind === 'outside' ? beside(kind, language) : [...result.choices, ...verdicts, officer]
    const worried =
      kind === undefined && isCrisis(fold(asked)) ? [{ text: asideTexts[language].worried }] : []
    const reply = unread.beside(turn, { text: result.text, choices }, result.memory, true)
    return { ...reply, say: [...worried, ...reply.say] }
  }

  return {
    name: 'questions',
    suggestions: examples,
    home: (person, now) => home(store, examples(person.language), person, now),
    commands: [
      {
        name: 'tanya',
        audience: 'citizen',
        byLink: true,
        summary: (language) => texts[language].summary,
        run: async (turn, rest) =>
          rest === '' ? { say: [{ text: texts[turn.person.language].askAway }] } : ask(turn, rest),
      },
      ...handover.commands,
      ...reviewing.commands,
      ...publishing.commands,
    ],
    actions: [
      {
        name: 'contoh',
        audience: 'citizen',
        run: async (turn, rest) => ask(turn, example(turn.person.language, rest)),
      },
      { name: ASK_AGAIN, audience: 'citizen', run: (turn, rest) => ask(turn, rest) },
      { name: 'pasal', audience: 'citizen', run: (turn, rest) => showArticle(deps.store, turn, rest) },
      { name: 'nilai', audience: 'citizen', run: (turn, rest) => judge(deps.store, turn, rest) },
      { name: 'tanyahr', audience: 'citizen', run: (turn, id) => openHandover(deps, turn, id) },
      ...unread.actions,
      ...handover.actions,
      ...reviewing.actions,
      ...publishing.actions,
    ],
    forms: [...handover.forms, ...publishing.forms],
    async otherwise(turn) {
      const { content, aside } = turn.message
      if (content.kind === 'text' && aside) return ask(turn, content.text)
      if (content.kind === 'text' && asksForOfficer(content.text)) return openHandover(deps, turn, '')
      if (content.kind === 'text' && asksForOwnQuestions(content.text) && !turn.message.shared)
        return ownQuestions(store, turn)
      if (content.kind === 'text') return ask(turn, content.text)
      const { caption = '' } = content.kind === 'file' ? content : {}
      if (caption.trim() !== '' && !asksToRead(caption)) return ask(turn, caption)
      if (content.kind === 'file') return aside ? { say: [] } : unread.alone(turn, content)
      return { say: [{ text: texts[turn.person.language].noWords }] }
    },
  }
}

function examples(language: Language): readonly Choice[] {
  return texts[language].examples.map((label, i) => ({ label, value: `contoh:${i}` }))
}

/** What may be pressed beside small talk: examples for newcomers, an officer for whoever is angry. */
function beside(kind: SmallTalk | undefined, language: Language): readonly Choice[] {
  if (kind === 'abuse') return [{ label: texts[language].askOfficer, value: 'tanyahr:' }]
  return kind === 'greeting' || kind === 'who' || kind === 'outside' ? examples(language) : []
}

function example(language: Language, index: string): string {
  return texts[language].examples[Number(index)] ?? ''
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
async function openHandover(
  { store, files }: Pick<Questions, 'store' | 'files'>,
  turn: Turn,
  id: string,
): Promise<Reply> {
  const asked = /^\d{1,18}$/.test(id) ? await store.asked(id, turn.conversation) : undefined
  return openQuestion(files, turn, asked)
}
