import type { Dimension, Line } from '../../formula/entry.ts'
import { given, input, line } from '../../formula/entry.ts'
import { eq } from '../../formula/eq.ts'
import { category, municipality, scope, territory, zone } from '../dimensions.ts'

/** One indicator of chapter 5: its line, the literal formula where the printed one does not hold, what the plan makes of it. */
export interface Indicator {
  readonly line: Line
  /** As the resolution names it. */
  readonly symbol: string
  /** As the resolution prints it; empty for what is measured. */
  readonly printed: string
  readonly literal?: Line
  readonly projected?: Line
  /** Which members it is told of: those of a list that were given, or the streams of the special service. Default: all. */
  readonly told?: 'given' | 'special'
}

type Words = Pick<Line, 'id' | 'es' | 'en' | 'unit' | 'numeral'>

/** Where indicators stand: each municipality and all of them, each zone and both. */
export const place = [territory, scope] as const

export const isWhole = given({
  id: 'scopeIsTotal',
  over: [scope],
  unit: '1',
  numeral: '5',
  es: 'Es el municipio entero (1 = sí)',
  en: 'Is the whole municipality (1 = yes)',
})
/** A zone where nobody is a user has nothing to measure. */
export const zoneHasUsers = given({
  id: 'zoneHasUsers',
  from: ['{municipality}/users'],
  over: [municipality, zone],
  unit: '1',
  numeral: '5.5.3',
  es: 'La zona tiene usuarios (1 = sí)',
  en: 'The zone has users (1 = yes)',
})

/**
 * Medición del diagnóstico [5]: one for the municipality or one a zone, as the document gives it, added over towns and
 * zones; no value where one of them is missing. `at` is the place below `diagnosis`: block/field.
 */
export function measured(spec: Words & { at: `${string}/${string}`; each?: readonly Dimension[] }): Line {
  const { at, each = [], ...words } = spec
  const [block = '', ...field] = at.split('/')
  const read = { ...words, form: 'number', otherwise: Number.NaN } as const
  const whole = input({
    ...read,
    id: `${words.id}Whole`,
    over: [municipality, ...each],
    at: `{municipality}/diagnosis/${block}/${field.join('/')}`,
  })
  const byZone = input({
    ...read,
    id: `${words.id}ByZone`,
    over: [municipality, zone, ...each],
    at: `{municipality}/diagnosis/${block}/{zone}/${field.join('/')}`,
  })
  return line({
    ...words,
    over: [...place, ...each],
    axis: 'once',
    formula: () =>
      eq`sum(if(${isWhole} and known(${whole}), ${whole}, sum(if(known(${byZone}) or ${zoneHasUsers}, ${byZone}, 0))))`,
  })
}

/** A measure as an indicator of its own: the base line of 5. */
export const measure = (symbol: string, spec: Parameters<typeof measured>[0]): Indicator => ({
  line: measured(spec),
  symbol,
  printed: '',
})

/** Costo anual de un componente por categoría y total [5.5.2 b.4]; a category that is missing leaves no total. */
export function annualCost(spec: Omit<Words, 'unit' | 'numeral'> & { component: string }): {
  byCategory: Line
  total: Line
} {
  const { component, ...words } = spec
  const money = { unit: 'COP/year', numeral: '5.5.2' } as const
  const byCategory = measured({
    ...words,
    ...money,
    id: `${words.id}ByCategory`,
    each: [category],
    at: `annualCosts/${component}/{category}`,
  })
  const total = line({ ...words, ...money, over: place, axis: 'once', formula: () => eq`sum(${byCategory})` })
  return { byCategory, total }
}

type Written = Words & Pick<Line, 'formula' | 'detail'> & { over?: readonly Dimension[] }

/** A line of the base year by municipality and zone. */
export const indicatorLine = (spec: Written): Line => line({ over: place, axis: 'once', ...spec })

/** The printed formula of an indicator whose dimensions do not meet; the unit check must name it. */
export const literalOf = (of: Line, spec: Pick<Line, 'formula'> & { unsound: string; unit?: string }): Line =>
  line({
    over: of.over,
    axis: 'once',
    numeral: of.numeral ?? '5',
    unit: spec.unit ?? of.unit,
    id: `${of.id}Literal`,
    es: `${of.es}, como se imprime`,
    en: `${of.en}, as printed`,
    unsound: spec.unsound,
    formula: spec.formula,
  })

/** What the plan makes of an indicator in each year. */
export const projectedOf = (
  of: Line,
  spec: Pick<Line, 'formula' | 'over'> & Partial<Pick<Line, 'unit' | 'axis'>>,
): Line =>
  line({
    axis: 'financial',
    unit: of.unit,
    ...spec,
    id: `${of.id}Projected`,
    numeral: '10.2',
    detail: true,
    es: `${of.es}, proyección`,
    en: `${of.en}, projected`,
  })
