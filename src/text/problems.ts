import { plain } from './numbers.ts'
import { referenceProblems } from './problems-references.ts'
import { ruleProblems } from './problems-rules.ts'
import { warningProblems } from './problems-warnings.ts'

interface Words {
  es: string
  en: string
}

/** The names under which a form of value is described when something else was given. */
const forms = {
  text: { es: 'un texto', en: 'a text' },
  number: { es: 'un número', en: 'a number' },
  whole: { es: 'un número entero', en: 'a whole number' },
  flag: { es: 'true o false', en: 'true or false' },
  object: { es: 'un objeto {…}', en: 'an object {…}' },
  list: { es: 'una lista […]', en: 'a list […]' },
  path: {
    es: 'un valor en el tiempo: un número, {"points": {"2025": 0.8}}, {"start": 100, "growth": 0.02} o {"values": [1, 2], "from": 2026}',
    en: 'a value over time: a number, {"points": {"2025": 0.8}}, {"start": 100, "growth": 0.02} or {"values": [1, 2], "from": 2026}',
  },
  'reference-rate': {
    es: 'una tasa anual en el tiempo, o {"rate": 0.1, "convention": "quarterlyInAdvance"}',
    en: 'a yearly rate over time, or {"rate": 0.1, "convention": "quarterlyInAdvance"}',
  },
  'loan-rate': {
    es: 'una tasa anual en el tiempo, o {"base": "dtf", "spread": 0.03}',
    en: 'a yearly rate over time, or {"base": "dtf", "spread": 0.03}',
  },
  'user-growth': {
    es: '"population", "area:residential" u otro uso del suelo, o una tasa anual en el tiempo',
    en: '"population", "area:residential" or another land use, or a yearly rate over time',
  },
  factor: {
    es: 'un factor en el tiempo (-0.5 es un subsidio del 50 %), o uno por zona {"urban": -0.5, "rural": -0.4}',
    en: 'a factor over time (-0.5 is a subsidy of 50 %), or one per zone {"urban": -0.5, "rural": -0.4}',
  },
  amount: {
    es: 'un costo anual en el tiempo; en una inversión {"year": 2027, "amount": 5000000}, una lista de estos, o {"values", "from"}',
    en: 'a yearly cost over time; in an investment {"year": 2027, "amount": 5000000}, a list of these, or {"values", "from"}',
  },
  patch: {
    es: 'un cambio: un objeto con los campos que cambian (RFC 7396) o una lista de operaciones (RFC 6902)',
    en: 'a patch: an object with the fields that change (RFC 7396) or a list of operations (RFC 6902)',
  },
  met: { es: 'true, false o "unknown"', en: 'true, false or "unknown"' },
  segment: { es: '1 o 2', en: '1 or 2' },
  'text-or-list': { es: 'un texto o una lista de textos', en: 'a text or a list of texts' },
  'year-or-date': { es: 'un año (2027) o una fecha ("2027-03")', en: 'a year (2027) or a date ("2027-03")' },
  'by-municipality': {
    es: 'un valor para todos los municipios, o uno por municipio {"municipio": …}',
    en: 'one value for all municipalities, or one for each {"municipality": …}',
  },
  'object-or-list': { es: 'un objeto {…} o una lista […]', en: 'an object {…} or a list […]' },
  'number-or-object': { es: 'un número o un objeto {…}', en: 'a number or an object {…}' },
  'text-or-object': { es: 'un texto o un objeto {…}', en: 'a text or an object {…}' },
  other: { es: 'otra clase de valor', en: 'another kind of value' },
} as const satisfies Record<string, Words>

export type FormName = keyof typeof forms

/** The patterns a text can fail to follow. */
const patterns = {
  id: {
    es: 'letras sin tilde, números, guion o guion bajo, hasta 64 caracteres, por ejemplo «san-pedro»',
    en: 'letters without accents, digits, hyphen or underscore, up to 64 characters, for example "san-pedro"',
  },
  'year-key': {
    es: 'años de cuatro cifras entre comillas, por ejemplo "2027"',
    en: 'years of four digits in quotes, for example "2027"',
  },
  date: { es: 'una fecha AAAA-MM-DD, por ejemplo «2025-12-31»', en: 'a date YYYY-MM-DD, for example "2025-12-31"' },
  'year-or-date': {
    es: 'AAAA, AAAA-MM o AAAA-MM-DD, por ejemplo «2027-03»',
    en: 'YYYY, YYYY-MM or YYYY-MM-DD, for example "2027-03"',
  },
  printable: { es: 'texto sin caracteres de control', en: 'text without control characters' },
  other: { es: 'la forma que pide el esquema', en: 'the form that the schema asks for' },
} as const satisfies Record<string, Words>

export type PatternName = keyof typeof patterns

/** True where the name is one of the described forms. */
export function isForm(name: string): name is FormName {
  return Object.hasOwn(forms, name)
}

/** True where the name is one of the described patterns. */
export function isPattern(name: string): name is PatternName {
  return Object.hasOwn(patterns, name)
}

const figures = (value: number): { es: string; en: string } => {
  const decimals = Number.isInteger(value) ? 0 : 2
  return { es: plain(value, decimals, 'es'), en: plain(value, decimals, 'en') }
}

