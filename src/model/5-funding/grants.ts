import { forward, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { indexLevel } from '../3-costs/prices.ts'
import { entity, grant, priceIndex, source } from '../dimensions.ts'

const amount = input({
  id: 'grantAmountGiven',
  over: [grant],
  axis: 'financial',
  unit: 'COP/year',
  form: 'years',
  numeral: '11.3',
  es: 'Aporte a precios del año base',
  en: 'Grant at base-year prices',
  at: '{grant}/amounts',
})
const chosenIndex = input({
  id: 'grantIndex',
  over: [grant, priceIndex],
  unit: '1',
  form: 'flag',
  numeral: '11.3',
  es: 'Índice del aporte (1 = sí)',
  en: "Grant's index (1 = yes)",
  at: '{grant}/index={priceIndex}',
})
const use = (id: string, name: string, words: { es: string; en: string }) =>
  input({ id, over: [grant], unit: '1', form: 'flag', numeral: '11.3', ...words, at: `{grant}/use=${name}` })
const forOperation = use('grantForOperation', 'operation', {
  es: 'Aporte para funcionamiento (1 = sí)',
  en: 'Operation grant (1 = yes)',
})
const forCapital = use('grantForCapital', 'capital', {
  es: 'Aporte de capital (1 = sí)',
  en: 'Capital grant (1 = yes)',
})
const onCondition = use('grantOnCondition', 'conditional', {
  es: 'Aporte bajo condición (1 = sí)',
  en: 'Asset given on condition (1 = yes)',
})
const conditionalLife = input({
  id: 'conditionalLife',
  over: [grant],
  unit: 'years',
  form: 'number',
  numeral: '11.3',
  otherwise: 1,
  es: 'Vida útil del activo bajo condición',
  en: 'Useful life of the asset on condition',
  at: '{grant}/life',
})

export const grantAmount = line({
  id: 'grantAmount',
  over: [grant],
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Aporte del año',
  en: "Year's grant",
  formula: () => eq`${amount} * sum(${indexLevel} * ${chosenIndex})`,
})
export const grantOperation = line({
  id: 'grantOperation',
  over: [source],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Aportes para funcionamiento',
  en: 'Operation grants',
  formula: () => eq`sum(${grantAmount} * ${forOperation})`,
})
/** What the funding waterfall finds of each source: written with the cash that it fills. */
const waterfallGrant = forward({
  id: 'waterfallGrant',
  over: [source],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Aporte del cierre financiero',
  en: 'Grant of the funding waterfall',
})
export const grantCapital = line({
  id: 'grantCapital',
  over: [source],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Aportes de capital',
  en: 'Capital grants',
  formula: () => eq`sum(${grantAmount} * ${forCapital}) + ${waterfallGrant}`,
})
export const grantConditional = line({
  id: 'grantConditional',
  over: [source],
  unit: 'COP/year',
  numeral: '11.3',
  es: 'Aportes bajo condición',
  en: 'Assets given on condition',
  formula: () => eq`sum(${grantAmount} * ${onCondition})`,
})
export const grantOperationByEntity = line({
  id: 'grantOperationByEntity',
  over: [entity],
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Aportes para funcionamiento por entidad',
  en: 'Operation grants by entity',
  formula: () => eq`sum(${grantAmount} * ${forOperation})`,
})
export const grantCapitalByEntity = line({
  id: 'grantCapitalByEntity',
  over: [entity],
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Aportes de capital por entidad',
  en: 'Capital grants by entity',
  formula: () => eq`sum(${grantAmount} * ${forCapital})`,
})
export const grantConditionalByEntity = line({
  id: 'grantConditionalByEntity',
  over: [entity],
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Aportes bajo condición por entidad',
  en: 'Assets on condition by entity',
  formula: () => eq`sum(${grantAmount} * ${onCondition})`,
})
export const conditionalDepreciation = line({
  id: 'conditionalDepreciation',
  over: [grant],
  unit: 'COP/year',
  numeral: '11.3',
  detail: true,
  es: 'Depreciación del activo bajo condición',
  en: 'Depreciation of the asset on condition',
  formula: () => eq`${onCondition} * trailing(${grantAmount}, ${conditionalLife}) / ${conditionalLife}`,
})
