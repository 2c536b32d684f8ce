import type { Action, Command, Reply, Turn } from '../../../chat/feature.ts'
import { literal } from '../../../chat/message.ts'
import { fold } from '../../../indonesian/words.ts'
import { askedIn } from '../answering/form.ts'
import { isSkm, type Survey } from '../definition.ts'
import { type Period, periodOf } from '../period.ts'
import type { Room } from '../ports.ts'
import { MIME, type ReportKind, writeReport } from '../report/thread.ts'
import { createChoosing } from './choosing.ts'
import { resultLines } from './other.ts'
import { createPlanning } from './planning.ts'
import { createPopulating } from './populating.ts'
import { createSendingResults, whichOf } from './sendings.ts'
import { type Settled, settledOf } from './settled.ts'
import { SHOW, skmMessage } from './skm.ts'
import { type Standing, standingOf } from './standing.ts'
import { texts } from './texts.ts'
import { writtenIn } from './written.ts'

/** `/survei_hasil`: what surveys came to, the report, and what is done about it. */
export function createShowing(room: Room) {
  const { totals, places, surveys, files } = room
  const choosing = createChoosing(room)
  const planning = createPlanning(room)
  const populating = createPopulating(room)
  const ofSendings = createSendingResults(room)
  const forCitizens = surveys.filter(({ who }) => who === 'citizens-after-service')

  async function begin(_: Turn, rest: string): Promise<Reply> {
    const t = texts.id
    if (rest === '') return choosing.list()
    const found = await places.called(rest)
    const units = [...new Map(found.map((where) => [where.unit, where])).values()]
    const [where, ...others] = units
    const survey = forCitizens.find(isSkm) ?? forCitizens[0]
    if (survey === undefined || where === undefined || others.length > 0)
      return { say: [{ text: t.unknownUnit(literal(rest)) }] }
    return show(survey, where.unit, await choosing.latest(survey, where.unit))
  }

  async function show(survey: Survey, id: string, period: Period): Promise<Reply> {
    const unit = await unitOf(id)
    if (unit === undefined) return gone()
    if (isSkm(survey)) return { say: [skmMessage(survey, await standingOf(room, survey, unit, period))] }
    const t = texts.id
    const { which } = await settledIn(survey, period)
    const lines = [
      t.head(survey.title, literal(unit.name), t.period(period)),
      ...resultLines(askedIn(survey, 0), await totals.answers(which), survey.minimum, id),
      '',
      t.interval,
    ]
    const choices = [
      { label: t.buttons.words, value: `${SHOW}:saran:${survey.id}:${id}:${period.key}` },
      { label: t.buttons.periods, value: `${SHOW}:masa:${survey.id}:${id}` },
    ]
    return { say: [{ text: lines.join('\n'), choices }] }
  }

  async function file(
    turn: Turn,
    survey: Survey,
    { unit, period, reporting }: Standing,
    kind: ReportKind,
  ): Promise<Reply> {
    const t = texts.id
    if (reporting.kind !== 'report') return show(survey, unit.id, period)
    if (!files.isPossible(turn.conversation)) return { say: [{ text: t.notHere }] }
    const bytes = await writeReport(reporting.report, kind)
    const where = fold(unit.name).replaceAll(' ', '-').slice(0, 60)
    const name = `${t.fileName}_${period.key}_${where}.${kind}`
    return {
      say: [
        { text: t.file(kind), file: await files.make(bytes, { name, mime: MIME[kind] }, turn, 'export') },
      ],
    }
  }

  async function settledIn(survey: Survey, period: Period, unit?: string): Promise<Settled> {
    const which = { survey: survey.id, sending: null, months: 0, ...period, ...(unit && { unit }) }
    return settledOf(totals, which, survey.minimum, room.today())
  }

  async function unitOf(id: string): Promise<Standing['unit'] | undefined> {
    const where = await places.coded(`u${id}`)
    return where && { id: where.unit, name: where.title }
  }

  async function press(turn: Turn, rest: string): Promise<Reply> {
    const [verb = '', first = '', second = '', third = '', fourth = ''] = rest.split(':')
    if (verb === 'pengguna') return (await populating.ask(first)) ?? gone()
    if (OF_SENDINGS.has(verb)) return ofSending(verb, first, second, third)
    const survey = forCitizens.find(({ id }) => id === first)
    if (survey === undefined) return choosing.list()
    if (verb === 'unit') return choosing.units(survey, /^\d{1,4}$/.test(second) ? Number(second) : 0)
    const unit = await unitOf(second)
    if (unit === undefined) return gone()
    if (verb === 'masa') return choosing.periods(survey, unit.id)
    const period = third === '' ? await choosing.latest(survey, unit.id) : periodOf(survey.period, third)
    if (period === undefined) return gone()
    if (verb === 'isi') return (await planning.fill(survey, unit.id, period, fourth)) ?? gone()
    if (verb === 'hapus') return (await planning.remove(survey, unit.id, period, fourth)) ?? gone()
    if (verb === 'saran')
      return { say: await writtenIn(totals, survey, (await settledIn(survey, period, unit.id)).which) }
    if (verb === 'lihat' || !isSkm(survey)) return show(survey, unit.id, period)
    const standing = await standingOf(room, survey, unit, period)
    return verb === 'rencana'
      ? planning.choose(survey, standing)
      : file(turn, survey, standing, verb === 'xlsx' ? 'xlsx' : 'pdf')
  }

  async function ofSending(verb: string, sending: string, months: string, unit: string): Promise<Reply> {
    const found = await ofSendings.roundOf(room, sending, months)
    if (found === undefined) return gone()
    const { round, survey } = found
    if (verb === 'tutup') return ofSendings.close(round, survey, unit === 'ya')
    if (verb === 'kirim' || round.untilOn >= room.today()) return ofSendings.show(round, survey)
    if (verb === 'tulisan') return { say: await writtenIn(totals, survey, whichOf(round)) }
    return unit === '' ? ofSendings.units(round, survey) : ofSendings.ofUnit(round, survey, unit)
  }

  const shared = { name: SHOW, audience: 'hr', personal: true } as const
  const command: Command = { ...shared, summary: (l) => texts[l].summary, run: begin }
  const action: Action = { ...shared, run: press }
  return {
    commands: [command, populating.command] as const,
    action,
    forms: [planning.form, populating.form] as const,
  }
}

const OF_SENDINGS: ReadonlySet<string> = new Set(['kirim', 'perunit', 'tulisan', 'tutup'])

function gone(): Reply {
  return { say: [{ text: texts.id.gone }] }
}
