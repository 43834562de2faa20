import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { daysPerYear, kgPerTonne, monthsPerYear, planYear } from '../constants.ts'
import { municipality, service, stream, userClass, zone } from '../dimensions.ts'
import { population } from './population.ts'
import { isResidential, perCapitaProduction } from './production.ts'
import { sweptKm } from './sweeping.ts'
import { dwellings, users } from './users.ts'

const streamRow = [municipality, stream, zone] as const

const isResidentialStream = given({
  id: 'residentialStream',
  over: [stream],
  unit: '1',
  numeral: '6.3',
  es: 'Corriente residencial (1 = sí)',
  en: 'Residential stream (1 = yes)',
})
const streamBase = input({
  id: 'streamBase',
  over: streamRow,
  unit: 't/month',
  form: 'number',
  numeral: '6.3',
  es: 'Toneladas al mes de la corriente en el año base',
  en: "Stream's tonnes a month in the base year",
  at: '{stream}/tonnesPerMonth',
})
const streamGrowth = input({
  id: 'streamGrowth',
  over: streamRow,
  unit: 'share',
  form: 'path',
  numeral: '6.3',
  es: 'Crecimiento propio de la corriente',
  en: "Stream's own growth",
  at: '{stream}/growth',
})
const streamGrowthIndex = line({
  id: 'streamGrowthIndex',
  over: streamRow,
  axis: 'waste',
  unit: 'share',
  numeral: '6.3',
  detail: true,
  es: 'Crecimiento propio acumulado de la corriente',
  en: "Stream's own growth, cumulative",
  formula: () => eq`if(${planYear} == 0, 1, prev(${streamGrowthIndex}) * (1 + ${streamGrowth}))`,
})
const drivenByPopulation = input({
  id: 'drivenByPopulation',
  over: streamRow,
  unit: '1',
  form: 'flag',
  numeral: '6.3',
  es: 'Crece con la población (1 = sí)',
  en: 'Grows with population (1 = yes)',
  at: '{stream}/driver=population',
})
const drivenBySweeping = input({
  id: 'drivenBySweeping',
  over: streamRow,
  unit: '1',
  form: 'flag',
  numeral: '6.3',
  es: 'Crece con las vías barridas (1 = sí)',
  en: 'Grows with roads swept (1 = yes)',
  at: '{stream}/driver=sweptKm',
})
const drivenByClass = input({
  id: 'drivenByClass',
  over: [municipality, stream, zone, userClass],
  unit: '1',
  form: 'flag',
  numeral: '6.3',
  es: 'Crece con los usuarios de la clase (1 = sí)',
  en: "Grows with the class's users (1 = yes)",
  at: '{stream}/driver={userClass}',
})
const streamAreaGrowth = given({
  id: 'streamAreaGrowth',
  from: ['{stream}/driver'],
  over: streamRow,
  axis: 'waste',
  unit: 'share',
  numeral: '6.4',
  es: 'Área de uso del suelo respecto del año base (1 si no la usa)',
  en: "Land-use area over the base year's (1 where not used)",
})
const populationGrowth = line({
  id: 'populationGrowth',
  over: [municipality, zone],
  axis: 'waste',
  unit: 'share',
  numeral: '6.1',
  detail: true,
  es: 'Población respecto del año base',
  en: "Population over the base year's",
  formula: () => eq`if(first(${population}) == 0, 1, ${population} / first(${population}))`,
})
const sweepingGrowth = line({
  id: 'sweepingGrowth',
  over: [municipality],
  axis: 'waste',
  unit: 'share',
  numeral: '5.4.3',
  detail: true,
  es: 'Vías barridas respecto del año base',
  en: "Roads swept over the base year's",
  formula: () => eq`if(first(${sweptKm}) == 0, 1, ${sweptKm} / first(${sweptKm}))`,
})
const usersGrowth = line({
  id: 'usersGrowth',
  over: [municipality, userClass, zone],
  axis: 'waste',
  unit: 'share',
  numeral: '6.2',
  detail: true,
  es: 'Usuarios respecto del año base',
  en: "Users over the base year's",
  formula: () => eq`if(first(${users}) == 0, 1, ${users} / first(${users}))`,
})
const classDriver = line({
  id: 'classDriver',
  over: streamRow,
  axis: 'waste',
  unit: 'share',
  numeral: '6.3',
  detail: true,
  es: 'Crecimiento de los usuarios que la mueven',
  en: 'Growth of the users that drive it',
  formula: () => eq`if(sum(${drivenByClass}) > 0, sum(${drivenByClass} * ${usersGrowth}), 1)`,
})
const streamDriver = line({
  id: 'streamDriver',
  over: streamRow,
  axis: 'waste',
  unit: 'share',
  numeral: '6.3',
  detail: true,
  es: 'Variable que mueve la corriente, respecto del año base',
  en: "Stream's driver over the base year's",
  formula: () =>
    eq`if(${drivenByPopulation}, ${populationGrowth}, if(${drivenBySweeping}, ${sweepingGrowth}, ${classDriver} * ${streamAreaGrowth}))`,
})

