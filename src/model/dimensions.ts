import type { Dimension } from '../formula/entry.ts'

const dimension = (id: string, es: string, en: string, ordered = false): Dimension =>
  Object.freeze(ordered ? { id, es, en, ordered } : { id, es, en })

export const municipality = dimension('municipality', 'municipio', 'municipality')
export const zone = dimension('zone', 'zona', 'zone')
export const userClass = dimension('userClass', 'clase de usuario', 'user class')
export const stream = dimension('stream', 'corriente de residuos', 'waste stream')
export const material = dimension('material', 'material', 'material')
export const site = dimension('site', 'sitio de disposición', 'disposal site', true)
export const item = dimension('item', 'renglón de costo', 'cost item')
export const loan = dimension('loan', 'crédito', 'loan')
export const entity = dimension('entity', 'entidad', 'entity')
export const source = dimension('source', 'fuente', 'source')
export const grant = dimension('grant', 'aporte', 'grant')
export const asset = dimension('asset', 'activo existente', 'existing asset')
export const step = dimension('step', 'fuente del cierre financiero', 'step of the funding waterfall', true)
export const expansion = dimension('expansion', 'área de expansión', 'expansion area')
export const specialService = dimension('specialService', 'servicio especial', 'special service')
export const priceIndex = dimension('priceIndex', 'índice de precios', 'price index')
export const program = dimension('program', 'programa', 'programme')
export const project = dimension('project', 'proyecto', 'project')
export const component = dimension('component', 'componente', 'component')
export const category = dimension('category', 'categoría', 'category')
/** Whose tariff: the base year's own, or the plan's. */
export const tariffEra = dimension('tariffEra', 'tarifa vigente', 'tariff in force')
export const service = dimension('service', 'servicio', 'service')
/** Each municipality, and all of them where they are several: where the diagnosis is told. */
export const territory = dimension('territory', 'territorio', 'territory')
/** A zone, or both. */
export const scope = dimension('scope', 'ámbito', 'scope')
export const collectionSector = dimension('collectionSector', 'sector de recolección', 'collection sector')
export const provider = dimension('provider', 'prestador', 'provider')
export const providerYear = dimension('providerYear', 'año de los libros del prestador', "year of a provider's books")
export const billingYear = dimension('billingYear', 'año de facturación del prestador', "year of a provider's billing")

/** The book's axes, the longest first: waste lines run over the waste horizon, the others over the financial one. */
export const axes = Object.freeze(['waste', 'financial'])
