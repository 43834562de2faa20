import type { Locale } from '../numbers.ts'

const es = {
  back: 'Atrás',
  copy: 'Copiar como texto',
  copied: 'Copiado',
  notCopied: 'El navegador no dejó copiar.',
  sum: (n: number) => `Suma de ${n} filas`,
  rows: (n: number) => `Tiene ${n} filas`,
  row: 'Fila que se explica',
  all: 'todas',
  noFormula: 'Se calcula con un método, no con una fórmula.',
  given: 'Dato del plan',
  where: 'Lugar en el plan',
  default: 'Nadie lo dio: vale por defecto.',
  unknownSource: 'Sin fuente declarada',
  confirmed: {
    verbatim: 'copiado de la norma',
    secondary: 'de fuente secundaria',
    recalled: 'por confirmar',
  } as Readonly<Record<string, string>>,
  real: (year: number) => `en pesos de ${year}`,
  realNote: (index: string, year: number) => `dividido por el índice de inflación de ${year}: ${index}`,
  follow: (name: string) => `Ver de dónde sale: ${name}`,
  kinds: { line: '', input: 'dato', law: 'norma', constant: 'constante' } as Readonly<Record<string, string>>,
}

const en: typeof es = {
  back: 'Back',
  copy: 'Copy as text',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying.',
  sum: (n) => `Sum of ${n} rows`,
  rows: (n) => `It has ${n} rows`,
  row: 'Row explained',
  all: 'all',
  noFormula: 'Computed by a method, not by a formula.',
  given: 'Input of the plan',
  where: 'Place in the plan',
  default: 'Nobody gave it: the default stands.',
  unknownSource: 'No source stated',
  confirmed: { verbatim: 'copied from the norm', secondary: 'from a secondary source', recalled: 'to be confirmed' },
  real: (year) => `in pesos of ${year}`,
  realNote: (index, year) => `divided by the inflation index of ${year}: ${index}`,
  follow: (name) => `See where it comes from: ${name}`,
  kinds: { line: '', input: 'input', law: 'law', constant: 'constant' },
}

export const drawerWords: Readonly<Record<Locale, typeof es>> = { es, en }
