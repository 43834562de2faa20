import type { Random } from './pcg32.ts'

/**
 * Punto al azar del símplex: `count` shares ≥ 0 that sum 1, all such points equally likely.
 *
 * Source: Devroye, «Non-Uniform Random Variate Generation», 1986 (exponentials over their sum).
 */
export function simplexPoint(random: Random, count: number): number[] {
  const drawn = Array.from({ length: count }, () => -Math.log(1 - random.nextDouble()))
  const sum = drawn.reduce((a, b) => a + b, 0)
  return sum === 0 ? drawn.map(() => 1 / count) : drawn.map((x) => x / sum)
}
