import { disposed } from '../../model/1-projections/recovery.ts'
import { billedUsers } from '../../model/1-projections/users.ts'
import { discountFactor } from '../../model/3-costs/discount.ts'
import { inflationIndex } from '../../model/3-costs/prices.ts'
import { municipalBilling } from '../../model/6-statements/income.ts'
import { averageTariff, pvCosts, territorialContribution } from '../../model/7-evaluation/figures.ts'
import { monthsPerYear } from '../../model/constants.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { AlternativeRun } from '../run.ts'
import { figureOf, rowsOf, runAlternative, series } from '../run.ts'
import { restrictedTo } from './restriction.ts'

export interface RegionalQuestion {
  /** Ids of the alternative in which each town goes alone, and of the one in which they join. */
  readonly separate: string
  readonly joint: string
  /** The town that receives the others' tonnes, and what it charges for each, pesos of the base year. */
  readonly host?: string | undefined
  readonly gateFee?: number | undefined
}

/** What a solution costs a town: base-year present values, pesos. */
export interface TownCost {
  readonly pvCosts: number
  readonly averageTariff: number | null
  readonly contribution: number
}

export interface TownAnswer {
  readonly municipality: string
  readonly alone: TownCost
  readonly joined: TownCost
  /** Paid to the host (received by it, where negative). */
  readonly gateFee: number
  /** Gain of joining as costs fall, and as it would be shared pro rata to costs alone and by Shapley; pesos of present value. */
  readonly gain: number
  readonly gainProRata: number
  readonly gainShapley: number
  readonly loses: boolean
}

/** Most towns whose coalitions are all evaluated. */
export const mostTowns = 8

/** Solución regional frente a cada municipio solo [9 f, 10.1]: what each gains, how the gain may be shared, and who loses. */
export function regionalStudy(scenario: Scenario, question: RegionalQuestion): { towns: TownAnswer[]; gain: number } {
  const towns = scenario.territory.municipalities.map((m) => m.id)
  const place = (id: string) => scenario.alternatives.findIndex((a) => a.id === id)
  const [separate, joint] = [place(question.separate), place(question.joint)]
  const alone = towns.map((town) => runAlternative(restrictedTo(scenario, [town]), separate))
  const together = runAlternative(scenario, joint)
  const aloneCost = alone.map((run) => figureOf(run, pvCosts))
  const worth = coalitionWorth(scenario, { towns, joint, aloneCost })
  const gain = worth((1 << towns.length) - 1)
  const total = aloneCost.reduce((a, b) => a + b, 0)
  const shares = costShares(together, towns)
  const shapley = shapleyValues(towns.length, worth)
  const fees = gateFees(together, towns, question)
  return {
    gain,
    towns: towns.map((municipality, i) => {
      const own = figureOf(together, pvCosts) * (shares[i] as number)
      const gateFee = fees[i] as number
      const saved = (aloneCost[i] as number) - own - gateFee
      return {
        municipality,
        alone: costOf(alone[i] as AlternativeRun),
        joined: {
          pvCosts: own,
          averageTariff: townTariff(together, municipality),
          contribution: figureOf(together, territorialContribution) * (shares[i] as number),
        },
        gateFee,
        gain: saved,
        gainProRata: total === 0 ? 0 : (gain * (aloneCost[i] as number)) / total,
        gainShapley: shapley[i] as number,
        loses: saved < -1e-9 * Math.max(1, Math.abs(aloneCost[i] as number)),
      }
    }),
  }
}

function costOf(run: AlternativeRun): TownCost {
  const tariff = figureOf(run, averageTariff)
  return {
    pvCosts: figureOf(run, pvCosts),
    averageTariff: Number.isNaN(tariff) ? null : tariff,
    contribution: figureOf(run, territorialContribution),
  }
}

/** What a coalition saves: its towns alone less the cheaper of joining and staying apart; coalitions are bit sets. */
function coalitionWorth(
  scenario: Scenario,
  { towns, joint, aloneCost }: { towns: readonly string[]; joint: number; aloneCost: readonly number[] },
): (set: number) => number {
  const known = new Map<number, number>([[0, 0]])
  return (set) => {
    const found = known.get(set)
    if (found !== undefined) return found
    const members = towns.filter((_, i) => set & (1 << i))
    const apart = aloneCost.reduce((sum, cost, i) => sum + (set & (1 << i) ? cost : 0), 0)
    const saved =
      members.length < 2
        ? 0
        : Math.max(0, apart - figureOf(runAlternative(restrictedTo(scenario, members), joint), pvCosts))
    known.set(set, saved)
    return saved
  }
}

/** Each town's mean addition to the coalitions that it may join, over every order of joining. */
function shapleyValues(count: number, worth: (set: number) => number): number[] {
  const weight = (size: number) => 1 / (count * choose(count - 1, size))
  return Array.from({ length: count }, (_, i) => {
    let value = 0
    for (let set = 0; set < 1 << count; set += 1) {
      if (set & (1 << i)) continue
      value += weight(bits(set)) * (worth(set | (1 << i)) - worth(set))
    }
    return value
  })
}

const bits = (set: number): number => (set === 0 ? 0 : (set & 1) + bits(set >>> 1))
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)

/** The joint costs fall on towns by their billed users, over the horizon and discounted. */
function costShares(run: AlternativeRun, towns: readonly string[]): number[] {
  const factor = series(run, discountFactor)
  const users = towns.map((town) => {
    const rows = rowsOf(run, billedUsers).filter(({ at }) => at.municipality === town)
    return rows.reduce((sum, { values }) => sum + values.reduce((s, v, t) => s + v * (factor[t] as number), 0), 0)
  })
  const all = users.reduce((a, b) => a + b, 0)
  return users.map((u) => (all === 0 ? 1 / towns.length : u / all))
}

function townTariff(run: AlternativeRun, municipality: string): number | null {
  const [factor, index, billing] = [
    series(run, discountFactor),
    series(run, inflationIndex),
    series(run, municipalBilling, { municipality }),
  ]
  const users = rowsOf(run, billedUsers).filter(({ at }) => at.municipality === municipality)
  let [paid, months] = [0, 0]
  for (let t = 1; t < factor.length; t += 1) {
    paid += (billing[t] as number) * (factor[t] as number)
    months +=
      users.reduce((s, { values }) => s + (values[t] as number), 0) *
      monthsPerYear.value *
      (index[t] as number) *
      (factor[t] as number)
  }
  return months === 0 ? null : paid / months
}

/** What each guest pays the host for its tonnes; the host receives the sum. */
function gateFees(run: AlternativeRun, towns: readonly string[], { host, gateFee = 0 }: RegionalQuestion): number[] {
  if (host === undefined) return towns.map(() => 0)
  const [factor, index] = [series(run, discountFactor), series(run, inflationIndex)]
  const paid = towns.map((municipality) => {
    if (municipality === host) return 0
    const tonnes = series(run, disposed, { municipality })
    return factor.reduce(
      (sum, f, t) => sum + (t === 0 ? 0 : (tonnes[t] as number) * gateFee * (index[t] as number) * f),
      0,
    )
  })
  const received = paid.reduce((a, b) => a + b, 0)
  return towns.map((town, i) => (town === host ? -received : (paid[i] as number)))
}
