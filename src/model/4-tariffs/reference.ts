import type { Line } from '../../formula/entry.ts'
import { given, input, line, open } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { productionPerUser } from '../1-projections/production.ts'
import { planYear, yearIndex } from '../constants.ts'
import { municipality, tariffEra, userClass, zone } from '../dimensions.ts'
import { levelizedFixed, levelizedVariable } from './cost-recovery.ts'
import { cft, cra720Tariff, cvna } from './cra-720.ts'
import { eraInForce, usesCra720 } from './cra-720-inputs.ts'
import { formulaScope } from './formula-scope.ts'
import { baseRecoversCosts, recoversCosts, tariffIndexLevel } from './method.ts'

const row = [municipality, userClass, zone] as const

const usesFormula = input({
  id: 'tariffUsesFormula',
  over: [municipality, tariffEra],
  unit: '1',
  form: 'flag',
  numeral: '5.5.2',
  es: 'Tarifa por fórmula del estudio tarifario (1 = sí)',
  en: "Tariff by the study's formula (1 = yes)",
  at: '{tariffOfEraWithoutTransition}/method=formula',
})
const transitionYears = input({
  id: 'transitionYears',
  over: [municipality],
  unit: '1',
  form: 'number',
  numeral: '5.5.2',
  es: 'Años de transición tarifaria',
  en: 'Years of tariff transition',
  at: '{tariff}/transition/years',
})
const baseTransitionYears = input({
  id: 'baseTransitionYears',
  over: [municipality],
  unit: '1',
  form: 'number',
  numeral: '5.5.2',
  es: 'Años de transición de la tarifa base',
  en: "Base tariff's years of transition",
  at: '{baseTariff}/transition/years',
})
const isUrban = given({
  id: 'urbanZone',
  over: [zone],
  unit: '1',
  es: 'Zona urbana (1 = sí)',
  en: 'Urban zone (1 = yes)',
})

interface Part {
  readonly name: 'fixed' | 'variable'
  readonly unit: string
  readonly levelized: Line
  readonly es: string
  readonly en: string
}

/** What the scenario gives of one part of the reference cost: the base year's, the target, today's, and the formula. */
function costInputs({ name, unit, es, en }: Part) {
  const id = (suffix: string) => `${name}${suffix}`
  const shape = { over: [municipality], unit, numeral: '5.5.2' }
  const base = input({
    id: id('Base'),
    ...shape,
    form: 'path',
    es: `${es} del año base`,
    en: `${en}, base year`,
    at: [`{baseTariff}/transition/current/${name}`, `{baseTariff}/reference/${name}`],
  })
  const wanted = input({
    id: id('Target'),
    ...shape,
    form: 'path',
    es: `${es} de referencia`,
    en: `${en}, reference`,
    at: `{tariff}/reference/${name}`,
  })
  const current = input({
    id: id('Current'),
    ...shape,
    form: 'number',
    es: `${es} al comenzar la transición`,
    en: `${en} when the transition starts`,
    at: `{tariff}/transition/current/${name}`,
  })
  const written = open({
    id: id('ByFormula'),
    over: [municipality, tariffEra],
    unit,
    numeral: '5.5.2',
    es: `${es} por la fórmula del estudio`,
    en: `${en} by the study's formula`,
    of: formulaScope,
    from: [`{tariffOfEra}/formula/${name}`],
  })
  return { base, wanted, current, written }
}

