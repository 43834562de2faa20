import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Whether what was built is younger than every source that it was made from. */
export const isBuilt = (made: string, sources: string): boolean =>
  existsSync(made) && statSync(made).mtimeMs > newest(sources)

function newest(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs
  })
  return Math.max(0, ...times)
}
