import { billedUsers } from '../../model/1-projections/users.ts'
import {
  contribution,
  factor,
  fundSurplus,
  fundTransfer,
  subsidy,
  unfundedSubsidy,
  userTariff,
} from '../../model/4-tariffs/billing.ts'
import { referenceTariff } from '../../model/4-tariffs/reference.ts'
import type { AlternativeRun } from '../run.ts'
import { orNull, rowsOf, series } from '../run.ts'

/** One class and zone of the table: tariffs COP/user·month, sums COP a month and a year. */
export interface CouncilRow {
  readonly userClass: string
  readonly zone: string
  readonly users: number | null
  readonly referenceTariff: number | null
  readonly factor: number | null
  readonly userTariff: number | null
  readonly monthlySubsidy: number | null
  readonly yearlySubsidy: number | null
  readonly monthlyContribution: number | null
  readonly yearlyContribution: number | null
}

export interface CouncilTable {
  readonly municipality: string
  readonly year: number
  readonly rows: readonly CouncilRow[]
  readonly totals: Pick<
    CouncilRow,
    'users' | 'monthlySubsidy' | 'yearlySubsidy' | 'monthlyContribution' | 'yearlyContribution'
  >
  /** Where the money for the subsidies comes from, COP a year; `surplus` is what goes to the fund. */
  readonly resources: Readonly<Record<'contributions' | 'fundTransfer' | 'unfunded' | 'surplus', number | null>>
}

const summed = ['users', 'monthlySubsidy', 'yearlySubsidy', 'monthlyContribution', 'yearlyContribution'] as const

/** Cuadro de subsidios y contribuciones [5.5.2 b.3] that a council needs to fix the factors of a year. */
export function councilTable(of: AlternativeRun, at: { municipality: string; year: number }): CouncilTable {
  const t = at.year - of.scenario.baseYear
  const town = { municipality: at.municipality }
  const rows = rowsOf(of, factor)
    .filter((row) => row.at.municipality === at.municipality)
    .map((row): CouncilRow => {
      const value = (line: typeof factor) => orNull(series(of, line, row.at)[t] as number)
      const [yearlySubsidy, yearlyContribution] = [value(subsidy), value(contribution)]
      return {
        userClass: row.at.userClass as string,
        zone: row.at.zone as string,
        users: value(billedUsers),
        referenceTariff: value(referenceTariff),
        factor: value(factor),
        userTariff: value(userTariff),
        monthlySubsidy: monthly(yearlySubsidy),
        yearlySubsidy,
        monthlyContribution: monthly(yearlyContribution),
        yearlyContribution,
      }
    })
  const total = (field: (typeof summed)[number]) =>
    rows.reduce<number | null>((sum, row) => (sum === null || row[field] === null ? null : sum + row[field]), 0)
  const money = (line: typeof fundTransfer) => orNull(series(of, line, town)[t] as number)
  return {
    ...at,
    rows,
    totals: Object.fromEntries(summed.map((field) => [field, total(field)])) as CouncilTable['totals'],
    resources: {
      contributions: total('yearlyContribution'),
      fundTransfer: money(fundTransfer),
      unfunded: money(unfundedSubsidy),
      surplus: money(fundSurplus),
    },
  }
}

const monthly = (yearly: number | null): number | null => (yearly === null ? null : yearly / 12)
