import { levelPaymentFactor } from '../../src/numeric/annuity.ts'
import { miniPlan } from '../peers/miniplan-book.ts'

type Name =
  | ('pop0' | 'g' | 'hh' | 'cov0' | 'covT' | 'cov_years' | 'ppc0' | 'gppc' | 'nr_small' | 'nr_large' | 'nr_waste')
  | ('rec0' | 'recT' | 'rec_years' | 'infl' | 'c_col' | 'c_disp' | 'km0' | 'c_km' | 'c_rec' | 'p_rec' | 'adm' | 'T0')
  | ('real' | 'real_years' | 'f_small' | 'f_large' | 'large_mult' | 'fsri' | 'coll' | 'bad' | 'capex0' | 'capex7')
  | ('capex7_year' | 'life' | 'loan_share' | 'rate' | 'term' | 'wc' | 'grant7' | 'ap_days' | 'disc')
const given: Record<string, unknown> = miniPlan.inputs
const { pop0, g, hh, cov0, covT, cov_years, ppc0, gppc, nr_small, nr_large, nr_waste, ...more } = given as Record<
  Name,
  number
>
const { rec0, recT, rec_years, infl, c_col, c_disp, km0, c_km, c_rec, p_rec, adm, T0, ...rest } = more
const { real, real_years, f_small, f_large, large_mult, fsri, coll, bad, capex0, capex7, ...last } = rest
const { capex7_year, life, loan_share, rate, term, wc, grant7, ap_days, disc } = last
const { f, density, N } = miniPlan.inputs as typeof miniPlan.inputs & { density: number; N: number }

const long = 31
const short = 16
const column = (length: number) => new Float64Array(length)
const [population, coverage, generated, collected, recovered, disposed] = Array.from({ length: 6 }, () =>
  column(long),
) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
const [tariff, users, billed, balance, opex, revenue, badDebt, receivables] = Array.from({ length: 8 }, () =>
  column(short),
) as Eight
const [payables, capex, depreciation, assets, interest, principal, loan, net] = Array.from({ length: 8 }, () =>
  column(short),
) as Eight
const [retained, paidIn, equity, operating, cash, fcf, check, discount] = Array.from({ length: 8 }, () =>
  column(short),
) as Eight
const [prices, small, large, subsidies, contributions, transfer, running, costs] = Array.from({ length: 8 }, () =>
  column(short),
) as Eight
const ofStratum = column(short * f.length)
/** npv, pvCosts, disposed30yT, landfillM3, coverageFinal and cumBalance. */
const figures = column(6)
type Eight = [
  ...[Float64Array, Float64Array, Float64Array, Float64Array],
  ...[Float64Array, Float64Array, Float64Array, Float64Array],
]
/** The cell of a year, 0 before the first. */
const at = (of: Float64Array, t: number): number => (t < 0 ? 0 : (of[t] as number))

function tonnage(): number {
  let buried = 0
  for (let t = 0; t < long; t += 1) {
    population[t] = pop0 * (1 + g) ** t
    coverage[t] = cov0 + ((covT - cov0) * Math.min(t, cov_years)) / cov_years
    generated[t] = ((at(population, t) * ppc0 * (1 + gppc) ** t * 365) / 1000) * (1 + nr_waste)
    collected[t] = at(generated, t) * at(coverage, t)
    recovered[t] = at(collected, t) * (rec0 + ((recT - rec0) * Math.min(t, rec_years)) / rec_years)
    disposed[t] = at(collected, t) - at(recovered, t)
    if (t > 0) buried += at(disposed, t)
  }
  return buried
}

