import { spawnSync } from 'node:child_process'
import { build } from 'vite'
import { isBuilt } from './built.ts'

/** Builds the service and the page once, before several files ask for them at the same time. */
export default async function setup(): Promise<void> {
  if (!isBuilt('dist/delivery/http/main.js', 'src')) {
    const made = spawnSync('npx', ['tsc', '-p', 'src'], { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(`the service does not compile: ${made.stdout}`)
  }
  if (!isBuilt('dist/web/index.html', 'src'))
    await build({ configFile: 'src/delivery/web/vite.config.ts', logLevel: 'error' })
}
