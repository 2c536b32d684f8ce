import { accountsOf, type Json, type KeptAbout, type OwnData, type Person } from '../../chat/feature.ts'
import type { Language } from '../../chat/message.ts'
import { plainRow } from './rows.ts'
import type { Kept, OwnDataStore, Whose } from './store.ts'
import { type OwnKind, texts } from './texts.ts'

/** What is kept about somebody in tables that no other feature answers for; `clock` says when it is erased. */
export function createKernelData(store: OwnDataStore, clock: () => Date): OwnData {
  return {
    async collect(person) {
      const kept = await store.kept(whose(person))
      return sectionsOf(kept, person.language)
    },

    async erase(person) {
      const t = texts[person.language].staying
      const before = await store.kept(whose(person))
      await store.erase(whose(person), texts[person.language].shell, clock())
      const { remembered } = await store.kept(whose(person))
      return [
        ...(remembered.length > 0 ? [t.remembered] : []),
        ...(before.entry && before.entry.entry.length > 0 ? [t.entry] : []),
        ...(before.entry && before.entry.reports.length > 0 ? [t.reports] : []),
        ...(before.deeds.length > 0 ? [t.deeds] : []),
        ...(before.held ? [t.accounts] : []),
        ...(before.published.length > 0 ? [t.published] : []),
        ...(before.handedOver.length > 0 ? [t.copies] : []),
        ...(before.links.length > 0 ? [t.links] : []),
        ...(before.tries.length > 0 ? [t.tries] : []),
      ]
    },
  }
}

function whose(person: Person): Whose {
  return { accounts: accountsOf(person), ...(person.employee !== undefined && { employee: person.employee }) }
}

function sectionsOf(kept: Kept, language: Language): readonly KeptAbout[] {
  const t = texts[language]
  const { spoken, entry, remembered } = kept
  const rows: Readonly<Record<OwnKind, readonly object[]>> = {
    spoken: spoken.map(({ at, from, content }) => ({
      at,
      from: from === 'in' ? t.me : t.bot,
      text: wordsOf(content, language),
    })),
    remembered,
    files: kept.files,
    questions: kept.questions,
    handedOver: kept.handedOver,
    published: kept.published,
    accounts: kept.accounts,
    facts: kept.facts,
    links: kept.links,
    tries: kept.tries,
    entry: entry?.entry ?? [],
    changes: entry?.changes ?? [],
    reports: entry?.reports ?? [],
    looks: entry?.looks ?? [],
    deeds: kept.deeds,
  }
  const kinds = Object.entries(rows) as [OwnKind, readonly object[]][] // Object.entries forgets the keys
  return kinds
    .filter(([, all]) => all.length > 0)
    .map(([kind, all]) => ({ ...t.kinds[kind], rows: all.map(plainRow) }))
}

/** The words of a message where it has some; else all that it is. */
function wordsOf(content: unknown, language: Language): Json {
  const { text, kind, name, rest, caption, value } = Object(content) as Readonly<Record<string, unknown>>
  if (typeof text === 'string') return kind === undefined ? unmarked(text) : text
  if (kind === 'choice') return texts[language].pressed(String(value))
  if (kind === 'command') return `/${name} ${rest}`.trim()
  if (kind === 'file') return [name, caption].filter((part) => typeof part === 'string').join(': ')
  return JSON.parse(JSON.stringify(content ?? null)) as Json // it came out of a JSON column
}

/** What the bot said, without the signs that make a word bold or keep one from being so. */
function unmarked(text: string): string {
  return text.replaceAll(/\*\*|\\(?=[^\w\s])/g, '')
}