/** The lines of one part of the reference cost: what is asked, what is charged today, and the steps between. */
function costLines(part: Part) {
  const { name, unit, levelized, es, en } = part
  const id = (suffix: string) => `${name}${suffix}`
  const shape = { over: [municipality], unit, numeral: '5.5.2' }
  const { base, wanted, current, written } = costInputs(part)
  const study = line({
    id: id('OfStudy'),
    ...shape,
    detail: true,
    es: `${es} por la fórmula del estudio, en vigor`,
    en: `${en} by the study's formula, in force`,
    formula: () => eq`sum(if(${eraInForce} and ${usesFormula}, ${written}, 0))`,
  })
  const usesStudy = line({
    id: id('UsesStudy'),
    over: [municipality],
    unit: '1',
    numeral: '5.5.2',
    detail: true,
    es: `${es}: rige la fórmula (1 = sí)`,
    en: `${en}: the formula is in force (1 = yes)`,
    formula: () => eq`sum(${eraInForce} * ${usesFormula})`,
  })
  const target = line({
    id: id('TargetCost'),
    ...shape,
    detail: true,
    es: `${es} meta`,
    en: `${en}, target`,
    formula: () => eq`if(${recoversCosts}, ${levelized}, if(${usesStudy}, ${study}, ${wanted}))`,
  })
  const baseCost = line({
    id: id('BaseCost'),
    ...shape,
    detail: true,
    es: `${es} que se cobra en el año base`,
    en: `${en} charged in the base year`,
    formula: () => eq`if(${baseRecoversCosts}, ${levelized}, if(${usesStudy}, ${study}, ${base}))`,
  })
  /** Equal yearly steps from today's cost to the target of the last year of transition. */
  const charged = line({
    id: id('Cost'),
    ...shape,
    detail: true,
    es: `${es} antes de indexar`,
    en: `${en} before indexing`,
    formula: () =>
      eq`if(${planYear} == 0, ${baseCost}, if(${yearIndex} < ${transitionYears}, ${current} + (at(${target}, ${transitionYears}) - ${current}) * ${yearIndex} / ${transitionYears}, ${target}))`,
  })
  return { current, charged, baseCost }
}
const fixed = costLines({
  name: 'fixed',
  unit: 'COP/user·month',
  levelized: levelizedFixed,
  es: 'Costo fijo',
  en: 'Fixed cost',
})
const variable = costLines({
  name: 'variable',
  unit: 'COP/t',
  levelized: levelizedVariable,
  es: 'Costo variable',
  en: 'Variable cost',
})

export const referenceFixed = line({
  id: 'referenceFixed',
  over: [municipality],
  unit: 'COP/user·month',
  numeral: '5.5.2',
  es: 'Costo fijo de referencia',
  en: 'Reference fixed cost',
  formula: () => eq`if(${usesCra720}, sum(if(${isUrban}, ${cft}, 0)), ${fixed.charged} * ${tariffIndexLevel})`,
})
export const referenceVariable = line({
  id: 'referenceVariable',
  over: [municipality],
  unit: 'COP/t',
  numeral: '5.5.2',
  es: 'Costo variable de referencia',
  en: 'Reference variable cost',
  formula: () => eq`if(${usesCra720}, sum(if(${isUrban}, ${cvna}, 0)), ${variable.charged} * ${tariffIndexLevel})`,
})
/** Under CRA 720 the whole tariff moves in equal steps, and its parts are already those of the target. */
const cra720Unindexed = line({
  id: 'cra720Unindexed',
  over: row,
  unit: 'COP/user·month',
  numeral: 'CRA 720',
  detail: true,
  es: 'Tarifa CRA 720 sin indexar',
  en: 'CRA 720 tariff before indexing',
  formula: () => eq`if(${usesCra720}, ${cra720Tariff} / ${tariffIndexLevel}, 0)`,
})
const currentTariff = line({
  id: 'currentTariff',
  over: row,
  unit: 'COP/user·month',
  numeral: '5.5.2',
  detail: true,
  es: 'Tarifa al comenzar la transición',
  en: 'Tariff when the transition starts',
  formula: () => eq`${fixed.current} + ${variable.current} * ${productionPerUser}`,
})
const steppedTariff = line({
  id: 'steppedTariff',
  over: row,
  unit: 'COP/user·month',
  numeral: '5.5.2',
  detail: true,
  es: 'Tarifa CRA 720 en transición',
  en: 'CRA 720 tariff in transition',
  formula: () =>
    eq`if(${planYear} == 0, ${fixed.baseCost} + ${variable.baseCost} * ${productionPerUser}, if(${transitionYears} == 0, 0, (${currentTariff} + (at(${cra720Unindexed}, ${transitionYears}) - ${currentTariff}) * ${yearIndex} / ${transitionYears}) * ${tariffIndexLevel}))`,
})
const inTransition = line({
  id: 'tariffInTransition',
  over: [municipality],
  unit: '1',
  numeral: '5.5.2',
  detail: true,
  es: 'Año de transición (1 = sí)',
  en: 'Year of transition (1 = yes)',
  formula: () => eq`if(${planYear} == 0, ${baseTransitionYears} > 0, ${yearIndex} < ${transitionYears})`,
})
export const referenceTariff = line({
  id: 'referenceTariff',
  over: row,
  unit: 'COP/user·month',
  numeral: '11.3',
  es: 'Tarifa de referencia (costo pleno)',
  en: 'Reference tariff (full cost)',
  formula: () =>
    eq`if(${usesCra720}, if(${inTransition}, ${steppedTariff}, ${cra720Tariff}), ${referenceFixed} + ${referenceVariable} * ${productionPerUser})`,
})
