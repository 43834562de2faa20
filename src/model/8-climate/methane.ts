import { constant, figure, given, input, line, parameter } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { placed } from '../1-projections/landfill.ts'
import { composition, disposed, recoverable, reincorporated } from '../1-projections/recovery.ts'
import { oneYear } from '../constants.ts'
import { material, municipality, site } from '../dimensions.ts'
import { degradableCarbon, undecayed } from './decay.ts'

const numeral = '5.4.5'
const deposit = [site, municipality, material] as const

const statedComposition = given({
  id: 'statedComposition',
  from: ['{municipality}/waste/composition'],
  over: [municipality],
  unit: '1',
  numeral: '5.3',
  es: 'Composición de los residuos',
  en: 'Composition of waste',
})
/** What other streams bring to the landfill (rubble, sludge) has no known composition and gives no gas here. */
const disposedContent = line({
  id: 'disposedContent',
  over: [municipality, material],
  axis: 'waste',
  unit: 'share',
  numeral,
  detail: true,
  es: 'Parte del material en lo dispuesto',
  en: "Material's share of what is disposed of",
  formula: () =>
    eq`if(${disposed} == 0, 0, (${recoverable} * ${composition} - ${reincorporated}) / ${disposed}) * ${statedComposition}`,
})

const carbonFraction = parameter({
  id: 'carbonFraction',
  unit: 'share',
  numeral,
  law: 'ipccDocFraction',
  es: 'Parte del carbono que se descompone (DOCf)',
  en: 'Share of the carbon that decomposes (DOCf)',
})
const isDump = input({
  id: 'siteDump',
  over: [site],
  unit: '1',
  form: 'flag',
  numeral,
  es: 'Botadero (1 = sí)',
  en: 'Dump (1 = yes)',
  at: '{site}/kind=dump',
})
const height = input({
  id: 'gasHeight',
  over: [site],
  unit: 'm',
  form: 'number',
  numeral,
  otherwise: Number.NaN,
  es: 'Altura del sitio',
  en: "Site's height",
  at: '{site}/height',
})
const deepHeight = parameter({
  id: 'deepHeight',
  unit: 'm',
  numeral,
  law: 'ipccDeepHeight',
  es: 'Altura desde la cual un botadero es profundo',
  en: 'Height from which a dump is deep',
})
const correction = (id: string, law: string, es: string, en: string) =>
  parameter({ id, unit: 'share', numeral, law, es: `MCF, ${es}`, en: `MCF, ${en}` })
const managed = correction('managedCorrection', 'ipccMcfManagedAnaerobic', 'relleno', 'landfill')
const deep = correction('deepCorrection', 'ipccMcfUnmanagedDeep', 'botadero profundo', 'deep dump')
const shallow = correction('shallowCorrection', 'ipccMcfUnmanagedShallow', 'botadero poco profundo', 'shallow dump')
const unsorted = correction('unsortedCorrection', 'ipccMcfUncategorised', 'botadero sin altura dada', 'dump, no height')
const givenCorrection = input({
  id: 'givenCorrection',
  over: [site],
  unit: 'share',
  form: 'number',
  numeral,
  otherwise: Number.NaN,
  es: 'Factor de corrección del metano dado (MCF)',
  en: 'Methane correction factor given (MCF)',
  at: '{site}/gas/mcf',
})
/** Manual landfills are managed for the IPCC too: waste is placed in order, levelled and covered. */
const methaneCorrection = line({
  id: 'methaneCorrection',
  over: [site],
  axis: 'waste',
  unit: 'share',
  numeral,
  detail: true,
  es: 'Factor de corrección del metano (MCF)',
  en: 'Methane correction factor (MCF)',
  formula: () =>
    eq`if(known(${givenCorrection}), ${givenCorrection}, if(not(${isDump}), ${managed}, if(not(known(${height})), ${unsorted}, if(${height} >= ${deepHeight}, ${deep}, ${shallow}))))`,
})

