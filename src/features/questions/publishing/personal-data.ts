import { masked } from '../model/fencing.ts'

/** True when a text holds a long number or an address that could name a person. */
export function holdsNumbers(text: string): boolean {
  return masked(text) !== text || /\[(?:nomor|surel)\]/.test(text)
}

/** What looks like the name of a person: capitalised after a form of address, but no office. */
export function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(ADDRESSED)].map(([, name = '']) => name.trim())
  return [...new Set(names.filter((name) => !OFFICE.test(name)))]
}

const ADDRESSED =
  /(?<![\p{L}\p{N}])(?:[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu|[Ss]dri?\.?|[Ss]audar[ai]|[Kk]ang|[Tt]eh|[Mm]as|[Mm]bak|[Bb]ang|[Hh]j?\.|a\.?n\.?|[Aa]tas nama|[Nn]ama saya|[Ss]aya bernama|dr\.|Dr\.|[Dd]rs\.|[Ii]r\.)\s+(\p{Lu}[\p{L}.'’]+(?:\s+\p{Lu}[\p{L}.'’]+){0,2})/gu
const OFFICE =
  /^(?:Bupati|Wali|Walikota|Gubernur|Camat|Lurah|Kepala|Kades|Kadis|Sekda|Sekretaris|Menteri|Presiden|Direktur|Guru|Dokter|Ketua|Kota|Pejabat|Atasan|PNS|ASN|PPPK|BKN|BKPSDM|HR|Abdi|Admin|Negara|Pegawai|Rumah)\b/
