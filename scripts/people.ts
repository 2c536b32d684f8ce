import type { Database } from '../src/database/database.ts'
import { databaseOf, failStart, loadConfig } from '../src/main.ts'
import { importFile } from './people/importing.ts'
import { historyText, listText } from './people/looking.ts'
import { type Asked, readOptions, USAGE } from './people/options.ts'
import { importTargetFile } from './people/targets.ts'
import { writeTemplate } from './people/template.ts'

/** The directory of employees from the terminal: `npm run people -- import|targets|history|list|template`. */
async function run(): Promise<void> {
  const asked = readOptions(process.argv.slice(2))
  if (asked.kind === 'help') return say(USAGE)
  if (asked.kind === 'template') return writeTemplate(asked.path)
  const config = loadConfig()
  const database = await databaseOf(config)
  try {
    await answer(database, asked, config.timeZone)
  } finally {
    await database.close()
  }
}

async function answer(
  database: Database,
  asked: Exclude<Asked, { kind: 'help' | 'template' }>,
  timeZone: string,
): Promise<void> {
  if (asked.kind === 'import') process.exitCode = await importFile(database, asked, timeZone)
  else if (asked.kind === 'targets') process.exitCode = await importTargetFile(database, asked)
  else if (asked.kind === 'history') say(await historyText(database, asked.nip, timeZone))
  else say(await listText(database, asked.unit))
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

await run().catch(failStart)
