import { plain } from '../numbers.ts'
import { unitInWords } from '../units.ts'
import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

interface Missing {
  readonly es: string
  readonly en: string
  readonly unit: string
  readonly pointer: string
}

/** Why an indicator has no value, and why the printed formula and the value differ. */
export const indicatorWords = Object.freeze({
  /** What has to be measured, with its unit and its place in the document. */
  measure: (missing: readonly Missing[]): Sentence => {
    const list = (locale: 'es' | 'en') =>
      missing
        .map((m) => `«${m[locale]}» (${unitInWords(m.unit, locale)})${m.pointer === '' ? '' : `, ${m.pointer}`}`)
        .join('; ')
    return both(`Falta medir ${list('es')}.`, `To be measured: ${list('en')}.`)
  },
  zeroDivisor: both('No tiene valor porque el divisor es cero.', 'It has no value because what it divides by is zero.'),
  projection: both('Proyección del plan.', 'Projected by the plan.'),
})

const costByMonth = (printed: string): Sentence =>
  both(
    `La fórmula impresa, ${printed}, divide un costo del año por las toneladas de un mes; el valor usa las del año.`,
    `The printed formula, ${printed}, divides a year's cost by a month's tonnes; the value uses the year's.`,
  )
const byWeight = (printed: string): Sentence =>
  both(
    `La fórmula impresa, ${printed}, divide toneladas al mes por un porcentaje del peso; el valor divide por las toneladas al mes producidas.`,
    `The printed formula, ${printed}, divides tonnes a month by a percentage of weight; the value divides by the tonnes a month produced.`,
  )

/** Why the formula that the resolution prints does not hold, by indicator. */
export const unsoundReasons: Readonly<Record<string, Sentence>> = Object.freeze({
  roadSweepingCoverage: both(
    'La fórmula impresa, LB / LTV × 100, divide los kilómetros barridos en un mes por los de vías; el valor divide por los que se barrerían al mes si se barrieran todas las vías a su frecuencia.',
    'The printed formula, LB / LTV × 100, divides the kilometres swept in a month by those of roads; the value divides by what would be swept a month if every road were swept at its frequency.',
  ),
  mechanicalSweepingYield: both(
    'La unidad impresa es km por hora y mes; el cociente de km al mes y horas al mes es km por hora.',
    'The printed unit is km per hour and month; km a month over hours a month are km an hour.',
  ),
  organicRecoveredShare: byWeight('RSO aprovechados / RSO producidos × 100'),
  inorganicRecoveredShare: byWeight('RSI aprovechados / RSI producidos × 100'),
  materialRecoveredShare: byWeight('RSI aprovechados / RSI producidos × 100'),
  FRSD: both(
    'La fórmula impresa, RSD / RSR × 100, divide toneladas de un día por las de un mes; el valor usa las de un año en ambas.',
    "The printed formula, RSD / RSR × 100, divides a day's tonnes by a month's; the value uses a year's in both.",
  ),
  CURTDF: both(
    'La fórmula impresa, CRTDF / (RSR × 365), toma por diarias las toneladas al mes; el valor usa RSR × 12.',
    'The printed formula, CRTDF / (RSR × 365), takes tonnes a month for tonnes a day; the value uses RSR × 12.',
  ),
  CUBL: both(
    'La resolución la imprime otra vez como CURTDF y divide el costo del año por los kilómetros de un mes; el valor usa LB × 12.',
    "The resolution prints it again as CURTDF and divides a year's cost by a month's kilometres; the value uses LB × 12.",
  ),
  CUAO: costByMonth('CAO / RSO aprovechados'),
  CUAI: costByMonth('CAI / RSI aprovechados'),
  CUAIByMaterial: costByMonth('CAI / RSI aprovechados'),
})

const figure = (value: number, unit: string, locale: 'es' | 'en'): string =>
  `${plain(value, Math.abs(value) < 100 ? 2 : 0, locale)} ${unitInWords(unit, locale)}`

/** How far the model's base year is from what was measured. */
export const tieOutSentence = (of: {
  readonly what: Sentence
  readonly unit: string
  readonly modelled: number
  readonly measured: number
  readonly off: readonly [es: string, en: string]
}): Sentence =>
  both(
    `${of.what.es}: el modelo da ${figure(of.modelled, of.unit, 'es')} y lo medido es ${figure(of.measured, of.unit, 'es')}, ${of.off[0]} de diferencia; revise cuál de los dos está mal.`,
    `${of.what.en}: the model gives ${figure(of.modelled, of.unit, 'en')} and what was measured is ${figure(of.measured, of.unit, 'en')}, ${of.off[1]} apart; see which of them is wrong.`,
  )

/** What is compared with the base year. */
export const tieOutWords = Object.freeze({
  sectorUsers: both('Usuarios de los sectores de recolección', 'Users of the collection sectors'),
  collected: both('Residuos ordinarios recolectados (RSR)', 'Ordinary waste collected (RSR)'),
  swept: both('Residuos de barrido (RBYL)', 'Sweeping waste (RBYL)'),
  disposed: both('Residuos dispuestos (RSD)', 'Waste disposed of (RSD)'),
  recovered: both('Residuos aprovechados (RSO + RSI)', 'Waste recovered (RSO + RSI)'),
  billed: both('Facturación', 'Billing'),
  paid: both('Recaudo', 'Collection of bills'),
  subsidies: both('Subsidios otorgados', 'Subsidies granted'),
  contributions: both('Contribuciones percibidas', 'Contributions received'),
  costs: both(
    'Costos de operación, mantenimiento y administración de seguir como hoy',
    'Operation, maintenance and administration of going on as today',
  ),
  books: both(
    'Costos del diagnóstico contra los libros del prestador',
    "Costs of the diagnosis against the provider's books",
  ),
})

/** Why a goal cannot be judged. */
export const goalWords = Object.freeze({
  noIndicator: both('El objetivo no dice qué indicador lo mide.', 'The goal does not say which indicator measures it.'),
  unknownIndicator: (id: string): Sentence =>
    both(`No hay indicador ni renglón «${id}».`, `There is no indicator or line "${id}".`),
  severalRows: (id: string): Sentence =>
    both(
      `«${id}» tiene varias filas que no se suman; diga cuál, por ejemplo «${id}:rural».`,
      `"${id}" has several rows that do not add up; say which, for example "${id}:rural".`,
    ),
  noValue: both('El indicador no tiene valor en ese año.', 'The indicator has no value in that year.'),
  noTarget: both('No hay meta hasta ese año.', 'There is no target up to that year.'),
})
