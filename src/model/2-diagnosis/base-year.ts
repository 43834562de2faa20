import type { Line } from '../../formula/entry.ts'
import { forward, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { collected, isOrdinary } from '../1-projections/generation.ts'
import { disposed, recovered } from '../1-projections/recovery.ts'
import { runningCost } from '../3-costs/items.ts'
import { contribution, subsidy } from '../4-tariffs/billing.ts'
import { collectionEfficiency, municipalBilling } from '../6-statements/income.ts'
import { daysPerYear, monthsPerYear } from '../constants.ts'
import { component, item, municipality, stream, territory, zone } from '../dimensions.ts'

/** What the model says of the base year, to be held against what was measured and against the books. */
const modelled = (spec: Pick<Line, 'id' | 'unit' | 'es' | 'en' | 'formula'> & { over?: Line['over'] }): Line =>
  line({ over: [territory], axis: 'once', numeral: '5', detail: true, ...spec })

const ofStreets = input({
  id: 'streamIsOfStreets',
  over: [municipality, stream, zone],
  unit: '1',
  form: 'flag',
  numeral: '6.3',
  es: 'La corriente es de vías y áreas públicas (1 = sí)',
  en: 'The stream is of streets and public areas (1 = yes)',
  at: '{stream}/kind=streets',
})
const money = { unit: 'COP/year' } as const

export const baseCollected = modelled({
  id: 'baseCollected',
  unit: 't/month',
  es: 'Residuos ordinarios recolectados al mes, según el modelo',
  en: 'Ordinary waste collected a month, by the model',
  formula: () => eq`sum(first(${collected}) * ${isOrdinary}) / ${monthsPerYear}`,
})
export const baseSwept = modelled({
  id: 'baseSwept',
  unit: 't/month',
  es: 'Residuos de vías y áreas públicas al mes, según el modelo',
  en: 'Waste of streets and public areas a month, by the model',
  formula: () => eq`sum(first(${collected}) * ${ofStreets}) / ${monthsPerYear}`,
})
export const baseDisposed = modelled({
  id: 'baseDisposed',
  unit: 't/day',
  es: 'Residuos dispuestos al día, según el modelo',
  en: 'Waste disposed of a day, by the model',
  formula: () => eq`sum(first(${disposed})) / ${daysPerYear}`,
})
export const baseRecovered = modelled({
  id: 'baseRecovered',
  unit: 't/month',
  es: 'Residuos aprovechados al mes, según el modelo',
  en: 'Waste recovered a month, by the model',
  formula: () => eq`sum(first(${recovered})) / ${monthsPerYear}`,
})
export const baseSubsidy = modelled({
  id: 'baseSubsidy',
  ...money,
  es: 'Subsidios del año base, según el modelo',
  en: 'Subsidies of the base year, by the model',
  formula: () => eq`sum(first(${subsidy}))`,
})
export const baseContribution = modelled({
  id: 'baseContribution',
  ...money,
  es: 'Contribuciones del año base, según el modelo',
  en: 'Contributions of the base year, by the model',
  formula: () => eq`sum(first(${contribution}))`,
})
export const baseBilling = modelled({
  id: 'baseBilling',
  over: [municipality],
  ...money,
  es: 'Facturación del año base, según el modelo',
  en: 'Billing of the base year, by the model',
  formula: () => eq`first(${municipalBilling})`,
})
export const basePaid = modelled({
  id: 'basePaid',
  over: [municipality],
  ...money,
  es: 'Recaudo del año base, según el modelo',
  en: 'Bills collected in the base year, by the model',
  formula: () => eq`first(${municipalBilling}) * first(${collectionEfficiency})`,
})
const itemPriceIndex = forward({ id: 'itemPriceIndex', over: [item], unit: 'share', es: '', en: '' })
/** The accounts begin in the year after: its running costs at base-year prices stand for those of the base year. */
export const baseRunningCost = modelled({
  id: 'baseRunningCost',
  over: [component],
  ...money,
  es: 'Operación, mantenimiento y administración del primer año a precios del año base',
  en: "First year's operation, maintenance and administration at base-year prices",
  formula: () => eq`sum(ratio(at(${runningCost}, 1), at(${itemPriceIndex}, 1)))`,
})

export const baseYearLines: readonly Line[] = [
  ...[baseCollected, baseSwept, baseDisposed, baseRecovered, baseSubsidy, baseContribution],
  ...[baseBilling, basePaid, baseRunningCost],
]
