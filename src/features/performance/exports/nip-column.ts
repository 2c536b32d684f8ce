/** What all columns of a NIP have in common: it is no number to count with, and is read in its groups. */
export const NIP = { kind: 'digits', groups: [8, 6, 1, 3], width: 20 } as const
