import { plansWords } from '../../../../text/web/plans.ts'
import { unitOf, wayOf, written } from '../../parts/written.ts'
import { useLines } from '../../state/names.ts'
import { useLocale, useWords } from '../../state/words.ts'
import type { Change } from './change-table.tsx'
import { ChangeTable } from './change-table.tsx'

interface Turn<T> {
  readonly before: T
  readonly after: T
}
export interface ChangedFigures {
  readonly alternatives: readonly {
    readonly id: string
    readonly name: string
    readonly viable: Turn<boolean | null>
    readonly figures: readonly (Turn<number | null> & { readonly figure: string })[]
  }[]
  /** Null where that version cannot be computed. */
  readonly ranking: Turn<readonly string[] | null>
}

/** What the changes did to verdicts, order and main figures of each alternative. */
export function DiffFigures({ of }: { of: ChangedFigures }) {
  const words = plansWords[useLocale()].versions
  const groups = useGroups(of)
  return (
    <>
      <h2>{words.figures}</h2>
      {groups.length === 0 && <p>{words.noFigures}</p>}
      {groups.length > 0 && <ChangeTable head={words.figure} groups={groups} withDifference />}
    </>
  )
}

function useGroups({ alternatives, ranking }: ChangedFigures) {
  const words = plansWords[useLocale()].versions
  const verdict = useVerdict()
  const figure = useFigure()
  const names = new Map(alternatives.map(({ id, name }) => [id, name]))
  const order = (ids: readonly string[] | null): string =>
    ids === null ? words.notComputed : ids.map((id, at) => `${at + 1}. ${names.get(id) ?? id}`).join(' · ')
  const orders = { before: order(ranking.before), after: order(ranking.after) }
  const first =
    orders.before === orders.after
      ? []
      : [{ id: 'order', name: '', rows: [{ id: 'order', name: words.order, ...orders, difference: '' }] }]
  const each = alternatives.map(({ id, name, viable, figures }) => {
    const said = { before: verdict(viable.before), after: verdict(viable.after) }
    const told = said.before === said.after ? [] : [{ id: 'viable', name: words.verdict, ...said, difference: '' }]
    return { id, name, rows: [...told, ...figures.flatMap(figure)] }
  })
  return [...first, ...each.filter(({ rows }) => rows.length > 0)]
}

function useVerdict(): (viable: boolean | null) => string {
  const words = plansWords[useLocale()].versions
  const { summary } = useWords()
  return (viable) => (viable === null ? words.notComputed : viable ? `✓ ${summary.viable}` : `✕ ${summary.notViable}`)
}

/** A figure before and after as they are written; nothing where both are written alike. */
function useFigure(): (of: ChangedFigures['alternatives'][number]['figures'][number]) => Change[] {
  const locale = useLocale()
  const lines = useLines()
  return ({ figure, before, after }) => {
    const line = lines?.get(figure)
    const way = wayOf(figure, line?.unit ?? 'COP')
    const unit = unitOf(way, line?.unit ?? '', locale)
    const name = line?.[locale] ?? figure
    const told = { before: written(before, way, locale), after: written(after, way, locale) }
    if (told.before === told.after) return []
    const change = before === null || after === null ? null : after - before
    const text = written(change, way === 'year' ? 'count' : way, locale)
    const difference = change !== null && change > 0 ? `+${text}` : text
    return [{ id: figure, name: unit === '' ? name : `${name} (${unit})`, ...told, difference }]
  }
}
