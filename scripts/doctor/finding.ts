/** What one look found: fine, worth a look, broken, or nothing to look at; `todo` is what helps. */
export interface Finding {
  readonly mark: '✓' | '!' | '✗' | '–'
  readonly name: string
  readonly text: string
  readonly todo?: string
}

export function fine(name: string, text: string): Finding {
  return { mark: '✓', name, text }
}

export function worthALook(name: string, text: string, todo: string): Finding {
  return { mark: '!', name, text, todo }
}

export function broken(name: string, text: string, todo?: string): Finding {
  return { mark: '✗', name, text, ...(todo && { todo }) }
}

/** Something that failed: a setting's own sentence says what to do; of everything else the message has to do. */
export function failed(name: string, error: unknown, todo?: string): Finding {
  return broken(name, error instanceof Error ? error.message : String(error), todo)
}

export function nothingToSee(name: string, text: string): Finding {
  return { mark: '–', name, text }
}
