import { materials } from '../../scenario/document/waste.ts'
import { isObject } from '../../scenario/fields.ts'
import { escapeToken, getPointer } from '../../scenario/pointer.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import { driverNames } from '../../text/studies/sensitivity.ts'
import type { Driver } from './inputs.ts'
import { readDrivers } from './inputs.ts'

type Name = keyof typeof driverNames

const growthStep = 0.01

/**
 * The inputs that move a plan most, when none are named: growth, waste per inhabitant, targets, capture, tariff,
 * factors, rates, collection efficiency, running costs, investments.
 *
 * Those of the alternatives at `indices`; only inputs that the scenario has and that are not all zero.
 */
export function usualDrivers(scenario: Scenario, indices: readonly number[]): Driver[] {
  const towns = scenario.territory.municipalities.map((_, i) => `/territory/municipalities/${i}`)
  const plans = indices.map((i) => `/alternatives/${i}`)
  const lists: Record<Name, string[]> = {
    growth: towns.map((m) => `${m}/population/growthDelta`),
    perCapita: towns.flatMap((m) => [`${m}/waste/perCapita/urban`, `${m}/waste/perCapita/rural`]),
    coverage: plans.flatMap((a) => numericUnder(scenario, `${a}/targets/coverage`)),
    reduction: plans.flatMap((a) => numericUnder(scenario, `${a}/targets/reduction`)),
    capture: plans.flatMap((a) => recoveries(scenario, a).flatMap((r) => materials.map((m) => `${r}/capture/${m}`))),
    productPrices: plans.flatMap((a) => recoveries(scenario, a).flatMap((r) => numericUnder(scenario, `${r}/prices`))),
    tariff: owned(scenario, { plans, towns }, 'tariff').flatMap((t) => tariffPointers(scenario, t)),
    factors: owned(scenario, { plans, towns }, 'subsidies').flatMap((s) => numericUnder(scenario, `${s}/factors`)),
    discountRate: ['/economy/discountRate'],
    inflation: ['/economy/inflation'],
    loanRates: loanRates(scenario, indices),
    collection: [
      ...towns.map((m) => `${m}/collectionEfficiency`),
      ...plans.flatMap((a) => numericUnder(scenario, `${a}/targets/collectionEfficiency`)),
    ],
    fundCoverage: owned(scenario, { plans, towns }, 'subsidies').map((s) => `${s}/fundCoverage`),
    unitCosts: costPointers(scenario, indices, (category) => category !== 'investment'),
    investments: costPointers(scenario, indices, (category) => category === 'investment'),
    grants: indices.flatMap((i) =>
      (scenario.alternatives[i]?.grants ?? []).map((_, k) => `/alternatives/${i}/grants/${k}/amounts`),
    ),
  }
  return (Object.keys(lists) as Name[]).flatMap((name) => {
    const pointers = lists[name].filter((p) => isMovable(scenario, p, name === 'growth'))
    if (pointers.length === 0) return []
    return [{ id: name, pointers, label: driverNames[name], ...(name === 'growth' ? { step: growthStep } : {}) }]
  })
}

const isNumeric = (scenario: Scenario, pointer: string): boolean =>
  readDrivers(scenario, [{ pointer }], '').problems.length === 0

const isMovable = (scenario: Scenario, pointer: string, mayBeZero: boolean): boolean =>
  isNumeric(scenario, pointer) && (mayBeZero || getPointer(scenario, pointer) !== 0)

/** Every numeric input at or below a pointer. */
function numericUnder(scenario: Scenario, pointer: string): string[] {
  const value = getPointer(scenario, pointer)
  if (value === undefined) return []
  if (isNumeric(scenario, pointer)) return [pointer]
  return isObject(value)
    ? Object.keys(value).flatMap((k) => numericUnder(scenario, `${pointer}/${escapeToken(k)}`))
    : []
}

function recoveries(scenario: Scenario, alternative: string): string[] {
  const value = getPointer(scenario, `${alternative}/recovery`)
  if (value === undefined) return []
  return Array.isArray(value) ? value.map((_, i) => `${alternative}/recovery/${i}`) : [`${alternative}/recovery`]
}

/** Where the tariff or the subsidies in force stand: the alternatives' own, and the municipalities' where one has none. */
function owned(
  scenario: Scenario,
  { plans, towns }: { plans: readonly string[]; towns: readonly string[] },
  field: 'tariff' | 'subsidies',
): string[] {
  const own = plans.filter((a) => getPointer(scenario, `${a}/${field}`) !== undefined)
  const shared =
    own.length < plans.length ? towns.filter((m) => getPointer(scenario, `${m}/${field}`) !== undefined) : []
  return [...own, ...shared].map((at) => `${at}/${field}`)
}

function tariffPointers(scenario: Scenario, tariff: string): string[] {
  switch (getPointer(scenario, `${tariff}/method`)) {
    case 'reference':
      return [`${tariff}/reference/fixed`, `${tariff}/reference/variable`]
    case 'cra-720-2015':
      return numericUnder(scenario, `${tariff}/inputs/toBaseYear`)
    default:
      return []
  }
}

function loanRates(scenario: Scenario, indices: readonly number[]): string[] {
  const named = indices.flatMap((i) =>
    (scenario.alternatives[i]?.loans ?? []).map((_, k) => `/alternatives/${i}/loans/${k}/rate`),
  )
  return named.flatMap((rate) => (isNumeric(scenario, rate) ? [rate] : [`${rate}/spread`]))
}

function costPointers(scenario: Scenario, indices: readonly number[], wanted: (category: string) => boolean): string[] {
  return indices.flatMap((i) =>
    (scenario.alternatives[i]?.projects ?? []).flatMap((project, p) =>
      project.costs.flatMap((cost, c) => {
        if (!wanted(cost.category)) return []
        const at = `/alternatives/${i}/projects/${p}/costs/${c}`
        return [getPointer(scenario, `${at}/unit`) === undefined ? `${at}/amount` : `${at}/unit`]
      }),
    ),
  )
}
