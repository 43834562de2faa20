import { line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { capitalExpenditure } from '../3-costs/items.ts'
import { conditionalDepreciation, grantConditional } from '../5-funding/grants.ts'
import { discountRate, oneYear, planYear } from '../constants.ts'
import { cash, financialIncome, openingCash, taxesPaid } from './cash.ts'
import { closureWorks } from './closure.ts'
import {
  capitalGrants,
  collections,
  draws,
  fees,
  fundSurplusPaid,
  fundTransferReceived,
  interestPaid,
  operationGrants,
  ownResourcesTotal,
  principal,
  runningCostsPaid,
} from './flows.ts'
import { productSales, specialServices } from './sales.ts'

const yearly = { unit: 'COP/year', numeral: '11.3' } as const

const cashChange = line({
  id: 'cashChange',
  ...yearly,
  detail: true,
  es: 'Variación de la caja',
  en: 'Change of cash',
  formula: () => eq`(${cash} - if(${planYear} == 0, ${openingCash}, prev(${cash}))) / ${oneYear}`,
})
export const cashIncrease = line({
  id: 'cashIncrease',
  ...yearly,
  es: 'Aumento de la caja',
  en: 'Increase of cash',
  formula: () => eq`max(0, ${cashChange})`,
})
export const cashDecrease = line({
  id: 'cashDecrease',
  ...yearly,
  es: 'Disminución de la caja',
  en: 'Decrease of cash',
  formula: () => eq`max(0, 0 - ${cashChange})`,
})
export const debtService = line({
  id: 'debtService',
  ...yearly,
  es: 'Servicio de la deuda',
  en: 'Debt service',
  formula: () => eq`${principal} + ${interestPaid}`,
})
export const totalUses = line({
  id: 'totalUses',
  ...yearly,
  es: 'Usos, total',
  en: 'Uses, total',
  formula: () =>
    eq`${runningCostsPaid} + ${capitalExpenditure} + ${debtService} + ${fees} + ${taxesPaid} + ${fundSurplusPaid} + ${closureWorks} + ${cashIncrease}`,
})
export const totalSources = line({
  id: 'totalSources',
  ...yearly,
  es: 'Fuentes, total',
  en: 'Sources, total',
  formula: () =>
    eq`${collections} + ${fundTransferReceived} + ${productSales} + ${specialServices} + ${operationGrants} + ${capitalGrants} + ${ownResourcesTotal} + ${draws} + ${financialIncome} + ${cashDecrease}`,
})
const conditionalAssets = line({
  id: 'conditionalAssets',
  unit: 'COP',
  numeral: '11.3',
  es: 'Activos netos bajo condición',
  en: 'Net assets given on condition',
  formula: () =>
    eq`prev(${conditionalAssets}) + (sum(${grantConditional}) - sum(${conditionalDepreciation})) * ${oneYear}`,
})
/** An implicit contribution, without cash [11.3: rendimientos sobre activos aportados bajo condición]. */
export const conditionalReturn = line({
  id: 'conditionalReturn',
  ...yearly,
  es: 'Rendimiento de activos aportados bajo condición',
  en: 'Return on assets given on condition',
  formula: () => eq`prev(${conditionalAssets}) * ${discountRate} / ${oneYear}`,
})
