import type { Locale } from '../numbers.ts'

const es = {
  menu: 'Descargar',
  groups: { documents: 'Documentos', data: 'Datos', view: 'Esta vista' },
  workbook: 'Libro de cálculo (XLSX)',
  comparison: 'Comparación de alternativas (XLSX)',
  pdf: 'Informe (PDF)',
  docx: 'Informe (DOCX)',
  html: 'Una página que se abre sin conexión (HTML)',
  charts: 'Todas las gráficas (ZIP)',
  extract: (entity: string) => `Extracto: ${entity} (PDF)`,
  csv: 'Todos los renglones (CSV)',
  scenario: 'El plan (JSON)',
  link: 'Copiar enlace',
  print: 'Imprimir esta vista',
  preparing: (what: string) => `Preparando: ${what}…`,
  ready: (what: string) => `Listo: ${what}`,
  copied: 'Enlace copiado',
  notCopied: 'El navegador no dejó copiar; el enlace es la dirección de esta página.',
  onlyHere: 'Este plan está solo en este equipo: el enlace se abre aquí.',
}

const en: typeof es = {
  menu: 'Download',
  groups: { documents: 'Documents', data: 'Data', view: 'This view' },
  workbook: 'Workbook (XLSX)',
  comparison: 'Comparison of alternatives (XLSX)',
  pdf: 'Report (PDF)',
  docx: 'Report (DOCX)',
  html: 'One page that opens offline (HTML)',
  charts: 'All charts (ZIP)',
  extract: (entity) => `Extract: ${entity} (PDF)`,
  csv: 'All lines (CSV)',
  scenario: 'The plan (JSON)',
  link: 'Copy link',
  print: 'Print this view',
  preparing: (what) => `Preparing: ${what}…`,
  ready: (what) => `Ready: ${what}`,
  copied: 'Link copied',
  notCopied: 'The browser did not allow copying; the link is the address of this page.',
  onlyHere: 'This plan is only on this computer: the link opens here.',
}

export const carryWords: Readonly<Record<Locale, typeof es>> = { es, en }
