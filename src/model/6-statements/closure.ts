import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { disposed } from '../1-projections/recovery.ts'
import { indexLevel } from '../3-costs/prices.ts'
import { oneYear, planYear } from '../constants.ts'
import { municipality, priceIndex } from '../dimensions.ts'

const provisionPerTonne = input({
  id: 'closureProvisionPerTonne',
  unit: 'COP/t',
  form: 'path',
  numeral: '11.3',
  es: 'Provisión de clausura por tonelada',
  en: 'Closure provision a tonne',
  at: '{alternative}/closure/provisionPerTonne',
})
const worksGiven = input({
  id: 'closureWorksGiven',
  axis: 'financial',
  unit: 'COP/year',
  form: 'years',
  numeral: '11.2',
  es: 'Obras de clausura a precios del año base',
  en: 'Closure works at base-year prices',
  at: '{alternative}/closure/works',
})
const chosenIndex = input({
  id: 'closureIndex',
  over: [priceIndex],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Índice de la clausura (1 = sí)',
  en: "Closure's index (1 = yes)",
  at: '{alternative}/closure/index={priceIndex}',
})
const openingProvision = input({
  id: 'closureProvisionOpening',
  unit: 'COP',
  form: 'number',
  numeral: '11.3',
  es: 'Provisión de clausura inicial',
  en: 'Opening closure provision',
  at: '{existing}/closureProvision',
})
const closureIndexLevel = line({
  id: 'closureIndexLevel',
  unit: 'share',
  numeral: '11.3',
  detail: true,
  es: 'Índice de la clausura',
  en: "Closure's index",
  formula: () => eq`sum(${indexLevel} * ${chosenIndex})`,
})
export const closureWorks = line({
  id: 'closureWorks',
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Obras de clausura',
  en: 'Closure works',
  formula: () => eq`${planYear} * ${worksGiven} * ${closureIndexLevel}`,
})
const closureAccrual = line({
  id: 'closureAccrual',
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Provisión de clausura del año',
  en: "Year's closure provision",
  formula: () => eq`${planYear} * sum(${disposed}) * ${provisionPerTonne} * ${closureIndexLevel}`,
})
/** Works beyond what was set aside are an expense of their year. */
export const closureProvisionCharge = line({
  id: 'closureProvisionCharge',
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Provisión de clausura y obras sin provisión',
  en: 'Closure provision and works beyond it',
  formula: () =>
    eq`${closureAccrual} + max(0, ${closureWorks} - ${closureAccrual} - prev(${closureProvision}) / ${oneYear})`,
})
export const closureProvision = line({
  id: 'closureProvision',
  unit: 'COP',
  numeral: '11.3',
  es: 'Provisión de clausura acumulada',
  en: 'Closure provision',
  formula: () =>
    eq`if(${planYear} == 0, ${openingProvision}, prev(${closureProvision}) + (${closureProvisionCharge} - ${closureWorks}) * ${oneYear})`,
})
export const closureChargeByMunicipality = line({
  id: 'closureChargeByMunicipality',
  over: [municipality],
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Provisión de clausura por municipio',
  en: 'Closure provision by municipality',
  formula: () => eq`if(${totalDisposed} == 0, 0, ${closureProvisionCharge} * ${disposed} / ${totalDisposed})`,
})
const totalDisposed = line({
  id: 'totalDisposed',
  axis: 'waste',
  unit: 't/year',
  numeral: '5.4.5',
  detail: true,
  es: 'Residuos dispuestos, total',
  en: 'Waste disposed of, total',
  formula: () => eq`sum(${disposed})`,
})
