import { describe, expect, test } from 'vitest'
import type { Path } from '../../../../src/scenario/path.ts'
import { expandPath } from '../../../../src/scenario/path.ts'
import { getPointer } from '../../../../src/scenario/pointer.ts'
import type { Scenario } from '../../../../src/scenario/scenario.ts'
import { runAlternative } from '../../../../src/study/run.ts'
import { readFigure } from '../../../../src/study/sensitivity/figures.ts'
import { moved } from '../../../../src/study/sensitivity/inputs.ts'
import { limitsAt } from '../../../../src/study/sensitivity/limits.ts'
import type { SensitivityAsked } from '../../../../src/study/sensitivity/tornado.ts'
import { sensitivity } from '../../../../src/study/sensitivity/tornado.ts'
import { twoPlans } from '../choice/two-plans.ts'

const plan = twoPlans()
const today: Pick<SensitivityAsked, 'alternative' | 'share'> = { alternative: 'como-hoy', share: 0.1 }

function answered(asked: SensitivityAsked, scenario: Scenario = plan) {
  const answer = sensitivity(scenario, asked)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.sensitivity
}
const codes = (asked: SensitivityAsked) => {
  const answer = sensitivity(plan, asked)
  return answer.ok ? [] : answer.problems.map((p) => `${p.pointer} ${p.code}`)
}
const single = (pointer: string) => ({ id: pointer, pointers: [pointer], label: { es: '', en: '' } })

describe('moving an input', () => {
  const years = { baseYear: plan.baseYear, length: plan.horizon.waste + 1 }
  const at = (scenario: Scenario, pointer: string) => expandPath(getPointer(scenario, pointer) as Path, years, 'hold')

  test('scales a value over time in every form it may have, in every year', () => {
    const urban = '/alternatives/1/targets/coverage/urban'
    const grown = '/alternatives/1/recovery/capture/foodAndGarden'
    const listed = '/alternatives/1/recovery/prices/compost'
    for (const pointer of [urban, grown, listed, '/economy/inflation']) {
      const { scenario, limited } = moved(plan, single(pointer), { share: -0.2 })
      expect(limited).toBe(false)
      const [before, after] = [at(plan, pointer), at(scenario, pointer)]
      for (const [t, x] of before.entries()) expect(after[t]).toBeCloseTo(x * 0.8, 10)
    }
  })

  test('a share stays a share in every year, also where it grows', () => {
    const grown = '/alternatives/1/recovery/capture/foodAndGarden'
    const { scenario, limited } = moved(plan, single(grown), { share: 1 })
    const after = at(scenario, grown)
    expect(limited).toBe(true)
    expect(after[0]).toBeCloseTo(0.3, 12)
    expect(Math.max(...after)).toBe(1)
  })

  test('sums by year and investments move whole; whole numbers stay whole', () => {
    const grant = moved(plan, single('/alternatives/1/grants/0/amounts'), { share: 0.5 }).scenario
    expect(grant.alternatives[1]?.grants[0]?.amounts).toEqual({ '2025': 450000000 })
    const works = moved(plan, single('/alternatives/1/projects/1/costs/0/amount'), { share: 0.5 }).scenario
    expect(getPointer(works, '/alternatives/1/projects/1/costs/0/amount')).toEqual({ year: 2025, amount: 450000000 })
    const life = moved(plan, single('/alternatives/1/projects/1/costs/0/life'), { share: 0.1 }).scenario
    expect(getPointer(life, '/alternatives/1/projects/1/costs/0/life')).toBe(17)
    expect(getPointer(plan, '/alternatives/1/projects/1/costs/0/life')).toBe(15)
  })

  test("the limits are those of the document's own schema", () => {
    expect(limitsAt('/territory/municipalities/0/collectionEfficiency/values/3')).toEqual({
      min: 0,
      max: 1,
      whole: false,
    })
    expect(limitsAt('/alternatives/0/loans/0/term').whole).toBe(true)
  })
})

