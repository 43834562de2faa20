import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { collected, isOrdinary } from '../1-projections/generation.ts'
import { productionPerUser } from '../1-projections/production.ts'
import { disposed, recovered, reincorporated } from '../1-projections/recovery.ts'
import { servedBase, users } from '../1-projections/users.ts'
import { monthsPerYear } from '../constants.ts'
import { municipality, stream, userClass, zone } from '../dimensions.ts'
import { eraRow, landfillTonnes, law, published, zoneEraRow } from './cra-720-inputs.ts'

const town = { over: [municipality], axis: 'waste', numeral: 'CRA 720 arts. 40–42', detail: true } as const
const tonnes = { ...town, unit: 't/month' } as const

const isLarge = given({
  id: 'largeProducer',
  over: [userClass],
  unit: '1',
  numeral: 'CRA 720',
  es: 'Gran productor (1 = sí)',
  en: 'Large producer (1 = yes)',
})
export const largeProducer = isLarge
const vacant = input({
  id: 'vacantBase',
  over: [municipality, userClass, zone],
  unit: 'users',
  form: 'number',
  numeral: 'CRA 720',
  es: 'Predios desocupados del año base (ND)',
  en: 'Vacant premises of the base year (ND)',
  at: '{userRow}/vacant',
})
export const vacantShare = line({
  id: 'vacantShare',
  over: [municipality, userClass, zone],
  axis: 'once',
  unit: 'share',
  numeral: 'CRA 720',
  detail: true,
  es: 'Parte de los usuarios con predio desocupado',
  en: 'Share of users with vacant premises',
  formula: () => eq`if(${servedBase} == 0, 0, ${vacant} / ${servedBase})`,
})
const kind = (id: string, name: string, words: { es: string; en: string }) =>
  input({
    id,
    over: [municipality, stream, zone],
    unit: '1',
    form: 'flag',
    numeral: 'CRA 720',
    ...words,
    at: `{stream}/kind=${name}`,
  })
const isStreets = kind('streamIsStreets', 'streets', {
  es: 'Residuos de barrido (1 = sí)',
  en: 'Street sweepings (1 = yes)',
})
const isGreen = kind('streamIsGreen', 'greenWaste', {
  es: 'Residuos de limpieza urbana (1 = sí)',
  en: 'Green waste (1 = yes)',
})

const subscribers = line({
  id: 'cra720Subscribers',
  ...town,
  unit: 'users',
  es: 'Suscriptores (N)',
  en: 'Subscribers (N)',
  formula: () => eq`sum(${users})`,
})
export const allSubscribers = subscribers
const vacantSubscribers = line({
  id: 'cra720Vacant',
  ...town,
  unit: 'users',
  es: 'Suscriptores desocupados (ND)',
  en: 'Vacant subscribers (ND)',
  formula: () => eq`sum(${users} * ${vacantShare})`,
})
const largeSubscribers = line({
  id: 'cra720Large',
  ...town,
  unit: 'users',
  es: 'Grandes productores aforados (NA)',
  en: 'Weighed large producers (NA)',
  formula: () => eq`sum(${users} * ${isLarge})`,
})

const qbl = line({
  id: 'qbl',
  ...tonnes,
  es: 'Toneladas de barrido (QBL)',
  en: 'Tonnes of sweeping (QBL)',
  formula: () => eq`sum(${collected} * ${isStreets}) / ${monthsPerYear}`,
})
const qlu = line({
  id: 'qlu',
  ...tonnes,
  es: 'Toneladas de limpieza urbana (QLU)',
  en: 'Tonnes of urban cleaning (QLU)',
  formula: () => eq`sum(${collected} * ${isGreen}) / ${monthsPerYear}`,
})
export const qa = line({
  id: 'qa',
  ...tonnes,
  es: 'Toneladas aprovechadas (QA)',
  en: 'Tonnes recovered (QA)',
  formula: () => eq`sum(${reincorporated}) / ${monthsPerYear}`,
})
const qr = line({
  id: 'qr',
  ...tonnes,
  es: 'Toneladas de rechazo (QR)',
  en: 'Tonnes rejected (QR)',
  formula: () => eq`(sum(${recovered}) - sum(${reincorporated})) / ${monthsPerYear}`,
})
const qna = line({
  id: 'qna',
  ...tonnes,
  es: 'Toneladas no aprovechables (QNA)',
  en: 'Tonnes not recovered (QNA)',
  formula: () =>
    eq`(sum(${collected} * ${isOrdinary} * (1 - ${isStreets}) * (1 - ${isGreen})) - sum(${recovered})) / ${monthsPerYear}`,
})
export const qrt = line({
  id: 'qrt',
  ...tonnes,
  es: 'Toneladas transportadas (QRT)',
  en: 'Tonnes hauled (QRT)',
  formula: () => eq`${qbl} + ${qlu} + ${qna} + ${qr}`,
})
const planDisposed = line({
  id: 'planDisposed',
  ...tonnes,
  over: [],
  es: 'Toneladas dispuestas por el plan al mes',
  en: 'Tonnes disposed of by the plan a month',
  formula: () => eq`sum(${disposed}) / ${monthsPerYear}`,
})
/** Tonnes entering the landfill, of every municipality that uses it. */
export const qrs = line({
  id: 'qrs',
  ...tonnes,
  over: eraRow,
  es: 'Toneladas que entran al relleno (QRS)',
  en: 'Tonnes entering the landfill (QRS)',
  formula: () => eq`if(known(${landfillTonnes}), ${landfillTonnes}, ${planDisposed})`,
})

