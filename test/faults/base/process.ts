import type { ChildProcess } from 'node:child_process'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isBuilt } from '../../built.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const door = join(root, 'dist/delivery/http/main.js')
const patience = 60_000

/** A service in a process of its own on a free port of this machine. */
export interface Running {
  readonly address: string
  readonly child: ChildProcess
  /** From the start of the process to its first «ready», ms. */
  readonly readyMs: number
  /** What it wrote: its log. */
  readonly told: () => string
  /** Ends it at once, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Asks it to end; gives the exit code and the signal. */
  readonly stop: () => Promise<[number | null, string | null]>
}

/** Compiles the service where what is compiled is older than its sources, so that it starts as people start it. */
export function compile(): void {
  if (isBuilt(door, join(root, 'src'))) return
  const made = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'src'], { cwd: root })
  if (!existsSync(door)) throw new Error(`the service does not compile: ${made.stdout}`)
}

export interface Start {
  readonly environment: Readonly<Record<string, string>>
  /** Modules that the process loads before the service. */
  readonly before?: readonly string[]
  /** A program that starts the process in its own way, with what stands before `node`. */
  readonly through?: readonly string[]
}

/** Starts the compiled service and returns when it says that it is ready. */
export async function startService({ environment, before = [], through = [] }: Start): Promise<Running> {
  compile()
  const begun = performance.now()
  const command = [...through, process.execPath, ...before.flatMap((file) => ['--import', file]), door]
  const child = spawn(command[0] ?? '', command.slice(1), {
    cwd: root,
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'warn', PFV_WORKERS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const hear = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-200_000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>
  const stop = async () => {
    child.kill('SIGTERM')
    return await ended
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  try {
    const address = await addressOf(child, () => text)
    await ready(address)
    return { address, child, readyMs: performance.now() - begun, told: () => text, kill, stop }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

async function addressOf(child: ChildProcess, told: () => string): Promise<string> {
  const end = performance.now() + patience
  while (performance.now() < end) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(told())?.[0]
    if (address !== undefined) return address
    if (child.exitCode !== null || child.signalCode !== null) break
    await wait(10)
  }
  throw new Error(`the service did not start: ${told()}`)
}

/** Waits until the service says that it can serve; the time it took, ms. */
export async function ready(address: string, most = patience): Promise<number> {
  const begun = performance.now()
  while (performance.now() - begun < most) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return performance.now() - begun
    await wait(20)
  }
  throw new Error(`not ready within ${most} ms`)
}

/** A folder that is gone with everything in it once the work on it has ended. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'pfv-faults-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
