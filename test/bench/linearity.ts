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
import { simulateOnThreads } from '../../src/study/simulation/simulation.worker.ts'

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

/** San Pedro's alternatives over so many draws on two threads: seconds, and the process's greatest memory in MB. */
export async function simulated(draws: number): Promise<{ seconds: number; megabytes: number }> {
  const base = scenarioOf((document) => ({ ...document, variants: [] }))
  const start = performance.now()
  await simulateOnThreads(jobOf(base, draws), { threads: 2 })
  return { seconds: (performance.now() - start) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }
}
