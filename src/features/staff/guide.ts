import type { Reply, Turn } from '../../chat/feature.ts'
import { mayUse } from '../../chat/turn.ts'
import { say, shortened } from './asking.ts'
import { texts } from './texts.ts'

/** Questions whoever asks could ask, by what they may know. */
export function examplesFor({ person }: Turn): readonly string[] {
  const { examples } = texts[person.language]
  if (mayUse(person.role, 'hr')) return examples.hr
  return mayUse(person.role, 'supervisor') ? examples.supervisor : examples.employee
}

/** What can be asked, each example a button; before it what was wrong. */
export function guide(turn: Turn, before: readonly string[]): Reply {
  const examples = examplesFor(turn)
  const choices = examples.map((label, i) => ({
    label: shortened(label),
    value: `pegawai_contoh:${i}`,
  }))
  return say(
    [...before, texts[turn.person.language].how(examples.map((one) => `_${one}_`))].join('\n\n'),
    choices,
  )
}
