import { line, parameter } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { isProvider } from '../4-tariffs/cost-recovery.ts'
import { recoveryTransfer } from '../4-tariffs/cra-720.ts'
import { grantOperationByEntity } from '../5-funding/grants.ts'
import { loanPrincipalNext } from '../5-funding/loans.ts'
import { oneYear, planYear } from '../constants.ts'
import { assets, liabilities, payables, receivables } from './balance.ts'
import { cash, operatingCashFlow, taxPayable } from './cash.ts'
import { closureWorks } from './closure.ts'
import { entityCostsPaid, entityInterestPaid, entityPrincipal, isOther } from './entities.ts'
import { depreciation, operatingExpense, operatingIncome, operatingProfit } from './income.ts'

const receivableDaysYear = parameter({
  id: 'receivableDaysYear',
  unit: 'day/year',
  numeral: '5.5.2',
  law: 'receivableDaysYear',
  es: 'Días del año para la rotación de cartera',
  en: 'Days of the year for receivable days',
})
export const currentRatio = line({
  id: 'currentRatio',
  unit: 'share',
  numeral: '5.5.2',
  es: 'Razón corriente',
  en: 'Current ratio',
  formula: () =>
    eq`ratio(${cash} + ${receivables}, ${payables} + ${taxPayable} + sum(${loanPrincipalNext}) * ${oneYear})`,
})
export const operatingCoefficient = line({
  id: 'operatingCoefficient',
  unit: 'share',
  numeral: '5.5.2',
  es: 'Coeficiente operacional',
  en: 'Operating coefficient',
  formula: () => eq`ratio(${operatingExpense} + ${depreciation}, ${operatingIncome})`,
})
export const operatingMargin = line({
  id: 'operatingMargin',
  unit: 'share',
  numeral: '5.5.2',
  es: 'Margen operacional',
  en: 'Operating margin',
  formula: () => eq`ratio(${operatingProfit}, ${operatingIncome})`,
})
export const indebtedness = line({
  id: 'indebtedness',
  unit: 'share',
  numeral: '5.5.2',
  es: 'Nivel de endeudamiento',
  en: 'Indebtedness',
  formula: () => eq`ratio(${liabilities}, ${assets})`,
})
export const receivableDays = line({
  id: 'receivableDays',
  unit: 'day',
  numeral: '5.5.2',
  es: 'Rotación de cartera',
  en: 'Receivable days',
  formula: () => eq`ratio(${receivables}, ${operatingIncome}) * ${receivableDaysYear}`,
})
export const providerDebtService = line({
  id: 'providerDebtService',
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Servicio de la deuda del prestador',
  en: "Provider's debt service",
  formula: () => eq`sum((${entityPrincipal} + ${entityInterestPaid}) * ${isProvider})`,
})
/** The numerator of debtServiceCover, which a lender reads by itself. */
export const cashForDebtService = line({
  id: 'cashForDebtService',
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Caja disponible para el servicio de la deuda',
  en: 'Cash flow available for debt service',
  formula: () =>
    eq`${operatingCashFlow} + sum(${isOther} * (${entityCostsPaid} - ${planYear} * ${grantOperationByEntity})) + ${closureWorks} - sum(${recoveryTransfer})`,
})
/** Cash of the provider before debt service; closure works were provided for. */
export const debtServiceCover = line({
  id: 'debtServiceCover',
  unit: 'share',
  numeral: '11.3',
  es: 'Cobertura del servicio de la deuda',
  en: 'Debt service cover',
  formula: () => eq`ratio(${cashForDebtService}, ${providerDebtService})`,
})
