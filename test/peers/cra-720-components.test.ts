import { describe, expect, it } from 'vitest'
import minimal from '../../scenarios/minimal.json' with { type: 'json' }
import sanPedro from '../../scenarios/san-pedro-valle.json' with { type: 'json' }
import type { Line } from '../../src/formula/entry.ts'
import { book } from '../../src/model/book.ts'
import { evaluate } from '../../src/study/evaluate.ts'
import { readPlan } from '../../src/study/read-plan.ts'
import { runAlternative, series } from '../../src/study/run.ts'

interface Entered {
  readonly inputs: object
  readonly tonnesPerMonth?: number
}

/** The first plan year's value of a component in pesos of December 2014. */
function component(id: string, { inputs, tonnesPerMonth = 0 }: Entered): number {
  const [place] = minimal.territory.municipalities
  const waste = {
    perCapita: { urban: 0, rural: 0 },
    streams: [{ id: 'c', kind: 'commercial', tonnesPerMonth, driver: 'none' }],
  }
  const tariff = {
    method: 'cra-720-2015',
    index: 'none',
    inputs: { segment: 2, billedWith: 'water', distanceKm: 0, ...inputs },
  }
  const read = readPlan({ ...minimal, territory: { municipalities: [{ ...place, waste, tariff }] } })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const line = book.byId.get(id) as Line
  const at = { municipality: place?.id as string, zone: 'urban', tariffEra: 'plan' }
  return series(runAlternative(read.scenario, 0), line, at)[1] as number
}

describe('components of CRA 720 in pesos of December 2014, from the constants as transcribed', () => {
  it.each([
    [15, 1200, 83_051.54, 113_002.34, 83_051.54],
    [50, 1200, 108_881.54, 122_732.34, 108_881.54],
    [80, 10_000, 124_653.38, 112_584.12, 112_584.12],
  ])('haul of %d km and %d t a month', (distanceKm, tonnesPerMonth, direct, transfer, least) => {
    const of = { inputs: { distanceKm }, tonnesPerMonth }
    expect(component('crtDirect', of)).toBeCloseTo(direct, 2)
    expect(component('crtTransfer', of)).toBeCloseTo(transfer, 2)
    expect(component('crt', of)).toBeCloseTo(least, 2)
  })

  it.each([
    [900, 146_081],
    [1200, 135_677.32],
    [3000, 67_156.24],
  ])('disposal of %d t a month', (landfillTonnes, cost) => {
    expect(component('cdf', { inputs: { landfillTonnes } })).toBeCloseTo(cost, 2)
  })

  it('k of post-closure is 1 for ten years and takes the logarithm only beyond', () => {
    const of = (postClosureYears: number) => component('cdfPostFactor', { inputs: { postClosureYears } })
    expect(of(10)).toBe(1)
    expect(of(11)).toBeCloseTo(0.8211 * Math.log(11) - 0.8954, 12)
    expect(of(30)).toBeCloseTo(0.8211 * Math.log(30) - 0.8954, 12)
  })

  it('the costs published as 0.8 % of the minimum wage are what the incentive adds a tonne', () => {
    for (const [wage, published] of [
      [1_300_000, 10_400],
      [1_423_500, 11_388],
      [1_750_905, 14_007.24],
    ] as const) {
      expect(wage * 0.008).toBeCloseTo(published, 6)
      expect(component('viat', { inputs: { viat: published } })).toBe(published)
    }
  })
})

it('San Pedro under cost recovery gets back what its service costs, present value for present value', () => {
  const alternatives = sanPedro.alternatives.map((a) => ({ ...a, tariff: { method: 'costRecovery' } }))
  const read = readPlan({ ...sanPedro, alternatives })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  for (const { id, checks, figures } of evaluate(read.scenario).variants[0]?.alternatives ?? []) {
    const check = checks.items.find((item) => item.id === 'costRecovery')
    expect([id, check?.ok, checks.ok]).toEqual([id, true, true])
    expect(Number(figures.levelizedVariable) + Number(figures.levelizedFixed)).toBeGreaterThan(0)
  }
})
