import { expandPath } from '../../../src/scenario/path.ts'
import type { Scenario } from '../../../src/scenario/scenario.ts'
import { Books, type Ledger } from './books.ts'
import { type LoanYear, loanYears, oldAssets, vintages, waterfallLoan } from './schedules.ts'

/** What the ledger takes from the plan; all else it works out from the document. */
export interface Givens {
  readonly scenario: Scenario
  readonly given: Scenario['alternatives'][number]
  /** Values of a line of the book in one row, by year. */
  readonly read: (line: string, at?: Readonly<Record<string, string>>) => readonly number[]
}

/** Twelve accounts kept by double entry from the plan's events alone, year by year. */
export function keepLedger(of: Givens): Ledger {
  const books = new Books()
  const loans = loanYears(of.scenario, of.given)
  opening(books, of)
  for (let t = 0; t <= of.scenario.horizon.financial; t += 1) {
    const held = books.held('cash') - otherCash(books)
    if (t > 0) {
      users(books, of, t)
      runningCosts(books, of, t)
      closure(books, of, t)
    }
    capital(books, of, t)
    for (const { entity, years } of loans) debtYear(books, entity, years[t] as LoanYear)
    interestAndTax(books, of, { t, held })
    ownResources(books, of)
    const drawn = waterfall(books, of, t)
    if (drawn) loans.push({ entity: 'provider', years: drawn.map((year, s) => (s > t ? year : none)) })
    books.close()
  }
  return books.years
}

const none: LoanYear = { draw: 0, interest: 0, capitalized: 0, principal: 0, fee: 0 }

const otherCash = (books: Books): number =>
  [...books.cash].filter(([entity]) => entity !== 'provider').reduce((sum, [, cash]) => sum + cash, 0)

function opening(books: Books, { scenario, given }: Givens): void {
  const of = given.existing ?? scenario.existing
  const post = (pair: Parameters<Books['post']>[1], amount: number) => void books.post('provider', pair, amount)
  post(['cash', 'opening'], of.cash)
  post(['users', 'opening'], of.receivables)
  for (const a of of.assets) post(['assets', 'opening'], a.gross - a.accumulated)
  post(['opening', 'payables'], of.payables)
  post(['opening', 'tax'], of.taxPayable)
  post(['opening', 'others'], of.pensions + of.otherLiabilities)
  post(['opening', 'provision'], of.closureProvision)
  for (const l of of.loans) post(['opening', 'debt'], l.balance)
  books.payables.set('provider', of.payables)
  books.losses = of.taxLosses
}

const span = ({ scenario }: Givens) => ({ baseYear: scenario.baseYear, length: scenario.horizon.financial + 1 })
const yearOf = ({ scenario }: Givens, t: number): string => String(scenario.baseYear + t)

/** Bills, what is paid and lost of them, the fund, and what is sold. */
function users(books: Books, of: Givens, t: number): void {
  const post = (pair: Parameters<Books['post']>[1], amount: number) => void books.post('provider', pair, amount)
  post(['cash', 'users'], books.held('users'))
  post(['cash', 'fund'], books.held('fund'))
  for (const m of of.scenario.territory.municipalities) {
    const at = { municipality: m.id }
    const billed = of.read('municipalBilling', at)[t] as number
    const paid = of.read('collectionEfficiency', at)[t] as number
    const transfer = of.read('fundTransfer', at)[t] as number
    const delay = (of.given.subsidies ?? m.subsidies).transferDelayMonths / 12
    post(['users', 'result'], billed)
    post(['cash', 'users'], billed * paid)
    post(['result', 'users'], billed * (1 - paid) * m.badDebtShare)
    post(['fund', 'result'], transfer)
    post(['cash', 'fund'], transfer * (1 - delay))
    post(['result', 'cash'], of.read('fundSurplus', at)[t] as number)
  }
  post(['cash', 'result'], of.read('productSales')[t] as number)
  post(['cash', 'result'], of.read('specialServices')[t] as number)
}

const itemsOf = ({ given }: Givens) => given.projects.flatMap((p) => p.costs)
const entitiesOf = (of: Givens): string[] => [
  ...new Set(['provider', ...[...itemsOf(of), ...of.given.loans, ...of.given.grants].map((x) => x.entity)]),
]

/** Costs are owed when they arise; what is not owed at the end of the year is paid. */
function runningCosts(books: Books, of: Givens, t: number): void {
  const share = of.given.workingCapital.payableDays / 365
  for (const entity of entitiesOf(of)) {
    const own = itemsOf(of).filter((c) => c.category !== 'investment' && c.entity === entity)
    const cost = own.reduce((sum, c) => sum + (of.read('runningCost', { item: c.id })[t] as number), 0)
    books.post(entity, ['result', 'payables'], cost)
    books.post(entity, ['payables', 'cash'], cost * (1 - share) + (books.payables.get(entity) ?? 0))
    books.payables.set(entity, cost * share)
  }
}

