import type { Drawn } from './picture.ts'

/** The numbers of a picture, exactly those that are drawn, in its unit. */
export function dataOf(drawn: Drawn, alt: string) {
  const { chart, title, unit, scenario, variant, alternative, source, categories } = drawn
  const series = drawn.series.map(({ id, label, values, low }) => ({
    id,
    label,
    values: [...values],
    ...(low === undefined ? {} : { low: [...low] }),
  }))
  return { chart, title, unit, scenario, variant, alternative, source, alt, categories: [...categories], series }
}

/** The same as a table: a row a category, a column a series; names that a spreadsheet would run as formulas stay text. */
export function csvOf(drawn: Drawn): string {
  const columns = drawn.series.flatMap(({ label, values, low }) =>
    low === undefined
      ? [{ head: label, values }]
      : [
          { head: `${label} (min)`, values: low },
          { head: `${label} (max)`, values },
        ],
  )
  const head = [drawn.unit, ...columns.map((column) => column.head)].map(cell)
  const rows = drawn.categories.map((category, at) => [
    cell(category),
    ...columns.map(({ values }) => String(values[at] ?? '')),
  ])
  return [head, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
