import { cpus, loadavg } from 'node:os'
import { miniPlan } from '../peers/miniplan-book.ts'
import type { Simulated } from './linearity.ts'
import { growths, simulated } from './linearity.ts'
import { handWritten } from './miniplan-floor.ts'
import { portfolioTimes } from './portfolio.ts'
import { reportTimes } from './report.ts'
import { serviceTimes } from './service.ts'
import { workbookTimes } from './workbook.ts'
import type { Work } from './works.ts'
import { miniWorks, plan, planWorks } from './works.ts'

const rounds = Number(process.env.BENCH_ROUNDS ?? 15)
/** A round of each work lasts about this long. */
const roundMs = 200

/** Milliseconds that one piece of work takes, over as many as fill a round. */
function round({ once }: Work, times: number): { ms: number; sum: number } {
  const start = performance.now()
  let sum = 0
  for (let i = 0; i < times; i += 1) sum += once()
  return { ms: (performance.now() - start) / times, sum }
}

const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const show = (x: number): string => (x >= 100 ? Math.round(x).toLocaleString('en') : x.toPrecision(3))

const warmUpMs = 300

/** How often a work fits in a round, found once it has warmed up. */
function timesOf(work: Work): number {
  const end = performance.now() + warmUpMs
  let ms = round(work, 3).ms
  while (performance.now() < end) ms = round(work, Math.max(1, Math.round(10 / ms))).ms
  return Math.max(1, Math.round(roundMs / ms))
}

const rate = (ms: number, { counts }: Work): number => (counts[0] * 1000) / ms

function tell(work: Work, sorted: readonly number[]): void {
  const middle = median(sorted)
  const spread = `${show(sorted[0] ?? 0)}–${show(sorted.at(-1) ?? 0)}`
  const aim = work.aim === undefined ? '' : `, aim ${show(work.aim)}`
  const speed = `${show(rate(middle, work))} ${work.counts[1]} a second${aim}`
  say(`${work.name.padEnd(10)} median ${show(middle).padStart(8)} ms (${spread})   ${speed}`)
}

/** The floor is worth comparing with only while both come to the same figure. */
function checkFloor(): void {
  const [found, wanted] = [handWritten(miniPlan.inputs.share), miniPlan.expected.kpi.npv ?? Number.NaN]
  if (!(Math.abs(found - wanted) <= 1e-9 * Math.abs(wanted))) throw new Error(`by hand ${found}, not ${wanted}`)
}

function main(): void {
  checkFloor()
  const load = loadavg().map((x) => x.toFixed(2))
  say(`${plan} · Node ${process.version} · ${cpus().length} cores · load before ${load.join(' ')}`)
  const all = [...planWorks(), ...miniWorks()]
  const times = new Map(all.map((work) => [work, timesOf(work)]))
  const taken = new Map<Work, number[]>(all.map((work) => [work, []]))
  let consumed = 0
  // rounds are interleaved, so that a busy minute of the machine falls on every work alike
  for (let i = 0; i < rounds; i += 1) {
    for (const work of all) {
      const { ms, sum } = round(work, times.get(work) ?? 1)
      taken.get(work)?.push(ms)
      consumed += sum
    }
  }
  const sorted = new Map([...taken].map(([work, ms]) => [work.name, ms.toSorted((x, y) => x - y)]))
  for (const work of all) tell(work, sorted.get(work.name) ?? [])
  const [floor, kernels] = ['by hand', 'kernels'].map((name) => sorted.get(name) ?? [])
  const ratio = (pick: (ms: readonly number[]) => number) => (pick(floor ?? []) / pick(kernels ?? [])).toFixed(2)
  say(`kernels at ${ratio(median)} of the speed of hand-written code (best rounds ${ratio((ms) => ms[0] ?? 0)})`)
  say(`${rounds} interleaved rounds, load after ${loadavg()[0]?.toFixed(2)}, checksum ${consumed}`)
}

async function growthOfCost(): Promise<void> {
  for (const { name, points, perUnit, r2 } of await growths()) {
    const timed = points.map(([size, ms]) => `${size}: ${show(ms)}`).join(', ')
    say(`cost by ${name.padEnd(14)} ${show(perUnit)} ms each, R² ${r2.toFixed(3)} (ms at ${timed})`)
  }
}

function simulations(): void {
  const draws = Number(process.env.BENCH_DRAWS ?? 10_000)
  const [fewer, all] = simulated([draws / 5, draws], 5) as [Simulated, Simulated]
  const pace = ((all.seconds - fewer.seconds) * draws) / (draws - fewer.draws)
  say(
    `simulation of ${show(draws)} draws of every alternative on two threads: ${all.seconds.toFixed(1)} s, aim 2 (${all.whole.toFixed(1)} with the start of the process, ${pace.toFixed(1)} at the pace of warm threads)`,
  )
  say(`its memory: ${show(all.megabytes)} MB, aim 300 (${show(fewer.megabytes)} MB for ${show(fewer.draws)} draws)`)
}

main()
await growthOfCost()
simulations()
for (const { format, seconds, megabytes } of await reportTimes())
  say(`report of San Pedro as ${format}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(1)} MB`)
const book = await workbookTimes()
say(`workbook of San Pedro, ${show(book.formulas)} formulas: ${(book.ms / 1000).toFixed(1)} s, aim 2`)
const portfolio = await portfolioTimes(Number(process.env.BENCH_PLANS ?? 1100))
for (const [name, [one, two]] of Object.entries({ workers: portfolio.workers, threads: portfolio.threads }))
  say(
    `portfolio of ${show(portfolio.plans)} plans: ${one.toFixed(1)} s by one of ${name}, ${two.toFixed(1)} by two, ${(one / two).toFixed(2)} times, aim 1.7`,
  )
say(`a killed worker's part begins again after ${portfolio.recovery.toFixed(1)} s, aim 15`)
for (const { name, perSecond, p99, ofEcho } of await serviceTimes())
  say(`service ${name}: ${show(perSecond)} a second, p99 ${show(p99)} ms, ${(100 * ofEcho).toFixed(0)} % of an echo`)
