import type { Criterion } from '../../../scenario/document/ranking.ts'
import { criteria } from '../../../scenario/document/ranking.ts'
import type { AlternativeResult, Ranking } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { percent, plain } from '../../../text/numbers.ts'
import { nameOf } from '../../report/base/sheet.ts'
import { hanging, heading } from '../print/grid.ts'
import type { Paper } from './sheet.ts'
import { criteriaTable, criterionValue, verdictOf } from './verdict.ts'

type Placed = Ranking['order'][number]
const perTable = 4

/** Orden de las alternativas [10.3]: by the chosen method with what decided each place, then by the others. */
export function rankingOf(paper: Paper): string[] {
  const { words, locale, ranking } = paper
  const name = (id: string) => nameOf(paper, 'alternative', id)
  const others = Object.entries(ranking.methods).filter(([method]) => method !== ranking.method)
  const width = Math.max(...others.map(([method]) => termOf('rankingMethod', method, locale).length))
  return [
    ...heading(words.ranking),
    words.method(termOf('rankingMethod', ranking.method, locale)),
    '',
    ...(ranking.order.length === 0
      ? [words.nobody]
      : ranking.order.flatMap((p, i) => placed(paper, p, ranking.order[i + 1]))),
    ...ranking.setAside.flatMap((s) => hanging('  · ', words.setAside(name(s.alternative), s.reasons.join('; ')))),
    ...(ranking.order.length < 2 ? [] : comparison(paper)),
    ...(ranking.order.length < 2
      ? []
      : [
          '',
          words.otherMethods,
          ...others.flatMap(([method, order]) =>
            hanging(
              `  ${termOf('rankingMethod', method, locale).padEnd(width)}  `,
              order.map((p) => `${p.place}. ${name(p.alternative)}`).join(' · '),
              136,
            ),
          ),
          sameFirst(ranking) ? words.sameWinner(name(ranking.order[0]?.alternative ?? '')) : words.otherWinner,
          ...hanging('', words.pareto(ranking.pareto.map(name).join(', '))),
        ]),
  ]
}

/** The alternative that comes first in the chosen method; undefined where all were set aside. */
export const firstPlaced = ({ alternatives, ranking }: Pick<Paper, 'alternatives' | 'ranking'>) =>
  alternatives.find((a) => a.id === ranking.order[0]?.alternative)

/** In how many methods the chosen method's first comes first. */
export const firstInMethods = (ranking: Ranking): number =>
  Object.values(ranking.methods).filter((order) => order[0]?.alternative === ranking.order[0]?.alternative).length

const sameFirst = (ranking: Ranking): boolean => firstInMethods(ranking) === Object.keys(ranking.methods).length

function placed(paper: Paper, mine: Placed, next: Placed | undefined): string[] {
  const { words, locale, alternatives } = paper
  const own = alternatives.find((a) => a.id === mine.alternative) as AlternativeResult
  const score = mine.score === null ? '' : ` · ${words.score} ${plain(mine.score, 4, locale)}`
  return [
    `  ${mine.place}. ${own.name} · ${verdictOf(own, paper)}${score}`,
    ...hanging('     ', decision(paper, { mine, next })),
  ]
}

/** The sentence that says what put an alternative in its place. */
export function decision(paper: Paper, { mine, next }: { mine: Placed; next: Placed | undefined }): string {
  const { decided } = paper.words
  if (next === undefined) return mine.place === 1 ? decided.only : decided.last
  const name = nameOf(paper, 'alternative', next.alternative)
  if (mine.decidedBy === 'viability') return decided.viability(name)
  const criterion = criteria.find((c) => c === mine.decidedBy)
  if (criterion === undefined) return decided.tie(name)
  const value = (id: string) => withUnit(paper, criterion, id)
  return decided.criterion(
    termOf('criterion', criterion, paper.locale).toLowerCase(),
    name,
    value(mine.alternative),
    value(next.alternative),
  )
}

function withUnit(paper: Paper, criterion: Criterion, id: string): string {
  const value = paper.alternatives.find((a) => a.id === id)?.criteria[criterion] ?? null
  const unit = paper.words.criterionUnits[criterion]
  return unit.startsWith('%') ? percent(value, paper.locale) : `${criterionValue(paper, criterion, value)} ${unit}`
}

/** Criteria × alternatives in the order of the ranking, a few alternatives a table. */
function comparison(paper: Paper): string[] {
  const ordered = paper.ranking.order.map((p) => paper.alternatives.find((a) => a.id === p.alternative))
  const known = ordered.filter((a) => a !== undefined)
  return Array.from({ length: Math.ceil(known.length / perTable) }, (_, i) =>
    known.slice(i * perTable, (i + 1) * perTable),
  ).flatMap((some) => ['', ...criteriaTable(paper, some)])
}
