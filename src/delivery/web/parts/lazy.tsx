import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ApiProblem } from '../state/api.ts'
import { Problem, Skeleton } from './notices.tsx'

/** A view whose code comes when it is first seen: `lazy(async () => (await import('./view.tsx')).View)`. */
export function lazy<P extends object = object>(
  load: () => Promise<ComponentType<P>>,
  Meanwhile: ComponentType = () => <Skeleton rows={6} />,
): ComponentType<P> {
  let found: ComponentType<P> | undefined
  return function Lazy(props: P) {
    const [Loaded, take] = useState<ComponentType<P> | undefined>(() => found)
    const [failure, fail] = useState<ApiProblem | undefined>()
    useEffect(() => {
      if (Loaded !== undefined) return
      load().then(
        (component) => {
          found = component
          take(() => component)
        },
        // The service is gone, or has a newer page whose pieces have other names.
        (error: unknown) => fail(new ApiProblem(0, { title: String(error), detail: String(error) })),
      )
    }, [])
    if (failure !== undefined) return <Problem problem={failure} retry={() => location.reload()} />
    return Loaded === undefined ? <Meanwhile /> : <Loaded {...props} />
  }
}
