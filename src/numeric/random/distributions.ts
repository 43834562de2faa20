import { beta } from './beta.ts'
import { inverseNormal } from './normal.ts'

/** A distribution of an uncertain input, in its own unit. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular' | 'pert'; readonly min: number; readonly mode: number; readonly max: number }
  | { readonly kind: 'normal' | 'lognormal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'discrete'; readonly values: readonly number[]; readonly weights?: readonly number[] | undefined }

/** What makes the parameters of a distribution impossible. */
export type DistributionFault = 'not-finite' | 'order' | 'spread' | 'mean' | 'weights'

/** Why no distribution has these parameters; undefined where one has. */
export function distributionFault(of: Distribution): DistributionFault | undefined {
  const numbers = Object.values(of)
    .flat()
    .filter((x) => typeof x === 'number')
  if (numbers.some((x) => !Number.isFinite(x))) return 'not-finite'
  switch (of.kind) {
    case 'uniform':
      return of.min < of.max ? undefined : 'order'
    case 'triangular':
    case 'pert':
      return of.min <= of.mode && of.mode <= of.max && of.min < of.max ? undefined : 'order'
    case 'normal':
      return of.sd > 0 ? undefined : 'spread'
    case 'lognormal':
      if (of.mean <= 0) return 'mean'
      return of.sd > 0 ? undefined : 'spread'
    case 'discrete':
      return weightsFault(of.values, of.weights)
  }
}

function weightsFault(values: readonly number[], weights?: readonly number[]): DistributionFault | undefined {
  if (values.length === 0) return 'weights'
  if (weights === undefined) return undefined
  const possible = weights.length === values.length && weights.every((w) => w >= 0) && weights.some((w) => w > 0)
  return possible ? undefined : 'weights'
}

/**
 * Función cuantil: the value that a probability in (0, 1) has, so that a draw is a function of its uniforms.
 *
 * PERT is the beta of min, mode and max with shape 4; lognormal is given by its own mean and deviation; a discrete one
 * takes its values in the order given. The parameters must be possible (distributionFault).
 * Sources: Wichura, AS 241, 1988; Malcolm et al., 1959 (PERT).
 */
export function quantileOf(of: Distribution): (probability: number) => number {
  switch (of.kind) {
    case 'uniform':
      return (p) => of.min + p * (of.max - of.min)
    case 'triangular':
      return triangular(of.min, of.mode, of.max)
    case 'pert': {
      const range = of.max - of.min
      const { quantile } = beta(1 + (4 * (of.mode - of.min)) / range, 1 + (4 * (of.max - of.mode)) / range)
      return (p) => of.min + range * quantile(p)
    }
    case 'normal':
      return (p) => of.mean + of.sd * inverseNormal(p)
    case 'lognormal': {
      const variance = Math.log1p((of.sd / of.mean) ** 2)
      const [mu, sigma] = [Math.log(of.mean) - variance / 2, Math.sqrt(variance)]
      return (p) => Math.exp(mu + sigma * inverseNormal(p))
    }
    case 'discrete':
      return discrete(of.values, of.weights ?? of.values.map(() => 1))
  }
}

function triangular(min: number, mode: number, max: number): (p: number) => number {
  const range = max - min
  const turn = (mode - min) / range
  return (p) => (p < turn ? min + Math.sqrt(p * range * (mode - min)) : max - Math.sqrt((1 - p) * range * (max - mode)))
}

function discrete(values: readonly number[], weights: readonly number[]): (p: number) => number {
  const total = weights.reduce((a, b) => a + b, 0)
  const possible = values.map((value, i) => ({ value, weight: weights[i] as number })).filter((x) => x.weight > 0)
  return (p) => {
    let left = p * total
    for (const { value, weight } of possible) {
      if (left < weight) return value
      left -= weight
    }
    return possible.at(-1)?.value as number
  }
}
