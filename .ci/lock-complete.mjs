// Fails when package-lock.json lacks a platform binary that a locked package names, so that `npm ci` would break on macOS, Windows or Alpine.
import { readFileSync } from 'node:fs'

const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))
const locked = (owner, name) =>
  packages[`${owner}/node_modules/${name}`] !== undefined ||
  Object.keys(packages).some((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))

let incomplete = 0
for (const [path, { version, optionalDependencies = {} }] of Object.entries(packages)) {
  const named = Object.keys(optionalDependencies)
  const missing = named.filter((name) => !locked(path, name))
  if (missing.length === 0) continue
  incomplete += 1
  const name = path.replace('node_modules/', '')
  console.error(`${name} ${version} lacks ${missing.length} of ${named.length} in the lock file: ${missing.join(' ')}`)
}
if (incomplete === 0) console.log('Lock file complete for every platform')
process.exitCode = incomplete > 0 ? 1 : 0
