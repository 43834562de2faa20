import type { AlternativeResult, Ranking } from '../../../../study/result.ts'
import { termOf } from '../../../../text/cli/terms.ts'
import { plain } from '../../../../text/numbers.ts'
import { compareWords } from '../../../../text/web/compare.ts'
import { useLocale } from '../../state/words.ts'

/** The order by each method, each place with its sentence. */
export function Methods({ ranking, alternatives }: { ranking: Ranking; alternatives: readonly AlternativeResult[] }) {
  const locale = useLocale()
  const words = compareWords[locale]
  const named = (id: string): string => alternatives.find((one) => one.id === id)?.name ?? id
  return (
    <section>
      <h2>{words.ranking}</h2>
      <div class="cards of-methods">
        {Object.entries(ranking.methods).map(([method, order]) => (
          <section key={method} class="card">
            <h3 class="capital">{termOf('rankingMethod', method, locale)}</h3>
            <ol class="places">
              {order.map(({ alternative, score, because }) => (
                <li key={alternative}>
                  <strong>{named(alternative)}</strong>
                  {score !== null && <span class="quiet"> {words.points(plain(score * 100, 1, locale))}</span>}
                  <small>{because}</small>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      {ranking.setAside.map(({ alternative, reasons }) => (
        <p key={alternative}>{`${named(alternative)}: ${words.aside} (${reasons.join(' ')})`}</p>
      ))}
    </section>
  )
}
