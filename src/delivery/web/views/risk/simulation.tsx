import type { Simulation as Told } from '../../../../study/simulation/summary.ts'
import { percent } from '../../../../text/numbers.ts'
import { riskWords } from '../../../../text/web/studies/risk.ts'
import { Chart } from '../../parts/chart.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { useChosen } from '../../parts/pick.tsx'
import { go, useAddress } from '../../state/address.ts'
import { useLocale } from '../../state/words.ts'
import { workOf } from './job.ts'
import { useRun } from './run.ts'
import { StudySection } from './study-section.tsx'

const counts = [500, 1000, 5000, 20_000]

/** Probability of viability and of each place, and the fan of cash. */
export function Simulation() {
  const locale = useLocale()
  const words = riskWords[locale]
  const { own } = useAddress()
  const { alternative } = useChosen()
  const draws = counts.find((one) => String(one) === own.draws) ?? 1000
  const seed = Number(own.seed ?? '1') || 1
  const run = useRun(`simulation ${draws} ${seed} ${locale}`, async ({ document, signal, tell }) =>
    inBothTongues(
      await workOf<Told & { note: string | null }>(
        '/v1/simulations?async=true',
        { scenario: document, draws, seed },
        { signal, tell },
      ),
    ),
  )
  const { answer } = run
  return (
    <StudySection
      title={words.simulation.title}
      lead={words.simulation.lead}
      run={run}
      choices={<Choices draws={draws} seed={seed} />}
    >
      {answer !== undefined && (
        <>
          <Probabilities told={answer} />
          <p class="quiet">
            {words.simulation.inputs(answer.inputs.map(({ label }) => label[locale]).join(', '))} {answer.note}{' '}
            {words.simulation.same}
          </p>
          <h3>{words.simulation.fan}</h3>
          <Chart
            id="fan"
            studies={{ simulation: answer }}
            study={{ draws, seed, output: 'cash' }}
            alternative={alternative?.id}
          />
        </>
      )}
    </StudySection>
  )
}

function Choices({ draws, seed }: { draws: number; seed: number }) {
  const locale = useLocale()
  const words = riskWords[locale]
  const { own } = useAddress()
  const keep = (name: string, value: string): void => go({ own: { ...own, [name]: value } }, 'replace')
  return (
    <>
      <label class="pick">
        {words.simulation.draws}
        <select value={String(draws)} onChange={({ currentTarget }) => keep('draws', currentTarget.value)}>
          {counts.map((one) => (
            <option key={one} value={String(one)}>
              {one.toLocaleString(locale === 'es' ? 'es-CO' : 'en-US')}
            </option>
          ))}
        </select>
      </label>
      <label class="pick">
        {words.simulation.seed}
        <input
          type="number"
          min={0}
          max={999_999}
          value={seed}
          onChange={({ currentTarget }) => keep('seed', currentTarget.value)}
        />
      </label>
    </>
  )
}

function Probabilities({ told }: { told: Told }) {
  const locale = useLocale()
  const words = riskWords[locale].simulation
  const cell = ({ probability, standardError }: { probability: number; standardError: number }) => ({
    text: percent(probability, locale),
    value: probability,
    bar: probability,
    note: words.error(percent(standardError, locale)),
  })
  const places = told.alternatives[0]?.ranks ?? []
  const columns = [
    { id: 'viable', head: words.viable },
    ...places.map(({ place }) => ({ id: String(place), head: words.place(place) })),
  ]
  const rows = told.alternatives.map(({ id, name, viable, ranks }) => ({
    id,
    name,
    cells: [cell(viable), ...ranks.map(cell)],
  }))
  return <DataTable name={words.table} head={words.head} columns={columns} rows={rows} />
}

/** The catalogue reads sentences in either language; the service answers in one. */
function inBothTongues<S extends Told>(told: S): S {
  const both = (label: unknown) => ({ es: String(label), en: String(label) })
  return {
    ...told,
    inputs: told.inputs.map((input) => ({ ...input, label: both(input.label) })),
    alternatives: told.alternatives.map((of) => ({
      ...of,
      bands: of.bands.map((band) => ({ ...band, label: both(band.label) })),
    })),
  }
}