const perSubscriber = {
  over: zoneEraRow,
  axis: 'waste',
  unit: 't/user·month',
  numeral: 'CRA 720 arts. 40–42',
  detail: true,
} as const
const publishedTrbl = published('trbl', 't/user·month')
const publishedTrlu = published('trlu', 't/user·month')
const publishedTrra = published('trra', 't/user·month')
const publishedTra = published('tra', 't/user·month')
const publishedTrna = published('trna', 't/user·month')

export const eraTrbl = line({
  id: 'trblOfEra',
  ...perSubscriber,
  es: 'TRBL',
  en: 'TRBL',
  formula: () => eq`if(known(${publishedTrbl}), ${publishedTrbl}, if(${subscribers} == 0, 0, ${qbl} / ${subscribers}))`,
})
export const eraTrlu = line({
  id: 'trluOfEra',
  ...perSubscriber,
  es: 'TRLU',
  en: 'TRLU',
  formula: () => eq`if(known(${publishedTrlu}), ${publishedTrlu}, if(${subscribers} == 0, 0, ${qlu} / ${subscribers}))`,
})
export const eraTrra = line({
  id: 'trraOfEra',
  ...perSubscriber,
  es: 'TRRA',
  en: 'TRRA',
  formula: () =>
    eq`if(known(${publishedTrra}), ${publishedTrra}, if(${subscribers} <= ${vacantSubscribers}, 0, ${qr} / (${subscribers} - ${vacantSubscribers})))`,
})
export const eraTra = line({
  id: 'traOfEra',
  ...perSubscriber,
  es: 'TRA',
  en: 'TRA',
  formula: () =>
    eq`if(known(${publishedTra}), ${publishedTra}, if(${subscribers} <= ${vacantSubscribers} + ${largeSubscribers}, 0, ${qa} / (${subscribers} - ${vacantSubscribers} - ${largeSubscribers})))`,
})

const strata = ['1', '2', '3', '4', '5', '6'] as const
const factorOfStratum = strata.map((n) => law(`cra720ProductionFactorStratum${n}`))
const stratumFlags = strata.map((n) =>
  given({
    id: `isStratum${n}`,
    over: [userClass],
    unit: '1',
    numeral: 'CRA 720',
    es: `Estrato ${n} (1 = sí)`,
    en: `Stratum ${n} (1 = yes)`,
  }),
)
const smallFlag = given({
  id: 'isSmallNonResidential',
  over: [userClass],
  unit: '1',
  numeral: 'CRA 720',
  es: 'Pequeño productor no residencial (1 = sí)',
  en: 'Small non-residential producer (1 = yes)',
})
const smallFactor = law('cra720ProductionFactorSmallNonResidential')
const [f1, f2, f3, f4, f5, f6] = factorOfStratum as [
  typeof smallFactor,
  typeof smallFactor,
  typeof smallFactor,
  typeof smallFactor,
  typeof smallFactor,
  typeof smallFactor,
]
const [s1, s2, s3, s4, s5, s6] = stratumFlags as [
  typeof isLarge,
  typeof isLarge,
  typeof isLarge,
  typeof isLarge,
  typeof isLarge,
  typeof isLarge,
]
/** F_u: 0 for large producers, who pay their own measured tonnes. */
export const productionFactor720 = line({
  id: 'cra720ProductionFactor',
  over: [userClass],
  axis: 'waste',
  unit: 'share',
  numeral: 'CRA 720 art. 41',
  es: 'Factor de producción (F)',
  en: 'Production factor (F)',
  formula: () =>
    eq`${s1} * ${f1} + ${s2} * ${f2} + ${s3} * ${f3} + ${s4} * ${f4} + ${s5} * ${f5} + ${s6} * ${f6} + ${smallFlag} * ${smallFactor}`,
})
const weightedUsers = line({
  id: 'cra720WeightedUsers',
  ...town,
  unit: 'users',
  es: 'Pequeños usuarios por su factor',
  en: 'Small users times their factor',
  formula: () => eq`sum(${users} * ${productionFactor720})`,
})
const smallTonnes = line({
  id: 'cra720SmallTonnes',
  ...tonnes,
  es: 'Toneladas de pequeños productores',
  en: "Small producers' tonnes",
  formula: () => eq`${qna} - sum(${users} * ${isLarge} * ${productionPerUser})`,
})
/** TRNA of a user of factor 1. */
export const eraTrna = line({
  id: 'trnaOfEra',
  ...perSubscriber,
  es: 'TRNA de un usuario de factor 1',
  en: 'TRNA of a user of factor 1',
  formula: () =>
    eq`if(known(${publishedTrna}), ${publishedTrna}, if(${weightedUsers} == 0, 0, ${smallTonnes} / ${weightedUsers}))`,
})
