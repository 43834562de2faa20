export interface Term {
  coefficient: number
  exponent: number
}

/** A positive root: its natural logarithm, and the sign of the sum just below and just above it. */
export interface Crossing {
  logarithm: number
  before: number
  after: number
}

interface LogTerm {
  sign: number
  logSize: number
  exponent: number
}

const touching = 1e-13
const sameRoot = 1e-7

/**
 * Raíces positivas de Σ coeficiente · x^exponente, con exponentes reales.
 *
 * Every positive root in ascending order, with the signs on either side (equal where the sum only touches zero).
 * The answer does not change when all coefficients are multiplied by the same number. Two roots whose sum stays
 * within 1e-13 of its greatest term between them count as one. All-zero coefficients give no root.
 * Errors: RangeError where a number is not finite.
 * Source: the proof of Descartes' rule of signs: x^−m · sum is monotone between the roots of its derivative, and an m
 * between two exponents of unlike sign leaves the derivative one change of sign less, so the recursion ends.
 *
 * @example positiveRoots([{ coefficient: -2, exponent: 0 }, { coefficient: 2, exponent: 0.5 }]).length // 1
 */
export function positiveRoots(terms: readonly Term[]): Crossing[] {
  if (terms.some((term) => !Number.isFinite(term.coefficient) || !Number.isFinite(term.exponent))) {
    throw new RangeError('coefficients and exponents must be finite')
  }
  const live = terms
    .filter((term) => term.coefficient !== 0)
    .map(({ coefficient, exponent }) => ({
      sign: Math.sign(coefficient),
      logSize: Math.log(Math.abs(coefficient)),
      exponent,
    }))
  return crossingsOf(live.toSorted((a, b) => a.exponent - b.exponent))
}

function crossingsOf(terms: readonly LogTerm[]): Crossing[] {
  const change = terms.findIndex((term, i) => i > 0 && term.sign !== terms[i - 1]!.sign)
  if (change < 0) return []
  const pivot = (terms[change - 1]!.exponent + terms[change]!.exponent) / 2
  const turns = crossingsOf(derivative(terms, pivot)).map((crossing) => crossing.logarithm)
  const marks = [
    { at: -Infinity, sign: terms[0]!.sign },
    ...turns.map((at) => ({ at, sign: signAt(terms, at) })),
    { at: Infinity, sign: terms.at(-1)!.sign },
  ]
  const found: Crossing[] = []
  let last = marks[0]!
  for (const [i, mark] of marks.entries()) {
    if (mark.sign === 0) {
      const after = marks.slice(i).find((later) => later.sign !== 0)!.sign
      const previous = found.at(-1)
      const isNew = previous === undefined || mark.at - previous.logarithm > sameRoot
      if (isNew) found.push({ logarithm: mark.at, before: last.sign, after })
    } else {
      const isBetween = i > 0 && marks[i - 1] === last && mark.sign !== last.sign
      if (isBetween) {
        found.push({ logarithm: solve(terms, last.at, mark.at), before: last.sign, after: mark.sign })
      }
      last = mark
    }
  }
  return found
}

function derivative(terms: readonly LogTerm[], pivot: number): LogTerm[] {
  return terms.map(({ sign, logSize, exponent }) => ({
    sign: sign * Math.sign(exponent - pivot),
    logSize: logSize + Math.log(Math.abs(exponent - pivot)),
    exponent,
  }))
}

/** Sum and slope by ln x, both divided by the greatest term, so that nothing overflows. */
function measure(terms: readonly LogTerm[], logarithm: number): { value: number; slope: number } {
  const sizes = terms.map((term) => term.logSize + term.exponent * logarithm)
  const greatest = sizes.reduce((a, b) => Math.max(a, b))
  let value = 0
  let slope = 0
  for (const [i, term] of terms.entries()) {
    const part = term.sign * Math.exp(sizes[i]! - greatest)
    value += part
    slope += term.exponent * part
  }
  return { value, slope }
}

function signAt(terms: readonly LogTerm[], logarithm: number): number {
  const { value } = measure(terms, logarithm)
  return Math.abs(value) <= touching ? 0 : Math.sign(value)
}

/** The only root strictly between two marks of unlike sign, either of which may be infinite. */
function solve(terms: readonly LogTerm[], from: number, to: number): number {
  const sign = Math.sign
  const first = from === -Infinity ? terms[0]!.sign : sign(measure(terms, from).value)
  let low = from === -Infinity ? Math.min(to, 0) - 1 : from
  let high = to === Infinity ? Math.max(from, 0) + 1 : to
  for (let step = 1; from === -Infinity && sign(measure(terms, low).value) !== first; step *= 2) low -= step
  for (let step = 1; to === Infinity && sign(measure(terms, high).value) === first; step *= 2) high += step
  let at = (low + high) / 2
  let lastStep = high - low
  for (let round = 0; round < 300; round++) {
    const { value, slope } = measure(terms, at)
    if (value === 0) return at
    if (sign(value) === first) low = at
    else high = at
    const newton = at - value / slope
    const isBetter = newton > low && newton < high && Math.abs(newton - at) < lastStep / 2
    const next = isBetter ? newton : (low + high) / 2
    lastStep = Math.abs(next - at)
    at = next
    if (lastStep <= (Number.EPSILON * Math.max(1, Math.abs(at))) / 2) break
  }
  return at
}
