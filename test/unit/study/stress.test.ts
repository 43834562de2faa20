import { describe, expect, it } from 'vitest'
import entities from '../../../scenarios/entities.json' with { type: 'json' }
import loans from '../../../scenarios/loans.json' with { type: 'json' }
import sanPedro from '../../../scenarios/san-pedro-valle.json' with { type: 'json' }
import { siteDisposal } from '../../../src/model/1-projections/landfill.ts'
import { population } from '../../../src/model/1-projections/population.ts'
import { indexLevel } from '../../../src/model/3-costs/prices.ts'
import { fundReceivable, fundTransfer } from '../../../src/model/4-tariffs/billing.ts'
import { loanInterest } from '../../../src/model/5-funding/loans.ts'
import { collectionEfficiency } from '../../../src/model/6-statements/income.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { rowsOf, runAlternative } from '../../../src/study/run.ts'
import type { StressBoard } from '../../../src/study/stress/stress.ts'
import { stressBoard } from '../../../src/study/stress/stress.ts'
import { stresses } from '../../../src/study/stress/stresses.ts'
import { isViable, viabilityOf } from '../../../src/study/viability.ts'
import { changed, planOf } from './plans.ts'

const plan = planOf(loans)

function boardOf(scenario: Scenario): StressBoard {
  const answer = stressBoard(scenario)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.board
}

const rowOf = (board: StressBoard, id: string) => {
  const row = board.rows.find((r) => r.id === id)
  if (!row) throw new Error(`no row ${id}`)
  return row
}

/** The scenario under a built-in stress. */
function under(id: string, scenario: Scenario): Scenario {
  const stress = stresses[id]
  if (!stress) throw new Error(`no stress ${id}`)
  return stress(
    scenario,
    scenario.alternatives.map((_, i) => runAlternative(scenario, i)),
  )
}

/** Values of the first row of a line of an alternative, before and under a stress. */
function pair(id: string, line: Parameters<typeof rowsOf>[1], { scenario = plan, index = 1 } = {}) {
  const values = (s: Scenario) => rowsOf(runAlternative(s, index), line)
  return { was: values(scenario), is: values(under(id, scenario)) }
}

describe('each built-in stress does what its name says', () => {
  it('takes ten points from collection efficiency in every year', () => {
    const { was, is } = pair('collectionEfficiency', collectionEfficiency)
    for (const [row, { values }] of is.entries())
      for (const [t, x] of values.entries()) expect(x).toBeCloseTo((was[row]?.values[t] ?? 0) - 0.1, 12)
  })

  it('makes fuel 30 % dearer from t = 1 and no other price', () => {
    const { was, is } = pair('fuel', indexLevel)
    for (const [row, { at, values }] of is.entries())
      for (const [t, x] of values.entries()) {
        const factor = at.priceIndex === 'fuel' && t > 0 ? 1.3 : 1
        expect(x).toBeCloseTo((was[row]?.values[t] ?? 0) * factor, 9)
      }
  })

  it('halves the growth of a zone that grows and leaves one that shrinks', () => {
    const { was, is } = pair('growth', population)
    for (const [row, { values }] of is.entries()) {
      const before = was[row]?.values ?? new Float64Array()
      for (let t = 1; t < values.length; t += 1) {
        const rate = (before[t] as number) / (before[t - 1] as number) - 1
        expect((values[t] as number) / (values[t - 1] as number) - 1).toBeCloseTo(rate > 0 ? rate / 2 : rate, 12)
      }
    }
  })

  it('closes a landfill two years before its licence, its closing or the year it fills', () => {
    const lastYear = (s: Scenario, index: number, site: string) => {
      const values = rowsOf(runAlternative(s, index), siteDisposal).find(({ at }) => at.site === site)?.values
      return s.baseYear + [...(values ?? [])].findLastIndex((x) => x > 0)
    }
    const stressed = under('landfill', plan)
    expect(lastYear(plan, 1, 'celda-transitoria')).toBe(2026)
    expect(stressed.alternatives[1]?.sites.map((s) => s.closes)).toEqual([2024, 2025, expect.any(Number)])
    const small = planOf(changed({ alternative: { sites: [{ id: 'sitio', capacity: 60000 }] } }))
    const full = lastYear(small, 0, 'sitio')
    expect(full).toBeLessThan(small.baseYear + small.horizon.waste)
    expect(lastYear(under('landfill', small), 0, 'sitio')).toBe(full - 2)
  })

  it("receives the fund's transfer a whole year late", () => {
    const { is } = pair('fundTransfer', fundReceivable)
    const transfer = rowsOf(runAlternative(under('fundTransfer', plan), 1), fundTransfer)
    for (const [row, { values }] of is.entries())
      for (let t = 1; t < values.length; t += 1) expect(values[t]).toBeCloseTo(transfer[row]?.values[t] ?? 0, 6)
  })

  it('adds five points to every loan, also to standing ones and those quoted over a base', () => {
    const { was, is } = pair('loanRates', loanInterest)
    const loan = (list: typeof was, id: string) => list.find(({ at }) => at.loan === id)?.values ?? new Float64Array()
    const standing = (loan(is, 'vigente')[1] as number) - (loan(was, 'vigente')[1] as number)
    expect(standing).toBeCloseTo(220e6 * 0.05, 3)
    expect((loan(is, 'banco-flota')[2] as number) - (loan(was, 'banco-flota')[2] as number)).toBeCloseTo(
      700e6 * 0.05,
      3,
    )
    expect(loan(is, 'findeter-relleno')[3]).toBeGreaterThan(loan(was, 'findeter-relleno')[3] as number)
  })
})

