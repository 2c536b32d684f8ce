import { parseArgs } from 'node:util'
import { Misconfigured } from '../../src/errors.ts'
import { TRAITS } from './summary.ts'

/** What can be asked of the program, in Indonesian. */
export const USAGE = `npm run evaluate -- [--questions BERKAS-ATAU-FOLDER]… [--output HASIL.jsonl]

  --questions    berkas atau folder .jsonl, boleh berulang; tanpa ini semua pertanyaan di knowledge/evaluation
  --output       tulis apa yang ditemukan dan dijawab, satu baris tiap pertanyaan
  --split        fit atau held-out: hanya separuh itu
  --known-only   lewati pertanyaan yang pasalnya belum punya teks di basis data ini
  --by           tabel per ${TRAITS.join(', ')}; boleh berulang
  --failures     sebutkan satu per satu yang keliru
  --json         ringkasan sebagai JSON, tanpa yang lain
  --set-floors   ukur pengetahuan bawaan saja, lalu tulis batas bawah untuk uji mutu`

/** What was asked of the program. */
export type Options = ReturnType<typeof readOptions>

/** Reads the command line. Throws `Misconfigured`, saying what there is. */
export function readOptions(args: readonly string[]) {
  const values = parsed(args)
  const traits = values.by.map((name) => {
    const trait = TRAITS.find((known) => known === name)
    if (trait === undefined) throw wrong(`--by ${name} tidak dikenal; pilih ${TRAITS.join(', ')}.`)
    return trait
  })
  const split = (['fit', 'held-out'] as const).find((known) => known === values.split)
  if (values.split !== undefined && split === undefined) throw wrong('--split harus fit atau held-out.')
  const setFloors = values['set-floors']
  if (setFloors && Object.keys(values).some((key) => ['questions', 'output', 'split'].includes(key)))
    throw wrong('--set-floors mengukur semua pertanyaan bawaan; pakai tanpa --questions, --output, --split.')
  return { ...values, by: traits, split, knownOnly: values['known-only'], setFloors }
}

function parsed(args: readonly string[]) {
  const off = { type: 'boolean', default: false } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        questions: { type: 'string', multiple: true },
        output: { type: 'string' },
        split: { type: 'string' },
        by: { type: 'string', multiple: true, default: [] },
        'known-only': off,
        failures: off,
        json: off,
        'set-floors': off,
        help: off,
      },
    }).values
  } catch (error) {
    throw wrong(`${(error as Error).message}\n\n${USAGE}`)
  }
}

function wrong(what: string): Misconfigured {
  return new Misconfigured('evaluate', what)
}
