import type { Turn } from '../../../chat/feature.ts'
import { fold } from '../../../indonesian/words.ts'

/**
 * What of their own entry somebody who has one asks for in plain words, in private: to see it ("siapa atasan saya?"), or
 * to say that the supervisor in it is wrong. Undefined for all else, rules above all.
 */
export function ownAsked({ person, message }: Turn): 'profile' | 'wrong' | undefined {
  if (person.employee === undefined || message.shared || message.content.kind !== 'text') return undefined
  const said = fold(message.content.text).replace(/(?: (?:ya|dong|sih|sekarang|min))+$/, '')
  if (PROFILE.test(said)) return 'profile'
  return WRONG.test(said) ? 'wrong' : undefined
}

const ME = '(?:saya|sy|aku|gue)'
const PROFILE = new RegExp(
  `^(?:siapa (?:nama )?(?:atasan|pimpinan)(?: langsung)? ${ME}|(?:atasan|pimpinan)(?: langsung)? ${ME} siapa` +
    `|(?:lihat |cek |tampilkan )?(?:profil|profile|data (?:pegawai|kepegawaian)) ${ME}` +
    `|(?:berapa |cek |lihat )?nip ${ME}|nip ${ME} berapa)$`,
)
const WRONG = new RegExp(`^(?:data )?atasan(?: langsung)? ${ME} (?:di (?:data|sini|abdi) )?(?:salah|keliru)$`)
