import type { Snapshot, SnapshotAlternative } from '../../../../study/explore.ts'
import type { ResultRow } from '../../../../study/result.ts'
import type { Locale } from '../../../../text/numbers.ts'
import { millions, plain } from '../../../../text/numbers.ts'
import type { ExploreWords } from '../../../../text/web/studies/explore.ts'
import { averageOf, inMillions, sumOf } from '../../../charts/view.ts'

/** Yearly lines that the live charts are drawn from. */
export const shownLines = ['cash', 'userTariff', 'billedUsers', 'siteDisposal', 'landfillRemaining'] as const

type Values = readonly (number | null)[]

export interface LiveLine {
  readonly id: string
  readonly letter: string
  readonly values: Values
  /** The plan as it stands. */
  readonly before: Values
}
export interface LivePicture {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly years: readonly number[]
  readonly lines: readonly LiveLine[]
}

export const letterOf = (index: number): string => String.fromCharCode(65 + (index % 26))

interface Seen {
  readonly now: Snapshot
  readonly before: Snapshot
  readonly baseYear: number
  readonly locale: Locale
  readonly words: ExploreWords
}

const rowsOf = (of: SnapshotAlternative, line: string): readonly ResultRow[] => {
  const rows = of.lines[line]?.rows ?? []
  const finest = Math.max(0, ...rows.map(({ at }) => Object.keys(at).length))
  return rows.filter(({ at }) => Object.keys(at).length === finest)
}

type Read = (of: SnapshotAlternative) => Values

/** What was read of an alternative once: today's plan is drawn under every move. */
const known = new WeakMap<SnapshotAlternative, Map<string, Values>>()

function valuesOf(id: keyof typeof readers, of: SnapshotAlternative): Values {
  const own = known.get(of) ?? new Map<string, Values>()
  known.set(of, own)
  const values = own.get(id) ?? readers[id](of)
  own.set(id, values)
  return values
}

const readers = {
  cash: (of) => inMillions(sumOf(rowsOf(of, 'cash'))),
  tariff: (of) => averageOf(rowsOf(of, 'userTariff'), rowsOf(of, 'billedUsers')),
  // The base year has only opening balances.
  buried: (of) => sumOf(rowsOf(of, 'siteDisposal')).map((value, t) => (t === 0 ? null : value)),
  capacity: (of) => sumOf(rowsOf(of, 'landfillRemaining')),
} satisfies Record<string, Read>

/** The three pictures over time: cash, what a user pays, what is buried (or the capacity that is left, where declared). */
export function picturesOf(seen: Seen): LivePicture[] {
  const declared = seen.before.alternatives.some((one) => valuesOf('capacity', one).some((value) => value !== null))
  const third = declared ? 'capacity' : 'buried'
  return (['cash', 'tariff', third] as const).map((id) => pictureOf(id, seen))
}

function pictureOf(id: keyof typeof readers, { now, before, baseYear, locale, words }: Seen): LivePicture {
  const lines = now.alternatives.map((of, index): LiveLine => {
    const was = before.alternatives[index]
    return {
      id: of.id,
      letter: letterOf(index),
      values: valuesOf(id, of),
      before: was === undefined ? [] : valuesOf(id, was),
    }
  })
  const years = (lines[0]?.values ?? []).map((_, t) => baseYear + t)
  const found = extreme(id, lines)
  const title =
    found === undefined
      ? words.charts.none
      : words.charts[id](found.letter, plain(found.value, id === 'cash' ? 1 : 0, locale), baseYear + found.at)
  return { id, title, unit: words.chartUnits[id], years, lines }
}

interface Extreme {
  readonly letter: string
  readonly value: number
  readonly at: number
}

/** What the title says: the lowest cash, the highest tariff, the best of the last year. */
function extreme(id: keyof typeof readers, lines: readonly LiveLine[]): Extreme | undefined {
  const all = lines.flatMap(({ letter, values }) => {
    const last = values.findLastIndex((value) => value !== null)
    const places = id === 'cash' || id === 'tariff' ? values.keys() : [last]
    return [...places].flatMap((at) => {
      const value = values[at]
      return value === null || value === undefined ? [] : [{ letter, value, at }]
    })
  })
  const way = id === 'cash' || id === 'buried' ? 1 : -1
  return all.sort((a, b) => way * (a.value - b.value))[0]
}

export interface LiveBar {
  readonly id: string
  readonly letter: string
  readonly value: number | null
  readonly before: number | null
  readonly text: string
}

/** Present value of the plan, side by side. */
export function barsOf({ now, before, locale, words }: Seen): { title: string; unit: string; bars: LiveBar[] } {
  const bars = now.alternatives.map(({ id, figures }, index): LiveBar => {
    const value = figures.planNpv ?? null
    const was = before.alternatives[index]?.figures.planNpv ?? null
    return { id, letter: letterOf(index), value, before: was, text: millions(value, locale) }
  })
  const best = bars.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))[0]
  const title = best === undefined ? words.charts.none : words.charts.npv(best.letter, best.text)
  return { title, unit: words.chartUnits.npv, bars }
}

/** The lowest closing cash of a plan, pesos. */
export function lowestCash(of: SnapshotAlternative): number | null {
  const values = sumOf(rowsOf(of, 'cash')).filter((value) => value !== null)
  return values.length === 0 ? null : Math.min(...values)
}
