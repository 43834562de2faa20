import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { capitalExpenditure } from '../3-costs/items.ts'
import { fundReceivable } from '../4-tariffs/billing.ts'
import { grantConditional } from '../5-funding/grants.ts'
import { loanClosing, loanOpening } from '../5-funding/loans.ts'
import { oneYear, planYear } from '../constants.ts'
import { cash, netProfit, openingCash, openingTax, taxPayable } from './cash.ts'
import { closureProvision } from './closure.ts'
import { entityPayables } from './entities.ts'
import { capitalGrants, ownResourcesTotal } from './flows.ts'
import { assetNet, depreciation, openingReceivables, userReceivables } from './income.ts'

const stock = { unit: 'COP', numeral: '11.3' } as const
const opening = (id: string, field: string, words: { es: string; en: string }) =>
  input({ id, ...stock, form: 'number', ...words, at: `{existing}/${field}` })

const pensions = opening('pensions', 'pensions', { es: 'Pasivo pensional', en: 'Pension liabilities' })
const others = opening('otherLiabilitiesOpening', 'otherLiabilities', {
  es: 'Otros pasivos iniciales',
  en: 'Other opening liabilities',
})

export const receivables = line({
  id: 'receivables',
  ...stock,
  es: 'Cuentas por cobrar',
  en: 'Receivables',
  formula: () => eq`${userReceivables} + sum(${fundReceivable})`,
})
export const openingFixedAssets = line({
  id: 'openingFixedAssets',
  axis: 'once',
  ...stock,
  es: 'Activos fijos netos iniciales',
  en: 'Opening net fixed assets',
  formula: () => eq`sum(${assetNet})`,
})
export const netFixedAssets = line({
  id: 'netFixedAssets',
  ...stock,
  es: 'Activos fijos netos',
  en: 'Net fixed assets',
  formula: () =>
    eq`if(${planYear} == 0, ${openingFixedAssets}, prev(${netFixedAssets})) + (${capitalExpenditure} + sum(${grantConditional}) - ${depreciation}) * ${oneYear}`,
})
export const assets = line({
  id: 'assets',
  ...stock,
  es: 'Activos',
  en: 'Assets',
  formula: () => eq`${cash} + ${receivables} + ${netFixedAssets}`,
})
export const payables = line({
  id: 'payables',
  ...stock,
  es: 'Cuentas por pagar',
  en: 'Payables',
  formula: () => eq`sum(${entityPayables})`,
})
export const debt = line({
  id: 'debt',
  ...stock,
  es: 'Deuda financiera',
  en: 'Debt',
  formula: () => eq`sum(${loanClosing})`,
})
export const otherLiabilities = line({
  id: 'otherLiabilities',
  ...stock,
  es: 'Otros pasivos',
  en: 'Other liabilities',
  formula: () => eq`${pensions} + ${others}`,
})
export const liabilities = line({
  id: 'liabilities',
  ...stock,
  es: 'Pasivos',
  en: 'Liabilities',
  formula: () => eq`${payables} + ${taxPayable} + ${debt} + ${closureProvision} + ${otherLiabilities}`,
})
export const openingEquity = line({
  id: 'openingEquity',
  ...stock,
  es: 'Patrimonio inicial',
  en: 'Opening equity',
  formula: () =>
    eq`${openingCash} + ${openingReceivables} + ${openingFixedAssets} - first(${payables}) - ${openingTax} - sum(first(${loanOpening})) - first(${closureProvision}) - ${otherLiabilities}`,
})
export const contributedCapital = line({
  id: 'contributedCapital',
  ...stock,
  es: 'Capital aportado',
  en: 'Contributed capital',
  formula: () =>
    eq`prev(${contributedCapital}) + (${capitalGrants} + sum(${grantConditional}) + ${ownResourcesTotal}) * ${oneYear}`,
})
export const retainedEarnings = line({
  id: 'retainedEarnings',
  ...stock,
  es: 'Resultados acumulados',
  en: 'Retained earnings',
  formula: () => eq`prev(${retainedEarnings}) + ${netProfit} * ${oneYear}`,
})
export const equity = line({
  id: 'equity',
  ...stock,
  es: 'Patrimonio',
  en: 'Equity',
  formula: () => eq`${openingEquity} + ${contributedCapital} + ${retainedEarnings}`,
})
export const balanceCheck = line({
  id: 'balanceCheck',
  ...stock,
  es: 'Activos menos pasivos menos patrimonio',
  en: 'Assets less liabilities less equity',
  formula: () => eq`${assets} - ${liabilities} - ${equity}`,
})
