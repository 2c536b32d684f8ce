import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../src/config.ts'
import { failStart, loadConfig } from '../src/main.ts'
import { lookAtDatabase } from './doctor/database.ts'
import { broken, type Finding, failed, fine, worthALook } from './doctor/finding.ts'
import { readKnowledge } from './doctor/knowledge.ts'
import { lookAtModels, lookAtTelegram } from './doctor/services.ts'
import { lookAtSlack } from './doctor/slack.ts'

const MEGA = 1024 * 1024
const LITTLE_SPACE = 1024 * MEGA
const NO_SPACE = 100 * MEGA

/** Looks at everything the bot needs and says in Indonesian what to do: `npm run doctor`. Exit code 1 when something is broken. */
async function doctor(): Promise<void> {
  const counts = { '✓': 0, '!': 0, '✗': 0, '–': 0 }
  say('Pemeriksaan Abdi\n')
  for await (const { mark, name, text, todo = '' } of examine()) {
    counts[mark]++
    say(`  ${mark} ${name.padEnd(15)}${text}`)
    for (const line of todo.split('\n').filter(Boolean)) say(`${' '.repeat(19)}${line}`)
  }
  const { '!': few, '✗': bad } = counts
  if (bad > 0) say(`\n${bad} hal harus diperbaiki${few > 0 ? `, ${few} perlu dilihat` : ''}.`)
  else say(few > 0 ? `\nAbdi bisa berjalan. ${few} hal perlu dilihat.` : '\nSemua baik.')
  if (bad > 0) process.exitCode = 1
}

async function* examine(): AsyncGenerator<Finding> {
  yield runtime()
  const { finding, important } = readKnowledge()
  yield finding
  let config: Config
  try {
    config = loadConfig()
  } catch (error) {
    return yield failed(
      'Pengaturan',
      error,
      'Perbaiki di .env (tiap kunci dijelaskan di .env.example), lalu ulangi.',
    )
  }
  const from = existsSync('.env') ? 'berkas .env terbaca' : 'tanpa berkas .env'
  yield fine('Pengaturan', `${from}; untuk ${config.organization}, ${config.timeZone}`)
  if (config.database.kind === 'embedded') yield disk(config.dataDir)
  yield* lookAtDatabase(config, important)
  yield* lookAtTelegram(config.telegram)
  yield* lookAtSlack(config.slack)
  yield* lookAtModels(config)
}

function runtime(): Finding {
  const { node } = process.versions
  if (Number(node.split('.')[0]) >= 24) return fine('Node', node)
  return broken('Node', `${node} terlalu lama`, 'Jalankan lewat npm run doctor, atau pasang Node 24.')
}

function disk(directory: string): Finding {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const probe = join(directory, `doctor-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    return failed('DATA_DIR', error, 'Pilih folder yang boleh ditulis, atau perbaiki izinnya.')
  }
  const { bavail, bsize } = statfsSync(directory)
  const free = bavail * bsize
  const text = `${directory} bisa ditulis, ruang kosong ${Math.floor(free / MEGA).toLocaleString('id-ID')} MB`
  if (free >= LITTLE_SPACE) return fine('DATA_DIR', text)
  const todo = 'Kosongkan ruang: basis data yang tidak bisa menulis akan berhenti.'
  return (free < NO_SPACE ? broken : worthALook)('DATA_DIR', text, todo)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

await doctor().catch(failStart)