/** The year's charge first, then the works; works beyond the provision are an expense. */
function closure(books: Books, of: Givens, t: number): void {
  const { closure: plan } = of.given
  if (!plan) return
  const level = of.read('indexLevel', { priceIndex: plan.index })[t] as number
  const tonnes = of.scenario.territory.municipalities.reduce(
    (sum, m) => sum + (of.read('disposed', { municipality: m.id })[t] as number),
    0,
  )
  const perTonne = expandPath(plan.provisionPerTonne, span(of), 'hold')[t] as number
  books.post('provider', ['result', 'provision'], tonnes * perTonne * level)
  const works = (plan.works[yearOf(of, t)] ?? 0) * level
  const provided = Math.min(works, books.owed('provision'))
  books.post('provider', ['provision', 'cash'], provided)
  books.post('provider', ['result', 'cash'], works - provided)
}

/** Purchases, grants and what wears out. */
function capital(books: Books, of: Givens, t: number): void {
  for (const c of itemsOf(of).filter((x) => x.category === 'investment')) {
    const bought = of.read('investment', { item: c.id })
    books.post(c.entity, ['assets', 'cash'], bought[t] as number)
    const worn = c.class === 'land' ? 0 : (vintages(bought, c.life ?? 1)[t] as number) * (1 - c.residual)
    books.post(c.entity, ['result', 'assets'], worn)
  }
  for (const g of of.given.grants) {
    const level = of.read('indexLevel', { priceIndex: g.index })
    const amounts = level.map((l, s) => (g.amounts[yearOf(of, s)] ?? 0) * l)
    const amount = amounts[t] as number
    if (g.use === 'operation') books.post(g.entity, ['cash', 'result'], amount)
    if (g.use === 'capital') books.post(g.entity, ['cash', 'capital'], amount)
    if (g.use !== 'conditional') continue
    books.post(g.entity, ['assets', 'capital'], amount)
    books.post(g.entity, ['result', 'assets'], vintages(amounts, g.life ?? 1)[t] as number)
  }
  books.post('provider', ['result', 'assets'], oldAssets(of.scenario, of.given, t))
}

function debtYear(books: Books, entity: string, year: LoanYear): void {
  books.post(entity, ['cash', 'debt'], year.draw)
  books.post(entity, ['result', 'cash'], year.fee)
  books.post(entity, ['result', 'debt'], year.capitalized)
  books.post(entity, ['result', 'cash'], year.interest - year.capitalized)
  books.post(entity, ['debt', 'cash'], year.principal)
}

/** Interest on what the provider held, last year's tax paid, and this year's on its profit less old losses. */
function interestAndTax(books: Books, of: Givens, { t, held }: { t: number; held: number }): void {
  const { economy } = of.scenario
  const rate = (path: Parameters<typeof expandPath>[0]) => expandPath(path, span(of), 'hold')[t] as number
  if (t > 0) {
    books.post('provider', ['cash', 'result'], rate(economy.interestOnCash) * Math.max(0, held))
    books.post('provider', ['tax', 'cash'], books.owed('tax'))
  }
  const profit = books.profitOf('provider')
  const used = economy.lossCarryForward ? Math.max(0, Math.min(books.losses, profit)) : 0
  if (economy.lossCarryForward) books.losses += Math.max(0, -profit) - used
  books.post('provider', ['result', 'tax'], rate(economy.incomeTaxRate) * (Math.max(0, profit) - used))
}

/** What another entity lacks it puts in. */
function ownResources(books: Books, of: Givens): void {
  for (const entity of entitiesOf(of).filter((e) => e !== 'provider')) {
    const cash = books.cash.get(entity) ?? 0
    if (cash < 0) books.post(entity, ['cash', 'capital'], -cash)
  }
}

/** What the provider lacks of its least cash is filled in order; what is borrowed so is a loan of its own. */
function waterfall(books: Books, of: Givens, t: number): LoanYear[] | undefined {
  const { financing } = of.given
  if (!financing) return undefined
  const level = of.read('inflationIndex')[t] as number
  let lacking = Math.max(0, financing.cashFloor * level - (books.held('cash') - otherCash(books)))
  let drawn: LoanYear[] | undefined
  financing.waterfall.forEach((step, i) => {
    const cap =
      step.yearlyCap === undefined ? Number.POSITIVE_INFINITY : expandPath(step.yearlyCap, span(of), 'hold')[t]
    const left = (step.total ?? Number.POSITIVE_INFINITY) - (books.filled.get(i) ?? 0)
    const amount = Math.max(0, Math.min(lacking, (cap as number) * level, left * level))
    lacking -= amount
    books.filled.set(i, (books.filled.get(i) ?? 0) + amount / level)
    books.post('provider', ['cash', step.source === 'loan' ? 'debt' : 'capital'], amount)
    if (step.source === 'loan') drawn = waterfallLoan(of.scenario, step, [t, amount])
  })
  return drawn
}
