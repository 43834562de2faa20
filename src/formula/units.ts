/** A product of base units with exponents (keys sorted), or `any`: the literal zero fits every unit. */
export type Unit = Readonly<Record<string, number>> | 'any'

export const none: Unit = Object.freeze({})
export const perYear: Unit = Object.freeze({ year: -1 })

/** Base units; the words people write for one, plural and short forms, are the same unit. A dwelling is a user that may be. */
const spellings: Readonly<Record<string, string>> = {
  COP: 'COP',
  t: 't',
  kg: 'kg',
  inhabitants: 'inhabitant',
  inhabitant: 'inhabitant',
  inh: 'inhabitant',
  users: 'user',
  user: 'user',
  dwellings: 'user',
  dwelling: 'user',
  km: 'km',
  'm³': 'm3',
  m3: 'm3',
  ha: 'ha',
  year: 'year',
  years: 'year',
  month: 'month',
  months: 'month',
  day: 'day',
  job: 'job',
  jobs: 'job',
  'job-years': 'job·year',
  m: 'm',
  times: 'time',
  time: 'time',
  h: 'hour',
  trip: 'trip',
  worker: 'worker',
  unit: 'unit',
  'm²': 'm2',
  L: 'L',
  s: 's',
  GJ: 'GJ',
}

const cache = new Map<string, Unit>()

/** Reads `COP/user·month` (all after the slash divides); `share`, `1` and `year index` are plain numbers. */
export function parseUnit(text: string): Unit {
  const known = cache.get(text)
  if (known) return known
  const unit: Record<string, number> = {}
  const [above = '', below, extra] = text.split('/')
  if (extra !== undefined) throw new Error(`unidad «${text}»: una sola barra`)
  for (const [part, sign] of [
    [above, 1],
    [below ?? '', -1],
  ] as const) {
    for (const word of part.split('·').filter((w) => w !== '' && w !== '1' && w !== 'share')) {
      const base = spellings[word]
      if (base === undefined) throw new Error(`unidad desconocida «${word}» en «${text}»`)
      for (const b of base.split('·')) unit[b] = (unit[b] ?? 0) + sign
    }
  }
  const result = clean(unit)
  cache.set(text, result)
  return result
}

const clean = (unit: Record<string, number>): Unit =>
  Object.freeze(
    Object.fromEntries(
      Object.entries(unit)
        .filter(([, n]) => n !== 0)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  )

/** The unit as people write it. */
export function printUnit(unit: Unit): string {
  if (unit === 'any') return 'cualquiera'
  const side = (sign: number) =>
    Object.entries(unit)
      .filter(([, n]) => n * sign > 0)
      .map(([u, n]) => (Math.abs(n) === 1 ? u : `${u}^${Math.abs(n)}`))
      .join('·')
  const [above, below] = [side(1), side(-1)]
  return below ? `${above || '1'}/${below}` : above || '1'
}

/** All units must be one; the literal zero takes the others'. */
export function same(...units: Unit[]): Unit {
  const real = units.filter((u) => u !== 'any')
  const [first] = real
  for (const u of real)
    if (printUnit(u) !== printUnit(first as Unit))
      throw new Error(`«${printUnit(first as Unit)}» con «${printUnit(u)}»`)
  return first ?? 'any'
}

const combined = (a: Unit, b: Unit, sign: number): Unit => {
  if (a === 'any' || b === 'any') return a === 'any' && sign > 0 && b === 'any' ? 'any' : a === 'any' ? 'any' : a
  const unit: Record<string, number> = { ...a }
  for (const [u, n] of Object.entries(b)) unit[u] = (unit[u] ?? 0) + sign * n
  return clean(unit)
}
export const multipliedBy = (a: Unit, b: Unit): Unit => (b === 'any' ? 'any' : combined(a, b, 1))
export const dividedBy = (a: Unit, b: Unit): Unit => combined(a, b, -1)

/** A power is of a plain number to a plain number. */
export function scaled(base: Unit, exponent: Unit): Unit {
  same(exponent, none)
  return same(base, none)
}

/** Adding yearly flows over years gives an amount. */
export const timesYear = (a: Unit): Unit => multipliedBy(a, { year: 1 })
