import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { canMount, fillDisk } from '../faults/base/disk.ts'
import { integrityOf, killAgainAndAgain } from '../faults/base/kills.ts'
import { load } from '../faults/base/load.ts'
import { inFolder, startService } from '../faults/base/process.ts'
import { speakSlowly } from '../faults/base/slow.ts'
import { askAtRandom } from '../faults/random/run.ts'
import { startPostgres } from '../postgres/server.ts'

// The long form of the tests of faults: `npm run soak`, or some of it: `npm run soak -- kills load`. Every size can be
// made smaller with SOAK_KILLS, SOAK_SECONDS, SOAK_REQUESTS and SOAK_MINUTES.

const size = (name: string, usual: number): number => Number(process.env[`SOAK_${name}`] ?? usual)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const largest = (values: readonly number[]): string => Math.max(0, ...values).toFixed(0)

async function withService(work: (address: string, pid: number) => Promise<boolean>): Promise<boolean> {
  return await inFolder(async (folder) => {
    const service = await startService({ environment: { PFV_DATA: folder } })
    try {
      return await work(service.address, service.child.pid ?? 0)
    } finally {
      service.child.kill('SIGKILL')
    }
  })
}

async function kills(): Promise<boolean> {
  const many = size('KILLS', 100)
  const embedded = await inFolder((folder) =>
    killAgainAndAgain({ environment: { PFV_DATA: folder }, kills: many, check: () => integrityOf(folder) }),
  )
  const server = await startPostgres()
  try {
    const url = await server.fresh()
    const shared = await killAgainAndAgain({ environment: { DATABASE_URL: url }, kills: many, check: () => 'ok' })
    for (const [store, { saved, cut, lost, checks, readyMs }] of Object.entries({ embedded, shared })) {
      say(`  ${store}: ${many} kills, ${saved} versions acknowledged, ${cut} requests cut, ${lost.length} lost`)
      say(`  ${store}: checks ${[...new Set(checks)].join(', ')}; ready again after ${largest(readyMs)} ms at most`)
    }
    for (const one of [...embedded.lost, ...shared.lost].slice(0, 10)) say(`  lost ${one}`)
    return [embedded, shared].every(({ lost, checks }) => lost.length === 0 && checks.every((one) => one === 'ok'))
  } finally {
    await server.close()
  }
}

const underLoad = (): Promise<boolean> =>
  withService(async (address) => {
    const found = await load(address, { connections: 200, seconds: size('SECONDS', 60) })
    say(
      `  ${found.answered} answers in ${found.seconds.toFixed(0)} s, p99 ${found.p99.toFixed(0)} ms, ${found.busy} busy`,
    )
    for (const { kind, count, p50, p99 } of found.kinds)
      say(`  ${kind}: ${count}, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`)
    say(`  errors ${JSON.stringify(found.errors)}`)
    return Object.keys(found.errors).length === 0
  })

async function random(): Promise<boolean> {
  const found = await askAtRandom(size('REQUESTS', 100_000), Number(process.env.PROPERTY_SEED ?? 1045))
  say(`  ${found.sent} requests: ${JSON.stringify(found.statuses)}`)
  say(`  never a success: ${found.neverSucceeded.join(', ') || 'none'}`)
  for (const wrong of found.wrong) say(`  ${wrong}`)
  return found.wrong.length === 0
}

async function disk(): Promise<boolean> {
  if (!canMount()) {
    say('  NOT RUN: a small disk needs the superuser')
    return true
  }
  const found = await inFolder((folder) => fillDisk(folder))
  say(`  ${JSON.stringify(found)}`)
  const { refused, failedReads, lost, check } = found
  return Object.keys(refused).join() === '503' && failedReads.length + lost.length === 0 && check === 'ok'
}

const slow = (): Promise<boolean> =>
  withService(async (address) => {
    const found = await speakSlowly(address, { sockets: 900, seconds: 180 })
    say(`  ${JSON.stringify(found)}`)
    return found.refused === 0
  })

/** The slope of the memory that a process holds, in megabytes a minute, by least squares from minute 2 on. */
const memory = (): Promise<boolean> =>
  withService(async (address, pid) => {
    const minutes = size('MINUTES', 10)
    const points: (readonly [minute: number, megabytes: number])[] = []
    const begun = performance.now()
    const timer = setInterval(() => {
      const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
      points.push([(performance.now() - begun) / 60_000, rss])
    }, 2000)
    try {
      await load(address, { connections: 20, seconds: minutes * 60 })
    } finally {
      clearInterval(timer)
    }
    const late = points.filter(([minute]) => minute >= Math.min(2, minutes / 2))
    const mean = (pick: 0 | 1): number => late.reduce((sum, point) => sum + point[pick], 0) / late.length
    const [x, y] = [mean(0), mean(1)]
    const slope =
      late.reduce((sum, [minute, rss]) => sum + (minute - x) * (rss - y), 0) /
      late.reduce((sum, [minute]) => sum + (minute - x) ** 2, 0)
    say(`  ${minutes} minutes: ${y.toFixed(0)} MB on average, slope ${slope.toFixed(2)} MB a minute, aim 1`)
    return slope < 1
  })

const parts: Readonly<Record<string, () => Promise<boolean>>> = {
  ...{ kills, load: underLoad, random, disk, slow, memory },
}
const asked = process.argv.slice(2)
for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  say(`${name}, load ${loadavg()[0]?.toFixed(2)} before`)
  const good = await run()
  say(`${name}: ${good ? 'passed' : 'FAILED'}, load ${loadavg()[0]?.toFixed(2)} after`)
  if (!good) process.exitCode = 1
}
