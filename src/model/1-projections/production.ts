import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { daysPerYear, kgPerTonne, monthsPerYear, planYear } from '../constants.ts'
import { municipality, userClass, zone } from '../dimensions.ts'

const row = [municipality, userClass, zone] as const

export const perCapitaBase = input({
  id: 'perCapitaBase',
  over: [municipality, zone],
  unit: 'kg/inh·day',
  form: 'number',
  numeral: '5.3',
  es: 'Producción per cápita del año base',
  en: 'Waste per person in the base year',
  at: '{municipality}/waste/perCapita/{zone}',
})
const perCapitaGrowth = input({
  id: 'perCapitaGrowth',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '6.3',
  es: 'Crecimiento anual de la producción per cápita',
  en: 'Yearly growth of waste per person',
  at: '{municipality}/waste/perCapitaGrowth',
})
const reduction = input({
  id: 'reduction',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '8',
  es: 'Reducción en la fuente',
  en: 'Reduction at source',
  at: [
    '{alternative}/targets/reduction/{municipalityId}',
    '{alternative}/targets/reduction',
    '{municipality}/waste/reduction',
  ],
})
const perCapitaTrend = line({
  id: 'perCapitaTrend',
  over: [municipality],
  axis: 'waste',
  unit: 'share',
  numeral: '6.3',
  detail: true,
  es: 'Producción per cápita respecto del año base, sin reducción',
  en: "Waste per person over the base year's, without reduction",
  formula: () => eq`if(${planYear} == 0, 1, prev(${perCapitaTrend}) * (1 + ${perCapitaGrowth}))`,
})
const perCapitaFactor = line({
  id: 'perCapitaFactor',
  over: [municipality],
  axis: 'waste',
  unit: 'share',
  numeral: '6.3',
  detail: true,
  es: 'Producción per cápita respecto del año base',
  en: "Waste per person over the base year's",
  formula: () => eq`${perCapitaTrend} * (1 - ${planYear} * ${reduction})`,
})
export const perCapitaProduction = line({
  id: 'perCapitaProduction',
  over: [municipality, zone],
  axis: 'waste',
  unit: 'kg/inh·day',
  numeral: '6.3',
  es: 'Producción per cápita',
  en: 'Waste per person',
  formula: () => eq`${perCapitaBase} * ${perCapitaFactor}`,
})

const measuredProduction = input({
  id: 'measuredProduction',
  over: row,
  unit: 't/user·month',
  form: 'number',
  numeral: '5.3',
  otherwise: Number.NaN,
  es: 'Producción medida por usuario',
  en: 'Measured production per user',
  at: '{userRow}/productionPerUser',
})
const personsPerDwelling = input({
  id: 'personsPerDwelling',
  over: row,
  unit: 'inh/user',
  form: 'number',
  numeral: '5.3',
  es: 'Personas por domicilio',
  en: 'Persons per dwelling',
  at: '{userRow}/persons',
})
const productionFactor = input({
  id: 'productionFactor',
  over: row,
  unit: 'share',
  form: 'number',
  numeral: '5.3',
  otherwise: 1,
  es: 'Factor de producción de la clase',
  en: "Class's production factor",
  at: '{userRow}/productionFactor',
})
export const isResidential = given({
  id: 'residentialClass',
  over: [userClass],
  unit: '1',
  numeral: '6.2',
  es: 'Clase residencial (1 = sí)',
  en: 'Residential class (1 = yes)',
})
const productionBase = line({
  id: 'productionBase',
  over: row,
  axis: 'once',
  unit: 't/user·month',
  numeral: '5.3',
  detail: true,
  es: 'Producción por usuario del año base (q₀)',
  en: 'Production per user in the base year (q₀)',
  formula: () =>
    eq`if(known(${measuredProduction}), ${measuredProduction}, ${perCapitaBase} * ${personsPerDwelling} * ${daysPerYear} / ${monthsPerYear} / ${kgPerTonne} * ${productionFactor})`,
})
export const productionPerUser = line({
  id: 'productionPerUser',
  over: row,
  axis: 'waste',
  unit: 't/user·month',
  numeral: '6.3',
  es: 'Producción por usuario',
  en: 'Production per user',
  formula: () => eq`${productionBase} * if(${isResidential} and ${perCapitaBase} > 0, ${perCapitaFactor}, 1)`,
})
