import { useEffect, useState } from 'preact/hooks'
import { chapterWords } from '../../../../text/web/chapter.ts'
import { plansWords } from '../../../../text/web/plans.ts'
import { Empty, Problem, Skeleton } from '../../parts/notices.tsx'
import { go, useAddress } from '../../state/address.ts'
import { ApiProblem, call, readVersion } from '../../state/api.ts'
import { replaceDocument, storeOpen } from '../../state/edit.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { Diff } from './diff.tsx'

interface Item {
  readonly version: number
  readonly label: string | null
  readonly updatedAt: string
  readonly valid: boolean
}

/** Every version of a stored plan: name it, see what changed since, go back to it. */
export function Versions() {
  const locale = useLocale()
  const words = plansWords[locale].versions
  const plan = usePlan()
  const { own } = useAddress()
  const [items, take] = useState<readonly Item[] | undefined>()
  const [problem, fail] = useState<ApiProblem | undefined>()
  const failed = (error: unknown): void => fail(error instanceof ApiProblem ? error : undefined)
  const id = plan?.id
  const path = `/v1/scenarios/${encodeURIComponent(id ?? '')}`
  useEffect(() => {
    if (id === undefined) return
    call(`${path}/versions`)
      .then(async (answer) => take(((await answer.json()) as { items: readonly Item[] }).items))
      .catch(failed)
  }, [id, plan?.version])
  if (id === undefined) {
    return (
      <div class="versions">
        <h1>{plansWords[locale].plan.versions}</h1>
        {problem !== undefined && <Problem problem={problem} />}
        <Empty title={words.lead} detail={words.notStored}>
          <button type="button" class="main" onClick={() => void storeOpen().catch(failed)}>
            {chapterWords[locale].save}
          </button>
        </Empty>
      </div>
    )
  }
  const restore = (version: number): void => {
    readVersion(id, version).then(({ document }) => replaceDocument(document), failed)
  }
  const name = (version: number, label: string): void => {
    call(`${path}/versions/${version}`, { method: 'PATCH', body: { label: label.trim() === '' ? null : label } }).catch(
      failed,
    )
  }
  return (
    <div class="versions">
      <h1>{plansWords[locale].plan.versions}</h1>
      <p>{words.lead}</p>
      {problem !== undefined && <Problem problem={problem} />}
      {items === undefined ? <Skeleton /> : <List {...{ items, restore, name }} now={plan?.version} />}
      {own.from !== undefined && items !== undefined && <Diff key={own.from} path={path} from={Number(own.from)} />}
    </div>
  )
}

interface ListProps {
  readonly items: readonly Item[]
  readonly now: number | undefined
  readonly restore: (version: number) => void
  readonly name: (version: number, label: string) => void
}

function List({ items, now, restore, name }: ListProps) {
  const locale = useLocale()
  const words = plansWords[locale].versions
  const when = new Intl.DateTimeFormat(locale === 'es' ? 'es-CO' : 'en-US', { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div class="table-holder">
      <table class="data versions-table">
        <thead>
          <tr>
            <th scope="col">{words.version}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.label}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {items.map(({ version, label, updatedAt, valid }) => (
            <tr key={version}>
              <th scope="row">
                {version} <small>{version === now ? words.current : valid ? words.valid : words.invalid}</small>
              </th>
              <td>{when.format(new Date(updatedAt))}</td>
              <td>
                <input
                  type="text"
                  maxLength={200}
                  aria-label={words.labelOf(version)}
                  defaultValue={label ?? ''}
                  onChange={({ currentTarget }) => name(version, currentTarget.value)}
                />
              </td>
              <td>
                {version !== now && (
                  <>
                    <button
                      type="button"
                      class="small"
                      aria-label={words.compareOf(version)}
                      onClick={() => go({ own: { from: String(version) } })}
                    >
                      {words.compare}
                    </button>{' '}
                    <button
                      type="button"
                      class="small"
                      aria-label={words.restoreOf(version)}
                      onClick={() => restore(version)}
                    >
                      {words.restore}
                    </button>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
