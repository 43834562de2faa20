import { forward, input } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { dwellings, users } from '../1-projections/users.ts'
import { monthsPerYear } from '../constants.ts'
import { collectionSector, municipality, territory, userClass, zone } from '../dimensions.ts'
import type { Indicator } from './measures.ts'
import { indicatorLine, measure, measured, place, projectedOf } from './measures.ts'
import { RSR, U, V } from './presentation.ts'

const numeral = '5.4.2'

const AUS = measured({
  id: 'AUS',
  unit: 'ha',
  numeral,
  es: 'Área urbana con servicio de recolección (AUS)',
  en: 'Urban area with collection (AUS)',
  at: 'collection/areaServed',
})
export const AUT = measured({
  id: 'AUT',
  unit: 'ha',
  numeral,
  es: 'Área urbana total (AUT)',
  en: 'Urban area, total (AUT)',
  at: 'collection/areaTotal',
})
const ORT = measured({
  id: 'ORT',
  unit: 'worker',
  numeral,
  es: 'Operarios de recolección y transporte (ORT)',
  en: 'Collection and transport workers (ORT)',
  at: 'collection/workers',
})
const CPRT = measured({
  id: 'CPRT',
  unit: 'COP/year',
  numeral,
  es: 'Costo anual del personal de recolección y transporte (CPRT)',
  en: 'Yearly cost of collection and transport personnel (CPRT)',
  at: 'collection/personnelCost',
})
const selective = measured({
  id: 'selectiveTonnes',
  unit: 't/month',
  numeral,
  es: 'Reciclables recogidos en recolección selectiva',
  en: 'Recyclables collected selectively',
  at: 'collection/selectiveTonnes',
})

const CRU = indicatorLine({
  id: 'CRU',
  unit: 'share',
  numeral,
  es: 'Cobertura de recolección respecto de los usuarios (CRU)',
  en: 'Collection coverage by users (CRU)',
  formula: () => eq`ratio(${U}, ${V})`,
})
const CRA = indicatorLine({
  id: 'CRA',
  unit: 'share',
  numeral,
  es: 'Cobertura de recolección respecto del área (CRA)',
  en: 'Collection coverage by area (CRA)',
  formula: () => eq`ratio(${AUS}, ${AUT})`,
})
const selectiveShare = indicatorLine({
  id: 'selectiveShare',
  unit: 'share',
  numeral,
  es: 'Reciclables recogidos, fracción de los residuos presentados',
  en: 'Recyclables collected, share of the waste presented',
  formula: () => eq`ratio(${selective}, ${RSR})`,
})
const labourEfficiency = indicatorLine({
  id: 'labourEfficiency',
  unit: 'COP/t',
  numeral,
  es: 'Eficiencia laboral',
  en: 'Labour efficiency',
  formula: () => eq`ratio(${CPRT}, ${RSR} * ${monthsPerYear})`,
})
const crewYield = indicatorLine({
  id: 'crewYield',
  unit: 't/worker·month',
  numeral,
  es: 'Rendimiento del personal de recolección y transporte',
  en: 'Yield of collection and transport crews',
  formula: () => eq`ratio(${RSR}, ${ORT})`,
})

const sector = (field: string, unit: string, words: { es: string; en: string }) =>
  input({
    id: `sector${field.charAt(0).toUpperCase()}${field.slice(1)}`,
    over: [collectionSector],
    unit,
    form: 'number',
    numeral,
    otherwise: Number.NaN,
    ...words,
    at: `{collectionSector}/${field}`,
  })
