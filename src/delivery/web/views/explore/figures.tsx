import type { Snapshot, SnapshotAlternative } from '../../../../study/explore.ts'
import { millions, money, percent } from '../../../../text/numbers.ts'
import { exploreWords } from '../../../../text/web/studies/explore.ts'
import { colourOf, dashOf } from '../../../charts/palette.ts'
import { Figure } from '../../parts/figure.tsx'
import { Verdict } from '../../parts/notices.tsx'
import { useTheme } from '../../state/settings.ts'
import { useLocale } from '../../state/words.ts'
import { letterOf, lowestCash } from './pictures.ts'

export interface FiguresProps {
  readonly now: Snapshot
  readonly before: Snapshot
  readonly moved: boolean
}

/** What the sliders make of every alternative, and how far that is from the plan of today. */
export function Figures({ now, before, moved }: FiguresProps) {
  const words = exploreWords[useLocale()]
  return (
    <section class="scroll" aria-label={words.figures} tabIndex={moved ? 0 : undefined}>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{words.alternative}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.verdict}</th>
            {[words.npv, words.tariff, words.cover, words.lowest].map((head) => (
              <th key={head} scope="col" class="right">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {now.alternatives.map((of, index) => (
            <Row key={of.id} {...{ of, index, moved }} was={before.alternatives[index] ?? of} ranking={now.ranking} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly of: SnapshotAlternative
  readonly was: SnapshotAlternative
  readonly index: number
  readonly moved: boolean
  readonly ranking: Snapshot['ranking']
}

function Row({ of, was, index, moved, ranking }: RowProps) {
  const locale = useLocale()
  const place = ranking.order.find(({ alternative }) => alternative === of.id)?.place
  const cells = [
    { id: 'planNpv', now: of.figures.planNpv, before: was.figures.planNpv, write: millions },
    { id: 'averageTariff', now: of.figures.averageTariff, before: was.figures.averageTariff, write: money },
    { id: 'costCoverage', now: of.figures.costCoverage, before: was.figures.costCoverage, write: percent },
  ] as const
  const reason = of.viability.find(({ passed }) => passed === false)?.message
  return (
    <tr>
      <th scope="row">
        <Swatch index={index} /> {of.name}
      </th>
      <td>{place ?? '–'}</td>
      <td class="verdict-cell" title={reason}>
        <Verdict viable={of.viable} />
      </td>
      {cells.map(({ id, now = null, before = null, write }) => (
        <td key={id} class="right">
          <data value={String(now)} data-figure={`${of.id} ${id}`}>
            {moved ? (
              write(now, locale)
            ) : (
              <Figure text={write(now, locale)} name={of.name} question={{ line: id }} alternative={of.id} />
            )}
          </data>
          <Change now={now} before={before} write={write} />
        </td>
      ))}
      <td class="right">
        {millions(lowestCash(of), locale)}
        <Change now={lowestCash(of)} before={lowestCash(was)} write={millions} />
      </td>
    </tr>
  )
}

type Write = (value: number | null, locale?: 'es' | 'en') => string

/** The difference from today's plan; nothing where it would be written as zero. */
function Change({ now, before, write }: { now: number | null; before: number | null; write: Write }) {
  const locale = useLocale()
  const words = exploreWords[locale]
  if (now === null || before === null) return null
  const difference = now - before
  const text = write(difference, locale)
  const none = text.replace('−', '') === write(0, locale)
  return (
    <span class="change">
      {none ? (
        '='
      ) : (
        <>
          <span class="unseen">{words.change('')}</span>
          {difference > 0 ? `+${text}` : text}
        </>
      )}
    </span>
  )
}

/** Colour, dash and letter of an alternative, as its lines have them. */
function Swatch({ index }: { index: number }) {
  const theme = useTheme()
  return (
    <>
      <svg class="swatch" width="24" height="12" aria-hidden="true">
        <path d="M0 6H24" stroke={colourOf(index, theme)} stroke-width="3" stroke-dasharray={dashOf(index).join(' ')} />
      </svg>
      <b>{letterOf(index)}</b>
    </>
  )
}
