import { useEffect, useRef, useState } from 'preact/hooks'
import type { Result } from '../../../study/result.ts'
import { plain } from '../../../text/numbers.ts'
import { partWords } from '../../../text/web/parts.ts'
import type { ChartId } from '../../charts/catalogue/catalogue.ts'
import type { Drawn } from '../../charts/picture.ts'
import { useAddress } from '../state/address.ts'
import { usePlan, useStudy } from '../state/plan.ts'
import { useTheme } from '../state/settings.ts'
import { useLocale } from '../state/words.ts'
import { DataTable } from './data-table.tsx'
import { ChartTools } from './drawing/chart-tools.tsx'
import type { Range, Studies } from './drawing/drawing.ts'

type Drawing = typeof import('./drawing/drawing.ts')
let loaded: Promise<Drawing> | undefined
const load = (): Promise<Drawing> => {
  loaded ??= import('./drawing/drawing.ts').then(async (drawing) => {
    await drawing.fontsReady()
    return drawing
  })
  return loaded
}

/** The drawing code once it has come; no chart is part of the first view. */
export function useDrawing(): Drawing | undefined {
  const [drawing, take] = useState<Drawing | undefined>()
  useEffect(() => {
    let gone = false
    void load().then((found) => {
      if (!gone) take(() => found)
    })
    return () => {
      gone = true
    }
  }, [])
  return drawing
}

export interface ChartProps {
  readonly id: ChartId
  readonly alternative?: string | undefined
  readonly variant?: string | undefined
  readonly height?: number
  /** Answers of the studies that `tornado` and `fan` draw. */
  readonly studies?: Studies
  /** Options of that study, so that the service draws the same in an SVG. */
  readonly study?: Readonly<Record<string, unknown>>
  readonly range?: Range | undefined
  readonly result?: Result
}

/** A chart of the catalogue, the same that the server draws, with its table and its downloads. */
export function Chart({ id, height = 340, studies, study, range, ...asked }: ChartProps) {
  const drawing = useDrawing()
  const known = useStudy()
  const { variant, locale, alternative, money: wanted } = useAddress()
  const plan = usePlan()
  const [asTable, turn] = useState(false)
  const result = asked.result ?? known.result
  const document = known.of ?? plan?.document
  const money = known.money ?? wanted
  const of = asked.alternative ?? alternative
  const at = asked.variant ?? variant
  if (drawing === undefined || result === undefined || document === undefined) {
    return <div class="chart-place" style={{ height: `${height}px` }} />
  }
  const drawn = drawing.pictureOf({ id, result, document, locale, money, studies, alternative: of, variant: at })
  if (drawn === undefined) return <p class="quiet">{partWords[locale].notRun}</p>
  return (
    <figure class="chart">
      {asTable ? <Numbers drawn={drawn} /> : <Plot drawn={drawn} height={height} range={range} />}
      <ChartTools drawn={drawn} drawing={drawing} study={study} asTable={asTable} turn={() => turn(!asTable)} />
    </figure>
  )
}

const leastWidth = 300
/** Below this, names stand over the picture, which needs more height. */
const narrow = 450
const higher = 100

/** Height, px: what is usual, and where bars lie on one another as much as their names take. */
function heightOf({ horizontal, categories }: Drawn, usual: number, width: number): number {
  const [bar, rest] = width < narrow ? [38, 300] : [30, 160]
  return Math.max(width < narrow ? usual + higher : usual, horizontal ? rest + bar * categories.length : 0)
}

export interface PlotProps {
  readonly drawn: Drawn
  readonly height?: number
  readonly range?: Range | undefined
}

/** Only the picture with its text alternative, drawn again at once when it changes. */
export function Plot({ drawn, height: usual = 340, range }: PlotProps) {
  const drawing = useDrawing()
  const theme = useTheme()
  const locale = useLocale()
  const holder = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [room, measure] = useState(0)
  useEffect(() => {
    const place = holder.current
    if (place === null) return
    const observer = new ResizeObserver(() => measure(place.clientWidth))
    observer.observe(place)
    return () => observer.disconnect()
  }, [])
  const width = Math.max(leastWidth, room)
  const height = room > 0 ? heightOf(drawn, usual, width) : usual
  const key = JSON.stringify([drawn, range])
  useEffect(() => {
    if (drawing === undefined || canvas.current === null || room === 0) return
    const plotted = drawing.plot(canvas.current, drawn, { width, height, theme, locale, range })
    return () => plotted.destroy()
  }, [drawing, key, width, height, theme, locale, room === 0])
  const alt = drawing?.altOf(drawn, locale) ?? drawn.title
  return (
    <div
      ref={holder}
      class="chart-place"
      style={{ minHeight: `${height}px` }}
      tabIndex={room > 0 && room < width ? 0 : undefined}
    >
      <canvas ref={canvas} role="img" aria-label={alt} />
    </div>
  )
}

/** What the picture draws, as numbers. */
function Numbers({ drawn }: { drawn: Drawn }) {
  const locale = useLocale()
  const words = partWords[locale]
  const written = (value: number | null | undefined) => ({
    text: plain(value, drawn.decimals, locale),
    value: value ?? null,
  })
  const rows = drawn.series.flatMap(({ id, label, values, low }) =>
    low === undefined
      ? [{ id, name: label, cells: values.map(written) }]
      : [
          { id: `${id} low`, name: `${label}, ${words.low}`, cells: low.map(written) },
          { id, name: `${label}, ${words.high}`, cells: values.map(written) },
        ],
  )
  const columns = drawn.categories.map((name, at) => ({ id: `${at}`, head: name }))
  return (
    <>
      <figcaption>
        <strong>{drawn.title}</strong> <span class="quiet">{drawn.subtitle}</span>
      </figcaption>
      <DataTable name={drawn.title} head={drawn.unit} columns={columns} rows={rows} />
    </>
  )
}
