import { figure, given, input, line, method, parameter } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { negligible, oneYear, planYear } from '../constants.ts'
import { municipality, site } from '../dimensions.ts'
import { disposed } from './recovery.ts'

const capacity = input({
  id: 'siteCapacity',
  over: [site],
  unit: 'm³',
  form: 'number',
  numeral: '5.4.5',
  es: 'Capacidad libre del sitio al cierre del año base, o al abrir',
  en: "Site's free capacity at the end of the base year, or at opening",
  at: '{site}/capacity',
})
export const unlimited = given({
  id: 'siteUnlimited',
  from: ['{site}'],
  over: [site],
  unit: '1',
  numeral: '5.4.5',
  es: 'Sitio sin capacidad declarada (1 = sí)',
  en: 'Site without a stated capacity (1 = yes)',
})
export const siteOpen = given({
  id: 'siteOpen',
  from: ['{site}/opens', '{site}'],
  over: [site],
  axis: 'waste',
  unit: '1',
  numeral: '5.4.5',
  es: 'Sitio abierto en el año (1 = sí)',
  en: 'Site open in the year (1 = yes)',
})
export const siteRank = given({
  id: 'siteRank',
  over: [site],
  unit: '1',
  numeral: '5.4.5',
  es: 'Orden de apertura del sitio',
  en: "Site's order of opening",
})
const density = input({
  id: 'siteDensity',
  over: [site],
  unit: 't/m³',
  form: 'number',
  numeral: '5.4.5',
  es: 'Densidad de los residuos dispuestos',
  en: 'Density in place',
  at: '{site}/density',
})
const cover = input({
  id: 'siteCover',
  over: [site],
  unit: 'share',
  form: 'number',
  numeral: '5.4.5',
  es: 'Material de cobertura',
  en: 'Cover material',
  at: '{site}/coverFactor',
})
const defaultDensity = parameter({
  id: 'defaultDensity',
  unit: 't/m³',
  numeral: '5.4.5',
  law: 'landfillDensityDefault',
  es: 'Densidad usual de un relleno',
  en: 'Usual density of a landfill',
})
const defaultCover = parameter({
  id: 'defaultCover',
  unit: 'share',
  numeral: '5.4.5',
  law: 'landfillCoverDefault',
  es: 'Material de cobertura usual',
  en: 'Usual cover material',
})

