import { expect, it } from 'vitest'
import { createActingStore, type Deed } from '../../src/features/feedback/tickets/acting-store.ts'
import { createTicketStore } from '../../src/features/feedback/tickets/store.ts'
import { addDays, type Day } from '../../src/indonesian/dates.ts'
import { createSeal } from '../../src/seal.ts'
import { citizens } from './stage.ts'

/** Days off of a year with everything in it: single days, bridges, and a week and a half around Idulfitri. */
const OFF: readonly Day[] = [
  '2026-01-01',
  '2026-01-16',
  '2026-02-16',
  '2026-02-17',
  '2026-03-18',
  '2026-03-19',
  '2026-03-20',
  '2026-03-23',
  '2026-03-24',
  '2026-04-03',
  '2026-05-01',
  '2026-05-14',
  '2026-05-15',
  '2026-05-27',
  '2026-05-28',
  '2026-06-01',
  '2026-06-16',
  '2026-08-17',
  '2026-08-25',
  '2026-12-24',
  '2026-12-25',
  '2027-01-01',
]
const [FIRST, LAST] = ['2026-01-02', '2027-02-26'] as const
/** A ticket comes in so often, and lives one of these lives: what is done so many days after it came. */
const EVERY = 11
const LIVES: readonly (readonly (readonly [after: number, deed: Deed])[])[] = [
  [[20, 'answer']],
  [
    [1, 'take'],
    [12, 'answer'],
  ],
  [
    [0, 'take'],
    [1, 'ask'],
    [6, 'reply'],
    [16, 'answer'],
  ],
  [
    [0, 'take'],
    [2, 'ask'],
  ],
  [
    [1, 'answer'],
    [8, 'reopen'],
    [18, 'answer'],
  ],
  [
    [2, 'answer'],
    [3, 'close'],
  ],
]

const isOff = (day: Day): boolean =>
  OFF.includes(day) || [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/**
 * What a clerk with a wall calendar would do: each working morning one more stroke for every ticket, a word at the stroke
 * before the last that is allowed and at the first beyond, and an end after ten strokes of silence.
 */
function byHand(came: Day, life: (typeof LIVES)[number]): readonly string[] {
  const said: string[] = []
  let [waits, strokes, allowed, stood]: ['verify' | 'answer' | 'close' | 'over', number, number, number] = [
    'verify',
    0,
    3,
    0,
  ]
  let asked = false
  for (let day = came; day <= LAST; day = addDays(day, 1)) {
    if (!isOff(day) && day > came && waits !== 'over') {
      strokes++
      if (waits === 'close' && strokes === 11) {
        said.push(`${day} lapse`)
        waits = 'over'
      } else if (waits !== 'close') {
        if (strokes === allowed - 1) said.push(`${day} soon`)
        if (strokes === allowed + 1) said.push(`${day} missed`)
      }
    }
    for (const [after, deed] of life) {
      if (addDays(came, after) !== day) continue
      if (deed === 'take' && waits === 'verify') [waits, strokes, allowed] = ['answer', 0, 5]
      if (deed === 'ask') {
        if (waits === 'verify') [strokes, allowed] = [0, 5]
        stood = strokes
        ;[waits, strokes, asked] = ['close', 0, true]
      }
      // the clock goes on where it stood
      if (deed === 'reply' && asked) [waits, strokes, allowed, asked] = ['answer', stood, 5, false]
      if (deed === 'answer') [waits, strokes] = ['close', 0]
      if (deed === 'reopen') [waits, strokes, allowed] = ['answer', 0, 5]
      if (deed === 'close') waits = 'over'
    }
  }
  return said
}

it('a year of tickets is warned of, missed and closed on the days a clerk with a wall calendar comes to', async () => {
  const stage = await citizens()
  for (const day of OFF)
    await stage.database.query(
      `insert into holiday (day, name, kind, decree, added_by, added_at)
       values ($1, 'Libur', 'nasional', 'uji', 'uji', '2026-01-01T00:00:00Z')`,
      [day],
    )
  const seal = createSeal('kunci uji')
  const tickets = createTicketStore(stage.database, seal)
  const acting = createActingStore(stage.database, seal, stage.addresses.isOf)
  const lives = new Map<string, { readonly came: Day; readonly life: (typeof LIVES)[number] }>()
  const found = new Map<string, string[]>()
  let heard = 0

  for (let day: Day = FIRST; day <= LAST; day = addDays(day, 1)) {
    await stage.morning(day, 'feedback.promises')
    const news = (stage.heard.get('telegram:dewi') ?? []).slice(heard)
    heard += news.length
    for (const { text } of news) {
      const [, what, number = ''] = /^Tenggat(nya dekat| terlewat): laporan \*\*([\d-]+)/.exec(text) ?? []
      if (what !== undefined)
        found.get(number.replace('-', ''))?.push(`${day} ${what === ' terlewat' ? 'missed' : 'soon'}`)
    }
    const days = Math.round((Date.parse(day) - Date.parse(FIRST)) / 86_400_000)
    if (days % EVERY === 0 && day <= '2026-12-31') {
      const life = LIVES[(days / EVERY) % LIVES.length] ?? []
      const receipt = await tickets.lodge({
        message: `m${day}`,
        identity: 'anonymous',
        kind: 'complaint',
        unit: null,
        service: null,
        officer: null,
        rating: null,
        weight: 1,
        words: `Laporan tanggal ${day}`,
        place: null,
        sentiment: 'negative',
        themes: [],
        tempers: [],
        address: stage.addresses.addressOf('telegram:77'),
        account: 'telegram:77',
        name: 'Warga',
        on: day,
      })
      if (typeof receipt === 'string') throw new Error(receipt)
      lives.set(receipt.number, { came: day, life })
      found.set(receipt.number, [])
    }
    for (const [number, { came, life }] of lives)
      for (const [after, deed] of life)
        if (addDays(came, after) === day) {
          const ticket = await acting.ticket(number)
          const stood = ticket?.askedOn ? strokesBetween(ticket.askedOn, day) : 0
          const by = deed === 'reply' || deed === 'reopen' ? {} : { by: 'telegram:dewi' }
          await acting.act({
            number,
            deed,
            message: `${number}:${after}`,
            on: day,
            words: 'ya',
            stood,
            ...by,
          })
        }
  }
  const lapsed = await stage.database.query<{ ticket: string; on: Day }>(
    `select ticket, on_day as on from ticket_event where action = 'lapse'`,
  )
  for (const { ticket, on } of lapsed) found.get(ticket)?.push(`${on} lapse`)
  expect(lives.size).toBe(34)
  expect(found).toEqual(new Map([...lives].map(([number, { came, life }]) => [number, byHand(came, life)])))
}, 240_000)

function strokesBetween(from: Day, to: Day): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!isOff(day)) count++
  return count
}
