import { createTerminalChannel } from '../src/channels/terminal.ts'
import { createLog } from '../src/log.ts'
import { answeringOf, botOf, databaseOf, failStart, loadConfig, sealOf } from '../src/main.ts'

/** A chat with Abdi in the terminal, on the configured database: `npm run talk`. */
async function talk(): Promise<void> {
  const config = loadConfig()
  const database = await databaseOf(config)
  try {
    const log = createLog('error')
    const bot = botOf(config, database, await answeringOf(config, database, log), crypto.randomUUID(), {
      seal: await sealOf(config, database, log),
    })
    const terminal = createTerminalChannel(process.stdin, process.stdout)
    terminal.idle(() => bot.advance('terminal:local'))
    process.stdout.write(
      `Abdi untuk ${config.organization}. Tulis pertanyaan, atau "keluar" untuk berhenti.\n`,
    )
    await bot.listen(terminal)
    await terminal.closed
    await bot.stop()
  } finally {
    await database.close()
  }
}

await talk().catch(failStart)
