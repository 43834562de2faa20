import { useState } from 'preact/hooks'
import { plain } from '../../../../text/numbers.ts'
import { trackingWords } from '../../../../text/web/studies/tracking.ts'
import { DataTable } from '../../parts/data-table.tsx'
import { saveAs } from '../../parts/save.ts'
import { unitOf, wayOf, written } from '../../parts/written.ts'
import type { Document } from '../../state/api.ts'
import { replaceDocument } from '../../state/edit.ts'
import { memberName, useLines } from '../../state/names.ts'
import { planStore, usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { ask } from '../../worker/client.ts'
import type { Followed, Tracking } from './follow.ts'

/** The plan moved so that it passes through the last figures observed, and the document that a modification needs. */
export function Projection({ tracking, document: ofService }: { tracking: Tracking } & Pick<Followed, 'document'>) {
  const locale = useLocale()
  const words = trackingWords[locale]
  const [said, say] = useState('')
  const { factors, patch } = tracking.projections
  const apply = async (): Promise<void> => {
    const changed = await ask('patched', { document: planStore.get()?.document, patch: [...patch] })
    if (changed === undefined) return say(words.projection.unfit)
    replaceDocument(changed as Document)
    say(words.projection.applied)
  }
  const download = async (): Promise<void> => saveAs(words.modification.file, await ofService())
  return (
    <section class="study" aria-label={words.projection.title}>
      <h2>{words.projection.title}</h2>
      {factors.length === 0 && <p>{words.projection.none}</p>}
      <ul>
        {factors.map(({ kind, year, factor, limited }, at) => (
          <li key={`${kind} ${at}`}>
            {words.projection.factor(words.projection.kinds[kind], year, plain(factor, 3, locale))}{' '}
            {limited && words.projection.limited}
          </li>
        ))}
      </ul>
      <Lines tracking={tracking} />
      {patch.length > 0 && (
        <button type="button" class="main" onClick={() => void apply()}>
          {words.projection.apply}
        </button>
      )}
      <p role="status">{said}</p>
      <Changed tracking={tracking} />
      <h2>{words.modification.title}</h2>
      <p>{tracking.modification.ground}</p>
      <button type="button" onClick={() => void download()}>
        {words.modification.download}
      </button>
    </section>
  )
}

/** Two rows for each row of a line that was observed: as planned, and as projected. */
function Lines({ tracking }: { tracking: Tracking }) {
  const locale = useLocale()
  const words = trackingWords[locale]
  const names = useLines()
  const document = usePlan()?.document
  const { lines, years } = tracking.projections
  const columns = years.map((year) => ({ id: String(year), head: String(year) }))
  return Object.entries(lines).map(([line, { unit, rows }]) => {
    const way = wayOf(line, unit)
    const name = `${names?.get(line)?.[locale] ?? line} (${unitOf(way, unit, locale)})`
    const told = rows.flatMap(({ at, planned, projected }, index) => {
      const place = Object.entries(at).map(([dimension, member]) => memberName(document, { dimension, member }, locale))
      const cells = (values: typeof planned) =>
        years.map((_, t) => ({ text: written(values[t], way, locale), value: values[t] ?? null }))
      const row = (kind: 'planned' | 'projected', values: typeof planned) => ({
        id: `${index} ${kind}`,
        name: [...place, words.projection[kind]].join(', '),
        cells: cells(values),
      })
      return [row('planned', planned), row('projected', projected)]
    })
    return (
      <details key={line} open={rows.length === 1}>
        <summary>{name}</summary>
        <DataTable name={name} head={words.compared.figure} columns={columns} rows={told} />
      </details>
    )
  })
}

function Changed({ tracking }: { tracking: Tracking }) {
  const locale = useLocale()
  const words = trackingWords[locale].projection
  const names = useLines()
  const { figures } = tracking.modification
  if (figures.length === 0) return null
  const columns = [
    { id: 'before', head: words.before },
    { id: 'after', head: words.after },
  ]
  const rows = figures.map(({ figure, before, after }) => {
    const line = names?.get(figure)
    const unit = line?.unit ?? ''
    const way = wayOf(figure, unit)
    const cell = (value: number | null) => ({ text: written(value, way, locale), value })
    const told = unitOf(way, unit, locale)
    return {
      id: figure,
      name: `${line?.[locale] ?? figure}${told === '' ? '' : ` (${told})`}`,
      cells: [cell(before), cell(after)],
    }
  })
  return <DataTable name={words.figures} head={words.figures} columns={columns} rows={rows} />
}
