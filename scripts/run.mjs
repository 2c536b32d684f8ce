// Runs a program of Abdi on Node 24 and installs first what is missing. This file itself runs on any Node from
// 20 on and needs nothing installed: `npm start` and `npm test` are the only commands a fresh clone needs.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamp = join(root, 'node_modules', '.abdi-lock')
const [program, ...rest] = process.argv.slice(2)

const lockFile = join(root, 'package-lock.json')
const lock = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
if (installed !== lock) {
  if (!isInstalledByHand()) install()
  writeFileSync(stamp, lock)
}
const node = findNode()
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, program), ...rest], {
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => fail(`Node 24 tidak bisa dijalankan (${error.message}).`))
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))

function install() {
  console.error('Memasang paket yang dibutuhkan (sekali saja, sekitar setengah menit)…')
  const npm = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      })
  if (result.status !== 0)
    fail(
      'Paket tidak bisa dipasang. Periksa sambungan internet (atau cermin npm Anda), lalu ulangi perintah yang sama.',
    )
}

// `npm ci` was run since the lock file came: npm notes what it installed, and when.
function isInstalledByHand() {
  const noted = join(root, 'node_modules', '.package-lock.json')
  return existsSync(noted) && statSync(noted).mtimeMs >= statSync(lockFile).mtimeMs
}

// The Node that came with the packages, else the one running this if it is new enough.
function findNode() {
  const bundled = join(root, 'node_modules', '.bin', 'node')
  for (const candidate of [bundled, process.execPath]) {
    if (!existsSync(candidate)) continue
    const version = spawnSync(candidate, ['--version'], { encoding: 'utf8' }).stdout ?? ''
    if (Number(version.slice(1).split('.')[0]) >= 24) return candidate
  }
  return fail(
    `Abdi butuh Node 24; yang ada ${process.version}, dan paket Node 24 untuk ${process.platform}-${process.arch} tidak tersedia. Pasang Node 24 dari nodejs.org.`,
  )
}

function fail(sentence) {
  console.error(`\nAbdi tidak bisa dijalankan.\n  ${sentence}`)
  process.exit(1)
}
