import type { Filters } from '../query.ts'
import type { Remaining } from './words.ts'

/** The golongan of civil servants, lowest first. */
export const SERVANT_GRADES = ['I', 'II', 'III', 'IV'].flatMap((group) =>
  (group === 'IV' ? 'abcde' : 'abcd').split('').map((room) => `${group}/${room}`),
)
/** The golongan of contract workers, lowest first. */
export const CONTRACT_GRADES = 'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII'.split(' ')

const ROMAN = '[ivx]{1,5}'
const GRADE = `(${ROMAN}|\\d{1,2}) ?([a-e])?`
const ROOM = '(i{1,3}|iv|[1-4])([a-e])'
const UP = 'ke ?atas|dan di atasnya|atau lebih'
const DOWN = 'ke ?bawah|dan di bawahnya'

/** A golongan or a range of them: "golongan III" of a civil servant is III/a to III/d, of a PPPK it is III. */
export function gradeIn(said: Remaining, isContract: boolean): Filters {
  const match =
    said.take(
      `(?:golongan|pangkat)(?: ruang)? ${GRADE}(?: (?:sampai|dan|ke)(?: dengan)? (?:golongan )?${GRADE}| (${UP})| (${DOWN}))?`,
    ) ?? said.take(`${ROOM}(?: (?:sampai|ke)(?: dengan)? ${ROOM}| (${UP})| (${DOWN}))?`)
  if (match === undefined) return {}
  const [, group = '', room = '', endGroup = '', endRoom = '', up, down] = match
  const from = spanOf(group, room, isContract)
  const to = endGroup === '' ? from : spanOf(endGroup, endRoom, isContract)
  if (from === undefined || to === undefined) return {}
  const scale = from.from.includes('/') ? SERVANT_GRADES : CONTRACT_GRADES
  return {
    grade: {
      from: down ? (scale[0] ?? '') : from.from,
      to: up ? (scale.at(-1) ?? '') : to.to,
    },
  }
}

/** Every golongan from one to another, both included; none where they are not of one scale. */
export function gradesBetween({
  from,
  to,
}: {
  readonly from: string
  readonly to: string
}): readonly string[] {
  const scale = from.includes('/') ? SERVANT_GRADES : CONTRACT_GRADES
  const [first, last] = [scale.indexOf(from), scale.indexOf(to)]
  return first < 0 || last < 0 ? [] : scale.slice(first, last + 1)
}

function spanOf(group: string, room: string, isContract: boolean): Filters['grade'] {
  const roman = /^\d+$/.test(group) ? CONTRACT_GRADES[Number(group) - 1] : group.toUpperCase()
  if (roman === undefined || !CONTRACT_GRADES.includes(roman)) return undefined
  if (room !== '') {
    const grade = `${roman}/${room}`
    return SERVANT_GRADES.includes(grade) ? { from: grade, to: grade } : undefined
  }
  if (isContract || !['I', 'II', 'III', 'IV'].includes(roman)) return { from: roman, to: roman }
  const rooms = SERVANT_GRADES.filter((grade) => grade.startsWith(`${roman}/`))
  return { from: rooms[0] ?? '', to: rooms.at(-1) ?? '' }
}
