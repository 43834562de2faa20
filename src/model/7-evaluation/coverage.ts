import { given, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { discountFactor } from '../3-costs/discount.ts'
import { investment, runningCost } from '../3-costs/items.ts'
import { grantAmount } from '../5-funding/grants.ts'
import { closureWorks } from '../6-statements/closure.ts'
import { productSales, specialServices } from '../6-statements/sales.ts'
import { program, project } from '../dimensions.ts'

const isRecovery = given({
  id: 'programIsRecovery',
  over: [program],
  unit: '1',
  numeral: '9',
  es: 'Programa de aprovechamiento (1 = sí)',
  en: 'Recovery programme (1 = yes)',
})
const isSpecial = given({
  id: 'programIsSpecial',
  over: [program],
  unit: '1',
  numeral: '9',
  es: 'Programa de servicios especiales (1 = sí)',
  en: 'Special services programme (1 = yes)',
})
const isDisposal = given({
  id: 'programIsDisposal',
  over: [program],
  unit: '1',
  numeral: '9',
  es: 'Programa de disposición final (1 = sí)',
  en: 'Disposal programme (1 = yes)',
})

export const programmeCost = line({
  id: 'programmeCost',
  over: [program],
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Costo del programa',
  en: "Programme's cost",
  formula: () => eq`sum(${runningCost} + ${investment}) + ${isDisposal} * ${closureWorks}`,
})
const projectCost = line({
  id: 'projectCost',
  over: [project],
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Costo del proyecto',
  en: "Project's cost",
  formula: () => eq`sum(${runningCost} + ${investment})`,
})
const projectGrants = line({
  id: 'projectGrants',
  over: [project],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Aportes que nombran el proyecto',
  en: 'Grants that name the project',
  formula: () => eq`sum(${grantAmount})`,
})
const programmeIncome = line({
  id: 'programmeIncome',
  over: [program],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Ingresos propios y aportes del programa',
  en: "Programme's own income and grants",
  formula: () => eq`sum(${projectGrants}) + ${isRecovery} * ${productSales} + ${isSpecial} * ${specialServices}`,
})
export const programmeCoverage = line({
  id: 'programmeCoverage',
  over: [program],
  axis: 'once',
  unit: 'share',
  numeral: 'art. 2',
  es: 'Cubrimiento del programa con sus ingresos',
  en: "Programme's costs covered by its income",
  formula: () => eq`ratio(pv(${programmeIncome}, ${discountFactor}), pv(${programmeCost}, ${discountFactor}))`,
})
export const projectCoverage = line({
  id: 'projectCoverage',
  over: [project],
  axis: 'once',
  unit: 'share',
  numeral: 'art. 2',
  es: 'Cubrimiento del proyecto con sus aportes',
  en: "Project's costs covered by its grants",
  formula: () => eq`ratio(pv(${projectGrants}, ${discountFactor}), pv(${projectCost}, ${discountFactor}))`,
})
