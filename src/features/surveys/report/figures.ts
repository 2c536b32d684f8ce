import { type Day, showDay } from '../../../indonesian/dates.ts'

/** A value with two decimals and a comma: "82,30". */
export function showValue(value: number): string {
  return decimals(value, 2)
}

/** A mean with three decimals and a comma: "3,292". */
export function showMean(mean: number): string {
  return decimals(mean, 3)
}

/** A part of a whole in percent with one decimal: "33,3%". */
export function showShare(count: number, all: number): string {
  return `${decimals((count / all) * 100, 1)}%`
}

/** A day without its weekday: "30 Juni 2026". */
export function showDate(day: Day): string {
  return showDay(day).replace(/^\p{L}+, /u, '')
}

function decimals(value: number, digits: number): string {
  return value.toLocaleString('id-ID', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
