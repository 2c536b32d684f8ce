import { fold } from '../../../indonesian/words.ts'
import { mask, withoutPlaceholders } from '../../../model/masking.ts'
import { isInjected } from '../asides/injection.ts'
import type { Remembered } from '../memory.ts'
import type { Consultation, Reading } from './consulting.ts'
import { fenced } from './fencing.ts'
import { figuresIn } from './grounding/figures.ts'
import type { Prompts } from './prompts.ts'

const MOST = 3
const LONGEST = 200

/** A question in the words of the law, up to three times, to be searched beside its own; none where that cannot be had. */
export async function rewritten(
  prompts: Pick<Prompts, 'rewrite'>,
  consultation: Consultation,
  question: string,
  history: readonly Remembered[],
): Promise<readonly string[]> {
  const { texts } = mask(question, history.map((past) => `- ${past.question}`).join('\n') || '-')
  const [asked = '', before = ''] = texts.map(fenced)
  const prompt = prompts.rewrite({ question: asked, history: before })
  return (await consultation.ask('quick', prompt, [], (text) => readVariants(text, question, before))) ?? []
}

/** The lines of a model that are of use: short, and with no number and no law that was not named before. */
export function readVariants(text: string, question: string, before = ''): Reading<readonly string[]> {
  if (/^\s*-?\s*$/.test(text)) return { outcome: 'unknown' }
  const said = `${question}\n${before}`
  const value = text
    .split('\n')
    .map((line) =>
      withoutPlaceholders(line)
        .replace(/^\s*(?:[-*•]|\d[.)])\s+/, '')
        .replace(/["“”]/g, '')
        .trim(),
    )
    .filter((line) => line.length >= 4 && line.length <= LONGEST && fold(line) !== fold(question))
    .filter((line) => inventsNothing(line, said) && !isInjected(line))
    .filter((line, i, all) => all.findIndex((other) => fold(other) === fold(line)) === i)
    .slice(0, MOST)
  return value.length > 0 ? { outcome: 'answered', value } : { outcome: 'unusable' }
}

function inventsNothing(line: string, said: string): boolean {
  const numbers = new Set([...(said.match(/\d+/g) ?? []), ...figuresIn(said).map(({ value }) => value)])
  const known = ` ${fold(said)} `
  return (
    (line.match(/\d+/g) ?? []).every((number) => numbers.has(number)) &&
    figuresIn(line).every(({ value }) => numbers.has(value)) &&
    (fold(line).match(LAWS) ?? []).every((law) => known.includes(` ${law} `))
  )
}

/** Laws and their parts by name: what nobody named is not to be searched for. */
const LAWS =
  /\b(?:uu|pp|perpres|permen\w*|perda|perwal|perbup|undang undang|peraturan (?:pemerintah|presiden|menteri|daerah|wali kota|walikota|bupati|badan|bkn)|surat edaran|pasal|ayat)\b/g
