import { constant, input } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { sweptKm } from '../1-projections/sweeping.ts'
import { municipality, territory } from '../dimensions.ts'
import { AUT } from './collection.ts'
import type { Indicator } from './measures.ts'
import { indicatorLine, isWhole, literalOf, measured, projectedOf } from './measures.ts'

const numeral = '5.4.3'
const each = [municipality] as const
const km = { unit: 'km/month', form: 'path', numeral, otherwise: Number.NaN, over: each } as const

/** Turns a printed quotient into the percentage that the resolution prints. */
export const perHundred = constant({
  id: 'perHundred',
  unit: '1',
  es: 'Por ciento',
  en: 'Per hundred',
  value: 100,
})
const timesAMonth = constant({
  id: 'timesAMonth',
  unit: '1/month',
  es: 'Veces al mes por cada vez a la semana (365/7/12)',
  en: 'Times a month for each time a week (365/7/12)',
  value: 365 / 7 / 12,
})

const manual = input({
  ...km,
  id: 'manualKmMeasured',
  es: 'Longitud barrida manualmente al mes',
  en: 'Length swept by hand a month',
  at: '{municipality}/sweeping/manualKm',
})
const mechanical = input({
  ...km,
  id: 'mechanicalKmMeasured',
  es: 'Longitud barrida mecánicamente al mes',
  en: 'Length swept by machine a month',
  at: '{municipality}/sweeping/mechanicalKm',
})
const roads = input({
  id: 'roadKm',
  over: each,
  unit: 'km',
  form: 'number',
  numeral,
  otherwise: Number.NaN,
  es: 'Longitud total de vías urbanas',
  en: 'Length of urban roads',
  at: '{municipality}/sweeping/roadKm',
})
/** Roads are known for the town, not for its zones. */
const LBMa = indicatorLine({
  id: 'LBMa',
  unit: 'km/month',
  numeral,
  es: 'Longitud de vías barridas manualmente (LBMa)',
  en: 'Length of roads swept by hand (LBMa)',
  formula: () => eq`if(${isWhole}, sum(first(${manual})), missing())`,
})
const LBMe = indicatorLine({
  id: 'LBMe',
  unit: 'km/month',
  numeral,
  es: 'Longitud de vías barridas mecánicamente (LBMe)',
  en: 'Length of roads swept by machine (LBMe)',
  formula: () => eq`if(${isWhole}, sum(first(${mechanical})), missing())`,
})
export const LB = indicatorLine({
  id: 'LB',
  unit: 'km/month',
  numeral,
  es: 'Longitud de vías barridas (LB)',
  en: 'Length of roads swept (LB)',
  formula: () => eq`${LBMa} + ${LBMe}`,
})
const LTV = indicatorLine({
  id: 'LTV',
  unit: 'km',
  numeral,
  es: 'Longitud total de vías (LTV)',
  en: 'Length of roads (LTV)',
  formula: () => eq`if(${isWhole}, sum(${roads}), missing())`,
})

const block = (field: string, words: { id: string; unit: string; es: string; en: string }) =>
  measured({ ...words, numeral, at: `sweeping/${field}` })
const AUB = block('areaServed', {
  id: 'AUB',
  unit: 'ha',
  es: 'Área urbana con servicio de barrido (AUB)',
  en: 'Urban area with sweeping (AUB)',
})
const OB = block('workers', { id: 'OB', unit: 'worker', es: 'Operarios de barrido (OB)', en: 'Sweepers (OB)' })
const HBMe = block('mechanicalHours', {
  id: 'HBMe',
  unit: 'h/month',
  es: 'Horas de barrido mecánico (HBMe)',
  en: 'Hours of mechanical sweeping (HBMe)',
})
export const RBYL = block('tonnes', {
  id: 'RBYL',
  unit: 't/month',
  es: 'Residuos de barrido y limpieza (RBYL)',
  en: 'Waste of sweeping and cleaning (RBYL)',
})
const frequency = input({
  id: 'sweepingFrequency',
  over: each,
  unit: '1',
  form: 'number',
  numeral,
  otherwise: Number.NaN,
  es: 'Frecuencia semanal de barrido (veces por semana)',
  en: 'Weekly frequency of sweeping (times a week)',
  at: ['{municipality}/diagnosis/sweeping/weeklyFrequency', '{municipality}/diagnosis/sweeping/urban/weeklyFrequency'],
})
/** What would be swept in a month if every road were swept at the stated frequency. */
const roadKmToSweep = indicatorLine({
  id: 'roadKmToSweep',
  unit: 'km/month',
  numeral,
  es: 'Longitud que se barrería al mes si se barrieran todas las vías a su frecuencia',
  en: 'Length swept a month if every road were swept at its frequency',
  formula: () => eq`if(${isWhole}, sum(${roads} * ${frequency}) * ${timesAMonth}, missing())`,
})

