import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Format and lint, types, tests, in this order; stops at the first that fails. `--no-tests` leaves the last out. */
const root = join(import.meta.dirname, '..')
const bin = (name: string): string => join(root, 'node_modules/.bin', name)
const steps: readonly (readonly [name: string, command: string, ...rest: readonly string[]])[] = [
  ['format and lint', bin('biome'), 'check', '--error-on-warnings'],
  ['types', bin('tsc'), '-p', root],
  ...(process.argv.includes('--no-tests')
    ? []
    : [['tests', process.execPath, join(import.meta.dirname, 'test.ts')] as const]),
]
for (const [name, command, ...rest] of steps) {
  process.stdout.write(`\n— ${name}\n`)
  const { status } = spawnSync(command, rest, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
