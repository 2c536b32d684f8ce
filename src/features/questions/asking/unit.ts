import { fold } from '../../../indonesian/words.ts'
import { BERAPA, sign } from './chat-words.ts'

/** The unit a question wants its answer in, as the law writes it; undefined where it names none. */
export function unitAsked(question: string): string | undefined {
  const said = fold(question)
  return UNITS.find(([, words]) => words.test(said))?.[0]
}

const UNITS: readonly (readonly [string, RegExp])[] = [
  ['persen', sign(`${BERAPA} (?:persen|prosen|%)|persentase(?:nya)?|${BERAPA}\\s*%`)],
  ['hari', sign(`${BERAPA} (?:hari|hr|hri)`)],
  ['bulan', sign(`${BERAPA} (?:bulan|bln)`)],
  ['jam', sign(`${BERAPA} (?:jam)|jam kerja`)],
  ['kali', sign(`${BERAPA} (?:kali|x)`)],
  ['orang', sign(`${BERAPA} orang`)],
  ['tahun', sign(`${BERAPA} (?:tahun|thn|th)|umur(?:nya)?|usia(?:nya)?`)],
  [
    'rupiah',
    sign(
      `(?:denda|biaya|tarif|gaji|uang|santunan|tunjangan|nominal)\\w* (?:\\w+ )*${BERAPA}|${BERAPA} (?:\\w+ ){0,2}(?:denda|biaya|tarif|rupiah|nominal)(?:nya)?`,
    ),
  ],
]
