import { z } from 'zod'
import { type FeatureForm, type Reply, type Turn, whenSent } from '../../../chat/feature.ts'
import { text } from '../../../chat/fields.ts'
import type { Form } from '../../../chat/form.ts'
import { given } from '../../../chat/question.ts'
import type { Survey } from '../definition.ts'
import type { Period } from '../period.ts'
import type { Room } from '../ports.ts'
import { ELEMENTS, type Element } from '../skm/elements.ts'
import { texts as shared } from '../texts.ts'
import { SHOW } from './skm.ts'
import type { Standing } from './standing.ts'
import { texts } from './texts.ts'

const FORM = 'survei-rencana'

/** The plan of what is done about a result (PermenPANRB 14/2017, Lampiran): a row for an element, to fill and to change. */
export function createPlanning({ plans, audit, survey: surveyOf }: Pick<Room, 'plans' | 'audit' | 'survey'>) {
  /** The elements to choose from: those with the lowest marks first, then the others, planned ones with a mark. */
  async function choose(survey: Survey, { unit, period, reporting }: Standing): Promise<Reply> {
    const t = texts.id
    const lowest =
      reporting.kind === 'report' ? reporting.report.index.lowest.map(({ element }) => element) : []
    const rows = await plans.followUps({ survey: survey.id, unit: unit.id, period: period.key })
    const planned = new Set(rows.map(({ element }) => element))
    const order = [...lowest, ...ELEMENTS.filter((element) => !lowest.includes(element))]
    const choices = order.map((element) => ({
      label: `${planned.has(element) ? '✓ ' : ''}${shared.id.elements[element]}`.slice(0, 40),
      value: `${SHOW}:isi:${survey.id}:${unit.id}:${period.key}:${ELEMENTS.indexOf(element) + 1}`,
    }))
    const back = { label: t.buttons.result, value: `${SHOW}:lihat:${survey.id}:${unit.id}:${period.key}` }
    return { say: [{ text: t.planWhich, choices: [...choices, back] }] }
  }

  /** Opens the row of an element, with what it says by now. */
  async function fill(survey: Survey, unit: string, { key }: Period, at: string): Promise<Reply | undefined> {
    const element = ELEMENTS[Number(at) - 1]
    if (element === undefined) return undefined
    const about = { survey: survey.id, unit, period: key }
    const row = (await plans.followUps(about)).find((one) => one.element === element)
    const open = {
      form: FORM,
      answers: {
        ...about,
        element,
        ...(row && { activity: row.activity, time: row.time, responsible: row.responsible }),
      },
    }
    if (row === undefined) return { say: [], open }
    const remove = `${SHOW}:hapus:${survey.id}:${unit}:${key}:${at}`
    const t = texts.id
    return {
      say: [
        {
          text: t.planned(shared.id.elements[element], row.activity, row.time, row.responsible),
          choices: [{ label: t.remove, value: remove }],
        },
      ],
      open,
    }
  }

  async function remove(
    survey: Survey,
    unit: string,
    { key }: Period,
    at: string,
  ): Promise<Reply | undefined> {
    const element = ELEMENTS[Number(at) - 1]
    if (element === undefined) return undefined
    await plans.unplan({ survey: survey.id, unit, period: key }, element)
    return { say: [{ text: texts.id.planGone, choices: [back(survey.id, unit, key)] }] }
  }

  const form: FeatureForm = whenSent(
    planForm,
    async (
      { person, message, now }: Turn,
      { survey, unit, period, element, activity, time, responsible },
    ) => {
      if (surveyOf(survey) === undefined) return { say: [{ text: texts.id.gone }] }
      await plans.plan({ survey, unit, period }, { element, activity, time, responsible })
      const { account, role } = person
      const deed = {
        key: `survey.planned:${message.id}`,
        action: 'survey.planned',
        account,
        role,
        subject: null,
      }
      await audit.note({ ...deed, detail: { survey, unit, period, element } }, now)
      return { say: [{ text: texts.id.planKept, choices: [back(survey, unit, period)] }] }
    },
    'hr',
  )
  return { choose, fill, remove, form }
}

function back(survey: string, unit: string, period: string) {
  return { label: texts.id.buttons.result, value: `${SHOW}:lihat:${survey}:${unit}:${period}` }
}

const shape = {
  survey: z.string(),
  unit: z.string(),
  period: z.string(),
  element: z.enum(ELEMENTS),
  activity: z.string(),
  time: z.string(),
  responsible: z.string(),
}
const planForm: Form<typeof shape> = {
  name: FORM,
  title: (l) => texts[l].formTitle,
  schema: z.object(shape),
  questions: {
    survey: given(),
    unit: given(),
    period: given(),
    element: given(),
    activity: {
      ask: (l, { element }) => texts[l].askActivity(shared[l].elements[element as Element]), // given, of the schema
      label: (l) => texts[l].activityLabel,
      field: text(3, 400),
    },
    time: { ask: (l) => texts[l].askTime, label: (l) => texts[l].timeLabel, field: text(2, 60) },
    responsible: {
      ask: (l) => texts[l].askResponsible,
      label: (l) => texts[l].responsibleLabel,
      field: text(2, 120),
    },
  },
}
