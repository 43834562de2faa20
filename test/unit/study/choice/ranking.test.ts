import { describe, expect, test } from 'vitest'
import type { Criterion } from '../../../../src/scenario/document/ranking.ts'
import { criteria, rankingSchema } from '../../../../src/scenario/document/ranking.ts'
import type { Contender } from '../../../../src/study/ranking.ts'
import { rank, weightsOf } from '../../../../src/study/ranking.ts'

const wish = rankingSchema.parse({})
const strict = rankingSchema.parse({ thresholds: Object.fromEntries(criteria.map((c) => [c, 0])) })

function contender(
  id: string,
  values: Partial<Record<Criterion, number | null>>,
  rest: Partial<Contender> = {},
): Contender {
  const all = Object.fromEntries(criteria.map((c) => [c, c in values ? values[c] : 1])) as Contender['criteria']
  return { id, viable: true, setAside: [], ...rest, criteria: all }
}
const ids = (order: readonly { alternative: string }[]) => order.map((o) => o.alternative)

describe('the lexicographic order', () => {
  test('a missing criterion is the worst of all that are ranked, not only of the viable ones', () => {
    const ranking = rank(
      [
        contender('unknown', { coverage: null, continuity: 0.9 }),
        contender('known', { coverage: 0.8, continuity: 0.5 }),
        contender('poor', { coverage: 0.2 }, { viable: false }),
      ],
      { ...wish, method: 'lexicographic' },
    )
    expect(ids(ranking.order)).toEqual(['known', 'unknown', 'poor'])
    expect(ranking.order.map((o) => o.decidedBy)).toEqual(['coverage', 'viability', null])
  })

  test('values that differ only by rounding do not decide a place, even without thresholds', () => {
    const ranking = rank(
      [contender('a', { continuity: 0.1 + 0.2, pvCosts: 9 }), contender('b', { continuity: 0.3, pvCosts: 5 })],
      { ...strict, method: 'lexicographic' },
    )
    expect(ids(ranking.order)).toEqual(['b', 'a'])
    expect(ranking.order[0]?.decidedBy).toBe('pvCosts')
  })
})

describe('the score', () => {
  test('is the mean of the weighted benefits and the weighted costs, by hand', () => {
    const a = contender('a', { coverage: 1, employment: 0, pvCosts: 10 })
    const b = contender('b', { coverage: 0, employment: 5, pvCosts: 20 })
    const weights = weightsOf(wish)
    const at = (criterion: Criterion) => weights[criteria.indexOf(criterion)] as number
    const scores = rank([a, b], wish).order.map((o) => o.score)
    expect(scores[0]).toBeCloseTo(1 - at('employment'), 12)
    expect(scores[1]).toBeCloseTo(1 - at('coverage') - at('pvCosts'), 12)
    expect(weights.slice(0, 6).reduce((x, y) => x + y)).toBeCloseTo(0.5, 12)
    expect(at('coverage')).toBeCloseTo((1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5 + 1 / 6) / 12, 12)
  })

  test('what is not viable ranks below and stays in the scaling; what is set aside leaves both', () => {
    const good = contender('good', { coverage: 0.5 })
    const best = contender('best', { coverage: 1 }, { viable: false })
    const out = contender('out', { coverage: 100 }, { setAside: ['goals'] })
    const ranking = rank([best, good, contender('worst', { coverage: 0 }), out], wish)
    expect(ids(ranking.order)).toEqual(['good', 'worst', 'best'])
    const coverage = weightsOf(wish)[0] as number
    expect(ranking.order[0]?.score).toBeCloseTo(1 - coverage / 2, 12)
    expect(ranking.setAside).toEqual([{ alternative: 'out', reasons: ['goals'] }])
    expect(ranking.pareto).not.toContain('out')
  })
})

describe('each place says why', () => {
  const a = contender('a', { coverage: 0.9, pvCosts: 12e6 }, { name: 'Ampliar' })
  const b = contender('b', { coverage: 0.8, pvCosts: 10e6 }, { name: 'Seguir' })

  test('which criterion decided and by how much, in Spanish and in English', () => {
    expect(rank([a, b], wish).order[0]?.because.replaceAll('\u00a0', ' ')).toBe(
      '«Ampliar» queda antes que «Seguir» por 6,9 puntos (86,5 de 100); lo que más pesa a su favor es cobertura: 90,0 % frente a 80,0 %.',
    )
    expect(rank([a, b], { ...wish, method: 'lexicographic' }, 'en').order[0]?.because).toBe(
      '"Ampliar" comes before "Seguir"; coverage decides: 90.0%, and 80.0% the next one.',
    )
  })

  test('viability, ties and the last place have sentences of their own', () => {
    const sick = contender('c', { coverage: 1 }, { name: 'Soñar', viable: false })
    const said = rank([a, { ...a, id: 'd', name: 'Igual' }, sick], wish).order.map((o) => o.because)
    expect(said).toEqual([
      '«Ampliar» y «Igual» empatan; quedan en el orden del documento.',
      '«Igual» queda antes que «Soñar» porque es viable y la otra no.',
      '«Soñar» queda de última.',
    ])
  })

  test('whether the three methods put the same one first', () => {
    expect(rank([a, contender('b', { coverage: 0.8, pvCosts: 12e6 })], wish).sameWinner).toBe(true)
    const cheap = contender('cheap', { coverage: 0.85, pvCosts: 1e6, costCoverage: 2, averageTariff: 0.1 })
    const broad = contender('broad', { coverage: 0.95, pvCosts: 10e6 })
    const mixed = rank([cheap, broad], wish)
    expect(mixed.methods.lexicographic?.[0]?.alternative).toBe('broad')
    expect(mixed.methods.topsis?.[0]?.alternative).toBe('cheap')
    expect(mixed.sameWinner).toBe(false)
  })
})
