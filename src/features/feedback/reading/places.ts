/** A text without number plates and without the numbers that lead to one house: RT, RW, block, house number. */
export function withoutPlaces(text: string): string {
  return text
    .replace(RT_RW, '[RT/RW]')
    .replace(BLOCK, '[nomor rumah]')
    .replace(HOUSE, '$1[nomor rumah]')
    .replace(PLATE, '[pelat nomor]')
    .replace(PLATE_SAID, '$1[pelat nomor]')
}

const NUMBER = String.raw`[\s.:]{0,3}(?:no(?:mor)?[.\s]{0,2})?\d{1,3}`
const RT_RW = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:rt${NUMBER}(?:[\s,/.-]{0,3}(?:rw${NUMBER}|(?<=/\s?)\d{1,3}))?|rw${NUMBER}(?:[\s,/.-]{0,3}rt${NUMBER})?)(?!\p{N})`,
  'giu',
)
const BLOCK =
  /(?<![\p{L}\p{N}])blok[\s.]{1,2}[a-z]{1,2}[\s.-]?\d{0,3}(?:[\s,/]{0,2}(?:no(?:mor)?[.\s]{0,2})?\d{1,3}[a-z]?)?(?![\p{L}\p{N}])/giu
/** The number after a street's name; the street itself is where the hole is. */
const HOUSE =
  /((?<![\p{L}\p{N}])(?:jl|jln|jalan|gg|gang|komplek|kompleks|perumahan|perum|rumah)(?:[.\s]{1,2}[\p{L}.'’]{1,20}){0,5}?[\s,]{1,2})(?:no|nomor|nmr)[.\s]{0,2}\d{1,4}(?:\s?[a-z])?(?![\p{L}\p{N}])/giu

/** The letters a plate begins with, by region. */
const REGION = 'A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|P[ABG]?|R|S|T|W|Z'
const PLATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${REGION})[ -]?\d{1,4}[ -]?[A-Z]{1,3}(?![\p{L}\p{N}])`,
  'gu',
)
const PLATE_SAID = new RegExp(
  String.raw`((?<![\p{L}])(?:plat|pelat|nopol|no\.? ?pol|nomor polisi)(?: nomor)?[ :.]{1,3})(?:${REGION})[ -]?\d{1,4}(?:[ -]?[A-Z]{1,3})?(?![\p{L}\p{N}])`,
  'giu',
)
