import { termOf } from '../cli/terms.ts'
import type { Locale } from '../numbers.ts'
import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** What a datum that is chosen from a list is about, by the last name of its place in the document. */
const fields: Readonly<Record<string, Sentence>> = {
  amortization: both('Forma de pago del crédito', 'How the loan is repaid'),
  category: both('Clase de costo', 'Kind of cost'),
  class: both('Clase de activo', 'Kind of asset'),
  component: both('Componente', 'Component'),
  discountTiming: both('Momento del descuento', 'When the year is discounted'),
  driver: both('Con qué crece', 'What it grows with'),
  entity: both('Quién lo asume', 'Who bears it'),
  graceInterest: both('Intereses del periodo de gracia', 'Interest during grace'),
  index: both('Índice de precios', 'Price index'),
  kind: both('Clase', 'Kind'),
  method: both('Método de la tarifa', 'Tariff method'),
  prices: both('Precios', 'Prices'),
  service: both('Servicio', 'Service'),
  source: both('Fuente del aporte', 'Source of the money'),
  use: both('Uso del aporte', 'Use of the grant'),
}

const values: Readonly<Record<string, Sentence>> = {
  bullet: both('un solo pago al final', 'one payment at the end'),
  capital: both('inversión', 'investment'),
  capitalized: both('se suman a la deuda', 'added to the debt'),
  commercial: both('comercial', 'commercial'),
  conditional: both('bajo condición', 'on condition'),
  constant: both('abono constante', 'constant principal'),
  constantPrices: both('constantes', 'constant'),
  costRecovery: both('recuperación de costos', 'cost recovery'),
  cra720: both('Resolución CRA 720', 'Resolution CRA 720'),
  current: both('corrientes', 'current'),
  dump: both('botadero', 'dump'),
  end: both('al final del año', 'at the end of the year'),
  equipment: both('equipos', 'equipment'),
  french: both('cuota nivelada', 'level payment'),
  green: both('limpieza urbana', 'green areas'),
  industrial: both('industrial', 'industrial'),
  institutional: both('institucional', 'institutional'),
  kmSwept: both('kilómetros barridos', 'kilometres swept'),
  land: both('terreno', 'land'),
  landfill: both('relleno sanitario', 'sanitary landfill'),
  loan: both('crédito', 'loan'),
  manual: both('relleno manual', 'manual landfill'),
  middle: both('a mitad de año', 'in the middle of the year'),
  mid: both('a mitad de año', 'in the middle of the year'),
  operation: both('funcionamiento', 'operation'),
  paid: both('se pagan cada año', 'paid every year'),
  population: both('la población', 'the population'),
  reference: both('costos de referencia dados', 'given reference costs'),
  streets: both('vías y áreas públicas', 'streets and public areas'),
  studies: both('estudios', 'studies'),
  sweptKm: both('las vías barridas', 'the streets swept'),
  tonnesCollected: both('toneladas recolectadas', 'tonnes collected'),
  tonnesDisposed: both('toneladas dispuestas', 'tonnes disposed of'),
  tonnesRecovered: both('toneladas aprovechadas', 'tonnes recovered'),
  tonnesRecoveredInorganic: both('toneladas inorgánicas aprovechadas', 'inorganic tonnes recovered'),
  tonnesRecoveredOrganic: both('toneladas orgánicas aprovechadas', 'organic tonnes recovered'),
  users: both('usuarios', 'users'),
  works: both('obras', 'works'),
}
const dimensions = ['component', 'category', 'priceIndex', 'service', 'userClass', 'source', 'entity']

/** A datum chosen from a list, as a planner says it: what it is about, and what was chosen. */
export function choiceWords(pointer: string, chosen: string, locale: Locale): { about: string; choice: string } {
  const last = pointer.slice(pointer.lastIndexOf('/') + 1)
  const known = dimensions.map((d) => termOf(d, chosen, locale)).find((text) => text !== chosen)
  const own = last === 'prices' && chosen === 'constant' ? values.constantPrices : values[chosen]
  return { about: fields[last]?.[locale] ?? last, choice: known ?? own?.[locale] ?? chosen }
}
