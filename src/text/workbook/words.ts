import type { Locale } from '../numbers.ts'
import type { Sentence } from '../viability.ts'

const both = (es: string, en: string): Sentence => ({ es, en })

/** Sheets of the workbook, in their order. */
export const sheetNames = {
  cover: both('Portada', 'Cover'),
  charts: both('Gráficas', 'Charts'),
  assumptions: both('Supuestos', 'Assumptions'),
  inputs: both('Entradas', 'Inputs'),
  projections: both('Proyecciones', 'Projections'),
  waste: both('Residuos y relleno', 'Waste and landfill'),
  costs: both('Costos', 'Costs'),
  tariffs: both('Tarifas', 'Tariffs'),
  subsidies: both('Subsidios y contribuciones', 'Subsidies and contributions'),
  investments: both('Inversiones', 'Investments'),
  debt: both('Deuda', 'Debt'),
  income: both('Estado de resultados', 'Income statement'),
  cash: both('Flujo de caja', 'Cash flow'),
  balance: both('Balance', 'Balance sheet'),
  evaluation: both('Evaluación', 'Evaluation'),
  ranking: both('Jerarquización', 'Ranking'),
  indicators: both('Indicadores', 'Indicators'),
  checks: both('Controles', 'Checks'),
  constant: both('Pesos constantes', 'Constant pesos'),
  glossary: both('Glosario', 'Glossary'),
} as const
export type SheetId = keyof typeof sheetNames

/** Words of the workbook's own sheets. */
export const words = {
  name: both('Concepto', 'Item'),
  place: both('Lugar o detalle', 'Place or detail'),
  unit: both('Unidad', 'Unit'),
  numeral: both('Numeral', 'Numeral'),
  code: both('Código', 'Code'),
  pointer: both('Puntero JSON o código', 'JSON pointer or code'),
  kind: both('Tipo', 'Kind'),
  source: both('Fuente', 'Source'),
  status: both('Estado del dato', 'Status of the datum'),
  value: both('Valor', 'Value'),
  support: both('Renglones de apoyo', 'Supporting lines'),
  dataSection: both('Datos del plan', 'Data of the plan'),
  lawSection: both('Parámetros de la ley, por año', 'Parameters of the law, by year'),
  unitSection: both('Equivalencias de unidades', 'Equivalences of units'),
  structureSection: both(
    'Estructura y resultados de método (no cambian solos en la hoja de cálculo)',
    'Structure and results of methods (they do not change by themselves in a spreadsheet)',
  ),
  otherwiseSection: both('Lo que se toma cuando el plan no da el dato', 'What stands where the plan gives no datum'),
  othersSection: both('Criterios de las demás alternativas', 'Criteria of the other alternatives'),
  noDatum: both('sin dato', 'no datum'),
  usual: both('por defecto', 'default'),
  method: both('resultado de método', 'result of a method'),
  structure: both('estructura del plan', 'structure of the plan'),
  assumptionsNote: both(
    'Amarillo: dato que mueve el libro. Gris: dato que el libro guarda y que cambia al importar. Verde: ley. Naranja: resultado de método.',
    'Yellow: a datum that moves the workbook. Grey: a datum that is kept and changes on import. Green: law. Orange: result of a method.',
  ),
  linesNote: both(
    'Una fórmula por renglón, la misma en todos los años. Los renglones de apoyo están agrupados al final.',
    'One formula a row, the same in every year. Supporting lines are grouped at the end.',
  ),
  inputsNote: both(
    'Los supuestos puestos en cada año: todo sale de la hoja Supuestos.',
    'The assumptions set out in every year: all of it comes from the sheet of assumptions.',
  ),
} as const

export const said = (word: keyof typeof words, locale: Locale): string => words[word][locale]
