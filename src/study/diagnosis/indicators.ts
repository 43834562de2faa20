import type { Line } from '../../formula/entry.ts'
import type { Slot } from '../../formula/interpret.ts'
import { indicators } from '../../model/2-diagnosis/catalogue.ts'
import type { Indicator } from '../../model/2-diagnosis/measures.ts'
import { providerPlaces, territoriesOf } from '../../model/places.ts'
import { getPointer } from '../../scenario/pointer.ts'
import { indicatorWords, unsoundReasons } from '../../text/diagnosis/indicators.ts'
import type { Locale } from '../../text/numbers.ts'
import type { Sentence } from '../../text/viability.ts'
import type { AlternativeResult } from '../result.ts'
import type { AlternativeRun } from '../run.ts'
import { orNull } from '../run.ts'
import { sharedByAlternatives } from './baseline.ts'
import type { Lack } from './trace.ts'
import { lacksOf, trailOf, wantedPointer } from './trace.ts'

export type IndicatorResult = AlternativeResult['indicators'][number]

interface Row {
  readonly line: Line
  readonly slot: Slot
  readonly row: number
  readonly at: Readonly<Record<string, string>>
}

/** Years for which indicators are projected [10.2]: the short, medium and long term, and the horizon. */
export function projectionYears({ baseYear, horizon }: AlternativeRun['scenario']): readonly number[] {
  const years = [0, 3, 6, 15, horizon.financial].filter((t) => t <= horizon.financial)
  return [...new Set(years)].sort((a, b) => a - b).map((t) => baseYear + t)
}

/**
 * Indicadores del diagnóstico [5.2–5.5] and their projection [10.2]: what was measured in the base year (or in each year of
 * the provider's books), and what the alternative makes of it afterwards. An id with a member of a dimension is `EFByClass:stratum1`.
 */
export function indicatorsOf(of: AlternativeRun, locale: Locale = 'es'): IndicatorResult[] {
  return [...baselineOf(of, locale), ...projectionsOf(of, locale)]
}

/** Línea base [5]: the indicators as they were measured. */
export const baselineOf = (of: AlternativeRun, locale: Locale = 'es'): readonly IndicatorResult[] =>
  sharedByAlternatives(of, locale, (indicator) =>
    rowsOf(of, indicator.line).flatMap((row) => measuredRow(of, { indicator, row, locale })),
  ).flat()

/** Proyección de los indicadores [10.2] in the years that the terms of the plan end. */
export const projectionsOf = (of: AlternativeRun, locale: Locale = 'es'): IndicatorResult[] =>
  indicators.flatMap(({ line, projected }) =>
    projected === undefined
      ? []
      : rowsOf(of, projected)
          .filter((row) => scopeStands(of, row))
          .flatMap((row) => projectedRow(of, { row, id: line.id, locale })),
  )

/** Values of an indicator's projection by year, by the row's own members. */
export function rowsOf(of: AlternativeRun, line: Line): Row[] {
  const slot = of.run.slots.get(line) as Slot
  return slot.domain.rows.map((_, row) => ({ line, slot, row, at: of.run.domains.keyOf(slot.domain, row) }))
}

const places = new Set(['territory', 'scope', 'municipality', 'zone', 'providerYear', 'billingYear'])

/** The id of a row: the indicator's, and the members of what it is told by besides place and year. */
export function rowId(id: string, at: Row['at'], of: AlternativeRun): string {
  const provider = yearlyPlace(of, at)?.provider
  let text = provider === undefined ? id : `${id}:${provider}`
  for (const dimension in at) if (!places.has(dimension)) text += `:${at[dimension]}`
  return text
}

/** Where a row stands: a municipality or all of them, a zone or none. */
export function standsAt(of: AlternativeRun, at: Row['at']): { municipality: string; zone: string | null } {
  const zone = at.zone ?? (at.scope === 'total' ? undefined : at.scope) ?? null
  const place = at.territory ?? at.municipality
  if (place !== undefined) return { municipality: place, zone }
  const everywhere = territoriesOf(of.scenario)[0]?.id ?? ''
  const provider = at.provider ?? yearlyPlace(of, at)?.provider
  const served = of.scenario.providers.find((p) => p.id === provider)?.municipalities
  const own = served === undefined || served.length === 0 ? everywhere : served.join(', ')
  return { municipality: own, zone }
}

function yearlyPlace(of: AlternativeRun, at: Row['at']): { provider: string; year: number | null } | undefined {
  if (at.providerYear === undefined && at.billingYear === undefined) return undefined
  const { providerYear, billingYear } = providerPlaces(of.scenario)
  if (at.providerYear !== undefined) return providerYear.find((p) => p.id === at.providerYear)
  return billingYear.find((p) => p.id === at.billingYear)
}

interface Asked {
  readonly indicator: Indicator
  readonly row: Row
  readonly locale: Locale
}

