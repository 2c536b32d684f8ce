import { fold } from '../indonesian/words.ts'
import type { Kind } from './employee.ts'

/** How somebody is employed, from the words of the office; `none` where those say they are no civil servant at all. */
export function readKind(text: string): Kind | 'none' | undefined {
  const words = fold(text)
  if (
    /\b(non asn|non pns|honorer|honor|tkk|thl|tenaga kontrak|outsourcing|magang|pihak ketiga)\b/.test(words)
  )
    return 'none'
  if (/\b(pppk|p3k|perjanjian kerja)\b/.test(words)) return 'PPPK'
  if (/\b(c?pnsd?|pegawai negeri( sipil)?)\b/.test(words) || /^[pc]$/.test(words)) return 'PNS'
  return undefined
}
