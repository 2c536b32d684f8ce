/**
 * True when somebody seems to think of ending their life or hurting themselves. Only a wish counts, not the words
 * alone: what the family of a dead official gets is a question about a rule.
 */
export function isCrisis(said: string): boolean {
  return CRISIS.some((pattern) => pattern.test(said)) || ALONE.test(said)
}

const WISH =
  '(?:pengen|pengin|pingin|pgn|pgen|pengennya|ingin|mau|kepengen|kepingin|kepikiran|kepikir|terpikir|terlintas|berniat|niat|nekat|mending|mendingan|rasanya|hayang|hoyong|kepengin|arep|pikiran|berpikir|mikir|wanna|want to)'
const HARM =
  '(?:bunuh diri|bundir|gantung diri|mengakhiri hidup\\w*|akhiri hidup\\w*|ngakhirin hidup\\w*|menyakiti diri|nyakitin diri|melukai diri|lukai diri|(?:nyilet|menyilet|nyayat|menyayat) (?:tangan|nadi|diri)|lompat dari (?:gedung|jembatan|lantai|rooftop)|minum (?:racun|baygon)|self harm|selfharm|kill myself|end my life)'

/** What is said to die when it expires or breaks, and what is not the person who writes. */
const EXPIRES =
  '(?:sim|stnk|pajak|paspor|kartu|ktp|izin|ijin|kontrak|surat|str|sip|plat|pbb|hp|baterai|aki|motor|mobil|lampu|listrik|laptop|komputer|kucing|anjing|ayam|ikan|tanaman|pohon|usaha|toko)'

const CRISIS: readonly RegExp[] = [
  new RegExp(`\\b${WISH} (?:\\w+ ){0,3}?${HARM}`),
  new RegExp(`\\b${HARM} (?:aja|saja|wae|ae|bae)\\b`),
  new RegExp(
    `(?<!\\b${EXPIRES} (?:\\w+ ){0,2})\\b(?:pengen|pengin|pingin|pgn|ingin|mau|kepengen|kepingin|mending|mendingan|rasanya|lebih baik|kepengin) (?:rasanya |cepat |cepet |lekas |saya |aku |gue |gw )?mati\\b(?! (?:lampu|listrik|pajak|suri|gaya|air))`,
  ),
  /\b(?:hayang|hoyong) (?:paeh|maot)\b/,
  /\b(?:gak|ga|gk|nggak|ngga|tidak|tdk|tak|udah gak|ora|teu|alim) (?:mau|ingin|pengen|pengin|kuat|sanggup|gelem|hayang|hoyong) (?:buat |untuk |lanjut |nerusin |melanjutkan )?(?:hidup|urip|hirup)\b/,
  /\b(?:capek|cape|capai|lelah|bosan|bosen|muak|kesel) (?:banget )?(?:untuk |buat |sama |dengan )?(?:hidup|urip)\b(?! (?:di|pas|sehat))/,
  /\bhidup(?:ku| saya| aku| gue| gw)? (?:ini )?(?:udah |sudah )?(?:gak|ga|tidak|nggak|ngga) (?:ada )?(?:guna|gunanya|berguna|berarti|artinya)\b/,
  /\b(?:i want to die|kill myself|end my life|suicidal)\b/,
]
/** The bare words, with nothing that would make them a question. */
const ALONE = /^(?:saya |aku |gue |gw )?(?:bunuh diri|bundir|gantung diri)$/