export const carbonDeposited = line({
  id: 'carbonDeposited',
  over: deposit,
  axis: 'waste',
  unit: 't/year',
  numeral,
  detail: true,
  es: 'Carbono que se descompondrá, depositado en el año (DDOCmd)',
  en: 'Carbon that will decompose, deposited in the year (DDOCmd)',
  formula: () => eq`${placed} * ${disposedContent} * ${degradableCarbon} * ${carbonFraction} * ${methaneCorrection}`,
})
const carbonLeft = line({
  id: 'carbonLeft',
  over: deposit,
  axis: 'waste',
  unit: 't',
  numeral,
  detail: true,
  es: 'Carbono por descomponer al cierre del año (DDOCma)',
  en: 'Carbon yet to decompose at year end (DDOCma)',
  formula: () => eq`${carbonDeposited} * ${oneYear} + prev(${carbonLeft}) * ${undecayed}`,
})
const carbonDecomposed = line({
  id: 'carbonDecomposed',
  over: deposit,
  axis: 'waste',
  unit: 't/year',
  numeral,
  detail: true,
  es: 'Carbono descompuesto en el año',
  en: 'Carbon decomposed in the year',
  formula: () => eq`prev(${carbonLeft}) * (1 - ${undecayed}) / ${oneYear}`,
})

const gasFraction = parameter({
  id: 'gasFraction',
  unit: 'share',
  numeral,
  law: 'ipccMethaneFraction',
  es: 'Parte de metano del gas (F)',
  en: 'Methane share of the gas (F)',
})
const methanePerCarbon = constant({
  id: 'methanePerCarbon',
  es: 'Toneladas de metano por tonelada de carbono (16/12)',
  en: 'Tonnes of methane a tonne of carbon (16/12)',
  unit: 't/t',
  value: 16 / 12,
})
export const methaneGenerated = line({
  id: 'methaneGenerated',
  over: [site],
  axis: 'waste',
  unit: 't/year',
  numeral,
  detail: true,
  es: 'Metano generado en el sitio',
  en: 'Methane generated in the site',
  formula: () => eq`sum(${carbonDecomposed}) * ${gasFraction} * ${methanePerCarbon}`,
})
const recovery = input({
  id: 'gasRecovery',
  over: [site],
  unit: 'share',
  form: 'path',
  numeral,
  es: 'Metano captado y quemado o usado',
  en: 'Methane captured and flared or used',
  at: '{site}/gas/recovery',
})
const givenOxidation = input({
  id: 'givenOxidation',
  over: [site],
  unit: 'share',
  form: 'number',
  numeral,
  otherwise: Number.NaN,
  es: 'Oxidación dada (OX)',
  en: 'Oxidation given (OX)',
  at: '{site}/gas/oxidation',
})
const coveredOxidation = parameter({
  id: 'coveredOxidation',
  unit: 'share',
  numeral,
  law: 'ipccOxidationCovered',
  es: 'Oxidación en un relleno cubierto (OX)',
  en: 'Oxidation in a covered landfill (OX)',
})
const dumpOxidation = parameter({
  id: 'dumpOxidation',
  unit: 'share',
  numeral,
  law: 'ipccOxidationDefault',
  es: 'Oxidación en un botadero (OX)',
  en: 'Oxidation in a dump (OX)',
})
const oxidation = line({
  id: 'oxidation',
  over: [site],
  axis: 'waste',
  unit: 'share',
  numeral,
  detail: true,
  es: 'Parte del metano que se oxida en la cobertura (OX)',
  en: 'Share of the methane that oxidizes in the cover (OX)',
  formula: () =>
    eq`if(known(${givenOxidation}), ${givenOxidation}, if(${isDump}, ${dumpOxidation}, ${coveredOxidation}))`,
})

/** Metano del relleno [5.4.5; IPCC 2006, vol. 5, cap. 3]: t CH4 a year emitted by a site, from what this plan places in it. */
export const landfillMethane = line({
  id: 'landfillMethane',
  over: [site],
  axis: 'waste',
  unit: 't/year',
  numeral,
  es: 'Metano emitido por el sitio (t CH4)',
  en: 'Methane emitted by the site (t CH4)',
  formula: () => eq`${methaneGenerated} * (1 - ${recovery}) * (1 - ${oxidation})`,
})
const warmingPotential = parameter({
  id: 'warmingPotential',
  unit: 't/t',
  numeral,
  law: 'gwpMethane',
  es: 'Potencial de calentamiento del metano',
  en: 'Global warming potential of methane',
})
export const landfillEmissions = line({
  id: 'landfillEmissions',
  axis: 'waste',
  unit: 't/year',
  numeral,
  es: 'Emisiones de los rellenos (t CO2e)',
  en: 'Emissions of landfills (t CO2e)',
  formula: () => eq`sum(${landfillMethane}) * ${warmingPotential}`,
})
export const totalEmissions = figure({
  id: 'landfillEmissionsTotal',
  unit: 't',
  numeral,
  es: 'Emisiones de los rellenos en el horizonte de residuos (t CO2e)',
  en: 'Emissions of landfills over the waste horizon (t CO2e)',
  formula: () => eq`total(${landfillEmissions})`,
})
