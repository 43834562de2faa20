import type { AlternativeResult } from '../../../../study/result.ts'
import { compareWords } from '../../../../text/web/compare.ts'
import type { ChartId } from '../../../charts/catalogue/catalogue.ts'
import type { Drawn } from '../../../charts/picture.ts'
import { Plot, useDrawing } from '../../parts/chart.tsx'
import type { Range } from '../../parts/drawing/drawing.ts'
import { go, useAddress } from '../../state/address.ts'
import { useStudy } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'

const usual = 'cash-flow'
type Small = keyof (typeof compareWords)['es']['chartNames'] & ChartId

/** The same chart of every alternative on one scale, so that heights can be compared. */
export function SmallCharts({ alternatives }: { alternatives: readonly AlternativeResult[] }) {
  const locale = useLocale()
  const words = compareWords[locale]
  const drawing = useDrawing()
  const { own, variant } = useAddress()
  const { result, of: document, money = 'current' } = useStudy()
  const names = Object.keys(words.chartNames) as Small[]
  const id = names.find((name) => name === own.chart) ?? usual
  const drawn =
    drawing === undefined || result === undefined || document === undefined
      ? []
      : alternatives.flatMap(({ id: alternative, name }) => {
          const picture = drawing.pictureOf({ id, result, document, locale, money, variant, alternative })
          return picture === undefined ? [] : [{ ...picture, title: name, subtitle: picture.unit, source: '' }]
        })
  const range = rangeOf(drawn)
  return (
    <section>
      <div class="row controls">
        <label class="pick">
          {words.chart}
          <select value={id} onChange={({ currentTarget }) => go({ own: { ...own, chart: currentTarget.value } })}>
            {names.map((name) => (
              <option key={name} value={name}>
                {words.chartNames[name]}
              </option>
            ))}
          </select>
        </label>
        <span class="quiet">{words.sameScale}</span>
      </div>
      <div class="small-charts">
        {drawn.map((one) => (
          <Plot key={one.alternative} drawn={one} height={300} range={range} />
        ))}
      </div>
    </section>
  )
}

/** From the lowest to the highest that any of them draws, stacked bars by their sums, rounded outwards. */
function rangeOf(drawn: readonly Drawn[]): Range | undefined {
  const ends = drawn.flatMap(endsOf)
  if (ends.length === 0) return undefined
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const step = 10 ** Math.floor(Math.log10(Math.max(1e-9, high - low)) - 0.3)
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step }
}

function endsOf({ series, categories }: Drawn): number[] {
  return categories.flatMap((_, at) => {
    const sums = new Map<string, number>()
    const lines: number[] = []
    for (const { id, shape, stack, values } of series) {
      const value = values[at] ?? null
      if (value === null) continue
      if (shape !== 'bar') lines.push(value)
      else {
        const key = `${stack ?? id} ${value < 0}`
        sums.set(key, (sums.get(key) ?? 0) + value)
      }
    }
    return [...lines, ...sums.values()]
  })
}
