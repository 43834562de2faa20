import { useEffect, useState } from 'preact/hooks'
import { percent, plain } from '../../../../text/numbers.ts'
import { compareWords } from '../../../../text/web/compare.ts'
import type { Row } from '../../parts/data-table.tsx'
import { DataTable } from '../../parts/data-table.tsx'
import { Problem, Skeleton } from '../../parts/notices.tsx'
import { go, useAddress } from '../../state/address.ts'
import { ApiProblem, study } from '../../state/api.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'

type Turn = { readonly share: number; readonly winner: string | null } | null

interface Stability {
  readonly winner: string | null
  readonly drivers: readonly { readonly id: string; readonly label: string; readonly up: Turn; readonly down: Turn }[]
  readonly weights: {
    readonly region: { readonly draws: number; readonly any: Readonly<Record<string, number>> } | null
  }
  readonly sentences: readonly string[]
}

interface Named {
  readonly id: string
  readonly name: string
}

const draws = 10_000
const reach = 0.3

/** How firmly the winner stands; the address holds that it was asked for. */
export function Firmness({ alternatives }: { alternatives: readonly Named[] }) {
  const words = compareWords[useLocale()]
  const { own } = useAddress()
  return (
    <section>
      <h2>{words.stability}</h2>
      {own.firm === undefined ? (
        <button type="button" onClick={() => go({ own: { ...own, firm: '1' } })}>
          {words.stabilityAsk}
        </button>
      ) : (
        <Certificate alternatives={alternatives} />
      )}
    </section>
  )
}

function Certificate({ alternatives }: { alternatives: readonly Named[] }) {
  const locale = useLocale()
  const words = compareWords[locale]
  const document = usePlan()?.document
  const [found, take] = useState<Stability | ApiProblem | undefined>()
  useEffect(() => {
    const stop = new AbortController()
    take(undefined)
    study<Stability>('stability', { scenario: document, draws, reach }, stop.signal).then(take, (error: unknown) => {
      if (error instanceof ApiProblem) take(error)
    })
    return () => stop.abort()
  }, [document, locale])
  if (found === undefined) return <Skeleton />
  if (found instanceof ApiProblem) return <Problem problem={found} />
  const named = (id: string | null): string => alternatives.find((one) => one.id === id)?.name ?? '–'
  const told = (turn: Turn) => ({
    text: turn === null ? words.never : `${turn.share > 0 ? '+' : ''}${percent(turn.share, locale)}`,
    value: turn === null ? null : turn.share,
    note: turn === null ? undefined : named(turn.winner),
  })
  const rows: Row[] = found.drivers.map(({ id, label, up, down }) => ({
    id,
    name: label,
    cells: [told(up), told(down)],
  }))
  const columns = [
    { id: 'up', head: words.up, note: words.winnerWould },
    { id: 'down', head: words.down, note: words.winnerWould },
  ]
  const { region } = found.weights
  return (
    <>
      <ul>
        {found.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>{words.drivers}</h3>
      <DataTable name={words.drivers} head={words.driver} columns={columns} rows={rows} />
      {region !== null && (
        <>
          <h3>{words.weights(plain(region.draws, 0, locale))}</h3>
          <ul>
            {Object.entries(region.any).map(([id, share]) => (
              <li key={id}>{`${named(id)}: ${percent(share, locale)}`}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
