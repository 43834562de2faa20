export interface Ends {
  readonly from: number
  readonly to: number
  /** Width at which the search ends. */
  readonly tolerance: number
}

/** The two sides of a change of sign, at most the tolerance apart. */
export interface Crossing {
  /** Still on the side of `from`. */
  readonly before: number
  /** Already on the side of `to`, or exactly zero. */
  readonly after: number
}

const mostSteps = 200

/**
 * Punto en que una función cambia de signo, sea continua o dé un salto.
 *
 * The function must not have the same sign at both ends; a jump is found as well as a root. Errors: RangeError where
 * the ends have the same sign or a value is not a number.
 * Source: Chandrupatla, 1997 (bisection mixed with inverse quadratic interpolation).
 *
 * @example crossing((x) => x * x - 2, { from: 0, to: 2, tolerance: 1e-9 }).after.toFixed(6) // '1.414214'
 */
export function crossing(f: (x: number) => number, { from, to, tolerance }: Ends): Crossing {
  const start = f(from)
  let [x1, f1, x2, f2] = [to, f(to), from, start]
  let [x3, f3] = [x2, f2]
  if (!(start * f1 <= 0)) throw new RangeError('the ends have the same sign')
  if (start === 0) return { before: from, after: from }
  let t = 0.5
  for (let step = 0; step < mostSteps && f1 !== 0; step += 1) {
    const width = Math.abs(x2 - x1)
    if (width <= tolerance) break
    const x = x1 + t * (x2 - x1)
    if (x === x1 || x === x2) break
    const value = f(x)
    if (Number.isNaN(value)) throw new RangeError(`no value at ${x}`)
    if (Math.sign(value) === Math.sign(f1)) [x3, f3] = [x1, f1]
    else [x3, f3, x2, f2] = [x2, f2, x1, f1]
    ;[x1, f1] = [x, value]
    const least = Math.min(0.5, tolerance / 2 / Math.abs(x2 - x1))
    t = Math.min(1 - least, Math.max(least, interpolated([x1, x2, x3], [f1, f2, f3])))
  }
  if (f1 === 0) return { before: x2, after: x1 }
  return Math.sign(f1) === Math.sign(start) ? { before: x1, after: x2 } : { before: x2, after: x1 }
}

type Three = readonly [number, number, number]

/** Where to look next, as a share of the way from the first point to the second: inverse quadratic, else the middle. */
function interpolated([x1, x2, x3]: Three, [f1, f2, f3]: Three): number {
  const xi = (x1 - x2) / (x3 - x2)
  const phi = (f1 - f2) / (f3 - f2)
  if (!(phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi)) return 0.5
  return (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + ((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * (f2 / (f3 - f2))
}
