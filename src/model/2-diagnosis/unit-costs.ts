import { forward, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { collected, isOrdinary } from '../1-projections/generation.ts'
import { disposed, recovered } from '../1-projections/recovery.ts'
import { sweptKm } from '../1-projections/sweeping.ts'
import { daysPerYear, monthsPerYear } from '../constants.ts'
import { item, material, stream } from '../dimensions.ts'
import {
  componentCosts,
  disposal,
  inorganic,
  inorganicSplit,
  organic,
  special,
  specialSplit,
  sweeping,
  toDisposal,
  toRecovery,
} from './costs.ts'
import { RSD } from './disposal.ts'
import type { Indicator } from './measures.ts'
import { indicatorLine, literalOf, measure, measured, place, projectedOf } from './measures.ts'
import { isOrganic, RSR } from './presentation.ts'
import { RSI, RSIByMaterial, RSO } from './recovery.ts'
import { LB } from './sweeping.ts'

const numeral = '5.5.2'
const perTonne = { unit: 'COP/t', numeral } as const
const perKm = { unit: 'COP/km', numeral } as const
const money = { unit: 'COP/year', numeral } as const

const unit = (id: string, words: { es: string; en: string; unit?: string }, formula: Indicator['line']['formula']) =>
  indicatorLine({ id, ...perTonne, ...words, formula })

const CURTDF = unit(
  'CURTDF',
  {
    es: 'Costo unitario de recolección y transporte a disposición (CURTDF)',
    en: 'Unit cost of collection to disposal',
  },
  () => eq`ratio(${toDisposal.total}, ${RSR} * ${monthsPerYear})`,
)
const CURTA = unit(
  'CURTA',
  {
    es: 'Costo unitario de recolección y transporte a aprovechamiento (CURTA)',
    en: 'Unit cost of collection to recovery',
  },
  () => eq`ratio(${toRecovery.total}, (${RSO} + ${RSI}) * ${monthsPerYear})`,
)
const CUBL = unit(
  'CUBL',
  { ...perKm, es: 'Costo unitario de barrido y limpieza (CUBL)', en: 'Unit cost of sweeping' },
  () => eq`ratio(${sweeping.total}, ${LB} * ${monthsPerYear})`,
)
const CUAO = unit(
  'CUAO',
  { es: 'Costo unitario de aprovechamiento de orgánicos (CUAO)', en: 'Unit cost of organic recovery' },
  () => eq`ratio(${organic.total}, ${RSO} * ${monthsPerYear})`,
)
const CUAI = unit(
  'CUAI',
  { es: 'Costo unitario de aprovechamiento de inorgánicos (CUAI)', en: 'Unit cost of inorganic recovery' },
  () => eq`ratio(${inorganic.total}, ${RSI} * ${monthsPerYear})`,
)
const CUDF = unit(
  'CUDF',
  { es: 'Costo unitario de disposición final (CUDF)', en: 'Unit cost of disposal' },
  () => eq`ratio(${disposal.total}, ${RSD} * ${daysPerYear})`,
)
const CUAIByMaterial = indicatorLine({
  id: 'CUAIByMaterial',
  over: [...place, material],
  ...perTonne,
  es: 'Costo unitario de aprovechamiento del material',
  en: 'Unit cost of recovery of the material',
  formula: () => eq`ratio(${inorganicSplit.total}, ${RSIByMaterial} * ${monthsPerYear})`,
})
const specialUnit = indicatorLine({
  id: 'specialUnitCost',
  over: [...place, stream],
  ...perTonne,
  es: 'Costo unitario del servicio especial',
  en: 'Unit cost of the special service',
  formula: () => eq`ratio(${specialSplit.total}, sum(first(${collected})))`,
})
const specialUnitWhole = unit(
  'CUE',
  { es: 'Costo unitario de los residuos especiales', en: 'Unit cost of special waste' },
  () => eq`ratio(${special.total}, sum(first(${collected}) * (1 - ${isOrdinary})))`,
)
const organicSales = measured({
  id: 'organicSales',
  ...money,
  es: 'Ingresos por venta de productos orgánicos',
  en: 'Sales of organic products',
  at: 'recovery/organicSales',
})
const inorganicSales = measured({
  id: 'inorganicSales',
  ...money,
  es: 'Ingresos por venta de productos inorgánicos',
  en: 'Sales of inorganic products',
  at: 'recovery/inorganicSales',
})
const cover = (id: string, words: { es: string; en: string }, formula: Indicator['line']['formula']) =>
  indicatorLine({ id, unit: 'share', numeral, ...words, formula })
const organicCover = cover(
  'organicSalesCover',
  { es: 'Comercialización de orgánicos', en: 'Sales cover of organics' },
  () => eq`ratio(${organicSales}, ${organic.total})`,
)
const inorganicCover = cover(
  'inorganicSalesCover',
  { es: 'Comercialización de inorgánicos', en: 'Sales cover of inorganics' },
  () => eq`ratio(${inorganicSales}, ${inorganic.total})`,
)

const itemYearCost = forward({ id: 'itemYearCost', over: [item], ...money, es: '', en: '' })
/** Yearly cost of a component in the plan: running costs and the annuity of its investments. */
const spent = (name: keyof typeof componentCosts) => {
  const isOfComponent = input({
    id: `itemIsFor${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    over: [item],
    unit: '1',
    form: 'flag',
    numeral,
    es: 'El renglón es del componente (1 = sí)',
    en: 'The item is of the component (1 = yes)',
    at: `{item}/component=${name}`,
  })
  return line({
    id: `${name}YearCost`,
    ...money,
    numeral: '10.2',
    detail: true,
    es: `${componentCosts[name].total.es}, costo anual del plan`,
    en: `${componentCosts[name].total.en}, yearly cost of the plan`,
    formula: () => eq`sum(${itemYearCost} * ${isOfComponent})`,
  })
}
const [yearToDisposal, yearToRecovery, yearSweeping, yearOrganic, yearInorganic, yearDisposal] = [
  spent('collectionToDisposal'),
  spent('collectionToRecovery'),
  spent('sweeping'),
  spent('organicRecovery'),
  spent('inorganicRecovery'),
  spent('disposal'),
]

export const costIndicators: readonly Indicator[] = [
  ...Object.values(componentCosts).map(({ total }) => ({
    line: total,
    symbol: total.id.startsWith('C') && total.id !== 'CE' ? total.id : total.es,
    printed: 'inversión + operación y mantenimiento + administración',
  })),
  {
    line: CURTDF,
    symbol: 'CURTDF ($/t)',
    printed: 'CRTDF / (RSR × 365)',
    literal: literalOf(CURTDF, {
      unsound: 'CRTDF / (RSR × 365)',
      formula: () => eq`ratio(${toDisposal.total}, ${RSR} * ${daysPerYear})`,
    }),
    projected: projectedOf(CURTDF, {
      over: [],
      formula: () => eq`ratio(${yearToDisposal}, sum(${collected} * ${isOrdinary}))`,
    }),
  },
  {
    line: CURTA,
    symbol: 'CURTA ($/t)',
    printed: 'CRTA / ((RSO aprovechados + RSI aprovechados) × 12)',
    projected: projectedOf(CURTA, { over: [], formula: () => eq`ratio(${yearToRecovery}, sum(${recovered}))` }),
  },
  {
    line: CUBL,
    symbol: 'CURTDF ($/km)',
    printed: 'CBL / LB',
    literal: literalOf(CUBL, { unsound: 'CBL / LB', formula: () => eq`ratio(${sweeping.total}, ${LB})` }),
    projected: projectedOf(CUBL, {
      over: [],
      formula: () => eq`ratio(${yearSweeping}, sum(${sweptKm}) * ${monthsPerYear})`,
    }),
  },
  {
    line: CUAO,
    symbol: 'CUAO ($/t)',
    printed: 'CAO / RSO aprovechados',
    literal: literalOf(CUAO, {
      unsound: 'CAO / RSO aprovechados',
      formula: () => eq`ratio(${organic.total}, ${RSO})`,
    }),
    projected: projectedOf(CUAO, {
      over: [],
      formula: () => eq`ratio(${yearOrganic}, sum(${recovered} * ${isOrganic}))`,
    }),
  },
  {
    line: CUAI,
    symbol: 'CUAI ($/t)',
    printed: 'CAI / RSI aprovechados',
    literal: literalOf(CUAI, {
      unsound: 'CAI / RSI aprovechados',
      formula: () => eq`ratio(${inorganic.total}, ${RSI})`,
    }),
    projected: projectedOf(CUAI, {
      over: [],
      formula: () => eq`ratio(${yearInorganic}, sum(${recovered} * (1 - ${isOrganic})))`,
    }),
  },
  {
    line: CUAIByMaterial,
    told: 'given',
    symbol: 'CUAI por material ($/t)',
    printed: 'CAI / RSI aprovechados',
    literal: literalOf(CUAIByMaterial, {
      unsound: 'CAI / RSI aprovechados',
      formula: () => eq`ratio(${inorganicSplit.total}, ${RSIByMaterial})`,
    }),
  },
  { line: organicCover, symbol: 'Comercialización (orgánicos)', printed: 'ingresos por venta de orgánicos / CAO' },
  {
    line: inorganicCover,
    symbol: 'Comercialización (inorgánicos)',
    printed: 'ingresos por venta de inorgánicos / CAI',
  },
  {
    line: CUDF,
    symbol: 'CUDF ($/t)',
    printed: 'CDF / (RSD × 365)',
    projected: projectedOf(CUDF, { over: [], formula: () => eq`ratio(${yearDisposal}, sum(${disposed}))` }),
  },
  { line: specialUnitWhole, symbol: 'Costo unitario de residuos especiales ($/t)', printed: '' },
  { line: specialUnit, symbol: 'Costo unitario por corriente especial ($/t)', printed: '', told: 'special' },
  { line: organicSales, symbol: 'Ingresos por venta de orgánicos ($/año)', printed: '' },
  { line: inorganicSales, symbol: 'Ingresos por venta de inorgánicos ($/año)', printed: '' },
  measure('Tasa retributiva pagada ($/año)', {
    id: 'dischargeFeePaid',
    ...money,
    es: 'Tasa retributiva pagada',
    en: 'Discharge fee paid',
    at: 'dischargeFee/paid',
  }),
  measure('Tasa retributiva adeudada ($/año)', {
    id: 'dischargeFeeOwed',
    ...money,
    es: 'Tasa retributiva adeudada',
    en: 'Discharge fee owed',
    at: 'dischargeFee/owed',
  }),
]
