import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { plain } from '../../../../text/numbers.ts'
import { colourOf, dashOf } from '../../../charts/palette.ts'
import { useTheme } from '../../state/settings.ts'
import { useLocale } from '../../state/words.ts'
import type { LiveBar, LiveLine, LivePicture } from './pictures.ts'
import { apart, pathOf, ticksOf } from './scale.ts'

const height = 200
const edge = { left: 56, right: 24, top: 8, bottom: 24 }

/** How wide a place is now. */
function useRoom(): [RefObject<HTMLElement | null>, number] {
  const place = useRef<HTMLElement>(null)
  const [room, measure] = useState(480)
  useEffect(() => {
    if (place.current === null) return
    const observer = new ResizeObserver(([entry]) => measure(Math.max(240, entry?.contentRect.width ?? 480)))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [])
  return [place, room]
}

const yearsBetween = 60

/** Lines that follow the thumb: drawn by the browser itself, so that a move costs a few milliseconds. */
export function LiveLines({ picture }: { picture: LivePicture }) {
  const theme = useTheme()
  const locale = useLocale()
  const [place, room] = useRoom()
  const { title, unit, years, lines } = picture
  const known = lines.flatMap(({ values, before }) => [...values, ...before]).filter((value) => value !== null)
  const ticks = ticksOf(Math.min(0, ...known), Math.max(0, ...known))
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)]
  const bottom = height - edge.bottom
  const y = (value: number): number => bottom - ((value - low) / (high - low)) * (bottom - edge.top)
  const x = (t: number): number => edge.left + (t / Math.max(1, years.length - 1)) * (room - edge.left - edge.right)
  const every = Math.max(1, Math.ceil((years.length * yearsBetween) / (room - edge.left)))
  const step = (ticks[1] ?? 1) - low
  return (
    <figure class="live" ref={place}>
      <figcaption>
        <strong>{title}</strong>
        <span class="quiet">{unit}</span>
      </figcaption>
      <svg width={room} height={height} role="img" aria-label={`${unit}. ${title}`}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              class={tick === 0 ? 'zero' : 'grid'}
              x1={edge.left}
              x2={room - edge.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text class="tick" x={edge.left - 8} y={y(tick) + 4} text-anchor="end">
              {plain(tick, step < 1 ? 1 : 0, locale)}
            </text>
          </g>
        ))}
        {years.map((year, t) =>
          t % every === 0 ? (
            <text key={year} class="tick" x={x(t)} y={height - 6} text-anchor="middle">
              {year}
            </text>
          ) : null,
        )}
        {lines.map(({ id, before }, index) => (
          <path key={id} class="before" d={pathOf(before, x, y)} stroke={colourOf(index, theme)} />
        ))}
        {lines.map(({ id, values }, index) => (
          <path
            key={id}
            class="now"
            d={pathOf(values, x, y)}
            stroke={colourOf(index, theme)}
            stroke-dasharray={dashOf(index).join(' ')}
          />
        ))}
        <Letters lines={lines} x={x} y={y} />
      </svg>
    </figure>
  )
}

interface Axes {
  readonly x: (t: number) => number
  readonly y: (value: number) => number
}

/** The letter of each alternative where its line ends. */
function Letters({ lines, x, y }: { lines: readonly LiveLine[] } & Axes) {
  const ends = lines.flatMap(({ id, letter, values }) => {
    const at = values.findLastIndex((value) => value !== null)
    const value = values[at]
    return value === null || value === undefined ? [] : [{ id, letter, at: x(at), y: y(value) }]
  })
  const heights = apart(ends.map((end) => end.y))
  return ends.map(({ id, letter, at }, index) => (
    <text key={id} class="letter" x={at + 6} y={(heights[index] ?? 0) + 4}>
      {letter}
    </text>
  ))
}

const barHeight = 24
const barGap = 16
const barText = 88

/** Bars from zero, each with its number; a mark shows where the plan stands today. */
export function LiveBars({ title, unit, bars }: { title: string; unit: string; bars: readonly LiveBar[] }) {
  const theme = useTheme()
  const [place, room] = useRoom()
  const known = bars.flatMap(({ value, before }) => [value ?? 0, before ?? 0])
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  const [left, right] = [low < 0 ? 32 + barText : 32, high > 0 ? room - barText : room - edge.right]
  const x = (value: number): number => left + ((value - low) / (high - low || 1)) * (right - left)
  const top = (index: number): number => 8 + index * (barHeight + barGap)
  return (
    <figure class="live" ref={place}>
      <figcaption>
        <strong>{title}</strong>
        <span class="quiet">{unit}</span>
      </figcaption>
      <svg width={room} height={Math.max(height, top(bars.length))} role="img" aria-label={`${unit}. ${title}`}>
        {bars.map(({ id, letter, value, before, text }, index) => {
          const at = value ?? 0
          const [from, to] = [Math.min(x(0), x(at)), Math.max(x(0), x(at))]
          return (
            <g key={id}>
              <text class="letter" x={4} y={top(index) + 16}>
                {letter}
              </text>
              <rect x={from} y={top(index)} width={to - from} height={barHeight} fill={colourOf(index, theme)} />
              <text
                class="number"
                x={at < 0 ? from - 6 : to + 6}
                y={top(index) + 16}
                text-anchor={at < 0 ? 'end' : 'start'}
              >
                {text}
              </text>
              <line
                class="mark"
                x1={x(before ?? 0)}
                x2={x(before ?? 0)}
                y1={top(index) - 4}
                y2={top(index) + barHeight + 4}
              />
            </g>
          )
        })}
        <line class="zero" x1={x(0)} x2={x(0)} y1={0} y2={top(bars.length)} />
      </svg>
    </figure>
  )
}
