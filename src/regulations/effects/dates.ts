import { addDays, type Day, readDay } from '../../indonesian/dates.ts'
import { readNumeral } from '../structure/numerals.ts'

/** When a regulation came to be, as far as its text can be read: ISO dates. */
export interface Dates {
  /** When it was made ("Ditetapkan", "Disahkan"). */
  readonly enacted?: Day
  /** When it was published ("Diundangkan"). */
  readonly promulgated?: Day
  /** From when on it applies; where it reaches back, that day. */
  readonly effective?: Day
}

/** A date through an optical reader's slips: "L3 April2O22", "3 1 Agusutus 2O2l". */
const DATE =
  '(?<![\\p{L}\\d])(?<day>[\\dIlLO](?:\\d|[IlO](?!\\p{L})| \\d)?)[\\s-]*(?<month>\\p{L}{3,9}?)[\\s-]*(?<year>[12][\\dOoIlLtZ](?: ?[\\dOoIlLtZ]){2})(?![\\d\\p{L}])'
const SIGNED = new RegExp(
  `(?:(?<enacted>Ditetapkan|Disahkan)|Diundangkan)\\s+di\\s[^;]{3,40}?[Tt]an\\S{2,4}\\s*[:,]?\\s+${DATE}`,
  'gu',
)
const STARTS =
  /(?<!\p{L})(?:ini|m[i1])\s+(?:mulai\s+)?(?:berlaku|dilaksanakan)(?!\p{L})(?<when>[^.;]{0,200})/giu
const BACK = new RegExp(`surut\\s(?:[^.;]{0,40}?\\s)?${DATE}`, 'u')
const ON = new RegExp(`^\\s(?:(?:efektif|pada|sejak|mulai|terhitung)[^.;]{0,40}?)?${DATE}`, 'u')
const AFTER =
  /^\s(?:efektif\s|setelah\s)?(?<count>\d{1,3})\s(?:\([^)]{1,30}\)\s)?(?<unit>hari|bulan|tahun)\s[^.;]{0,40}?diundangkan/
const AT_ONCE =
  /^\s(?:dan\s[^.;]{1,40}?)?(?:(?:efektif|pada|sejak|mulai|terhitung)\s[^.;]{1,40}?)?(?<event>diundangkan|ditetapkan|disahkan|pengundangan)/
/** "diundangkan" where a reader set the end of the sentence before its beginning. */
const DISPLACED = /(?<=diundangkan\.\s+(?:\.?ini\s+)?mulai berlaku pada tan\S{2,4}\s+)Aga/
/** Farther apart than this, one of two dates was misread. */
const DAYS_BETWEEN = 370

/** When a regulation was made and published and from when on it applies; what is misread or not said is undefined. */
export function enactedOn(text: string): Dates {
  let enacted: Day | undefined
  let promulgated: Day | undefined
  for (const { groups } of text.matchAll(SIGNED)) {
    if (groups?.enacted === undefined) promulgated ??= dayOf(groups)
    else enacted ??= dayOf(groups)
  }
  if (enacted && promulgated && !near(enacted, promulgated)) return {}
  const effective = effectiveIn(text, enacted, promulgated)
  return { ...(enacted && { enacted }), ...(promulgated && { promulgated }), ...(effective && { effective }) }
}

/** What the last of its sentences says that tells when it begins to apply. */
function effectiveIn(text: string, enacted: Day | undefined, promulgated: Day | undefined): Day | undefined {
  let effective: Day | undefined
  for (const { groups } of text.matchAll(STARTS)) {
    const when = groups?.when ?? ''
    const said = BACK.exec(when)?.groups ?? ON.exec(when)?.groups
    const later = AFTER.exec(when)?.groups
    const event = AT_ONCE.exec(when)?.groups?.event
    if (said) effective = dayOf(said) ?? effective
    else if (later) effective = promulgated && shifted(promulgated, Number(later.count), later.unit ?? '')
    else if (event) effective = /undang/.test(event) ? promulgated : enacted
  }
  return effective ?? (DISPLACED.test(text) ? promulgated : undefined)
}

function dayOf(groups: Readonly<Record<string, string | undefined>> | undefined): Day | undefined {
  const [day, year] = [groups?.day, groups?.year].map((token) => readNumeral(token ?? '')?.value)
  if (!day || !year || year < 1945 || year > 2050) return undefined
  return readDay(`${day} ${groups?.month?.slice(0, 3)} ${year}`, `${year}-01-01`)
}

function near(one: Day, other: Day): boolean {
  return addDays(one, DAYS_BETWEEN) >= other && addDays(other, DAYS_BETWEEN) >= one
}

function shifted(day: Day, count: number, unit: string): Day | undefined {
  if (unit === 'hari') return addDays(day, count)
  return readDay(`${unit === 'bulan' ? count : count * 12} bulan lagi`, day)
}
