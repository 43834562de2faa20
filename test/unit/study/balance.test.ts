import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyPatch } from '../../../src/scenario/patch.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import { runAlternative } from '../../../src/study/run.ts'
import type { BalanceOptions, BalanceYear } from '../../../src/study/tariffs/balance-solver.ts'
import { solveBalance } from '../../../src/study/tariffs/balance-solver.ts'
import { balanceStudy } from '../../../src/study/tariffs/balance-study.ts'
import { changed, planOf, region, townId } from './plans.ts'

const town = (subsidies: object, more: object = {}) => changed({ town: { subsidies, ...more } })
const solved = (document: unknown, options: Omit<BalanceOptions, 'municipality'> = {}): BalanceYear[] =>
  solveBalance(runAlternative(planOf(document), 0), { municipality: townId, ...options })
const factorIn = (year: BalanceYear | undefined, userClass: string): number =>
  year?.factors.find((f) => f.userClass === userClass)?.factor ?? Number.NaN
const lineOf = (scenario: Scenario, id: string, at: Record<string, string> = {}): (number | null)[] =>
  evaluate(scenario).variants[0]!.alternatives[0]!.lines[id]!.rows.find((row) =>
    Object.entries(at).every(([dimension, member]) => row.at[dimension] === member),
  )!.values

describe('a year whose plan closes', () => {
  test('stays as it is where the fund pays the whole deficit', () => {
    for (const year of solved(town({}))) {
      expect(year).toMatchObject({ feasible: true, changed: false, unfunded: 0, blockedBy: [] })
      expect(year.factors.every(({ plan, factor }) => plan === factor)).toBe(true)
      expect(year.contributions + year.fundTransfer).toBeCloseTo(year.subsidies, 2)
    }
  })

  test('pays its surplus to the fund', () => {
    const [first] = solved(town({ factors: { stratum1: 0, stratum2: 0 } }))
    expect(first).toMatchObject({ feasible: true, subsidies: 0, fundTransfer: 0 })
    expect(first?.surplus).toBeCloseTo(first?.contributions ?? 0, 2)
  })
})

describe('a factor outside the law', () => {
  test('goes to its nearest legal value before anything else', () => {
    const [first] = solved(town({ factors: { stratum1: -0.9, stratum2: 0.2, smallCommercial: 0.1 } }), {
      fundLimit: 1e12,
    })
    expect([factorIn(first, 'stratum1'), factorIn(first, 'stratum2'), factorIn(first, 'smallCommercial')]).toEqual([
      -0.7, 0, 0.5,
    ])
  })

  test('keeps to the limits of its own date: to 2010 nobody contributes more than 20 %', () => {
    const document = {
      ...(town({ factors: { stratum1: -0.6 } }) as object),
      baseYear: 2008,
      norm: 'resolution-1045-2003',
    }
    const years = solved(document, { fundLimit: 0 })
    const of = (year: number) => years.find((y) => y.year === year)
    expect(factorIn(of(2009), 'smallCommercial')).toBe(0.2)
    expect(factorIn(of(2009), 'stratum1')).toBeGreaterThanOrEqual(-0.5)
    expect(factorIn(of(2011), 'smallCommercial')).toBeGreaterThanOrEqual(0.5)
  })
})

