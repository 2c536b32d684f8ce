import type { Feature, Reply, Turn } from '../../chat/feature.ts'
import { mayUse } from '../../chat/turn.ts'
import { type Day, dayAt, readDay } from '../../indonesian/dates.ts'
import { fold } from '../../indonesian/words.ts'
import { OWN } from './absences/forms.ts'
import type { Deps } from './deps.ts'
import { texts } from './texts.ts'

/**
 * Takes plain words that ask for the days off themselves ("tanggal merah 2026", "besok libur?") or say from when to when
 * somebody is away ("saya cuti 3 sampai 7 desember"). Whatever holds one word more is a question about rules, and left.
 */
export function createHearing(
  { calendar: store }: Pick<Deps, 'calendar'>,
  list: (turn: Turn, year?: number) => Promise<Reply>,
): NonNullable<Feature['hears']> {
  async function dayOff(turn: Turn, day: Day): Promise<Reply> {
    const t = texts[turn.person.language]
    const calendar = await store.calendar()
    const text = calendar.isWorking(day) ? t.working(day) : t.off(day, calendar.holiday(day))
    return { say: [{ text }] }
  }

  return async (turn) => {
    const { content, aside } = turn.message
    if (
      content.kind !== 'text' ||
      aside ||
      content.text.length > LONGEST ||
      !mayUse(turn.person.role, 'employee')
    )
      return undefined
    const said = content.text
      .toLowerCase()
      .replace(/[?!.\s]+$/, '')
      .replace(/\s+/g, ' ')
      .trim()
    const today = dayAt(turn.now, turn.timeZone)
    const asked = ASKS.exec(fold(said))
    if (asked) return list(turn, asked[1] === undefined ? undefined : Number(asked[1]))
    const day = readDay(IS_OFF.exec(said)?.[1] ?? '', today)
    if (day !== undefined) return dayOff(turn, day)
    if (turn.message.shared || turn.person.employee === undefined) return undefined
    const away = awayIn(said, today)
    return away && { say: [], open: { form: OWN, answers: away } }
  }
}

const LONGEST = 120
const ASKS =
  /^(?:(?:kapan|apa saja|daftar|jadwal|lihat) )?(?:saja )?(?:hari libur|libur nasional|tanggal merah|cuti bersama|hari libur nasional(?: dan cuti bersama)?|libur)(?: (?:apa saja|kapan saja|berikutnya|terdekat))?(?: tahun)?(?: (?:(20\d\d)|ini))?$/
const IS_OFF =
  /^(?:apakah )?(.{3,30}?) (?:itu )?(?:libur|tanggal merah|hari kerja|masuk kerja)(?:kah| (?:ga|gak|nggak|enggak|tidak|tdk|kah|bukan|atau tidak|nggak ya|ya))?$/
const AWAY =
  /^(?:saya |aku |sy )?(?:akan |mau |sedang )?(?:(cuti)|dinas luar|dl)(?: kota)?(?: tahunan)?(?: (?:dari|mulai|pada))? (.+?) (?:sampai(?: dengan)?|hingga|s\/d|sd|-|–) (.+)$/

/** The absence that was said whole; undefined where a day of it is none. A bare first date has the month of the last. */
function awayIn(
  said: string,
  today: Day,
): { readonly kind: string; readonly from: Day; readonly to: Day } | undefined {
  const [, leave, first = '', last = ''] = AWAY.exec(said) ?? []
  const to = readDay(last, today)
  if (to === undefined) return undefined
  const number = /^(?:tanggal |tgl\.? ?)?(\d{1,2})$/.exec(first)?.[1]
  const from = number === undefined ? readDay(first, today) : readDay(`${to.slice(0, 8)}${number}`, today)
  if (from === undefined || from > to) return undefined
  return { kind: leave === undefined ? 'dinas' : 'cuti', from, to }
}
