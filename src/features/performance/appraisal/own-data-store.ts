import type { Json, KeptAbout, OwnData } from '../../../chat/feature.ts'
import type { Database } from '../../../database/database.ts'
import { texts } from './own-data/texts.ts'

type Kept = Readonly<Record<string, Json>>

/** The evaluations of a person and what was said about them; they stay, being part of how pay was decided. */
export function createOwnEvaluations(database: Database): OwnData {
  return {
    async collect({ employee, language }): Promise<readonly KeptAbout[]> {
      if (employee === undefined) return []
      const t = texts[language]
      const evaluations = await database.query<{ row: Kept }>(
        `select to_jsonb(v) - 'key' - 'id' - 'employee' - 'rated_by' || jsonb_build_object('rated_by', rater.name) as row
         from evaluation v left join employee rater on rater.id = v.rated_by
         where v.employee = $1::bigint order by v.year, v.quarter`,
        [employee],
      )
      const notes = await database.query<{ row: Kept }>(
        `select jsonb_build_object('year', v.year, 'quarter', v.quarter, 'of', writer.name, 'by', speaker.name,
           'kind', n.kind, 'text', n.text, 'result', n.result, 'behaviour', n.behaviour, 'at', n.at) as row
         from evaluation_note n join evaluation v on v.id = n.evaluation join employee writer on writer.id = v.employee
           left join employee speaker on speaker.id = n.by_employee
         where v.employee = $1::bigint or n.by_employee = $1::bigint order by n.id`,
        [employee],
      )
      return [
        { title: t.evaluations, why: t.why, rows: evaluations.map(({ row }) => row) },
        { title: t.notes, why: t.why, rows: notes.map(({ row }) => row) },
      ].filter(({ rows }) => rows.length > 0)
    },

    async erase({ employee, language }): Promise<readonly string[]> {
      if (employee === undefined) return []
      const kept = await database.query(
        `select 1 from evaluation v left join evaluation_note n on n.evaluation = v.id
         where v.employee = $1::bigint or n.by_employee = $1::bigint limit 1`,
        [employee],
      )
      return kept.length > 0 ? [texts[language].stays] : []
    },
  }
}
