import { millions } from '../../../../text/numbers.ts'
import type { RiskWords } from '../../../../text/web/studies/risk.ts'
import { riskWords } from '../../../../text/web/studies/risk.ts'
import { study } from '../../state/api.ts'
import { useStudy } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { useRun } from './run.ts'
import { StudySection } from './study-section.tsx'

interface Stressed {
  readonly id: string
  readonly viableBefore: boolean
  readonly viableAfter: boolean
  readonly tests: readonly {
    readonly id: string
    readonly before: boolean | null
    readonly after: boolean | null
    readonly message: string
  }[]
  readonly figures: Readonly<Record<string, { readonly change: number | null }>>
}
interface Board {
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly kind: 'stress' | 'contingency'
    readonly touches: boolean
    readonly alternatives: readonly Stressed[]
  }[]
  readonly expectedContingencyCost: number
}

/** Which alternative withstands which stress and contingency. */
export function Stress() {
  const locale = useLocale()
  const words = riskWords[locale]
  const run = useRun(`stress ${locale}`, ({ document, signal }) =>
    study<Board>('stress', { scenario: document }, signal),
  )
  const { answer } = run
  return (
    <StudySection title={words.stress.title} lead={words.stress.lead} run={run}>
      {answer !== undefined && (
        <>
          <BoardTable board={answer} />
          {answer.expectedContingencyCost > 0 && (
            <p>{words.stress.expected(millions(answer.expectedContingencyCost, locale))}</p>
          )}
        </>
      )}
    </StudySection>
  )
}

function BoardTable({ board }: { board: Board }) {
  const words = riskWords[useLocale()].stress
  const { result } = useStudy()
  const names = new Map(result?.variants[0]?.alternatives.map(({ id, name }) => [id, name]))
  const columns = board.rows[0]?.alternatives.map(({ id }) => id) ?? []
  return (
    <section class="scroll" aria-label={words.table} tabIndex={0}>
      <table class="numbers board">
        <thead>
          <tr>
            <th scope="col">{words.head}</th>
            {columns.map((id) => (
              <th key={id} scope="col">
                {names.get(id) ?? id}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {row.alternatives.map((of) => (
                <BoardCell key={of.id} of={of} words={words} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The verdict under the stress in words with a sign, and the first test that fails because of it. */
function BoardCell({ of, words }: { of: Stressed; words: RiskWords['stress'] }) {
  const { viableBefore, viableAfter, tests, figures } = of
  const touched = Object.values(figures).some(({ change }) => change !== null && change !== 0)
  const newly = tests.find(({ before, after }) => before !== false && after === false)
  const text = viableAfter
    ? viableBefore
      ? touched
        ? words.holds
        : words.untouched
      : words.mends
    : viableBefore
      ? words.breaks
      : words.still
  const breaks = viableBefore && !viableAfter
  return (
    <td class={breaks ? 'verdict fails' : ''}>
      <span aria-hidden="true">{viableAfter ? '✓' : '✕'}</span> {text}
      {newly !== undefined && <small>{newly.message}</small>}
    </td>
  )
}
