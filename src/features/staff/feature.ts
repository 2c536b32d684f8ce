import type { Action, Feature, Reply, Role, Turn } from '../../chat/feature.ts'
import { literal } from '../../chat/message.ts'
import { texts as kernel } from '../../chat/texts.ts'
import { mayUse } from '../../chat/turn.ts'
import { dayAt } from '../../indonesian/dates.ts'
import { fold } from '../../indonesian/words.ts'
import { type Asking, say } from './asking.ts'
import { answerColleague } from './colleague.ts'
import { createGaps } from './gaps.ts'
import { markOf, recalled, remembered } from './memory.ts'
import { answerOfficer, fileForOfficer } from './officer.ts'
import type { Ports } from './ports.ts'
import type { NamedUnit, Query } from './query.ts'
import { mayAsk, type Reading, read } from './reading/read.ts'
import type { StaffStore } from './store.ts'
import { texts } from './texts.ts'
import type { DirectoryWords } from './vocabulary-store.ts'

/** What answering questions about the directory needs. */
export interface Staff extends Ports {
  readonly store: StaffStore
  /** Whose staff it is ("Pemerintah Kota Serang"): by the name of the place people mean everybody. */
  readonly organization?: string
}

/** Who works here and how many: `/pegawai`, the same asked in plain words, and what training is wanted. */
export function createStaff(deps: Staff): Feature {
  const { store, organization = 'Pemerintah Kota Serang' } = deps
  const home = fold(organization).replace(GOVERNMENT, '')
  const gaps = createGaps(deps)

  async function asking(turn: Turn, query: Query, words?: DirectoryWords): Promise<Asking> {
    const { employee } = turn.person
    const self = employee === undefined ? undefined : await store.entry(employee)
    return {
      ...deps,
      query,
      turn,
      today: dayAt(turn.now, turn.timeZone),
      words: words ?? (await store.vocabulary()),
      mark: markOf(query),
      ...(self && { self }),
    }
  }

  /** Every answer is for what the person may see at this moment, also when they turn a page. */
  async function answer(turn: Turn, query: Query, from = 0, words?: DirectoryWords): Promise<Reply> {
    if (!mayUse(turn.person.role, 'employee')) return say(texts[turn.person.language].onlyEmployees)
    const asked = await asking(turn, query, words)
    const reply = isOfficer(turn) ? await answerOfficer(asked, from) : await answerColleague(asked, from)
    return { ...reply, memory: remembered(turn.memory, query) }
  }

  /** What is said to a reading; undefined where somebody else may know better. */
  async function replyTo(turn: Turn, reading: Reading, words: DirectoryWords): Promise<Reply | undefined> {
    const t = texts[turn.person.language]
    if (reading.kind === 'query') return answer(turn, reading.query, 0, words)
    if (reading.kind === 'unknown') return undefined
    if (!mayUse(turn.person.role, 'employee')) return say(t.onlyEmployees)
    if (reading.kind === 'no unit') return say(t.noUnit(literal(reading.asked), undefined))
    const choices = reading.units.map(({ id, name }) => ({
      label: name.slice(0, LONGEST_LABEL),
      value: `pegawai_unit:${markOf(reading.query)}:${id}`,
    }))
    return { ...say(t.whichUnit, choices), memory: remembered(turn.memory, reading.query) }
  }

  async function command(turn: Turn, rest: string): Promise<Reply> {
    const t = texts[turn.person.language]
    if (rest === '') return guide(turn, [])
    const words = await store.vocabulary()
    const reading = read(rest, { ...words, home }, dayAt(turn.now, turn.timeZone), true)
    const reply = await replyTo(turn, reading, words)
    if (reply !== undefined) return reply
    const unknown = reading.kind === 'unknown' ? reading.words : []
    return guide(turn, [
      unknown.length > 0 ? t.notThese(unknown.map((word) => literal(word))) : t.notUnderstood,
    ])
  }

  const again = (name: string, run: (turn: Turn, query: Query, rest: string) => Promise<Reply>): Action => ({
    name,
    audience: 'employee',
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
      again('pegawai_berkas', async (turn, query) =>
        isOfficer(turn)
          ? fileForOfficer(await asking(turn, query))
          : say(texts[turn.person.language].refused.names),
      ),
      again('pegawai_unit', async (turn, query, id) => {
        const unit = (await store.vocabulary()).unit(id)
        return unit === undefined
          ? say(texts[turn.person.language].tooOld)
          : answer(turn, inUnit(query, unit))
      }),
      {
        name: 'pegawai_contoh',
        audience: 'employee',
        personal: true,
        run: async (turn, rest) => command(turn, examplesFor(turn)[Number(rest)] ?? ''),
      },
      ...gaps.actions,
    ],
    async hears(turn) {
      const { content, shared } = turn.message
      if (content.kind !== 'text' || !mayAsk(content.text)) return undefined
      const words = await store.vocabulary()
      const reading = read(content.text, { ...words, home }, dayAt(turn.now, turn.timeZone))
      if (reading.kind === 'unknown') return undefined
      return shared ? say(kernel[turn.person.language].onlyInPrivate) : replyTo(turn, reading, words)
    },
  }
}

const LONGEST_LABEL = 40
const GOVERNMENT = /^(?:pemerintah )?(?:kota |kabupaten |provinsi |daerah )?/

function isOfficer({ person }: Turn): boolean {
  return mayUse(person.role, 'hr')
}

function inUnit(query: Query, { id, name }: NamedUnit): Query {
  return { ...query, filters: { ...query.filters, unit: { id, name } } }
}

function examplesFor({ person }: Turn): readonly string[] {
  const role: Role = mayUse(person.role, 'hr') ? 'hr' : person.role
  const { examples } = texts[person.language]
  return role === 'hr' ? examples.hr : role === 'supervisor' ? examples.supervisor : examples.employee
}

/** What can be asked, each example a button; before it what was wrong. */
function guide(turn: Turn, before: readonly string[]): Reply {
  const examples = examplesFor(turn)
  const choices = examples.map((label, i) => ({
    label: label.slice(0, LONGEST_LABEL),
    value: `pegawai_contoh:${i}`,
  }))
  return say(
    [...before, texts[turn.person.language].how(examples.map((one) => `_${one}_`))].join('\n\n'),
    choices,
  )
}
