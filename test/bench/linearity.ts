import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import sanPedro from '../../scenarios/san-pedro-valle.json' with { type: 'json' }
import { runBook } from '../../src/formula/run.ts'
import { bind } from '../../src/model/bind.ts'
import { book } from '../../src/model/book.ts'
import { placesOf } from '../../src/model/places.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import { readPlan } from '../../src/study/read-plan.ts'
import { runAlternative } from '../../src/study/run.ts'
import { readSimulation } from '../../src/study/simulation/read.ts'
import { simulate } from '../../src/study/simulation/simulation.ts'

/** How cost grows with one measure of a plan: the points timed, and how close a straight line comes to them. */
export interface Growth {
  readonly name: string
  readonly points: readonly (readonly [size: number, ms: number])[]
  readonly perUnit: number
  readonly r2: number
}

type Document = typeof sanPedro

function scenarioOf(change: (document: Document) => unknown): Scenario {
  const read = readPlan(change(structuredClone(sanPedro)))
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]))
  return read.scenario
}

/** The least of several timings: what the machine does besides only ever adds. */
function least(times: number, work: () => void): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i += 1) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

function grown(name: string, points: readonly (readonly [number, number])[]): Growth {
  const mean = (pick: (p: readonly [number, number]) => number) =>
    points.reduce((s, p) => s + pick(p), 0) / points.length
  const [x, y] = [mean((p) => p[0]), mean((p) => p[1])]
  const [xx, xy, yy] = [
    mean((p) => (p[0] - x) ** 2),
    mean((p) => (p[0] - x) * (p[1] - y)),
    mean((p) => (p[1] - y) ** 2),
  ]
  return { name, points, perUnit: xy / xx, r2: xy ** 2 / (xx * yy) }
}

const evaluated = (scenario: Scenario, alternatives = 1): number =>
  least(40, () => {
    for (let i = 0; i < alternatives; i += 1) runAlternative(scenario, i)
  })

/** A bound plan's run alone: what binding costs does not depend on the years. */
function ran(scenario: Scenario): number {
  const { binding } = bind(placesOf(scenario, 1))
  return least(120, () => void runBook(book, binding))
}

/** The town of San Pedro several times over. */
const towns = (count: number) => (document: Document) => {
  const [town] = document.territory.municipalities
  return {
    ...document,
    sources: [],
    variants: [],
    territory: { municipalities: Array.from({ length: count }, (_, i) => ({ ...town, id: `town-${i + 1}` })) },
  }
}

/** Financial and waste lines grow together, so that the years of both are told from what a plan costs anyway. */
const horizons = [
  { financial: 15, waste: 30 },
  { financial: 20, waste: 35 },
  { financial: 25, waste: 40 },
  { financial: 30, waste: 45 },
  { financial: 30, waste: 50 },
]

/** Cost against alternatives, municipalities, years and draws. */
export async function growths(): Promise<Growth[]> {
  const base = scenarioOf((document) => ({ ...document, variants: [] }))
  const long = ({ financial, waste }: (typeof horizons)[number]) =>
    scenarioOf((document) => ({ ...document, variants: [], horizon: { financial, waste } }))
  const sizes = <T>(list: readonly T[], time: (size: T) => number): [T, number][] =>
    list.map((size) => [size, time(size)])
  const draws: [number, number][] = []
  // the first draws also generate functions and read the plan
  await simulate(jobOf(base, 200))
  for (const count of [200, 400, 800, 1200]) {
    const start = performance.now()
    await simulate(jobOf(base, count))
    draws.push([count, performance.now() - start])
  }
  return [
    grown(
      'alternatives',
      sizes([1, 2, 3, 4], (count) => evaluated(base, count)),
    ),
    grown(
      'municipalities',
      sizes([1, 4, 8, 16, 32], (count) => evaluated(scenarioOf(towns(count)))),
    ),
    grown(
      'years',
      horizons.map((years) => [years.financial + years.waste, ran(long(years))]),
    ),
    grown('draws', draws),
  ]
}

function jobOf(scenario: Scenario, draws: number) {
  const read = readSimulation(scenario, { draws, seed: 1 })
  if (!read.ok) throw new Error(JSON.stringify(read.problems[0]))
  return read.job
}

/** What a process that only simulates takes, on two threads of which its own is one. */
export interface Simulated {
  readonly draws: number
  /** The whole process: loading and reading too. */
  readonly whole: number
  /** From a plan that was read to the answer, the second thread's start included. */
  readonly seconds: number
  /** The process's greatest memory. */
  readonly megabytes: number
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const child = (draws: number) => `
import { readFileSync } from 'node:fs'
import { readPlan } from './dist/study/read-plan.js'
import { readSimulation } from './dist/study/simulation/read.js'
import { simulateOnThreads } from './dist/study/simulation/simulation.worker.js'
const document = JSON.parse(readFileSync('scenarios/san-pedro-valle.json', 'utf8'))
const { scenario } = readPlan({ ...document, variants: [] })
const start = performance.now()
const { job } = readSimulation(scenario, { draws: ${draws}, seed: 1 })
await simulateOnThreads(job, { threads: 2, joins: true })
const [seconds, whole] = [performance.now() - start, performance.now()].map((ms) => ms / 1000)
console.log(JSON.stringify({ draws: ${draws}, seconds, whole, megabytes: process.resourceUsage().maxRSS / 1024 }))
`

/** San Pedro's alternatives over so many draws, each count in processes of its own, compiled as in production: the median of some by time. */
export function simulated(counts: readonly number[], rounds: number): Simulated[] {
  execFileSync('npx', ['tsc', '-p', 'src'], { cwd: root })
  const ran = Array.from({ length: rounds }, () =>
    counts.map((draws): Simulated => {
      const command = ['--input-type=module', '-e', child(draws)]
      return JSON.parse(execFileSync(process.execPath, command, { cwd: root, encoding: 'utf8' }))
    }),
  ).flat()
  return counts.map((draws) => {
    const sorted = ran.filter((each) => each.draws === draws).toSorted((a, b) => a.seconds - b.seconds)
    return sorted[Math.floor(rounds / 2)] as Simulated
  })
}
