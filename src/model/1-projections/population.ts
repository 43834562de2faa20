import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { yearIndex } from '../constants.ts'
import { expansion, municipality, zone } from '../dimensions.ts'

export const projectedPopulation = given({
  id: 'projectedPopulation',
  from: ['{municipality}/population/given/{zone}', '{municipality}/censuses'],
  over: [municipality, zone],
  axis: 'waste',
  unit: 'inhabitants',
  numeral: '6.1',
  es: 'Población proyectada por el método elegido',
  en: 'Population projected by the chosen method',
})
const growthDelta = input({
  id: 'growthDelta',
  over: [municipality],
  unit: 'share',
  form: 'number',
  numeral: '6.1',
  es: 'Crecimiento anual añadido',
  en: 'Added yearly growth',
  at: '{municipality}/population/growthDelta',
})
const floatingPopulation = input({
  id: 'floatingPopulation',
  over: [municipality, zone],
  unit: 'inhabitants',
  form: 'path',
  numeral: '6.1',
  es: 'Población flotante equivalente',
  en: 'Equivalent floating population',
  at: '{municipality}/population{urbanOnly}/floating',
})

export const settledPopulation = line({
  id: 'settledPopulation',
  over: [municipality, zone],
  axis: 'waste',
  unit: 'inhabitants',
  numeral: '6.1',
  detail: true,
  es: 'Población sin áreas de expansión',
  en: 'Population without expansion areas',
  formula: () => eq`max(0, ${projectedPopulation}) * (1 + ${growthDelta})^${yearIndex} + ${floatingPopulation}`,
})

export const zoneGrowth = line({
  id: 'zoneGrowth',
  over: [municipality, zone],
  axis: 'waste',
  unit: 'share',
  numeral: '6.2',
  detail: true,
  es: 'Población de la zona respecto del año base',
  en: "Zone's population over the base year's",
  formula: () => eq`if(first(${settledPopulation}) == 0, 1, ${settledPopulation} / first(${settledPopulation}))`,
})

const expansionStart = given({
  id: 'expansionStart',
  from: ['{expansion}/year'],
  over: [expansion],
  unit: '1',
  numeral: '6.4',
  es: 'Año del plan en que aparece',
  en: 'Plan year in which it appears',
})
const expansionInitial = input({
  id: 'expansionInitial',
  over: [expansion],
  unit: 'dwellings',
  form: 'number',
  numeral: '6.4',
  es: 'Domicilios del área de expansión',
  en: "Expansion area's dwellings",
  at: '{expansion}/dwellings',
})
const expansionPersons = input({
  id: 'expansionPersons',
  over: [expansion],
  unit: 'inh/dwelling',
  form: 'number',
  numeral: '6.4',
  es: 'Personas por domicilio del área de expansión',
  en: 'Persons a dwelling of the expansion area',
  at: '{expansion}/persons',
})
const expansionZone = line({
  id: 'expansionZone',
  over: [expansion],
  axis: 'waste',
  unit: 'inhabitants',
  numeral: '6.4',
  detail: true,
  es: 'Población de la zona que se expande',
  en: 'Population of the zone that expands',
  formula: () => eq`sum(${settledPopulation})`,
})
const expansionGrowth = line({
  id: 'expansionGrowth',
  over: [expansion],
  axis: 'waste',
  unit: 'share',
  numeral: '6.4',
  detail: true,
  es: 'Crecimiento de la zona que se expande',
  en: 'Growth of the zone that expands',
  formula: () => eq`if(prev(${expansionZone}) == 0, 1, ${expansionZone} / prev(${expansionZone}))`,
})
export const expansionDwellings = line({
  id: 'expansionDwellings',
  over: [expansion],
  axis: 'waste',
  unit: 'dwellings',
  numeral: '6.4',
  detail: true,
  es: 'Domicilios en áreas de expansión',
  en: 'Dwellings in expansion areas',
  formula: () =>
    eq`if(${yearIndex} < ${expansionStart}, 0, if(${yearIndex} == ${expansionStart}, ${expansionInitial}, prev(${expansionDwellings}) * ${expansionGrowth}))`,
})

export const population = line({
  id: 'population',
  over: [municipality, zone],
  axis: 'waste',
  unit: 'inhabitants',
  numeral: '6.1',
  additive: true,
  es: 'Población',
  en: 'Population',
  formula: () => eq`${settledPopulation} + sum(${expansionDwellings} * ${expansionPersons})`,
})
