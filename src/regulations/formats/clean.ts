const LIGATURES = /[\ufb00-\ufb06]/g
/** Soft hyphens, zero width and bidirectional marks, byte order marks, tags: they are not seen, so they are not said. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Signs whose look only one font knows: bullets of Word's, mostly. */
const NOBODYS = /\p{Co}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g

/** A text free of control and invisible characters, its line ends `\n`, its letters composed. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(NOBODYS, '')
    .replace(LIGATURES, (letters) => letters.normalize('NFKC'))
    .normalize('NFC')
    .toWellFormed()
}