describe('a deficit beyond the fund', () => {
  const lacking = town({ fundCoverage: 0 })

  test('is closed by contributions alone where no maximum stops them', () => {
    for (const year of solved(lacking)) {
      expect(factorIn(year, 'stratum1')).toBe(-0.4)
      expect(factorIn(year, 'smallCommercial')).toBeGreaterThan(0.5)
      expect(Math.abs(year.contributions - year.subsidies)).toBeLessThan(1)
    }
  })

  test('lowers subsidies only when contributions are at their maximum', () => {
    const [first] = solved(lacking, { maximumContribution: 0.6 })
    expect(factorIn(first, 'smallCommercial')).toBe(0.6)
    expect(factorIn(first, 'stratum1')).toBeGreaterThan(-0.4)
    expect(Math.abs((first?.contributions ?? 0) - (first?.subsidies ?? 0))).toBeLessThan(1)
  })

  test('takes from the fund first, up to its limit of the year', () => {
    const fundLimit = { values: [1e6, 2e6], from: 2025 }
    const years = solved(lacking, { fundLimit })
    expect(years.slice(0, 3).map((y) => Math.round(y.fundTransfer))).toEqual([1e6, 2e6, 0])
  })

  test('names the limits that keep the year from closing', () => {
    const [first] = solved(lacking, { maximumContribution: 0.5, minimumSubsidy: { stratum1: 0.35, stratum2: 0.2 } })
    expect(first?.feasible).toBe(false)
    expect(first?.blockedBy.map(({ limit, value, userClass }) => [limit, value, userClass])).toEqual([
      ['fundLimit', 0, null],
      ['maximumContribution', 0.5, null],
      ['minimumSubsidy', 0.35, 'stratum1'],
      ['minimumSubsidy', 0.2, 'stratum2'],
    ])
    expect(first?.unfunded).toBeCloseTo((first?.subsidies ?? 0) - (first?.contributions ?? 0), 3)
  })

  test('names the law where it is the law that stops contributions', () => {
    const document = { ...(lacking as object), baseYear: 2008, norm: 'resolution-1045-2003' }
    const [first] = solved(document, { minimumSubsidy: { stratum1: 0.4, stratum2: 0.2 } })
    expect(first?.blockedBy[1]).toMatchObject({
      limit: 'legalMaximum',
      value: 0.2,
      article: 'Ley 142 de 1994, art. 89',
    })
  })
})

interface Point {
  readonly strata: number
  readonly contributors: number
}

/** Every way of closing the year on a grid of factors that changes less than what was solved; none may exist. */
function betterOnGrid(year: BalanceYear, worth: (userClass: string) => number, maximum: number): Point[] {
  const [one, two, shop] = ['stratum1', 'stratum2', 'smallCommercial'].map(
    (c) => year.factors.find((f) => f.userClass === c)!,
  )
  const costOf = (a: number, b: number, c: number): Point => ({
    strata: one!.users * (a - one!.plan) ** 2 + two!.users * (b - two!.plan) ** 2,
    contributors: shop!.users * (c - shop!.plan) ** 2,
  })
  const own = costOf(one!.factor, two!.factor, shop!.factor)
  const steps = Array.from({ length: 41 }, (_, i) => i / 40)
  const better: Point[] = []
  for (const a of steps) {
    for (const b of steps) {
      for (const c of steps) {
        const [x, y, z] = [one!.plan * (1 - a), two!.plan * (1 - b), shop!.plan + (maximum - shop!.plan) * c]
        if (-worth('stratum1') * x - worth('stratum2') * y - worth('smallCommercial') * z > year.fundLimit) continue
        const cost = costOf(x, y, z)
        const less = cost.strata < own.strata - 1e-9
        const same = Math.abs(cost.strata - own.strata) <= 1e-9
        if (less || (same && cost.contributors < own.contributors - 1e-9)) better.push(cost)
      }
    }
  }
  return better
}

test('no grid of factors closes a year with a smaller change', () => {
  const share = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(share(-0.7, -0.1), share(-0.4, -0.05), share(0, 1), share(0.5, 2), (s1, s2, coverage, maximum) => {
      const factors = { stratum1: s1, stratum2: s2, smallCommercial: 0.5 }
      const scenario = planOf(town({ factors, fundCoverage: coverage }))
      const [year] = solveBalance(runAlternative(scenario, 0), { municipality: townId, maximumContribution: maximum })
      const { rows } = evaluate(scenario).variants[0]!.alternatives[0]!.lines.tariffEntitlement!
      const worth = new Map(rows.map(({ at, values }) => [at.userClass, values[1] as number]))
      expect(year?.feasible).toBe(true)
      expect(betterOnGrid(year!, (userClass) => worth.get(userClass) as number, maximum)).toEqual([])
    }),
    { numRuns: 6 },
  )
}, 60_000)