function billing(t: number, share: readonly number[]): void {
  prices[t] = (1 + infl) ** t
  users[t] = (at(population, t) / hh) * at(coverage, t)
  tariff[t] = T0 * at(prices, t) * (1 + real) ** Math.min(t, real_years)
  small[t] = nr_small * at(users, t)
  large[t] = nr_large * at(users, t) * large_mult
  let [paid, given, taken] = [0, 0, 0]
  for (let s = 0; s < share.length; s += 1) {
    const own = at(users, t) * (share[s] as number)
    const factor = f[s] as number
    ofStratum[s * short + t] = own
    paid += own * factor
    given += own * Math.max(0, 1 - factor)
    taken += own * Math.max(0, factor - 1)
  }
  billed[t] = at(tariff, t) * (paid + at(small, t) * f_small + at(large, t) * f_large)
  subsidies[t] = at(tariff, t) * given
  contributions[t] = at(tariff, t) * (taken + at(small, t) * (f_small - 1) + at(large, t) * (f_large - 1))
  balance[t] = at(contributions, t) - at(subsidies, t)
  transfer[t] = Math.max(0, -at(balance, t)) * fsri
}

function service(t: number): void {
  running[t] = t > 0 ? 1 : 0
  const [on, price] = [at(running, t), at(prices, t)]
  const tonnes = at(collected, t) * c_col + at(disposed, t) * c_disp + at(recovered, t) * c_rec
  opex[t] = on * (tonnes + ((km0 * at(population, t)) / pop0) * c_km) * price * (1 + adm)
  revenue[t] = on * (at(billed, t) + at(transfer, t) + at(recovered, t) * p_rec * price)
  badDebt[t] = on * at(billed, t) * (1 - coll) * bad
  receivables[t] = on * at(billed, t) * (1 - coll) * (1 - bad)
  payables[t] = (at(opex, t) * ap_days) / 365
  capex[t] = t === 0 ? capex0 : t === capex7_year ? capex7 * price : 0
  costs[t] = at(opex, t) + at(capex, t)
}

function statements(t: number, payment: number): void {
  let spent = 0
  for (let s = Math.max(0, t - life); s < t; s += 1) spent += at(capex, s)
  depreciation[t] = spent / life
  assets[t] = at(assets, t - 1) + at(capex, t) - at(depreciation, t)
  const drawn = loan_share * capex0
  interest[t] = at(loan, t - 1) * rate
  principal[t] = t > 0 && t <= term ? payment - at(interest, t) : 0
  loan[t] = t === 0 ? drawn : at(loan, t - 1) - at(principal, t)
  net[t] = at(revenue, t) - at(opex, t) - at(badDebt, t) - at(depreciation, t) - at(interest, t)
  retained[t] = at(retained, t - 1) + at(net, t)
  paidIn[t] = t === 0 ? capex0 * (1 - loan_share) + wc : grant7 * at(capex, t)
  equity[t] = at(equity, t - 1) + at(paidIn, t)
  const trade = at(payables, t) - at(payables, t - 1) - at(receivables, t) + at(receivables, t - 1)
  operating[t] = at(net, t) + at(depreciation, t) + trade
  const moved = at(operating, t) - at(capex, t) - at(principal, t) + at(paidIn, t)
  cash[t] = at(cash, t - 1) + moved + (t === 0 ? drawn : 0)
  fcf[t] = at(operating, t) + at(interest, t) - at(capex, t)
  const owned = at(cash, t) + at(receivables, t) + at(assets, t)
  check[t] = owned - at(payables, t) - at(loan, t) - at(equity, t) - at(retained, t)
  discount[t] = (1 + disc) ** -t
}

/** How many cells the hand fills: those of every line of the plan that depends on the year. */
export const cellsByHand = 6 * long + 32 * short + ofStratum.length + figures.length

/** The plan of a stranger as whoever needs only its numbers would write it: typed arrays, one pass, every cell kept; its net present value. */
export function handWritten(share: readonly number[]): number {
  const buried = tonnage()
  const payment = loan_share * capex0 * levelPaymentFactor(rate, term)
  let [npv, pvCosts, moved] = [0, 0, 0]
  for (let t = 0; t < short; t += 1) {
    billing(t, share)
    service(t)
    statements(t, payment)
    npv += at(fcf, t) * at(discount, t)
    pvCosts += at(costs, t) * at(discount, t)
    if (t > 0) moved += at(balance, t)
  }
  figures.set([npv, pvCosts, buried, buried / density, at(coverage, Math.min(N, long - 1)), moved])
  return npv
}
