import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { planYear } from '../constants.ts'
import { municipality } from '../dimensions.ts'

const sweptManual = input({
  id: 'sweptManual',
  over: [municipality],
  unit: 'km/month',
  form: 'path',
  numeral: '5.4.3',
  es: 'Barrido manual',
  en: 'Manual sweeping',
  at: '{municipality}/sweeping/manualKm',
})
const sweptMechanical = input({
  id: 'sweptMechanical',
  over: [municipality],
  unit: 'km/month',
  form: 'path',
  numeral: '5.4.3',
  es: 'Barrido mecánico',
  en: 'Mechanical sweeping',
  at: '{municipality}/sweeping/mechanicalKm',
})
const sweptManualTarget = input({
  id: 'sweptManualTarget',
  over: [municipality],
  unit: 'km/month',
  form: 'path',
  numeral: '8',
  otherwise: Number.NaN,
  es: 'Meta de barrido manual',
  en: 'Manual sweeping target',
  at: ['{alternative}/targets/sweptKm/{municipalityId}/manual', '{alternative}/targets/sweptKm/manual'],
})
const sweptMechanicalTarget = input({
  id: 'sweptMechanicalTarget',
  over: [municipality],
  unit: 'km/month',
  form: 'path',
  numeral: '8',
  otherwise: Number.NaN,
  es: 'Meta de barrido mecánico',
  en: 'Mechanical sweeping target',
  at: ['{alternative}/targets/sweptKm/{municipalityId}/mechanical', '{alternative}/targets/sweptKm/mechanical'],
})
export const sweptKm = line({
  id: 'sweptKm',
  over: [municipality],
  axis: 'waste',
  unit: 'km/month',
  numeral: '5.4.3',
  additive: true,
  es: 'Vías barridas',
  en: 'Roads swept',
  formula: () =>
    eq`if(${planYear} and known(${sweptManualTarget}), ${sweptManualTarget}, ${sweptManual}) + if(${planYear} and known(${sweptMechanicalTarget}), ${sweptMechanicalTarget}, ${sweptMechanical})`,
})
