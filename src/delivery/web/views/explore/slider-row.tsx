import { percent, plain } from '../../../../text/numbers.ts'
import type { ExploreWords } from '../../../../text/web/studies/explore.ts'
import { exploreWords } from '../../../../text/web/studies/explore.ts'
import { useLocale, useWords } from '../../state/words.ts'
import type { Slider } from '../../worker/protocol.ts'
import type { Turn } from './turns.ts'

type Locale = ReturnType<typeof useLocale>

/** Mixed units are not put in one number: of tariffs and factors only the change is told. */
const mixed: ReadonlySet<string> = new Set(['tariff', 'factors'])
const targets: ReadonlySet<string> = new Set(['coverage', 'capture'])

const signed = (value: number, decimals: number, locale: Locale): string =>
  `${value > 0 ? '+' : ''}${plain(value, decimals, locale)}`

/** How far from today, in words: «+10 %», «−1,5 puntos». */
function changeText({ kind }: Slider, position: number, locale: Locale, words: ExploreWords): string {
  if (kind === 'points') return words.points(signed(position, Number.isInteger(position) ? 0 : 2, locale))
  return `${position > 0 ? '+' : ''}${percent(position / 100, locale)}`
}

/** The input itself at a position, or its range where it is several; undefined where they have no unit in common. */
function valueText(slider: Slider, position: number, locale: Locale, words: ExploreWords): string | undefined {
  const { id, kind, least, most, floor, ceiling } = slider
  if (mixed.has(id) || id === 'growth') return undefined
  const at = (value: number): string => {
    const wanted = kind === 'points' ? value + position / 100 : value * (1 + position / 100)
    const kept = Math.min(ceiling, Math.max(floor, wanted))
    return id === 'perCapita' ? plain(kept, 2, locale) : percent(kept, locale)
  }
  const [low, high] = [at(least), at(most)]
  return low === high ? low : words.range(low, high)
}

const shownText = (slider: Slider, position: number, locale: Locale): string => {
  const words = exploreWords[locale]
  const change = changeText(slider, position, locale, words)
  const value = valueText(slider, position, locale, words)
  return value === undefined ? change : position === 0 ? value : `${value} (${change})`
}

export interface SliderRowProps {
  readonly slider: Slider
  readonly position: number
  readonly turns: readonly Turn[] | undefined
  readonly nameOf: (alternative: string) => string
  readonly move: (position: number, startedAt?: number) => void
}

/** One input: what it is now, its track with the values of change, what it is today and who says so. */
export function SliderRow({ slider, position, turns, nameOf, move }: SliderRowProps) {
  const locale = useLocale()
  const words = exploreWords[locale]
  const { id, label, min, max, step } = slider
  const field = `slider-${id}`
  const shown = shownText(slider, position, locale)
  return (
    <li class="slider">
      <div class="slider-head">
        <label for={field}>{label}</label>
        <output for={field} class={position === 0 ? '' : 'moved'}>
          {shown}
        </output>
      </div>
      <div class="slider-track">
        <Marks slider={slider} turns={turns ?? []} />
        <input
          id={field}
          type="range"
          {...{ min, max, step }}
          value={position}
          aria-valuetext={`${shown} ${words.units[id]}`}
          aria-describedby={`${field}-today`}
          onInput={(event) => move(Number(event.currentTarget.value), event.timeStamp)}
        />
      </div>
      <Today slider={slider} field={field} />
      <Turns {...{ slider, turns, nameOf, move }} />
      {position !== 0 && (
        <button type="button" class="link" aria-label={words.resetOf(label)} onClick={() => move(0)}>
          {words.reset}
        </button>
      )}
    </li>
  )
}

const shareOf = ({ min, max }: Slider, position: number): number => (position - min) / (max - min)

/** The thumb's middle travels 8 px inside both ends of the track. */
const leftOf = (share: number): string => `calc(8px + ${share} * (100% - 16px))`

function Marks({ slider, turns }: { slider: Slider; turns: readonly Turn[] }) {
  return (
    <span aria-hidden="true">
      <span class="slider-today" style={{ left: leftOf(shareOf(slider, 0)) }} />
      {turns.map(({ position, winner }) => (
        <span
          key={position}
          class={winner === undefined ? 'slider-mark' : 'slider-mark strong'}
          style={{ left: leftOf(shareOf(slider, position)) }}
        />
      ))}
    </span>
  )
}

function Today({ slider, field }: { slider: Slider; field: string }) {
  const locale = useLocale()
  const words = exploreWords[locale]
  const { drawer } = useWords()
  const { id, source } = slider
  const value = id === 'growth' ? words.noChange : (valueText(slider, 0, locale, words) ?? words.asPlan)
  return (
    <p class="slider-note" id={`${field}-today`}>
      {words.today}: {value} {words.units[id]}
      {targets.has(id) && `, ${words.end}`} ·{' '}
      {source === undefined ? words.noSource : `${drawer.status[source.status]}: ${source.source}`}
    </p>
  )
}

interface TurnsProps extends Pick<SliderRowProps, 'slider' | 'turns' | 'nameOf' | 'move'> {}

/** The nearest change on either side, as steps that can be taken. */
function Turns({ slider, turns, nameOf, move }: TurnsProps) {
  const locale = useLocale()
  const words = exploreWords[locale]
  if (turns === undefined) return <p class="slider-note">{words.searching}</p>
  if (turns.length === 0) return <p class="slider-note">{words.firm}</p>
  const nearest = [
    turns.filter(({ position }) => position < 0).toSorted((a, b) => b.position - a.position)[0],
    turns.filter(({ position }) => position > 0).toSorted((a, b) => a.position - b.position)[0],
  ].filter((turn) => turn !== undefined)
  return (
    <ul class="slider-turns">
      {nearest.map((turn) => {
        const there = beyond(slider, turn.position)
        return (
          <li key={turn.position}>
            <button type="button" class="link" onClick={() => move(there)}>
              {words.turn(shownText(slider, turn.position, locale), whatOf(turn, nameOf, words))}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** The first stop of the thumb at or after a turn, seen from today's value. */
function beyond({ step, min, max }: Slider, position: number): number {
  const away = Math.sign(position) * Math.ceil(Math.abs(position) / step - 1e-9) * step
  return Math.min(max, Math.max(min, Number(away.toFixed(4))))
}

function whatOf({ winner, verdicts }: Turn, nameOf: (id: string) => string, words: ExploreWords): string {
  const told = verdicts.map(({ alternative, viable }) =>
    viable ? words.viable(nameOf(alternative)) : words.notViable(nameOf(alternative)),
  )
  return [...(winner === undefined ? [] : [winner === null ? words.nobody : words.wins(nameOf(winner))]), ...told].join(
    '; ',
  )
}
