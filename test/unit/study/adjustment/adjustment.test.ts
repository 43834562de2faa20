import { describe, expect, it } from 'vitest'
import loans from '../../../../scenarios/loans.json' with { type: 'json' }
import sanPedro from '../../../../scenarios/san-pedro-valle.json' with { type: 'json' }
import { userTariff } from '../../../../src/model/4-tariffs/billing.ts'
import { applyPatch, mergePatch } from '../../../../src/scenario/patch.ts'
import { scenarioVariants } from '../../../../src/scenario/read.ts'
import type { Scenario } from '../../../../src/scenario/scenario.ts'
import type { Adjustment } from '../../../../src/study/adjustment/adjustment.ts'
import { adjust } from '../../../../src/study/adjustment/adjustment.ts'
import type { LeverAsked } from '../../../../src/study/adjustment/levers.ts'
import { readLevers } from '../../../../src/study/adjustment/levers.ts'
import { moved } from '../../../../src/study/adjustment/trial.ts'
import { rowsOf, runAlternative } from '../../../../src/study/run.ts'
import { isViable, viabilityOf } from '../../../../src/study/viability.ts'
import type { Json } from '../plans.ts'
import { planOf } from '../plans.ts'

const withoutGrants = scenarioVariants(planOf(sanPedro)).find((v) => v.id === 'sin-aportes')?.scenario as Scenario
const dearDebt = planOf(loans)

/** The plan with three loans, something of its town changed. */
function town(change: Json): Scenario {
  const [place] = loans.territory.municipalities
  return planOf({ ...loans, territory: { municipalities: [mergePatch(place, change)] } })
}

const placeOf = (scenario: Scenario, alternative: string) =>
  scenario.alternatives.findIndex(({ id }) => id === alternative)

const viable = (scenario: Scenario, alternative: string): boolean =>
  isViable(viabilityOf(runAlternative(scenario, placeOf(scenario, alternative))))

function adjusted(scenario: Scenario, alternative: string, levers: readonly LeverAsked[]): Adjustment {
  const answer = adjust(scenario, { alternative, levers })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.adjustment
}

/** The scenario that the answer's patch makes, read again as any document. */
function patched(scenario: Scenario, { patch }: Adjustment): Scenario {
  const applied = applyPatch(scenario, patch)
  if (!applied.ok) throw new Error(applied.at)
  return planOf(applied.document)
}

/** The levers moved only a share of the way. */
function shrunk(
  scenario: Scenario,
  answer: Adjustment,
  { levers: asked, share }: { levers: readonly LeverAsked[]; share: number },
): Scenario {
  const index = placeOf(scenario, answer.alternative)
  const { levers } = readLevers(runAlternative(scenario, index), { scenario, index }, asked)
  const values = answer.levers.map((l) => l.before + l.change * share)
  return moved({ scenario, index }, levers, values)
}

/** A town whose tariff must rise for its cash but may not for its households, and the share of income they may spend. */
function squeezed(affordabilityLimit: number): Scenario {
  return { ...withoutGrants, economy: { ...withoutGrants.economy, affordabilityLimit } }
}