export const volumePerTonne = line({
  id: 'volumePerTonne',
  over: [site],
  axis: 'once',
  unit: 'm³/t',
  numeral: '5.4.5',
  detail: true,
  es: 'Volumen que ocupa una tonelada',
  en: 'Volume that a tonne takes',
  formula: () => eq`(1 + ${cover}) / ${density}`,
})
const siteRoom = line({
  id: 'siteRoom',
  over: [site],
  axis: 'waste',
  unit: 'm³',
  numeral: '5.4.5',
  detail: true,
  es: 'Volumen libre al comenzar el año',
  en: 'Free volume at the start of the year',
  formula: () => eq`if(${planYear} == 0, ${capacity}, prev(${siteLeft}))`,
})
const toPlace = line({
  id: 'tonnesToPlace',
  over: [site, municipality],
  axis: 'waste',
  unit: 't/year',
  numeral: '5.4.5',
  detail: true,
  es: 'Toneladas que llegan al sitio',
  en: 'Tonnes that reach the site',
  formula: () => eq`${planYear} * ${siteOpen} * max(0, ${disposed} - before(${placed}))`,
})
const shareTaken = line({
  id: 'siteShareTaken',
  over: [site],
  axis: 'waste',
  unit: 'share',
  numeral: '5.4.5',
  detail: true,
  es: 'Parte que cabe en el sitio',
  en: 'Share that fits in the site',
  formula: () =>
    eq`if(${unlimited} or sum(${toPlace}) == 0, 1, min(1, ${siteRoom} / ${volumePerTonne} / ${oneYear} / sum(${toPlace})))`,
})
export const placed = line({
  id: 'tonnesPlaced',
  over: [site, municipality],
  axis: 'waste',
  unit: 't/year',
  numeral: '5.4.5',
  detail: true,
  es: 'Toneladas dispuestas en el sitio por municipio',
  en: 'Tonnes placed in the site by municipality',
  formula: () => eq`${toPlace} * ${shareTaken}`,
})
const siteLeft = line({
  id: 'siteLeft',
  over: [site],
  axis: 'waste',
  unit: 'm³',
  numeral: '5.4.5',
  detail: true,
  es: 'Volumen libre al cierre del año, abierto o no el sitio',
  en: 'Free volume at year end, whether or not the site is open',
  formula: () => eq`max(0, ${siteRoom} - sum(${placed}) * ${volumePerTonne} * ${oneYear})`,
})
export const siteDisposal = line({
  id: 'siteDisposal',
  over: [site],
  axis: 'waste',
  unit: 't/year',
  numeral: '5.4.5',
  es: 'Toneladas dispuestas por sitio',
  en: 'Tonnes disposed of by site',
  formula: () => eq`sum(${placed})`,
})
export const landfillRemaining = line({
  id: 'landfillRemaining',
  over: [site],
  axis: 'waste',
  unit: 'm³',
  numeral: '5.4.5',
  es: 'Capacidad remanente del sitio',
  en: "Site's remaining capacity",
  formula: () => eq`if(${unlimited}, missing(), ${siteOpen} * ${siteLeft})`,
})
export const shortfallTonnes = line({
  id: 'shortfallTonnes',
  axis: 'waste',
  unit: 't/year',
  numeral: '6',
  detail: true,
  es: 'Toneladas sin sitio',
  en: 'Tonnes without a site',
  formula: () =>
    eq`if(sum(${disposed}) - sum(${siteDisposal}) > ${negligible} * sum(${disposed}), ${planYear} * (sum(${disposed}) - sum(${siteDisposal})), 0)`,
})
export const lastOpened = line({
  id: 'lastOpened',
  axis: 'waste',
  unit: '1',
  numeral: '6',
  detail: true,
  es: 'Orden del último sitio abierto',
  en: 'Order of the site that opened last',
  formula: () => eq`maxOver(${siteOpen} * ${siteRank})`,
})
const shortfallVolumePerTonne = line({
  id: 'shortfallVolumePerTonne',
  axis: 'waste',
  unit: 'm³/t',
  numeral: '6',
  detail: true,
  es: 'Volumen por tonelada sin sitio: el del último sitio abierto',
  en: 'Volume a tonne without a site: that of the site that opened last',
  formula: () =>
    eq`if(known(${lastOpened}) and ${lastOpened} > 0, sum(${volumePerTonne} * ${siteOpen} * (${siteRank} == ${lastOpened})), (1 + ${defaultCover}) / ${defaultDensity})`,
})
export const landfillShortfall = line({
  id: 'landfillShortfall',
  axis: 'waste',
  unit: 'm³/year',
  numeral: '6',
  es: 'Volumen sin sitio donde disponerlo',
  en: 'Volume with no site to take it',
  formula: () => eq`${shortfallTonnes} * ${shortfallVolumePerTonne}`,
})
export const landfillVolume = line({
  id: 'landfillVolume',
  axis: 'waste',
  unit: 'm³/year',
  numeral: '6',
  es: 'Volumen dispuesto',
  en: 'Volume disposed of',
  formula: () => eq`sum(${siteDisposal} * ${volumePerTonne}) + ${landfillShortfall}`,
})
export const requiredCapacity = figure({
  id: 'requiredCapacity',
  unit: 'm³',
  numeral: '6',
  es: 'Capacidad de relleno requerida en el horizonte de residuos',
  en: 'Landfill capacity required over the waste horizon',
  formula: () => eq`total(${landfillVolume})`,
})
export const calendarYear = given({
  id: 'calendarYear',
  axis: 'waste',
  unit: '1',
  es: 'Año calendario',
  en: 'Calendar year',
})

/** Shortfalls of rounding size are none: below a billionth of the year's volume. */
export const shortYear = (shortfall: readonly number[], volume: readonly number[]): number =>
  shortfall.findIndex((s, t) => s > negligible.value * (volume[t] as number))

export const landfillEndYear = method({
  id: 'landfillEndYear',
  unit: '1',
  numeral: '6',
  es: 'Año en que se agota la disposición',
  en: 'Year in which disposal runs out',
  of: () => [landfillShortfall, landfillVolume, calendarYear],
  run: ([shortfall = [], volume = [], years = []]) => {
    const t = shortYear(shortfall, volume)
    return t < 0
      ? {
          value: null,
          because: {
            es: 'Hay sitio para todo el horizonte de residuos.',
            en: 'There is room over the whole waste horizon.',
          },
        }
      : {
          value: years[t] as number,
          because: {
            es: `En ${years[t]} quedan toneladas sin sitio.`,
            en: `In ${years[t]} tonnes are left without a site.`,
          },
        }
  },
})
export const landfillLifeYears = method({
  id: 'landfillLifeYears',
  unit: 'year',
  numeral: '6',
  es: 'Años completos con sitio de disposición',
  en: 'Whole years with a disposal site',
  of: () => [landfillShortfall, landfillVolume],
  run: ([shortfall = [], volume = []]) => {
    const t = shortYear(shortfall, volume)
    return {
      value: t < 0 ? shortfall.length - 1 : t - 1,
      because: {
        es: 'Años desde el siguiente al base hasta el anterior al primer faltante.',
        en: 'Years from the one after the base year to the one before the first shortfall.',
      },
    }
  },
})
