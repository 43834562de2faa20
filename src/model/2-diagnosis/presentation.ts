import { given, input } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { generation, isOrdinary } from '../1-projections/generation.ts'
import { perCapitaBase, productionPerUser } from '../1-projections/production.ts'
import { dwellings, users } from '../1-projections/users.ts'
import { monthsPerYear } from '../constants.ts'
import { material, municipality, userClass, zone } from '../dimensions.ts'
import type { Indicator } from './measures.ts'
import { indicatorLine, measure, measured, place, projectedOf } from './measures.ts'

/** Reciclaje informal [5.2.7, 5.2.9]. */
const recyclersTotal = measured({
  id: 'recyclersTotal',
  unit: 'worker',
  numeral: '5.2.7',
  es: 'Número de recicladores',
  en: 'Recyclers',
  at: 'recyclers/total',
})
const REF = measured({
  id: 'REF',
  unit: 'worker',
  numeral: '5.2.9',
  es: 'Recicladores con empleo formal (REF)',
  en: 'Recyclers in formal jobs (REF)',
  at: 'recyclers/formallyEmployed',
})
const formalRecyclers = indicatorLine({
  id: 'formalRecyclers',
  unit: 'share',
  numeral: '5.2.9',
  es: 'Recicladores con empleo formal, fracción',
  en: 'Recyclers in formal jobs, share',
  formula: () => eq`ratio(${REF}, ${recyclersTotal})`,
})

/** Presentación de los residuos [5.4.1]. */
export const RSR = measured({
  id: 'RSR',
  unit: 't/month',
  numeral: '5.4.1',
  es: 'Residuos sólidos recolectados (RSR)',
  en: 'Solid waste collected (RSR)',
  at: 'collection/tonnes',
})
export const U = indicatorLine({
  id: 'U',
  unit: 'users',
  numeral: '5.4.1',
  es: 'Usuarios atendidos (U)',
  en: 'Users served (U)',
  formula: () => eq`sum(first(${users}))`,
})
export const V = indicatorLine({
  id: 'V',
  unit: 'dwellings',
  numeral: '5.4.1',
  es: 'Domicilios (V)',
  en: 'Dwellings (V)',
  formula: () => eq`sum(first(${dwellings}))`,
})
const perUser = indicatorLine({
  id: 'monthlyProductionPerUser',
  unit: 't/user·month',
  numeral: '5.4.1',
  es: 'Producción mensual de residuos por usuario',
  en: 'Monthly waste per user',
  formula: () => eq`ratio(sum(first(${users}) * first(${productionPerUser})), ${U})`,
})
const perUserByClass = indicatorLine({
  id: 'monthlyProductionPerUserByClass',
  over: [...place, userClass],
  unit: 't/user·month',
  numeral: '5.4.1',
  es: 'Producción mensual por usuario de la clase',
  en: 'Monthly waste per user of the class',
  formula: () => eq`ratio(sum(first(${users}) * first(${productionPerUser})), sum(first(${users})))`,
})
const perCapita = indicatorLine({
  id: 'perCapitaMeasured',
  over: [municipality, zone],
  unit: 'kg/inh·day',
  numeral: '5.4.1',
  es: 'Producción por habitante (ppc)',
  en: 'Waste per person',
  formula: () => eq`${perCapitaBase}`,
})
const generated = indicatorLine({
  id: 'monthlyGeneration',
  unit: 't/month',
  numeral: '5.4.1',
  es: 'Residuos generados al mes',
  en: 'Waste generated a month',
  formula: () => eq`sum(first(${generation})) / ${monthsPerYear}`,
})
const generatedOrdinary = indicatorLine({
  id: 'monthlyOrdinaryGeneration',
  unit: 't/month',
  numeral: '5.4.1',
  es: 'Residuos ordinarios generados al mes',
  en: 'Ordinary waste generated a month',
  formula: () => eq`sum(first(${generation}) * ${isOrdinary}) / ${monthsPerYear}`,
})

