import type { Input } from '../../formula/entry.ts'
import { constant, given, input, line, parameter } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import type { NumericLawId } from '../../law/parameter.ts'
import { lawParameters } from '../../law/parameter.ts'
import { municipality, tariffEra, zone } from '../dimensions.ts'

/** Base year and plan may have tariffs of their own, so every datum of the method is read once for each. */
export const eraRow = [municipality, tariffEra] as const
export const zoneEraRow = [municipality, zone, tariffEra] as const

const articles = 'CRA 720'

/** A constant of the norm as a line's operand, with the words and unit of the law file. */
export const law = (id: NumericLawId) => {
  const { es, en, unit } = lawParameters[id]
  return parameter({ id, es, en, unit, numeral: articles, law: id })
}

type Datum = Pick<Input, 'unit' | 'es' | 'en'> & { id?: string; otherwise?: number }

const datum = (form: 'number' | 'flag') => (path: string, spec: Datum) => {
  const name = path
    .replace(/\/(\w)/gu, (_, c: string) => c.toUpperCase())
    .replace(/=(\w)/u, (_, c: string) => `Is${c.toUpperCase()}`)
  return input({
    id: `cra720${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    over: eraRow,
    form,
    numeral: articles,
    ...spec,
    at: `{tariffOfEra}/inputs/${path}`,
  })
}
const number = datum('number')
const flag = datum('flag')

export const isSegment1 = flag('segment=1', { unit: '1', es: 'Segmento 1 (1 = sí)', en: 'Segment 1 (1 = yes)' })
export const withEnergy = flag('billedWith=energy', {
  unit: '1',
  es: 'Se factura con energía (1 = sí)',
  en: 'Billed with energy (1 = yes)',
})
export const cblPerKm = number('cblPerKm', {
  unit: 'COP/km',
  otherwise: Number.NaN,
  es: 'Costo de barrido por kilómetro (CBL)',
  en: 'Sweeping cost a kilometre (CBL)',
})
export const pruning = number('cleaning/pruning', { unit: 'COP/month', es: 'Poda de árboles', en: 'Tree pruning' })
export const grass = number('cleaning/grassM2', { unit: 'm²/month', es: 'Corte de césped', en: 'Grass cutting' })
export const wash = number('cleaning/washM2', {
  unit: 'm²/month',
  es: 'Lavado de áreas públicas',
  en: 'Washing of public areas',
})
export const beach = number('cleaning/beachKm', { unit: 'km/month', es: 'Limpieza de playas', en: 'Beach cleaning' })
export const binsInstalled = number('cleaning/bins/installed', {
  unit: 'unit',
  es: 'Cestas instaladas',
  en: 'Bins installed',
})
export const binsMaintained = number('cleaning/bins/maintained', {
  unit: 'unit',
  es: 'Cestas mantenidas',
  en: 'Bins maintained',
})
export const waterPrice = number('cleaning/waterPrice', { unit: 'COP/m³', es: 'Precio del agua', en: 'Price of water' })
export const distance = number('distanceKm', {
  unit: 'km',
  es: 'Distancia al sitio de disposición',
  en: 'Distance to the disposal site',
})
export const unpaved = number('unpavedKm', { unit: 'km', es: 'Distancia sin pavimentar', en: 'Unpaved distance' })
export const tolls = number('tollsPerTonne', { unit: 'COP/t', es: 'Peajes por tonelada', en: 'Tolls a tonne' })
export const isCoastal = flag('coastal', {
  unit: '1',
  es: 'Municipio costero (1 = sí)',
  en: 'Coastal municipality (1 = yes)',
})
export const fleetAge = number('fleetAge', { unit: 'years', es: 'Edad media de la flota', en: 'Mean age of the fleet' })
export const landfillTonnes = number('landfillTonnes', {
  unit: 't/month',
  otherwise: Number.NaN,
  es: 'Toneladas que entran al relleno (QRS)',
  en: 'Tonnes entering the landfill (QRS)',
})
export const postClosure = number('postClosureYears', {
  // the norm's own years have the usual name
  id: 'cra720PostClosureAsked',
  unit: 'years',
  es: 'Años de posclausura',
  en: 'Years of post-closure',
})
export const leachateVolume = number('leachate/m3PerMonth', {
  unit: 'm³/month',
  es: 'Volumen de lixiviados',
  en: 'Leachate volume',
})
export const leachateFee = number('leachate/environmentalFee', {
  unit: 'COP/m³',
  es: 'Tasa ambiental por lixiviados (CMTLX)',
  en: 'Environmental fee on leachate (CMTLX)',
})
export const leachateScenario = [1, 2, 3, 4, 5].map((n) =>
  flag(`leachate/scenario=${n}`, {
    unit: '1',
    es: `Escenario ${n} de lixiviados (1 = sí)`,
    en: `Leachate scenario ${n} (1 = yes)`,
  }),
) as [Input, Input, Input, Input, Input]
export const incentive = number('incentive', {
  unit: 'share',
  es: 'Incentivo a la separación (DINC)',
  en: 'Separation incentive (DINC)',
})

const conditional = (part: string) =>
  flag(`conditionalAssets/${part}`, {
    unit: '1',
    es: `${part}: activos bajo condición (1 = sí)`,
    en: `${part}: assets on condition (1 = yes)`,
  })
export const conditionalCbl = conditional('CBL')
export const conditionalCrt = conditional('CRT')
export const conditionalCtl = conditional('CTL')

/** From pesos of December 2014 to pesos of the base year: one factor, or one a component. */
export const toBaseYear = (part: string) =>
  input({
    id: `cra720Factor${part}`,
    over: eraRow,
    unit: 'share',
    form: 'number',
    numeral: articles,
    otherwise: 1,
    es: `Factor a pesos del año base, ${part}`,
    en: `Factor to base-year pesos, ${part}`,
    at: [`{tariffOfEra}/inputs/toBaseYear/${part}`, '{tariffOfEra}/inputs/toBaseYear'],
  })

/** What the operator publishes, in base-year pesos; it replaces the computed part. By zone where it differs. */
export const published = (part: string, unit: string) =>
  input({
    id: `cra720Published${part.charAt(0).toUpperCase()}${part.slice(1)}`,
    over: zoneEraRow,
    unit,
    form: 'number',
    numeral: articles,
    otherwise: Number.NaN,
    es: `${part.toUpperCase()} publicado`,
    en: `${part.toUpperCase()} as published`,
    at: [
      `{tariffOfEra}/inputs/given/${part}/{zone}`,
      `{tariffOfEra}/inputs/given/${part}`,
      ...(part === 'vba' || part === 'viat' ? [`{tariffOfEra}/inputs/${part}`] : []),
    ],
  })

/** 1 in the years in which the tariff of the era is in force: the base year's, or the plan's. */
export const eraInForce = given({
  id: 'tariffEraInForce',
  over: [tariffEra],
  axis: 'waste',
  unit: '1',
  numeral: articles,
  es: 'Tarifa vigente en el año (1 = sí)',
  en: 'Tariff in force in the year (1 = yes)',
})
const eraUsesMethod = input({
  id: 'cra720InEra',
  over: eraRow,
  unit: '1',
  form: 'flag',
  numeral: articles,
  es: 'La tarifa usa la Resolución CRA 720 (1 = sí)',
  en: 'The tariff uses Resolución CRA 720 (1 = yes)',
  at: '{tariffOfEra}/method=cra-720-2015',
})

export const usesCra720 = line({
  id: 'usesCra720',
  over: [municipality],
  unit: '1',
  numeral: articles,
  detail: true,
  es: 'El año se rige por la Resolución CRA 720 (1 = sí)',
  en: 'The year is under Resolución CRA 720 (1 = yes)',
  formula: () => eq`sum(${eraInForce} * ${eraUsesMethod})`,
})
export const litresPerM3 = constant({
  id: 'litresPerM3',
  es: 'Litros por metro cúbico',
  en: 'Litres a cubic metre',
  unit: 'L/m³',
  value: 1000,
})
