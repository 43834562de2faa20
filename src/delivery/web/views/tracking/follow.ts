import { useEffect, useState } from 'preact/hooks'
import type { PatchOperation } from '../../../../scenario/document/plan.ts'
import { ApiProblem, call } from '../../state/api.ts'
import { useLocale } from '../../state/words.ts'

export interface Noted {
  readonly year: number
  readonly line: string
  readonly at: Readonly<Record<string, string>>
  readonly value: number
  readonly source: string
}
export type Kind = 'tonnes' | 'users' | 'collection' | 'cost'
export type Level = 'inPlan' | 'alert' | 'substantial'

export interface Evidence {
  readonly id: string
  readonly year: number
  readonly line: string
  readonly label: string
  readonly unit: string
  readonly at: Readonly<Record<string, string>>
  readonly planned: number | null
  readonly observed: number
  readonly relative: number | null
  readonly level: Level
  readonly source: string
}
type Values = readonly (number | null)[]

export interface Tracking {
  readonly alternative: string
  readonly thresholds: { readonly alert: number; readonly substantial: number }
  readonly level: Level
  readonly items: readonly Evidence[]
  readonly projections: {
    readonly factors: readonly {
      readonly kind: Kind
      readonly year: number
      readonly factor: number
      readonly limited: boolean
    }[]
    readonly patch: readonly PatchOperation[]
    readonly years: readonly number[]
    readonly lines: Readonly<
      Record<
        string,
        {
          readonly unit: string
          readonly rows: readonly {
            readonly at: Readonly<Record<string, string>>
            readonly planned: Values
            readonly projected: Values
          }[]
        }
      >
    >
  }
  readonly modification: {
    readonly required: boolean
    readonly ground: string
    readonly figures: readonly {
      readonly figure: string
      readonly before: number | null
      readonly after: number | null
    }[]
  }
}

export interface Followed {
  readonly tracking: Tracking | undefined
  readonly problem: ApiProblem | undefined
  readonly add: (noted: readonly Noted[]) => Promise<void>
  readonly remove: (id: string) => Promise<void>
  readonly document: () => Promise<Blob>
  readonly again: () => void
}

/** The tracking of a stored plan for one alternative; asked again when the plan is saved or a figure is noted. */
export function useFollowed(
  id: string,
  asked: { alternative?: string | undefined; version?: number | undefined },
): Followed {
  const { alternative, version } = asked
  const locale = useLocale()
  const [tracking, take] = useState<Tracking | undefined>()
  const [problem, fail] = useState<ApiProblem | undefined>()
  const [count, recount] = useState(0)
  const root = `/v1/scenarios/${encodeURIComponent(id)}`
  const path = `${root}/tracking${alternative === undefined ? '' : `?alternative=${encodeURIComponent(alternative)}`}`
  const again = (): void => recount((last) => last + 1)
  useEffect(() => {
    const stop = new AbortController()
    call(path, { signal: stop.signal })
      .then(async (answer) => {
        take((await answer.json()) as Tracking)
        fail(undefined)
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) fail(error instanceof ApiProblem ? error : undefined)
      })
    return () => stop.abort()
  }, [path, version, locale, count])
  return {
    ...{ tracking, problem, again },
    add: async (noted) => {
      await call(`${root}/observations`, { body: noted })
      again()
    },
    remove: async (observation) => {
      await call(`${root}/observations/${encodeURIComponent(observation)}`, { method: 'DELETE' })
      again()
    },
    document: async () => (await call(path, { headers: { accept: 'text/markdown' } })).blob(),
  }
}
