const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** Logarithm of Γ(x), x ≥ 0.5. Source: Lanczos, 1964, g = 7. */
export function logGamma(x: number): number {
  const t = x + 6.5
  const series = lanczos.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x - 1 + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series)
}

const tiny = 1e-300
const mostTerms = 300

/** The continued fraction of the incomplete beta, by Lentz. */
function fraction(a: number, b: number, x: number): number {
  const guard = (y: number): number => (Math.abs(y) < tiny ? tiny : y)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= mostTerms; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return value
}

/** A beta distribution with both shapes ≥ 1, as PERT has. */
export interface Beta {
  readonly below: (x: number) => number
  readonly quantile: (probability: number) => number
}

/**
 * Distribución beta con formas a y b ≥ 1: probability below x in [0, 1], and its inverse to 1e-14 by guarded Newton.
 *
 * Source: Press et al., «Numerical Recipes», incomplete beta function.
 */
export function beta(a: number, b: number): Beta {
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b)
  const below = (x: number): number => {
    if (x <= 0) return 0
    if (x >= 1) return 1
    const front = Math.exp(scale + a * Math.log(x) + b * Math.log1p(-x))
    return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b
  }
  const density = (x: number): number => Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x))
  const quantile = (probability: number): number => {
    let [low, high, x] = [0, 1, a / (a + b)]
    for (let turn = 0; turn < 100; turn += 1) {
      const gap = below(x) - probability
      if (gap > 0) high = x
      else low = x
      const step = gap / density(x)
      const next = x - step
      const kept = next > low && next < high ? next : (low + high) / 2
      if (Math.abs(kept - x) <= 1e-14 * x) return kept
      x = kept
    }
    return x
  }
  return { below, quantile }
}
