import { useEffect, useState } from 'preact/hooks'
import { plain } from '../../../../text/numbers.ts'
import type { CompareWords } from '../../../../text/web/compare.ts'
import { compareWords } from '../../../../text/web/compare.ts'
import { Problem, Skeleton } from '../../parts/notices.tsx'
import { ApiProblem, study } from '../../state/api.ts'
import { namesOf } from '../../state/names.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'

interface Difference {
  readonly place: string
  readonly base: unknown
  readonly own: unknown
}
interface Comparison {
  readonly base: string
  readonly inputs: readonly {
    readonly alternative: string
    readonly differences: readonly Difference[]
    readonly more: number
  }[]
}

interface InputsProps {
  readonly base: string | undefined
  readonly alternatives: readonly { readonly id: string; readonly name: string }[]
}

/** What each alternative has in its inputs that the base has not. */
export function Inputs({ base, alternatives }: InputsProps) {
  const locale = useLocale()
  const words = compareWords[locale]
  const document = usePlan()?.document
  const [found, take] = useState<Comparison | ApiProblem | undefined>()
  useEffect(() => {
    const stop = new AbortController()
    take(undefined)
    const body = { scenario: document, ...(base === undefined ? {} : { base }) }
    study<Comparison>('comparisons', body, stop.signal).then(take, (error: unknown) => {
      if (error instanceof ApiProblem) take(error)
    })
    return () => stop.abort()
  }, [document, base, locale])
  const named = (id: string): string => alternatives.find((one) => one.id === id)?.name ?? id
  return (
    <section>
      <h2>{words.inputs}</h2>
      {found === undefined && <Skeleton />}
      {found instanceof ApiProblem && <Problem problem={found} />}
      {found !== undefined && !(found instanceof ApiProblem) && (
        <>
          <p class="quiet">{words.inputsLead(named(found.base))}</p>
          {found.inputs
            .filter(({ alternative }) => alternative !== found.base)
            .map(({ alternative, differences, more }) => (
              <details key={alternative} class="differences">
                <summary>{`${named(alternative)} (${differences.length + more})`}</summary>
                {differences.length === 0 ? (
                  <p>{words.same}</p>
                ) : (
                  <Differences of={differences} baseName={named(found.base)} />
                )}
                {more > 0 && <p class="quiet">{words.more(more)}</p>}
              </details>
            ))}
        </>
      )}
    </section>
  )
}

function Differences({ of, baseName }: { of: readonly Difference[]; baseName: string }) {
  const locale = useLocale()
  const words = compareWords[locale]
  const names = namesOf(usePlan()?.document)
  const told = (value: unknown): string => shortly(value, (n) => plain(n, Number.isInteger(n) ? 0 : 4, locale), words)
  return (
    <div class="table-holder" tabIndex={0}>
      <table class="data words">
        <thead>
          <tr>
            <th scope="col">{words.place_}</th>
            <th scope="col">{baseName}</th>
            <th scope="col">{words.own}</th>
          </tr>
        </thead>
        <tbody>
          {of.map(({ place, base, own }) => (
            <tr key={place}>
              <th scope="row">{placeInWords(place, names, words)}</th>
              <td>{told(base)}</td>
              <td>{told(own)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function placeInWords(place: string, names: ReadonlyMap<string, string>, words: CompareWords): string {
  return place
    .split('/')
    .slice(1)
    .map((token) => words.places[token] ?? names.get(token) ?? token)
    .join(' › ')
}

const mostLetters = 90

/** A value of the document in few words: a project by its name, a path by its points. */
function shortly(value: unknown, number: (n: number) => string, words: CompareWords): string {
  if (value === null || value === undefined) return words.none
  if (typeof value === 'number') return number(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return clipped(value.map((one) => shortly(one, number, words)).join(' · '))
  const { name, points, values, from, ...rest } = value as Record<string, unknown>
  if (typeof name === 'string') return name
  if (typeof points === 'object' && points !== null) {
    return clipped(
      Object.entries(points)
        .map(([year, at]) => `${year}: ${shortly(at, number, words)}`)
        .join(' · '),
    )
  }
  if (Array.isArray(values)) {
    const [first, last] = [values[0], values.at(-1)]
    return `${typeof from === 'number' ? `${from}: ` : ''}${shortly(first, number, words)} … ${shortly(last, number, words)}`
  }
  const entries = Object.entries({ ...rest, ...(from === undefined ? {} : { from }) })
  return clipped(entries.map(([key, one]) => `${words.places[key] ?? key}: ${shortly(one, number, words)}`).join(' · '))
}

const clipped = (text: string): string => (text.length > mostLetters ? `${text.slice(0, mostLetters - 1)}…` : text)