describe('the least change that makes an alternative viable', () => {
  const single: readonly (readonly [string, Scenario, string, LeverAsked])[] = [
    ['the tariff', withoutGrants, 'regional-plant', { lever: 'tariff' }],
    ['the tariff along a path', withoutGrants, 'regional-plant', { lever: 'tariffPath', yearlyRise: 0.06 }],
    ["the municipality's contribution", withoutGrants, 'recovery', { lever: 'municipalContribution' }],
    ['the amount of a loan', dearDebt, 'relleno-regional', { lever: 'loan' }],
    ['subsidies', town({ subsidies: { fundCoverage: 0.8 } }), 'relleno-propio', { lever: 'subsidyFactors' }],
    ['collection efficiency', town({ collectionEfficiency: 0.8 }), 'relleno-propio', { lever: 'collectionEfficiency' }],
  ]

  it.each(single)(
    'moves %s just enough: applied it is viable, a thousandth less it is not',
    (_, scenario, alternative, lever) => {
      const answer = adjusted(scenario, alternative, [lever])
      expect(answer.viable).toBe(true)
      expect(viable(patched(scenario, answer), alternative)).toBe(true)
      expect(answer.alreadyViable).toBe(false)
      expect(viable(shrunk(scenario, answer, { levers: [lever], share: 0.999 }), alternative)).toBe(false)
      expect(viable(shrunk(scenario, answer, { levers: [lever], share: 1 - 1e-6 }), alternative)).toBe(false)
    },
  )

  it('moves a term by whole years', () => {
    const answer = adjusted(dearDebt, 'relleno-regional', [{ lever: 'loanTerm' }])
    expect(answer.viable).toBe(true)
    const [move] = answer.levers
    expect(Number.isInteger(move?.after)).toBe(true)
    expect(viable(patched(dearDebt, answer), 'relleno-regional')).toBe(true)
    const oneLess = adjusted(dearDebt, 'relleno-regional', [{ lever: 'loanTerm', max: (move?.after ?? 0) - 1 }])
    expect(oneLess.viable).toBe(false)
  })

  it('puts off an investment by whole years, with the others as they are', () => {
    const answer = adjusted(dearDebt, 'relleno-regional', [
      { lever: 'delayInvestment', item: 'flota' },
      { lever: 'tariff' },
    ])
    expect(answer.viable).toBe(true)
    expect(viable(patched(dearDebt, answer), 'relleno-regional')).toBe(true)
    const alone = adjusted(dearDebt, 'relleno-regional', [{ lever: 'tariff' }])
    expect(answer.cost ?? 1).toBeLessThanOrEqual((alone.cost ?? 0) + 1e-9)
  })

  it('changes nothing where the alternative is viable already, and says so', () => {
    const answer = adjusted(planOf(sanPedro), 'status-quo', [{ lever: 'tariff' }, { lever: 'loan' }])
    expect(answer).toMatchObject({ viable: true, alreadyViable: true, cost: 0, patch: [], before: [], failing: [] })
    expect(answer.levers.map((l) => l.change)).toEqual([0, 0])
    expect(answer.message.es).toBe('La alternativa ya es viable: no hay que cambiar nada.')
  })

  it('leaves the other alternatives and the base year as they were', () => {
    const answer = adjusted(withoutGrants, 'recovery', [{ lever: 'tariff' }])
    const after = patched(withoutGrants, answer)
    const place = placeOf(after, 'recovery')
    expect(after.alternatives.filter((_, i) => i !== place)).toEqual(
      withoutGrants.alternatives.filter((_, i) => i !== place),
    )
    expect(after.territory).toEqual(withoutGrants.territory)
    const tariffs = (s: Scenario) => rowsOf(runAlternative(s, place), userTariff)
    const [was, is] = [tariffs(withoutGrants), tariffs(after)]
    const factor = answer.levers[0]?.after ?? 0
    for (const [row, { values }] of is.entries()) {
      expect(values[0]).toBeCloseTo(was[row]?.values[0] ?? 0, 9)
      for (let t = 1; t < values.length; t += 1) expect(values[t]).toBeCloseTo((was[row]?.values[t] ?? 0) * factor, 4)
    }
  })
})

describe('several levers together', () => {
  const both: readonly LeverAsked[] = [{ lever: 'tariff' }, { lever: 'municipalContribution' }]

  it('cost no more than either alone, and the answer stands at the edge', () => {
    const answer = adjusted(withoutGrants, 'pgirs-2025-2036', both)
    const alone = adjusted(withoutGrants, 'pgirs-2025-2036', [{ lever: 'tariff' }])
    expect(answer.cost ?? 1).toBeLessThan((alone.cost ?? 0) - 0.01)
    expect(answer.levers.every((l) => l.change > 0)).toBe(true)
    expect(viable(patched(withoutGrants, answer), 'pgirs-2025-2036')).toBe(true)
    expect(viable(shrunk(withoutGrants, answer, { levers: both, share: 0.999 }), 'pgirs-2025-2036')).toBe(false)
  })

  it('cannot be bettered by trading one against the other', () => {
    const answer = adjusted(withoutGrants, 'pgirs-2025-2036', both)
    const [, grant] = answer.levers
    for (const share of [0.97, 0.999, 1.001, 1.03]) {
      const fixed = (grant?.after ?? 0) * share
      const index = placeOf(withoutGrants, 'pgirs-2025-2036')
      const { levers } = readLevers(runAlternative(withoutGrants, index), { scenario: withoutGrants, index }, both)
      const given = moved({ scenario: withoutGrants, index }, levers, [1, fixed])
      const rest = adjusted(given, 'pgirs-2025-2036', [{ lever: 'tariff' }])
      const cost = (rest.cost ?? 9) + fixed / ((grant?.max ?? 1) - (grant?.min ?? 0))
      expect(cost, `with ${share} of the grant`).toBeGreaterThan((answer.cost ?? 0) - 1e-6)
    }
  })

  it('follow their weights: what weighs more moves less', () => {
    const cheapTariff = adjusted(withoutGrants, 'regional-plant', [
      { lever: 'tariff', weight: 0.01 },
      { lever: 'municipalContribution', weight: 1 },
    ])
    const cheapGrant = adjusted(withoutGrants, 'regional-plant', [
      { lever: 'tariff', weight: 1 },
      { lever: 'municipalContribution', weight: 0.01 },
    ])
    expect(cheapTariff.levers.map((l) => l.change > 0)).toEqual([true, false])
    expect(cheapGrant.levers.map((l) => l.change > 0)).toEqual([false, true])
  })
})

