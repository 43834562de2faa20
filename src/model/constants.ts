import { constant, given, input } from '../formula/entry.ts'

export const monthsPerYear = constant({
  id: 'monthsPerYear',
  es: 'Meses del año',
  en: 'Months a year',
  unit: 'month/year',
  value: 12,
})
export const daysPerYear = constant({
  id: 'daysPerYear',
  es: 'Días del año',
  en: 'Days a year',
  unit: 'day/year',
  value: 365,
})
export const kgPerTonne = constant({
  id: 'kgPerTonne',
  es: 'Kilogramos por tonelada',
  en: 'Kilograms a tonne',
  unit: 'kg/t',
  value: 1000,
})
/** Turns a yearly flow into the amount of one year, so that stocks and flows add up in units too. */
export const oneYear = constant({ id: 'oneYear', es: 'Un año', en: 'One year', unit: 'year', value: 1 })

/** t: 0 in the base year. */
export const yearIndex = given({
  id: 'yearIndex',
  es: 'Año del plan (0 = año base)',
  en: 'Plan year (0 = base year)',
  unit: '1',
  axis: 'waste',
})

/** 1 from t = 1 on: the statements count from the year after the diagnosis [11.3]. */
export const planYear = given({
  id: 'planYear',
  es: 'Año de operación del plan (1 desde t = 1)',
  en: 'Year of the plan (1 from t = 1)',
  unit: '1',
  axis: 'waste',
})

export const discountRate = input({
  id: 'discountRate',
  es: 'Tasa de descuento',
  en: 'Discount rate',
  numeral: '11.3',
  unit: 'share',
  form: 'number',
  at: '/economy/discountRate',
})
/** What is left where great numbers should cancel: no year has so little waste, and no plan is judged by it. */
export const negligible = constant({
  id: 'negligible',
  es: 'Parte que se tiene por nada al restar',
  en: 'Share that is taken for nothing in a difference',
  unit: '1',
  value: 1e-9,
})
