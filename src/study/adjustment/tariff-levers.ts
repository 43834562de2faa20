import type { Cra720Inputs, Subsidies, Tariff } from '../../scenario/document/tariff.ts'
import { isPathLike, type Path } from '../../scenario/path.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Chosen } from './alternative.ts'
import { withShared } from './alternative.ts'
import { afterBaseYear, financialValues, listed, mapPath } from './paths.ts'

/** The levelized cost of the plan before any change: what a cost-recovery tariff charges. */
export interface Levelized {
  readonly fixed: number
  readonly variable: number
}

/** Factor of the tariff in year t. */
type FactorAt = (t: number) => number

/** The reference costs of a year, before indexing, as a transition takes them from today's to the target. */
function chargedCosts(scenario: Scenario, tariff: Tariff, levelized: Levelized) {
  const reference = tariff.method === 'costRecovery' ? levelized : tariff.reference
  return (part: 'fixed' | 'variable'): number[] => {
    const target = financialValues(scenario, reference?.[part] ?? 0)
    const { transition } = tariff
    if (!transition) return target
    const { years } = transition
    const current = transition.current[part]
    return target.map((x, t) => (t < years ? current + (((target[years] as number) - current) * t) / years : x))
  }
}

/** The tariff as explicit reference costs of each year, times a factor from t = 1. */
function asReference(
  scenario: Scenario,
  tariff: Tariff,
  { factor, levelized }: { factor: FactorAt; levelized: Levelized },
): Tariff {
  const charged = chargedCosts(scenario, tariff, levelized)
  const part = (name: 'fixed' | 'variable') =>
    listed(
      scenario,
      charged(name).map((x, t) => (t === 0 ? x : x * factor(t))),
    )
  const { transition: _, ...kept } = tariff
  return { ...kept, method: 'reference', reference: { fixed: part('fixed'), variable: part('variable') } }
}

const costParts = ['CCS', 'CLUS', 'CBLS', 'CRT', 'CDF', 'CTL'] as const
const moneyParts = ['ccs', 'clus', 'cbls', 'crt', 'cdf', 'ctl', 'viat', 'vba'] as const

type Given = number | { urban?: number | undefined; rural?: number | undefined }

const scaledGiven = (value: Given, factor: number): Given =>
  typeof value === 'number'
    ? value * factor
    : Object.fromEntries(Object.entries(value).map(([zone, x]) => [zone, (x ?? 0) * factor]))

function scaledCra(inputs: Cra720Inputs, factor: number): Cra720Inputs {
  const { toBaseYear, given, vba, viat } = inputs
  const parts: Partial<Record<(typeof costParts)[number], number | undefined>> | undefined =
    typeof toBaseYear === 'number' ? undefined : toBaseYear
  const money = moneyParts.flatMap((part) => {
    const value = given[part] as Given | undefined
    return value === undefined ? [] : [[part, scaledGiven(value, factor)] as const]
  })
  return {
    ...inputs,
    toBaseYear: parts
      ? Object.fromEntries(costParts.map((part) => [part, (parts[part] ?? 1) * factor]))
      : (toBaseYear as number) * factor,
    given: { ...given, ...Object.fromEntries(money) },
    ...(vba === undefined ? {} : { vba: vba * factor }),
    ...(viat === undefined ? {} : { viat: viat * factor }),
  } as Cra720Inputs
}

const scaledTransition = ({ transition }: Tariff, factor: number): Pick<Tariff, 'transition'> =>
  transition
    ? {
        transition: {
          ...transition,
          current: { fixed: transition.current.fixed * factor, variable: transition.current.variable * factor },
        },
      }
    : {}

const scaledFormula = (text: string, factor: number): string => `(${text}) * ${factor}`

function scaledTariff(tariff: Tariff, factor: number): Tariff | undefined {
  const { method, reference, inputs, formula } = tariff
  const moved = scaledTransition(tariff, factor)
  if (method === 'cra-720-2015' && inputs) return { ...tariff, ...moved, inputs: scaledCra(inputs, factor) }
  if (method === 'formula' && formula) {
    const scaled = { fixed: scaledFormula(formula.fixed, factor), variable: scaledFormula(formula.variable, factor) }
    return { ...tariff, ...moved, formula: scaled }
  }
  if (method !== 'reference' || !reference) return undefined
  const scale = (path: Path) => mapPath(path, (x) => x * factor)
  return { ...tariff, ...moved, reference: { fixed: scale(reference.fixed), variable: scale(reference.variable) } }
}

/**
 * Every user's reference tariff times a factor from t = 1.
 *
 * A cost-recovery tariff becomes a reference tariff at the levelized cost it charged, times the factor: asked again for
 * its own cost it would undo the change.
 */
export function withTariffFactor(chosen: Chosen, factor: number, levelized: Levelized): Scenario {
  const { scenario } = chosen
  const byYear = { factor: () => factor, levelized }
  return withShared(chosen, 'tariff', (tariff, inPlace) => {
    const plain = inPlace && tariff.method === 'reference' ? undefined : scaledTariff(tariff, factor)
    return plain ?? asReference(scenario, tariff, byYear)
  })
}

/** The reference tariff times a factor that moves towards `last` by at most `yearlyRise` a year. */
export function withTariffPath(
  chosen: Chosen,
  { last, yearlyRise, levelized }: { last: number; yearlyRise: number; levelized: Levelized },
): Scenario {
  const factor = (t: number) =>
    last >= 1 ? Math.min(last, (1 + yearlyRise) ** t) : Math.max(last, (1 - yearlyRise) ** t)
  return withShared(chosen, 'tariff', (tariff) => asReference(chosen.scenario, tariff, { factor, levelized }))
}

/** Subsidies times a share from t = 1; contributions stay. */
export function withSubsidyShare(chosen: Chosen, share: number): Scenario {
  const cut = (x: number) => (x < 0 ? x * share : x)
  return withShared(chosen, 'subsidies', (subsidies, inPlace) => {
    const moved = (path: Path): Path => (inPlace ? afterBaseYear(chosen.scenario, path, cut) : mapPath(path, cut))
    const factors = Object.entries(subsidies.factors).map(([userClass, factor]) => [
      userClass,
      isPathLike(factor)
        ? moved(factor as Path)
        : Object.fromEntries(Object.entries(factor as Record<string, Path>).map(([zone, path]) => [zone, moved(path)])),
    ])
    return { ...subsidies, factors: Object.fromEntries(factors) as Subsidies['factors'] }
  })
}
