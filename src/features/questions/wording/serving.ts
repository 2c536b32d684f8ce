import type { Intent } from '../asking/intent.ts'
import { figuresIn, namesOffice } from './emphasis.ts'

/** Whether a text gives what a question wants to know, 0 to 1. */
export function serves(intent: Intent, text: string, unit?: string): number {
  if (intent === 'amount' || intent === 'duration') {
    const units = figuresIn(text).map((figure) => figure.unit)
    if (units.length === 0) return 0
    if (unit !== undefined) return units.includes(unit) ? 1 : 0.4
    return intent === 'amount' || units.some((each) => TIME.has(each)) ? 1 : 0.3
  }
  if (intent === 'who') return namesOffice(text) ? 1 : /\boleh\b/.test(text) ? 0.5 : 0
  return SIGNS[intent]?.test(text) ? 1 : 0
}

const TIME: ReadonlySet<string> = new Set(['hari', 'minggu', 'bulan', 'tahun', 'jam', 'menit', 'semester'])

const SIGNS: Readonly<Partial<Record<Intent, RegExp>>> = {
  definition: /\b(?:adalah|ialah|merupakan|berarti|artinya|disebut|yaitu)\b/i,
  where: /\b(?:kepada|melalui|lewat|di|ke)\b/i,
  time: /\b(?:sejak|mulai|terhitung|paling lambat|pada saat|setelah|sebelum|tanggal|pukul|saat)\b/i,
  procedure:
    /\b(?:mengajukan|diajukan|diminta|tertulis|melalui|disampaikan|menyampaikan|permohonan|melampirkan)\b/i,
  requirement:
    /\b(?:syarat|persyaratan|harus|wajib|paling (?:kurang|sedikit|singkat|rendah|tinggi)|memenuhi|ketentuan|melampirkan|berusia)\b/i,
  list: /:\s*$|\b(?:terdiri|meliputi|berupa|antara lain|jenis|yaitu)\b/i,
  sanction:
    /\b(?:dijatuhi|dihukum|dikenai|dikenakan|hukuman|sanksi|pidana|denda|diberhentikan|pemberhentian|dipotong|pemotongan|teguran|diancam|dihentikan|penjara)\b/i,
  right: /\b(?:berhak|hak|diberikan|mendapat|menerima|memperoleh)\b/i,
  reason: /\b(?:karena|alasan|sebab|disebabkan)\b/i,
  permission: /\b(?:dapat|boleh|dilarang|wajib|harus|berhak|tidak)\b/i,
}
