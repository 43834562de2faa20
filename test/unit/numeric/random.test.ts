import { describe, expect, test } from 'vitest'
import { beta, logGamma } from '../../../src/numeric/random/beta.ts'
import type { Distribution } from '../../../src/numeric/random/distributions.ts'
import { distributionFault, quantileOf } from '../../../src/numeric/random/distributions.ts'
import { inverseNormal, normalBelow } from '../../../src/numeric/random/normal.ts'
import { sampleQuantile, shareError } from '../../../src/numeric/random/quantile.ts'
import { copulaOf, correlated, triangleOf } from '../../../src/numeric/random/rank-correlation.ts'
import { drawStream, splitMix64 } from '../../../src/numeric/random/streams.ts'

const near = (a: number, b: number, relative: number) => expect(Math.abs(a / b - 1)).toBeLessThan(relative)

describe('streams', () => {
  test('SplitMix64 gives the numbers published for the seed 1234567', () => {
    const published = [6457827717110365317n, 3203168211198807973n, 9817491932198370423n, 4593380528125082431n]
    expect([0, 1, 2, 3].map((n) => splitMix64(1234567, n))).toEqual(published)
  })

  test('a draw has a stream of its own, the same whenever it is asked for', () => {
    const first = (seed: number, index: number) => drawStream(seed, index).nextDouble()
    expect(first(1, 7)).toBe(first(1, 7))
    expect(new Set(Array.from({ length: 1000 }, (_, i) => first(1, i))).size).toBe(1000)
    expect(first(1, 7)).not.toBe(first(2, 7))
  })

  test('the first numbers of neighbouring draws do not correlate', () => {
    const firsts = Array.from({ length: 20_000 }, (_, i) => drawStream(1, i).nextDouble() - 0.5)
    const lagged = firsts.slice(1).reduce((sum, x, i) => sum + x * (firsts[i] as number), 0) / firsts.length
    expect(Math.abs(lagged * 12)).toBeLessThan(4 / Math.sqrt(firsts.length))
  })
})

/** Computed with SciPy 1.17. */
const scipy = {
  normal: [
    [1e-10, -6.361340902404056],
    [0.001, -3.090232306167813],
    [0.025, -1.9599639845400545],
    [0.3, -0.5244005127080409],
    [0.9, 1.2815515655446004],
    [0.999999, 4.753424308817087],
  ],
  below: [
    [-8, 6.22096057427174e-16],
    [-3, 0.0013498980316300933],
    [-0.5, 0.3085375387259869],
    [1.2, 0.8849303297782918],
    [4, 0.9999683287581669],
  ],
  beta: [
    [0.001, 0.02473551193595062],
    [0.2, 0.24434338964826977],
    [0.5, 0.40684494089319373],
    [0.99, 0.8419942223937258],
  ],
  betaBelow: [
    [0.1, 0.028575668042355416],
    [0.5, 0.6697652726313549],
    [0.9, 0.9978262271572729],
  ],
  lognormal: [
    [0.05, 1.54753758812456],
    [0.5, 1.977872705736595],
    [0.95, 2.527874263034008],
  ],
} as const