describe('where it cannot be done', () => {
  it('names the tests that nothing asked for mends', () => {
    const answer = adjusted(withoutGrants, 'recovery', [{ lever: 'collectionEfficiency' }])
    expect(answer).toMatchObject({ viable: false, cost: null, patch: [] })
    expect(answer.unmended).toContain('cash')
    expect(answer.failing.map((t) => t.id)).toEqual(expect.arrayContaining(answer.unmended as string[]))
    expect(answer.message.es).toMatch(
      /^Con estos límites no se logra la viabilidad\. Nada de lo que se puede mover arregla: /,
    )
  })

  it('names the tests that conflict: the tariff that mends the cash is beyond what households can pay', () => {
    const free = adjusted(withoutGrants, 'regional-plant', [{ lever: 'tariff' }])
    expect(free.viable).toBe(true)
    const limit = Math.max(
      ...viabilityOf(runAlternative(withoutGrants, 3)).map((t) => (t.id === 'affordability' ? (t.value ?? 0) : 0)),
    )
    const tight = squeezed(limit * 1.01)
    const answer = adjusted(tight, 'regional-plant', [{ lever: 'tariff' }])
    expect(answer.viable).toBe(false)
    expect(answer.conflicts.flat()).toContain('affordability')
    const wide = adjusted(squeezed(limit * 2), 'regional-plant', [{ lever: 'tariff' }])
    expect(wide.viable).toBe(true)
  })

  it('finds a stretch of viability however narrow it is', () => {
    const free = adjusted(withoutGrants, 'regional-plant', [{ lever: 'tariff' }])
    const after = patched(withoutGrants, free)
    const needed = viabilityOf(runAlternative(after, 3)).find((t) => t.id === 'affordability')?.value ?? 0
    const answer = adjusted(squeezed(needed * (1 + 1e-6)), 'regional-plant', [{ lever: 'tariff' }])
    expect(answer.viable).toBe(true)
    expect(answer.levers[0]?.after).toBeCloseTo(free.levers[0]?.after ?? 0, 5)
  })
})

describe('a question that makes no sense', () => {
  it.each<[string, string, readonly LeverAsked[], string]>([
    ['no lever', 'recovery', [], 'levers-empty'],
    ['an alternative that is not there', 'otra', [{ lever: 'tariff' }], 'unknown-alternative'],
    ['a delay without its investment', 'recovery', [{ lever: 'delayInvestment' }], 'lever-no-investment'],
    ['a delay of a running cost', 'recovery', [{ lever: 'delayInvestment', item: 'cuadrilla' }], 'lever-no-investment'],
    ['two levers on the tariff', 'recovery', [{ lever: 'tariff' }, { lever: 'tariffPath' }], 'lever-repeated'],
    ['bounds that leave out today', 'recovery', [{ lever: 'tariff', min: 1.2 }], 'lever-bounds'],
  ])('%s is told by its own problem', (_, alternative, levers, code) => {
    const answer = adjust(withoutGrants, { alternative, levers })
    expect(answer.ok ? [] : answer.problems.map((p) => p.code)).toEqual([code])
  })

  it('so many delays at once that they could not be tried are told', () => {
    const levers = ['flota', 'estudios-relleno', 'lote-relleno', 'obras-relleno', 'celda-2', 'planta-compost'].map(
      (item) => ({ lever: 'delayInvestment' as const, item }),
    )
    const answer = adjust(dearDebt, { alternative: 'relleno-propio', levers })
    expect(answer.ok ? [] : answer.problems.map((p) => p.code)).toEqual(['levers-too-many'])
  })

  it('a loan where there is none is told', () => {
    const scenario = { ...dearDebt, alternatives: dearDebt.alternatives.map((a) => ({ ...a, loans: [] })) }
    const answer = adjust(scenario, { alternative: 'relleno-regional', levers: [{ lever: 'loan' }] })
    expect(answer.ok ? [] : answer.problems.map((p) => p.code)).toEqual(['lever-no-loan'])
  })
})
