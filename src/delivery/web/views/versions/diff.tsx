import { useEffect, useState } from 'preact/hooks'
import { pointerTokens } from '../../../../scenario/pointer.ts'
import { plansWords } from '../../../../text/web/plans.ts'
import { writeNumber } from '../../form/number.ts'
import { nameOf } from '../../form/place.ts'
import { nodeAt, useSchema } from '../../form/schema.ts'
import { Problem, Skeleton } from '../../parts/notices.tsx'
import { ApiProblem, call } from '../../state/api.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'

interface Changed {
  readonly pointer: string
  readonly before?: unknown
  readonly after?: unknown
  readonly label: string | null
}
interface Told {
  readonly from: { readonly version: number }
  readonly to: { readonly version: number }
  readonly inputs: readonly Changed[]
}

/** What changed between a version and the newest one, entry by entry. */
export function Diff({ path, from }: { path: string; from: number }) {
  const locale = useLocale()
  const words = plansWords[locale].versions
  const schema = useSchema()
  const now = usePlan()?.version
  const [told, tell] = useState<Told | undefined>()
  const [problem, fail] = useState<ApiProblem | undefined>()
  useEffect(() => {
    call(`${path}/diff?from=${from}`)
      .then(async (answer) => tell((await answer.json()) as Told))
      .catch((error: unknown) => fail(error instanceof ApiProblem ? error : undefined))
  }, [from, now])
  if (problem !== undefined) return <Problem problem={problem} />
  if (told === undefined) return <Skeleton />
  const written = (value: unknown): string => {
    if (value === undefined || value === null) return words.none
    return typeof value === 'number'
      ? writeNumber(value, locale, 'always')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)
  }
  const named = ({ pointer, label }: Changed): string => {
    const node = schema === undefined ? undefined : nodeAt(schema, pointerTokens(pointer) ?? [])
    return label ?? (node === undefined ? pointer : nameOf(node, pointer, locale))
  }
  return (
    <section aria-label={words.compare}>
      <h2>{words.changes(told.from.version, told.to.version)}</h2>
      {told.inputs.length === 0 && <p>{words.noChanges}</p>}
      {told.inputs.length > 0 && (
        <div class="table-holder">
          <table class="data">
            <thead>
              <tr>
                <th scope="col">{words.place}</th>
                <th scope="col">{words.before}</th>
                <th scope="col">{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {told.inputs.map((one) => (
                <tr key={one.pointer}>
                  <th scope="row">
                    {named(one)} <small>{one.pointer}</small>
                  </th>
                  <td class="changed">{written(one.before)}</td>
                  <td class="changed">{written(one.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
