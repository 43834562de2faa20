/** A row of a statement: a line of the book with its sign, or a subtotal that the rows above add up to. */
export interface StatementRow {
  readonly line: string
  /** −1 for what leaves: printed with a minus, so that a column adds up as it stands. */
  readonly sign?: 1 | -1
  /** A subtotal of the rows since `from` (items and subtotals that count there). */
  readonly adds?: readonly string[]
  /** The statements count tariff lines from the year after the base. */
  readonly fromFirstYear?: boolean
}

const item = (line: string): StatementRow => ({ line })
const out = (line: string): StatementRow => ({ line, sign: -1 })
const later = (row: StatementRow): StatementRow => ({ ...row, fromFirstYear: true })
const subtotal = (line: string, adds: readonly string[], sign: 1 | -1 = 1): StatementRow => ({ line, adds, sign })

const incomes = ['tariffEntitlement', 'unfundedSubsidy', 'productSales', 'specialServices', 'grantOperation']
const expenses = ['operationMaintenance', 'administration', 'badDebt', 'closureProvisionCharge']

/** Estado de resultados [11.3]. */
export const incomeStatement: readonly StatementRow[] = [
  later(item('tariffEntitlement')),
  later(out('unfundedSubsidy')),
  item('productSales'),
  item('specialServices'),
  later(item('grantOperation')),
  subtotal('operatingIncome', incomes),
  ...expenses.map(out),
  subtotal('operatingExpense', expenses, -1),
  subtotal('ebitda', ['operatingIncome', 'operatingExpense']),
  out('depreciation'),
  subtotal('operatingProfit', ['ebitda', 'depreciation']),
  item('financialIncome'),
  out('financialExpense'),
  subtotal('profitBeforeTax', ['operatingProfit', 'financialIncome', 'financialExpense']),
  out('incomeTax'),
  subtotal('netProfit', ['profitBeforeTax', 'incomeTax']),
]

const operatingIn = ['collections', 'fundTransferReceived', 'productSales', 'specialServices', 'operationGrants']
const operatingOut = ['fundSurplusPaid', 'runningCostsPaid', 'taxesPaid', 'closureWorks']
const financingIn = ['draws', 'financialIncome', 'capitalGrants', 'ownResourcesTotal']
const financingOut = ['principal', 'interestPaid', 'fees']

/** Flujo de caja directo [11.3]. */
export const cashFlowStatement: readonly StatementRow[] = [
  ...operatingIn.map(item),
  ...operatingOut.map(out),
  subtotal('operatingCashFlow', [...operatingIn, ...operatingOut]),
  out('capitalExpenditure'),
  subtotal('investmentCashFlow', ['capitalExpenditure']),
  ...financingIn.map(item),
  ...financingOut.map(out),
  subtotal('financingCashFlow', [...financingIn, ...financingOut]),
  subtotal('netCashFlow', ['operatingCashFlow', 'investmentCashFlow', 'financingCashFlow']),
]

const assetLines = ['cash', 'receivables', 'netFixedAssets']
const liabilityLines = ['payables', 'taxPayable', 'debt', 'closureProvision', 'otherLiabilities']
const equityLines = ['openingEquity', 'contributedCapital', 'retainedEarnings']

/** Balance general [11.3]. */
export const balanceSheet: readonly StatementRow[] = [
  ...assetLines.map(item),
  subtotal('assets', assetLines),
  ...liabilityLines.map(item),
  subtotal('liabilities', liabilityLines),
  ...equityLines.map(item),
  subtotal('equity', equityLines),
]
