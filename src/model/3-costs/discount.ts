import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { discountRate, planYear, yearIndex } from '../constants.ts'

export const midYear = input({
  id: 'discountAtMidYear',
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Descuenta a mitad de año (1 = sí)',
  en: 'Discounts at mid-year (1 = yes)',
  at: '/economy/discountTiming=mid',
})
/** A year is discounted by its index; at mid-year by half a year less, from t = 1. */
export const discountFactor = line({
  id: 'discountFactor',
  unit: 'share',
  numeral: '11.3',
  es: 'Factor de descuento',
  en: 'Discount factor',
  formula: () => eq`(1 + ${discountRate})^(0 - ${yearIndex} + ${midYear} * ${planYear} / 2)`,
})
