import type { AlternativeResult, Ranking, VariantResult } from '../../../../study/result.ts'
import { millions, money, percent, plain } from '../../../../text/numbers.ts'
import { Figure } from '../../parts/figure.tsx'
import { lazy } from '../../parts/lazy.tsx'
import { Problem, Verdict, Waiting } from '../../parts/notices.tsx'
import { go, useAddress } from '../../state/address.ts'
import { restudy, useStudy } from '../../state/plan.ts'
import { useLocale, useWords } from '../../state/words.ts'

/** Is the plan viable, which alternative and why. */
export function Summary() {
  const { result, failure } = useStudy()
  const { variant } = useAddress()
  const at = result?.variants.find(({ id }) => id === variant) ?? result?.variants[0]
  return (
    <div class="summary">
      {failure !== undefined && <Problem problem={failure} retry={() => void restudy()} />}
      {at === undefined && failure === undefined && <Waiting />}
      {at !== undefined && <Recommended variant={at} />}
      {at !== undefined && <Ordered variant={at} />}
    </div>
  )
}

/** Drawn once the answer stands: the first view loads no chart. */
const Charts = lazy(async () => (await import('../compare/small-charts.tsx')).SmallCharts)

const firstOf = (ranking: Ranking): Ranking['order'][number] | undefined => ranking.order[0]
const failing = (of: AlternativeResult): string | undefined =>
  of.viability.find(({ passed }) => passed === false)?.message

function Recommended({ variant: { ranking, alternatives } }: { variant: VariantResult }) {
  const { summary } = useWords()
  const first = firstOf(ranking)
  const best = alternatives.find(({ id }) => id === first?.alternative)
  if (first === undefined || best === undefined) {
    return (
      <section class="banner">
        <h1>{summary.allSetAside}</h1>
        <ul>
          {ranking.setAside.map(({ alternative, reasons }) => (
            <li key={alternative}>
              {alternatives.find(({ id }) => id === alternative)?.name}: {reasons.join(' ')}
            </li>
          ))}
        </ul>
      </section>
    )
  }
  const methods = Object.values(ranking.methods)
  const wins = methods.filter((order) => order[0]?.alternative === best.id).length
  return (
    <section class="banner">
      <h1>
        {alternatives.some(({ viable }) => viable) ? summary.recommended(best.name) : summary.noneViable(best.name)}
      </h1>
      <p>
        <Verdict viable={best.viable} reason={failing(best)} /> · {summary.firstIn(wins, methods.length)}
      </p>
      <p>{first.because}</p>
      {!best.viable && (
        <button type="button" onClick={() => go({ view: 'risk', alternative: best.id, own: {} })}>
          {summary.mend}
        </button>
      )}
    </section>
  )
}

function Ordered({ variant: { ranking, alternatives } }: { variant: VariantResult }) {
  const { summary } = useWords()
  const placed = ranking.order.map(({ alternative }) => alternative)
  const rest = alternatives.filter(({ id }) => !placed.includes(id)).map(({ id }) => id)
  const ordered = [...placed, ...rest].flatMap((id) => alternatives.filter((one) => one.id === id))
  return (
    <section>
      <h2>{summary.alternatives}</h2>
      <ul class="cards of-alternatives">
        {ordered.map((one) => (
          <AlternativeCard
            key={one.id}
            of={one}
            place={ranking.order.find(({ alternative }) => alternative === one.id)}
          />
        ))}
      </ul>
      <Charts alternatives={ordered} />
    </section>
  )
}

function AlternativeCard({ of, place }: { of: AlternativeResult; place: Ranking['order'][number] | undefined }) {
  const { summary } = useWords()
  const locale = useLocale()
  const single = (id: string): number | null => {
    const figure = of.figures[id]
    return typeof figure === 'number' ? figure : null
  }
  const shown = [
    { id: 'planNpv', name: summary.npv, text: millions(single('planNpv'), locale) },
    { id: 'averageTariff', name: summary.tariff, text: money(single('averageTariff'), locale) },
    { id: 'costCoverage', name: summary.cover, text: percent(single('costCoverage'), locale) },
  ]
  return (
    <li class="card">
      <h3>{place === undefined ? of.name : `${place.place}. ${of.name}`}</h3>
      <p>
        <Verdict viable={of.viable} reason={failing(of)} />
      </p>
      {typeof place?.score === 'number' && <p class="quiet">{summary.score(plain(place.score * 100, 1, locale))}</p>}
      <dl>
        {shown.map(({ id, name, text }) => (
          <div key={id} class="pair">
            <dt>{name}</dt>
            <dd>
              <Figure
                text={text}
                name={`${name}, ${of.name}`}
                question={{ line: id }}
                alternative={of.id}
                negative={(single(id) ?? 0) < 0}
              />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