/** What a document can do wrong in its shape: fields, kinds of value, limits. */
const shapeProblems = {
  required: (field: string): Words => ({
    es: `Falta el campo «${field}», que es obligatorio.`,
    en: `The field "${field}" is missing; it is required.`,
  }),
  'unknown-field': (field: string, nearest: string | undefined, known: readonly string[]): Words => {
    const right = nearest === undefined ? known.slice(0, 30).join(', ') : undefined
    return {
      es: `El campo «${field}» no existe aquí; ${right === undefined ? `¿quiso escribir «${nearest}»?` : `los campos que existen son: ${right}.`}`,
      en: `The field "${field}" does not exist here; ${right === undefined ? `did you mean "${nearest}"?` : `the fields that exist are: ${right}.`}`,
    }
  },
  type: (form: FormName): Words => ({
    es: `El valor no es de la clase esperada; debe ser ${forms[form].es}.`,
    en: `The value is not of the expected kind; it must be ${forms[form].en}.`,
  }),
  integer: (): Words => ({
    es: 'El valor debe ser un número entero, sin decimales.',
    en: 'The value must be a whole number, without decimals.',
  }),
  'too-small': (limit: number, inclusive: boolean): Words => ({
    es: `El valor es muy pequeño; debe ser ${inclusive ? 'al menos' : 'mayor que'} ${figures(limit).es}.`,
    en: `The value is too small; it must be ${inclusive ? 'at least' : 'more than'} ${figures(limit).en}.`,
  }),
  'too-big': (limit: number, inclusive: boolean): Words => ({
    es: `El valor es muy grande; debe ser ${inclusive ? 'a lo sumo' : 'menor que'} ${figures(limit).es}.`,
    en: `The value is too big; it must be ${inclusive ? 'at most' : 'less than'} ${figures(limit).en}.`,
  }),
  'too-short': (limit: number): Words => ({
    es: `El texto es muy corto; debe tener al menos ${figures(limit).es} caracteres.`,
    en: `The text is too short; it must have at least ${figures(limit).en} characters.`,
  }),
  'too-long': (limit: number): Words => ({
    es: `El texto es muy largo; debe tener a lo sumo ${figures(limit).es} caracteres.`,
    en: `The text is too long; it must have at most ${figures(limit).en} characters.`,
  }),
  'too-few': (limit: number): Words => ({
    es: `La lista tiene muy pocos elementos; debe tener al menos ${figures(limit).es}.`,
    en: `The list has too few members; it must have at least ${figures(limit).en}.`,
  }),
  'too-many': (limit: number): Words => ({
    es: `La lista tiene demasiados elementos; debe tener a lo sumo ${figures(limit).es}.`,
    en: `The list has too many members; it must have at most ${figures(limit).en}.`,
  }),
  enum: (options: readonly string[]): Words => ({
    es: `El valor no es uno de los permitidos; debe ser ${options.join(', ')}.`,
    en: `The value is not one of those allowed; it must be ${options.join(', ')}.`,
  }),
  format: (pattern: PatternName): Words => ({
    es: `El texto no tiene la forma pedida; debe ser ${patterns[pattern].es}.`,
    en: `The text does not have the form asked for; it must be ${patterns[pattern].en}.`,
  }),
  'reserved-id': (): Words => ({
    es: 'El nombre está reservado para otro uso en el documento; escoja otro, por ejemplo con un guion y un número al final.',
    en: 'The name is reserved for another use in the document; choose another, for example with a hyphen and a number at its end.',
  }),
  'empty-points': (): Words => ({
    es: 'El valor en el tiempo no tiene ningún punto; debe dar al menos un año, por ejemplo {"2025": 0.8}.',
    en: 'The value over time has no point; it must give at least one year, for example {"2025": 0.8}.',
  }),
  'too-deep': (limit: number): Words => ({
    es: `El documento tiene más de ${limit} niveles, uno dentro de otro; un plan necesita menos de la mitad.`,
    en: `The document has more than ${limit} levels, one inside the other; a plan needs less than half of that.`,
  }),
  'too-wide': (limit: number): Words => ({
    es: `Aquí hay más de ${figures(limit).es} miembros en un solo lugar; ninguna parte de un plan tiene tantos.`,
    en: `There are more than ${figures(limit).en} members in one place here; no part of a plan has so many.`,
  }),
  'too-large': (limit: number): Words => ({
    es: `El documento tiene más de ${figures(limit).es} valores; debe tener menos.`,
    en: `The document has more than ${figures(limit).en} values; it must have fewer.`,
  }),
  'too-many-problems': (shown: number): Words => ({
    es: `Hay más problemas que los ${figures(shown).es} que se muestran; corrija estos y lea de nuevo el documento.`,
    en: `There are more problems than the ${figures(shown).en} shown; mend these and read the document again.`,
  }),
  'wrong-value': (): Words => ({
    es: 'El valor no cumple lo que pide el esquema; consulte la descripción del campo.',
    en: 'The value is not what the schema asks for; see the description of the field.',
  }),
} as const

export const problemTexts = { ...shapeProblems, ...ruleProblems, ...referenceProblems, ...warningProblems } as const

export type ProblemCode = keyof typeof problemTexts
