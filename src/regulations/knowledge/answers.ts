import type { Database } from '../../database/database.ts'
import { indexArticles } from '../indexing.ts'
import type { Lexicon } from '../lexicon.ts'
import { shelve } from '../shelving.ts'

/** The regulation-like id of officers' answers that were reviewed and may be quoted. */
export const ANSWERS = 'jawaban-petugas'

/** An officer's reviewed answer on its way into the knowledge; `source` is what is shown in place of a citation. */
export interface ReviewedAnswer {
  readonly id: string
  readonly question: string
  readonly answer: string
  readonly source: string
}

/** Makes these reviewed answers, and no others, findable beside the pasal. May come twice for the same ones. */
export async function shelveAnswers(
  database: Database,
  lexicon: Lexicon,
  answers: readonly ReviewedAnswer[],
): Promise<void> {
  await database.transaction((connection) =>
    shelve(
      connection,
      'digest',
      [ANSWERS],
      answers.map(({ id, question, answer, source }, position) => ({
        regulation: ANSWERS,
        pasal: id,
        position,
        heading: '',
        passages: [{ title: question, body: answer, questions: [question], checked: source }],
      })),
      lexicon,
    ),
  )
  await indexArticles(database, lexicon)
}

/** Whether this is no pasal but an officer's reviewed answer; `checked` says whose and since when. */
export function isOfficersAnswer({ regulation }: { readonly regulation: { readonly id: string } }): boolean {
  return regulation.id === ANSWERS
}
