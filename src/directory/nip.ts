import type { Day } from '../indonesian/dates.ts'
import type { Kind } from './employee.ts'

/** A NIP of 18 digits, or why what is written there is none (in Indonesian, for whoever wrote it). */
export type NipReading = { readonly nip: string } | { readonly problem: string }

const LENGTH = 18
const BIRTHDAY = 8
const SEX_AT = 14
const SERIAL_AT = 15
/** Of a PPPK this stands where a civil servant's NIP has the month they were appointed in. */
const CONTRACT = 21
const APART = /[\s.,\p{Pd}\p{Cf}'’‘`"=/]/gu

/**
 * Reads a NIP as people and spreadsheets write it: with spaces, dots, or words around it. A number from a spreadsheet is
 * told as such: it keeps fifteen digits, the last three are lost.
 */
export function readNip(value: string | number): NipReading {
  const written = String(value).trim()
  if (typeof value === 'number' || /^\d([.,]\d+)?e\+?\d+$/i.test(written)) return { problem: ROUNDED }
  const nip = nipDigits(written)
  if (nip === undefined) return { problem: /\w/.test(written) ? 'NIP berisi selain angka.' : 'NIP kosong.' }
  if (nip.length !== LENGTH) return { problem: otherLength(nip.length) }
  if (nip.slice(SERIAL_AT) === '000') return { problem: ROUNDED }
  if (!isDay(birthdayOf(nip))) return { problem: 'delapan angka pertama NIP bukan tanggal lahir.' }
  if (!/[12]/.test(nip.charAt(SEX_AT))) return { problem: 'angka ke-15 NIP (jenis kelamin) harus 1 atau 2.' }
  return { nip }
}

/** The digits of what was written, where nothing but what sets them apart stands between the first and the last. */
export function nipDigits(written: string): string | undefined {
  const number = written.normalize('NFKC').replaceAll(/^\D+|\D+$/g, '')
  const digits = number.replaceAll(APART, '')
  return /^\d+$/.test(digits) ? digits : undefined
}

/** A NIP as a letter shows it: "19850315 201001 2 001"; as such no spreadsheet takes it for a number. */
export function showNip(nip: string): string {
  return nip.replace(/^(\d{8})(\d{6})(\d)(\d{3})$/, '$1 $2 $3 $4')
}

/** The birthday in a NIP: its first eight digits. */
export function birthdayOf(nip: string): Day {
  const digits = nip.slice(0, BIRTHDAY)
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}

/** How somebody is employed, as their NIP tells: a PPPK's has 21 or more where others have a month; undefined if neither. */
export function kindOfNip(nip: string): Kind | undefined {
  const month = Number(nip.slice(12, 14))
  if (month >= 1 && month <= 12) return 'PNS'
  return month >= CONTRACT ? 'PPPK' : undefined
}

const ROUNDED =
  'NIP ini sudah menjadi bilangan di Excel, sehingga angka-angka terakhirnya hilang. Ubah format kolom NIP menjadi Teks, lalu isi lagi dari sumbernya.'

function otherLength(length: number): string {
  const guess = length === 9 ? ' Mungkin ini NIP lama.' : length === 16 ? ' Mungkin ini NIK.' : ''
  return `NIP terdiri dari ${length} angka, seharusnya ${LENGTH}.${guess}`
}

function isDay(day: Day): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0)
  return year >= 1900 && year < 2100 && date >= 1 && date <= days
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
