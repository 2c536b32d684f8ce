import { ratioOf, type Share } from './metrics.ts'
import type { Summary } from './summary.ts'

/** The figures as lines for people, in Indonesian. `leftOut` counts the questions that were not asked. */
export function summaryText(summary: Summary, leftOut = 0): string {
  const { answerable, unanswerable, ms } = summary
  const rows: readonly (readonly [label: string, figure: string, when?: boolean])[] = [
    ['Pertanyaan', `${summary.questions}`],
    ['Dilewati, pasalnya belum punya teks di sini', `${leftOut}`, leftOut > 0],
    ...(answerable === 0 ? [] : answerableRows(summary)),
    ...(unanswerable === 0 ? [] : unanswerableRows(summary)),
    [
      'Rujukan terbukti di basis data',
      `${counted(summary.citations)}, ${summary.quotes} di antaranya dengan kutipan`,
    ],
    ['Waktu jawab', `p50 ${ms.p50} ms, p95 ${ms.p95} ms, terlama ${ms.max} ms`],
  ]
  const shown = rows.filter(([, , when = true]) => when)
  const width = Math.max(...shown.map(([label]) => label.length))
  return shown.map(([label, figure]) => `${label.padEnd(width)}  ${figure}`).join('\n')
}

function answerableRows(summary: Summary): readonly (readonly [string, string])[] {
  return [
    ['Pasal yang benar di urutan pertama (R@1)', counted(summary.recallAt1)],
    ['… di lima pertama (R@5)', counted(summary.recallAt5)],
    ['… di sepuluh pertama (R@10)', counted(summary.recallAt10)],
    ['MRR', decimal(summary.mrr)],
    ['nDCG@10', decimal(summary.ndcg)],
    ['Aturan lama di atas yang berlaku', counted(summary.superseded)],
    ['Angka kunci ada dalam jawaban', counted(summary.figures)],
    ['Bisa dijawab, tetapi ditolak', counted(summary.falseRefusals)],
    ['Bisa dijawab, dijawab dengan "tidak yakin"', counted(summary.unsure.answerable)],
  ]
}

function unanswerableRows(summary: Summary): readonly (readonly [string, string])[] {
  return [
    ['Tak terjawab, ditolak', counted(summary.refused)],
    ...Object.entries(summary.refusedByKind).map(([kind, share]): readonly [string, string] => [
      `  ${kind}`,
      counted(share),
    ]),
    ['Tak terjawab, dijawab dengan "tidak yakin"', counted(summary.unsure.unanswerable)],
  ]
}

/** The figures of each group as a table, in Indonesian. */
export function groupTable(title: string, groups: Readonly<Record<string, Summary>>): string {
  const head = [
    title,
    'soal',
    'R@1',
    'R@5',
    'R@10',
    'MRR',
    'aturan lama',
    'angka kunci',
    'salah tolak',
    'ditolak',
  ]
  const rows = Object.entries(groups).map(([name, summary]) => [
    name,
    `${summary.questions}`,
    percent(summary.recallAt1),
    percent(summary.recallAt5),
    percent(summary.recallAt10),
    decimal(summary.mrr),
    percent(summary.superseded),
    percent(summary.figures),
    percent(summary.falseRefusals),
    percent(summary.refused),
  ])
  const lines = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

function counted(share: Share): string {
  return `${share.part} dari ${share.whole}${share.whole > 0 ? ` (${percent(share)})` : ''}`
}

function percent(share: Share): string {
  const ratio = ratioOf(share)
  return ratio === undefined ? '–' : `${(100 * ratio).toFixed(1)}%`
}

function decimal(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3)
}