const sectorUsers = sector('users', 'users', { es: 'Usuarios del sector (Ui)', en: "Sector's users (Ui)" })
const sectorScheduled = sector('scheduled', 'times', {
  es: 'Recolecciones programadas al año (D)',
  en: 'Collections scheduled a year (D)',
})
const sectorMissed = sector('missed', 'times', {
  es: 'Recolecciones no prestadas al año (Di)',
  en: 'Collections missed a year (Di)',
})
const classScheduled = input({
  id: 'classScheduled',
  over: [municipality, userClass, zone],
  unit: 'times',
  form: 'number',
  numeral,
  otherwise: Number.NaN,
  es: 'Recolecciones programadas al año (D)',
  en: 'Collections scheduled a year (D)',
  at: '{userRow}/continuity/scheduled',
})
const classMissed = input({
  id: 'classMissed',
  over: [municipality, userClass, zone],
  unit: 'times',
  form: 'number',
  numeral,
  otherwise: Number.NaN,
  es: 'Recolecciones no prestadas al año (Di)',
  en: 'Collections missed a year (Di)',
  at: '{userRow}/continuity/missed',
})
export const sectorsUsers = indicatorLine({
  id: 'sectorsUsers',
  unit: 'users',
  numeral,
  es: 'Usuarios de los sectores de recolección (ΣUi)',
  en: 'Users of the collection sectors (ΣUi)',
  formula: () => eq`sum(${sectorUsers})`,
})
const continuityBySector = indicatorLine({
  id: 'continuityBySector',
  over: [collectionSector],
  unit: 'share',
  numeral,
  es: 'Continuidad del sector de recolección',
  en: "Collection sector's continuity",
  formula: () => eq`1 - ratio(${sectorMissed}, ${sectorScheduled})`,
})
/** By sectors of collection where they were measured, else by the rows of users. */
const continuity = indicatorLine({
  id: 'serviceContinuity',
  unit: 'share',
  numeral,
  es: 'Continuidad del servicio',
  en: 'Continuity of the service',
  formula: () =>
    eq`1 - if(sum(known(${sectorUsers})) > 0, ratio(sum(${sectorMissed} * ${sectorUsers}), sum(${sectorScheduled} * ${sectorUsers})), ratio(sum(if(first(${users}) == 0, 0, ${classMissed} * first(${users}))), sum(if(first(${users}) == 0, 0, ${classScheduled} * first(${users})))))`,
})

const byMunicipality = { over: [municipality], es: '', en: '' } as const
const municipalContinuity = forward({ id: 'municipalContinuity', unit: 'share', ...byMunicipality })
const municipalUsers = forward({ id: 'municipalUsers', unit: 'users', axis: 'waste', ...byMunicipality })

export const collectionIndicators: readonly Indicator[] = [
  { line: AUS, symbol: 'AUS', printed: '' },
  { line: AUT, symbol: 'AUT', printed: '' },
  measure('Viajes (número/mes)', {
    id: 'monthlyTrips',
    unit: 'trip/month',
    numeral,
    es: 'Viajes de recolección al mes',
    en: 'Collection trips a month',
    at: 'collection/trips',
  }),
  measure('Tiempo efectivo de recolección (h)', {
    id: 'effectiveHours',
    unit: 'h/month',
    numeral,
    es: 'Tiempo efectivo de recolección',
    en: 'Effective collection time',
    at: 'collection/effectiveHours',
  }),
  measure('Tiempo improductivo de viaje (h)', {
    id: 'unproductiveHours',
    unit: 'h/month',
    numeral,
    es: 'Tiempo improductivo de viaje',
    en: 'Unproductive travel time',
    at: 'collection/unproductiveHours',
  }),
  { line: ORT, symbol: 'ORT', printed: '' },
  { line: CPRT, symbol: 'CPRT', printed: '' },
  {
    line: CRU,
    symbol: 'CRU (%)',
    printed: 'U / V × 100',
    projected: projectedOf(CRU, {
      over: place,
      axis: 'waste',
      formula: () => eq`ratio(sum(${users}), sum(${dwellings}))`,
    }),
  },
  { line: CRA, symbol: 'CRA (%)', printed: 'AUS / AUT × 100' },
  {
    line: continuity,
    symbol: 'Continuidad',
    printed: '',
    projected: projectedOf(continuity, {
      over: [territory],
      formula: () => eq`ratio(sum(${municipalContinuity} * ${municipalUsers}), sum(${municipalUsers}))`,
    }),
  },
  { line: continuityBySector, symbol: 'Continuidad por sectores', printed: '' },
  { line: selective, symbol: 'Reciclables recogidos (t/mes)', printed: '' },
  {
    line: selectiveShare,
    symbol: 'Reciclables recogidos (%)',
    printed: 'reciclables recogidos / residuos presentados × 100',
  },
  { line: labourEfficiency, symbol: 'Eficiencia laboral ($/t)', printed: 'CPRT / (RSR × 12)' },
  { line: crewYield, symbol: 'Rendimiento personal (t/operario·mes)', printed: 'RSR / ORT' },
]
