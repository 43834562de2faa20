import { figure, given, input, line, method } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { landfillRemaining, landfillShortfall, landfillVolume } from '../1-projections/landfill.ts'
import { reincorporated } from '../1-projections/recovery.ts'
import { dwellings, users } from '../1-projections/users.ts'
import { negligible, planYear } from '../constants.ts'
import { municipality, site, userClass, zone } from '../dimensions.ts'
import { horizonYears } from './figures.ts'

export const coverageShare = line({
  id: 'coverageShare',
  axis: 'waste',
  unit: 'share',
  numeral: '10.3',
  es: 'Usuarios servidos sobre domicilios',
  en: 'Users served over dwellings',
  formula: () => eq`ratio(sum(${users}), sum(${dwellings}))`,
})
const planCoverage = line({
  id: 'planCoverage',
  unit: 'share',
  numeral: '10.3',
  detail: true,
  es: 'Cobertura en los años del plan',
  en: 'Coverage in the years of the plan',
  formula: () => eq`if(${planYear}, ${coverageShare}, 0)`,
})
/** Compared by its mean over t = 1..H; the users at the horizon are a figure beside it. */
export const coverageCriterion = figure({
  id: 'meanCoverage',
  unit: 'share',
  numeral: '10.3',
  es: 'Cobertura media del plan',
  en: 'Mean coverage of the plan',
  formula: () => eq`total(${planCoverage}) / ${horizonYears}`,
})
export const usersAtHorizon = figure({
  id: 'usersAtHorizon',
  unit: 'users',
  numeral: '10.3',
  es: 'Usuarios servidos en el horizonte',
  en: 'Users served at the horizon',
  formula: () => eq`last(${servedUsers})`,
})
const servedUsers = line({
  id: 'servedUsers',
  unit: 'users',
  numeral: '6.2',
  es: 'Usuarios servidos, total',
  en: 'Users served, total',
  formula: () => eq`sum(${users})`,
})

const scheduled = input({
  id: 'collectionsScheduled',
  over: [municipality, userClass, zone],
  unit: 'times',
  form: 'number',
  numeral: '5.4.2',
  es: 'Recolecciones programadas al año (D)',
  en: 'Collections scheduled a year (D)',
  at: '{userRow}/continuity/scheduled',
})
const missed = input({
  id: 'collectionsMissed',
  over: [municipality, userClass, zone],
  unit: 'times',
  form: 'number',
  numeral: '5.4.2',
  es: 'Recolecciones no hechas al año (Di)',
  en: 'Collections missed a year (Di)',
  at: '{userRow}/continuity/missed',
})
const continuityTarget = input({
  id: 'continuityTarget',
  over: [municipality],
  unit: 'share',
  form: 'path',
  numeral: '8',
  otherwise: Number.NaN,
  es: 'Meta de continuidad',
  en: 'Continuity target',
  at: ['{alternative}/targets/continuity/{municipalityId}', '{alternative}/targets/continuity'],
})
const municipalUsers = line({
  id: 'municipalUsers',
  over: [municipality],
  axis: 'waste',
  unit: 'users',
  numeral: '6.2',
  es: 'Usuarios del municipio',
  en: "Municipality's users",
  formula: () => eq`sum(${users})`,
})
const firstUsers = line({
  id: 'usersMeasured',
  over: [municipality, userClass, zone],
  axis: 'once',
  unit: 'users',
  numeral: '5.4.2',
  detail: true,
  es: 'Usuarios medidos',
  en: 'Users measured',
  formula: () => eq`first(${users})`,
})
const measuredContinuity = line({
  id: 'measuredContinuity',
  over: [municipality],
  axis: 'once',
  unit: 'share',
  numeral: '5.4.2',
  es: 'Continuidad medida',
  en: 'Measured continuity',
  formula: () => eq`1 - ratio(sum(${missed} * ${firstUsers}), sum(${scheduled} * ${firstUsers}))`,
})
const municipalContinuity = line({
  id: 'municipalContinuity',
  over: [municipality],
  unit: 'share',
  numeral: '5.4.2',
  es: 'Continuidad del municipio',
  en: "Municipality's continuity",
  formula: () => eq`if(${planYear} and known(${continuityTarget}), ${continuityTarget}, ${measuredContinuity})`,
})
export const continuity = line({
  id: 'continuity',
  unit: 'share',
  numeral: '5.4.2',
  es: 'Continuidad',
  en: 'Continuity',
  formula: () => eq`ratio(sum(${municipalContinuity} * ${municipalUsers}), sum(${municipalUsers}))`,
})
const planContinuity = line({
  id: 'planContinuity',
  unit: 'share',
  numeral: '10.3',
  detail: true,
  es: 'Continuidad en los años del plan',
  en: 'Continuity in the years of the plan',
  formula: () => eq`if(${planYear}, ${continuity}, 0)`,
})
export const continuityCriterion = figure({
  id: 'meanContinuity',
  unit: 'share',
  numeral: '10.3',
  es: 'Continuidad media del plan',
  en: 'Mean continuity of the plan',
  formula: () => eq`total(${planContinuity}) / ${horizonYears}`,
})

