import type { Turn } from '../../../chat/feature.ts'
import type { Choice } from '../../../chat/message.ts'
import { REVIEW, texts } from './review-texts.ts'
import type { Update } from './update.ts'

/** What a supervisor can do with a report: approve it as it is shown, ask, comment, and go on with those that wait. */
export function reviewChoices(
  { person, now }: Turn,
  { id, revision, employee, evidence, link, status }: Update,
  waiting: readonly Update[],
): readonly Choice[] {
  const t = texts[person.language]
  const count = evidence.length + (link === null ? 0 : 1)
  const many = waiting.length > 1
  const does = (label: string, verb: string, ...rest: readonly (string | number)[]): Choice => ({
    label,
    value: [REVIEW, verb, ...rest].join(':'),
  })
  return [
    ...(status === 'approved' ? [] : [does(t.approve, 'setuju', id, revision)]),
    does(t.ask, 'tanya', id),
    does(t.comment, 'komentar', id),
    ...(count > 0 ? [does(t.seeEvidence(count), 'bukti', id)] : []),
    ...(many ? [does(t.next, 'lewat', id)] : []),
    ...(many ? [does(t.approveAll(waiting.length), 'semua', employee.id, now.getTime())] : []),
    does(t.back, 'daftar'),
  ]
}
