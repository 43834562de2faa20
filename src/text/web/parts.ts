import type { Locale } from '../numbers.ts'

const es = {
  asTable: 'Ver como tabla',
  asPicture: 'Ver la gráfica',
  saveChart: 'Descargar',
  saveChartOf: (title: string) => `Descargar la gráfica: ${title}`,
  png: 'Imagen (PNG)',
  svg: 'Dibujo (SVG)',
  csv: 'Datos (CSV)',
  notRun: 'Esta gráfica necesita un estudio que aún no se ha corrido.',
  copyTable: 'Copiar tabla',
  copied: 'Copiado: péguelo en su hoja de cálculo',
  notCopied: 'El navegador no dejó copiar.',
  tableHint: 'Flechas para moverse; Mayús y flechas marcan un bloque; Ctrl+C lo copia.',
  low: 'mínimo',
  high: 'máximo',
}
type PartWords = typeof es

const en: PartWords = {
  asTable: 'See as a table',
  asPicture: 'See the chart',
  saveChart: 'Download',
  saveChartOf: (title) => `Download the chart: ${title}`,
  png: 'Picture (PNG)',
  svg: 'Drawing (SVG)',
  csv: 'Data (CSV)',
  notRun: 'This chart needs a study that has not been run yet.',
  copyTable: 'Copy table',
  copied: 'Copied: paste it in your spreadsheet',
  notCopied: 'The browser did not allow copying.',
  tableHint: 'Arrows move; Shift and arrows mark a block; Ctrl+C copies it.',
  low: 'least',
  high: 'greatest',
}

export const partWords: Readonly<Record<Locale, PartWords>> = { es, en }
