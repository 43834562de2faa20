import { adjustmentRoutes } from '../routes/adjustments.ts'
import { budgetRoutes } from '../routes/budget.ts'
import { chartRoutes } from '../routes/charts.ts'
import { bridgeRoutes } from '../routes/choice/bridge.ts'
import { comparisonRoutes } from '../routes/choice/comparisons.ts'
import { gridRoutes } from '../routes/choice/grid.ts'
import { sensitivityRoutes } from '../routes/choice/sensitivity.ts'
import { stabilityRoutes } from '../routes/choice/stability.ts'
import { completenessRoutes } from '../routes/diagnosis/completeness.ts'
import { indicatorRoutes } from '../routes/diagnosis/indicators.ts'
import { regionalRoutes } from '../routes/diagnosis/regional.ts'
import { evaluationRoutes } from '../routes/evaluations.ts'
import { explanationRoutes } from '../routes/explanations.ts'
import { lenderRoutes } from '../routes/lender.ts'
import { chartsZipRoutes } from '../routes/paper/charts-zip.ts'
import { planHtmlRoutes } from '../routes/paper/plan-html.ts'
import { reportRoutes } from '../routes/paper/report.ts'
import { workbookRoutes } from '../routes/paper/workbook.ts'
import { simulationRoutes } from '../routes/simulations.ts'
import { stressRoutes } from '../routes/stress.ts'
import { balanceRoutes } from '../routes/tariffs/balance.ts'
import { householdBillRoutes } from '../routes/tariffs/household-bill.ts'

/** The studies of a plan: each is a question that its document answers, with nothing kept. */
export const studyRoutes = [
  ...[evaluationRoutes, explanationRoutes, balanceRoutes, householdBillRoutes, budgetRoutes, chartRoutes, reportRoutes],
  ...[planHtmlRoutes, workbookRoutes, chartsZipRoutes, indicatorRoutes, completenessRoutes, regionalRoutes],
  ...[adjustmentRoutes, stressRoutes, lenderRoutes, comparisonRoutes, sensitivityRoutes, gridRoutes],
  ...[stabilityRoutes, bridgeRoutes, simulationRoutes],
]
