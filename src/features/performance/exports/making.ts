import type { Reply, Turn } from '../../../chat/feature.ts'
import { type ConversationId, type KeptFile, literal } from '../../../chat/message.ts'
import { dayAt } from '../../../indonesian/dates.ts'
import { showNumber } from '../../../indonesian/numbers.ts'
import { fold } from '../../../indonesian/words.ts'
import { MIME } from '../../../paper/table.ts'
import { createWriting, MOST_ROWS } from '../../../paper/writing.ts'
import { type Audit, say } from '../appraisal/appraising.ts'
import { shownDay } from '../appraisal/day.ts'
import { opensOn } from '../appraisal/quarter.ts'
import { texts as shared } from '../appraisal/texts.ts'
import { type ContentsFrom, createContents, type Filter, type Wish, whereOf } from './contents.ts'
import { type Period, periodOf } from './period.ts'
import { showPeriod } from './period-field.ts'
import { texts } from './texts.ts'

/** Keeps a file that was made here, for whoever asked for it and nobody else. */
export interface Making {
  /** Whether files can be had in a conversation at all. */
  isPossible(conversation: ConversationId): boolean
  make(
    bytes: Uint8Array,
    file: { readonly name: string; readonly mime: string },
    turn: Turn,
    purpose: 'export',
  ): Promise<KeptFile>
}

/** What files are made from. */
export interface MakingFrom extends ContentsFrom {
  readonly files: Making
  readonly audit: Audit
}

/** Makes the file somebody wishes, or says why there is none. */
export function createMaking(from: MakingFrom): (turn: Turn, wish: Wish) => Promise<Reply> {
  const { files, audit, timeZone } = from
  const contents = createContents(from)
  const write = createWriting()

  async function make(turn: Turn, wish: Wish): Promise<Reply> {
    const { language } = turn.person
    const t = texts[language]
    const period = periodOf(wish.period)
    if (period === undefined) return say(t.wantPeriod)
    if (!files.isPossible(turn.conversation)) return say(t.notHere)
    const early = wish.what === 'evaluasi' ? earlyOf(turn, period) : undefined
    if (early !== undefined) return say(early)
    const filter = filterOf(turn, wish, period)
    const which = wish.what === 'laporan' ? 'reports' : 'evaluations'
    const rows = await from[which].count(filter)
    const named = showPeriod(wish.period, language)
    if (rows === 0) return say(t.empty(t[which].toLowerCase(), named, literal(whereOf(wish, turn))))
    const most = MOST_ROWS[wish.kind]
    if (rows > most)
      return say(t.tooMany(showNumber(rows), showNumber(most), wish.kind === 'pdf' && rows <= MOST_ROWS.xlsx))
    turn.preview(t.preparing)
    const { unit, supervisor, kind } = wish
    const of = { unit: unit?.name ?? null, own: supervisor !== undefined }
    const detail = { what: which, period: wish.period, ...of, kind, rows }
    await audit({ key: `${turn.message.id}:export`, action: 'export.made', detail }, turn)
    const [table, pages] = await contents(turn, wish, filter)
    const bytes = await write(table, kind, pages)
    const name = fileName(wish, t.files[which])
    const file = await files.make(bytes, { name, mime: MIME[kind] }, turn, 'export')
    const done = t.done(t[which], named, literal(whereOf(wish, turn)), showNumber(rows))
    return { say: [{ text: [done, ...(kind === 'csv' ? [t.csvHint] : [])].join(' '), file }] }
  }

  /** When evaluations of a period begin, where none of them has; nobody is late before that. */
  function earlyOf({ person: { language }, now }: Turn, { quarters }: Period): string | undefined {
    const [first] = quarters
    const isEarly = first !== undefined && opensOn(first) > dayAt(now, timeZone)
    return isEarly
      ? texts[language].early(shared[language].quarter(first), shownDay(opensOn(first)))
      : undefined
  }

  function filterOf({ now }: Turn, { unit, supervisor }: Wish, period: Period): Filter {
    const today = dayAt(now, timeZone)
    const quarters = period.quarters.filter((quarter) => opensOn(quarter) <= today)
    return { ...period, quarters, unit: unit?.id ?? null, ...(supervisor && { supervisor: supervisor.id }) }
  }

  return make
}

function fileName({ period, unit, supervisor, kind }: Wish, what: string): string {
  const own = supervisor === undefined ? [] : ['bawahan']
  const where = unit === undefined ? own : [...own, fold(unit.name).replaceAll(' ', '-').slice(0, 60)]
  return `${[what, period, ...where].join('_')}.${kind}`
}
