import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scenarioVariants } from '../../src/scenario/read.ts'
import type { Scenario } from '../../src/scenario/scenario.ts'
import type { AlternativeResult } from '../../src/study/result.ts'
import { expectSame, rowsIn, sumOf, totalIn, variantsOf } from './results.ts'
import { documents, patient, runs, scenarioOf } from './scenarios.ts'

interface Judged {
  readonly of: AlternativeResult
  readonly scenario: Scenario
  readonly given: Scenario['alternatives'][number]
}

const whole = (values: readonly (number | null)[] = []): number[] => sumOf([values], values.length)

const everyAlternative = (usual: number, holds: (judged: Judged) => void): void =>
  fc.assert(
    fc.property(documents, (document) => {
      const variants = scenarioVariants(scenarioOf(document))
      variantsOf(document).forEach(({ alternatives }, v) => {
        const scenario = (variants[v] as (typeof variants)[number]).scenario
        alternatives.forEach((of, i) => {
          holds({ of, scenario, given: scenario.alternatives[i] as Judged['given'] })
        })
      })
    }),
    runs(usual),
  )

test('stages by programme and source add up to the uses and the sources of every year', patient, () => {
  everyAlternative(15, ({ of }) => {
    const { sources, uses } = of.sourcesAndUses
    const total = totalIn(of, 'totalUses')
    const size = sumOf(
      Object.values(uses).map((u) => u.map((v) => Math.abs(v ?? 0))),
      total.length,
    )
    const staged = (keep: (s: AlternativeResult['stages'][number]) => boolean) =>
      sumOf(
        of.stages.filter(keep).map((s) => s.values),
        total.length,
      )
    expectSame('all stages', [staged(() => true), total], size)
    for (const [id, values] of Object.entries(sources))
      expectSame(`source ${id}`, [staged((s) => s.source === id), whole(values)], size)
    const invested = staged((s) => s.stage === 'investment' || s.stage === 'preInvestment')
    expectSame('investment', [invested, whole(uses.capitalExpenditure)], size)
    expectSame('closure', [staged((s) => s.stage === 'closure'), whole(uses.closureWorks)], size)
  })
})

test('the budget adds up to the cost lines, in all and by entity', patient, () => {
  everyAlternative(15, ({ of, given }) => {
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
    const lines = { investment: 'capitalExpenditure', operationMaintenance: 'operationMaintenance' }
    for (const [category, id] of Object.entries({ ...lines, administration: 'administration' })) {
      const budgeted = sum(of.budget.filter((b) => b.category === category).map((b) => b.amount))
      expectSame(category, [[budgeted], [sum(totalIn(of, id))]], [])
    }
    const costs = given.projects.flatMap((p) => p.costs.map((c) => ({ ...c, program: p.program })))
    for (const row of of.budget) {
      const own = costs.filter((c) => c.program === row.program && c.category === row.category)
      expect(own.map((c) => c.entity)).toContain(row.entity)
      expect(own.map((c) => c.component)).toContain(row.component)
    }
  })
})

test('a loan whose term ends inside the horizon ends at zero and stays there', patient, () => {
  everyAlternative(15, ({ of, scenario, given }) => {
    const opening = given.existing ?? scenario.existing
    const terms = [
      ...opening.loans.map((l) => ({ id: l.id, end: l.remainingTerm, size: l.balance })),
      ...given.loans.map((l) => ({
        id: l.id,
        end: Math.min(...Object.keys(l.draws).map(Number)) - scenario.baseYear + l.term,
        size: Object.values(l.draws).reduce((a, b) => a + b, 0),
      })),
    ]
    for (const { id, end, size } of terms) {
      const closing = rowsIn(of, 'loanClosing').find((r) => r.at.loan === id)?.values ?? []
      for (const balance of closing.slice(end)) expect(Math.abs(balance ?? 1)).toBeLessThanOrEqual(1e-9 * size)
      if (size > 0 && end > 1 && end <= scenario.horizon.financial) expect(closing[end - 1]).not.toBe(0)
    }
  })
})

test('no site holds more than it has room for, and what finds no room is told as a shortfall', patient, () => {
  everyAlternative(15, ({ of, scenario, given }) => {
    const disposed = totalIn(of, 'disposed')
    const placed = totalIn(of, 'siteDisposal')
    const lacking = totalIn(of, 'landfillShortfall')
    disposed.forEach((tonnes, t) => {
      if (t === 0) return
      const missing = tonnes - (placed[t] ?? 0)
      expect(missing).toBeGreaterThanOrEqual(-1e-9 * Math.max(1, tonnes))
      expect(missing > 1e-6 * Math.max(1, tonnes)).toBe((lacking[t] ?? 0) > 1e-6 * Math.max(1, tonnes))
    })
    for (const site of given.sites) {
      const tonnes = rowsIn(of, 'siteDisposal').find((r) => r.at.site === site.id)?.values ?? []
      const taken = tonnes.reduce<number>((a, b) => a + (b ?? 0), 0)
      const room = ((site.capacity ?? Number.POSITIVE_INFINITY) * site.density) / (1 + site.coverFactor)
      expect(taken).toBeLessThanOrEqual(room * (1 + 1e-9) + 1e-9)
      tonnes.forEach((v, t) => {
        const year = scenario.baseYear + t
        const open = t > 0 && year >= (site.opens ?? scenario.baseYear) && year <= (site.closes ?? year)
        if (!open) expect(v).toBe(0)
      })
    }
  })
})
