const esCo = '[$-240A]'
const whole = `${esCo}#,##0`
const people = new Set(['inhabitant', 'user', 'dwelling', 'job', 'worker', 'vehicle'])

/** How the 1 and the 0 of a verdict are said, so that its colour is not needed; what is not judged is a text already. */
export const verdictFormat = (holds: string, fails: string): string => `"${holds}";;"${fails}";@`

/** The number format of a unit: pesos without decimals, unit prices with two, shares as percentages. */
export function formatOf(unit: string): string {
  if (unit === 'share' || unit.startsWith('share/')) return `${esCo}0.0%`
  if (unit === 'COP' || unit === 'COP/year') return whole
  if (unit === '1' || unit === 'year') return '0.######'
  if (people.has(unit.split('/')[0] ?? '')) return whole
  return unit.startsWith('t') ? `${esCo}#,##0.0` : `${esCo}#,##0.00`
}
