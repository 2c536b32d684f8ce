import type { PassageDraft } from './shelving.ts'
import type { Article } from './structure.ts'

/** A passage is about this long, in characters: short enough to be read on a phone, long enough to be found. */
const AIM = 700

/**
 * The passages of a pasal's official text: an ayat each, neighbouring short ones stay apart so that each can
 * be cited; what is far longer than `AIM` is cut between its huruf, each part with the words it hangs on.
 */
export function passagesOf(article: Article): readonly PassageDraft[] {
  const common = { title: '', questions: [] }
  return byAyat(article).flatMap(({ ayat, clauses }) => {
    const own = { ...common, ...(ayat && { ayat }) }
    const whole = clauses.map(({ words }) => words).join('\n')
    if (whole.length <= AIM * 1.5 || clauses.length < 3) return whole === '' ? [] : [{ ...own, body: whole }]
    const [lead, ...rest] = clauses
    return parts(rest, AIM - Math.min(lead?.words.length ?? 0, AIM / 2)).map((part) => ({
      ...own,
      ...(part.length === 1 && part[0]?.huruf && { huruf: part[0].huruf }),
      body: [lead?.words ?? '', ...part.map(({ words }) => words)].join('\n'),
    }))
  })
}

interface Group {
  readonly ayat: string | undefined
  readonly clauses: Article['clauses']
}

function byAyat({ clauses }: Article): readonly Group[] {
  const groups: { ayat: string | undefined; clauses: Article['clauses'][number][] }[] = []
  for (const clause of clauses) {
    const last = groups.at(-1)
    if (last && last.ayat === clause.ayat) last.clauses.push(clause)
    else groups.push({ ayat: clause.ayat, clauses: [clause] })
  }
  return groups
}

/** Neighbouring clauses together, as many as `room` characters hold, at least one. */
function parts(clauses: Article['clauses'], room: number): readonly Article['clauses'][number][][] {
  const result: Article['clauses'][number][][] = []
  let length = 0
  for (const clause of clauses) {
    const last = result.at(-1)
    if (last && length + clause.words.length <= room) {
      last.push(clause)
      length += clause.words.length
    } else {
      result.push([clause])
      length = clause.words.length
    }
  }
  return result
}
