import type { Line } from '../../formula/entry.ts'
import { line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { tariffEntitlement, unfundedSubsidy } from '../4-tariffs/billing.ts'
import { isProvider } from '../4-tariffs/cost-recovery.ts'
import { recoveryTransfer } from '../4-tariffs/cra-720.ts'
import { grantCapitalByEntity, grantConditionalByEntity, grantOperationByEntity } from '../5-funding/grants.ts'
import { loanClosing, loanDraw } from '../5-funding/loans.ts'
import { oneYear, planYear } from '../constants.ts'
import { entity } from '../dimensions.ts'
import { openingEquity, openingFixedAssets, otherLiabilities, receivables } from './balance.ts'
import { financialIncome, incomeTax, openingCash, taxesPaid, taxPayable } from './cash.ts'
import { closureProvision, closureProvisionCharge, closureWorks } from './closure.ts'
import {
  entityCostsPaid,
  entityDepreciation,
  entityFees,
  entityInterest,
  entityInterestPaid,
  entityInvestment,
  entityPayables,
  entityPrincipal,
  entityRunningCost,
  ownResources,
} from './entities.ts'
import { collections, fundSurplusPaid, fundTransferReceived } from './flows.ts'
import { badDebt, existingDepreciation } from './income.ts'
import { productSales, specialServices } from './sales.ts'
import { waterfallGrant } from './waterfall.ts'

const yearly = { over: [entity], unit: 'COP/year', numeral: '11.3', detail: true } as const
const stock = { ...yearly, unit: 'COP' } as const

/** What the provider passes on of the recovery charge: its expense, the other entities' income; nothing in the consolidated plan. */
export const recoveryTransferTotal = line({
  id: 'recoveryTransferTotal',
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Cargo de aprovechamiento girado, total',
  en: 'Recovery charge passed on, total',
  formula: () => eq`sum(${recoveryTransfer})`,
})
const capital = line({
  id: 'entityCapitalGrants',
  ...yearly,
  es: 'Aportes de capital a la entidad',
  en: 'Capital grants to the entity',
  formula: () => eq`${grantCapitalByEntity} + ${isProvider} * sum(${waterfallGrant})`,
})
const conditional = line({
  id: 'entityConditional',
  ...yearly,
  es: 'Activos bajo condición de la entidad',
  en: "Entity's assets on condition",
  formula: () => eq`${grantConditionalByEntity}`,
})
const inc = line({
  id: 'entityOperatingIncome',
  ...yearly,
  es: 'Ingresos operacionales de la entidad',
  en: "Entity's operating income",
  formula: () =>
    eq`${isProvider} * (${planYear} * (sum(${tariffEntitlement}) - sum(${unfundedSubsidy})) + ${productSales} + ${specialServices}) + ${planYear} * ${grantOperationByEntity} + ${recoveryTransfer}`,
})
const exp = line({
  id: 'entityOperatingExpense',
  ...yearly,
  es: 'Gastos operacionales de la entidad',
  en: "Entity's operating expense",
  formula: () =>
    eq`${entityRunningCost} + ${isProvider} * (${badDebt} + ${closureProvisionCharge} + ${recoveryTransferTotal})`,
})
const ebitda = line({
  id: 'entityEbitda',
  ...yearly,
  es: 'EBITDA de la entidad',
  en: "Entity's EBITDA",
  formula: () => eq`${inc} - ${exp}`,
})
const dep = line({
  id: 'entityDepreciationTotal',
  ...yearly,
  es: 'Depreciación de la entidad',
  en: "Entity's depreciation",
  formula: () => eq`${entityDepreciation} + ${isProvider} * sum(${existingDepreciation})`,
})
const profit = line({
  id: 'entityOperatingProfit',
  ...yearly,
  es: 'Utilidad operacional de la entidad',
  en: "Entity's operating profit",
  formula: () => eq`${ebitda} - ${dep}`,
})
const finInc = line({
  id: 'entityFinancialIncome',
  ...yearly,
  es: 'Ingresos financieros de la entidad',
  en: "Entity's financial income",
  formula: () => eq`${isProvider} * ${financialIncome}`,
})
const finExp = line({
  id: 'entityFinancialExpense',
  ...yearly,
  es: 'Gastos financieros de la entidad',
  en: "Entity's financial expense",
  formula: () => eq`${entityInterest} + ${entityFees}`,
})
const before = line({
  id: 'entityProfitBeforeTax',
  ...yearly,
  es: 'Utilidad antes de impuestos de la entidad',
  en: "Entity's profit before tax",
  formula: () => eq`${profit} + ${finInc} - ${finExp}`,
})
const tax = line({
  id: 'entityIncomeTax',
  ...yearly,
  es: 'Impuesto de renta de la entidad',
  en: "Entity's income tax",
  formula: () => eq`${isProvider} * ${incomeTax}`,
})
const net = line({
  id: 'entityNetProfit',
  ...yearly,
  es: 'Utilidad neta de la entidad',
  en: "Entity's net profit",
  formula: () => eq`${before} - ${tax}`,
})
const ocf = line({
  id: 'entityOperatingCashFlow',
  ...yearly,
  es: 'Flujo de caja de operación de la entidad',
  en: "Entity's operating cash flow",
  formula: () =>
    eq`${isProvider} * (${collections} + ${fundTransferReceived} - ${fundSurplusPaid} + ${productSales} + ${specialServices} - ${taxesPaid} - ${closureWorks} - ${recoveryTransferTotal}) + ${planYear} * ${grantOperationByEntity} + ${recoveryTransfer} - ${entityCostsPaid}`,
})
const icf = line({
  id: 'entityInvestmentCashFlow',
  ...yearly,
  es: 'Flujo de caja de inversión de la entidad',
  en: "Entity's investment cash flow",
  formula: () => eq`0 - ${entityInvestment}`,
})
const fcf = line({
  id: 'entityFinancingCashFlow',
  ...yearly,
  es: 'Flujo de caja de financiación de la entidad',
  en: "Entity's financing cash flow",
  formula: () =>
    eq`sum(${loanDraw}) - ${entityPrincipal} - ${entityInterestPaid} - ${entityFees} + ${finInc} + ${capital} + ${ownResources}`,
})
const ncf = line({
  id: 'entityNetCashFlow',
  ...yearly,
  es: 'Flujo neto de caja de la entidad',
  en: "Entity's net cash flow",
  formula: () => eq`${ocf} + ${icf} + ${fcf}`,
})
const cashHeld = line({
  id: 'entityCashBalance',
  ...stock,
  es: 'Caja de la entidad',
  en: "Entity's cash",
  formula: () => eq`if(${planYear} == 0, ${isProvider} * ${openingCash}, prev(${cashHeld})) + ${ncf} * ${oneYear}`,
})
const owed = line({
  id: 'entityReceivables',
  ...stock,
  es: 'Cuentas por cobrar de la entidad',
  en: "Entity's receivables",
  formula: () => eq`${isProvider} * ${receivables}`,
})
const fixedAssets = line({
  id: 'entityNetFixedAssets',
  ...stock,
  es: 'Activos fijos netos de la entidad',
  en: "Entity's net fixed assets",
  formula: () =>
    eq`if(${planYear} == 0, ${isProvider} * ${openingFixedAssets}, prev(${fixedAssets})) + (${entityInvestment} + ${conditional} - ${dep}) * ${oneYear}`,
})
const assetsHeld = line({
  id: 'entityAssets',
  ...stock,
  es: 'Activos de la entidad',
  en: "Entity's assets",
  formula: () => eq`${cashHeld} + ${owed} + ${fixedAssets}`,
})
const taxOwed = line({
  id: 'entityTaxPayable',
  ...stock,
  es: 'Impuesto por pagar de la entidad',
  en: "Entity's tax payable",
  formula: () => eq`${isProvider} * ${taxPayable}`,
})
const borrowed = line({
  id: 'entityDebt',
  ...stock,
  es: 'Deuda de la entidad',
  en: "Entity's debt",
  formula: () => eq`sum(${loanClosing})`,
})
const provision = line({
  id: 'entityClosureProvision',
  ...stock,
  es: 'Provisión de clausura de la entidad',
  en: "Entity's closure provision",
  formula: () => eq`${isProvider} * ${closureProvision}`,
})
const others = line({
  id: 'entityOtherLiabilities',
  ...stock,
  es: 'Otros pasivos de la entidad',
  en: "Entity's other liabilities",
  formula: () => eq`${isProvider} * ${otherLiabilities}`,
})
const liabilitiesHeld = line({
  id: 'entityLiabilities',
  ...stock,
  es: 'Pasivos de la entidad',
  en: "Entity's liabilities",
  formula: () => eq`${entityPayables} + ${taxOwed} + ${borrowed} + ${provision} + ${others}`,
})
const openEquity = line({
  id: 'entityOpeningEquity',
  ...stock,
  es: 'Patrimonio inicial de la entidad',
  en: "Entity's opening equity",
  formula: () => eq`${isProvider} * ${openingEquity}`,
})
const contributed = line({
  id: 'entityContributedCapital',
  ...stock,
  es: 'Capital aportado a la entidad',
  en: 'Capital contributed to the entity',
  formula: () => eq`prev(${contributed}) + (${capital} + ${conditional} + ${ownResources}) * ${oneYear}`,
})
const retained = line({
  id: 'entityRetainedEarnings',
  ...stock,
  es: 'Resultados acumulados de la entidad',
  en: "Entity's retained earnings",
  formula: () => eq`prev(${retained}) + ${net} * ${oneYear}`,
})
const equityHeld = line({
  id: 'entityEquity',
  ...stock,
  es: 'Patrimonio de la entidad',
  en: "Entity's equity",
  formula: () => eq`${openEquity} + ${contributed} + ${retained}`,
})

/** The three statements of an entity under the ids of the consolidated lines that they add up to. */
export const entityStatements: Readonly<Record<string, Line>> = Object.freeze({
  operatingIncome: inc,
  operatingExpense: exp,
  ebitda: ebitda,
  depreciation: dep,
  operatingProfit: profit,
  financialIncome: finInc,
  financialExpense: finExp,
  profitBeforeTax: before,
  incomeTax: tax,
  netProfit: net,
  operatingCashFlow: ocf,
  investmentCashFlow: icf,
  financingCashFlow: fcf,
  netCashFlow: ncf,
  cash: cashHeld,
  receivables: owed,
  netFixedAssets: fixedAssets,
  assets: assetsHeld,
  taxPayable: taxOwed,
  debt: borrowed,
  closureProvision: provision,
  otherLiabilities: others,
  liabilities: liabilitiesHeld,
  openingEquity: openEquity,
  contributedCapital: contributed,
  retainedEarnings: retained,
  equity: equityHeld,
})
