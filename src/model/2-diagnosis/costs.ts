import { line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { category, material, stream } from '../dimensions.ts'
import { annualCost, indicatorLine, measured, place } from './measures.ts'

const numeral = '5.5.2'
const money = { unit: 'COP/year', numeral } as const

/** Costo total anual por componente [5.5.2 b.4]: inversión + operación y mantenimiento + administración. */
export const toDisposal = annualCost({
  id: 'CRTDF',
  component: 'collectionToDisposal',
  es: 'Recolección y transporte a disposición final (CRTDF)',
  en: 'Collection and transport to disposal (CRTDF)',
})
export const toRecovery = annualCost({
  id: 'CRTA',
  component: 'collectionToRecovery',
  es: 'Recolección y transporte a aprovechamiento (CRTA)',
  en: 'Collection and transport to recovery (CRTA)',
})
export const sweeping = annualCost({
  id: 'CBL',
  component: 'sweeping',
  es: 'Barrido y limpieza (CBL)',
  en: 'Sweeping and cleaning (CBL)',
})
export const organic = annualCost({
  id: 'CAO',
  component: 'organicRecovery',
  es: 'Aprovechamiento de residuos orgánicos (CAO)',
  en: 'Organic recovery (CAO)',
})
const inorganicWhole = annualCost({
  id: 'CAIWhole',
  component: 'inorganicRecovery',
  es: 'Aprovechamiento de residuos inorgánicos, total o por material (CAI)',
  en: 'Inorganic recovery, not split',
})
export const disposal = annualCost({
  id: 'CDF',
  component: 'disposal',
  es: 'Disposición final (CDF)',
  en: 'Disposal (CDF)',
})
const specialWhole = annualCost({
  id: 'CEWhole',
  component: 'special',
  es: 'Servicios especiales, total o por corriente',
  en: 'Special services, not split',
})
const general = annualCost({
  id: 'generalCost',
  component: 'general',
  es: 'Costos generales del servicio',
  en: 'General costs of the service',
})

/** A list by material or stream is what was spent: one that it does not name cost nothing. */
function splitCost(of: typeof material | typeof stream, words: { id: string; name: string; es: string; en: string }) {
  const { id, name, es, en } = words
  const byMember = measured({
    id: `${id}ByMemberAndCategory`,
    ...money,
    each: [of, category],
    es: `${es}, por categoría`,
    en: `${en}, by category`,
    at: name === 'special' ? `annualCosts/${name}/{streamId}/{category}` : `annualCosts/${name}/{material}/{category}`,
  })
  const over = [...place, of]
  const total = indicatorLine({
    id: `${id}ByMember`,
    over,
    ...money,
    es,
    en,
    formula: () => eq`sum(${byMember})`,
  })
  const isGiven = line({
    id: `${id}MemberGiven`,
    over,
    axis: 'once',
    unit: '1',
    numeral,
    detail: true,
    es: `${es}: se da (1 = sí)`,
    en: `${en}: is given (1 = yes)`,
    formula: () => eq`sum(known(${byMember})) > 0`,
  })
  return { byMember, total, isGiven }
}
export const inorganicSplit = splitCost(material, {
  id: 'CAI',
  name: 'inorganicRecovery',
  es: 'Aprovechamiento de inorgánicos, del material',
  en: 'Inorganic recovery, of the material',
})
export const specialSplit = splitCost(stream, {
  id: 'CE',
  name: 'special',
  es: 'Servicio especial de la corriente',
  en: 'Special service of the stream',
})
const joined = (
  whole: ReturnType<typeof annualCost>,
  split: ReturnType<typeof splitCost>,
  words: { id: string; es: string; en: string },
) => {
  const byCategory = indicatorLine({
    ...words,
    id: `${words.id}ByCategory`,
    over: [...place, category],
    ...money,
    formula: () =>
      eq`if(known(${whole.byCategory}) or sum(${split.isGiven}) == 0, ${whole.byCategory}, sum(if(${split.isGiven}, ${split.byMember}, 0)))`,
  })
  return { byCategory, total: indicatorLine({ ...words, ...money, formula: () => eq`sum(${byCategory})` }) }
}
export const inorganic = joined(inorganicWhole, inorganicSplit, {
  id: 'CAI',
  es: 'Aprovechamiento de residuos inorgánicos (CAI)',
  en: 'Inorganic recovery (CAI)',
})
export const special = joined(specialWhole, specialSplit, {
  id: 'CE',
  es: 'Servicios especiales',
  en: 'Special services',
})

/** The table of 5.5.2 b.4, in the order of the resolution, with what its note asks for. */
export const componentCosts = {
  collectionToDisposal: toDisposal,
  collectionToRecovery: toRecovery,
  sweeping,
  organicRecovery: organic,
  inorganicRecovery: inorganic,
  disposal,
  special,
  general,
} as const