describe('the patch', () => {
  const studyOf = (document: unknown, options: object = {}) => {
    const scenario = planOf(document)
    const municipalities = scenario.territory.municipalities.map(({ id }) => id)
    const study = balanceStudy(scenario, { alternative: 0, municipalities, year: scenario.baseYear + 1, ...options })
    const patched = applyPatch(scenario, [...study.patch])
    if (!patched.ok) throw new Error(patched.at)
    return { study, before: scenario, after: planOf(patched.document) }
  }
  const viable = (scenario: Scenario, id: string) =>
    evaluate(scenario).variants[0]!.alternatives[0]!.viability.find((t) => t.id === id)?.passed

  test('evaluates with no unfunded subsidy and every factor legal', () => {
    const { study, after } = studyOf(town({ factors: { stratum1: -0.9 }, fundCoverage: 0.3, transferDelayMonths: 2 }))
    expect(study.evaluated).toEqual({ unfundedSubsidy: 0, legalLimits: true })
    expect([viable(after, 'subsidyFunding'), viable(after, 'legalLimits')]).toEqual([true, true])
    const years = study.municipalities[0]!.years
    const balance = lineOf(after, 'subsidyBalance')
    years.forEach((year, i) => {
      expect(Math.abs((balance[i + 1] as number) - (year.contributions - year.subsidies))).toBeLessThan(1)
    })
    expect(after.alternatives[0]?.subsidies?.transferDelayMonths).toBe(2)
  })

  test('leaves the base year as it was measured', () => {
    const { before, after } = studyOf(town({ factors: { stratum1: -0.9 }, fundCoverage: 0 }))
    expect(lineOf(after, 'subsidy', { userClass: 'stratum1' })[0]).toBe(
      lineOf(before, 'subsidy', { userClass: 'stratum1' })[0],
    )
  })

  test('keeps a shortfall where the limits leave one', () => {
    const { study, after } = studyOf(town({ fundCoverage: 0.5 }), {
      maximumContribution: 0.5,
      minimumSubsidy: { stratum1: 0.4, stratum2: 0.2 },
      fundLimit: 1e6,
    })
    const years = study.municipalities[0]!.years
    const unfunded = lineOf(after, 'unfundedSubsidy')
    expect(study.municipalities[0]!.infeasibleYears).toHaveLength(years.length)
    years.forEach((year, i) => void expect(Math.abs((unfunded[i + 1] as number) - year.unfunded)).toBeLessThan(1))
  })

  test.each([
    ['the towns’ own factors', {}],
    ['factors of the alternative for all', { subsidies: { factors: { stratum1: -0.65 }, fundCoverage: 0.2 } }],
  ])('of a plan of two towns with %s closes both and keeps their base year', (_, alternative) => {
    const { study, before, after } = studyOf(region(alternative), { maximumContribution: 0.5 })
    expect(study.evaluated).toEqual({ unfundedSubsidy: 0, legalLimits: true })
    for (const municipality of [townId, 'otro']) {
      const at = { municipality, userClass: 'stratum1' }
      expect(lineOf(after, 'subsidy', at)[0]).toBe(lineOf(before, 'subsidy', at)[0])
    }
  })

  test('for one of two towns keeps the factors of the other', () => {
    const { before, after } = studyOf(region({ subsidies: { factors: { stratum1: -0.65 }, fundCoverage: 0 } }), {
      municipalities: ['otro'],
    })
    const at = { municipality: townId, userClass: 'stratum1' }
    expect(lineOf(after, 'subsidy', at)).toEqual(lineOf(before, 'subsidy', at))
    expect(lineOf(after, 'unfundedSubsidy', { municipality: 'otro' }).every((u) => (u ?? 1) < 1)).toBe(true)
  })
})
