import type { Slot } from '../formula/interpret.ts'
import type { LawId, LawValue } from '../law/parameter.ts'
import { findLaw } from '../law/parameter.ts'
import { users } from '../model/1-projections/users.ts'
import { factor } from '../model/4-tariffs/billing.ts'
import type { AlternativeRun } from './run.ts'
import { rowsOf, series } from './run.ts'

/** The limits of a class's factor in a year: the law behind each bound that exists. */
interface Bounds {
  readonly lower?: LawValue<number>
  readonly upper?: LawValue<number>
}

/** A factor outside its limit: by how much, and the nearest legal value. */
export interface Breach {
  readonly municipality: string
  readonly userClass: string
  readonly year: number
  readonly value: number
  readonly limit: number
  readonly upper: boolean
  readonly article: string
}

type NumberLaw = Extract<LawId, `subsidyLimit${string}` | `contribution${string}`>

const subsidyLaw: Readonly<Record<string, NumberLaw>> = {
  stratum1: 'subsidyLimitStratum1',
  stratum2: 'subsidyLimitStratum2',
  stratum3: 'subsidyLimitStratum3',
}
const minimumLaw: Readonly<Record<string, NumberLaw>> = {
  stratum5: 'contributionMinStratum5',
  stratum6: 'contributionMinStratum6',
  smallCommercial: 'contributionMinCommercial',
  largeCommercial: 'contributionMinCommercial',
  smallIndustrial: 'contributionMinIndustrial',
  largeIndustrial: 'contributionMinIndustrial',
}

/** Classes that pay for the subsidies of others; the rest never contribute. */
export const isContributor = (userClass: string): boolean => minimumLaw[userClass] !== undefined

/** Límites de subsidio y contribución en vigor el 31 de diciembre del año [Ley 142 art. 99.6; Ley 1450 art. 125]. */
export function factorBounds(userClass: string, year: number, norm: AlternativeRun['scenario']['norm']): Bounds {
  const law = (id: NumberLaw) => findLaw(id, year, norm) as LawValue<number> | undefined
  const subsidy = law(subsidyLaw[userClass] ?? 'subsidyLimitOthers')
  const least = minimumLaw[userClass] ? law(minimumLaw[userClass]) : undefined
  const contributes = minimumLaw[userClass] !== undefined
  const most = contributes ? law('contributionMaxAll') : law('contributionNeutral')
  return {
    ...(least ? { lower: least } : subsidy ? { lower: { ...subsidy, value: -subsidy.value } } : {}),
    ...(most ? { upper: most } : {}),
  }
}

/** The law does not change while a process lives, and a simulation asks for the years of its plan in every draw. */
const remembered = new Map<string, readonly Bounds[]>()

function boundsByYear({ scenario }: AlternativeRun, userClass: string): readonly Bounds[] {
  const { baseYear, horizon, norm } = scenario
  const key = `${norm} ${baseYear} ${horizon.financial} ${userClass}`
  const known =
    remembered.get(key) ??
    Array.from({ length: horizon.financial + 1 }, (_, t) => factorBounds(userClass, baseYear + t, norm))
  remembered.set(key, known)
  return known
}

const tolerance = 1e-9
const beyondBy = (value: number, law: LawValue<number>, upper: boolean): number =>
  upper ? value - law.value : law.value - value

/** Whether some factor is outside the law in a year with users. */
export function breaksLegalLimits(of: AlternativeRun): boolean {
  const { buffer, domains, slots } = of.run
  const [factors, served] = [slots.get(factor) as Slot, slots.get(users) as Slot]
  const rows = domains.project(factors.domain, served.domain)
  const keys = domains.keysOf(factors.domain)
  for (let row = 0; row < rows.length; row += 1) {
    const bounded = boundsByYear(of, keys[row]?.userClass as string)
    const [own, people] = [factors.offset + row * factors.years, served.offset + (rows[row] as number) * served.years]
    for (let t = 1; t <= of.scenario.horizon.financial; t += 1) {
      if ((buffer[people + t] as number) <= 0) continue
      const { lower, upper } = bounded[t] as Bounds
      const value = buffer[own + t] as number
      if (lower && beyondBy(value, lower, false) > tolerance) return true
      if (upper && beyondBy(value, upper, true) > tolerance) return true
    }
  }
  return false
}

/** Every factor outside the law from t = 1 to the horizon, and the laws that were read. */
export function legalBreaches(of: AlternativeRun): {
  breaches: Breach[]
  laws: ReadonlySet<LawValue<number>>
  judged: boolean
} {
  const { baseYear, horizon } = of.scenario
  const breaches: Breach[] = []
  const laws = new Set<LawValue<number>>()
  for (const { at, values } of rowsOf(of, factor)) {
    const served = series(of, users, at)
    const bounded = boundsByYear(of, at.userClass as string)
    for (let t = 1; t <= horizon.financial; t += 1) {
      if ((served[t] as number) <= 0) continue
      const bounds = bounded[t] as Bounds
      for (const [law, upper] of [
        [bounds.lower, false],
        [bounds.upper, true],
      ] as const) {
        if (!law) continue
        laws.add(law)
        const value = values[t] as number
        if (beyondBy(value, law, upper) > tolerance) {
          breaches.push({
            municipality: at.municipality as string,
            userClass: at.userClass as string,
            year: baseYear + t,
            value,
            limit: law.value,
            upper,
            article: `${law.norm}, ${law.article}`,
          })
        }
      }
    }
  }
  return { breaches, laws, judged: laws.size > 0 }
}