function measuredRow(of: AlternativeRun, { indicator, row, locale }: Asked): IndicatorResult[] {
  const { line, literal } = indicator
  if (!isTold(of, indicator, row)) return []
  const value = valueAt(of, row, 0)
  const printed =
    literal === undefined ? Number.NaN : valueAt(of, { row: row.row, slot: of.run.slots.get(literal) as Slot }, 0)
  const { municipality, zone } = standsAt(of, row.at)
  const reasons = [
    ...(Number.isNaN(value) ? [whyMissing(of, row)] : []),
    ...(literal !== undefined && unsoundReasons[line.id] !== undefined ? [unsoundReasons[line.id] as Sentence] : []),
  ]
  return [
    {
      id: rowId(line.id, row.at, of),
      municipality,
      zone,
      year: yearlyPlace(of, row.at)?.year ?? of.scenario.baseYear,
      value: orNull(value),
      literal: orNull(printed),
      unit: line.unit,
      source: [...trailOf(of, line, { row: row.row, t: 0 }).sources].slice(0, mostNamed).join('; ') || null,
      note: reasons.length === 0 ? null : reasons.map((r) => r[locale]).join(' '),
    },
  ]
}

function projectedRow(
  of: AlternativeRun,
  { row, id, locale }: { row: Row; id: string; locale: Locale },
): IndicatorResult[] {
  const { baseYear } = of.scenario
  const own = rowId(id, row.at, of)
  const { municipality, zone } = standsAt(of, row.at)
  return projectionYears(of.scenario)
    .filter((year) => year > baseYear)
    .map((year) => {
      const value = valueAt(of, row, year - baseYear)
      return {
        id: own,
        municipality,
        zone,
        year,
        value: orNull(value),
        literal: null,
        unit: row.line.unit,
        source: null,
        note: Number.isNaN(value) ? whyMissing(of, row, year - baseYear)[locale] : indicatorWords.projection[locale],
      }
    })
}

const valueAt = ({ run }: AlternativeRun, { slot, row }: Pick<Row, 'slot' | 'row'>, t: number): number =>
  run.buffer[slot.offset + row * slot.years + (slot.years === 1 ? 0 : t)] as number

/** A zone is told where it has users; a measure by zone, where it was given by zone; a list, where it names the member. */
function isTold(of: AlternativeRun, { line, told }: Indicator, row: Row): boolean {
  if (!scopeStands(of, row)) return false
  if (told === 'special' && !isSpecial(of, row.at.stream)) return false
  if (!Number.isNaN(valueAt(of, row, 0))) return true
  if (told === 'given') return false
  const { scope } = row.at
  if (scope === undefined || scope === 'total') return true
  return trailOf(of, line, { row: row.row, t: 0 }).zones.has(scope)
}

const isSpecial = (of: AlternativeRun, stream: string | undefined): boolean =>
  of.scenario.territory.municipalities.some((m) =>
    m.waste.streams.some((s) => s.id === stream && s.service === 'special'),
  )

/** True where the scope of a row has users. */
function scopeStands(of: AlternativeRun, { at }: Pick<Row, 'at'>): boolean {
  const zone = at.zone ?? at.scope
  if (zone === undefined || zone === 'total') return true
  const everywhere = of.run.domains.space.members.territory?.[0] === at.territory
  for (const m of of.scenario.territory.municipalities) {
    const isHere = everywhere || at.municipality === m.id || m.id === at.territory
    if (isHere && m.users.some((u) => u.zone === zone)) return true
  }
  return false
}

const mostNamed = 4

/** What to measure, or that the divisor is zero. */
function whyMissing(of: AlternativeRun, { line, row }: Row, t = 0): Sentence {
  const labels = new Map<string, { es: string; en: string; unit: string; pointers: string[] }>()
  for (const lack of lacksOf(of, line, { row, t })) {
    const pointer = measuredAt(of, lack)
    if (pointer === undefined) continue
    const { es, en, unit } = lack.entry
    const known = labels.get(es) ?? { es, en, unit, pointers: [] }
    known.pointers.push(pointer)
    labels.set(es, known)
  }
  if (labels.size === 0) return indicatorWords.zeroDivisor
  return indicatorWords.measure(
    [...labels.values()].slice(0, mostNamed).map(({ pointers, ...words }) => ({ ...words, pointer: shared(pointers) })),
  )
}

const wanted = new WeakMap<AlternativeRun, Map<Lack['entry'], Map<Lack['at'], string | undefined>>>()

/** Where a missing input would be measured, undefined where the plan uses another form; many figures miss the same one. */
function measuredAt(of: AlternativeRun, lack: Lack): string | undefined {
  const entries = wanted.get(of) ?? new Map<Lack['entry'], Map<Lack['at'], string | undefined>>()
  wanted.set(of, entries)
  const known = entries.get(lack.entry) ?? new Map<Lack['at'], string | undefined>()
  entries.set(lack.entry, known)
  if (known.has(lack.at)) return known.get(lack.at)
  const pointer = wantedPointer(of, lack)
  const found = isWhereMeasured(of, pointer) ? pointer : undefined
  known.set(lack.at, found)
  return found
}

/** A block of the diagnosis is given whole or by zone: what is missing is named in the form that is used. */
function isWhereMeasured(of: AlternativeRun, pointer: string): boolean {
  const found = /^(.*\/diagnosis\/[^/]+)\/([^/]+)/.exec(pointer)
  if (!found) return true
  const block = getPointer(of.scenario, found[1] as string)
  const byZone = typeof block === 'object' && block !== null && ('urban' in block || 'rural' in block)
  return byZone === (found[2] === 'urban' || found[2] === 'rural')
}

/** The deepest place that all of them stand in. */
function shared([first = '', ...others]: readonly string[]): string {
  const parts = first.split('/')
  const lists = others.map((other) => other.split('/'))
  const differing = parts.findIndex((part, i) => lists.some((list) => list[i] !== part))
  return (differing < 0 ? parts : parts.slice(0, differing)).join('/')
}
