import { defineConfig } from 'vitest/config'
import { InOrder } from './support/in_order.ts'
import { PassedFailed } from './support/passed_failed.ts'

const root = new URL('..', import.meta.url).pathname

export default defineConfig({
  root,
  test: {
    reporters: ['default', new PassedFailed()],
    env: { TZ: 'UTC' },
    execArgv: ['--import', new URL('../src/quick_start.js', import.meta.url).pathname],
    setupFiles: [new URL('support/same_cases.ts', import.meta.url).pathname],
    // A busy machine is slow, not wrong: nothing here measures time.
    testTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // Two cores are what a build server has; a third keeps them busy while a browser or a server is waited for.
    maxWorkers: 3,
    // Each file has houses of its own; to load the app anew for each took a third of the time.
    isolate: false,
    sequence: { sequencer: InOrder },
    // Node takes the types off, as it does for the program: nothing is rewritten first, and what was compiled is kept.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/browser/**'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/support/chromium.ts'],
        },
      },
    ],
  },
})
