import type { AlternativeResult } from '../../../../study/result.ts'
import type { Chart } from '../../view.ts'

const figureOf = ({ figures }: AlternativeResult, id: string): number | null => {
  const value = figures[id]
  return typeof value === 'number' ? value / 1e6 : null
}

/** Valor presente neto [10.3] of the alternatives side by side. */
export const npv: Chart = (view) => {
  const { words, variant, result } = view
  const unit = words.units.baseMillions(result.years.base)
  const rows = variant.alternatives.map((one) => ({
    name: one.name,
    plan: figureOf(one, 'planNpv'),
    project: figureOf(one, 'projectNpv'),
  }))
  const best = [...rows].sort((a, b) => (b.plan ?? -Infinity) - (a.plan ?? -Infinity))[0]
  return {
    title: words.titles.npv(best?.name ?? '–'),
    subtitle: unit,
    unit,
    categories: rows.map(({ name }) => name),
    horizontal: true,
    numbers: true,
    decimals: 1,
    series: [
      { id: 'planNpv', label: words.series.planNpv, shape: 'bar', values: rows.map(({ plan }) => plan) },
      { id: 'projectNpv', label: words.series.projectNpv, shape: 'bar', values: rows.map(({ project }) => project) },
    ],
  }
}
