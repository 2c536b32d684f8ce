import type { Outgoing } from '../../../chat/message.ts'
import { literal } from '../../../chat/message.ts'
import { showDay } from '../../../indonesian/dates.ts'
import { minutesFor } from '../answering/form.ts'
import type { Survey } from '../definition.ts'
import type { OpenRound } from './sending-store.ts'
import { texts } from './texts.ts'

/** The letter that invites to a round of a survey, or reminds of it; the same for everybody who gets it. */
export function letterOf(round: OpenRound, survey: Survey, reminding = false): Outgoing {
  const t = texts.id
  const { sending, months, about, untilOn } = round
  const title = about === null ? survey.title : `${survey.title}: ${literal(about)}`
  const minutes = minutesFor(survey, months)
  return {
    text: (reminding ? t.reminder : t.letter)(title, months, minutes, showDay(untilOn)),
    choices: [{ label: t.answer, value: `survei:undangan:${sending}:${months}` }],
  }
}

/** What a round is called in a list: "Survei setelah pelatihan: Excel dasar". */
export function titleOf({ about, survey: id }: Pick<OpenRound, 'about' | 'survey'>, survey?: Survey): string {
  const title = survey?.title ?? id
  return about === null ? title : `${about} (${title})`
}
