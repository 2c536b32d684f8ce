import { fold } from '../../indonesian/words.ts'

/** What somebody asks of their own data in plain words: to see it or to have it erased; undefined for all else. */
export function ownDataAsked(text: string): 'show' | 'erase' | undefined {
  const said = fold(text).replace(CLOSING, '')
  if (ERASE.test(said)) return 'erase'
  return SHOW.test(said) ? 'show' : undefined
}

const CLOSING = /(?: (?:ya|yah|dong|kak|min|tolong|please|sekarang))+$/
const WISH = '(?:(?:saya|aku|sy|tolong|mohon|mau|ingin|pengen|minta|coba|bisa|boleh) )*'
const MINE =
  '(?:(?:semua|seluruh) )?(?:data|data pribadi|data diri) (?:saya|aku|sy|gue)(?: (?:yang (?:di ?simpan|tersimpan|ada) )?(?:di (?:sini|abdi|bot ini)))?'
const SHOW = new RegExp(
  `^${WISH}(?:(?:lihat|liat|cek|tampilkan|tunjukkan|unduh|download|kirim|kirimkan|salinan|ekspor) )*${MINE}$`,
)
const ERASE = new RegExp(
  `^${WISH}(?:hapus|hapuskan|hilangkan|musnahkan) (?:${MINE}|akun (?:saya|aku|sy|gue))$`,
)
