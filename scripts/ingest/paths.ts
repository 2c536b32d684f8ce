import { globSync, readdirSync, type Stats, statSync } from 'node:fs'
import { basename, join, sep } from 'node:path'
import { wrong } from './options.ts'

/** The files to read, and those that were left out because their names say they are something else. */
export interface Found {
  readonly files: readonly { readonly path: string; readonly size: number }[]
  readonly passedOver: readonly string[]
}

/** What regulations come as; in a folder there may be much else. A file that is named itself is always read. */
const PLAUSIBLE = /\.(?:pdf|docx|docm|dotx|dotm|x?html?|txt|text|md|markdown)$/i

/**
 * The files that paths mean: files, folders with all below them, patterns the shell left as they were. Hidden ones are
 * left out, doubles too. Throws `Misconfigured` for a path that means nothing.
 */
export function filesOf(paths: readonly string[]): Found {
  const named: string[] = []
  const inFolders: string[] = []
  for (const path of paths.flatMap(expanded)) {
    if (!statOf(path)?.isDirectory()) named.push(path)
    else inFolders.push(...filesIn(path))
  }
  const passedOver = inFolders.filter((path) => /\.[^./]+$/.test(basename(path)) && !PLAUSIBLE.test(path))
  const wanted = new Set([...named, ...inFolders.filter((path) => !passedOver.includes(path))])
  return { files: [...wanted].map((path) => ({ path, size: statOf(path)?.size ?? 0 })), passedOver }
}

function expanded(path: string): readonly string[] {
  if (statOf(path)) return [path]
  const found = /[*?[{]/.test(path) ? globSync(path) : []
  if (found.length > 0) return found.sort(inOrder)
  throw wrong(
    /[*?[{]/.test(path)
      ? `tidak ada berkas yang cocok dengan ${path}.`
      : `${path} tidak ada atau tidak boleh dibaca.`,
  )
}

function filesIn(folder: string): readonly string[] {
  let names: readonly string[]
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch {
    throw wrong(`${folder} tidak boleh dibaca.`)
  }
  return names
    .filter((name) => !isHidden(name))
    .map((name) => join(folder, name))
    .filter((path) => !statOf(path)?.isDirectory())
    .sort(inOrder)
}

function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.') && part !== '.' && part !== '..')
}

/** Undefined for what is not there or may not be looked at; whoever opens it says so. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

function inOrder(a: string, b: string): number {
  return a.localeCompare(b, 'id', { numeric: true })
}
