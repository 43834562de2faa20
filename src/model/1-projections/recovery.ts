import { input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { material, municipality } from '../dimensions.ts'
import { collected, goesToLandfill, isOrdinary } from './generation.ts'

export const composition = input({
  id: 'composition',
  over: [municipality, material],
  unit: 'share',
  form: 'number',
  numeral: '5.3',
  es: 'Composición de los residuos',
  en: 'Composition of waste',
  at: '{municipality}/waste/composition/{material}',
})
const capture = input({
  id: 'capture',
  over: [municipality, material],
  unit: 'share',
  form: 'path',
  numeral: '8',
  es: 'Captura del material',
  en: 'Capture of the material',
  at: '{recovery}/capture/{material}',
})
const rejects = input({
  id: 'rejects',
  over: [municipality, material],
  unit: 'share',
  form: 'number',
  numeral: '5.4.4',
  es: 'Rechazo del material capturado',
  en: 'Rejects of the material captured',
  at: '{recovery}/rejects/{material}',
})
export const recoverable = line({
  id: 'recoverable',
  over: [municipality],
  axis: 'waste',
  unit: 't/year',
  numeral: '6.3',
  detail: true,
  es: 'Residuos ordinarios recolectados que van al relleno',
  en: 'Ordinary waste collected that goes to landfill',
  formula: () => eq`sum(${collected} * ${isOrdinary} * ${goesToLandfill})`,
})
export const recovered = line({
  id: 'recovered',
  over: [municipality, material],
  axis: 'waste',
  unit: 't/year',
  numeral: '5.4.4',
  additive: true,
  es: 'Residuos aprovechados (capturados)',
  en: 'Waste recovered (captured)',
  formula: () => eq`${recoverable} * ${composition} * ${capture}`,
})
export const reincorporated = line({
  id: 'reincorporated',
  over: [municipality, material],
  axis: 'waste',
  unit: 't/year',
  numeral: '10.3',
  additive: true,
  es: 'Residuos reincorporados al ciclo productivo',
  en: 'Waste returned to the productive cycle',
  formula: () => eq`${recovered} * (1 - ${rejects})`,
})
export const disposed = line({
  id: 'disposed',
  over: [municipality],
  axis: 'waste',
  unit: 't/year',
  numeral: '5.4.5',
  additive: true,
  es: 'Residuos dispuestos',
  en: 'Waste disposed of',
  formula: () => eq`sum(${collected} * ${goesToLandfill}) - sum(${reincorporated})`,
})