describe('the tornado', () => {
  test('each result is what the plan gives with that input changed, and the widest swing comes first', () => {
    const found = answered({ ...today, figure: 'planNpv' })
    const swings = found.bars.map((b) => b.swing as number)
    expect(swings).toEqual(swings.toSorted((a, b) => b - a))
    const rate = found.bars.find((b) => b.id === 'discountRate')
    const changed = { ...plan, economy: { ...plan.economy, discountRate: plan.economy.discountRate * 1.1 } }
    const read = readFigure(runAlternative(plan, 0), 'planNpv', '')
    if (!read.ok) throw new Error('planNpv')
    expect(rate?.points[1]?.result).toBe(read.figure.read(runAlternative(changed, 0)))
    expect(rate?.points[1]?.difference).toBe((rate?.points[1]?.result as number) - (found.value as number))
  })

  test('the usual inputs are those the alternative has: what the other one does is not among them', () => {
    const ids = answered({ ...today, figure: 'planNpv' }).bars.map((b) => b.id)
    expect(ids).toEqual(expect.arrayContaining(['tariff', 'unitCosts', 'collection', 'perCapita', 'factors', 'growth']))
    expect(ids).not.toContain('investments')
    const other = answered({ ...today, alternative: 'compostar', figure: 'pvCosts' }).bars.map((b) => b.id)
    expect(other).toEqual(expect.arrayContaining(['investments', 'capture', 'coverage', 'productPrices', 'grants']))
  })

  test('given values stand in place of shares', () => {
    const [bar] = answered({
      ...today,
      figure: 'planNpv',
      inputs: [{ pointer: '/economy/discountRate', values: [0.05, 0.2] }],
    }).bars
    expect(bar?.points.map((p) => p.value)).toEqual([0.05, 0.2])
    expect(bar?.points.every((p) => p.share === null && p.result !== null)).toBe(true)
  })

  test('a value that breaks a rule of the plan is told and not evaluated', () => {
    const [bar] = answered({
      ...today,
      figure: 'planNpv',
      inputs: [{ pointer: '/territory/municipalities/0/users/0/dwellings' }],
    }).bars
    expect(bar?.points[0]?.result).toBeNull()
    expect(bar?.points[0]?.because?.es).toContain('/territory/municipalities/0/users/0')
    expect(bar?.points[1]?.result).not.toBeNull()
  })
})

describe('the break-even value', () => {
  test('put into the plan, makes the figure zero', () => {
    const pointer = '/alternatives/0/projects/0/costs/0/unit'
    const [bar] = answered({
      ...today,
      figure: 'planNpv',
      inputs: [{ pointer }],
      breakEven: { target: 0, reach: 1 },
    }).bars
    const value = bar?.breakEven?.value as number
    const scenario = moved(plan, single(pointer), { value }).scenario
    const read = readFigure(runAlternative(plan, 0), 'planNpv', '')
    if (!read.ok) throw new Error('planNpv')
    expect(Math.abs(read.figure.read(runAlternative(scenario, 0)) as number)).toBeLessThan(100)
    expect(value).not.toBe(250000)
  })

  test('of a test is where it turns: failed just there, passed just before', () => {
    const pointer = '/alternatives/0/projects/0/costs/0/unit'
    const asked = { ...today, figure: 'test:planNpv', inputs: [{ pointer }], breakEven: { target: 0, reach: 1 } }
    const share = answered(asked).bars[0]?.breakEven?.share as number
    const near = (s: number) => answered({ ...asked, share: s, breakEven: undefined }).bars[0]?.points[1]?.result
    expect(near(share)).toBe(0)
    expect(near(share - 1e-6)).toBe(1)
  })

  test('is null where the figure does not reach the target', () => {
    const asked = {
      ...today,
      figure: 'coverage',
      inputs: [{ pointer: '/economy/discountRate' }],
      breakEven: { target: 0, reach: 1 },
    }
    expect(answered(asked).bars[0]?.breakEven).toBeNull()
  })
})

describe('what may be asked', () => {
  test('a line in a year, by its keys or added up, a criterion, a test', () => {
    const of = runAlternative(plan, 0)
    const value = (text: string) => {
      const read = readFigure(of, text, '')
      return read.ok ? read.figure.read(of) : read.problem.code
    }
    const one = value('billing:2030:userClass=stratum1')
    expect(one).toBeTypeOf('number')
    expect(value('billing:2030')).toBeGreaterThan(one as number)
    expect(value('coverage')).toBe(value('meanCoverage'))
    expect(value('viable')).toBe(1)
    expect(value('test:cash')).toBe(1)
    expect(value('test:debtServiceCover')).toBeNull()
  })

  test('each wrong question is its own problem with its place', () => {
    expect(codes({ ...today, figure: 'nada' })).toEqual(['/figure figure-unknown'])
    expect(codes({ ...today, figure: 'cash' })).toEqual(['/figure figure-year'])
    expect(codes({ ...today, figure: 'cash:1990' })).toEqual(['/figure figure-year'])
    expect(codes({ ...today, figure: 'cash:2030:userClass=stratum1' })).toEqual(['/figure figure-row'])
    expect(codes({ ...today, figure: 'userTariff:2030' })).toEqual(['/figure figure-keys'])
    expect(codes({ ...today, alternative: 'nadie', figure: 'planNpv' })).toEqual(['/alternative unknown-alternative'])
    const inputs = [
      { pointer: '/economy/nada' },
      { pointers: ['/economy/inflation', '/name'] },
      { pointer: 'economy' },
      {},
    ]
    expect(codes({ ...today, figure: 'planNpv', inputs })).toEqual([
      '/inputs/0/pointer pointer-missing',
      '/inputs/1/pointers/1 pointer-not-numeric',
      '/inputs/2/pointer pointer-missing',
      '/inputs/3 pointer-missing',
    ])
  })
})
