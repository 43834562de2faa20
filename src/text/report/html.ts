import type { Locale } from '../numbers.ts'

const es = {
  contents: 'Contenido',
  top: 'Volver arriba',
  explained: 'Anexo E. ¿De dónde salen las cifras principales?',
  intro:
    'Cada cifra con su fórmula, los números puestos y aquello de lo que se hizo. Las demás fórmulas están en el anexo C.',
  operands: 'De qué se hizo',
  heads: ['Dato o renglón', 'Valor', 'Unidad', 'De dónde viene'],
  line: 'renglón del modelo',
  isDefault: 'valor por defecto',
  alone: 'Este archivo se abre sin conexión y sin programa alguno; se puede imprimir.',
}

const en: typeof es = {
  contents: 'Contents',
  top: 'Back to the top',
  explained: 'Annex E. Where do the main figures come from?',
  intro:
    'Each figure with its formula, the numbers put in and what it was made from. The other formulas stand in annex C.',
  operands: 'What it was made from',
  heads: ['Input or line', 'Value', 'Unit', 'Where it comes from'],
  line: 'line of the model',
  isDefault: 'default value',
  alone: 'This file opens without a connection and without any program; it can be printed.',
}

export const htmlWords: Readonly<Record<Locale, typeof es>> = { es, en }
