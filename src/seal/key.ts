import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Misconfigured } from '../errors.ts'

/** Where the key lies in the data directory, unless SEAL_KEY has it. */
export const KEY_FILE = 'seal.key'
const KEY_BYTES = 32
const LEAST = 32

/**
 * The secret the seal is made with: the one that is set, else the one in the data directory, which is made on the first
 * start and readable by its owner alone. Throws `Misconfigured` where it cannot be had.
 */
export async function readSealKey({
  dataDir,
  sealKey,
}: {
  readonly dataDir: string
  readonly sealKey: string | undefined
}): Promise<string> {
  if (sealKey !== undefined) return sealKey
  const path = join(dataDir, KEY_FILE)
  try {
    await mkdir(dataDir, { recursive: true })
    // whoever comes second finds the first one's
    await writeFile(path, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, {
      flag: 'wx',
      mode: 0o600,
    }).catch(ifThere)
    const key = (await readFile(path, 'utf8')).trim()
    if (key.length >= LEAST) return key
  } catch (cause) {
    throw Object.assign(new Misconfigured('DATA_DIR', `${path} tidak bisa dibaca atau dibuat. ${SET}`), {
      cause,
    })
  }
  throw new Misconfigured('SEAL_KEY', `${path} kosong atau terpotong: kembalikan dari cadangan. ${SET}`)
}

const SET = 'Atau isi SEAL_KEY dengan rahasia sepanjang paling sedikit 32 huruf.'

function ifThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
