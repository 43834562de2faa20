import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { loanFee, loanInterest } from '../5-funding/loans.ts'
import { oneYear, planYear } from '../constants.ts'
import { closureWorks } from './closure.ts'
import { entityCash, otherResult } from './entities.ts'
import {
  capitalGrants,
  collections,
  draws,
  fees,
  fundSurplusPaid,
  fundTransferReceived,
  interestPaid,
  investmentCashFlow,
  operationGrants,
  ownResourcesTotal,
  principal,
  runningCostsPaid,
} from './flows.ts'
import { operatingProfit } from './income.ts'
import { productSales, specialServices } from './sales.ts'

const yearly = { unit: 'COP/year', numeral: '11.3' } as const
const stock = { unit: 'COP', numeral: '11.3' } as const

const interestOnCash = input({
  id: 'interestOnCash',
  unit: '1/year',
  form: 'path',
  numeral: '11.3',
  es: 'Rendimiento de la caja',
  en: 'Interest on cash',
  at: '/economy/interestOnCash',
})
export const financialIncome = line({
  id: 'financialIncome',
  ...yearly,
  es: 'Ingresos financieros',
  en: 'Financial income',
  formula: () => eq`${interestOnCash} * max(0, prev(${providerCash}))`,
})
export const financialExpense = line({
  id: 'financialExpense',
  ...yearly,
  es: 'Gastos financieros',
  en: 'Financial expense',
  formula: () => eq`sum(${loanInterest}) + sum(${loanFee})`,
})
export const profitBeforeTax = line({
  id: 'profitBeforeTax',
  ...yearly,
  es: 'Utilidad antes de impuestos',
  en: 'Profit before tax',
  formula: () => eq`${operatingProfit} + ${financialIncome} - ${financialExpense}`,
})
export const providerProfitBeforeTax = line({
  id: 'providerProfitBeforeTax',
  ...yearly,
  es: 'Utilidad antes de impuestos del prestador',
  en: "Provider's profit before tax",
  formula: () => eq`${profitBeforeTax} - sum(${otherResult})`,
})
const taxRate = input({
  id: 'incomeTaxRate',
  unit: 'share',
  form: 'path',
  numeral: '11.3',
  es: 'Tasa del impuesto de renta',
  en: 'Income tax rate',
  at: '/economy/incomeTaxRate',
})
const carriesLosses = input({
  id: 'carriesLosses',
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  otherwise: 1,
  es: 'Compensa pérdidas (1 = sí)',
  en: 'Carries losses forward (1 = yes)',
  at: '/economy/lossCarryForward',
})
const openingLosses = input({
  id: 'taxLossesOpening',
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Pérdidas fiscales iniciales',
  en: 'Opening tax losses',
  at: '{existing}/taxLosses',
})
export const taxLossesUsed = line({
  id: 'taxLossesUsed',
  ...yearly,
  es: 'Pérdidas fiscales compensadas',
  en: 'Tax losses used',
  formula: () => eq`${carriesLosses} * max(0, min(prev(${taxLosses}) / ${oneYear}, ${providerProfitBeforeTax}))`,
})
export const taxLosses = line({
  id: 'taxLosses',
  unit: 'COP',
  numeral: '11.3',
  es: 'Pérdidas fiscales por compensar',
  en: 'Tax losses carried forward',
  formula: () =>
    eq`${carriesLosses} * (if(${planYear} == 0, ${openingLosses}, prev(${taxLosses})) + (max(0, 0 - ${providerProfitBeforeTax}) - ${taxLossesUsed}) * ${oneYear})`,
})
export const incomeTax = line({
  id: 'incomeTax',
  ...yearly,
  es: 'Impuesto de renta',
  en: 'Income tax',
  formula: () => eq`${taxRate} * (max(0, ${providerProfitBeforeTax}) - ${taxLossesUsed})`,
})
export const netProfit = line({
  id: 'netProfit',
  ...yearly,
  es: 'Utilidad neta',
  en: 'Net profit',
  formula: () => eq`${profitBeforeTax} - ${incomeTax}`,
})
export const openingTax = input({
  id: 'taxPayableOpening',
  ...stock,
  form: 'number',
  es: 'Impuesto por pagar inicial',
  en: 'Opening tax payable',
  at: '{existing}/taxPayable',
})
export const taxPayable = line({
  id: 'taxPayable',
  ...stock,
  es: 'Impuesto por pagar',
  en: 'Tax payable',
  formula: () => eq`if(${planYear} == 0, ${openingTax}, 0) + ${incomeTax} * ${oneYear}`,
})
export const taxesPaid = line({
  id: 'taxesPaid',
  ...yearly,
  es: 'Impuestos pagados',
  en: 'Taxes paid',
  formula: () => eq`prev(${taxPayable}) / ${oneYear}`,
})
export const operatingCashFlow = line({
  id: 'operatingCashFlow',
  ...yearly,
  es: 'Flujo de caja de operación',
  en: 'Operating cash flow',
  formula: () =>
    eq`${collections} + ${fundTransferReceived} - ${fundSurplusPaid} + ${productSales} + ${specialServices} + ${operationGrants} - ${runningCostsPaid} - ${taxesPaid} - ${closureWorks}`,
})
export const financingCashFlow = line({
  id: 'financingCashFlow',
  ...yearly,
  es: 'Flujo de caja de financiación',
  en: 'Financing cash flow',
  formula: () =>
    eq`${draws} - ${principal} - ${interestPaid} - ${fees} + ${financialIncome} + ${capitalGrants} + ${ownResourcesTotal}`,
})
export const netCashFlow = line({
  id: 'netCashFlow',
  ...yearly,
  es: 'Flujo neto de caja',
  en: 'Net cash flow',
  formula: () => eq`${operatingCashFlow} + ${investmentCashFlow} + ${financingCashFlow}`,
})
export const openingCash = input({
  id: 'cashOpening',
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Caja inicial',
  en: 'Opening cash',
  at: '{existing}/cash',
})
export const cash = line({
  id: 'cash',
  unit: 'COP',
  numeral: '11.3',
  es: 'Caja',
  en: 'Cash',
  formula: () => eq`if(${planYear} == 0, ${openingCash}, prev(${cash})) + ${netCashFlow} * ${oneYear}`,
})
/** The provider's own cash: the plan's less what other entities hold. */
export const providerCash = line({
  id: 'providerCash',
  ...stock,
  es: 'Caja del prestador',
  en: "Provider's cash",
  formula: () => eq`${cash} - sum(${entityCash})`,
})
