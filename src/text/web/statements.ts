import type { Locale } from '../numbers.ts'

const es = {
  title: 'Estados financieros',
  choose: 'Estado',
  tables: {
    income: 'Estado de resultados',
    cashFlow: 'Flujo de caja',
    balance: 'Balance general',
    sourcesUses: 'Fuentes y usos',
    accounts: 'Movimiento de las cuentas',
    budget: 'Presupuesto',
    ratios: 'Razones',
  },
  concept: 'Concepto',
  current: 'millones de pesos de cada año',
  baseYear: (year: number) => `millones de pesos de ${year}`,
  balances: 'El balance cuadra todos los años: activos = pasivos + patrimonio.',
  unbalanced: (year: number) => `El balance NO cuadra en ${year}.`,
  zeros: 'Los renglones en cero todos los años no se muestran.',
  opening: 'Saldo al comenzar',
  closing: 'Saldo al cerrar',
  runningCosts: 'Costos de operación y administración',
  total: 'Total',
  byPhase: 'Por programa, proyecto y plazo',
  byYear: 'Costo de cada proyecto por año',
  realNote:
    'En pesos del año base, lo que cierra un año no es lo que abre el siguiente: entre ambos está la inflación.',
}

const en: typeof es = {
  title: 'Financial statements',
  choose: 'Statement',
  tables: {
    income: 'Income statement',
    cashFlow: 'Cash flow',
    balance: 'Balance sheet',
    sourcesUses: 'Sources and uses',
    accounts: 'Movements of the accounts',
    budget: 'Budget',
    ratios: 'Ratios',
  },
  concept: 'Item',
  current: 'millions of pesos of each year',
  baseYear: (year) => `millions of pesos of ${year}`,
  balances: 'The balance sheet balances every year: assets = liabilities + equity.',
  unbalanced: (year) => `The balance sheet does NOT balance in ${year}.`,
  zeros: 'Rows that are zero every year are not shown.',
  opening: 'Opening balance',
  closing: 'Closing balance',
  runningCosts: 'Running and administrative costs',
  total: 'Total',
  byPhase: 'By programme, project and term',
  byYear: 'Cost of each project by year',
  realNote: 'In base-year pesos a year does not open with what the one before closed: inflation stands between.',
}

export const statementWords: Readonly<Record<Locale, typeof es>> = { es, en }
