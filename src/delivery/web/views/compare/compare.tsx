import { compareWords } from '../../../../text/web/compare.ts'
import { Chart } from '../../parts/chart.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Problem, Waiting } from '../../parts/notices.tsx'
import { PickVariant, useChosen } from '../../parts/pick.tsx'
import { go, useAddress } from '../../state/address.ts'
import { useLines } from '../../state/names.ts'
import { restudy, useStudy } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { Inputs } from './inputs.tsx'
import { Methods } from './methods.tsx'
import type { Compared } from './rows.ts'
import { columnsOf, ordered, rowsOf } from './rows.ts'
import { SmallCharts } from './small-charts.tsx'
import { Firmness } from './stability.tsx'

/** All alternatives side by side. */
export function Compare() {
  const { failure } = useStudy()
  const { variant } = useChosen()
  const locale = useLocale()
  const words = compareWords[locale]
  const lines = useLines()
  const { base: wanted, own } = useAddress()
  if (failure !== undefined && variant === undefined) {
    return <Problem problem={failure} retry={() => void restudy()} />
  }
  if (variant === undefined) return <Waiting />
  const base = variant.alternatives.find(({ id }) => id === wanted)
  const alternatives = ordered({ ...variant, base })
  const shown: Compared = { alternatives, ranking: variant.ranking, base, lines, locale }
  const table = rowsOf({ ...shown, base: own.diff === undefined ? undefined : base })
  return (
    <div class="compare">
      <h1>{words.title}</h1>
      {failure !== undefined && <Problem problem={failure} retry={() => void restudy()} />}
      <Controls alternatives={variant.alternatives} />
      <DataTable name={words.title} head={words.head} columns={columnsOf(shown)} rows={table} />
      <p class="quiet">{words.barNote}</p>
      <h2>{words.charts}</h2>
      <div class="pair-of-charts">
        <Chart id="npv" height={380} />
        <Chart id="ranking" height={380} />
      </div>
      <SmallCharts alternatives={alternatives} />
      <Methods ranking={variant.ranking} alternatives={alternatives} />
      <Firmness alternatives={alternatives} />
      <Inputs base={base?.id} alternatives={alternatives} />
    </div>
  )
}

function Controls({ alternatives }: { alternatives: readonly { id: string; name: string }[] }) {
  const words = compareWords[useLocale()]
  const { base, own } = useAddress()
  const { diff, ...rest } = own
  return (
    <div class="row controls">
      <PickVariant />
      <label class="pick">
        {words.base}
        <select
          value={base ?? ''}
          onChange={({ currentTarget: { value } }) =>
            go(value === '' ? { base: undefined, own: rest } : { base: value })
          }
        >
          <option value="">{words.noBase}</option>
          {alternatives.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={diff !== undefined && base !== undefined}
          disabled={base === undefined}
          onChange={({ currentTarget }) => go({ own: currentTarget.checked ? { ...rest, diff: '1' } : rest })}
        />
        {words.difference}
      </label>
    </div>
  )
}
