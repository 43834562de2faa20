import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { billedUsers } from '../1-projections/users.ts'
import { inflationIndex } from '../3-costs/prices.ts'
import { monthsPerYear, oneYear, planYear } from '../constants.ts'
import { municipality, userClass, zone } from '../dimensions.ts'
import { vacantTariff } from './cra-720.ts'
import { usesCra720 } from './cra-720-inputs.ts'
import { vacantShare } from './cra-720-quantities.ts'
import { referenceTariff } from './reference.ts'

const row = [municipality, userClass, zone] as const

const factorGiven = input({
  id: 'factorGiven',
  over: row,
  unit: 'share',
  form: 'path',
  numeral: '5.5.2',
  es: 'Factor de subsidio (−) o contribución (+) del plan',
  en: "Plan's subsidy (−) or contribution (+) factor",
  at: ['{subsidies}/factors/{userClass}/{zone}', '{subsidies}/factors/{userClass}'],
})
const factorBase = input({
  id: 'factorBase',
  over: row,
  unit: 'share',
  form: 'path',
  numeral: '5.5.2',
  es: 'Factor del año base',
  en: 'Factor of the base year',
  at: ['{baseSubsidies}/factors/{userClass}/{zone}', '{baseSubsidies}/factors/{userClass}'],
})
export const factor = line({
  id: 'factor',
  over: row,
  unit: 'share',
  numeral: '5.5.2',
  es: 'Factor de subsidio (−) o contribución (+)',
  en: 'Subsidy (−) or contribution (+) factor',
  formula: () => eq`if(${planYear} == 0, ${factorBase}, ${factorGiven})`,
})
export const userTariff = line({
  id: 'userTariff',
  over: row,
  unit: 'COP/user·month',
  numeral: '11.3',
  es: 'Tarifa al usuario',
  en: "User's tariff",
  formula: () => eq`${referenceTariff} * (1 + ${factor})`,
})
/** Vacant premises pay a tariff of their own under CRA 720: what that moves the row's mean. */
const vacantAdjustment = line({
  id: 'vacantAdjustment',
  over: row,
  unit: 'COP/user·month',
  numeral: 'CRA 720 art. 39',
  detail: true,
  es: 'Ajuste medio por predios desocupados',
  en: 'Mean adjustment for vacant premises',
  formula: () =>
    eq`if(${usesCra720} and ${vacantShare} > 0, ${vacantShare} * (${vacantTariff} - ${referenceTariff}), 0)`,
})
export const tariffEntitlement = line({
  id: 'tariffEntitlement',
  over: row,
  unit: 'COP/year',
  numeral: '11.3',
  additive: true,
  es: 'Derecho tarifario (a costo pleno)',
  en: 'Tariff entitlement (at full cost)',
  formula: () => eq`${billedUsers} * (${referenceTariff} + ${vacantAdjustment}) * ${monthsPerYear}`,
})
export const billing = line({
  id: 'billing',
  over: row,
  unit: 'COP/year',
  numeral: '11.3',
  additive: true,
  es: 'Facturación',
  en: 'Billing',
  formula: () => eq`${billedUsers} * (${userTariff} + ${vacantAdjustment} * (1 + ${factor})) * ${monthsPerYear}`,
})
export const subsidy = line({
  id: 'subsidy',
  over: row,
  unit: 'COP/year',
  numeral: '10.1',
  additive: true,
  es: 'Subsidios',
  en: 'Subsidies',
  formula: () =>
    eq`${billedUsers} * (${referenceTariff} + ${vacantAdjustment}) * max(0 - ${factor}, 0) * ${monthsPerYear}`,
})
export const contribution = line({
  id: 'contribution',
  over: row,
  unit: 'COP/year',
  numeral: '10.1',
  additive: true,
  es: 'Contribuciones',
  en: 'Contributions',
  formula: () => eq`${billedUsers} * (${referenceTariff} + ${vacantAdjustment}) * max(${factor}, 0) * ${monthsPerYear}`,
})

