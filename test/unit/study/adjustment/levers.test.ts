import { describe, expect, it } from 'vitest'
import entities from '../../../../scenarios/entities.json' with { type: 'json' }
import loans from '../../../../scenarios/loans.json' with { type: 'json' }
import type { Line } from '../../../../src/formula/entry.ts'
import { investment } from '../../../../src/model/3-costs/items.ts'
import { subsidy, userTariff } from '../../../../src/model/4-tariffs/billing.ts'
import { referenceTariff } from '../../../../src/model/4-tariffs/reference.ts'
import { grantCapital } from '../../../../src/model/5-funding/grants.ts'
import { loanDraw } from '../../../../src/model/5-funding/loans.ts'
import { applyPatch } from '../../../../src/scenario/patch.ts'
import type { Scenario } from '../../../../src/scenario/scenario.ts'
import { patchBetween } from '../../../../src/study/adjustment/alternative.ts'
import type { LeverAsked } from '../../../../src/study/adjustment/levers.ts'
import { readLevers } from '../../../../src/study/adjustment/levers.ts'
import { moved } from '../../../../src/study/adjustment/trial.ts'
import { rowsOf, runAlternative } from '../../../../src/study/run.ts'
import { planOf } from '../plans.ts'

const oneTown = planOf(loans)
const twoTowns = planOf(entities)

/** The scenario with one lever moved, through its patch and read again. */
function withLever(scenario: Scenario, index: number, lever: { asked: LeverAsked; value: number }): Scenario {
  const { levers, problems } = readLevers(runAlternative(scenario, index), { scenario, index }, [lever.asked])
  expect(problems).toEqual([])
  const patch = patchBetween({ scenario, index }, moved({ scenario, index }, levers, [lever.value]))
  const applied = applyPatch(scenario, patch)
  if (!applied.ok) throw new Error(applied.at)
  return planOf(applied.document)
}

const rows = (scenario: Scenario, index: number, line: Line) => rowsOf(runAlternative(scenario, index), line)

/** Every row of a line over what it was, from t = 1. */
function ratios(line: Line, index: number, scenarios: { was: Scenario; is: Scenario }): number[] {
  const was = rows(scenarios.was, index, line)
  return rows(scenarios.is, index, line).flatMap(({ values }, row) =>
    [...values].slice(1).map((x, t) => x / (was[row]?.values[t + 1] as number)),
  )
}

const withTariffs = (
  scenario: Scenario,
  change: (m: Scenario['territory']['municipalities'][number], i: number) => object,
) =>
  planOf({
    ...scenario,
    alternatives: scenario.alternatives.map(({ tariff: _, ...a }) => a),
    territory: { municipalities: scenario.territory.municipalities.map((m, i) => ({ ...m, ...change(m, i) })) },
  })

const cra = {
  method: 'cra-720-2015',
  inputs: {
    segment: 2,
    billedWith: 'water',
    cblPerKm: 30000,
    distanceKm: 20,
    postClosureYears: 10,
    leachate: { scenario: 3, m3PerMonth: 900 },
    toBaseYear: 1.7,
  },
}

/** Its alternatives charge what they cost; the base year keeps the town's own tariff. */
const recovering = planOf({
  ...oneTown,
  alternatives: oneTown.alternatives.map((a) => ({ ...a, tariff: { method: 'costRecovery' } })),
})

describe('the uniform tariff', () => {
  it.each<[string, Scenario]>([
    ['a reference tariff in transition', oneTown],
    ['a cost-recovery tariff', recovering],
    [
      'a tariff study’s formula',
      withTariffs(oneTown, () => ({
        tariff: { method: 'formula', formula: { fixed: '9000 + 1', variable: '150000' } },
      })),
    ],
    ['CRA 720', withTariffs(oneTown, () => ({ tariff: cra }))],
    [
      'towns with tariffs of their own',
      withTariffs(twoTowns, (_, i) => ({
        tariff: {
          method: 'reference',
          reference: { fixed: 9000 + 500 * i, variable: { start: 180000, growth: 0.01 } },
        },
      })),
    ],
  ])('multiplies every class alike under %s and leaves the base year', (_, was) => {
    const is = withLever(was, 1, { asked: { lever: 'tariff' }, value: 1.25 })
    for (const ratio of ratios(referenceTariff, 1, { was, is })) expect(ratio).toBeCloseTo(1.25, 9)
    const base = (s: Scenario) => rows(s, 1, userTariff).map((r) => r.values[0])
    expect(base(is)).toEqual(base(was))
  })
})

