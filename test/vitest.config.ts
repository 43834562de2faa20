import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    setupFiles: ['test/setup.ts'],
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['test/**/*.test.ts'],
    exclude: ['test/{browser,office,postgres,faults,bench}/**', '**/node_modules/**'],
    reporters: ['default', './.ci/closing-line.mjs'],
    // Threads share one process, so mathjs and zod are read from disk once; two is what the smallest machine has.
    pool: 'threads',
    maxWorkers: 2,
    // A machine at work on other things takes its time; what hangs is found all the same.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
