import type { KeptFile } from '../../../chat/message.ts'
import type { Day } from '../../../indonesian/dates.ts'
import type { Update, UpdateStatus } from './update.ts'

/** A report as the database has it, with the names of whoever and whatever it belongs to. */
export interface Row {
  readonly id: string
  readonly key: string
  readonly employee: string
  readonly employee_name: string
  readonly supervisor: string | null
  readonly target: string | null
  readonly target_number: number | null
  readonly target_title: string | null
  readonly done_on: Day
  readonly quantity: string
  readonly unit: string
  readonly good: string | null
  readonly late: boolean | null
  readonly link: string | null
  readonly said: string
  readonly status: UpdateStatus
  readonly revision: number
  readonly created_at: Date
  readonly changed_at: Date
  readonly evidence: readonly KeptFile[]
}

/** Selects such rows; which, and in what order, follows. */
export const SELECT = `select u.id, u.key, u.employee, e.name as employee_name, e.supervisor, u.target,
    t.number as target_number, t.title as target_title, u.done_on::text, u.quantity, u.unit, u.good, u.late, u.link,
    u.said, u.status, u.revision, u.created_at, u.changed_at, coalesce((
      select jsonb_agg(jsonb_build_object('hash', file.hash, 'name', file_use.name, 'mime', file.mime, 'size', file.size)
        order by file_use.created_at, file.hash)
      from file_use join file using (hash) where file_use.purpose = 'evidence' and file_use.reference = u.key
    ), '[]') as evidence
  from work_update u join employee e on e.id = u.employee left join target t on t.id = u.target`

/** A report from its row. */
export function updateOf(row: Row): Update {
  return {
    id: row.id,
    key: row.key,
    employee: { id: row.employee, name: row.employee_name },
    supervisor: row.supervisor,
    target:
      row.target === null
        ? null
        : { id: row.target, number: row.target_number ?? 0, title: row.target_title ?? '' },
    doneOn: row.done_on,
    quantity: Number(row.quantity),
    unit: row.unit,
    good: row.good === null ? null : Number(row.good),
    late: row.late,
    link: row.link,
    said: row.said,
    status: row.status,
    revision: row.revision,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    evidence: row.evidence,
  }
}
