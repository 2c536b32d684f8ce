import { spawn } from 'node:child_process'

/** Where programs are looked for; the bot's own surroundings, with its tokens, are not handed on. */
const SURROUNDINGS = {
  PATH: '/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin:/opt/local/bin',
  LC_ALL: 'C',
  OMP_THREAD_LIMIT: '1',
}
const LONGEST_OUTPUT = 128 * 1024 * 1024
const LONGEST_COMPLAINT = 4096

/** What a program wrote: its output, and the beginning of its complaints. */
export interface Ran {
  readonly output: Buffer
  readonly complaint: string
}

/**
 * Runs a program of the machine without a shell, and lets the bot go first where both want the processor. Rejects
 * where it is missing, fails, takes longer than the seconds it has, writes more than 128 MB, or the signal ends it;
 * it does not outlive this.
 */
export async function run(
  program: string,
  args: readonly string[],
  how: { readonly seconds: number; readonly input?: Uint8Array; readonly signal?: AbortSignal | undefined },
): Promise<Ran> {
  how.signal?.throwIfAborted()
  const { promise, resolve, reject } = Promise.withResolvers<Ran>()
  const child = spawn('nice', ['-n', '10', program, ...args], {
    env: SURROUNDINGS,
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: how.seconds * 1000,
    killSignal: 'SIGKILL',
    ...(how.signal && { signal: how.signal }),
  })
  const output: Buffer[] = []
  let size = 0
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output.push(chunk)
    size += chunk.length
    if (size > LONGEST_OUTPUT) child.kill('SIGKILL')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString('utf8')).slice(0, LONGEST_COMPLAINT)
  })
  child.on('error', reject)
  child.on('close', (code, signal) => {
    if (code === 0 && size <= LONGEST_OUTPUT) resolve({ output: Buffer.concat(output), complaint })
    else reject(new Error(`${program} ended with ${code ?? signal}`))
  })
  // A program that has enough before it read all of its input closes it; how it ended is told by `close`.
  child.stdin.on('error', () => undefined)
  child.stdin.end(how.input)
  return promise
}