export const composition = input({
  id: 'compositionMeasured',
  over: [municipality, material],
  unit: 'share',
  form: 'number',
  numeral: '5.4.1',
  otherwise: Number.NaN,
  es: 'Composición de los residuos',
  en: 'Composition of waste',
  at: '{municipality}/waste/composition/{material}',
})
export const isOrganic = given({
  id: 'materialIsOrganic',
  key: 'organicMaterial',
  over: [material],
  unit: '1',
  numeral: '5.4.1',
  es: 'Material orgánico (1 = sí)',
  en: 'Organic material (1 = yes)',
})
/** The printed fractions are of the weight of all waste; the tonnes behind them are what 5.4.4 has to divide by. */
export const producedByMaterial = indicatorLine({
  id: 'producedByMaterial',
  over: [...place, material],
  unit: 't/month',
  numeral: '5.4.1',
  es: 'Residuos producidos del material',
  en: 'Waste produced of the material',
  formula: () => eq`sum(first(${generation}) * ${isOrdinary} * ${composition}) / ${monthsPerYear}`,
})
export const RSOtonnes = indicatorLine({
  id: 'RSOproducedTonnes',
  unit: 't/month',
  numeral: '5.4.1',
  es: 'Residuos orgánicos producidos, en toneladas',
  en: 'Organic waste produced, in tonnes',
  formula: () => eq`sum(${producedByMaterial} * ${isOrganic})`,
})
export const RSItonnes = indicatorLine({
  id: 'RSIproducedTonnes',
  unit: 't/month',
  numeral: '5.4.1',
  es: 'Residuos inorgánicos producidos, en toneladas',
  en: 'Inorganic waste produced, in tonnes',
  formula: () => eq`sum(${producedByMaterial} * (1 - ${isOrganic}))`,
})
export const RSOshare = indicatorLine({
  id: 'RSOproduced',
  unit: 'share',
  numeral: '5.4.1',
  es: 'RSO producidos, fracción del peso',
  en: 'Organic waste produced, share of weight',
  formula: () => eq`ratio(${RSOtonnes}, ${generatedOrdinary})`,
})
export const RSIshare = indicatorLine({
  id: 'RSIproduced',
  unit: 'share',
  numeral: '5.4.1',
  es: 'RSI producidos, fracción del peso',
  en: 'Inorganic waste produced, share of weight',
  formula: () => eq`ratio(${RSItonnes}, ${generatedOrdinary})`,
})
export const producedShareByMaterial = indicatorLine({
  id: 'producedShareByMaterial',
  over: [...place, material],
  unit: 'share',
  numeral: '5.4.1',
  es: 'Residuos producidos del material, fracción del peso',
  en: 'Waste produced of the material, share of weight',
  formula: () => eq`ratio(${producedByMaterial}, ${generatedOrdinary})`,
})
const generatedProjected = projectedOf(generated, {
  over: place,
  axis: 'waste',
  formula: () => eq`sum(${generation}) / ${monthsPerYear}`,
})

export const presentationIndicators: readonly Indicator[] = [
  { line: recyclersTotal, symbol: '# Recicladores', printed: '' },
  measure('Organizaciones de recicladores', {
    id: 'recyclerOrganizations',
    unit: 'unit',
    numeral: '5.2.7',
    es: 'Organizaciones de recicladores',
    en: 'Recycler organizations',
    at: 'recyclers/organizations',
  }),
  { line: REF, symbol: 'REF', printed: '' },
  {
    line: formalRecyclers,
    symbol: 'Recicladores con empleo formal (%)',
    printed: 'REF / # Recicladores × 100',
  },
  { line: RSR, symbol: 'RSR', printed: '' },
  { line: RSOshare, symbol: 'RSO producidos (%)', printed: '' },
  { line: RSIshare, symbol: 'RSI producidos (%)', printed: '' },
  { line: producedShareByMaterial, symbol: 'RSO y RSI producidos por material (%)', printed: '' },
  { line: U, symbol: 'U', printed: '' },
  { line: V, symbol: 'V', printed: '' },
  { line: perUser, symbol: 'Producción por usuario (t/usuario·mes)', printed: '' },
  { line: perUserByClass, symbol: 'Producción por usuario de la clase (t/usuario·mes)', printed: '' },
  { line: perCapita, symbol: 'ppc', printed: '' },
  { line: generated, symbol: 'Residuos generados (t/mes)', printed: '', projected: generatedProjected },
]
