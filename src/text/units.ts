import type { Locale } from './numbers.ts'

interface Word {
  one: string
  many: string
}

const word = (one: string, many: string): Word => ({ one, many })
const same = (both: string): Word => word(both, both)

const spanish: Record<string, Word> = {
  COP: same('COP'),
  t: word('tonelada', 'toneladas'),
  kg: same('kg'),
  km: same('km'),
  m: same('m'),
  m2: same('m²'),
  m3: same('m³'),
  ha: same('ha'),
  L: word('litro', 'litros'),
  user: word('usuario', 'usuarios'),
  dwelling: word('domicilio', 'domicilios'),
  inhabitant: word('habitante', 'habitantes'),
  job: word('empleo', 'empleos'),
  worker: word('trabajador', 'trabajadores'),
  vehicle: word('vehículo', 'vehículos'),
  trip: word('viaje', 'viajes'),
  time: word('vez', 'veces'),
  year: word('año', 'años'),
  month: word('mes', 'meses'),
  week: word('semana', 'semanas'),
  day: word('día', 'días'),
  hour: word('hora', 'horas'),
  second: word('segundo', 'segundos'),
  share: same('fracción'),
  unit: word('unidad', 'unidades'),
  1: same('sin unidad'),
}

const english: Record<string, Word> = {
  ...spanish,
  t: word('tonne', 'tonnes'),
  L: word('litre', 'litres'),
  user: word('user', 'users'),
  dwelling: word('dwelling', 'dwellings'),
  inhabitant: word('inhabitant', 'inhabitants'),
  job: word('job', 'jobs'),
  worker: word('worker', 'workers'),
  vehicle: word('vehicle', 'vehicles'),
  trip: word('trip', 'trips'),
  time: word('time', 'times'),
  year: word('year', 'years'),
  month: word('month', 'months'),
  week: word('week', 'weeks'),
  day: word('day', 'days'),
  hour: word('hour', 'hours'),
  second: word('second', 'seconds'),
  share: same('share'),
  unit: word('unit', 'units'),
  1: same('no unit'),
}

const dictionaries = { es: spanish, en: english } as const
const spans: ReadonlySet<string> = new Set(['year', 'month', 'week', 'day', 'hour', 'second'])
/** Other spellings of the same unit, as tables and formulas write them. */
const spellings: Record<string, string> = {
  'm²': 'm2',
  'm³': 'm3',
  inh: 'inhabitant',
  inhabitants: 'inhabitant',
  users: 'user',
  dwellings: 'dwelling',
  jobs: 'job',
  years: 'year',
  days: 'day',
  s: 'second',
  h: 'hour',
  '%': 'share',
  '': '1',
}

function lookup(symbol: string, locale: Locale): Word {
  const spelled = symbol.trim()
  const known = dictionaries[locale][spellings[spelled] ?? spelled]
  return known ?? same(spelled)
}

const isSpan = (symbol: string): boolean => spans.has(spellings[symbol] ?? symbol)

/** A unit in words: `COP/user·month` is «COP por usuario y mes» or "COP per user and month"; an unknown symbol stays as it is. */
export function unitInWords(unit: string, locale: Locale = 'es'): string {
  const [above = '', ...below] = unit.split('/')
  const denominators = below.flatMap((part) => part.split('·')).map((symbol) => symbol.trim())
  const head = product(above.split('·'), locale)
  if (denominators.length === 0) return head
  const names = denominators.map((symbol) => lookup(symbol, locale).one)
  const [first = ''] = denominators
  if (denominators.length === 1 && isSpan(first)) return `${head} ${span(first, locale)}`
  const last = names.pop() ?? ''
  const joined = names.length === 0 ? last : `${names.join(', ')} ${locale === 'es' ? 'y' : 'and'} ${last}`
  return `${head} ${locale === 'es' ? 'por' : 'per'} ${joined}`
}

/** «usuarios-mes» in Spanish, "user-months" in English: each language has its own plural of a product. */
function product(symbols: readonly string[], locale: Locale): string {
  const plural = locale === 'es' ? 0 : symbols.length - 1
  const words = symbols.map((symbol) => lookup(symbol, locale))
  return words.map(({ one, many }, place) => (place === plural ? many : one)).join('-')
}

function span(symbol: string, locale: Locale): string {
  const { one } = lookup(symbol, locale)
  if (locale === 'es') return one === 'semana' || one === 'hora' ? `a la ${one}` : `al ${one}`
  return one === 'hour' ? `an ${one}` : `a ${one}`
}