describe('the stress board', () => {
  const board = boardOf(plan)

  it('has the six stresses and every contingency of the plan, for every alternative', () => {
    expect(board.rows.map((r) => [r.id, r.kind])).toEqual([
      ...Object.keys(stresses).map((id) => [id, 'stress']),
      ['derrumbe-via', 'contingency'],
      ['cartera-alta', 'contingency'],
    ])
    for (const row of board.rows) expect(row.alternatives.map((a) => a.id)).toEqual(plan.alternatives.map((a) => a.id))
  })

  it('judges each alternative as an evaluation of the stressed plan would', () => {
    for (const id of Object.keys(stresses)) {
      const stressed = under(id, plan)
      const verdicts = stressed.alternatives.map((_, i) => isViable(viabilityOf(runAlternative(stressed, i))))
      expect(rowOf(board, id).alternatives.map((a) => a.viableAfter)).toEqual(verdicts)
    }
  })

  it('puts cost × probability of a contingency in the budget of every year', () => {
    const row = rowOf(board, 'derrumbe-via')
    expect(row.expectedYearlyCost).toBe(18e6)
    expect(board.expectedContingencyCost).toBe(18e6 + 4.5e6)
    for (const { figures } of row.alternatives) {
      // base-year pesos carried by inflation and discounted: somewhere between 10 and 15 times the yearly cost
      expect(figures.pvCosts?.change).toBeGreaterThan(18e6 * 7)
      expect(figures.pvCosts?.change).toBeLessThan(18e6 * 15)
      expect(figures.planNpv?.change).toBeLessThan(0)
    }
  })

  it('says where a stress touches nothing', () => {
    const quiet = boardOf(planOf(changed({ existing: null, alternative: { loans: [] } })))
    expect(rowOf(quiet, 'loanRates').touches).toBe(false)
    expect(rowOf(quiet, 'collectionEfficiency').touches).toBe(true)
  })

  it('takes plans of one town and of several', () => {
    for (const document of [sanPedro, entities]) {
      const { rows } = boardOf(planOf(document))
      expect(rows.length).toBeGreaterThanOrEqual(Object.keys(stresses).length)
      for (const { alternatives } of rows)
        for (const { figures } of alternatives)
          expect(Object.values(figures).every((f) => f.after === null || Number.isFinite(f.after))).toBe(true)
    }
  })

  it('applies a contingency’s own change, and leaves out an alternative that it takes away', () => {
    const [first, ...others] = plan.alternatives
    const contingency = [{ id: 'se-va', stress: [{ op: 'remove', path: '/alternatives/0' }] }]
    const scenario = planOf({ ...plan, plan: { ...plan.plan, contingency } })
    const row = rowOf(boardOf(scenario), 'se-va')
    expect(row.alternatives.map((a) => a.id)).toEqual(others.map((a) => a.id))
    expect(first?.id).toBe('como-hoy')
    expect(row.touches).toBe(false)
  })
})
