import fc from 'fast-check'
import { expect, test } from 'vitest'
import { book } from '../../src/model/book.ts'
import { scenarioVariants } from '../../src/scenario/read.ts'
import type { AlternativeRun } from '../../src/study/run.ts'
import { rowsOf, runAlternative } from '../../src/study/run.ts'
import type { Ledger } from './accounts/books.ts'
import { keepLedger } from './accounts/ledger.ts'
import { documents, patient, runs, scenarioOf } from './scenarios.ts'

type At = Readonly<Record<string, string>>

/** Reads a row of a line by the names of its members, each once. */
function reader(of: AlternativeRun): (id: string, at?: At) => readonly number[] {
  const known = new Map<string, readonly number[]>()
  return (id, at = {}) => {
    const key = [id, ...Object.values(at)].join()
    let values = known.get(key)
    if (values === undefined) {
      const entry = book.byId.get(id)
      if (entry === undefined) throw new Error(`the book has no line ${id}`)
      const row = rowsOf(of, entry).find((r) => Object.entries(at).every(([d, m]) => r.at[d] === m))
      if (row === undefined) throw new Error(`${id} has no row ${JSON.stringify(at)}`)
      values = Array.from(row.values)
      known.set(key, values)
    }
    return values
  }
}

const sheet: Readonly<Record<string, (of: Ledger[number]) => number>> = {
  cash: (l) => l.cash,
  receivables: (l) => l.users + l.fund,
  netFixedAssets: (l) => l.assets,
  payables: (l) => -l.payables,
  taxPayable: (l) => -l.tax,
  debt: (l) => -l.debt,
  closureProvision: (l) => -l.provision,
  otherLiabilities: (l) => -l.others,
  openingEquity: (l) => -l.opening,
  contributedCapital: (l) => -l.capital,
  retainedEarnings: (l) => -l.result,
}

function expectLedger(of: AlternativeRun): void {
  const given = of.places.alternative
  const read = reader(of)
  const ledger = keepLedger({ scenario: of.scenario, given, read })
  const sizes = ledger.map((l) => Math.max(1, ...Object.values(l).map(Math.abs)))
  for (const [id, account] of Object.entries(sheet)) {
    const values = read(id)
    ledger.forEach((balances, t) => {
      // rounding of one year is carried to the next, so the largest year so far is the measure
      const size = Math.max(...sizes.slice(0, t + 1))
      const [found, kept] = [values[t] as number, account(balances)]
      if (!(Math.abs(found - kept) <= 1e-9 * size))
        throw new Error(`${id} at t = ${t}: ${found}, the ledger has ${kept}`)
    })
  }
  for (const balances of ledger) {
    const sum = Object.values(balances).reduce((a, b) => a + b, 0)
    expect(Math.abs(sum)).toBeLessThanOrEqual(1e-9 * Math.max(...sizes))
  }
}

test('every account of the balance sheet is what double entry makes of the plan’s events', patient, () => {
  fc.assert(
    fc.property(documents, (document) => {
      for (const { scenario } of scenarioVariants(scenarioOf(document)))
        scenario.alternatives.forEach((_, i) => void expectLedger(runAlternative(scenario, i)))
    }),
    runs(15),
  )
})
