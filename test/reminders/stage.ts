import { randomUUID } from 'node:crypto'
import { type Absence, calendarOf, type Holiday } from '../../src/calendar.ts'
import { toPlain } from '../../src/channels/markdown.ts'
import type { Delivery, Letter, Posting } from '../../src/chat/feature.ts'
import type { ConversationId, Outgoing } from '../../src/chat/message.ts'
import type { Database } from '../../src/database/database.ts'
import { createAudiences } from '../../src/directory.ts'
import type { Content, Deadline } from '../../src/features/reminders/deadline.ts'
import { createDeadlineStore } from '../../src/features/reminders/deadlines/store.ts'
import type { Standing } from '../../src/features/reminders/ports.ts'
import { remind } from '../../src/features/reminders/reminding/remind.job.ts'
import { dayAt } from '../../src/indonesian/dates.ts'
import { recording } from '../support/bot.ts'
import { emptied } from '../support/emptied.ts'

/** A letter as it was taken in, with its batch. */
export interface Posted extends Letter {
  readonly batch: string
  readonly posting?: Posting | undefined
}

/** What is due every month on the 20th unless a test says otherwise; 20 March 2026 is a Friday. */
export const MONTHLY: Content = {
  title: 'Laporan kinerja',
  template: null,
  recurrence: { kind: 'monthly', on: { day: 20 } },
  shift: 'before',
  audience: {},
  plan: { before: [7, 3, 1], onDay: true, overdueEvery: 2, mostOverdue: 2 },
  hour: 8,
  escalation: { supervisorAfter: null, hrAfter: null },
  done: { by: null, said: true },
  words: null,
  startsOn: null,
  endsOn: null,
}

/** A small office for reminding: its clock is moved by hand, the mailbox keeps what it takes, once for a recipient. */
export async function reminding(database: Database, holidays: readonly Holiday[] = []) {
  await emptied(database, 'deadline, occurrence, reminder, digest, completion, file, file_use')
  const posted: Posted[] = []
  const expired: (Delivery & { readonly batch: string })[] = []
  const told: { to: ConversationId; message: Outgoing; key: string }[] = []
  const absences = new Map<string, Absence[]>()
  const sent = { reported: [] as string[], evaluated: [] as string[] }
  const standing: Standing = {
    reported: async () => sent.reported,
    evaluated: async () => sent.evaluated,
  }
  let now = new Date('2026-03-02T09:00:00+07:00')
  const audiences = createAudiences(database)
  const deps = {
    database,
    audiences,
    standing,
    timeZone: 'Asia/Jakarta',
    clock: () => now,
    log: recording([]),
    calendar: {
      calendar: async () => calendarOf(holidays, 5),
      async absences(employees: readonly string[], from: string, to: string) {
        const known = [...absences].filter(([id]) => employees.includes(id))
        return new Map(
          known.map(([id, all]) => [id, all.filter((one) => one.from <= to && one.to >= from)] as const),
        )
      },
    },
    post: {
      deliveries: async (batch: string) => expired.filter((one) => one.batch === batch),
      async post(batch: string, letters: readonly Letter[], posting?: Posting) {
        for (const letter of letters)
          if (!posted.some((one) => one.batch === batch && one.recipient === letter.recipient))
            posted.push({ ...letter, batch, posting })
      },
    },
    outbox: {
      async say(to: ConversationId, message: Outgoing, key: string) {
        if (!told.some((one) => one.key === key)) told.push({ to, message, key })
      },
      revise: async () => undefined,
    },
  }
  const job = remind(deps)
  const deadlines = createDeadlineStore(database)
  const by = () => ({ by: 'test:hana', key: randomUUID(), now, today: dayAt(now, 'Asia/Jakarta') })

  return {
    ...deps,
    posted,
    told,
    /** The letters of a day so far run out of time before they arrive. */
    expire(day: string): void {
      for (const { batch, recipient, to } of posted)
        if (batch === `reminder:${day}`)
          expired.push({ batch, recipient, conversation: to, state: 'expired', reason: null })
    },
    /** What stands in a file that is sent in, and whether what was kept is gone. */
    list: { text: '', gone: false },
    absences,
    sent,
    deadlines,
    by,
    job,
    /** Moves the clock, to a day and a time of day in Jakarta. */
    at: (day: string, time = '08:05') => {
      now = new Date(`${day}T${time}:00+07:00`)
    },
    run: () => job.run({}),
    /** Runs the job at a time of each of these days, and resolves to what was said, by day. */
    async days(from: string, to: string, time = '08:05'): Promise<readonly string[]> {
      const before = posted.length
      for (let day = new Date(from); day <= new Date(to); day = new Date(day.getTime() + 86_400_000)) {
        now = new Date(`${day.toISOString().slice(0, 10)}T${time}:00+07:00`)
        await job.run({})
      }
      return posted.slice(before).map(({ batch, to: whom }) => `${batch.slice(9)} ${whom.split(':')[1]}`)
    },
    async deadline(content: Partial<Content> = {}): Promise<Deadline> {
      const draft = await deadlines.draft({ ...MONTHLY, ...content }, by())
      const saved = await deadlines.save(draft?.id ?? '', by())
      if (saved.kind !== 'saved') throw new Error(saved.kind)
      return saved.deadline
    },
    /** Changes a deadline, as an officer does who has seen it as it is. */
    async change(of: Deadline, content: Partial<Content>) {
      const draft = await deadlines.draft({ ...of, ...content }, by(), of)
      return deadlines.save(draft?.id ?? '', by())
    },
    async id(name: string): Promise<string> {
      const [row] = await database.query<{ id: string }>('select id from employee where name = $1', [name])
      return row?.id ?? ''
    },
    async complete(name: string, nominal: string): Promise<void> {
      await database.query(
        `insert into completion (occurrence, employee, key, how, by, at)
         select occurrence.id, employee.id, $3, 'said', 'test', now() from occurrence, employee where name = $1 and nominal = $2::date`,
        [name, nominal, randomUUID()],
      )
    },
    text: (one: Posted | undefined): string => toPlain(one?.message.text ?? '').replace(/\s+/g, ' '),
  }
}
