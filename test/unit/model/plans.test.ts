import { describe, expect, test } from 'vitest'
import declining from '../../../scenarios/declining.json' with { type: 'json' }
import regional from '../../../scenarios/regional.json' with { type: 'json' }
import smallTown from '../../../scenarios/small-town.json' with { type: 'json' }
import { evaluate } from '../../../src/study/evaluate.ts'
import type { AlternativeResult, Result } from '../../../src/study/result.ts'
import { scenarioOf } from '../scenario/minimal.ts'

const plans = { regional, smallTown, declining }
const results = new Map<string, Result>()
const resultOf = (name: keyof typeof plans): Result => {
  const known = results.get(name) ?? evaluate(scenarioOf(plans[name]))
  results.set(name, known)
  return known
}
const alternativesOf = (name: keyof typeof plans) => resultOf(name).variants[0]!.alternatives
const failed = ({ viability }: AlternativeResult) => viability.filter((t) => t.passed === false).map(({ id }) => id)

describe('the plans that come with the simulator', () => {
  test.each(['regional', 'smallTown', 'declining'] as const)(
    '%s holds every check and has one way that is viable',
    (name) => {
      for (const { id, checks } of alternativesOf(name)) expect(checks.ok, id).toBe(true)
      expect(resultOf(name).variants[0]!.ranking.order[0]?.alternative).toBe(
        { regional: 'conjunta', smallTown: 'relleno-manual', declining: 'ajustar' }[name],
      )
      expect(alternativesOf(name).some(({ viable }) => viable)).toBe(true)
      expect(
        alternativesOf(name)
          .flatMap((a) => a.warnings)
          .map(({ code }) => code),
      ).not.toContain('population-base-year')
    },
  )

  test('the region: the landfill of today fills, and together costs less than each alone', () => {
    const [today, apart, together] = alternativesOf('regional')
    expect(failed(today!)).toEqual(['landfill'])
    expect(today?.figures.landfillEndYear).toBe(2034)
    expect(today?.figures.nextSiteStartYear).toBe(2030)
    for (const figure of ['pvCosts', 'averageTariff', 'requiredArea', 'landfillEmissionsTotal'])
      expect(together?.figures[figure], figure).toBeLessThan(apart?.figures[figure] as number)
    expect(together?.lines.reincorporated?.rows.some(({ at }) => at.municipality === 'san-pedro')).toBe(true)
  })

  test('the small town: going on with the dump fails only for its tonnes there', () => {
    const [today, manual, far] = alternativesOf('smallTown')
    expect(failed(today!)).toEqual(['licensedDisposal'])
    expect([manual?.viable, far?.viable]).toEqual([true, true])
    const dumped = manual?.lines.siteDisposal?.rows.find(({ at }) => at.site === 'botadero')
    expect(dumped?.values.every((tonnes) => tonnes === 0)).toBe(true)
  })

  test('the town that shrinks: a landfill built for growth is the worst for its cash', () => {
    const [today, own, fit] = alternativesOf('declining')
    const people = today?.lines.population?.rows.map(({ values }) => [values[0], values[15]] as const)
    for (const [now, then] of people ?? []) expect(then).toBeLessThan(now as number)
    const lowest = (a: AlternativeResult | undefined) => a?.viability.find(({ id }) => id === 'cash')?.value as number
    expect(lowest(own)).toBeLessThan(lowest(today))
    expect(fit?.viable).toBe(true)
  })
})
