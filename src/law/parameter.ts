import cra720 from './cra-720-2015.json' with { type: 'json' }
import findeter from './findeter.json' with { type: 'json' }
import ipcc2006 from './ipcc-2006.json' with { type: 'json' }
import law142 from './law-142-1994.json' with { type: 'json' }
import law1176 from './law-1176-2007.json' with { type: 'json' }
import minimumWage from './minimum-wage.json' with { type: 'json' }
import opsLandfill from './ops-landfill.json' with { type: 'json' }
import ras2000 from './ras-2000.json' with { type: 'json' }
import resolution754 from './resolution-754-2014.json' with { type: 'json' }
import resolution1045 from './resolution-1045-2003.json' with { type: 'json' }

const files = {
  ...resolution1045,
  ...resolution754,
  ...law142,
  ...law1176,
  ...ras2000,
  ...opsLandfill,
  ...cra720,
  ...minimumWage,
  ...ipcc2006,
  ...findeter,
}

/** The norm under which a plan is made. */
export type PlanNorm = 'resolution-1045-2003' | 'resolution-754-2014'

/** `verbatim`: read in the cited source; `secondary`: in a transcription, or computed; `recalled`: not confirmed. */
export type Confidence = 'verbatim' | 'secondary' | 'recalled'

/** A figure of a norm from a day on; `to` is its last day, open where absent. Dates are ISO days. */
export interface LawValue<Figure = unknown> {
  from: string
  to?: string
  value: Figure
  norm: string
  article: string
  title: string
  url: string
  confirmed: Confidence
  /** Only for plans under this norm; for any plan where absent. */
  plan?: PlanNorm
  note?: string
}

export interface LawParameter<Figure = unknown> {
  id: string
  es: string
  en: string
  unit: string
  values: LawValue<Figure>[]
}

export type LawId = keyof typeof files

type FigureOf<Id extends LawId> = (typeof files)[Id]['values'][number]['value']

/** Ids whose figure is a number: those a formula may use. */
export type NumericLawId = { [Id in LawId]: FigureOf<Id> extends number ? Id : never }[LawId]

/** Todo lo que fijan las normas, en el orden de los archivos. */
export const lawParameters = files as Record<LawId, LawParameter>

/**
 * El valor de la norma que rige el 31 de diciembre del año.
 *
 * Undefined where none is in force that day. `norm` is the plan's own, by default Resolución 1045; what that resolution
 * fixes has no end, since a plan may still be made under it. The figure has the parameter's `unit`; shares are fractions.
 */
export function findLaw<Id extends LawId>(
  id: Id,
  year: number,
  norm: PlanNorm = 'resolution-1045-2003',
): LawValue<FigureOf<Id>> | undefined {
  return findLawOn(id, `${String(year).padStart(4, '0')}-12-31`, norm)
}

/** El valor de la norma que rige un día (`YYYY-MM-DD`); as findLaw. */
export function findLawOn<Id extends LawId>(
  id: Id,
  date: string,
  norm: PlanNorm = 'resolution-1045-2003',
): LawValue<FigureOf<Id>> | undefined {
  const { values } = lawParameters[id] as LawParameter<FigureOf<Id>>
  return values.find(({ from, to, plan }) => {
    const isInForce = from <= date && (to === undefined || date <= to)
    return isInForce && (plan === undefined || plan === norm)
  })
}

/** Si un texto es el nombre de un parámetro. */
export function isLawId(text: string): text is LawId {
  return Object.hasOwn(files, text)
}
