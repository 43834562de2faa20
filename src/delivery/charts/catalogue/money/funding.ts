import { termOf } from '../../../../text/cli/terms.ts'
import { percent } from '../../../../text/numbers.ts'
import type { Chart, View } from '../../view.ts'
import { afterBase, financialYears } from '../../view.ts'

/** Fuentes y usos [11.3]: where the money of the whole plan comes from and where it goes. */
export const funding: Chart = (view) => {
  const { sources, uses } = view.alternative.sourcesAndUses
  const [from, to] = [sorted(view, sources), sorted(view, uses)]
  const total = from.reduce((sum, { amount }) => sum + amount, 0)
  const years = afterBase(financialYears(view))
  const unit = view.words.units.totalMillions(years[0] ?? '', years.at(-1) ?? '')
  return {
    title: view.words.titles.funding(
      from[0]?.name ?? '–',
      percent(from[0] ? from[0].amount / total : null, view.locale),
    ),
    subtitle: unit,
    unit,
    categories: [...from, ...to].map(({ name }) => name),
    horizontal: true,
    numbers: true,
    decimals: 1,
    series: [
      {
        id: 'sources',
        label: view.words.series.sources,
        shape: 'bar',
        stack: 'money',
        values: [...from.map(({ amount }) => amount), ...to.map(() => null)],
      },
      {
        id: 'uses',
        label: view.words.series.uses,
        shape: 'bar',
        stack: 'money',
        values: [...from.map(() => null), ...to.map(({ amount }) => amount)],
      },
    ],
  }
}

function sorted(
  view: View,
  side: Readonly<Record<string, readonly (number | null)[]>>,
): { name: string; amount: number }[] {
  return Object.entries(side)
    .map(([id, values]) => ({
      name: nameOfMoney(view, id),
      amount: values.reduce<number>((sum, value) => sum + (value ?? 0), 0) / 1e6,
    }))
    .filter(({ amount }) => Math.abs(amount) >= 0.05)
    .sort((a, b) => b.amount - a.amount)
}

function nameOfMoney({ words, locale }: View, id: string): string {
  const [kind = '', member = ''] = id.split('.')
  if (kind === 'grant') return words.grant(termOf('source', member, locale))
  if (kind === 'ownResources') return words.own(termOf('entity', member, locale))
  return words.funding[kind] ?? id
}
