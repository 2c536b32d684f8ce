/** What may stand in the words of a deadline, in braces. */
export const PLACEHOLDERS = ['nama', 'judul', 'tenggat', 'periode', 'sisa'] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]

/** The placeholders in a text that stand for nothing. */
export function unknownPlaceholders(text: string): readonly string[] {
  const named = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name.trim().toLowerCase())
  return [...new Set(named)].filter((name) => !isPlaceholder(name))
}

/** A text with its placeholders filled in. */
export function filled(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const key = name.trim().toLowerCase()
    return isPlaceholder(key) ? values[key] : whole
  })
}

function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name)
}
