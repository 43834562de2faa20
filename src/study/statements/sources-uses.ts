import type { Line } from '../../formula/entry.ts'
import { capitalExpenditure, investment, runningCost } from '../../model/3-costs/items.ts'
import { grantCapital, grantOperation } from '../../model/5-funding/grants.ts'
import { financialIncome, taxesPaid } from '../../model/6-statements/cash.ts'
import { closureWorks } from '../../model/6-statements/closure.ts'
import { ownResources } from '../../model/6-statements/entities.ts'
import {
  collections,
  draws,
  fees,
  fundSurplusPaid,
  fundTransferReceived,
  runningCostsPaid,
} from '../../model/6-statements/flows.ts'
import { productSales, specialServices } from '../../model/6-statements/sales.ts'
import {
  cashDecrease,
  cashIncrease,
  debtService,
  totalSources,
  totalUses,
} from '../../model/6-statements/sources-uses.ts'
import { daysPerYear } from '../../model/constants.ts'
import type { AlternativeResult } from '../result.ts'
import type { AlternativeRun } from '../run.ts'
import { rowsOf, series } from '../run.ts'

const useLines: readonly Line[] = [
  runningCostsPaid,
  capitalExpenditure,
  debtService,
  fees,
  taxesPaid,
  fundSurplusPaid,
  closureWorks,
  cashIncrease,
]
const sourceLines: readonly Line[] = [
  collections,
  fundTransferReceived,
  productSales,
  specialServices,
  draws,
  financialIncome,
  cashDecrease,
]

/** Fuentes y usos [11.3] of every year; grants by source, own resources by entity. */
export function sourcesAndUses(of: AlternativeRun): AlternativeResult['sourcesAndUses'] {
  const byLine = (lines: readonly Line[]) => Object.fromEntries(lines.map((l) => [l.id, Array.from(series(of, l))]))
  return { sources: { ...byLine(sourceLines), ...grantsBySource(of), ...ownByEntity(of) }, uses: byLine(useLines) }
}

function grantsBySource(of: AlternativeRun): Record<string, number[]> {
  return Object.fromEntries(
    rowsOf(of, grantCapital).map(({ at, values }) => {
      const operation = series(of, grantOperation, at)
      return [`grant.${at.source}`, Array.from(values, (v, t) => v + (operation[t] as number) * (t > 0 ? 1 : 0))]
    }),
  )
}

function ownByEntity(of: AlternativeRun): Record<string, number[]> {
  return Object.fromEntries(
    rowsOf(of, ownResources)
      .filter(({ at }) => at.entity !== 'provider')
      .map(({ at, values }) => [`ownResources.${at.entity}`, Array.from(values)]),
  )
}

type Stage = 'preInvestment' | 'investment' | 'operation' | 'closure' | 'financing'
interface StageUses {
  readonly program: string
  readonly stage: Stage
  readonly values: number[]
}

/** Uses of each programme and stage by year; debt, taxes, surplus, opening payables and cash increase are the row `financing`. */
export function stageUses(of: AlternativeRun): StageUses[] {
  const rows = new Map<string, StageUses>()
  const years = of.scenario.horizon.financial + 1
  const days = of.places.alternative.workingCapital.payableDays / daysPerYear.value
  const add = (program: string, stage: Stage, values: readonly number[]): void => {
    const key = `${program} ${stage}`
    const row = rows.get(key) ?? { program, stage, values: new Array<number>(years).fill(0) }
    values.forEach((v, t) => {
      row.values[t] = (row.values[t] as number) + v
    })
    rows.set(key, row)
  }
  for (const project of of.places.alternative.projects) {
    for (const cost of project.costs) {
      const key = { item: cost.id }
      if (cost.category === 'investment')
        add(
          project.program,
          cost.class === 'studies' ? 'preInvestment' : 'investment',
          Array.from(series(of, investment, key)),
        )
      else add(project.program, 'operation', paid(Array.from(series(of, runningCost, key)), days))
    }
  }
  add('disposal', 'closure', Array.from(series(of, closureWorks)))
  const allotted = [...rows.values()]
  const total = series(of, totalUses)
  const rest = Array.from(total, (u, t) => u - allotted.reduce((sum, r) => sum + (r.values[t] as number), 0))
  return [
    ...allotted.filter((r) => r.values.some((v) => v !== 0)),
    { program: 'financing', stage: 'financing', values: rest },
  ]
}

/** Costs paid of one item: what is owed at year end is paid the year after. */
const paid = (costs: readonly number[], share: number): number[] =>
  costs.map((c, t) => c - (c - (costs[t - 1] ?? 0)) * share)

/** Plan por programa, etapa y fuente: each source pays for each use in its share of the year's sources. */
export function stagesOf(of: AlternativeRun, { sources } = sourcesAndUses(of)): AlternativeResult['stages'] {
  const total = series(of, totalSources)
  const named = Object.entries(sources).filter(([, values]) => values.some((v) => v !== 0))
  return stageUses(of).flatMap(({ program, stage, values }) =>
    named.map(([source, amounts]) => ({
      program,
      stage,
      source,
      values: values.map((u, t) => (total[t] === 0 ? 0 : (u * (amounts[t] as number)) / (total[t] as number))),
    })),
  )
}
