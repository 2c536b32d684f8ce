import type { Language } from '../../chat/message.ts'
import { fold } from '../../indonesian/words.ts'
import { authorityIn } from './asides/authorities.ts'
import { personalIn } from './asides/personal.ts'
import { texts } from './asides/texts.ts'
import type { SmallTalk } from './small-talk.ts'

/** What to say to small talk; `refused` where something was wanted that is not to be had here. */
export interface Aside {
  readonly text: string
  readonly outcome: 'talk' | 'refused'
}

/** The words for what is no question about a rule: told apart by kind, by topic, and by who answers for it. */
export function aside(kind: SmallTalk, said: string, language: Language): Aside {
  const t = texts[language]
  switch (kind) {
    case 'personal':
      return { outcome: 'refused', text: t.personal(t.where[personalIn(said) ?? 'records']) }
    case 'elsewhere': {
      const authority = authorityIn(fold(said))
      return authority === undefined
        ? { outcome: 'refused', text: t.said.outside }
        : { outcome: 'refused', text: t.elsewhere(t.authority[authority]) }
    }
    case 'outside':
      return { outcome: 'refused', text: t.said.outside }
    default:
      return { outcome: 'talk', text: t.said[kind] }
  }
}
