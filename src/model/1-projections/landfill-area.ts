import { constant, figure, input, line, method } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { site } from '../dimensions.ts'
import {
  calendarYear,
  landfillShortfall,
  landfillVolume,
  lastOpened,
  shortYear,
  siteDisposal,
  siteOpen,
  siteRank,
  unlimited,
  volumePerTonne,
} from './landfill.ts'

const height = input({
  id: 'siteHeight',
  over: [site],
  unit: 'm',
  form: 'number',
  numeral: '6',
  otherwise: Number.NaN,
  es: 'Altura del relleno',
  en: "Landfill's height",
  at: '{site}/height',
})
const areaFactor = input({
  id: 'siteAreaFactor',
  over: [site],
  unit: 'share',
  form: 'number',
  numeral: '6',
  es: 'Factor de área adicional (vías, retiros, instalaciones)',
  en: 'Extra area factor (roads, set-backs, buildings)',
  at: '{site}/areaFactor',
})
const volumePerHectare = constant({
  id: 'volumePerHectare',
  es: 'Metros cúbicos por hectárea y metro de altura',
  en: 'Cubic metres a hectare and metre of height',
  unit: 'm³/ha·m',
  value: 10_000,
})

/** The ground of somebody else's landfill is not this plan's to find. */
const areaPerVolume = line({
  id: 'areaPerVolume',
  over: [site],
  axis: 'once',
  unit: 'ha/m³',
  numeral: '6',
  detail: true,
  es: 'Área por metro cúbico (0 en un sitio ajeno, sin capacidad ni altura)',
  en: "Area a cubic metre (0 in somebody else's site, without capacity or height)",
  formula: () => eq`if(${unlimited} and not(known(${height})), 0, ${areaFactor} / (${height} * ${volumePerHectare}))`,
})
const siteVolume = line({
  id: 'siteVolume',
  over: [site],
  axis: 'waste',
  unit: 'm³/year',
  numeral: '6',
  detail: true,
  es: 'Volumen que se ocupa del sitio en el año',
  en: "Site's volume taken in the year",
  formula: () => eq`${siteDisposal} * ${volumePerTonne}`,
})
export const siteArea = line({
  id: 'siteArea',
  over: [site],
  axis: 'waste',
  unit: 'ha',
  numeral: '6',
  es: 'Área requerida por el sitio hasta el año',
  en: 'Area that the site requires up to the year',
  formula: () => eq`cumulative(${siteVolume}) * ${areaPerVolume}`,
})
const shortfallArea = line({
  id: 'shortfallArea',
  axis: 'waste',
  unit: 'ha/year',
  numeral: '6',
  detail: true,
  es: 'Área de lo que no tiene sitio, con la altura del último sitio abierto',
  en: 'Area of what has no site, at the height of the site that opened last',
  formula: () =>
    eq`if(${landfillShortfall} == 0, 0, if(known(${lastOpened}) and ${lastOpened} > 0, ${landfillShortfall} * sum(if(${siteOpen} and ${siteRank} == ${lastOpened}, ${areaPerVolume}, 0)), missing()))`,
})
const requiredSiteArea = line({
  id: 'requiredSiteArea',
  over: [site],
  axis: 'once',
  unit: 'ha',
  numeral: '6',
  detail: true,
  es: 'Área requerida por el sitio en el horizonte de residuos',
  en: 'Area that the site requires over the waste horizon',
  formula: () => eq`total(${siteVolume}) * ${areaPerVolume}`,
})
/** Área requerida [6; Jaramillo, OPS]: volume / height × area factor, of the sites and of what finds none. */
export const requiredArea = figure({
  id: 'requiredArea',
  unit: 'ha',
  numeral: '6',
  es: 'Área de relleno requerida en el horizonte de residuos',
  en: 'Landfill area required over the waste horizon',
  formula: () => eq`sum(${requiredSiteArea}) + total(${shortfallArea})`,
})

const leadTime = input({
  id: 'siteLeadTime',
  over: [site],
  unit: 'year',
  form: 'number',
  numeral: '6',
  es: 'Tiempo de preparación del sitio',
  en: "Site's lead time",
  at: '{site}/leadTimeYears',
})
const longestLead = line({
  id: 'longestLeadTime',
  axis: 'once',
  unit: 'year',
  numeral: '6',
  detail: true,
  es: 'Tiempo de preparación más largo entre los sitios',
  en: 'Longest lead time among the sites',
  formula: () => eq`maxOver(${leadTime})`,
})
export const nextSiteStartYear = method({
  id: 'nextSiteStartYear',
  unit: '1',
  numeral: '6',
  es: 'Último año para empezar el siguiente sitio',
  en: 'Last year to begin the next site',
  of: () => [landfillShortfall, landfillVolume, calendarYear, longestLead],
  run: ([shortfall = [], volume = [], years = [], [lead = Number.NaN] = []]) => {
    const end = years[shortYear(shortfall, volume)]
    if (end === undefined) {
      return {
        value: null,
        because: {
          es: 'Hay sitio para todo el horizonte de residuos.',
          en: 'There is room over the whole waste horizon.',
        },
      }
    }
    if (!(lead > 0)) {
      return {
        value: null,
        because: {
          es: 'Falta cuántos años toma preparar un sitio («leadTimeYears»).',
          en: 'How many years a site takes to prepare ("leadTimeYears") is missing.',
        },
      }
    }
    const start = Math.floor(end - lead)
    return {
      value: start,
      because: {
        es: `En ${end} quedan toneladas sin sitio; preparar uno toma ${String(lead).replace('.', ',')} años.`,
        en: `In ${end} tonnes are left without a site; preparing one takes ${lead} years.`,
      },
    }
  },
})
