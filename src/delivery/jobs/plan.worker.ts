import type { PlanRow } from '../../study/portfolio/plan-row.ts'
import { planRow } from '../../study/portfolio/plan-row.ts'
import type { PlanTask } from './threads.ts'

/** What a thread does for a portfolio: one plan. It loads no library of documents. */
export default function runPlan({ item, outputs, locale }: PlanTask): PlanRow {
  return planRow(item, outputs, locale)
}