const concentration = indicatorLine({
  id: 'sweepingConcentration',
  unit: 't/km',
  numeral,
  es: 'Concentración de residuos de barrido (RSBYL)',
  en: 'Concentration of sweeping waste (RSBYL)',
  formula: () => eq`ratio(${RBYL}, ${LB})`,
})
const roadCoverage = indicatorLine({
  id: 'roadSweepingCoverage',
  unit: 'share',
  numeral,
  es: 'Cobertura de barrido de vías',
  en: 'Sweeping coverage of roads',
  formula: () => eq`ratio(${LB}, ${roadKmToSweep})`,
})
const areaCoverage = indicatorLine({
  id: 'areaSweepingCoverage',
  unit: 'share',
  numeral,
  es: 'Cobertura de barrido de áreas públicas',
  en: 'Sweeping coverage of public areas',
  formula: () => eq`ratio(${AUB}, ${AUT})`,
})
const manualYield = indicatorLine({
  id: 'manualSweepingYield',
  unit: 'km/worker·month',
  numeral,
  es: 'Rendimiento de barrido manual',
  en: 'Yield of manual sweeping',
  formula: () => eq`ratio(${LBMa}, ${OB})`,
})
const mechanicalYield = indicatorLine({
  id: 'mechanicalSweepingYield',
  unit: 'km/h',
  numeral,
  es: 'Rendimiento de barrido mecánico',
  en: 'Yield of mechanical sweeping',
  formula: () => eq`ratio(${LBMe}, ${HBMe})`,
})

export const sweepingIndicators: readonly Indicator[] = [
  { line: AUB, symbol: 'AUB', printed: '' },
  { line: LBMa, symbol: 'LBMa', printed: '' },
  { line: LBMe, symbol: 'LBMe', printed: '' },
  { line: LB, symbol: 'LB', printed: 'LBMa + LBMe' },
  { line: LTV, symbol: 'LTV', printed: '' },
  { line: OB, symbol: 'OB', printed: '' },
  { line: HBMe, symbol: 'HBMe', printed: '' },
  { line: RBYL, symbol: 'RBYL', printed: '' },
  { line: concentration, symbol: 'Concentración RSBYL (t/km)', printed: 'RBYL / LB' },
  {
    line: roadCoverage,
    symbol: 'Cobertura barrido vías (%)',
    printed: 'LB / LTV × 100',
    literal: literalOf(roadCoverage, {
      unsound: 'LB / LTV × 100',
      formula: () => eq`ratio(${LB}, ${LTV}) * ${perHundred}`,
    }),
    projected: projectedOf(roadCoverage, {
      over: [territory],
      axis: 'waste',
      formula: () => eq`ratio(sum(${sweptKm}), sum(${roads} * ${frequency}) * ${timesAMonth})`,
    }),
  },
  { line: areaCoverage, symbol: 'Cobertura barrido áreas (%)', printed: 'AUB / AUT × 100' },
  { line: manualYield, symbol: 'Rendimiento barrido manual (km/operario·mes)', printed: 'LBMa / OB' },
  {
    line: mechanicalYield,
    symbol: 'Rendimiento barrido mecánico (km/hora·mes)',
    printed: 'LBMe / HBMe',
    literal: literalOf(mechanicalYield, {
      unit: 'km/h·month',
      unsound: 'LBMe / HBMe',
      formula: () => eq`ratio(${LBMe}, ${HBMe})`,
    }),
  },
]
