import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { planYear } from '../constants.ts'
import { priceIndex } from '../dimensions.ts'

const constantPrices = input({
  id: 'constantPrices',
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Precios constantes (1 = sí)',
  en: 'Constant prices (1 = yes)',
  at: '/economy/prices=constant',
})
const inflation = input({
  id: 'inflation',
  unit: 'share',
  form: 'path',
  numeral: '11.3',
  es: 'Inflación anual',
  en: 'Yearly inflation',
  at: '/economy/inflation',
})
/** Every index grows with inflation unless its own growth is given; `none` does not grow. */
const indexGrowthGiven = input({
  id: 'indexGrowthGiven',
  over: [priceIndex],
  unit: 'share',
  form: 'path',
  numeral: '11.3',
  es: 'Crecimiento anual del índice',
  en: "Index's yearly growth",
  at: ['/economy/indices/{priceIndex}', '{indexed}/economy/inflation'],
})
const isNominal = given({
  id: 'indexIsNone',
  over: [priceIndex],
  unit: '1',
  es: 'Índice sin variación (1 = sí)',
  en: 'Index without change (1 = yes)',
})
const indexGrowth = line({
  id: 'indexGrowth',
  over: [priceIndex],
  unit: 'share',
  numeral: '11.3',
  es: 'Variación anual del índice en la base de precios',
  en: "Index's yearly change in the basis of prices",
  formula: () =>
    eq`if(${constantPrices} and not(${isNominal}), (1 + ${indexGrowthGiven}) / (1 + ${inflation}) - 1, ${indexGrowthGiven})`,
})
export const indexLevel = line({
  id: 'indexLevel',
  over: [priceIndex],
  unit: 'share',
  numeral: '11.3',
  es: 'Índice de precios (año base = 1)',
  en: 'Price index (base year = 1)',
  formula: () => eq`if(${planYear} == 0, 1, prev(${indexLevel}) * (1 + ${indexGrowth}))`,
})
const isInflation = given({
  id: 'indexIsInflation',
  over: [priceIndex],
  unit: '1',
  es: 'Es el índice de inflación (1 = sí)',
  en: 'Is the inflation index (1 = yes)',
})
export const inflationIndex = line({
  id: 'inflationIndex',
  unit: 'share',
  numeral: '11.3',
  es: 'Índice de inflación (año base = 1)',
  en: 'Inflation index (base year = 1)',
  formula: () => eq`sum(${indexLevel} * ${isInflation})`,
})
