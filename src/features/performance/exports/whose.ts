/** Whose data are meant: of a unit and all below it (null: of all), and of somebody's direct reports (left out: of all). */
export interface Whose {
  readonly unit: string | null
  readonly supervisor?: string
}

/** SQL that is true of an entry "e" in its unit "tree" where it is among those, by the placeholders of both ("$3"). */
export function among(unit: string, supervisor: string): string {
  return `(${unit}::bigint is null or ${unit}::bigint = any(tree.path))
    and (${supervisor}::bigint is null or e.supervisor = ${supervisor}::bigint)`
}
