import { line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { capitalExpenditure } from '../3-costs/items.ts'
import { fundReceived, fundSurplus } from '../4-tariffs/billing.ts'
import { grantCapital, grantOperation } from '../5-funding/grants.ts'
import { loanCapitalized, loanDraw, loanFee, loanInterest, loanPrincipal } from '../5-funding/loans.ts'
import { oneYear, planYear } from '../constants.ts'
import { entityCostsPaid, ownResources } from './entities.ts'
import { collectionEfficiency, municipalBilling, userReceivables } from './income.ts'

const yearly = { unit: 'COP/year', numeral: '11.3' } as const

export const collections = line({
  id: 'collections',
  ...yearly,
  es: 'Recaudo',
  en: 'Collections',
  formula: () =>
    eq`${planYear} * (sum(${collectionEfficiency} * ${municipalBilling}) + prev(${userReceivables}) / ${oneYear})`,
})
export const fundTransferReceived = line({
  id: 'fundTransferReceived',
  ...yearly,
  es: 'Transferencias recibidas del FSRI',
  en: 'Fund transfers received',
  formula: () => eq`sum(${fundReceived})`,
})
export const fundSurplusPaid = line({
  id: 'fundSurplusPaid',
  ...yearly,
  es: 'Superávit pagado al FSRI',
  en: 'Surplus paid to the fund',
  formula: () => eq`${planYear} * sum(${fundSurplus})`,
})
export const operationGrants = line({
  id: 'operationGrants',
  ...yearly,
  es: 'Aportes para funcionamiento, total',
  en: 'Operation grants, total',
  formula: () => eq`${planYear} * sum(${grantOperation})`,
})
export const capitalGrants = line({
  id: 'capitalGrants',
  ...yearly,
  es: 'Aportes de capital, total',
  en: 'Capital grants, total',
  formula: () => eq`sum(${grantCapital})`,
})
export const runningCostsPaid = line({
  id: 'runningCostsPaid',
  ...yearly,
  es: 'Costos de funcionamiento pagados',
  en: 'Running costs paid',
  formula: () => eq`sum(${entityCostsPaid})`,
})
export const investmentCashFlow = line({
  id: 'investmentCashFlow',
  ...yearly,
  es: 'Flujo de caja de inversión',
  en: 'Investment cash flow',
  formula: () => eq`0 - ${capitalExpenditure}`,
})
export const draws = line({
  id: 'draws',
  ...yearly,
  es: 'Desembolsos de créditos',
  en: 'Loan draws',
  formula: () => eq`sum(${loanDraw})`,
})
export const principal = line({
  id: 'principal',
  ...yearly,
  es: 'Abonos a capital, total',
  en: 'Principal repaid, total',
  formula: () => eq`sum(${loanPrincipal})`,
})
export const interestPaid = line({
  id: 'interestPaid',
  ...yearly,
  es: 'Intereses pagados',
  en: 'Interest paid',
  formula: () => eq`sum(${loanInterest}) - sum(${loanCapitalized})`,
})
export const fees = line({
  id: 'fees',
  ...yearly,
  es: 'Comisiones pagadas',
  en: 'Fees paid',
  formula: () => eq`sum(${loanFee})`,
})
export const ownResourcesTotal = line({
  id: 'ownResourcesTotal',
  ...yearly,
  es: 'Recursos propios de otras entidades, total',
  en: 'Own resources of other entities, total',
  formula: () => eq`sum(${ownResources})`,
})
