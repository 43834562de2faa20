import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { administration, itemDepreciation, operationMaintenance } from '../3-costs/items.ts'
import { billing, tariffEntitlement, unfundedSubsidy } from '../4-tariffs/billing.ts'
import { conditionalDepreciation, grantOperation } from '../5-funding/grants.ts'
import { oneYear, planYear, yearIndex } from '../constants.ts'
import { asset, municipality } from '../dimensions.ts'
import { closureProvisionCharge } from './closure.ts'
import { productSales, specialServices } from './sales.ts'

const yearly = { unit: 'COP/year', numeral: '11.3' } as const

const measuredEfficiency = input({
  id: 'collectionEfficiencyMeasured',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '5.5.3',
  otherwise: 1,
  es: 'Eficiencia de recaudo del municipio',
  en: "Municipality's collection efficiency",
  at: '{municipality}/collectionEfficiency',
})
const efficiencyTarget = input({
  id: 'collectionEfficiencyTarget',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '8',
  otherwise: Number.NaN,
  es: 'Meta de eficiencia de recaudo',
  en: 'Collection efficiency target',
  at: ['{alternative}/targets/collectionEfficiency/{municipalityId}', '{alternative}/targets/collectionEfficiency'],
})
export const collectionEfficiency = line({
  id: 'collectionEfficiency',
  over: [municipality],
  unit: 'share',
  numeral: '5.5.3',
  es: 'Eficiencia de recaudo',
  en: 'Collection efficiency',
  formula: () => eq`if(${planYear} and known(${efficiencyTarget}), ${efficiencyTarget}, ${measuredEfficiency})`,
})
export const badDebtShare = input({
  id: 'badDebtShare',
  over: [municipality],
  unit: 'share',
  form: 'number',
  numeral: '5.5.3',
  otherwise: 1,
  es: 'Parte de lo no recaudado que se pierde',
  en: 'Share of what is not collected that is lost',
  at: '{municipality}/badDebtShare',
})
export const municipalBilling = line({
  id: 'municipalBilling',
  over: [municipality],
  ...yearly,
  es: 'Facturación del municipio',
  en: "Municipality's billing",
  formula: () => eq`sum(${billing})`,
})

export const operatingIncome = line({
  id: 'operatingIncome',
  ...yearly,
  es: 'Ingresos operacionales',
  en: 'Operating income',
  formula: () =>
    eq`${planYear} * (sum(${tariffEntitlement}) - sum(${unfundedSubsidy}) + ${productSales} + ${specialServices} + sum(${grantOperation}))`,
})
export const badDebt = line({
  id: 'badDebt',
  ...yearly,
  es: 'Deterioro de cartera',
  en: 'Bad debt',
  formula: () => eq`${planYear} * sum(${badDebtShare} * (1 - ${collectionEfficiency}) * ${municipalBilling})`,
})
export const operatingExpense = line({
  id: 'operatingExpense',
  ...yearly,
  es: 'Gastos operacionales',
  en: 'Operating expense',
  formula: () => eq`${operationMaintenance} + ${administration} + ${badDebt} + ${closureProvisionCharge}`,
})
export const ebitda = line({
  id: 'ebitda',
  ...yearly,
  es: 'EBITDA',
  en: 'EBITDA',
  formula: () => eq`${operatingIncome} - ${operatingExpense}`,
})

const assetGross = input({
  id: 'assetGross',
  over: [asset],
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Valor bruto del activo',
  en: "Asset's gross value",
  at: '{asset}/gross',
})
const assetAccumulated = input({
  id: 'assetAccumulated',
  over: [asset],
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Depreciación acumulada del activo',
  en: "Asset's accumulated depreciation",
  at: '{asset}/accumulated',
})
const assetLife = input({
  id: 'assetRemainingLife',
  over: [asset],
  unit: 'years',
  form: 'number',
  numeral: '11.3',
  es: 'Vida remanente del activo',
  en: "Asset's remaining life",
  at: '{asset}/remainingLife',
})
const assetIsLand = input({
  id: 'assetIsLand',
  over: [asset],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Es terreno (1 = sí)',
  en: 'Is land (1 = yes)',
  at: '{asset}/land',
})
export const assetNet = line({
  id: 'assetNet',
  over: [asset],
  axis: 'once',
  unit: 'COP',
  numeral: '11.3',
  detail: true,
  es: 'Valor neto del activo existente',
  en: "Existing asset's net value",
  formula: () => eq`${assetGross} - ${assetAccumulated}`,
})
export const existingDepreciation = line({
  id: 'existingDepreciation',
  over: [asset],
  ...yearly,
  detail: true,
  es: 'Depreciación del activo existente',
  en: "Existing asset's depreciation",
  formula: () =>
    eq`if(${assetIsLand} or ${planYear} == 0 or ${yearIndex} * ${oneYear} > ${assetLife}, 0, ${assetNet} / ${assetLife})`,
})
export const depreciation = line({
  id: 'depreciation',
  ...yearly,
  es: 'Depreciación',
  en: 'Depreciation',
  formula: () => eq`sum(${itemDepreciation}) + sum(${conditionalDepreciation}) + sum(${existingDepreciation})`,
})
export const operatingProfit = line({
  id: 'operatingProfit',
  ...yearly,
  es: 'Utilidad operacional',
  en: 'Operating profit',
  formula: () => eq`${ebitda} - ${depreciation}`,
})

export const openingReceivables = input({
  id: 'receivablesOpening',
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Cartera inicial',
  en: 'Opening receivables',
  at: '{existing}/receivables',
})
export const userReceivables = line({
  id: 'userReceivables',
  unit: 'COP',
  numeral: '11.3',
  es: 'Cartera de usuarios',
  en: 'Receivables from users',
  formula: () =>
    eq`if(${planYear} == 0, ${openingReceivables}, sum((1 - ${badDebtShare}) * (1 - ${collectionEfficiency}) * ${municipalBilling}) * ${oneYear})`,
})
