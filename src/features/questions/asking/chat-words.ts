/** Question words as they are written in chat, as alternatives of a pattern. */
export const BERAPA = '(?:berapa|berapakah|brp|brapa|brpa|berape)'
export const APA = '(?:apa|apakah|ap|apaan|apasih)'
export const GIMANA = '(?:bagaimana|gimana|gmn|gmna|bgmn|gimane|gmana)'
export const SIAPA = '(?:siapa|siapakah|spa|sapa|siape)'
export const TIDAK = '(?:tidak|tdk|ga|gak|gk|g|nggak|ngga|enggak|engga|gx|kagak|ndak|kah)'
export const TAG = '(?: (?:sih|ya|yah|kak|min|pak|bu|dong|nih|tuh|kan|si|toh))*'

/** A pattern for words that stand by themselves in a folded text. */
export function sign(words: string): RegExp {
  return new RegExp(`(?:^| )(?:${words})(?= |$)`)
}
