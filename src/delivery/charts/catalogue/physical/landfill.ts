import { plain } from '../../../../text/numbers.ts'
import type { Picture, Series, Values } from '../../picture.ts'
import type { Chart, View } from '../../view.ts'
import { groupsOf, nameOf, rowsOf, sumOf, totalOf, wasteYears } from '../../view.ts'

/** Capacidad de disposición [6.4]: what is left in each site and the year it ends; tonnes received where no capacity is declared. */
export const landfill: Chart = (view) => {
  const sites = groupsOf(rowsOf(view, 'landfillRemaining'), 'site')
    .map(
      ({ member, rows }): Series => ({ id: member, label: siteName(view, member), shape: 'line', values: sumOf(rows) }),
    )
    .filter(({ values }) => values.some((value) => value !== null))
  return sites.length === 0 ? received(view) : remaining(view, sites)
}

const siteName = (view: View, site: string): string => nameOf(view, 'site', site)

function remaining(view: View, sites: readonly Series[]): Picture {
  const years = wasteYears(view)
  const { titles, units, ends, closes } = view.words
  const endings = sites.flatMap(({ label, values }) => {
    const at = endOf(values)
    return at < 0 ? [] : [{ label, at, full: isFilled(values, at) }]
  })
  const first = [...endings].sort((a, b) => a.at - b.at)[0]
  const year = years[first?.at ?? -1]
  return {
    title:
      first === undefined || year === undefined
        ? titles.landfillLasts(years.at(-1) ?? '')
        : (first.full ? titles.landfillEnds : titles.landfillCloses)(first.label, year),
    subtitle: units.cubicMetres,
    unit: units.cubicMetres,
    categories: years,
    decimals: 0,
    series: sites.map((site) => ({ ...site, values: whileOpen(site.values) })),
    ...(first === undefined || year === undefined
      ? {}
      : { mark: { at: first.at, label: first.full ? ends(year) : closes(year) } }),
  }
}

/** The first year without capacity after one with it; −1 where there is none. */
function endOf(values: Values): number {
  const open = values.findIndex((value) => (value ?? 0) > 0)
  return open < 0 ? -1 : values.findIndex((value, t) => t > open && value !== null && value <= 1e-6)
}

/** Whether what was left fits in a year like the one before; otherwise the site was closed with capacity left. */
function isFilled(values: Values, at: number): boolean {
  const [before, left] = [values[at - 2] ?? 0, values[at - 1] ?? 0]
  return left <= 2 * Math.max(0, before - left)
}

/** A site has a line from its first year to its end, not zeros on both sides. */
function whileOpen(values: Values): (number | null)[] {
  const open = values.findIndex((value) => (value ?? 0) > 0)
  const end = endOf(values)
  return values.map((value, t) => (t < open || (end >= 0 && t > end) ? null : value))
}

function received(view: View): Picture {
  const years = wasteYears(view).slice(1)
  const last = totalOf(view, 'siteDisposal').at(-1)
  return {
    title: view.words.titles.landfillOpen(plain(last, 0, view.locale), years.at(-1) ?? ''),
    subtitle: view.words.units.tonnes,
    unit: view.words.units.tonnes,
    categories: years,
    decimals: 0,
    series: groupsOf(rowsOf(view, 'siteDisposal'), 'site').map(
      ({ member, rows }): Series => ({
        id: member,
        label: view.words.series.received(siteName(view, member)),
        shape: 'bar',
        stack: 'site',
        values: sumOf(rows).slice(1),
      }),
    ),
  }
}
