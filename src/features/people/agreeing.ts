import { choice, type Field } from '../../chat/fields.ts'
import type { Language } from '../../chat/message.ts'
import { fold } from '../../indonesian/words.ts'

/** How yes and no are called on their buttons, and in which other words they may be said. */
export interface YesOrNo {
  readonly yes: string
  readonly no: string
  readonly yesWords: readonly string[]
  readonly noWords: readonly string[]
}

/** Yes or no to what cannot be taken back lightly: by button, by number, or in a known word and nothing beside it. */
export function agreement(words: (language: Language) => YesOrNo): Field<'ya' | 'tidak'> {
  const options = (language: Language) => {
    const { yes, no, yesWords, noWords } = words(language)
    return [
      { value: 'ya', label: yes, also: yesWords },
      { value: 'tidak', label: no, also: noWords },
    ] as const
  }
  const yesOrNo = choice(options)
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
