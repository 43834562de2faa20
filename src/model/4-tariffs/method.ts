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
export const baseRecoversCosts = input({
  id: 'baseTariffRecoversCosts',
  over: [municipality],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Tarifa base por recuperación de costos (1 = sí)',
  en: 'Base tariff by cost recovery (1 = yes)',
  at: '{baseTariffWithoutTransition}/method=costRecovery',
})
const planRecovers = line({
  id: 'planRecoversCosts',
  axis: 'once',
  unit: '1',
  numeral: '11.3',
  detail: true,
  es: 'Municipios cuya tarifa del plan recupera costos',
  en: "Municipalities whose plan's tariff recovers costs",
  formula: () => eq`sum(${recoversCosts})`,
})
/** Who the levelized cost is of: those that use it in the plan; where none does, those whose base year used it. */
export const levelizes = line({
  id: 'levelizes',
  over: [municipality],
  axis: 'once',
  unit: '1',
  numeral: '11.3',
  detail: true,
  es: 'Entra en el costo nivelado (1 = sí)',
  en: 'Enters the levelized cost (1 = yes)',
  formula: () => eq`if(${planRecovers} > 0, ${recoversCosts}, ${baseRecoversCosts})`,
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
