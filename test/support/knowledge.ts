import { join } from 'node:path'

/** The knowledge that ships with the bot. */
export const KNOWLEDGE = join(import.meta.dirname, '../../knowledge')
