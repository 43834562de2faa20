import type { Line } from '../../formula/entry.ts'
import {
  baseBilling,
  baseCollected,
  baseContribution,
  baseDisposed,
  basePaid,
  baseRecovered,
  baseRunningCost,
  baseSubsidy,
  baseSwept,
} from '../../model/2-diagnosis/base-year.ts'
import { sectorsUsers } from '../../model/2-diagnosis/collection.ts'
import { contributionReceived, subsidyGranted } from '../../model/2-diagnosis/commercial.ts'
import { componentCosts } from '../../model/2-diagnosis/costs.ts'
import { RSD } from '../../model/2-diagnosis/disposal.ts'
import { RSR, U } from '../../model/2-diagnosis/presentation.ts'
import { RSI, RSO } from '../../model/2-diagnosis/recovery.ts'
import { RBYL } from '../../model/2-diagnosis/sweeping.ts'
import { territoriesOf } from '../../model/places.ts'
import { tieOutSentence, tieOutWords } from '../../text/diagnosis/indicators.ts'
import { percent } from '../../text/numbers.ts'
import type { Sentence } from '../../text/viability.ts'
import type { AlternativeRun } from '../run.ts'
import { series } from '../run.ts'
import type { Warning } from '../warnings.ts'

/** A figure of the base year beside what was measured; NaN where it was not. */
export interface TieOut {
  readonly what: Sentence
  readonly pointer: string
  readonly unit: string
  readonly modelled: number
  readonly measured: number
}

const tolerance = 0.05

/** Año base contra el diagnóstico y los libros: a warning for each figure that is more than 5 % off what was measured. */
export function tieOutWarnings(of: AlternativeRun): Warning[] {
  return tieOutOf(of).flatMap(({ what, pointer, unit, modelled, measured }) => {
    const off = Math.abs(modelled - measured) / Math.abs(measured)
    if (!(off > tolerance) || (measured === 0 && modelled === 0)) return []
    const apart = Number.isFinite(off)
      ? ([percent(off), percent(off, 'en')] as const)
      : (['toda la cifra', 'all of it'] as const)
    return [{ pointer, code: 'tie-out', message: tieOutSentence({ what, unit, modelled, measured, off: apart }) }]
  })
}

/** Every comparison of the base year with what was measured [5], as far as both are known. */
export function tieOutOf(of: AlternativeRun): readonly TieOut[] {
  const found = [...measurements(of), ...billings(of), ...runningCosts(of), ...books(of)]
  return found.filter(({ modelled, measured }) => !Number.isNaN(modelled) && !Number.isNaN(measured))
}

const named = (what: Sentence, name: string): Sentence => ({ es: `${what.es} de ${name}`, en: `${what.en} of ${name}` })

/** Users, tonnes, subsidies and contributions of each municipality. */
function measurements(of: AlternativeRun): TieOut[] {
  return of.scenario.territory.municipalities.flatMap((m, i) => {
    const at = { territory: m.id, scope: 'total' }
    const value = (line: Line) => series(of, line, at)[0] as number
    const compare = (
      what: Sentence,
      block: string,
      { modelled, measured, unit }: Omit<TieOut, 'what' | 'pointer'>,
    ) => ({
      what: named(what, m.name ?? m.id),
      pointer: `/territory/municipalities/${i}/diagnosis/${block}`,
      modelled,
      measured,
      unit,
    })
    const lines = (modelled: Line, ...measured: Line[]) => ({
      modelled: value(modelled),
      measured: measured.reduce((sum, line) => sum + value(line), 0),
      unit: modelled.unit,
    })
    return [
      ...(value(sectorsUsers) === 0 ? [] : [compare(tieOutWords.sectorUsers, 'collection', lines(U, sectorsUsers))]),
      compare(tieOutWords.collected, 'collection', lines(baseCollected, RSR)),
      compare(tieOutWords.swept, 'sweeping', lines(baseSwept, RBYL)),
      compare(tieOutWords.recovered, 'recovery', lines(baseRecovered, RSO, RSI)),
      compare(tieOutWords.disposed, 'disposal', lines(baseDisposed, RSD)),
      compare(tieOutWords.subsidies, 'subsidies', lines(baseSubsidy, subsidyGranted)),
      compare(tieOutWords.contributions, 'subsidies', lines(baseContribution, contributionReceived)),
    ]
  })
}

/** What the providers billed and collected in the base year, in the municipalities that they serve. */
function billings(of: AlternativeRun): TieOut[] {
  const { baseYear, providers, territory } = of.scenario
  const all = territory.municipalities.map((m) => m.id)
  const years = providers
    .filter((p) => p.kind === 'provider')
    .flatMap((p) => p.billing.filter((b) => b.year === baseYear).map((b) => ({ ...b, towns: p.municipalities ?? all })))
  if (years.length === 0) return []
  const served = [...new Set(years.flatMap((y) => y.towns))]
  const modelled = (line: Line) =>
    served.reduce((sum, municipality) => sum + (series(of, line, { municipality })[0] as number), 0)
  const measured = (field: 'billed' | 'collected') => years.reduce((sum, y) => sum + (y[field] ?? Number.NaN), 0)
  const common = { pointer: '/providers', unit: 'COP/year' }
  return [
    { ...common, what: tieOutWords.billed, modelled: modelled(baseBilling), measured: measured('billed') },
    { ...common, what: tieOutWords.paid, modelled: modelled(basePaid), measured: measured('collected') },
  ]
}

const everywhere = (of: AlternativeRun) => ({ territory: territoriesOf(of.scenario)[0]?.id ?? '', scope: 'total' })

/** Going on as today must cost what it costs today. */
function runningCosts(of: AlternativeRun): TieOut[] {
  if (!of.places.alternative.statusQuo) return []
  const own = of.places.find('alternative', {}) ?? ''
  return Object.entries(componentCosts).map(([component, { byCategory, total }]) => {
    const cost = (category: string) => series(of, byCategory, { ...everywhere(of), category })[0] as number
    return {
      what: {
        es: `${tieOutWords.costs.es}, ${total.es}`,
        en: `${tieOutWords.costs.en}, ${total.en}`,
      },
      pointer: `${own}/projects`,
      unit: 'COP/year',
      modelled: series(of, baseRunningCost, { component })[0] as number,
      measured: cost('operationMaintenance') + cost('administration'),
    }
  })
}

/** The table of costs against the costs and expenses of the books of the base year. */
function books(of: AlternativeRun): TieOut[] {
  const { baseYear, providers } = of.scenario
  const years = providers
    .filter((p) => p.kind === 'provider')
    .flatMap((p) => p.financial.filter((f) => f.year === baseYear))
  if (years.length === 0) return []
  const { general, special, ...printed } = componentCosts
  const cost = (line: Line) => series(of, line, everywhere(of))[0] as number
  const beside = [general, special].map(({ total }) => cost(total)).filter((x) => !Number.isNaN(x))
  const table = Object.values(printed).map(({ total }) => cost(total))
  return [
    {
      what: tieOutWords.books,
      pointer: '/providers',
      unit: 'COP/year',
      modelled: [...table, ...beside].reduce((a, b) => a + b, 0),
      measured: years.reduce((sum, y) => sum + (y.totalCostsAndExpenses ?? Number.NaN), 0),
    },
  ]
}
