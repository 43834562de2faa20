import { eq } from '../../formula/eq.ts'
import { collected, generation, isOrdinary } from '../1-projections/generation.ts'
import { disposed } from '../1-projections/recovery.ts'
import { daysPerYear, monthsPerYear } from '../constants.ts'
import { stream, territory } from '../dimensions.ts'
import type { Indicator } from './measures.ts'
import { indicatorLine, literalOf, measure, measured, place, projectedOf } from './measures.ts'
import { RSR } from './presentation.ts'
import { perHundred } from './sweeping.ts'

const numeral = '5.4.5'

export const RSD = measured({
  id: 'RSD',
  unit: 't/day',
  numeral,
  es: 'Residuos dispuestos al día (RSD)',
  en: 'Waste disposed of a day (RSD)',
  at: 'disposal/tonnesPerDay',
})
const FRSD = indicatorLine({
  id: 'FRSD',
  unit: 'share',
  numeral,
  es: 'Fracción de residuos dispuestos (FRSD)',
  en: 'Share of waste disposed of (FRSD)',
  formula: () => eq`ratio(${RSD} * ${daysPerYear}, ${RSR} * ${monthsPerYear})`,
})

/** Sitio de disposición y sus efectos [5.3.3, 5.3.5, 5.4.5]: what is measured there, without a formula. */
const siteMeasures = [
  ['siteLifeVolume', 'm³', '5.3.3', 'life/m3', 'Vida útil del sitio, en volumen', "Site's life, in volume"],
  ['siteLifeYears', 'years', '5.3.3', 'life/years', 'Vida útil del sitio, en años', "Site's life, in years"],
  ['leachateBOD', 't/month', '5.3.5', 'bod', 'DBO5 vertida en lixiviados', 'BOD5 discharged in leachate'],
  ['leachateTSS', 't/month', '5.3.5', 'tss', 'SST vertidos en lixiviados', 'TSS discharged in leachate'],
  ['leachateProduced', 'L/s', '5.3.5', 'leachate/produced', 'Lixiviados producidos', 'Leachate produced'],
  ['leachateDischarged', 'L/s', '5.3.5', 'leachate/discharged', 'Lixiviados vertidos', 'Leachate discharged'],
  ['biogas', 'L/s', numeral, 'biogas', 'Producción de biogás', 'Biogas produced'],
  ['siteTownDistance', 'km', numeral, 'distanceKm/town', 'Distancia al casco urbano', 'Distance to the town'],
  ['siteWaterDistance', 'km', numeral, 'distanceKm/water', 'Distancia a cuerpos de agua', 'Distance to water'],
  ['siteAirportDistance', 'km', numeral, 'distanceKm/airport', 'Distancia a aeropuertos', 'Distance to airports'],
] as const

/** Residuos especiales [5.4.6]: tonnes of each stream of the special service; the ordinary streams stand beside them. */
const streamTonnes = indicatorLine({
  id: 'streamTonnes',
  over: [...place, stream],
  unit: 't/month',
  numeral: '5.4.6',
  es: 'Residuos producidos de la corriente',
  en: 'Waste produced of the stream',
  formula: () => eq`sum(first(${generation})) / ${monthsPerYear}`,
})
const specialTonnes = indicatorLine({
  id: 'specialTonnes',
  unit: 't/month',
  numeral: '5.4.6',
  es: 'Residuos especiales producidos',
  en: 'Special waste produced',
  formula: () => eq`sum(first(${generation}) * (1 - ${isOrdinary})) / ${monthsPerYear}`,
})

export const disposalIndicators: readonly Indicator[] = [
  ...siteMeasures.map(([id, unit, at, field, es, en]) =>
    measure(es, { id, unit, numeral: at, es, en, at: `disposal/${field}` }),
  ),
  { line: RSD, symbol: 'RSD', printed: '' },
  {
    line: FRSD,
    symbol: 'FRSD (%)',
    printed: 'RSD / RSR × 100',
    literal: literalOf(FRSD, {
      unsound: 'RSD / RSR × 100',
      formula: () => eq`ratio(${RSD}, ${RSR}) * ${perHundred}`,
    }),
    projected: projectedOf(FRSD, {
      over: [territory],
      axis: 'waste',
      formula: () => eq`ratio(sum(${disposed}), sum(${collected} * ${isOrdinary}))`,
    }),
  },
  {
    line: streamTonnes,
    symbol: 'Residuos por corriente (t/mes)',
    printed: '',
    projected: projectedOf(streamTonnes, {
      over: [...place, stream],
      axis: 'waste',
      formula: () => eq`sum(${generation}) / ${monthsPerYear}`,
    }),
  },
  { line: specialTonnes, symbol: 'Residuos especiales (t/mes)', printed: '' },
]
