/** A set of folded words from a text that lists them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean))
}

/** True when every word is in one of the sets and at least one in the first: nothing else is being asked. */
export function onlyOf(
  words: readonly string[],
  telling: ReadonlySet<string>,
  ...others: readonly ReadonlySet<string>[]
): boolean {
  return (
    words.some((word) => telling.has(word)) &&
    words.every((word) => telling.has(word) || others.some((other) => other.has(word)))
  )
}

/** Whom one speaks to, in Indonesian, Sundanese and Javanese. */
export const YOU = wordSet(`
  kamu km kmu anda lu lo loe elu elo kau kowe koe kon sampeyan panjenengan maneh sia siah silaing anjeun
  abdi bot botnya robot ai admin min mimin aplikasi app apps sistem program mesin chatbot
`)

/** What softens or addresses and asks nothing. */
export const FILLERS = wordSet(`
  ya yaa yah iya nih tuh sih deh dong dongs lah loh kok kan mah teh euy atuh tah eh ah oh oi hoi woi woy hei
  pak bapak bu ibu bpk mas mba mbak kak kakak ka bang kang teteh a aa om tante gan agan sis bro bos bosku
  semua semuanya semuana sadayana sedoyo kabeh sekalian teman rekan banget bgt sekali amat sangat sungguh
  bener benar memang emang saja aja ini itu yang yg dan di ke untuk utk dari dulu juga jg
`)
