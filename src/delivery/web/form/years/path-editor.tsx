import { chapterWords } from '../../../../text/web/chapter.ts'
import { choiceOf } from '../../../../text/web/chapter-choices.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { NumberInput } from '../number-input.tsx'
import { isYear, YearAmounts, yearAmountsOf } from './year-amounts.tsx'

type Shape = 'constant' | 'growth' | 'points' | 'values' | 'once'
interface Written {
  readonly start?: unknown
  readonly growth?: unknown
  readonly points?: Readonly<Record<string, number>>
  readonly between?: string
  readonly values?: readonly number[]
  readonly from?: number
}

export interface PathProps {
  readonly name: string
  readonly value: unknown
  readonly take: (value: unknown) => void
  readonly share: boolean
  /** May stand in single years only, as an investment does. */
  readonly once?: boolean | undefined
  readonly wrong?: boolean | undefined
}

export const shapeOf = (value: unknown): Shape => {
  if (typeof value !== 'object' || value === null) return 'constant'
  if (yearAmountsOf(value) !== undefined) return 'once'
  if ('points' in value) return 'points'
  return 'values' in value ? 'values' : 'growth'
}

const firstOf = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value
  const once = yearAmountsOf(value)
  if (once !== undefined) return once[0]?.amount
  const { start, points = {}, values = [] } = (value ?? {}) as Written
  return typeof start === 'number' ? start : (Object.values(points)[0] ?? values[0])
}

/** The same value in another shape; what it starts with is kept. */
function reshaped(value: unknown, shape: Shape, baseYear: number): unknown {
  const first = firstOf(value)
  if (shape === 'constant') return first
  if (shape === 'growth') return { start: first ?? 0, growth: 0 }
  if (shape === 'points') return { points: { [baseYear + 1]: first ?? 0 } }
  if (shape === 'once') return { year: baseYear + 1, amount: first ?? 0 }
  return { values: [first ?? 0], from: baseYear + 1 }
}

const shapesOf = (once: boolean): readonly Shape[] => [
  ...(['constant', 'growth', 'points', 'values'] as const),
  ...(once ? (['once'] as const) : []),
]

/** A value over time: constant, growing, changing in some years, or one a year. */
export function PathEditor({ name, value, take, share, once = false, wrong }: PathProps) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const document = usePlan()?.document
  const baseYear = typeof document?.baseYear === 'number' ? document.baseYear : 2024
  const shape = shapeOf(value)
  const written = (typeof value === 'object' && value !== null ? value : {}) as Written
  const part = { name, share, wrong }
  return (
    <fieldset class="path" aria-label={words.overYearsOf(name)}>
      <select
        aria-label={`${name}: ${words.shape}`}
        value={shape}
        onChange={({ currentTarget }) => take(reshaped(value, currentTarget.value as Shape, baseYear))}
      >
        {shapesOf(once || shape === 'once').map((one) => (
          <option key={one} value={one}>
            {words.shapes[one]}
          </option>
        ))}
      </select>
      {shape === 'constant' && (
        <NumberInput {...part} value={typeof value === 'number' ? value : undefined} take={take} />
      )}
      {shape === 'growth' && (
        <>
          <span>{words.startValue}</span>
          <NumberInput
            {...part}
            name={`${name}: ${words.startValue}`}
            value={typeof written.start === 'number' ? written.start : undefined}
            take={(start) => take({ ...written, start: start ?? 0 })}
          />
          <span class="growth-of">
            <span>{words.growth} (%)</span>
            <PathEditor
              name={`${name}: ${words.growth}`}
              share
              value={written.growth}
              take={(growth) => take({ ...written, growth: growth ?? 0 })}
            />
          </span>
        </>
      )}
      {shape === 'once' && <YearAmounts name={name} years={yearAmountsOf(value) ?? []} take={take} />}
      {shape === 'points' && <Points {...part} written={written} take={take} />}
      {shape === 'values' && <Values {...part} written={written} take={take} />}
      {shape === 'points' && <Between written={written} take={take} />}
    </fieldset>
  )
}

/** How the years between two given ones are filled. */
function Between({ written, take }: { written: Written; take: PathProps['take'] }) {
  const locale = useLocale()
  return (
    <label>
      {chapterWords[locale].between}{' '}
      <select
        value={written.between ?? 'linear'}
        onChange={({ currentTarget }) => take({ ...written, between: currentTarget.value })}
      >
        {['linear', 'step'].map((one) => (
          <option key={one} value={one}>
            {choiceOf('between', one, locale)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface PartProps {
  readonly name: string
  readonly share: boolean
  readonly written: Written
  readonly take: (value: unknown) => void
}

function Points({ name, share, written, take }: PartProps) {
  const words = chapterWords[useLocale()]
  const points = Object.entries(written.points ?? {})
  const put = (entries: readonly (readonly [string, number])[]): void =>
    take({ ...written, points: Object.fromEntries(entries) })
  const last = Number(points.at(-1)?.[0] ?? 2024)
  return (
    <span class="years">
      {points.map(([year, value], at) => (
        <span key={at} class="year">
          <NumberInput
            name={`${name}: ${words.year} ${at + 1}`}
            year
            whole
            value={Number(year)}
            accepts={(next) => isYear(next) && points.every(([other], one) => one === at || Number(other) !== next)}
            take={(next) => next !== undefined && put(points.with(at, [String(next), value]))}
          />
          <NumberInput
            name={`${name} ${year}`}
            share={share}
            value={value}
            take={(next) =>
              put(next === undefined ? points.filter((_, one) => one !== at) : points.with(at, [year, next]))
            }
          />
        </span>
      ))}
      <button type="button" class="small" onClick={() => put([...points, [String(last + 1), points.at(-1)?.[1] ?? 0]])}>
        {words.add}
      </button>
    </span>
  )
}

function Values({ name, share, written, take }: PartProps) {
  const words = chapterWords[useLocale()]
  const { values = [], from = 2024 } = written
  return (
    <span class="years">
      <span class="year">
        <span class="quiet">{words.fromYear}</span>
        <NumberInput
          name={`${name}: ${words.fromYear}`}
          year
          whole
          value={from}
          accepts={isYear}
          take={(next) => next !== undefined && take({ ...written, from: next })}
        />
      </span>
      {[...values, undefined].map((value, at) => (
        <span key={at} class="year">
          <span class="quiet">{from + at}</span>
          <NumberInput
            name={`${name} ${from + at}`}
            share={share}
            value={value}
            take={(next) => {
              if (next !== undefined)
                take({ ...written, values: [...values.slice(0, at), next, ...values.slice(at + 1)] })
              else if (at < values.length) take({ ...written, values: values.filter((_, one) => one !== at) })
            }}
          />
        </span>
      ))}
    </span>
  )
}
