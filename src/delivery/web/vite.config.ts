import { defineConfig } from 'vite'

const root = import.meta.dirname

/** The planner's page: built into dist/web, served by the service itself. */
export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The policy of the page allows no inline script, and data addresses only for pictures.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: {
    format: 'es',
    // The service answers these names with a policy of their own: only a worker may generate code.
    rolldownOptions: {
      output: { entryFileNames: 'assets/worker/[name]-[hash].js', chunkFileNames: 'assets/worker/[name]-[hash].js' },
    },
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:3000' } },
})
