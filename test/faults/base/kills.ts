import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Libsql from 'libsql'
import type { Running } from './process.ts'
import { startService } from './process.ts'
import type { Saved } from './writers.ts'
import { missing, nothingWritten, startWriters } from './writers.ts'

export interface Kills {
  readonly kills: number
  /** Versions that were acknowledged. */
  readonly saved: number
  /** Requests that were cut off. */
  readonly cut: number
  readonly lost: readonly string[]
  /** What the store said of itself after each restart. */
  readonly checks: readonly string[]
  /** From each start to «ready», ms. */
  readonly readyMs: readonly number[]
}

export interface Killed {
  readonly environment: Readonly<Record<string, string>>
  readonly kills: number
  /** What the store says of its own soundness. */
  readonly check: () => Promise<string> | string
  /** What else is killed at the same moment, and started again before the service is. */
  readonly also?: (kill: number) => Promise<() => Promise<void>>
}

/** What SQLite says of the file in a folder, read beside the running service: «ok» where nothing is wrong. */
export function integrityOf(folder: string): string {
  const file = new Libsql(join(folder, 'pfv.db'))
  try {
    const rows = file.prepare('pragma integrity_check').all() as { integrity_check: string }[]
    const orphans = file.prepare('pragma foreign_key_check').all()
    return orphans.length > 0 ? `${orphans.length} orphans` : rows.map((row) => row.integrity_check).join(' ')
  } finally {
    file.close()
  }
}

/**
 * Kills the service again and again in the middle of writes. After every restart what was acknowledged since the last
 * one is looked for, and in the end everything is.
 */
export async function killAgainAndAgain({ environment, kills, check, also }: Killed): Promise<Kills> {
  const all: Saved[] = []
  const lost: string[] = []
  const checks: string[] = []
  const readyMs: number[] = []
  let cut = 0
  let service: Running | undefined
  try {
    service = await startService({ environment })
    for (let kill = 0; kill < kills; kill += 1) {
      const written = nothingWritten()
      const stop = startWriters(service.address, written)
      await wait(100 + ((kill * 137) % 500))
      const [restart] = await Promise.all([also?.(kill), service.kill()])
      await stop()
      await restart?.()
      service = await startService({ environment })
      readyMs.push(service.readyMs)
      checks.push(await check())
      lost.push(...(await missing(service.address, written.saved)))
      all.push(...written.saved)
      cut += written.cut
    }
    lost.push(...(await missing(service.address, all)))
    await service.stop()
  } finally {
    service?.child.kill('SIGKILL')
  }
  return { kills, saved: all.length, cut, lost, checks, readyMs }
}
