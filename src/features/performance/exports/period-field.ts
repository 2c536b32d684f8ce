import type { Field } from '../../../chat/fields.ts'
import type { Language } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { texts as shared } from '../appraisal/texts.ts'
import { type PeriodKey, periodOf, readPeriod } from './period.ts'
import { texts } from './texts.ts'

/** A period by a button or in words; it reads what it shows. */
export function periodField(): Field<PeriodKey> {
  return {
    input: 'text',
    options: (language) => {
      const { thisQuarter, lastQuarter, thisYear } = texts[language]
      return [thisQuarter, lastQuarter, thisYear].map((label) => ({ value: label.toLowerCase(), label }))
    },
    read(content, { now, timeZone, language }) {
      const said = content.kind === 'text' ? content.text : content.kind === 'choice' ? content.value : ''
      const value = readPeriod(said, dayAt(now, timeZone))
      return value === undefined ? { ok: false, hint: texts[language].wantPeriod } : { ok: true, value }
    },
    show: (value, language) => showPeriod(value, language),
  }
}

/** A period as people read it: "triwulan I 2026", "Maret 2026", "tahun 2026". */
export function showPeriod(key: PeriodKey, language: Language): string {
  const t = texts[language]
  const period = periodOf(key)
  if (period === undefined) return key
  const [quarter, ...more] = period.quarters
  if (quarter === undefined) return t.month(new Date(`${period.from}T00:00:00Z`))
  return more.length > 0 ? t.year(key) : shared[language].quarter(quarter)
}
