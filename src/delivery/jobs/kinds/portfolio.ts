import type { PlanRow, PortfolioItem } from '../../../study/portfolio/plan-row.ts'
import { crashedRow, emptyRow } from '../../../study/portfolio/plan-row.ts'
import { portfolioOf } from '../../../study/portfolio/portfolio.ts'
import { portfolioWords } from '../../../text/jobs/portfolio.ts'
import type { Claim } from '../job.ts'
import type { Doing, Kind } from './kind.ts'

/** What all parts of a portfolio share. */
export interface PortfolioRequest {
  readonly outputs: readonly string[]
}

/** Plans of one part: enough that handing it out costs little, few enough that many workers share a portfolio. */
const plansOfPart = 10

/** The parts of a portfolio, in the order of its plans. */
export const partsOf = (items: readonly PortfolioItem[]): { request: PortfolioItem[]; items: number }[] =>
  Array.from({ length: Math.ceil(items.length / plansOfPart) }, (_, i) => {
    const own = items.slice(i * plansOfPart, (i + 1) * plansOfPart)
    return { request: own, items: own.length }
  })

export const portfolioKind: Kind = {
  work: evaluatePlans,
  gather: ({ locale, request }, parts) => {
    const rows = parts.flatMap(({ result, request: own }): PlanRow[] =>
      result === null
        ? (JSON.parse(own) as PortfolioItem[]).map(({ id }) => crashedRow(id, locale))
        : (JSON.parse(result) as PlanRow[]),
    )
    const portfolio = portfolioOf(rows, (request as PortfolioRequest).outputs, locale)
    return { type: 'application/json', body: JSON.stringify(portfolio) }
  },
}

async function evaluatePlans(
  { share, request, locale }: Claim,
  { threads, signal, onProgress }: Doing,
): Promise<string> {
  const items = share as PortfolioItem[]
  const { outputs } = request as PortfolioRequest
  let done = 0
  const rows = await Promise.all(
    items.map(async (item) => {
      const row = await threads.plan({ item, outputs, locale }, signal).catch((error: unknown) => {
        if (signal.aborted) throw error
        // A plan that breaks its thread, as one that needs more memory than there is, costs only its own row.
        return emptyRow(item.id, [{ pointer: '', code: 'fault', ...portfolioWords.fault }], locale)
      })
      done += 1
      onProgress(done)
      return row
    }),
  )
  return JSON.stringify(rows)
}
