/** What the zones of Indonesia are called by its people. */
const NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
}

/** What people call a time zone: WIB, WITA or WIT, of another country its own name. */
export function zoneName(timeZone: string): string {
  return Object.hasOwn(NAMES, timeZone) ? (NAMES[timeZone] ?? timeZone) : timeZone
}
