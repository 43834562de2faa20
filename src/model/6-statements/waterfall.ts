import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { inflationIndex } from '../3-costs/prices.ts'
import { grantCapitalByEntity } from '../5-funding/grants.ts'
import { agreedDraws } from '../5-funding/loans.ts'
import { oneYear, planYear } from '../constants.ts'
import { loan, source, step } from '../dimensions.ts'
import { cash, financialIncome, openingCash, operatingCashFlow } from './cash.ts'
import { entityCash } from './entities.ts'
import { fees, interestPaid, investmentCashFlow, ownResourcesTotal, principal } from './flows.ts'

const yearly = { unit: 'COP/year', numeral: '11.3' } as const

const cashFloor = input({
  id: 'cashFloor',
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Caja mínima, pesos del año base',
  en: 'Least cash, base-year pesos',
  at: '{alternative}/financing/cashFloor',
})
const hasWaterfall = given({
  id: 'hasWaterfall',
  unit: '1',
  numeral: '11.3',
  es: 'La alternativa tiene cierre financiero (1 = sí)',
  en: 'The alternative has a funding waterfall (1 = yes)',
  from: ['{alternative}/financing'],
})
const yearlyCap = input({
  id: 'stepYearlyCap',
  over: [step],
  unit: 'COP/year',
  form: 'path',
  numeral: '11.3',
  otherwise: 1e18,
  es: 'Tope anual de la fuente, pesos del año base',
  en: "Source's yearly cap, base-year pesos",
  at: '{step}/yearlyCap',
})
const totalCap = input({
  id: 'stepTotalCap',
  over: [step],
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  otherwise: 1e18,
  es: 'Tope total de la fuente, pesos del año base',
  en: "Source's total cap, base-year pesos",
  at: '{step}/total',
})
const isLoanStep = input({
  id: 'stepIsLoan',
  over: [step],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'La fuente es un crédito (1 = sí)',
  en: 'The source is a loan (1 = yes)',
  at: '{step}/source=loan',
})
const stepSource = input({
  id: 'stepSource',
  over: [step, source],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Fuente del escalón (1 = sí)',
  en: "Step's source (1 = yes)",
  at: '{step}/source={source}',
})
const loanOfYear = given({
  id: 'waterfallLoanOfYear',
  over: [loan],
  axis: 'financial',
  unit: '1',
  numeral: '11.3',
  es: 'El crédito del cierre es el de este año (1 = sí)',
  en: "The waterfall's loan is this year's (1 = yes)",
  from: ['{alternative}/financing'],
})

const flowBefore = line({
  id: 'cashFlowBeforeWaterfall',
  ...yearly,
  detail: true,
  es: 'Flujo de caja antes del cierre financiero',
  en: 'Cash flow before the funding waterfall',
  formula: () =>
    eq`${operatingCashFlow} + ${investmentCashFlow} + sum(${agreedDraws}) - ${principal} - ${interestPaid} - ${fees} + ${financialIncome} + sum(${grantCapitalByEntity}) + ${ownResourcesTotal}`,
})
const cashBefore = line({
  id: 'providerCashBeforeWaterfall',
  unit: 'COP',
  numeral: '11.3',
  detail: true,
  es: 'Caja del prestador antes del cierre financiero',
  en: "Provider's cash before the funding waterfall",
  formula: () =>
    eq`if(${planYear} == 0, ${openingCash}, prev(${cash})) + ${flowBefore} * ${oneYear} - sum(${entityCash})`,
})
export const cashShortfall = line({
  id: 'cashShortfall',
  ...yearly,
  es: 'Faltante de caja bajo la mínima, antes del cierre financiero',
  en: 'Shortfall of cash below the floor, before the waterfall',
  formula: () => eq`${hasWaterfall} * max(0, ${cashFloor} * ${inflationIndex} - ${cashBefore}) / ${oneYear}`,
})
/** Each source fills what the earlier ones left, up to its cap of the year and what is left of its total. */
export const waterfallFill = line({
  id: 'waterfallFill',
  over: [step],
  ...yearly,
  es: 'Aporte de cada fuente al cierre financiero',
  en: 'What each source of the waterfall fills',
  formula: () =>
    eq`max(0, min(${cashShortfall} - before(${waterfallFill}), ${yearlyCap} * ${inflationIndex}, (${totalCap} - prev(${filled})) * ${inflationIndex} / ${oneYear}))`,
})
const filled = line({
  id: 'waterfallFilled',
  over: [step],
  unit: 'COP',
  numeral: '11.3',
  detail: true,
  es: 'Aportado por la fuente, pesos del año base',
  en: 'Filled by the source, base-year pesos',
  formula: () => eq`prev(${filled}) + ${waterfallFill} / ${inflationIndex} * ${oneYear}`,
})
export const waterfallGrant = line({
  id: 'waterfallGrant',
  over: [source],
  ...yearly,
  es: 'Aporte del cierre financiero',
  en: 'Grant of the funding waterfall',
  formula: () => eq`sum(${waterfallFill} * ${stepSource})`,
})
const waterfallBorrowed = line({
  id: 'waterfallBorrowed',
  ...yearly,
  detail: true,
  es: 'Crédito del cierre financiero',
  en: 'Borrowed by the funding waterfall',
  formula: () => eq`sum(${waterfallFill} * ${isLoanStep})`,
})
export const waterfallDraw = line({
  id: 'waterfallDraw',
  over: [loan],
  ...yearly,
  es: 'Desembolso del cierre financiero',
  en: 'Draw of the funding waterfall',
  formula: () => eq`${waterfallBorrowed} * ${loanOfYear}`,
})
export const fundingGap = line({
  id: 'fundingGap',
  ...yearly,
  es: 'Faltante de caja sin financiar',
  en: 'Funding gap',
  formula: () => eq`${cashShortfall} - sum(${waterfallFill})`,
})
