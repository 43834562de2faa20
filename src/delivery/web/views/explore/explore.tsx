import { useState } from 'preact/hooks'
import { exploreWords } from '../../../../text/web/studies/explore.ts'
import { Empty, Skeleton } from '../../parts/notices.tsx'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { Figures } from './figures.tsx'
import { Kept } from './kept.tsx'
import { LiveBars, LiveLines } from './live-chart.tsx'
import { barsOf, picturesOf } from './pictures.ts'
import type { Session } from './session.ts'
import { useSession } from './session.ts'
import { SliderRow } from './slider-row.tsx'

/** Sliders at the left; figures and charts of every alternative at the right, computed in the page by the same book. */
export function Explore() {
  const words = exploreWords[useLocale()]
  const session = useSession()
  const { prepared, failure } = session
  if (failure !== undefined) return <Nothing title={words.failed} detail={failure} />
  if (prepared === undefined) {
    return (
      <>
        <h1>{words.title}</h1>
        <p class="quiet">{words.preparing}</p>
        <Skeleton rows={8} />
      </>
    )
  }
  if (prepared.sliders.length === 0) return <Nothing {...words.none} />
  const moved = Object.keys(session.positions).length > 0
  return (
    <div class="explore">
      <Sliders session={session} />
      <Kept by={[prepared, session.snapshot, moved]} draw={() => <Answers session={session} moved={moved} />} />
    </div>
  )
}

function Nothing({ title, detail }: { title: string; detail: string }) {
  return (
    <>
      <h1>{exploreWords[useLocale()].title}</h1>
      <Empty title={title} detail={detail} />
    </>
  )
}

function Sliders({ session }: { session: Session }) {
  const words = exploreWords[useLocale()]
  const [told, tell] = useState(false)
  const { prepared, positions, turns, move, resetAll, apply } = session
  const names = new Map(prepared?.snapshot.alternatives.map(({ id, name }) => [id, name]))
  const moved = Object.keys(positions).length > 0
  return (
    <section class="explore-sliders" aria-label={words.sliders}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <div class="row">
        <button type="button" class="main" disabled={!moved} onClick={() => void apply().then(() => tell(true))}>
          {words.apply}
        </button>
        <button type="button" disabled={!moved} onClick={resetAll}>
          {words.resetAll}
        </button>
      </div>
      <p role="status" class="quiet">
        {told && !moved ? words.applied : ''}
      </p>
      <ul class="sliders">
        {prepared?.sliders.map((slider) => (
          <Kept
            key={slider.id}
            by={[slider, positions[slider.id], turns[slider.id]]}
            draw={() => (
              <SliderRow
                slider={slider}
                position={positions[slider.id] ?? 0}
                turns={turns[slider.id]}
                nameOf={(id) => names.get(id) ?? id}
                move={(position, startedAt) => move(slider.id, position, startedAt)}
              />
            )}
          />
        ))}
      </ul>
      <p class="quiet">{words.alone}</p>
    </section>
  )
}

function Answers({ session, moved }: { session: Session; moved: boolean }) {
  const locale = useLocale()
  const words = exploreWords[locale]
  const plan = usePlan()
  const { prepared, snapshot } = session
  const before = prepared?.snapshot
  if (before === undefined || snapshot === undefined) return null
  const seen = { now: snapshot, before, baseYear: Number(plan?.document.baseYear), locale, words }
  return (
    <section class="explore-answers" aria-label={words.answers}>
      {snapshot.problems.length > 0 && (
        <div class="problem" role="alert">
          <h2>{words.refused}</h2>
          <p>
            {snapshot.problems[0]?.[locale]} {words.refusedDetail}
          </p>
        </div>
      )}
      <Figures now={snapshot} before={before} moved={moved} />
      <p class="quiet">{words.before}</p>
      <div class="live-charts">
        {picturesOf(seen).map((picture) => (
          <LiveLines key={picture.id} picture={picture} />
        ))}
        <LiveBars {...barsOf(seen)} />
      </div>
    </section>
  )
}