const planReincorporated = line({
  id: 'planReincorporated',
  unit: 't/year',
  numeral: '10.3',
  es: 'Residuos reincorporados, total',
  en: 'Waste returned, total',
  formula: () => eq`${planYear} * sum(${reincorporated})`,
})
export const reincorporatedTonnes = figure({
  id: 'reincorporatedTonnes',
  unit: 't',
  numeral: '10.3',
  es: 'Toneladas reincorporadas en el horizonte',
  en: 'Tonnes returned over the horizon',
  formula: () => eq`total(${planReincorporated})`,
})

const openAtHorizon = given({
  id: 'siteOpenAtHorizon',
  from: ['{site}'],
  over: [site],
  unit: '1',
  numeral: '10.3',
  es: 'Sitio abierto en el horizonte (1 = sí)',
  en: 'Site open at the horizon (1 = yes)',
})
const unlimitedAtHorizon = given({
  id: 'unlimitedSiteAtHorizon',
  unit: '1',
  numeral: '10.3',
  es: 'Hay un sitio sin límite en el horizonte (1 = sí)',
  en: 'There is an unlimited site at the horizon (1 = yes)',
})
const remainingAtHorizon = line({
  id: 'remainingAtHorizon',
  unit: 'm³',
  numeral: '10.3',
  es: 'Capacidad remanente de los sitios abiertos en el horizonte',
  en: 'Remaining capacity of the sites open at the horizon',
  formula: () => eq`sum(if(${openAtHorizon} and known(${landfillRemaining}), ${landfillRemaining}, 0))`,
})
const planVolume = line({
  id: 'planLandfillVolume',
  unit: 'm³/year',
  numeral: '10.3',
  detail: true,
  es: 'Volumen dispuesto en los años del plan',
  en: 'Volume disposed of in the years of the plan',
  formula: () => eq`${landfillVolume}`,
})
const planShortfall = line({
  id: 'planLandfillShortfall',
  unit: 'm³/year',
  numeral: '10.3',
  detail: true,
  es: 'Volumen sin sitio en los años del plan',
  en: 'Volume without a site in the years of the plan',
  formula: () => eq`${landfillShortfall}`,
})
const wasteHorizon = given({
  id: 'wasteHorizonYears',
  unit: 'years',
  numeral: '6',
  es: 'Años del horizonte de residuos',
  en: 'Years of the waste horizon',
})

export const landfillCapacityYears = method({
  id: 'landfillCapacityYears',
  unit: 'year',
  numeral: '10.3',
  es: 'Años de disposición que quedan en el horizonte',
  en: 'Years of disposal left at the horizon',
  of: () => [remainingAtHorizon, planVolume, planShortfall, wasteHorizon, unlimitedAtHorizon],
  run: ([remaining = [], volume = [], shortfall = [], [most = 0] = [], [unlimited = 0] = []]) => {
    if (shortfall.some((s, t) => s > negligible.value * (volume[t] as number))) {
      return {
        value: 0,
        because: {
          es: 'Hay años del plan sin sitio para todas las toneladas.',
          en: 'There are years of the plan without room for every tonne.',
        },
      }
    }
    if (unlimited)
      return {
        value: most,
        because: {
          es: 'Un sitio abierto en el horizonte no tiene capacidad declarada: cuenta el horizonte de residuos.',
          en: 'A site open at the horizon has no stated capacity: the waste horizon counts.',
        },
      }
    const lastVolume = volume.at(-1) as number
    const years = lastVolume === 0 ? most : Math.min(most, (remaining.at(-1) as number) / lastVolume)
    return {
      value: years,
      because: {
        es: 'Capacidad que queda entre el volumen del último año, a lo sumo el horizonte de residuos.',
        en: "Capacity left over the last year's volume, at most the waste horizon.",
      },
    }
  },
})
const measuresInPlace = given({
  id: 'measuresInPlace',
  from: ['{alternative}/measures'],
  unit: 'share',
  numeral: '10.3',
  es: 'Tipos de medida ambiental previstos (de tres)',
  en: 'Kinds of environmental measure in place (of three)',
})
export const environmentShare = figure({
  id: 'environmentShare',
  unit: 'share',
  numeral: '10.3',
  es: 'Medidas de prevención, minimización y mitigación',
  en: 'Prevention, minimisation and mitigation',
  formula: () => eq`${measuresInPlace}`,
})
