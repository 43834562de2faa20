/** Names of fields that hold pesos, alone or as a Path, a list of purchases or a sum a year. */
const pesos = new Set([
  ...['fixed', 'variable', 'amount', 'unit', 'draws', 'amounts', 'cash', 'receivables', 'payables', 'taxPayable'],
  ...['pensions', 'otherLiabilities', 'closureProvision', 'taxLosses', 'gross', 'accumulated', 'balance', 'price'],
  ...['prices', 'provisionPerTonne', 'works', 'householdIncome', 'currentRevenue'],
  ...['yearlyCap', 'total', 'cashFloor'],
])
const years = new Set(['year', 'from', 'growth', 'between'])

/** The same document with every sum of money times k. */
export function scaleMoney(document: unknown, k: number, inPesos = false): unknown {
  if (typeof document === 'number') return inPesos ? document * k : document
  if (Array.isArray(document)) return document.map((x) => scaleMoney(x, k, inPesos))
  if (typeof document !== 'object' || document === null) return document
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => {
      // the basis of prices is a word, not a price
      const own = pesos.has(key) && typeof value !== 'string'
      return [key, scaleMoney(value, k, own || (inPesos && !years.has(key)))]
    }),
  )
}