export const subsidyBalance = line({
  id: 'subsidyBalance',
  over: [municipality],
  unit: 'COP/year',
  numeral: '10.1',
  additive: true,
  es: 'Balance de subsidios y contribuciones',
  en: 'Balance of subsidies and contributions',
  formula: () => eq`sum(${contribution}) - sum(${subsidy})`,
})
const fundCoverageGiven = input({
  id: 'fundCoverageGiven',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '10.1',
  otherwise: 1,
  es: 'Parte del déficit que gira el FSRI',
  en: 'Share of the deficit that the fund transfers',
  at: '{subsidies}/fundCoverage',
})
const fundCoverageBase = input({
  id: 'fundCoverageBase',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '10.1',
  otherwise: 1,
  es: 'Parte del déficit que gira el FSRI en el año base',
  en: 'Share of the deficit that the fund transfers in the base year',
  at: '{baseSubsidies}/fundCoverage',
})
const fundCoverage = line({
  id: 'fundCoverage',
  over: [municipality],
  unit: 'share',
  numeral: '10.1',
  es: 'Cobertura del déficit por el FSRI',
  en: "Fund's coverage of the deficit",
  formula: () => eq`if(${planYear} == 0, ${fundCoverageBase}, ${fundCoverageGiven})`,
})
const transferDelay = input({
  id: 'transferDelay',
  over: [municipality],
  unit: 'months',
  form: 'number',
  numeral: '10.1',
  es: 'Meses que tarda el giro del FSRI',
  en: "Months of the fund's delay",
  at: '{subsidies}/transferDelayMonths',
})
export const fundTransfer = line({
  id: 'fundTransfer',
  over: [municipality],
  unit: 'COP/year',
  numeral: '10.1',
  additive: true,
  es: 'Transferencias del FSRI',
  en: 'Transfers from the solidarity fund',
  formula: () => eq`max(0 - ${subsidyBalance}, 0) * ${fundCoverage}`,
})
export const unfundedSubsidy = line({
  id: 'unfundedSubsidy',
  over: [municipality],
  unit: 'COP/year',
  numeral: '10.1',
  additive: true,
  es: 'Déficit de subsidios sin financiar',
  en: 'Unfunded subsidies',
  formula: () => eq`max(0 - ${subsidyBalance}, 0) * (1 - ${fundCoverage})`,
})
export const fundReceivable = line({
  id: 'fundReceivable',
  over: [municipality],
  unit: 'COP',
  numeral: '11.3',
  additive: true,
  es: 'Cuenta por cobrar al FSRI',
  en: 'Receivable from the solidarity fund',
  formula: () => eq`${planYear} * ${fundTransfer} * ${transferDelay} / ${monthsPerYear}`,
})
export const fundReceived = line({
  id: 'fundReceived',
  over: [municipality],
  unit: 'COP/year',
  numeral: '11.3',
  additive: true,
  es: 'Giros recibidos del FSRI',
  en: 'Transfers received from the fund',
  formula: () => eq`${planYear} * (${fundTransfer} - (${fundReceivable} - prev(${fundReceivable})) / ${oneYear})`,
})
export const fundSurplus = line({
  id: 'fundSurplus',
  over: [municipality],
  unit: 'COP/year',
  numeral: '10.1',
  additive: true,
  es: 'Superávit girado al FSRI',
  en: 'Surplus paid to the solidarity fund',
  formula: () => eq`max(${subsidyBalance}, 0)`,
})

const householdIncome = input({
  id: 'householdIncome',
  over: [municipality, userClass],
  unit: 'COP/user·month',
  form: 'number',
  numeral: '5.2',
  otherwise: Number.NaN,
  es: 'Ingreso mensual del hogar',
  en: "Household's monthly income",
  at: '{municipality}/householdIncome/{userClass}',
})
export const affordability = line({
  id: 'affordability',
  over: [municipality, userClass],
  unit: 'share',
  numeral: '5.2',
  es: 'Tarifa sobre ingreso del hogar',
  en: 'Tariff over household income',
  formula: () => eq`ratio(maxOver(${userTariff}), ${householdIncome} * ${inflationIndex})`,
})
