import type { Locale } from '../numbers.ts'
import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })
const stratum = (n: number) => both(`Estrato ${n}`, `Stratum ${n}`)

/** Members that the document names in English, by dimension, as a planner says them. */
const members: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  zone: { urban: both('urbana', 'urban'), rural: both('rural', 'rural') },
  userClass: {
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`stratum${n}`, stratum(n)])),
    smallCommercial: both('Comercial, pequeño productor', 'Commercial, small producer'),
    smallIndustrial: both('Industrial, pequeño productor', 'Industrial, small producer'),
    smallOfficial: both('Oficial, pequeño productor', 'Official, small producer'),
    largeCommercial: both('Comercial, gran productor', 'Commercial, large producer'),
    largeIndustrial: both('Industrial, gran productor', 'Industrial, large producer'),
    largeOfficial: both('Oficial, gran productor', 'Official, large producer'),
  },
  stream: { residential: both('residencial', 'residential') },
  material: {
    foodAndGarden: both('alimentos y jardín', 'food and garden'),
    paper: both('papel', 'paper'),
    cardboard: both('cartón', 'cardboard'),
    plastic: both('plástico', 'plastic'),
    glass: both('vidrio', 'glass'),
    metal: both('metales', 'metals'),
    textile: both('textiles', 'textiles'),
    wood: both('madera', 'wood'),
    other: both('otros', 'other'),
  },
  entity: { provider: both('prestador', 'provider'), municipality: both('municipio', 'municipality') },
  source: {
    municipal: both('municipio', 'municipality'),
    sgp: both('SGP', 'SGP (national transfers)'),
    department: both('departamento', 'department'),
    nation: both('Nación', 'Nation'),
    royalties: both('regalías', 'royalties'),
    cooperation: both('cooperación', 'cooperation'),
    private: both('privado', 'private'),
  },
  priceIndex: {
    inflation: both('inflación', 'inflation'),
    wage: both('salario mínimo', 'minimum wage'),
    fuel: both('combustible', 'fuel'),
    construction: both('construcción', 'construction'),
    none: both('ninguno', 'none'),
  },
  service: { ordinary: both('ordinario', 'ordinary'), special: both('especial', 'special') },
  category: {
    investment: both('Inversión', 'Investment'),
    operationMaintenance: both('Operación y mantenimiento', 'Operation and maintenance'),
    administration: both('Administración', 'Administration'),
  },
  program: {
    awareness: both('Sensibilización y educación', 'Awareness and education'),
    storage: both('Almacenamiento y presentación', 'Storage and presentation'),
    collection: both('Recolección y transporte', 'Collection and transport'),
    sweeping: both('Barrido y limpieza', 'Street sweeping'),
    recovery: both('Aprovechamiento', 'Recovery'),
    disposal: both('Disposición final', 'Final disposal'),
    special: both('Residuos especiales', 'Special waste'),
    rural: both('Zona rural', 'Rural area'),
    commercial: both('Gestión comercial', 'Commercial management'),
    institutional: both('Fortalecimiento institucional', 'Institutional strengthening'),
    contingency: both('Contingencia', 'Contingency'),
  },
  component: {
    collectionToDisposal: both('Recolección y transporte a disposición', 'Collection and transport to disposal'),
    collectionToRecovery: both('Recolección y transporte a aprovechamiento', 'Collection and transport to recovery'),
    sweeping: both('Barrido y limpieza', 'Street sweeping'),
    organicRecovery: both('Aprovechamiento de orgánicos', 'Organic recovery'),
    inorganicRecovery: both('Aprovechamiento de inorgánicos', 'Inorganic recovery'),
    disposal: both('Disposición final', 'Final disposal'),
    special: both('Servicios especiales', 'Special services'),
    general: both('Generales', 'General'),
  },
  phase: {
    short: both('Corto plazo', 'Short term'),
    medium: both('Mediano plazo', 'Medium term'),
    long: both('Largo plazo', 'Long term'),
    after: both('Después', 'After'),
  },
  populationMethod: {
    arithmetic: both('aritmético', 'arithmetic'),
    geometric: both('geométrico', 'geometric'),
    exponential: both('exponencial', 'exponential'),
    wappaus: both('Wappaus', 'Wappaus'),
    given: both('proyección propia', 'own projection'),
  },
  rankingMethod: {
    prioritized: both('priorizado (orden de la ley)', 'prioritized (legal order)'),
    lexicographic: both('lexicográfico', 'lexicographic'),
    topsis: both('TOPSIS', 'TOPSIS'),
  },
  viability: {
    cash: both('Caja', 'Cash'),
    planNpv: both('Valor presente del plan', 'Plan NPV'),
    debtServiceCover: both('Servicio de la deuda', 'Debt service'),
    subsidyFunding: both('Subsidios financiados', 'Subsidies funded'),
    legalLimits: both('Límites legales', 'Legal limits'),
    affordability: both('Tarifas pagables', 'Affordability'),
    landfill: both('Sitio de disposición', 'Disposal site'),
    licensedDisposal: both('Disposición con licencia', 'Licensed disposal'),
    costsFunded: both('Costos financiados', 'Costs funded'),
  },
  criterion: {
    coverage: both('Cobertura', 'Coverage'),
    continuity: both('Continuidad', 'Continuity'),
    reincorporation: both('Reincorporación al ciclo económico', 'Return to the economic cycle'),
    landfillCapacity: both('Capacidad de disposición', 'Disposal capacity'),
    employment: both('Generación de empleo', 'Employment'),
    environment: both('Medidas ambientales', 'Environmental measures'),
    costCoverage: both('Cubrimiento de costos con ingresos', 'Costs covered by income'),
    pvCosts: both('Valor presente de los costos', 'Present value of costs'),
    averageTariff: both('Tarifa promedio', 'Average tariff'),
    territorialContribution: both('Aporte de la entidad territorial', 'Territorial contribution'),
  },
  sourceStatus: {
    published: both('publicado', 'published'),
    measured: both('medido', 'measured'),
    estimated: both('estimado', 'estimated'),
    illustrative: both('ilustrativo', 'illustrative'),
  },
  confirmed: {
    verbatim: both('leído en la norma', 'read in the norm'),
    secondary: both('tomado de una fuente secundaria', 'from a secondary source'),
    recalled: both('sin confirmar en su texto', 'not confirmed in its text'),
  },
  norm: {
    'resolution-1045-2003': both('Resolución 1045 de 2003', 'Resolution 1045 of 2003'),
    'resolution-754-2014': both('Resolución 754 de 2014', 'Resolution 754 of 2014'),
  },
}

/** A member of a dimension in words; a name that the scenario chose stays as it is. */
export const termOf = (dimension: string, member: string, locale: Locale = 'es'): string =>
  (Object.hasOwn(members, dimension) && Object.hasOwn(members[dimension] ?? {}, member)
    ? members[dimension]?.[member]?.[locale]
    : undefined) ?? member
