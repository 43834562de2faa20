import type { Locale } from '../numbers.ts'

const es = {
  subtitle: 'Plan financiero viable: libro de fórmulas vivas',
  municipalities: 'Municipios',
  norm: 'Norma',
  years: 'Años del plan financiero',
  viable: 'Plan viable [11.3]',
  yes: 'sí',
  no: 'no: vea la viabilidad en la hoja Controles',
  scenarioHash: 'Huella del plan (SHA-256)',
  modelHash: 'Huella del libro de fórmulas',
  engine: 'Versión del programa',
  checks: 'Controles del libro',
  allOk: 'Todos los controles cuadran',
  notOk: 'Algún control no cuadra: vea la hoja Controles',
  figures: 'Cifras principales',
  contents: 'Hojas',
  notes: [
    'Cambie una celda amarilla de Supuestos y el libro entero la sigue. Las celdas grises cambian al importar el libro de nuevo en el programa.',
    'No mueva filas ni columnas de Supuestos: el programa la lee de vuelta por la columna «Puntero JSON o código».',
    'Los años y el número de renglones son los del plan con que se hizo el libro: si cambian, genere uno nuevo.',
  ],
  glossary: ['Código', 'Concepto', 'Unidad', 'Numeral', 'Hoja', 'Fórmula'],
  method: 'método: vea la celda',
  chartsNote: 'Cada gráfica lee las celdas de su hoja y cambia con ellas; muestra hasta ocho series.',
  charts: {
    cash: 'Flujo de caja por actividad',
    balance: 'Caja al final del año',
    tariffs: 'Tarifa por clase de usuario',
    landfill: 'Capacidad que queda en los sitios de disposición',
    waste: 'Toneladas dispuestas por sitio',
    costs: 'Costos de operación y administración',
  },
  constantNote: 'Cada peso dividido por el índice de precios de su año.',
  baseUnit: 'COP del año base',
  tolerance: 'Tolerancia',
  holds: 'Cuadra (1 = sí)',
  agrees: '1 · cuadra',
  breaks: '0 · no cuadra',
  master: 'TODOS LOS CONTROLES (1 = cuadran)',
  checkHead: 'Control maestro: cada identidad contra su escala',
  comparisonTitle: 'Comparación de alternativas',
  comparisonNote: 'Cifras del programa por alternativa; diferencias, normalización y puestos por fórmula.',
  difference: 'Diferencia con la primera',
  figureHead: 'Cifra',
  guide:
    'Escriba en las celdas amarillas. Las demás columnas explican cada dato; no las cambie. Para más municipios, proyectos o costos, copie las filas y cambie el número del puntero.',
  templateTitle: 'Plantilla de un plan financiero viable',
  required: 'obligatorio',
  optional: 'opcional',
} as const

type Words = {
  readonly [K in keyof typeof es]: (typeof es)[K] extends string
    ? string
    : (typeof es)[K] extends readonly string[]
      ? readonly string[]
      : Readonly<Record<keyof (typeof es)[K], string>>
}

const en: Words = {
  subtitle: 'Viable financial plan: workbook of live formulas',
  municipalities: 'Municipalities',
  norm: 'Norm',
  years: 'Years of the financial plan',
  viable: 'Viable plan [11.3]',
  yes: 'yes',
  no: 'no: see viability on the sheet of checks',
  scenarioHash: 'Hash of the plan (SHA-256)',
  modelHash: 'Hash of the formula book',
  engine: 'Version of the program',
  checks: 'Checks of the workbook',
  allOk: 'All checks hold',
  notOk: 'Some check does not hold: see the sheet of checks',
  figures: 'Main figures',
  contents: 'Sheets',
  notes: [
    'Change a yellow cell of the assumptions and the whole workbook follows. Grey cells change when the workbook is imported again.',
    'Do not move rows or columns of the assumptions: the program reads them back by the column of pointers.',
    'Years and rows are those of the plan that the workbook was made from: if they change, make a new one.',
  ],
  glossary: ['Code', 'Item', 'Unit', 'Numeral', 'Sheet', 'Formula'],
  method: 'method: see the cell',
  chartsNote: 'Every chart reads the cells of its sheet and changes with them; it shows up to eight series.',
  charts: {
    cash: 'Cash flow by activity',
    balance: 'Cash at the end of the year',
    tariffs: 'Tariff by class of user',
    landfill: 'Capacity left in the disposal sites',
    waste: 'Tonnes disposed of by site',
    costs: 'Operating and administration costs',
  },
  constantNote: 'Each peso divided by the price index of its year.',
  baseUnit: 'COP of the base year',
  tolerance: 'Tolerance',
  holds: 'Holds (1 = yes)',
  agrees: '1 · holds',
  breaks: '0 · does not hold',
  master: 'ALL CHECKS (1 = hold)',
  checkHead: 'Master check: each identity against its scale',
  comparisonTitle: 'Comparison of alternatives',
  comparisonNote: "The program's figures by alternative; differences, normalisation and places by formula.",
  difference: 'Difference from the first',
  figureHead: 'Figure',
  guide:
    'Write in the yellow cells. The other columns explain each datum; leave them. For more municipalities, projects or costs, copy the rows and change the number in the pointer.',
  templateTitle: 'Template of a viable financial plan',
  required: 'required',
  optional: 'optional',
}

export const coverWords: Readonly<Record<Locale, Words>> = { es, en }
