import { placeKey, type Ranked } from './metrics.ts'
import { failed, type Judged } from './summary.ts'

/** Every question that went wrong in any way, and how, in Indonesian. */
export function failureText(judged: readonly Judged[]): string {
  const wrong = judged.filter(failed)
  return [`Yang keliru: ${wrong.length} dari ${judged.length}`, ...wrong.map(described)].join('\n\n')
}

/** What programs are told of a question that went wrong. */
export function failureOf({ question, line, rank, missing, unsure, unproven }: Judged): object {
  const { id, voice, set, kind, gold } = question
  return {
    id,
    set,
    voice,
    kind,
    question: question.question,
    gold: gold.map(placeKey),
    first: line.passages[0] === undefined ? null : placeKey(line.passages[0]),
    rank: Number.isFinite(rank) ? rank : null,
    refused: line.refused,
    unsure,
    missing,
    unproven,
  }
}

function described({ question, line, rank, missing, unsure, unproven }: Judged): string {
  const { id, voice, kind, gold, also_ok, answerable } = question
  const [first] = line.passages
  const reaction = line.refused ? 'ditolak' : unsure ? 'dijawab, "tidak yakin"' : 'dijawab'
  return [
    `${[id, voice, kind].filter(Boolean).join(', ')}: ${question.question}`,
    answerable === false
      ? '  seharusnya ditolak'
      : `  seharusnya ${named(gold)}${also_ok.length > 0 ? ` (boleh juga ${named(also_ok)})` : ''}`,
    `  pertama    ${first ? `${placeKey(first)} (${first.score})` : 'tidak ada'}`,
    ...(gold.length > 0
      ? [`  urutan     ${Number.isFinite(rank) ? rank : 'tidak ada di sepuluh pertama'}`]
      : []),
    `  jawaban    ${reaction}`,
    ...(missing.length > 0 ? [`  kurang     ${missing.map((words) => `"${words}"`).join(', ')}`] : []),
    ...unproven.map(
      ({ regulation, pasal, quote }) =>
        `  tak terbukti ${placeKey({ regulation, pasal })}${quote ? ` "${quote}"` : ''}`,
    ),
  ].join('\n')
}

function named(places: readonly Ranked[]): string {
  return places.map(placeKey).join(', ')
}
