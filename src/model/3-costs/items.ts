import { figure, given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { item, priceIndex } from '../dimensions.ts'
import { driverQuantity } from './drivers.ts'
import { indexLevel } from './prices.ts'

const isInvestment = input({
  id: 'itemIsInvestment',
  over: [item],
  unit: '1',
  form: 'flag',
  numeral: '11.2',
  es: 'Es inversión (1 = sí)',
  en: 'Is an investment (1 = yes)',
  at: '{item}/category=investment',
})
const isOperation = input({
  id: 'itemIsOperation',
  over: [item],
  unit: '1',
  form: 'flag',
  numeral: '11.2',
  es: 'Es operación y mantenimiento (1 = sí)',
  en: 'Is operation and maintenance (1 = yes)',
  at: '{item}/category=operationMaintenance',
})
const isAdministration = input({
  id: 'itemIsAdministration',
  over: [item],
  unit: '1',
  form: 'flag',
  numeral: '11.2',
  es: 'Es administración (1 = sí)',
  en: 'Is administration (1 = yes)',
  at: '{item}/category=administration',
})
export const isLand = input({
  id: 'itemIsLand',
  over: [item],
  unit: '1',
  form: 'flag',
  numeral: '11.2',
  es: 'Es terreno (1 = sí)',
  en: 'Is land (1 = yes)',
  at: '{item}/class=land',
})
const chosenIndex = input({
  id: 'itemIndex',
  over: [item, priceIndex],
  unit: '1',
  form: 'flag',
  numeral: '11.2',
  es: 'Índice del renglón (1 = sí)',
  en: "Item's index (1 = yes)",
  at: '{item}/index={priceIndex}',
})
const runningAmount = input({
  id: 'runningAmount',
  over: [item],
  unit: 'COP/year',
  form: 'flow',
  numeral: '11.2',
  es: 'Costo anual a precios del año base',
  en: 'Yearly cost at base-year prices',
  at: '{runningItem}/amount',
})
const unitCost = input({
  id: 'unitCost',
  over: [item],
  unit: 'COP/unit',
  form: 'path',
  numeral: '11.2',
  es: 'Costo unitario a precios del año base',
  en: 'Unit cost at base-year prices',
  at: '{item}/unit',
})
const investmentAmount = input({
  id: 'investmentAmount',
  over: [item],
  axis: 'financial',
  unit: 'COP/year',
  form: 'years',
  numeral: '11.2',
  es: 'Inversión a precios del año base',
  en: 'Investment at base-year prices',
  at: '{investmentItem}/amount',
})
const replaces = input({
  id: 'itemReplaces',
  over: [item],
  unit: '1',
  form: 'flag',
  numeral: '11.2',
  es: 'Se repone al terminar su vida (1 = sí)',
  en: 'Is replaced at the end of its life (1 = yes)',
  at: '{item}/replace',
})
/** Land has no life; it never reaches the end of one. */
export const itemLife = input({
  id: 'itemLife',
  over: [item],
  unit: 'years',
  form: 'number',
  numeral: '11.2',
  otherwise: 100,
  es: 'Vida útil',
  en: 'Useful life',
  at: '{item}/life',
})
const residual = input({
  id: 'itemResidual',
  over: [item],
  unit: 'share',
  form: 'number',
  numeral: '11.2',
  es: 'Valor residual',
  en: 'Residual value',
  at: '{item}/residual',
})
/** 1 while a running cost is active; an investment's own years carry it. */
const active = given({
  id: 'itemActive',
  from: ['{item}/from', '{item}'],
  over: [item],
  axis: 'financial',
  unit: '1',
  numeral: '11.2',
  es: 'Renglón vigente en el año (1 = sí)',
  en: 'Item active in the year (1 = yes)',
})
const lastPlanYear = given({
  id: 'lastPlanYear',
  axis: 'financial',
  unit: '1',
  es: 'Último año del horizonte (1 = sí)',
  en: 'Last year of the horizon (1 = yes)',
})

const itemPriceIndex = line({
  id: 'itemPriceIndex',
  over: [item],
  unit: 'share',
  numeral: '11.2',
  detail: true,
  es: 'Índice de precios del renglón',
  en: "Item's price index",
  formula: () => eq`sum(${indexLevel} * ${chosenIndex})`,
})
export const runningCost = line({
  id: 'runningCost',
  over: [item],
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Costo de funcionamiento',
  en: 'Running cost',
  formula: () => eq`${active} * (${runningAmount} + ${unitCost} * ${driverQuantity}) * ${itemPriceIndex}`,
})
const purchase = line({
  id: 'purchaseAtBasePrices',
  over: [item],
  unit: 'COP/year',
  numeral: '11.2',
  detail: true,
  es: 'Compra y reposiciones a precios del año base',
  en: 'Purchase and replacements at base-year prices',
  formula: () => eq`${investmentAmount} + if(${replaces} and not(${lastPlanYear}), lag(${purchase}, ${itemLife}), 0)`,
})
export const investment = line({
  id: 'investment',
  over: [item],
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Inversión',
  en: 'Investment',
  formula: () => eq`${isInvestment} * ${purchase} * ${itemPriceIndex}`,
})
export const itemDepreciation = line({
  id: 'itemDepreciation',
  over: [item],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Depreciación del renglón',
  en: "Item's depreciation",
  formula: () => eq`if(${isLand}, 0, trailing(${investment}, ${itemLife}) * (1 - ${residual}) / ${itemLife})`,
})

export const operationMaintenance = line({
  id: 'operationMaintenance',
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Operación y mantenimiento',
  en: 'Operation and maintenance',
  formula: () => eq`sum(${runningCost} * ${isOperation})`,
})
export const administration = line({
  id: 'administration',
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Administración',
  en: 'Administration',
  formula: () => eq`sum(${runningCost} * ${isAdministration})`,
})
export const capitalExpenditure = line({
  id: 'capitalExpenditure',
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Inversiones',
  en: 'Capital expenditure',
  formula: () => eq`sum(${investment})`,
})

const itemJobs = input({
  id: 'itemJobs',
  over: [item],
  unit: 'jobs',
  form: 'number',
  numeral: '10.3',
  es: 'Empleos que sostiene',
  en: 'Jobs that it sustains',
  at: '{item}/jobs',
})
export const jobs = line({
  id: 'jobs',
  unit: 'jobs',
  numeral: '10.3',
  es: 'Empleos',
  en: 'Jobs',
  formula: () => eq`sum(${itemJobs} * if(${isInvestment}, ${purchase} > 0, ${active}))`,
})
export const jobYears = figure({
  id: 'jobYears',
  unit: 'job·year',
  numeral: '10.3',
  es: 'Empleos-año generados',
  en: 'Job-years',
  formula: () => eq`total(${jobs})`,
})
