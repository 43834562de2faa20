/** The accounts of the double entry; `result` takes every income and expense. */
const accounts = [
  ...(['cash', 'users', 'fund', 'assets', 'payables', 'tax', 'debt', 'provision', 'others'] as const),
  ...(['capital', 'opening', 'result'] as const),
]
export type Account = (typeof accounts)[number]
type Balances = Record<Account, number>

/** What every account stands at by the end of each year, debits positive. */
export type Ledger = readonly Readonly<Balances>[]

/** Books of several entities in one: every amount is posted once to a debit and once to a credit. */
export class Books {
  readonly years: Balances[] = []
  /** Cash of every entity, and what each owes for its running costs. */
  readonly cash = new Map<string, number>()
  readonly payables = new Map<string, number>()
  /** What each step of the waterfall has filled, in base-year pesos. */
  readonly filled = new Map<number, number>()
  /** Tax losses that the provider may still use. */
  losses = 0
  private readonly balances = Object.fromEntries(accounts.map((a) => [a, 0])) as Balances
  private readonly profits = new Map<string, number>()

  post(entity: string, [debit, credit]: readonly [debit: Account, credit: Account], amount: number): void {
    this.balances[debit] += amount
    this.balances[credit] -= amount
    const moved = (account: Account) => (debit === account ? amount : 0) - (credit === account ? amount : 0)
    this.cash.set(entity, (this.cash.get(entity) ?? 0) + moved('cash'))
    this.profits.set(entity, (this.profits.get(entity) ?? 0) - moved('result'))
  }

  held(account: Account): number {
    return this.balances[account]
  }

  owed(account: Account): number {
    return -this.balances[account]
  }

  /** What an entity has earned since the year began. */
  profitOf(entity: string): number {
    return this.profits.get(entity) ?? 0
  }

  close(): void {
    this.years.push({ ...this.balances })
    this.profits.clear()
  }
}
