import type { Command, Feature, Reply, Turn } from '../../chat/feature.ts'
import type { Choice, Language } from '../../chat/message.ts'
import { mayUse } from '../../chat/turn.ts'
import { texts } from './texts.ts'

/** Welcomes newcomers and tells what can be done here; `others` are the features it speaks of. */
export function createHelp(organization: string, others: () => readonly Feature[]): Feature {
  const suggestions = (language: Language): readonly Choice[] =>
    others().flatMap((feature) => feature.suggestions?.(language) ?? [])

  async function welcome({ person }: Turn): Promise<Reply> {
    return {
      say: [{ text: texts[person.language].welcome(organization), choices: suggestions(person.language) }],
    }
  }

  async function help({ person, message }: Turn): Promise<Reply> {
    const t = texts[person.language]
    const lines = menu(others(), person.language)
      .filter(({ command }) => mayUse(person.role, command.audience))
      .filter(({ command }) => !(message.shared && command.personal))
      .map(({ command, line }) => `/${command.name} – ${line}`)
    return {
      say: [
        {
          text: [
            t.commands,
            lines.join('\n'),
            `/batal – ${t.cancel}`,
            ...(message.shared ? [t.moreInPrivate] : []),
            t.forms,
          ].join('\n\n'),
          choices: suggestions(person.language),
        },
      ],
    }
  }

  return {
    name: 'help',
    home: async ({ language }) => [
      { title: texts[language].homeTitle, text: texts[language].home(organization) },
    ],
    commands: [
      { name: 'start', audience: 'citizen', summary: (l) => texts[l].start, run: welcome },
      { name: 'bantuan', audience: 'citizen', summary: (l) => texts[l].help, run: help },
      { name: 'help', audience: 'citizen', run: help },
    ],
  }
}

/** The commands worth showing in a menu, each with its line. */
export function menu(
  features: readonly Feature[],
  language: Language,
): readonly { command: Command; line: string }[] {
  return features
    .flatMap((feature) => feature.commands ?? [])
    .flatMap((command) => (command.summary ? [{ command, line: command.summary(language) }] : []))
}
