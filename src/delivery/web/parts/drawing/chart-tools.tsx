import { useState } from 'preact/hooks'
import { partWords } from '../../../../text/web/parts.ts'
import type { Drawn } from '../../../charts/picture.ts'
import { addressStore } from '../../state/address.ts'
import { ApiProblem, call } from '../../state/api.ts'
import { planStore } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { saveAs } from '../save.ts'

type Drawing = typeof import('./drawing.ts')

interface ToolsProps {
  readonly drawn: Drawn
  readonly drawing: Drawing
  readonly study: Readonly<Record<string, unknown>> | undefined
  readonly asTable: boolean
  readonly turn: () => void
}

/** Under a chart: its numbers, and its files. */
export function ChartTools({ drawn, drawing, study, asTable, turn }: ToolsProps) {
  const locale = useLocale()
  const words = partWords[locale]
  const [said, say] = useState('')
  const failed = (error: unknown): void => say(error instanceof ApiProblem ? error.message : String(error))
  const png = async (): Promise<void> => {
    const blob = await drawing.pngOf(drawn, locale)
    if (blob !== null) saveAs(`${drawn.chart}.png`, blob)
  }
  const csv = (): void =>
    saveAs(`${drawn.chart}.csv`, new Blob([`\uFEFF${drawing.csvOf(drawn)}`], { type: 'text/csv' }))
  return (
    <div class="row chart-tools">
      <button type="button" class="small" aria-pressed={asTable} onClick={turn}>
        {asTable ? words.asPicture : words.asTable}
      </button>
      <details class="menu">
        <summary class="small" aria-label={words.saveChartOf(drawn.title)}>
          {words.saveChart}
        </summary>
        <div class="choices">
          <button type="button" onClick={() => void png().catch(failed)}>
            {words.png}
          </button>
          <button type="button" onClick={() => void svg(drawn, study).catch(failed)}>
            {words.svg}
          </button>
          <button type="button" onClick={csv}>
            {words.csv}
          </button>
        </div>
      </details>
      <span class="quiet" role="status">
        {said}
      </span>
    </div>
  )
}

/** The service draws the SVG: its letters are paths, so that it needs no font. */
async function svg(drawn: Drawn, study: ToolsProps['study']): Promise<void> {
  const { money, locale } = addressStore.get()
  const asked = new URLSearchParams({ alternative: drawn.alternative, variant: drawn.variant, money, locale })
  const answer = await call(`/v1/charts/${drawn.chart}.svg?${asked}`, {
    body: { scenario: planStore.get()?.document, ...study },
    headers: { accept: 'image/svg+xml' },
  })
  saveAs(`${drawn.chart}.svg`, await answer.blob())
}
