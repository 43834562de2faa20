import type { Line } from '../../formula/entry.ts'
import { line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { sweptKm } from '../1-projections/sweeping.ts'
import { oneYear } from '../constants.ts'
import * as datum from './cra-720-inputs.ts'
import { eraRow, law, litresPerM3, published, toBaseYear, zoneEraRow } from './cra-720-inputs.ts'
import { allSubscribers, qa, qrs, qrt } from './cra-720-quantities.ts'

const computed = { over: eraRow, axis: 'waste', detail: true } as const
const perUser = { ...computed, unit: 'COP/user·month' } as const
const perTonne = { ...computed, unit: 'COP/t' } as const

const [water1, energy1] = [law('cra720CcsSegment1Water'), law('cra720CcsSegment1Energy')]
const [water2, energy2] = [law('cra720CcsSegment2Water'), law('cra720CcsSegment2Energy')]
const withRecovery = law('cra720CcsRecoveryFactor')
const ccsComputed = line({
  id: 'ccsComputed',
  ...perUser,
  numeral: 'CRA 720 art. 14',
  es: 'Comercialización, pesos de diciembre de 2014',
  en: 'Commercial management, pesos of December 2014',
  formula: () =>
    eq`if(${datum.isSegment1}, if(${datum.withEnergy}, ${energy1}, ${water1}), if(${datum.withEnergy}, ${energy2}, ${water2})) * if(${qa} > 0, ${withRecovery}, 1)`,
})

const [grass1, grass2] = [law('cra720GrassSegment1'), law('cra720GrassSegment2')]
const [washBase, washWater, beachCost] = [law('cra720WashBase'), law('cra720WashWater'), law('cra720BeachCleaning')]
const [installed, maintained] = [law('cra720BinInstalled'), law('cra720BinMaintained')]
const cleaningCost = line({
  id: 'cleaningComputed',
  ...computed,
  unit: 'COP/month',
  numeral: 'CRA 720 arts. 15–20',
  es: 'Limpieza urbana, pesos de diciembre de 2014',
  en: 'Urban cleaning, pesos of December 2014',
  formula: () =>
    eq`${datum.pruning} + if(${datum.isSegment1}, ${grass1}, ${grass2}) * ${datum.grass} + (${washBase} + ${washWater} * ${datum.waterPrice} / ${litresPerM3}) * ${datum.wash} + ${beachCost} * ${datum.beach} + ${installed} * ${datum.binsInstalled} + ${maintained} * ${datum.binsMaintained}`,
})
const clusComputed = line({
  id: 'clusComputed',
  ...perUser,
  numeral: 'CRA 720 arts. 15–20',
  es: 'Limpieza urbana por suscriptor',
  en: 'Urban cleaning a subscriber',
  formula: () => eq`if(${allSubscribers} == 0, 0, ${cleaningCost} / ${allSubscribers})`,
})
const sweepingCap = law('cra720SweepingCap')
const cblShare = law('cra720CapitalShareCbl')
const cblsComputed = line({
  id: 'cblsComputed',
  ...perUser,
  numeral: 'CRA 720 art. 21',
  es: 'Barrido por suscriptor',
  en: 'Sweeping a subscriber',
  formula: () =>
    eq`if(${allSubscribers} == 0, 0, if(known(${datum.cblPerKm}), min(${datum.cblPerKm}, ${sweepingCap}), ${sweepingCap}) * (1 - ${datum.conditionalCbl} * ${cblShare}) * ${sweptKm} / ${allSubscribers})`,
})

const unpavedFactor = law('cra720UnpavedFactor')
const haul = line({
  id: 'cra720Distance',
  over: eraRow,
  axis: 'waste',
  detail: true,
  unit: 'km',
  numeral: 'CRA 720 art. 24',
  es: 'Distancia equivalente (D)',
  en: 'Equivalent distance (D)',
  formula: () => eq`${datum.distance} + ${unpavedFactor} * ${datum.unpaved}`,
})
const [directBase, directKm, directTonnes] = [
  law('cra720CrtDirectBase'),
  law('cra720CrtDirectDistance'),
  law('cra720CrtDirectTonnes'),
]
const [transferBase, transferKm, transferTonnes] = [
  law('cra720CrtTransferBase'),
  law('cra720CrtTransferDistance'),
  law('cra720CrtTransferTonnes'),
]
export const crtDirect = line({
  id: 'crtDirect',
  ...perTonne,
  numeral: 'CRA 720 art. 24',
  es: 'Transporte directo (f1)',
  en: 'Direct haul (f1)',
  formula: () => eq`${directBase} + ${directKm} * ${haul} + if(${qrt} == 0, 0, ${directTonnes} / ${qrt})`,
})
export const crtTransfer = line({
  id: 'crtTransfer',
  ...perTonne,
  numeral: 'CRA 720 art. 24',
  es: 'Transporte con estación de transferencia (f2)',
  en: 'Haul with a transfer station (f2)',
  formula: () => eq`${transferBase} + ${transferKm} * ${haul} + if(${qrt} == 0, 0, ${transferTonnes} / ${qrt})`,
})
const [coastal, fleetDiscount, fleetYears, crtShare] = [
  law('cra720CoastalIncrease'),
  law('cra720FleetAgeDiscount'),
  law('cra720FleetAgeOneShift'),
  law('cra720CapitalShareCrt'),
]
/** The lesser is a cap, whatever technology is used. */
const crtComputed = line({
  id: 'crtComputed',
  ...perTonne,
  numeral: 'CRA 720 arts. 24, 26, 27',
  es: 'Recolección y transporte, pesos de diciembre de 2014',
  en: 'Collection and haul, pesos of December 2014',
  formula: () =>
    eq`min(${crtDirect}, ${crtTransfer}) * (1 + ${datum.isCoastal} * ${coastal}) * max(0, 1 - ${fleetDiscount} * max(0, ${datum.fleetAge} - ${fleetYears}) / ${oneYear}) * (1 - ${datum.conditionalCrt} * ${crtShare}) + ${datum.tolls}`,
})

const usualPostClosure = law('cra720PostClosureYears')
const postFactor = (
  id: string,
  words: { es: string; en: string },
  [slope, offset]: readonly [ReturnType<typeof law>, ReturnType<typeof law>],
) =>
  line({
    id,
    ...computed,
    unit: 'share',
    numeral: 'CRA 720 art. 28',
    ...words,
    formula: () =>
      eq`if(${datum.postClosure} <= ${usualPostClosure}, 1, ${slope} * ln(${datum.postClosure} / ${oneYear}) - ${offset})`,
  })
const cdfPostFactor = postFactor('cdfPostFactor', { es: 'Factor de posclausura (k)', en: 'Post-closure factor (k)' }, [
  law('cra720CdfPostSlope'),
  law('cra720CdfPostOffset'),
])
const ctlPostFactor = postFactor(
  'ctlPostFactor',
  { es: 'Factor de posclausura de lixiviados (k)', en: 'Post-closure factor of leachate (k)' },
  [law('cra720CtlPostSlope'), law('cra720CtlPostOffset')],
)
const [useBase, useTonnes, useCap] = [law('cra720CdfUseBase'), law('cra720CdfUseTonnes'), law('cra720CdfUseCap')]
const [postBase, postTonnes, postCap] = [law('cra720CdfPostBase'), law('cra720CdfPostTonnes'), law('cra720CdfPostCap')]
const cdfComputed = line({
  id: 'cdfComputed',
  ...perTonne,
  numeral: 'CRA 720 art. 28',
  es: 'Disposición final, pesos de diciembre de 2014',
  en: 'Final disposal, pesos of December 2014',
  formula: () =>
    eq`if(${qrs} == 0, ${useCap} + ${postCap} * ${cdfPostFactor}, min(${useBase} + ${useTonnes} / ${qrs}, ${useCap}) + min(${postBase} + ${postTonnes} / ${qrs}, ${postCap}) * ${cdfPostFactor})`,
})

const [e1, e2, e3, e4, e5] = datum.leachateScenario
type CtlPart = 'UseCap' | 'UseBase' | 'UseVolume' | 'PostCap' | 'PostBase' | 'PostVolume'
/** The constant of the leachate scenario in use; scenario 5 has a single cost of its own. */
const ctlConstant = (part: CtlPart, unit: string): Line => {
  const [p1, p2, p3, p4] = ([1, 2, 3, 4] as const).map((n) => law(`cra720Ctl${n}${part}`)) as [
    ReturnType<typeof law>,
    ReturnType<typeof law>,
    ReturnType<typeof law>,
    ReturnType<typeof law>,
  ]
  return line({
    id: `ctl${part}`,
    ...computed,
    unit,
    numeral: 'CRA 720 art. 32',
    es: `Lixiviados: ${part}`,
    en: `Leachate: ${part}`,
    formula: () => eq`${e1} * ${p1} + ${e2} * ${p2} + ${e3} * ${p3} + ${e4} * ${p4}`,
  })
}
const [ctlUseCap, ctlUseBase, ctlUseVolume] = [
  ctlConstant('UseCap', 'COP/m³'),
  ctlConstant('UseBase', 'COP/m³'),
  ctlConstant('UseVolume', 'COP/month'),
]
const [ctlPostCap, ctlPostBase, ctlPostVolume] = [
  ctlConstant('PostCap', 'COP/m³'),
  ctlConstant('PostBase', 'COP/m³'),
  ctlConstant('PostVolume', 'COP/month'),
]
const recirculation = law('cra720Ctl5Use')
const [c1, c2, c3, c4, c5] = ([1, 2, 3, 4, 5] as const).map((n) => law(`cra720CapitalShareCtl${n}`)) as [
  ReturnType<typeof law>,
  ReturnType<typeof law>,
  ReturnType<typeof law>,
  ReturnType<typeof law>,
  ReturnType<typeof law>,
]
const ctlShare = line({
  id: 'ctlCapitalShare',
  ...computed,
  unit: 'share',
  numeral: 'CRA 720 art. 33',
  es: 'Parte de capital de lixiviados',
  en: 'Capital share of leachate',
  formula: () => eq`${e1} * ${c1} + ${e2} * ${c2} + ${e3} * ${c3} + ${e4} * ${c4} + ${e5} * ${c5}`,
})
const ctlm = line({
  id: 'ctlPerM3',
  ...computed,
  unit: 'COP/m³',
  numeral: 'CRA 720 art. 32',
  es: 'Tratamiento de lixiviados por metro cúbico (CTLM)',
  en: 'Leachate treatment a cubic metre (CTLM)',
  formula: () =>
    eq`if(${datum.leachateVolume} == 0, 0, if(${e5}, ${recirculation}, min(${ctlUseCap}, ${ctlUseBase} + ${ctlUseVolume} / ${datum.leachateVolume}) + min(${ctlPostCap}, ${ctlPostBase} + ${ctlPostVolume} / ${datum.leachateVolume}) * ${ctlPostFactor})) * (1 - ${datum.conditionalCtl} * ${ctlShare})`,
})
const ctlComputed = line({
  id: 'ctlComputed',
  ...perTonne,
  numeral: 'CRA 720 art. 32',
  es: 'Tratamiento de lixiviados, pesos de diciembre de 2014',
  en: 'Leachate treatment, pesos of December 2014',
  formula: () =>
    eq`if(${datum.leachateVolume} == 0 or ${qrs} == 0, 0, (${ctlm} + ${datum.leachateFee}) * ${datum.leachateVolume} / ${qrs})`,
})

/** A part in base-year pesos: as published, else as computed from pesos of December 2014. */
const part = (id: string, from: Line, spec: { factor: string; words: { es: string; en: string } }): Line => {
  const { unit } = from
  const [given, factor] = [published(id, unit), toBaseYear(spec.factor)]
  return line({
    id: `${id}OfEra`,
    over: zoneEraRow,
    axis: 'waste',
    detail: true,
    unit,
    numeral: from.numeral ?? '',
    ...spec.words,
    formula: () => eq`if(known(${given}), ${given}, ${from} * ${factor})`,
  })
}
export const eraCcs = part('ccs', ccsComputed, {
  factor: 'CCS',
  words: { es: 'Comercialización (CCS) a precios del año base', en: 'Commercial management (CCS) at base-year prices' },
})
export const eraClus = part('clus', clusComputed, {
  factor: 'CLUS',
  words: { es: 'Limpieza urbana (CLUS) a precios del año base', en: 'Urban cleaning (CLUS) at base-year prices' },
})
export const eraCbls = part('cbls', cblsComputed, {
  factor: 'CBLS',
  words: { es: 'Barrido (CBLS) a precios del año base', en: 'Sweeping (CBLS) at base-year prices' },
})
export const eraCrt = part('crt', crtComputed, {
  factor: 'CRT',
  words: {
    es: 'Recolección y transporte (CRT) a precios del año base',
    en: 'Collection and haul (CRT) at base-year prices',
  },
})
export const eraCdf = part('cdf', cdfComputed, {
  factor: 'CDF',
  words: { es: 'Disposición final (CDF) a precios del año base', en: 'Final disposal (CDF) at base-year prices' },
})
export const eraCtl = part('ctl', ctlComputed, {
  factor: 'CTL',
  words: { es: 'Lixiviados (CTL) a precios del año base', en: 'Leachate (CTL) at base-year prices' },
})
const publishedViat = published('viat', 'COP/t')
const publishedVba = published('vba', 'COP/t')
export const eraViat = line({
  id: 'viatOfEra',
  over: zoneEraRow,
  axis: 'waste',
  detail: true,
  unit: 'COP/t',
  numeral: 'Decreto 1077 art. 2.3.2.7.3',
  es: 'Incentivo al aprovechamiento (VIAT)',
  en: 'Recovery incentive (VIAT)',
  formula: () => eq`if(known(${publishedViat}), ${publishedViat}, 0)`,
})
export const eraVba = line({
  id: 'vbaOfEra',
  over: zoneEraRow,
  axis: 'waste',
  detail: true,
  unit: 'COP/t',
  numeral: 'CRA 720 art. 34',
  es: 'Valor base de aprovechamiento (VBA)',
  en: 'Base value of recovery (VBA)',
  formula: () => eq`if(known(${publishedVba}), ${publishedVba}, (${eraCrt} + ${eraCdf}) * (1 - ${datum.incentive}))`,
})
