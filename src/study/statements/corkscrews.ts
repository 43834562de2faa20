import type { Line } from '../../formula/entry.ts'
import { administration, capitalExpenditure, operationMaintenance } from '../../model/3-costs/items.ts'
import { billing, fundTransfer } from '../../model/4-tariffs/billing.ts'
import { grantConditional } from '../../model/5-funding/grants.ts'
import { loanCapitalized, loanClosing, loanDraw, loanOpening, loanPrincipal } from '../../model/5-funding/loans.ts'
import { contributedCapital, netFixedAssets, payables, receivables } from '../../model/6-statements/balance.ts'
import { incomeTax, taxesPaid, taxLosses, taxLossesUsed, taxPayable } from '../../model/6-statements/cash.ts'
import { closureProvision, closureProvisionCharge, closureWorks } from '../../model/6-statements/closure.ts'
import {
  capitalGrants,
  collections,
  fundTransferReceived,
  ownResourcesTotal,
  runningCostsPaid,
} from '../../model/6-statements/flows.ts'
import { badDebt, depreciation } from '../../model/6-statements/income.ts'
import type { Key } from '../../model/places.ts'
import type { AlternativeResult } from '../result.ts'
import type { AlternativeRun } from '../run.ts'
import { rowsOf, series, totalOf } from '../run.ts'

type Corkscrew = AlternativeResult['corkscrews'][number]
type Amounts = number[]

/** What enters and leaves an account, by the line that moves it. */
interface Moves {
  readonly account: string
  readonly at?: Key
  readonly closing: Amounts
  readonly enters: Readonly<Record<string, Amounts>>
  readonly leaves: Readonly<Record<string, Amounts>>
  /** The balance before the base year's own movements, where the opening is not the year before's closing. */
  readonly opening?: number
}

/** Cuentas en sacacorchos [11.3]: opening, in, out and closing of every balance that moves, by year; they add up, checked. */
export function corkscrewsOf(of: AlternativeRun): Corkscrew[] {
  const line = (l: Line): number[] => Array.from(series(of, l))
  const total = (l: Line): number[] => totalOf(of, l).map((v, t) => (t === 0 ? 0 : v))
  const named = (lines: readonly Line[], read: (l: Line) => number[]) =>
    Object.fromEntries(lines.map((l) => [l.id, read(l)]))
  const administered = series(of, administration)
  const running = line(operationMaintenance).map((v, t) => v + (administered[t] as number))
  const losses = line(taxLosses)
  const lossesUsed = series(of, taxLossesUsed)
  const accounts: Moves[] = [
    {
      account: 'receivables',
      closing: line(receivables),
      enters: { billing: total(billing), ...named([fundTransfer], total) },
      leaves: named([collections, badDebt, fundTransferReceived], line),
    },
    {
      account: 'payables',
      closing: line(payables),
      enters: { runningCosts: running },
      leaves: named([runningCostsPaid], line),
    },
    ...loans(of),
    {
      account: 'netFixedAssets',
      closing: line(netFixedAssets),
      enters: { ...named([capitalExpenditure], line), grantConditional: totalOf(of, grantConditional) },
      leaves: named([depreciation], line),
    },
    {
      account: 'taxPayable',
      closing: line(taxPayable),
      enters: named([incomeTax], line),
      leaves: named([taxesPaid], line),
    },
    {
      account: 'closureProvision',
      closing: line(closureProvision),
      enters: named([closureProvisionCharge], line),
      leaves: named([closureWorks], line),
    },
    {
      account: 'contributedCapital',
      closing: line(contributedCapital),
      enters: { ...named([capitalGrants, ownResourcesTotal], line), grantConditional: totalOf(of, grantConditional) },
      leaves: {},
    },
    {
      account: 'taxLosses',
      closing: losses,
      enters: { losses: losses.map((v, t) => v - (losses[t - 1] ?? v) + (lossesUsed[t] as number)) },
      leaves: named([taxLossesUsed], line),
    },
  ]
  return accounts.map(turned)
}

function loans(of: AlternativeRun): Moves[] {
  return rowsOf(of, loanClosing).map(({ at, values }) => {
    const row = (l: Line): number[] => Array.from(series(of, l, at))
    return {
      account: 'debt',
      at,
      closing: Array.from(values),
      opening: row(loanOpening)[0] as number,
      enters: { loanDraw: row(loanDraw), loanCapitalized: row(loanCapitalized) },
      leaves: { loanPrincipal: row(loanPrincipal) },
    }
  })
}

/** The opening is the year before's closing; in the base year it is what the closing and the movements leave. */
function turned({ account, at, closing, enters, leaves, opening }: Moves): Corkscrew {
  const [entered, left] = [sumByYear(enters, closing.length), sumByYear(leaves, closing.length)]
  const moved = entered.map((v, t) => v - (left[t] as number))
  const openings = closing.map((c, t) => (t === 0 ? (opening ?? c - (moved[0] as number)) : (closing[t - 1] as number)))
  const worst = largest(closing.map((c, t) => (openings[t] as number) + (moved[t] as number) - c))
  const scale = Math.max(1, largest(closing), ...Object.values(enters).map(largest))
  return {
    account,
    at: at ?? {},
    opening: openings,
    in: { ...enters },
    out: { ...leaves },
    closing,
    ok: worst <= 1e-9 * scale,
  }
}

const largest = (values: Amounts): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0)

function sumByYear(moves: Readonly<Record<string, Amounts>>, years: number): Amounts {
  const sums = new Array<number>(years).fill(0)
  for (const values of Object.values(moves))
    for (let t = 0; t < years; t += 1) sums[t] = (sums[t] as number) + (values[t] as number)
  return sums
}
