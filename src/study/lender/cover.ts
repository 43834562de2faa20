import { bisect } from '../../numeric/bisect.ts'

/** The provider's debt by year, t = 0..H. */
export interface DebtYears {
  /** Cash flow available for debt service. */
  readonly cash: readonly number[]
  readonly draws: readonly number[]
  readonly interest: readonly number[]
  readonly closing: readonly number[]
  /** Principal and interest paid. */
  readonly service: readonly number[]
}

/** Effective cost of the debt in each year: interest over what was owed; held where nothing was owed. */
export function costOfDebt({ interest, closing }: DebtYears): number[] {
  const known = interest.map((paid, t) => {
    const opening = closing[t - 1] ?? 0
    return opening > 0 ? paid / opening : undefined
  })
  const first = known.find((rate) => rate !== undefined) ?? 0
  let last = first
  return known.map((rate) => {
    last = rate ?? last
    return last
  })
}

/** The last year in which debt is served; 0 where none is. */
export const maturityOf = ({ service }: DebtYears): number =>
  Math.max(0, ...service.map((paid, t) => (paid > 0 ? t : 0)))

/**
 * Cobertura sobre la vida del crédito (LLCR) o del proyecto (PLCR), by year.
 *
 * Present value of the cash available from the year after to `last`, over the closing debt; discounted at each year's
 * own cost of debt. Null where nothing is owed.
 */
export function lifeCover(debt: DebtYears, last: number): (number | null)[] {
  const rates = costOfDebt(debt)
  const worth = new Array<number>(debt.cash.length + 1).fill(0)
  for (let t = last - 1; t >= 0; t -= 1)
    worth[t] = ((worth[t + 1] as number) + (debt.cash[t + 1] as number)) / (1 + (rates[t + 1] as number))
  return debt.closing.map((owed, t) => (owed > 0 && t < last ? (worth[t] as number) / owed : null))
}

/** Repayment shaped to the cash: by year, t = 0..H. */
export interface Sculpted {
  readonly cover: number
  readonly opening: readonly number[]
  readonly interest: readonly number[]
  readonly principal: readonly number[]
  readonly closing: readonly number[]
  /** Reached cover; null where nothing is served. */
  readonly covers: readonly (number | null)[]
  /** What is still owed at maturity. */
  readonly unrepaid: number
}

/**
 * Amortización a la medida de la caja: each year principal and interest are the cash available over the target cover.
 *
 * Same draws and yearly cost of debt as the plan's; nothing is repaid before the year after a draw nor beyond what is
 * owed, and interest is always paid, so a year whose cash does not bear it shows a lower cover.
 */
export function sculpted(
  debt: DebtYears,
  { cover, last, opening }: { cover: number; last: number; opening: number },
): Sculpted {
  const rates = costOfDebt(debt)
  const years = {
    opening: [] as number[],
    interest: [] as number[],
    principal: [] as number[],
    closing: [] as number[],
  }
  let owed = opening
  const covers = debt.cash.map((cash, t) => {
    const interest = t === 0 ? 0 : owed * (rates[t] as number)
    const principal = t === 0 || t > last ? 0 : Math.min(owed, Math.max(0, cash / cover - interest))
    years.opening.push(owed)
    years.interest.push(interest)
    years.principal.push(principal)
    owed += (debt.draws[t] as number) - principal
    years.closing.push(owed)
    return interest + principal > 0 ? cash / (interest + principal) : null
  })
  return { cover, ...years, covers, unrepaid: years.closing[last] ?? owed }
}

const widest = 1e6
const repaid = 1e-9

/** The even cover that repays the debt by its maturity: below 1 the cash alone does not; null where nothing is owed or no cash comes in. */
export function evenCover(debt: DebtYears, { last, opening }: { last: number; opening: number }): number | null {
  const owed = Math.max(...debt.closing, opening)
  if (owed <= 0) return null
  const falls = (cover: number) => sculpted(debt, { cover, last, opening }).unrepaid > repaid * owed
  if (falls(repaid)) return null
  const turn = bisect(falls, { low: repaid, high: widest, tolerance: repaid })
  return turn
}
