import { talksOfRules } from './rule-words.ts'

/** True when a text plainly asks for what no office bot is for: weather, recipes, code, football, jokes, opinions. */
export function isOutside(said: string): boolean {
  return (
    said.split(' ').length <= LONGEST && OUTSIDE.some((pattern) => pattern.test(said)) && !talksOfRules(said)
  )
}

/** In a longer story a word from elsewhere says nothing yet. */
const LONGEST = 20

const MAKE =
  '(?:bikinin|bikinkan|buatin|buatkan|tuliskan|ceritakan|ceritain|kasih|kasi|carikan|cariin|nyanyikan|kirimin|(?:^|tolong |coba |bisa |minta |dong )(?:bikin|buat|tulis|cerita|nyanyi))'

const OUTSIDE: readonly RegExp[] = [
  // weather, time, prices
  /\b(?:cuaca|ramalan cuaca|prakiraan cuaca|suhu udara)\b/,
  /\b(?:hari ini|besok|nanti|sore ini|malam ini) (?:\w+ ){0,2}?hujan\b|\bhujan (?:gak|ga|nggak|ngga|tidak) (?:ya )?(?:hari ini|besok|nanti)\b/,
  /^(?:sekarang )?(?:jam|pukul) berapa(?: sekarang)?$|^(?:hari ini|sekarang) (?:hari|tanggal) (?:apa|berapa)$|^tanggal berapa (?:hari ini|sekarang)$/,
  /\bharga (?:emas|bitcoin|btc|saham|dolar|dollar|cabai|cabe|beras|telur|bbm|pertalite|bensin|minyak goreng|hp|iphone|motor|mobil|tiket)\b|\bkurs (?:dolar|dollar|usd)\b/,
  // food
  /\bresep (?!obat|dokter)\w+|\b(?:cara|gimana|bagaimana) (?:masak|memasak|bikin|membuat) (?:nasi|kue|rendang|bakso|soto|sate|rabeg|sambal|sayur|mie|ayam|ikan|kopi|bolu|donat|opor|gudeg|sop|pempek|telur|seblak)\b|\bmasak apa\b/,
  /\b(?:tempat|rumah|warung|kafe|cafe|restoran|resto) (?:makan|ngopi|nongkrong|wisata)\b|\brekomendasi (?:tempat|film|lagu|restoran|resto|kafe|cafe|wisata|hotel|drakor|hp|laptop|buku|anime|kuliner|skincare)\b/,
  // sport
  /\b(?:liga (?:inggris|spanyol|italia|indonesia|champions|1|satu)|piala (?:dunia|eropa|asia|aff)|timnas|persib|persija|persebaya|arema|barcelona|real madrid|manchester|liverpool|arsenal|chelsea|juventus|motogp|formula 1)\b/,
  /\b(?:skor|jadwal|hasil|pertandingan|nonton|klasemen|live streaming) (?:\w+ )?(?:bola|sepak bola|badminton|bulu tangkis|voli|pertandingan|liga)\b|\b(?:juara|pencetak gol|pemain) (?:\w+ )?(?:bola|dunia|liga|terbaik)\b/,
  // code, school, language
  /\b(?:coding|ngoding|javascript|typescript|python|php|laravel|html|css|java|react|kotlin|source code|algoritma|sorting|regex|wordpress)\b/,
  new RegExp(
    `\\b${MAKE} (?:\\w+ ){0,2}?(?:website|program|script|kode program|game|essay|esai|skripsi|makalah|cerpen)\\b`,
  ),
  /\b(?:terjemahkan|terjemahin|translate|bahasa (?:inggris|arab|jepang|korea|mandarin)nya)\b|\bapa bahasa (?:inggris|arab|jepang|korea)\b/,
  /^(?:berapa |hasil |hitung(?:kan)? |berapa hasil )+(?:dari )?\d+ (?:x|kali|dikali|tambah|ditambah|plus|kurang|dikurang|dikurangi|bagi|dibagi|pangkat) \d+/,
  /\b(?:rumus (?:luas|volume|keliling|pythagoras|kimia|fisika)|ibu ?kota (?:negara )?(?:prancis|jepang|amerika|australia|inggris|malaysia|brasil|jerman|korea|mesir|italia|thailand)|penemu (?:lampu|telepon|listrik|radio)|siapa (?:yang )?menemukan (?:lampu|telepon|listrik|amerika)|planet|dinosaurus)\b/,
  // play
  new RegExp(
    `\\b${MAKE} (?:\\w+ ){0,2}?(?:lelucon|joke|jokes|pantun|puisi|tebak tebakan|tebakan|cerita lucu|cerita horor|cerita hantu|dongeng|gombalan|lagu|caption|ucapan ulang tahun|quotes)\\b`,
  ),
  /\b(?:tebak tebakan|lirik lagu|sinopsis|drakor|anime|film (?:bagus|terbaru|horor|bioskop)|nonton (?:film|bioskop|drakor|konser)|mobile legends?|free fire|pubg|cheat game|zodiak|ramalan (?:jodoh|bintang|nasib)|arti mimpi|togel|slot gacor|nomor cantik)\b/,
  /\b(?:cara|gimana|bagaimana|tips) (?:\w+ ){0,2}?(?:dapat|dapet|cari|punya|move on|nembak|pdkt) (?:pacar|jodoh|cewek|cowok|gebetan|mantan|dari mantan)\b|\bmau (?:gak|ga|nggak) jadi (?:pacar|pacarku|temanku)\b/,
  /\b(?:cara|tips|gimana) (?:diet|menurunkan berat badan|menghilangkan jerawat|memutihkan)\b|\bobat (?:batuk|pusing|diare|jerawat|maag|demam|pilek|sakit \w+)\b/,
  // politics as opinion
  /\b(?:presiden|capres|cawapres|paslon|partai|gubernur|caleg|menteri|pilpres) (?:\w+ ){0,2}?(?:terbaik|terburuk|paling bagus|bagus|favorit|idaman|pilihanmu)\b|\b(?:pilih|coblos|dukung|nyoblos) (?:presiden|capres|partai|paslon|siapa|nomor)\b/,
  /\b(?:pendapatmu|menurutmu|(?:menurut|pendapat) (?:kamu|anda|abdi|lu|lo)) .*\b(?:presiden|jokowi|prabowo|gibran|anies|ganjar|megawati|sby|partai|dpr|pilpres|politik|pemerintahan|agama|israel|palestina|lgbt)\b/,
  /\b(?:jokowi|prabowo|gibran|anies|ganjar|megawati)\b/,
  /\b(?:presiden|wakil presiden|raja|perdana menteri) (?:amerika|rusia|cina|china|inggris|malaysia|jepang|prancis|korea|israel|turki)\b/,
]
