import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { collected } from '../1-projections/generation.ts'
import { reincorporated } from '../1-projections/recovery.ts'
import { indexLevel } from '../3-costs/prices.ts'
import { planYear } from '../constants.ts'
import { material, municipality, priceIndex, specialService } from '../dimensions.ts'

const price = input({
  id: 'productPrice',
  over: [municipality, material],
  unit: 'COP/t',
  form: 'path',
  numeral: '11.3',
  es: 'Precio del producto a precios del año base',
  en: "Product's price at base-year prices",
  at: ['{recovery}/prices/{product}'],
})
/** Food and garden waste is sold as compost: what it yields; other materials as they are. */
const productYield = input({
  id: 'productYield',
  over: [municipality, material],
  unit: 'share',
  form: 'number',
  numeral: '5.4.4',
  otherwise: 1,
  es: 'Producto por tonelada reincorporada',
  en: 'Product a tonne returned',
  at: '{compost}/compostYield',
})
const sold = input({
  id: 'productSold',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '11.3',
  otherwise: 1,
  es: 'Parte del producto que se vende',
  en: 'Share of the product that is sold',
  at: '{recovery}/sold',
})
const chosenIndex = input({
  id: 'productIndex',
  over: [municipality, priceIndex],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Índice del precio del producto (1 = sí)',
  en: "Product price's index (1 = yes)",
  at: '{recovery}/index={priceIndex}',
})
export const productTonnes = line({
  id: 'productTonnes',
  over: [municipality, material],
  unit: 't/year',
  numeral: '5.4.4',
  additive: true,
  es: 'Producto vendido',
  en: 'Product sold',
  formula: () => eq`${planYear} * ${reincorporated} * ${productYield} * ${sold}`,
})
export const productSalesByMaterial = line({
  id: 'productSalesByMaterial',
  over: [municipality, material],
  unit: 'COP/year',
  numeral: '11.3',
  additive: true,
  es: 'Ventas de productos por material',
  en: 'Product sales by material',
  formula: () => eq`${productTonnes} * ${price} * sum(${indexLevel} * ${chosenIndex})`,
})
export const productSales = line({
  id: 'productSales',
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Ventas de productos',
  en: 'Product sales',
  formula: () => eq`sum(${productSalesByMaterial})`,
})

const servicePrice = input({
  id: 'specialServicePrice',
  over: [specialService],
  unit: 'COP/t',
  form: 'path',
  numeral: '11.2',
  es: 'Precio del servicio especial',
  en: "Special service's price",
  at: '{specialService}/price',
})
const serviceIndex = input({
  id: 'specialServiceIndex',
  over: [specialService, priceIndex],
  unit: '1',
  form: 'flag',
  numeral: '11.2',
  es: 'Índice del servicio especial (1 = sí)',
  en: "Special service's index (1 = yes)",
  at: '{specialService}/index={priceIndex}',
})
export const specialServiceIncome = line({
  id: 'specialServiceIncome',
  over: [specialService],
  unit: 'COP/year',
  numeral: '11.2',
  detail: true,
  es: 'Ingresos por servicio especial',
  en: 'Income by special service',
  formula: () => eq`${planYear} * ${servicePrice} * sum(${indexLevel} * ${serviceIndex}) * sum(${collected})`,
})
export const specialServices = line({
  id: 'specialServices',
  unit: 'COP/year',
  numeral: '11.2',
  es: 'Servicios especiales',
  en: 'Special services',
  formula: () => eq`sum(${specialServiceIncome})`,
})
