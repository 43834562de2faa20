import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { indexLevel } from '../3-costs/prices.ts'
import { municipality, priceIndex } from '../dimensions.ts'

export const recoversCosts = input({
  id: 'tariffRecoversCosts',
  over: [municipality],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Tarifa por recuperación de costos (1 = sí)',
  en: 'Cost-recovery tariff (1 = yes)',
  at: '{tariff}/method=costRecovery',
})
const chosenIndex = input({
  id: 'tariffIndex',
  over: [municipality, priceIndex],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Índice de la tarifa (1 = sí)',
  en: "Tariff's index (1 = yes)",
  at: '{tariff}/index={priceIndex}',
})
export const tariffIndexLevel = line({
  id: 'tariffIndexLevel',
  over: [municipality],
  unit: 'share',
  numeral: '11.3',
  detail: true,
  es: 'Índice de la tarifa',
  en: "Tariff's index",
  formula: () => eq`sum(${indexLevel} * ${chosenIndex})`,
})
