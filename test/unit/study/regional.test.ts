import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pvCosts } from '../../../src/model/7-evaluation/figures.ts'
import { completenessOf } from '../../../src/study/diagnosis/completeness.ts'
import { readPlan } from '../../../src/study/read-plan.ts'
import { inactionStudy } from '../../../src/study/regional/inaction.ts'
import { regionalStudy } from '../../../src/study/regional/regional.ts'
import { restrictedTo } from '../../../src/study/regional/restriction.ts'
import { figureOf, runAlternative } from '../../../src/study/run.ts'

const document = JSON.parse(
  readFileSync(new URL('../../../scenarios/regional.json', import.meta.url), 'utf8'),
) as unknown
const read = readPlan(document)
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const { scenario } = read
const [separate, joint] = ['por-separado', 'conjunta']

describe('a regional solution against each town alone', () => {
  const study = regionalStudy(scenario, { separate, joint })

  it('shares the whole gain, pro rata and by Shapley', () => {
    const sum = (pick: (town: (typeof study.towns)[number]) => number) => study.towns.reduce((s, t) => s + pick(t), 0)
    expect(sum((t) => t.gainShapley)).toBeCloseTo(study.gain, 2)
    expect(sum((t) => t.gainProRata)).toBeCloseTo(study.gain, 2)
  })

  it('splits the joint cost among its towns, and all of it', () => {
    const together = figureOf(
      runAlternative(
        scenario,
        scenario.alternatives.findIndex((a) => a.id === joint),
      ),
      pvCosts,
    )
    const split = study.towns.reduce((s, t) => s + t.joined.pvCosts, 0)
    expect(Math.abs(split - together)).toBeLessThan(1e-9 * together)
  })

  it('counts a town alone as the plan of that town', () => {
    const town = scenario.territory.municipalities[0]?.id as string
    const own = runAlternative(
      restrictedTo(scenario, [town]),
      scenario.alternatives.findIndex((a) => a.id === separate),
    )
    expect(study.towns[0]?.alone.pvCosts).toBe(figureOf(own, pvCosts))
  })

  it('names a town that loses once it pays the host more than it saves', () => {
    const host = scenario.territory.municipalities[0]?.id as string
    const dear = regionalStudy(scenario, { separate, joint, host, gateFee: 5_000_000 })
    expect(dear.towns.filter((t) => t.municipality !== host).every((t) => t.loses)).toBe(true)
    expect(dear.towns.reduce((s, t) => s + t.gateFee, 0)).toBeCloseTo(0, 0)
  })
})

describe('the cost of doing nothing', () => {
  it('is proportional to the price of the haul, and sorts every uncollected tonne', () => {
    const question = { statusQuo: 'status-quo', emergencyHaul: 100_000, fates: { burned: 0.5, dumped: 0.3 } }
    const once = inactionStudy(scenario, question)
    const twice = inactionStudy(scenario, { ...question, emergencyHaul: 200_000 })
    expect(twice.haulCost).toBeCloseTo(2 * once.haulCost, 0)
    const { burned, dumped, unknown } = once.uncollected
    expect((burned as number) / ((burned as number) + (dumped as number) + (unknown as number))).toBeCloseTo(0.5, 12)
    expect(once.alternatives.find((a) => a.id === 'status-quo')?.co2eAvoided).toBe(0)
  })
})

describe('completeness by numeral', () => {
  it('is missing where the document is silent, and says where to write', () => {
    const found = completenessOf({ territory: { municipalities: [{ censuses: [{ year: 2005 }], climate: {} }] } })
    expect(found.find((n) => n.numeral === '6.1')?.status).toBe('computed')
    expect(found.find((n) => n.numeral === '5.1.1')?.missing).toContain(
      '/territory/municipalities/0/climate/temperatureC',
    )
    expect(found.find((n) => n.numeral === '12')?.status).toBe('missing')
    expect(found.find((n) => n.numeral === '5.1.2')?.status).toBe('notApplicable')
  })
})