describe('distributions', () => {
  test('the normal and its inverse agree with SciPy', () => {
    for (const [p, z] of scipy.normal) near(inverseNormal(p), z, 1e-9)
    for (const [z, p] of scipy.below) near(normalBelow(z), p, 1e-12)
    for (let p = 1e-6; p < 1; p += 0.00137) near(normalBelow(inverseNormal(p)), p, 1e-12)
  })

  test('the beta, its inverse and the gamma agree with SciPy', () => {
    near(logGamma(5), Math.log(24), 1e-14)
    const { quantile, below } = beta(2.5, 3.5)
    for (const [p, x] of scipy.beta) near(quantile(p), x, 1e-11)
    for (const [x, p] of scipy.betaBelow) near(below(x), p, 1e-12)
    near(beta(1, 5).quantile(0.001), 1 - 0.999 ** (1 / 5), 1e-10)
  })

  test('PERT is the beta of shape 4, triangular and lognormal are as SciPy has them', () => {
    near(quantileOf({ kind: 'pert', min: 0, mode: 0.5, max: 1 })(0.5), 0.5, 1e-12)
    const triangular = quantileOf({ kind: 'triangular', min: 1, mode: 2, max: 5 })
    for (const [p, x] of [
      [0.1, 1.63245553],
      [0.5, 2.55051026],
      [0.9, 3.90455488],
    ] as const)
      near(triangular(p), x, 1e-8)
    const lognormal = quantileOf({ kind: 'lognormal', mean: 2, sd: 0.3 })
    for (const [p, x] of scipy.lognormal) near(lognormal(p), x, 1e-9)
  })

  test('a discrete distribution gives each value in the share of its weight, and never one without weight', () => {
    const of = quantileOf({ kind: 'discrete', values: [5, 7, 9], weights: [1, 0, 3] })
    expect([0.001, 0.249, 0.251, 0.999].map(of)).toEqual([5, 5, 9, 9])
  })

  const possible: Distribution[] = [
    { kind: 'uniform', min: -1, max: 3 },
    { kind: 'triangular', min: 0, mode: 0, max: 2 },
    { kind: 'pert', min: 0.9, mode: 1, max: 1.25 },
    { kind: 'normal', mean: 10, sd: 2 },
    { kind: 'lognormal', mean: 1, sd: 0.2 },
    { kind: 'discrete', values: [1, 2] },
  ]

  test('every quantile function rises with its probability and gives its mean over many draws', () => {
    const means = [1, 2 / 3, (0.9 + 4 + 1.25) / 6, 10, 1, 1.5]
    possible.forEach((distribution, k) => {
      expect(distributionFault(distribution)).toBeUndefined()
      const of = quantileOf(distribution)
      const values = Array.from({ length: 4000 }, (_, i) => of((i + 0.5) / 4000))
      expect(values).toEqual(values.toSorted((a, b) => a - b))
      const mean = values.reduce((a, b) => a + b, 0) / values.length
      expect(Math.abs(mean - (means[k] as number))).toBeLessThan(0.002)
    })
  })

  test('parameters that no distribution has are told apart', () => {
    const faults = [
      { kind: 'uniform', min: 1, max: 1 },
      { kind: 'triangular', min: 0, mode: 3, max: 2 },
      { kind: 'pert', min: 0, mode: Number.NaN, max: 2 },
      { kind: 'normal', mean: 0, sd: -1 },
      { kind: 'lognormal', mean: 0, sd: 1 },
      { kind: 'discrete', values: [] },
      { kind: 'discrete', values: [1, 2], weights: [1] },
      { kind: 'discrete', values: [1, 2], weights: [0, 0] },
    ] satisfies Distribution[]
    const told = ['order', 'order', 'not-finite', 'spread', 'mean', 'weights', 'weights', 'weights']
    expect(faults.map(distributionFault)).toEqual(told)
  })
})

describe('rank correlation', () => {
  test('a contradictory matrix is refused, a semidefinite one is not', () => {
    const contradictory = [
      [1, 0.9, -0.9],
      [0.9, 1, 0.9],
      [-0.9, 0.9, 1],
    ]
    expect(copulaOf(contradictory)).toBeUndefined()
    const together = [
      [1, 1, 0.5],
      [1, 1, 0.5],
      [0.5, 0.5, 1],
    ]
    expect(triangleOf(together)).toBeDefined()
    expect(
      triangleOf([
        [1, 1, 0.5],
        [1, 1, 0.1],
        [0.5, 0.1, 1],
      ]),
    ).toBeUndefined()
  })

  test('draws have the rank correlation that was asked for', () => {
    const copula = copulaOf([
      [1, 0.7],
      [0.7, 1],
    ]) as number[][]
    const pairs = Array.from({ length: 20_000 }, (_, i) => {
      const random = drawStream(3, i)
      return correlated(copula, [random.nextDouble(), random.nextDouble()])
    })
    // uniforms are their own ranks
    const covariance = pairs.reduce((sum, [a = 0, b = 0]) => sum + (a - 0.5) * (b - 0.5), 0) / pairs.length
    expect(Math.abs(covariance * 12 - 0.7)).toBeLessThan(0.02)
    expect(pairs.every((pair) => pair.every((u) => u > 0 && u < 1))).toBe(true)
  })
})

test('sample quantiles are those of NumPy, and a share has its binomial error', () => {
  const sorted = [1, 1, 2, 3, 4, 5, 6, 9]
  expect([0.05, 0.25, 0.5, 0.75, 0.95].map((p) => sampleQuantile(sorted, p))).toEqual(
    [1, 1.75, 3.5, 5.25, 7.95].map((x) => expect.closeTo(x, 12)),
  )
  expect(sampleQuantile([], 0.5)).toBeNaN()
  expect(shareError(0.5, 100)).toBeCloseTo(0.05, 15)
})
