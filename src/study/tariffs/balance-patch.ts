import { factor } from '../../model/4-tariffs/billing.ts'
import type { PatchOperation } from '../../scenario/document/plan.ts'
import type { Subsidies } from '../../scenario/document/tariff.ts'
import type { Path } from '../../scenario/path.ts'
import { expandPath } from '../../scenario/path.ts'
import type { AlternativeRun } from '../run.ts'
import { rowsOf } from '../run.ts'
import type { BalanceYear } from './balance-solver.ts'

type Solved = ReadonlyMap<string, readonly BalanceYear[]>

/**
 * The change of the scenario (RFC 6902) that gives the alternative the solved factors, as lists of values a year.
 *
 * A plan of one municipality gets them in the alternative's own `subsidies`. In a plan of several an alternative has one
 * `subsidies` for all, so the factors are written in each municipality, with its base year as it was.
 */
export function balancePatch(of: AlternativeRun, solved: Solved): PatchOperation[] {
  const { scenario, places } = of
  const own = places.find('alternative', {}) ?? ''
  const towns = scenario.territory.municipalities
  const [only] = towns
  if (only !== undefined && towns.length === 1) {
    const years = solved.get(only.id) ?? []
    const given = places.alternative.subsidies ?? only.subsidies
    return [{ op: 'add', path: `${own}/subsidies`, value: subsidiesOf(years, given.transferDelayMonths) }]
  }
  const shared = places.alternative.subsidies
  const removal: PatchOperation[] = shared ? [{ op: 'remove', path: `${own}/subsidies` }] : []
  const changes = towns.flatMap((town, i): PatchOperation[] => {
    const years = solved.get(town.id)
    if (years === undefined && shared === undefined) return []
    const value = years
      ? subsidiesOf(years, (shared ?? town.subsidies).transferDelayMonths)
      : { ...(shared as Subsidies), factors: planFactors(of, town.id) }
    return [{ op: 'add', path: `/territory/municipalities/${i}/subsidies`, value: withBase(of, town, value) }]
  })
  return [...removal, ...changes]
}

interface Written {
  readonly factors: Record<string, Record<string, Values>>
  readonly fundCoverage: Path
  readonly transferDelayMonths: number
}
interface Values {
  readonly values: number[]
  readonly from: number
}

function subsidiesOf(years: readonly BalanceYear[], transferDelayMonths: number): Written {
  const from = years[0]?.year ?? 0
  const factors: Record<string, Record<string, Values>> = {}
  for (const [place, { userClass, zone }] of (years[0]?.factors ?? []).entries()) {
    factors[userClass] ??= {}
    factors[userClass][zone] = { values: years.map((y) => y.factors[place]?.factor ?? 0), from }
  }
  const fundCoverage = { values: years.map(coverageOf), from }
  return { factors, fundCoverage, transferDelayMonths }
}

const coverageOf = ({ feasible, fundTransfer, unfunded }: BalanceYear): number =>
  feasible || !(unfunded > 0) ? 1 : Math.min(1, fundTransfer / (fundTransfer + unfunded))

/** Factors of the plan as they are, from t = 1. */
function planFactors(of: AlternativeRun, municipality: string): Written['factors'] {
  const factors: Written['factors'] = {}
  for (const { at, values } of rowsOf(of, factor)) {
    if (at.municipality !== municipality) continue
    const [userClass, zone] = [at.userClass as string, at.zone as string]
    factors[userClass] ??= {}
    factors[userClass][zone] = { values: Array.from(values.subarray(1)), from: of.scenario.baseYear + 1 }
  }
  return factors
}

type Town = AlternativeRun['scenario']['territory']['municipalities'][number]

/** The lists with the base year's own value before them, since a municipality's object speaks of t = 0 too. */
function withBase(of: AlternativeRun, town: Town, written: Written): Written {
  const { baseYear, horizon } = of.scenario
  const span = { baseYear, length: horizon.financial + 1 }
  const coverage = expandPath(written.fundCoverage, span, 'hold')
  const base = new Map(
    rowsOf(of, factor)
      .filter(({ at }) => at.municipality === town.id)
      .map(({ at, values }) => [`${at.userClass} ${at.zone}`, values[0] as number]),
  )
  const factors = Object.entries(written.factors).map(([userClass, byZone]) => {
    const zones = Object.entries(byZone).map(([zone, { values }]): [string, Values] => [
      zone,
      { values: [base.get(`${userClass} ${zone}`) ?? 0, ...values], from: baseYear },
    ])
    return [userClass, Object.fromEntries(zones)] as const
  })
  const [first = 1] = expandPath(town.subsidies.fundCoverage, span, 'hold')
  return {
    ...written,
    factors: Object.fromEntries(factors),
    fundCoverage: { values: [first, ...coverage.slice(1)], from: baseYear },
  }
}
