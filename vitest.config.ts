import { defineConfig } from 'vitest/config'
import { needingDatabase } from './test/support/needs-database.ts'

export default defineConfig({
  test: {
    // what comes to no database has nothing new to say on another one
    include: process.env.TESTS === 'database' ? [...needingDatabase()] : ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    maxWorkers: 2,
    pool: 'forks',
  },
})
