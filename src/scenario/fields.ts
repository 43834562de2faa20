import { z } from 'zod'

/** Limits of a number; they are wide, but no evaluation inside them can overflow. */
export interface Bounds {
  min: number
  max: number
}

export const bounds = {
  money: { min: 0, max: 1e15 },
  signedMoney: { min: -1e15, max: 1e15 },
  quantity: { min: 0, max: 1e9 },
  share: { min: 0, max: 1 },
  rate: { min: -0.99, max: 10 },
  factor: { min: -1, max: 10 },
} as const satisfies Record<string, Bounds>

const yearBounds: Bounds = { min: 1900, max: 2200 }

const knownPrefix = 'known:'

/** The field names a message of `group` carries, so that a misspelt one can be answered with the nearest. */
export function knownFields(message: string): string[] {
  return message.startsWith(knownPrefix) ? message.slice(knownPrefix.length).split(',') : []
}

/** An object with exactly these fields; any other is an error that knows the right names. */
export function group<S extends z.ZodRawShape>(shape: S) {
  const known = knownPrefix + Object.keys(shape).join(',')
  return z.strictObject(shape, { error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined) })
}

type Pick = (value: unknown) => number

interface ChoiceDef extends z.core.$ZodUnionDef {
  pick: Pick
}

interface Choice extends z.ZodUnion {
  _zod: z.ZodUnion['_zod'] & { def: ChoiceDef }
}

// zod's own union may answer for another form than the one meant, so this one only asks the form that was picked
const Choice = z.core.$constructor<Choice, ChoiceDef>('ZodChoice', (inst, def) => {
  z.ZodUnion.init(inst, def)
  inst._zod.parse = (payload, context) => {
    const meant = def.options[def.pick(payload.value)]
    if (meant !== undefined) return meant._zod.run(payload, context)
    payload.issues.push({ code: 'invalid_union', input: payload.value, inst, errors: [] })
    return payload
  }
})

/** One of several forms; `pick` says which one a value was meant to be (−1 none), so that only its problems are told. */
export function choice<const O extends readonly [z.ZodType, ...z.ZodType[]]>(name: string, options: O, pick: Pick) {
  const schema: unknown = new Choice({ type: 'union', options, pick, error: () => name })
  return schema as z.ZodUnion<O>
}

/** True for a JSON object (not a list, not null). */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** True where the value is an object that has one of the fields. */
export function hasField(value: unknown, ...fields: string[]): boolean {
  return isObject(value) && fields.some((field) => Object.hasOwn(value, field))
}

export const number = (limits: Bounds) => z.number().min(limits.min).max(limits.max)
export const whole = (limits: Bounds) => z.int().min(limits.min).max(limits.max)

export const money = number(bounds.money)
export const signedMoney = number(bounds.signedMoney)
export const quantity = number(bounds.quantity)
export const share = number(bounds.share)
export const year = whole(yearBounds)
export const lifeYears = whole({ min: 1, max: 100 })

const printable = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u

/** A text for people, without control characters. */
export const text = (longest = 2000) => z.string().min(1).max(longest).regex(printable, { error: 'printable' })
export const name = text(300)

const takenIds = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...[
    'urban',
    'rural',
    'residential',
    'points',
    'between',
    'start',
    'growth',
    'values',
    'from',
    'manual',
    'mechanical',
  ],
])

/** An identifier: letters, digits, hyphen and underscore; never a word that the document uses for something else. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'id' })
  .refine((value) => !takenIds.has(value), { error: 'reserved-id' })

/** Who bears a cost, a loan or a grant; free text, `provider` unless said otherwise. */
export const entity = text(100).refine((value) => !Object.hasOwn(Object.prototype, value), { error: 'reserved-id' })

export const yearKey = z.string().regex(/^(19|20|21)\d\d$/, { error: 'year-key' })

/** Sums by calendar year: `{"2027": 1000000}`. */
export const byYear = (value: z.ZodNumber) =>
  z.record(yearKey, value).refine((sums) => Object.keys(sums).length <= 120, { error: 'too-many-years' })

export const zones = ['urban', 'rural'] as const
export const zone = z.enum(zones)
export type Zone = z.infer<typeof zone>

/** The Spanish terms of members that stand for a class, a zone, a material, a criterion or a component. */
const terms: Record<string, string> = {
  urban: 'zona urbana',
  rural: 'zona rural',
  manual: 'barrido manual',
  mechanical: 'barrido mecánico',
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((stratum) => [`stratum${stratum}`, `residencial, estrato ${stratum}`])),
  smallCommercial: 'pequeño productor comercial',
  smallIndustrial: 'pequeño productor industrial',
  smallOfficial: 'pequeño productor oficial',
  largeCommercial: 'gran productor comercial',
  largeIndustrial: 'gran productor industrial',
  largeOfficial: 'gran productor oficial',
  foodAndGarden: 'residuos de alimentos y jardín',
  paper: 'papel',
  cardboard: 'cartón',
  plastic: 'plástico',
  glass: 'vidrio',
  metal: 'metales',
  textile: 'textiles',
  wood: 'madera',
  other: 'otros',
  compost: 'compost',
  coverage: 'cobertura [10.3]; fracción',
  continuity: 'continuidad [10.3]; fracción',
  reincorporation: 'reincorporación al ciclo económico [10.3]; t',
  landfillCapacity: 'capacidad de disposición final [10.3]; años',
  employment: 'generación de empleo [10.3]; empleos·año',
  environment: 'medidas ambientales [10.3]; fracción',
  costCoverage: 'cubrimiento de los costos con los ingresos [10.3]; fracción',
  pvCosts: 'valor presente de los costos [10.3]; COP',
  averageTariff: 'tarifa promedio [10.3]; COP/usuario·mes',
  territorialContribution: 'aporte de la entidad territorial [10.3]; COP',
  goals: 'cumple los objetivos del plan [10.2]',
  energy: 'consumo de energía [10.2]',
  labour: 'mano de obra calificada [10.2]',
  minimumTonnes: 'cantidades mínimas de residuos [10.2]',
  environmentalRules: 'normas ambientales [10.2]',
  affectedPopulation: 'población afectada [10.2]',
  organicMarket: 'mercado de orgánicos [10.2]',
  inorganicMarket: 'mercado de inorgánicos [10.2]',
  separation: 'separación en la fuente [10.2]',
  institutional: 'capacidad institucional [10.2]',
  regional: 'solución regional [10.2]',
  CCS: 'costo de comercialización',
  CLUS: 'costo de limpieza urbana',
  CBLS: 'costo de barrido y limpieza por suscriptor',
  CBL: 'costo de barrido y limpieza',
  CRT: 'costo de recolección y transporte',
  CDF: 'costo de disposición final',
  CTL: 'costo de tratamiento de lixiviados',
}

/** A member for each of the names, under its Spanish term. */
export function namedFields<const N extends string, V extends z.ZodType>(names: readonly N[], value: V) {
  const shape = Object.fromEntries(names.map((field) => [field, value.describe(terms[field] ?? field)])) as Record<N, V>
  return group(shape)
}

/** An optional member for each of the names, under its Spanish term. */
export function optionalFields<const N extends string, V extends z.ZodType>(names: readonly N[], value: V) {
  return namedFields(names, value.optional())
}

/** The same form for each zone, both optional. */
export const byZone = <V extends z.ZodType>(value: V) => optionalFields(zones, value)

export const index = z.enum(['inflation', 'wage', 'fuel', 'construction', 'none'])
export type Index = z.infer<typeof index>
