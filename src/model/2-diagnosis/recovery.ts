import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { collected, generation, isOrdinary } from '../1-projections/generation.ts'
import { recovered, reincorporated } from '../1-projections/recovery.ts'
import { material, municipality, territory } from '../dimensions.ts'
import type { Indicator } from './measures.ts'
import { indicatorLine, literalOf, measure, measured, place, projectedOf } from './measures.ts'
import {
  composition,
  isOrganic,
  producedByMaterial,
  producedShareByMaterial,
  RSIshare,
  RSItonnes,
  RSOshare,
  RSOtonnes,
  RSR,
} from './presentation.ts'
import { perHundred } from './sweeping.ts'

const numeral = '5.4.4'
const tonnes = { unit: 't/month', numeral } as const
const fraction = { unit: 'share', numeral } as const

export const RSO = measured({
  id: 'RSO',
  ...tonnes,
  es: 'Residuos orgánicos aprovechados (RSO)',
  en: 'Organic waste recovered (RSO)',
  at: 'recovery/organicTonnes',
})
const PTO = measured({
  id: 'PTO',
  ...tonnes,
  es: 'Producto terminado de origen orgánico (PTO)',
  en: 'Finished organic product (PTO)',
  at: 'recovery/productTonnes',
})
export const RSIByMaterial = measured({
  id: 'RSIByMaterial',
  ...tonnes,
  each: [material],
  es: 'Residuos inorgánicos aprovechados del material (RSI)',
  en: 'Inorganic waste recovered of the material (RSI)',
  at: 'recovery/inorganicTonnes/{material}',
})
/** The list of materials is what was measured: one that it does not name was not recovered. */
export const RSI = indicatorLine({
  id: 'RSI',
  ...tonnes,
  es: 'Residuos inorgánicos aprovechados (RSI)',
  en: 'Inorganic waste recovered (RSI)',
  formula: () =>
    eq`if(sum(known(${RSIByMaterial})) == 0, maxOver(${RSIByMaterial}), sum(if(known(${RSIByMaterial}) and not(${isOrganic}), ${RSIByMaterial}, 0)))`,
})
const organicShare = indicatorLine({
  id: 'organicRecoveredShare',
  ...fraction,
  es: 'Fracción de residuos orgánicos aprovechados',
  en: 'Share of organic waste recovered',
  formula: () => eq`ratio(${RSO}, ${RSOtonnes})`,
})
const inorganicShare = indicatorLine({
  id: 'inorganicRecoveredShare',
  ...fraction,
  es: 'Fracción de residuos inorgánicos aprovechados',
  en: 'Share of inorganic waste recovered',
  formula: () => eq`ratio(${RSI}, ${RSItonnes})`,
})
const materialShare = indicatorLine({
  id: 'materialRecoveredShare',
  over: [...place, material],
  ...fraction,
  es: 'Fracción aprovechada del material',
  en: 'Share of the material recovered',
  formula: () => eq`ratio(if(${isOrganic}, ${RSO}, ${RSIByMaterial}), ${producedByMaterial})`,
})
const recoveredShare = indicatorLine({
  id: 'recoveredShare',
  ...fraction,
  es: 'Fracción de residuos aprovechados (RSA)',
  en: 'Share of waste recovered (RSA)',
  formula: () => eq`ratio(${RSO} + ${RSI}, ${RSR})`,
})
const productShare = indicatorLine({
  id: 'organicProductShare',
  ...fraction,
  es: 'Producto generado a partir de residuos orgánicos',
  en: 'Product made out of organic waste',
  formula: () => eq`ratio(${PTO}, ${RSO})`,
})

