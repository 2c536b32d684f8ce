import { choice, type Field } from '../../chat/fields.ts'
import type { Language } from '../../chat/message.ts'
import { fold } from '../../indonesian/words.ts'
import { texts } from './texts.ts'

/** Yes or no to what cannot be taken back lightly: by button, by number, or in a known word and nothing beside it. */
export function agreement(): Field<'ya' | 'tidak'> {
  const yesOrNo = choice((language) => options(language))
  return {
    ...yesOrNo,
    read(content, reading) {
      if (content.kind !== 'text') return yesOrNo.read(content, reading)
      const said = fold(content.text)
      const list = options(reading.language)
      const known = list.some(({ label, also }) => [label, ...also].map(fold).includes(said))
      const clear = known || /^[12]$/.test(said) // "gimana ya" has the word for yes in it, and is none
      return yesOrNo.read(clear ? content : { kind: 'text', text: '' }, reading)
    },
  }
}

function options(language: Language) {
  const { yes, no, yesWords, noWords } = texts[language].linking
  return [
    { value: 'ya', label: yes, also: yesWords },
    { value: 'tidak', label: no, also: noWords },
  ] as const
}
