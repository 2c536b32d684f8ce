import type { Recurrence } from '../../../calendar.ts'
import type { Content } from '../deadline.ts'

/** A deadline many offices have. The ground is what obliges people to do it, where that is sure. */
export interface Template extends Pick<Content, 'title' | 'recurrence' | 'plan' | 'done'> {
  readonly name: string
  readonly label: string
  readonly ground: string | null
  /** Words by which people mean it, folded. */
  readonly words: RegExp
}

/** What a deadline begins with; officers change what they like before it is saved. */
export const USUAL: Omit<Content, 'title' | 'recurrence' | 'audience'> = {
  template: null,
  shift: 'before',
  plan: { before: [7, 3, 1], onDay: true, overdueEvery: 2, mostOverdue: 5 },
  hour: 8,
  escalation: { supervisorAfter: 3, hrAfter: 5 },
  done: { by: null, said: true },
  words: null,
  startsOn: null,
  endsOn: null,
}

const EARLY = { ...USUAL.plan, before: [30, 14, 7, 3, 1] }
const march31: Recurrence = { kind: 'yearly', month: 3, on: { day: 31 } }

/** The templates officers choose from. */
export const TEMPLATES: readonly Template[] = [
  {
    name: 'ekinerja',
    label: 'Laporan e-Kinerja bulanan',
    title: 'Laporan kinerja bulanan (e-Kinerja)',
    recurrence: { kind: 'monthly', on: { day: 5 } },
    plan: { ...USUAL.plan, before: [3, 1] },
    done: { by: 'report', said: true },
    ground: null,
    words: /\b(?:e ?kinerja|laporan kinerja|lapor kinerja)\b/,
  },
  {
    name: 'evaluasi',
    label: 'Evaluasi SKP triwulan',
    title: 'Evaluasi SKP triwulan',
    recurrence: { kind: 'quarterly', month: 1, on: { day: 10 } },
    plan: USUAL.plan,
    done: { by: 'evaluation', said: true },
    ground: null,
    words: /\bevaluasi (?:skp|kinerja|diri|triwulan)\b/,
  },
  {
    name: 'skp',
    label: 'SKP tahunan',
    title: 'Penetapan SKP tahunan',
    recurrence: { kind: 'yearly', month: 1, on: { day: 31 } },
    plan: EARLY,
    done: { by: null, said: true },
    ground: 'PP 30/2019 Pasal 24 ayat (2): SKP ditetapkan setiap tahun pada bulan Januari',
    words: /\b(?:skp tahunan|penetapan skp|susun skp|penyusunan skp)\b/,
  },
  {
    name: 'lhkpn',
    label: 'LHKPN (31 Maret)',
    title: 'Lapor LHKPN',
    recurrence: march31,
    plan: EARLY,
    done: { by: null, said: true },
    ground: 'PP 94/2021 Pasal 4 huruf e: PNS wajib melaporkan harta kekayaan kepada pejabat yang berwenang',
    words: /\b(?:lhkpn|harta kekayaan)\b/,
  },
  {
    name: 'spt',
    label: 'SPT tahunan (31 Maret)',
    title: 'Lapor SPT tahunan orang pribadi',
    recurrence: march31,
    plan: EARLY,
    done: { by: null, said: true },
    ground: null,
    words: /\b(?:spt|pajak tahunan)\b/,
  },
]

/** The template of a name; undefined where there is none. */
export function templateNamed(name: string | null): Template | undefined {
  return TEMPLATES.find((template) => template.name === name)
}
