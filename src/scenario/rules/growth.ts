import { type Bounds, isObject } from '../fields.ts'
import { expandPath, growthLimits, type Path, type Span } from '../path.ts'
import { escapeToken } from '../pointer.ts'
import { problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { type Add, municipalities } from './rule.ts'

const strongest = 1e12

/** What grows stays inside its limits to the horizon, so that no evaluation can overflow. */
export function growth(scenario: Scenario, add: Add): void {
  const span = { baseYear: scenario.baseYear, length: scenario.horizon.waste + 1 }
  everyGrowing(scenario, '', (path, limits, pointer) => {
    const outside = expandPath(path, span, 'hold').findIndex((value) => value < limits.min || value > limits.max)
    if (outside < 0) return
    add(problem('path-out-of-range', { pointer, received: path }, span.baseYear + outside, limits.min, limits.max))
  })
  const { inflation, indices } = scenario.economy
  const rates: [Path | undefined, string][] = [
    [inflation, '/economy/inflation'],
    [indices.wage, '/economy/indices/wage'],
    [indices.fuel, '/economy/indices/fuel'],
    [indices.construction, '/economy/indices/construction'],
  ]
  for (const { municipality, at } of municipalities(scenario)) {
    rates.push([municipality.waste.perCapitaGrowth, `${at}/waste/perCapitaGrowth`])
    rates.push([municipality.population.growthDelta, `${at}/population/growthDelta`])
    for (const [place, stream] of municipality.waste.streams.entries()) {
      rates.push([stream.growth, `${at}/waste/streams/${place}/growth`])
    }
    for (const [place, row] of municipality.users.entries()) {
      if (typeof row.growth !== 'string') rates.push([row.growth, `${at}/users/${place}/growth`])
    }
  }
  for (const [path, pointer] of rates) {
    if (path === undefined || path === 0) continue
    const factor = compound(path, span)
    if (factor > strongest || factor < 1 / strongest) add(problem('growth-too-strong', { pointer, received: path }))
  }
}

function compound(path: Path, span: Span): number {
  if (typeof path === 'number') return (1 + path) ** (span.length - 1)
  return expandPath(path, span, 'hold')
    .slice(1)
    .reduce((product, rate) => product * (1 + rate), 1)
}

type Visit = (path: Path, limits: Bounds, pointer: string) => void

function everyGrowing(value: unknown, pointer: string, visit: Visit): void {
  if (Array.isArray(value)) {
    for (const [place, item] of value.entries()) {
      if (typeof item === 'object') everyGrowing(item, `${pointer}/${place}`, visit)
    }
    return
  }
  if (!isObject(value)) return
  const limits = growthLimits(value)
  if (limits !== undefined) visit(value as Exclude<Path, number>, limits, pointer)
  for (const key of Object.keys(value)) {
    const member = value[key]
    if (typeof member === 'object') everyGrowing(member, `${pointer}/${escapeToken(key)}`, visit)
  }
}
