interface Words {
  es: string
  en: string
}

const kinds = {
  municipality: { es: 'municipio', en: 'municipality' },
  stream: { es: 'corriente de residuos', en: 'waste stream' },
  project: { es: 'proyecto', en: 'project' },
  goal: { es: 'objetivo del plan', en: 'goal of the plan' },
} as const

export type ReferenceKind = keyof typeof kinds

const list = (options: readonly string[], none: string) =>
  options.length === 0 ? none : options.slice(0, 20).join(', ')

/** What ids, costs, loans, grants and financing can do wrong across fields. */
export const referenceProblems = {
  'duplicate-id': (id: string): Words => ({
    es: `El identificador «${id}» ya se usó; cada uno debe ser único.`,
    en: `The id "${id}" is already in use; each must be unique.`,
  }),
  'unknown-reference': (kind: ReferenceKind, id: string, options: readonly string[]): Words => ({
    es: `No existe ningún ${kinds[kind].es} «${id}»; debe ser uno de: ${list(options, 'no hay ninguno')}.`,
    en: `There is no ${kinds[kind].en} "${id}"; it must be one of: ${list(options, 'there is none')}.`,
  }),
  'recovery-overlap': (municipality: string): Words => ({
    es: `El municipio «${municipality}» ya está en otro bloque de aprovechamiento; debe estar en uno solo.`,
    en: `The municipality "${municipality}" is already in another recovery block; it must be in only one.`,
  }),
  'investment-field-missing': (field: string): Words => ({
    es: `Una inversión necesita «${field}»: clase, valor por año y (salvo los predios) vida útil.`,
    en: `An investment needs "${field}": class, amount by year and (but for land) life.`,
  }),
  'investment-with-driver': (field: string): Words => ({
    es: `Una inversión no lleva «${field}»; dé su valor en «amount», por ejemplo {"year": 2027, "amount": 5000000}.`,
    en: `An investment has no "${field}"; give its value in "amount", for example {"year": 2027, "amount": 5000000}.`,
  }),
  'investment-amount-form': (): Words => ({
    es: 'El valor de una inversión se da por año: {"year": 2027, "amount": 5000000}, una lista de estos, o {"values": […], "from": 2027}.',
    en: 'The amount of an investment is given by year: {"year": 2027, "amount": 5000000}, a list of these, or {"values": […], "from": 2027}.',
  }),
  'investment-outside-horizon': (first: number, last: number): Words => ({
    es: `La inversión cae fuera del horizonte; su año debe estar entre ${first} y ${last}.`,
    en: `The investment falls outside the horizon; its year must be between ${first} and ${last}.`,
  }),
  'running-amount-missing': (): Words => ({
    es: 'Un costo de funcionamiento necesita «amount» (COP al año), o «unit» con «driver».',
    en: 'A running cost needs "amount" (COP a year), or "unit" with "driver".',
  }),
  'running-amount-and-unit': (): Words => ({
    es: 'Un costo de funcionamiento lleva «amount», o «unit» con «driver», pero no ambos; quite uno.',
    en: 'A running cost has "amount", or "unit" with "driver", but not both; take one out.',
  }),
  'unit-and-driver': (missing: 'unit' | 'driver'): Words => ({
    es: `«unit» y «driver» van juntos; falta «${missing}».`,
    en: `"unit" and "driver" go together; "${missing}" is missing.`,
  }),
  'running-amount-form': (): Words => ({
    es: 'El valor de un costo de funcionamiento es un valor en el tiempo: un número al año, {"points"}, {"start", "growth"} o {"values", "from"}.',
    en: 'The amount of a running cost is a value over time: a number a year, {"points"}, {"start", "growth"} or {"values", "from"}.',
  }),
  'zone-without-meaning': (driver: string): Words => ({
    es: `El inductor «${driver}» no se mide por zona; quite «zone» o escoja otro inductor, por ejemplo «tonnesCollected».`,
    en: `The driver "${driver}" is not measured by zone; take "zone" out or choose another driver, for example "tonnesCollected".`,
  }),
  'loan-no-draws': (): Words => ({
    es: 'El crédito no tiene desembolsos; dé al menos uno, por ejemplo {"2027": 500000000}.',
    en: 'The loan has no draws; give at least one, for example {"2027": 500000000}.',
  }),
  'draw-outside-horizon': (first: number, last: number): Words => ({
    es: `El desembolso cae fuera del horizonte; su año debe estar entre ${first} y ${last}.`,
    en: `The draw falls outside the horizon; its year must be between ${first} and ${last}.`,
  }),
  'draw-after-grace': (last: number): Words => ({
    es: `El desembolso llega cuando ya se está pagando capital; debe ser a más tardar en ${last}, o alargue la gracia.`,
    en: `The draw comes when principal is already being paid; it must be in ${last} at the latest, or lengthen the grace.`,
  }),
  'grace-too-long': (term: number): Words => ({
    es: `La gracia debe ser menor que el plazo, ${term} años.`,
    en: `The grace must be shorter than the term, ${term} years.`,
  }),
  'reference-rate-missing': (base: string): Words => ({
    es: `La tasa se basa en «${base}», pero falta «economy.referenceRates.${base}».`,
    en: `The rate is based on "${base}", but "economy.referenceRates.${base}" is missing.`,
  }),
  'grant-no-amounts': (): Words => ({
    es: 'El aporte no tiene valores; dé al menos uno, por ejemplo {"2027": 500000000}.',
    en: 'The grant has no amounts; give at least one, for example {"2027": 500000000}.',
  }),
  'grant-outside-horizon': (first: number, last: number): Words => ({
    es: `El aporte cae fuera del horizonte; su año debe estar entre ${first} y ${last}.`,
    en: `The grant falls outside the horizon; its year must be between ${first} and ${last}.`,
  }),
  'operation-grant-base-year': (first: number): Words => ({
    es: `Un aporte de operación no puede caer en el año base; debe empezar en ${first} o después.`,
    en: `An operation grant cannot fall in the base year; it must start in ${first} or later.`,
  }),
  'grant-life-missing': (): Words => ({
    es: 'Un aporte bajo condición necesita «life», la vida útil del activo en años.',
    en: 'A conditional grant needs "life", the life of the asset in years.',
  }),
  'tax-losses': (): Words => ({
    es: 'Las pérdidas fiscales solo sirven si «economy.lossCarryForward» es true; actívelo o quite «taxLosses».',
    en: 'Tax losses only count if "economy.lossCarryForward" is true; switch it on or take "taxLosses" out.',
  }),
  'asset-accumulated': (gross: string): Words => ({
    es: `La depreciación acumulada no puede pasar del costo histórico, ${gross}.`,
    en: `The accumulated depreciation cannot exceed the gross value, ${gross}.`,
  }),
  'asset-life-missing': (): Words => ({
    es: 'Un activo que no está depreciado del todo necesita «remainingLife» en años, o «land»: true si es un predio.',
    en: 'An asset that is not fully depreciated needs "remainingLife" in years, or "land": true if it is land.',
  }),
  'waterfall-empty': (): Words => ({
    es: 'El cierre financiero no nombra ninguna fuente; agregue al menos una, por ejemplo {"source": "municipal"}.',
    en: 'The financing names no source; add at least one, for example {"source": "municipal"}.',
  }),
  'waterfall-loan': (field: string): Words => ({
    es: `La fuente «loan» necesita «${field}»: la tasa y el plazo del crédito.`,
    en: `The source "loan" needs "${field}": the rate and the term of the loan.`,
  }),
  'waterfall-second-loan': (): Words => ({
    es: 'El cierre financiero ya tiene una fuente «loan»; debe haber una sola.',
    en: 'The financing already has a source "loan"; there must be only one.',
  }),
  'waterfall-not-loan': (source: string): Words => ({
    es: `La fuente «${source}» no es un crédito; quite este campo, que solo va con «loan».`,
    en: `The source "${source}" is not a loan; take this field out, it only goes with "loan".`,
  }),
  'closure-year': (first: number, last: number): Words => ({
    es: `Las obras de clausura deben estar entre ${first} y ${last}.`,
    en: `The closure works must be between ${first} and ${last}.`,
  }),
} as const
