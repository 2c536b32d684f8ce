import { type Logger, pino, stdSerializers } from 'pino'

/** A log of ids and causes. What people wrote, their numbers and names never go in. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** A log that writes JSON lines to standard error, so that standard output stays for people. */
export function createLog(level: string): Log {
  return pino({ level, serializers: { err: cause } }, pino.destination({ dest: 2, sync: true }))
}

/** The kind, code and place of an error. Its message stays out where it may quote what a person wrote. */
function cause(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const { type, stack } = stdSerializers.err(error)
  const { code } = error as { code?: unknown }
  const where = stack.split('\n').filter((line) => line.trimStart().startsWith('at ')).slice(0, 6)
  return { type, ...(code !== undefined && { code }), ...(error.cause instanceof Error && { cause: cause(error.cause) }), where }
}