describe('the tariff along a path', () => {
  it('rises by no more than its yearly cap until it reaches its end', () => {
    const is = withLever(oneTown, 1, { asked: { lever: 'tariffPath', yearlyRise: 0.04 }, value: 1.1 })
    const [first] = rows(is, 1, referenceTariff)
    const [was] = rows(oneTown, 1, referenceTariff)
    const factors = [...(first?.values ?? [])].map((x, t) => x / (was?.values[t] as number))
    expect(factors[0]).toBe(1)
    expect(factors[1]).toBeCloseTo(1.04, 9)
    expect(factors[2]).toBeCloseTo(1.04 ** 2, 9)
    for (const factor of factors.slice(3)) expect(factor).toBeCloseTo(1.1, 9)
  })

  it('is refused where the method gives one cost for all years', () => {
    const scenario = withTariffs(oneTown, () => ({ tariff: cra }))
    const { problems } = readLevers(runAlternative(scenario, 1), { scenario, index: 1 }, [{ lever: 'tariffPath' }])
    expect(problems.map((p) => [p.code, p.pointer])).toEqual([['lever-method', '/levers/0/lever']])
  })
})

describe('the other levers', () => {
  it('cut subsidies and leave contributions', () => {
    const is = withLever(oneTown, 1, { asked: { lever: 'subsidyFactors' }, value: 0.5 })
    for (const ratio of ratios(subsidy, 1, { was: oneTown, is }))
      if (!Number.isNaN(ratio)) expect(ratio).toBeCloseTo(0.5, 9)
    const contributors = (s: Scenario) => rows(s, 1, userTariff).filter(({ at }) => at.userClass === 'smallCommercial')
    expect(contributors(is)).toEqual(contributors(oneTown))
  })

  it("add the municipality's grant each year from t = 1, in base-year pesos", () => {
    const is = withLever(oneTown, 0, { asked: { lever: 'municipalContribution' }, value: 1e6 })
    const [grant] = rows(is, 0, grantCapital).filter(({ at }) => at.source === 'municipal')
    expect(grant?.values[0]).toBe(0)
    expect(grant?.values[1]).toBeCloseTo(1e6 * 1.051, 3)
    expect([...(grant?.values ?? [])].slice(1).every((x) => x > 1e6)).toBe(true)
  })

  it('draw the first loan in the same proportions', () => {
    const is = withLever(oneTown, 1, { asked: { lever: 'loan' }, value: 1.65e9 })
    const [first] = rows(is, 1, loanDraw).filter(({ at }) => at.loan === 'findeter-relleno')
    const drawn = [...(first?.values ?? [])].slice(0, 5)
    for (const [t, wanted] of [0, 0, 1.2e9, 0.45e9, 0].entries()) expect(drawn[t]).toBeCloseTo(wanted, 3)
  })

  it('buy an investment later, at the prices of then', () => {
    const bought = (s: Scenario) => rows(s, 1, investment).find(({ at }) => at.item === 'planta-compost')?.values
    const is = withLever(oneTown, 1, { asked: { lever: 'delayInvestment', item: 'planta-compost' }, value: 2 })
    const years = (values: Float64Array | undefined) => [...(values ?? [])].flatMap((x, t) => (x > 0 ? [t] : []))
    expect(years(bought(oneTown))).toEqual([4])
    expect(years(bought(is))).toEqual([6])
  })

  it('never put an investment off beyond the horizon', () => {
    const { levers } = readLevers(runAlternative(oneTown, 1), { scenario: oneTown, index: 1 }, [
      { lever: 'delayInvestment', item: 'celda-2', max: 40 },
    ])
    expect(levers[0]?.max).toBe(6)
  })
})
