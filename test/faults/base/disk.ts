import { existsSync, mkdirSync, readFileSync, statfsSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { integrityOf } from './kills.ts'
import { startService } from './process.ts'
import { missing, nothingWritten, startWriters } from './writers.ts'

export interface Disk {
  /** Versions that were acknowledged, before, while the disk was full, and after. */
  readonly saved: number
  readonly savedAfter: number
  /** Answers to writes on the full disk, by status. */
  readonly refused: Readonly<Record<string, number>>
  /** Reads of saved plans on the full disk that failed. */
  readonly failedReads: readonly string[]
  readonly lost: readonly string[]
  readonly check: string
  readonly exit: readonly [number | null, string | null]
}

/** Whether this user may make a small disk of its own, which only the superuser may. */
export const canMount = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/unshare')

/**
 * Fills the disk under a running service, and makes room again. The disk is a small one in memory that only the service
 * sees; the tests reach it through the service's own view of the files.
 */
export async function fillDisk(folder: string, megabytes = 24): Promise<Disk> {
  const data = join(folder, 'disk')
  mkdirSync(data)
  const script = `mount -t tmpfs -o size=${megabytes}m none '${data}' && exec "$@"`
  const through = ['/usr/bin/unshare', '-m', 'sh', '-c', script, 'sh']
  const service = await startService({ environment: { PFV_DATA: data }, through })
  const seen = `/proc/${service.child.pid}/root${data}`
  try {
    const written = nothingWritten()
    let stop = startWriters(service.address, written)
    await wait(500)
    await stop()
    // All but a little is taken by something else, and the rest by plans.
    const { bavail, bsize } = statfsSync(seen)
    writeFileSync(join(seen, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - 1_000_000)))
    stop = startWriters(service.address, written, { bytes: 60_000 })
    const end = performance.now() + 60_000
    while (performance.now() < end && [...written.refused.values()].reduce((sum, n) => sum + n, 0) < 20) await wait(20)
    await stop()
    const refused = Object.fromEntries(written.refused)
    const failedReads = await missing(service.address, written.saved.slice(-50))
    unlinkSync(join(seen, 'ballast'))
    const after = nothingWritten()
    stop = startWriters(service.address, after)
    await wait(1000)
    await stop()
    const lost = await missing(service.address, [...written.saved, ...after.saved])
    // The file is read where this process sees it: as it stands on the small disk, with its journal.
    const copy = join(folder, 'copy')
    const exit = await ended(seen, copy, service.stop)
    const check = integrityOf(copy)
    return { saved: written.saved.length, savedAfter: after.saved.length, refused, failedReads, lost, check, exit }
  } finally {
    service.child.kill('SIGKILL')
  }
}

/** The small disk goes with its last process: its files are copied while that still runs. */
async function ended<Exit>(seen: string, copy: string, stop: () => Promise<Exit>): Promise<Exit> {
  mkdirSync(copy)
  for (const name of ['pfv.db', 'pfv.db-wal'])
    if (existsSync(join(seen, name))) writeFileSync(join(copy, name), readFileSync(join(seen, name)))
  return await stop()
}
