import { pino } from 'pino'

/** A log of ids and causes. What people wrote, their numbers and names never go in. */
export type Log = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (fields: Fields, message: string) => void>
>

/** Ids and counts; an error goes in as `err`. */
type Fields = Readonly<Record<string, unknown>>

/** A log that writes JSON lines to standard error, so that standard output stays for people. */
export function createLog(level: string): Log {
  return pino({ level, serializers: { err: cause } }, pino.destination({ dest: 2, sync: true }))
}

const FRAME = /^ {4}at .*(?:\)|:\d+:\d+|<anonymous>)$/
const DEEPEST_CAUSE = 4

/** The kind, code and place of an error. Its message stays out: it may quote what a person wrote, or a password. */
function cause(error: unknown): object {
  return describe(error, DEEPEST_CAUSE)
}

function describe(error: unknown, depth: number): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const {
    name,
    code,
    message,
    stack = '',
  } = error as Omit<NodeJS.ErrnoException, 'code'> & { code?: unknown }
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n') // a message may look like a frame
  return {
    type: name === 'Error' ? error.constructor.name : name,
    ...(/^[\w.-]{1,64}$/.test(String(code ?? '')) && { code }),
    ...(error.cause instanceof Error && depth > 0 && { cause: describe(error.cause, depth - 1) }),
    where: frames.filter((line) => FRAME.test(line)).slice(0, 6),
  }
}