const produced = line({
  id: 'producedByMaterialYearly',
  over: [territory, material],
  axis: 'waste',
  unit: 't/year',
  numeral: '10.2',
  detail: true,
  es: 'Residuos producidos del material, por año',
  en: 'Waste produced of the material, a year',
  formula: () => eq`sum(${generation} * ${isOrdinary} * ${composition})`,
})
const recoveredOver = { over: [territory], axis: 'waste' } as const
const compostYield = input({
  id: 'organicProductYield',
  over: [municipality],
  ...fraction,
  form: 'number',
  otherwise: Number.NaN,
  es: 'Producto por tonelada de orgánico',
  en: 'Product a tonne of organics',
  at: '{recovery}/compostYield',
})

export const recoveryIndicators: readonly Indicator[] = [
  { line: RSO, symbol: 'RSO aprovechados', printed: '' },
  { line: PTO, symbol: 'PTO', printed: '' },
  { line: RSIByMaterial, symbol: 'RSI aprovechados por material', printed: '', told: 'given' },
  { line: RSI, symbol: 'RSI aprovechados', printed: '' },
  measure('Operarios de orgánicos', {
    id: 'organicWorkers',
    unit: 'worker',
    numeral,
    es: 'Operarios para la transformación de orgánicos',
    en: 'Workers in organic recovery',
    at: 'recovery/organicWorkers',
  }),
  measure('Operarios de inorgánicos', {
    id: 'inorganicWorkers',
    unit: 'worker',
    numeral,
    es: 'Operarios para el reciclaje de inorgánicos',
    en: 'Workers in recycling',
    at: 'recovery/inorganicWorkers',
  }),
  {
    line: organicShare,
    symbol: 'RSO aprovechados (%)',
    printed: 'RSO aprovechados / RSO producidos × 100',
    literal: literalOf(organicShare, {
      unsound: 'RSO aprovechados / RSO producidos × 100',
      formula: () => eq`ratio(${RSO}, ${RSOshare} * ${perHundred}) * ${perHundred}`,
    }),
    projected: projectedOf(organicShare, {
      ...recoveredOver,
      formula: () => eq`ratio(sum(${recovered} * ${isOrganic}), sum(${produced} * ${isOrganic}))`,
    }),
  },
  {
    line: inorganicShare,
    symbol: 'RSI aprovechados (%)',
    printed: 'RSI aprovechados / RSI producidos × 100',
    literal: literalOf(inorganicShare, {
      unsound: 'RSI aprovechados / RSI producidos × 100',
      formula: () => eq`ratio(${RSI}, ${RSIshare} * ${perHundred}) * ${perHundred}`,
    }),
    projected: projectedOf(inorganicShare, {
      ...recoveredOver,
      formula: () => eq`ratio(sum(${recovered} * (1 - ${isOrganic})), sum(${produced} * (1 - ${isOrganic})))`,
    }),
  },
  {
    line: materialShare,
    symbol: 'RSI aprovechados por material (%)',
    printed: 'RSI aprovechados / RSI producidos × 100',
    literal: literalOf(materialShare, {
      unsound: 'RSI aprovechados / RSI producidos × 100',
      formula: () =>
        eq`ratio(if(${isOrganic}, ${RSO}, ${RSIByMaterial}), ${producedShareByMaterial} * ${perHundred}) * ${perHundred}`,
    }),
    projected: projectedOf(materialShare, {
      over: [territory, material],
      axis: 'waste',
      formula: () => eq`ratio(sum(${recovered}), ${produced})`,
    }),
  },
  {
    line: recoveredShare,
    symbol: 'RSA aprovechados (%)',
    printed: '(RSO aprovechados + RSI aprovechados) / RSR × 100',
    projected: projectedOf(recoveredShare, {
      ...recoveredOver,
      formula: () => eq`ratio(sum(${recovered}), sum(${collected} * ${isOrdinary}))`,
    }),
  },
  {
    line: productShare,
    symbol: 'Producto generado (%)',
    printed: 'PTO / RSO aprovechados × 100',
    projected: projectedOf(productShare, {
      ...recoveredOver,
      formula: () =>
        eq`ratio(sum(${reincorporated} * ${isOrganic} * ${compostYield}), sum(${recovered} * ${isOrganic}))`,
    }),
  },
]
