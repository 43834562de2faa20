import { useState } from 'preact/hooks'
import { percent } from '../../../../text/numbers.ts'
import { trackingWords } from '../../../../text/web/studies/tracking.ts'
import { unitOf, wayOf, written } from '../../parts/written.ts'
import { memberName } from '../../state/names.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import type { Evidence, Followed, Tracking } from './follow.ts'

const signs = { inPlan: '✓', alert: '!', substantial: '‼' } as const

/** Every figure noted, beside what the plan says, with its notice; one that was taken back can be put back. */
export function Compared({ tracking, add, remove }: { tracking: Tracking } & Pick<Followed, 'add' | 'remove'>) {
  const locale = useLocale()
  const words = trackingWords[locale]
  const [last, keep] = useState<Evidence | undefined>()
  const nameOf = ({ label, year }: Evidence): string => words.entry.cell(label, year)
  const take = async (item: Evidence): Promise<void> => {
    await remove(item.id)
    keep(item)
  }
  const back = async (): Promise<void> => {
    if (last === undefined) return
    const { year, line, at, observed, source } = last
    keep(undefined)
    await add([{ year, line, at, value: observed, source }])
  }
  return (
    <section class="study" aria-label={words.compared.title}>
      <h2>{words.compared.title}</h2>
      {tracking.items.length === 0 ? <p class="quiet">{words.compared.empty}</p> : <Told tracking={tracking} />}
      {tracking.items.length > 0 && <Items items={tracking.items} take={take} nameOf={nameOf} />}
      <p role="status">
        {last !== undefined && (
          <>
            {words.compared.removed(nameOf(last))}{' '}
            <button type="button" class="small" onClick={() => void back()}>
              {words.compared.undo}
            </button>
          </>
        )}
      </p>
    </section>
  )
}

interface ItemsProps {
  readonly items: readonly Evidence[]
  readonly take: (item: Evidence) => Promise<void>
  readonly nameOf: (item: Evidence) => string
}

function Items({ items, take, nameOf }: ItemsProps) {
  const words = trackingWords[useLocale()]
  return (
    <div class="scroll">
      <table class="numbers">
        <caption class="unseen">{words.compared.title}</caption>
        <Head />
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>{item.year}</td>
              <Values item={item} />
              <td class={item.level === 'inPlan' ? '' : 'negative'}>
                <span aria-hidden="true">{signs[item.level]}</span> {words.levels[item.level]}
              </td>
              <td>{item.source}</td>
              <td>
                <button
                  type="button"
                  class="small"
                  aria-label={words.compared.removeOf(nameOf(item))}
                  onClick={() => void take(item)}
                >
                  {words.compared.remove}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Told({ tracking: { level, thresholds } }: { tracking: Tracking }) {
  const locale = useLocale()
  const words = trackingWords[locale].summary
  if (level === 'inPlan') return <p>{words.inPlan}</p>
  return (
    <p class="verdict fails">
      <span aria-hidden="true">{signs[level]}</span> {words[level](percent(thresholds[level], locale))}
    </p>
  )
}

function Head() {
  const words = trackingWords[useLocale()].compared
  return (
    <thead>
      <tr>
        <th scope="col">{words.year}</th>
        <th scope="col">{words.figure}</th>
        <th scope="col">{words.place}</th>
        <th scope="col">{words.unit}</th>
        {[words.planned, words.observed, words.difference].map((head) => (
          <th key={head} scope="col" class="right">
            {head}
          </th>
        ))}
        <th scope="col">{words.level}</th>
        <th scope="col">{words.source}</th>
        <th scope="col">
          <span class="unseen">{words.remove}</span>
        </th>
      </tr>
    </thead>
  )
}

function Values({ item }: { item: Evidence }) {
  const locale = useLocale()
  const words = trackingWords[locale].compared
  const document = usePlan()?.document
  const { line, unit, label, at, planned, observed, relative } = item
  const way = wayOf(line, unit)
  const places = Object.entries(at).map(([dimension, member]) => memberName(document, { dimension, member }, locale))
  return (
    <>
      <th scope="row">{label}</th>
      <td>{places.length === 0 ? words.whole : places.join(', ')}</td>
      <td>{unitOf(way, unit, locale)}</td>
      <td class="right">{written(planned, way, locale)}</td>
      <td class="right">{written(observed, way, locale)}</td>
      <td class="right">{relative === null ? '–' : `${relative > 0 ? '+' : ''}${percent(relative, locale)}`}</td>
    </>
  )
}
