import type { Language } from '../../chat/message.ts'
import { literal } from '../../chat/message.ts'
import type { Filters, Query } from './query.ts'
import { positionsMeant } from './reading/positions.ts'
import { texts } from './texts.ts'

/** What was understood of a question, in words: "PPPK, jabatan mengandung "guru", seluruh unit". */
export function understood(query: Query, language: Language, own?: string): string {
  const t = texts[language].understood
  const { filters } = query
  const parts = [
    ...peopleIn(filters, language),
    placeIn(filters, language, own),
    ...(query.want === 'group' ? [t.by[query.by]] : []),
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function peopleIn(filters: Filters, language: Language): readonly string[] {
  const t = texts[language].understood
  const { kind, sex, position, grade, age, retires, qualification, missing, registered, of, name } = filters
  const parts = [
    kind,
    sex && t.sex[sex],
    position && t.position(literal(position), positionsMeant(position)),
    grade && t.grade(grade.from, grade.to),
    age && t.age(age.from, age.to),
    retires && t.retires(retires.from, retires.to),
    qualification && t.qualification(literal(qualification.toUpperCase())),
    missing && t.missing[missing],
    registered === undefined ? undefined : registered ? t.registered : t.unregistered,
    of && (of === 'me' ? t.ownReports : t.reportsOf(literal(of))),
    name && t.name(literal(name)),
  ]
  const said = parts.flatMap((part) => part ?? [])
  return said.length === 0 ? [t.everybody] : said
}

function placeIn({ unit, of, name }: Filters, language: Language, own?: string): string {
  const t = texts[language].understood
  if (typeof unit === 'object') return t.unit(literal(unit.name))
  if (unit === 'own' || own !== undefined) return t.ownUnit(literal(own ?? ''))
  return of !== undefined || name !== undefined ? '' : t.everywhere
}
