import { percent } from '../../../../text/numbers.ts'
import type { Chart } from '../../view.ts'
import { nameOf } from '../../view.ts'

const phases = ['short', 'medium', 'long', 'after'] as const

/** Presupuesto [11.2]: each programme by phase, the costliest first. */
export const budget: Chart = (view) => {
  const rows = view.alternative.budget
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((total, { amount }) => total + amount, 0) / 1e6
  const whole = sum(() => true)
  const programs = [...new Set(rows.map(({ program }) => program))]
    .map((program) => ({ program, total: sum((row) => row.program === program) }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total)
  const series = phases.map((phase) => ({
    id: phase,
    label: nameOf(view, 'phase', phase),
    shape: 'bar' as const,
    stack: 'budget',
    values: programs.map(({ program }) => sum((row) => row.program === program && row.phase === phase)),
  }))
  const top = programs[0]
  return {
    title: view.words.titles.budget(
      top === undefined ? '–' : nameOf(view, 'program', top.program),
      percent(top === undefined ? null : top.total / whole, view.locale),
    ),
    subtitle: view.words.units.budgetMillions,
    unit: view.words.units.budgetMillions,
    categories: programs.map(({ program }) => nameOf(view, 'program', program)),
    horizontal: true,
    numbers: true,
    decimals: 1,
    series: series.filter(({ values }) => values.some((value) => value !== 0)),
  }
}
