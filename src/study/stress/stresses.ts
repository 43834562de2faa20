import { landfillRemaining } from '../../model/1-projections/landfill.ts'
import type { Alternative } from '../../scenario/document/alternative.ts'
import type { Existing, LoanRate } from '../../scenario/document/funding.ts'
import type { Subsidies } from '../../scenario/document/tariff.ts'
import { expandPath, isPathLike, type Path } from '../../scenario/path.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { listed, mapPath } from '../adjustment/paths.ts'
import type { AlternativeRun } from '../run.ts'
import { series } from '../run.ts'

/** A stress: what happens to the whole plan. The runs are those of every alternative as it stands. */
export type Stress = (scenario: Scenario, runs: readonly AlternativeRun[]) => Scenario

const lessCollected = 0.1
const dearerFuel = 1.3
const yearsEarly = 2
const fullDelay = 12
const dearerLoans = 0.05

/** Every value of a Path or of a Path a municipality. */
function each<T>(value: T, change: (path: Path) => Path): T {
  if (value === undefined) return value
  if (isPathLike(value)) return change(value as unknown as Path) as unknown as T
  return Object.fromEntries(Object.entries(value as Record<string, Path>).map(([k, path]) => [k, change(path)])) as T
}

const municipalities = (
  scenario: Scenario,
  change: (m: Scenario['territory']['municipalities'][number], i: number) => object,
): Scenario => ({
  ...scenario,
  territory: {
    ...scenario.territory,
    municipalities: scenario.territory.municipalities.map((m, i) => ({ ...m, ...change(m, i) })),
  },
})

const alternatives = (scenario: Scenario, change: (a: Alternative, i: number) => Partial<Alternative>): Scenario => ({
  ...scenario,
  alternatives: scenario.alternatives.map((a, i) => ({ ...a, ...change(a, i) })),
})

/** Ten points less of what is billed is collected, each year of the plan. */
const collection: Stress = (scenario) => {
  const less = (path: Path) =>
    listed(
      scenario,
      allYears(scenario, path).map((x) => Math.max(0, x - lessCollected)),
    )
  const lower = municipalities(scenario, (m) => ({ collectionEfficiency: less(m.collectionEfficiency) }))
  return alternatives(lower, ({ targets }) =>
    targets.collectionEfficiency === undefined
      ? {}
      : { targets: { ...targets, collectionEfficiency: each(targets.collectionEfficiency, less) } },
  )
}

const allYears = ({ baseYear, horizon }: Scenario, path: Path): number[] =>
  expandPath(path, { baseYear, length: horizon.waste + 1 }, 'hold')

/** Fuel costs 30 % more from t = 1 on. */
const fuel: Stress = (scenario) => {
  const { economy } = scenario
  const rates = allYears(scenario, economy.indices.fuel ?? economy.inflation).map((rate, t) =>
    t === 1 ? (1 + rate) * dearerFuel - 1 : rate,
  )
  return { ...scenario, economy: { ...economy, indices: { ...economy.indices, fuel: listed(scenario, rates) } } }
}

const halved = (rate: number) => (rate > 0 ? rate / 2 : rate)

/** The population and the users that follow a rate of their own grow at half their pace; what falls, falls as before. */
const growth: Stress = (scenario, [first]) =>
  municipalities(scenario, (m) => {
    const projected = (zone: 'urban' | 'rural'): Path => {
      const found = first?.bound.populations.find((p) => p.municipality === m.id && p.zone === zone)
      const values = (found?.values ?? []).map((x, t) => Math.max(0, x) * (1 + m.population.growthDelta) ** t)
      let level = values[0] ?? 0
      const slower = values.map((x, t) => {
        const last = values[t - 1] ?? 0
        if (t > 0 && last > 0) level *= 1 + halved(x / last - 1)
        return level
      })
      return listed(scenario, slower)
    }
    return {
      population: {
        ...m.population,
        method: 'given',
        growthDelta: 0,
        given: { urban: projected('urban'), rural: projected('rural') },
      },
      users: m.users.map((u) => (isPathLike(u.growth) ? { ...u, growth: slowed(scenario, u.growth as Path) } : u)),
    }
  })

const slowed = (scenario: Scenario, path: Path): Path => listed(scenario, allYears(scenario, path).map(halved))

/**
 * Each landfill closes two years before its end: the year given, that of its licence, or the one in which it fills.
 * One without any of the three has no known end, and nothing happens to it.
 */
const landfill: Stress = (scenario, runs) =>
  alternatives(scenario, ({ sites }, i) => ({
    sites: sites.map((site) => {
      const { baseYear } = scenario
      const run = runs[i]
      const left = run && site.capacity !== undefined ? series(run, landfillRemaining, { site: site.id }) : []
      const opens = site.opens ?? baseYear
      const full = left.findIndex((x, t) => baseYear + t >= opens && x <= 0)
      const ends = [site.closes, site.licence?.to, full > 0 ? baseYear + full : undefined].filter(
        (x) => x !== undefined,
      )
      if (site.kind === 'dump' || ends.length === 0) return site
      return { ...site, closes: Math.max(opens, Math.min(...ends) - yearsEarly) }
    }),
  }))

/** What the Solidarity Fund owes is received a year late. */
const transfer: Stress = (scenario) => {
  const late = (subsidies: Subsidies): Subsidies => ({ ...subsidies, transferDelayMonths: fullDelay })
  const own = municipalities(scenario, (m) => ({ subsidies: late(m.subsidies) }))
  return alternatives(own, ({ subsidies }) => (subsidies ? { subsidies: late(subsidies) } : {}))
}

/** Every loan, new or standing, costs five points more a year. */
const rates: Stress = (scenario) => {
  const dearer = (rate: LoanRate): LoanRate =>
    isPathLike(rate)
      ? mapPath(rate as Path, (x) => x + dearerLoans)
      : { ...(rate as Exclude<LoanRate, Path>), spread: (rate as { spread: number }).spread + dearerLoans }
  const standing = (existing: Existing): Existing => ({
    ...existing,
    loans: existing.loans.map((l) => ({ ...l, rate: dearer(l.rate) as Path })),
  })
  const own = { ...scenario, existing: standing(scenario.existing) }
  return alternatives(own, ({ loans, existing, financing }) => ({
    loans: loans.map((l) => ({ ...l, rate: dearer(l.rate) })),
    ...(existing ? { existing: standing(existing) } : {}),
    ...(financing
      ? {
          financing: {
            ...financing,
            waterfall: financing.waterfall.map((s) => (s.rate === undefined ? s : { ...s, rate: dearer(s.rate) })),
          },
        }
      : {}),
  }))
}

/** The stresses that every plan is put to, in the order of the board. */
export const stresses: Readonly<Record<string, Stress>> = Object.freeze({
  collectionEfficiency: collection,
  fuel,
  growth,
  landfill,
  fundTransfer: transfer,
  loanRates: rates,
})
