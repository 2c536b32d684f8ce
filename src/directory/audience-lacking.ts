import { fold } from '../indonesian/words.ts'
import type { Lack } from './audience.ts'

/** Words with what people lack taken out, and what that is. */
export interface LackingRead {
  readonly words: string
  readonly found: readonly Lack[]
}

/** Finds "belum punya laporan", "tanpa email", "nomor hp kosong" in folded words with a space around each. */
export function lacksIn(words: string, lacks: readonly Lack[]): LackingRead {
  const names = lacks
    .flatMap((lack) => lack.words.map((word) => ({ lack, name: fold(word) })))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length)
  const found = new Set<Lack>()
  let left = words
  for (const { lack, name } of names) {
    for (const pattern of patternsOf(name)) {
      const without = left.replace(pattern, ' <lack>')
      if (without !== left) found.add(lack)
      left = without
    }
  }
  // "belum punya email dan nomor hp" names another one
  for (const { lack, name } of names) {
    const pattern = new RegExp(` <lack>(?: (?:dan|,))+ ${name}(?= )`)
    if (pattern.test(left)) found.add(lack)
    left = left.replace(pattern, ' <lack>')
  }
  return { words: left, found: [...found] }
}

function patternsOf(name: string): readonly RegExp[] {
  const thing = `(?:${EXTRA} )?${name}(?:nya)?`
  return [
    new RegExp(` (?:(?:yang|dan|,) )*(?:belum|tidak|tanpa) (?:${DOING} )*${thing}${AFTER}(?= )`),
    new RegExp(` (?:(?:yang|dan|,) )*${thing} (?:masih )?(?:kosong|(?:belum|tidak)(?: ${DOING})+)(?= )`),
  ]
}

const DOING =
  '(?:punya|ada|memiliki|mempunyai|mengisi|isi|diisi|terisi|mengirim|mengirimkan|kirim|dikirim|membuat|buat|dibuat|bikin|menyusun|susun|disusun|menyampaikan|menyerahkan|memasukkan|masuk|melengkapi|lengkap|mencatat|tercatat|terdaftar|mendaftarkan|kasih|memberi|memberikan|input|menginput|setor|menyetor|upload|mengunggah)'
const EXTRA = '(?:data|isian)'
const AFTER =
  '(?: (?:ke|kepada) <?(?:atasan|atasannya)>?)?(?: (?:bulan|tahun|triwulan) ini| sama sekali| apa apa| apa pun| satu pun| hari ini)?'
