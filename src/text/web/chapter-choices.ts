import { termOf } from '../cli/terms.ts'
import type { Locale } from '../numbers.ts'

/** Dimension of the glossary that a field's values belong to, by the name of the field. */
const dimensions: Readonly<Record<string, readonly string[]>> = {
  class: ['userClass'],
  driver: ['userClass'],
  index: ['priceIndex'],
  status: ['sourceStatus'],
  method: ['rankingMethod', 'populationMethod'],
  base: ['priceIndex'],
}

const both = (es: string, en: string) => ({ es, en })
const others: Readonly<Record<string, { es: string; en: string }>> = {
  auto: both('automático', 'automatic'),
  current: both('corrientes', 'current'),
  constant: both('constante', 'constant'),
  end: both('fin de año', 'end of year'),
  mid: both('mitad de año', 'mid-year'),
  linear: both('en línea recta', 'in a straight line'),
  step: both('en escalón', 'in steps'),
  works: both('obras', 'works'),
  land: both('predios', 'land'),
  equipment: both('equipos', 'equipment'),
  studies: both('estudios', 'studies'),
  users: both('usuarios', 'users'),
  tonnesCollected: both('toneladas recogidas', 'tonnes collected'),
  tonnesDisposed: both('toneladas dispuestas', 'tonnes disposed'),
  tonnesRecovered: both('toneladas aprovechadas', 'tonnes recovered'),
  tonnesRecoveredOrganic: both('toneladas de orgánicos aprovechadas', 'organic tonnes recovered'),
  tonnesRecoveredInorganic: both('toneladas de inorgánicos aprovechadas', 'inorganic tonnes recovered'),
  kmSwept: both('km barridos', 'km swept'),
  sweptKm: both('km barridos', 'km swept'),
  population: both('la población', 'the population'),
  none: both('ninguna', 'none'),
  landfill: both('relleno sanitario', 'landfill'),
  manual: both('relleno manual', 'manual landfill'),
  dump: both('botadero', 'dump'),
  french: both('cuota fija', 'level payment'),
  bullet: both('al vencimiento', 'at maturity'),
  paid: both('pagados', 'paid'),
  capitalized: both('capitalizados', 'capitalized'),
  operation: both('operación', 'operation'),
  capital: both('capital', 'capital'),
  conditional: both('bajo condición', 'conditional'),
  reference: both('costos de referencia', 'reference costs'),
  costRecovery: both('recuperación de costos', 'cost recovery'),
  'cra-720-2015': both('CRA 720 de 2015', 'CRA 720 of 2015'),
  formula: both('fórmula de un estudio', 'formula of a study'),
  loan: both('crédito', 'loan'),
  general: both('general', 'general'),
  specific: both('específico', 'specific'),
  weakness: both('debilidad', 'weakness'),
  opportunity: both('oportunidad', 'opportunity'),
  strength: both('fortaleza', 'strength'),
  threat: both('amenaza', 'threat'),
  prevention: both('prevención', 'prevention'),
  minimization: both('minimización', 'minimization'),
  mitigation: both('mitigación', 'mitigation'),
  industrial: both('industrial', 'industrial'),
  commercial: both('comercial', 'commercial'),
  institutional: both('institucional', 'institutional'),
  streets: both('vías públicas', 'streets'),
  pathogenic: both('patógenos', 'pathogenic'),
  constructionDemolition: both('construcción y demolición', 'construction and demolition'),
  canalSludge: both('lodos de canales', 'canal sludge'),
  treatmentSludge: both('lodos de tratamiento', 'treatment sludge'),
  greenWaste: both('poda y jardín', 'green waste'),
  temperateDry: both('templado seco', 'temperate dry'),
  temperateWet: both('templado húmedo', 'temperate wet'),
  tropicalDry: both('tropical seco', 'tropical dry'),
  tropicalWet: both('tropical húmedo', 'tropical wet'),
  provider: both('prestador', 'provider'),
  recyclerOrganization: both('organización de recicladores', 'recyclers’ organisation'),
  quarterlyInAdvance: both('trimestre anticipado', 'quarterly in advance'),
  monthlyInArrears: both('mes vencido', 'monthly in arrears'),
  effective: both('efectiva anual', 'effective yearly'),
  dtf: both('DTF', 'DTF'),
  ibr: both('IBR', 'IBR'),
  water: both('con acueducto', 'with water'),
  energy: both('con energía', 'with energy'),
  'area:residential': both('área residencial', 'residential area'),
  'area:industrial': both('área industrial', 'industrial area'),
  'area:commercial': both('área comercial', 'commercial area'),
  'area:institutional': both('área institucional', 'institutional area'),
  'area:publicWays': both('área de vías públicas', 'area of public ways'),
}

/** A value of a field in words; `key` is the field's name in the document. */
export function choiceOf(key: string, value: string, locale: Locale): string {
  for (const dimension of [...(dimensions[key] ?? []), key]) {
    const found = termOf(dimension, value, locale)
    if (found !== value) return found
  }
  return others[value]?.[locale] ?? value
}