export const generation = line({
  id: 'generation',
  over: streamRow,
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  additive: true,
  es: 'Residuos generados',
  en: 'Waste generated',
  formula: () =>
    eq`if(${isResidentialStream}, ${population} * ${perCapitaProduction} * ${daysPerYear} / ${kgPerTonne}, ${streamBase} * ${monthsPerYear} * ${streamDriver} * ${streamGrowthIndex})`,
})

const residentialCoverage = line({
  id: 'residentialCoverage',
  over: [municipality, zone],
  axis: 'waste',
  unit: 'share',
  numeral: '5.4.1',
  detail: true,
  es: 'Usuarios residenciales sobre domicilios de la zona',
  en: "Residential users over the zone's dwellings",
  formula: () =>
    eq`if(sum(${dwellings} * ${isResidential}) == 0, 0, sum(${users} * ${isResidential}) / sum(${dwellings} * ${isResidential}))`,
})
const streamCoverage = input({
  id: 'streamCoverage',
  over: streamRow,
  unit: 'share',
  form: 'path',
  numeral: '6.3',
  otherwise: 1,
  es: 'Cobertura medida de la corriente',
  en: "Stream's measured coverage",
  at: '{stream}/coverage',
})
const streamCoverageTarget = input({
  id: 'streamCoverageTarget',
  over: streamRow,
  unit: 'share',
  form: 'path',
  numeral: '8',
  otherwise: Number.NaN,
  es: 'Meta de cobertura de la corriente',
  en: "Stream's coverage target",
  at: ['{alternative}/targets/streams/{municipalityId}/{streamId}', '{alternative}/targets/streams/{streamId}'],
})
export const collected = line({
  id: 'collected',
  over: streamRow,
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  additive: true,
  es: 'Residuos recolectados',
  en: 'Waste collected',
  formula: () =>
    eq`${generation} * if(${isResidentialStream}, ${residentialCoverage}, if(${planYear} and known(${streamCoverageTarget}), ${streamCoverageTarget}, ${streamCoverage}))`,
})
export const uncollected = line({
  id: 'uncollected',
  over: streamRow,
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  additive: true,
  es: 'Residuos sin recolectar',
  en: 'Waste not collected',
  formula: () => eq`${generation} - ${collected}`,
})
export const collectedByService = line({
  id: 'collectedByService',
  over: [municipality, zone, service],
  axis: 'waste',
  unit: 't/year',
  numeral: '11.2',
  additive: true,
  es: 'Residuos recolectados por servicio',
  en: 'Waste collected by service',
  formula: () => eq`sum(${collected})`,
})
export const goesToLandfill = given({
  id: 'goesToLandfill',
  from: ['{stream}/toLandfill'],
  over: streamRow,
  unit: '1',
  numeral: '6.3',
  es: 'La corriente va al relleno (1 = sí)',
  en: 'The stream goes to landfill (1 = yes)',
})
export const isOrdinary = given({
  id: 'ordinaryStream',
  from: ['{stream}/service'],
  over: streamRow,
  unit: '1',
  numeral: '6.3',
  es: 'La corriente es del servicio ordinario (1 = sí)',
  en: 'The stream is of the ordinary service (1 = yes)',
})
export const handledSpecially = line({
  id: 'handledSpecially',
  over: [municipality],
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  additive: true,
  es: 'Residuos recolectados con manejo especial',
  en: 'Collected waste handled specially',
  formula: () => eq`sum(${collected} * (1 - ${goesToLandfill}))`,
})
