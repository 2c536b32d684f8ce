import type { Action, Feature, Reply, Role, Turn } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { texts as kernel } from '../../chat/texts.ts'
import { mayUse } from '../../chat/turn.ts'
import { dayAt } from '../../indonesian/dates.ts'
import { type Asking, say, shortened } from './asking.ts'
import { answerColleague } from './colleague.ts'
import { createGaps } from './gaps.ts'
import { examplesFor, guide } from './guide.ts'
import { createHearing } from './hearing.ts'
import { markOf, recalled, remembered } from './memory.ts'
import { answerOfficer, fileForOfficer } from './officer.ts'
import { aboutEntry } from './one-person.ts'
import type { Ports } from './ports.ts'
import type { NamedUnit, Query } from './query.ts'
import type { Reading } from './reading/read.ts'
import type { StaffStore } from './store.ts'
import { texts } from './texts.ts'

/** What answering questions about the directory needs. */
export interface Staff extends Ports {
  readonly store: StaffStore
  /** Whose staff it is ("Pemerintah Kota Serang"): by the name of the place people mean everybody. */
  readonly organization?: string
}

/** Who works here and how many: `/pegawai`, the same asked in plain words, and what training is wanted. */
export function createStaff(deps: Staff): Feature {
  const { store, organization = 'Pemerintah Kota Serang' } = deps
  const hearing = createHearing(store, organization)
  const gaps = createGaps(deps)

  async function asking(turn: Turn, query: Query): Promise<Asking> {
    const { employee } = turn.person
    const self = employee === undefined ? undefined : await store.entry(employee)
    return {
      ...deps,
      query,
      turn,
      today: dayAt(turn.now, turn.timeZone),
      words: await store.vocabulary(turn),
      mark: markOf(query),
      ...(self && { self }),
    }
  }

  /** Every answer is for what the person may see at this moment, also when they turn a page. */
  async function answer(turn: Turn, query: Query, from = 0): Promise<Reply> {
    const asked = await asking(turn, query)
    const reply = isOfficer(turn) ? await answerOfficer(asked, from) : await answerColleague(asked, from)
    return { ...reply, memory: remembered(turn.memory, query, turn.message.id) }
  }

  /** What is said to a reading that is no question yet, or is one. */
  async function replyTo(turn: Turn, reading: Exclude<Reading, { kind: 'unknown' }>): Promise<Reply> {
    const t = texts[turn.person.language]
    if (!mayUse(turn.person.role, 'employee')) return say(t.onlyEmployees)
    if (turn.message.shared) return say(kernel[turn.person.language].onlyInPrivate)
    if (reading.kind === 'query') return answer(turn, reading.query)
    if (reading.kind === 'no unit') return say(t.noUnit(literal(reading.asked)))
    const choices = reading.units.map(({ id, name }) => ({
      label: shortened(name),
      value: `pegawai_unit:${markOf(reading.query)}:${id}`,
    }))
    const memory = remembered(turn.memory, reading.query, turn.message.id)
    return { ...say(t.whichUnit, choices), memory }
  }

  async function chosen(turn: Turn, query: Query, id: string): Promise<Reply> {
    const found = /^\d{1,18}$/.test(id) ? await store.entry(id) : undefined
    return query.want === 'who' && found !== undefined
      ? aboutEntry(await asking(turn, query), query, found)
      : say(texts[turn.person.language].tooOld)
  }

  async function command(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    if (rest === '') return guide(turn, [])
    const reading = await hearing.commanded(turn, rest)
    if (reading.kind !== 'unknown') return replyTo(turn, reading)
    const unknown = reading.words
    return guide(turn, [
      unknown.length > 0 ? t.notThese(unknown.map((word) => literal(word))) : t.notUnderstood,
    ])
  }

  const again = (
    name: string,
    run: (turn: Turn, query: Query, rest: string) => Promise<Reply>,
    audience: Role = 'employee',
  ): Action => ({
    name,
    audience,
    personal: true,
    async run(turn, value) {
      const [mark = '', rest = ''] = value.split(':')
      const query = recalled(turn.memory, mark)
      return query === undefined ? say(texts[turn.person.language].tooOld) : run(turn, query, rest)
    },
  })

  return {
    name: 'staff',
    commands: [
      {
        name: 'pegawai',
        audience: 'employee',
        personal: true,
        summary: (language) => texts[language].summary,
        run: command,
      },
      gaps.command,
    ],
    actions: [
      again('pegawai_lanjut', (turn, query, from) =>
        answer(turn, query, /^\d{1,6}$/.test(from) ? Number(from) : 0),
      ),
      again('pegawai_berkas', async (turn, query) => fileForOfficer(await asking(turn, query)), 'hr'),
      again('pegawai_unit', async (turn, query, id) => {
        const unit = (await store.vocabulary(turn)).unit(id)
        return unit === undefined
          ? say(texts[turn.person.language].tooOld)
          : answer(turn, inUnit(query, unit))
      }),
      again('pegawai_orang', chosen, 'hr'),
      {
        name: 'pegawai_contoh',
        audience: 'employee',
        personal: true,
        run: async (turn, rest) => command(turn, examplesFor(turn)[Number(rest)] ?? ''),
      },
      ...gaps.actions,
    ],
    async hears(turn) {
      const { content } = turn.message
      const reading = content.kind === 'text' ? await hearing.plain(turn, content.text) : undefined
      return reading === undefined || reading.kind === 'unknown' ? undefined : replyTo(turn, reading)
    },
  }
}

function isOfficer({ person }: Turn): boolean {
  return mayUse(person.role, 'hr')
}

function inUnit(query: Query, { id, name }: NamedUnit): Query {
  return { ...query, filters: { ...query.filters, unit: { id, name } } }
}
