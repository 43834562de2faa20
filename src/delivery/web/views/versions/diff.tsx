import { useEffect, useState } from 'preact/hooks'
import { pointerTokens } from '../../../../scenario/pointer.ts'
import { chapterWords } from '../../../../text/web/chapter.ts'
import { plansWords } from '../../../../text/web/plans.ts'
import { writeNumber } from '../../form/number.ts'
import { nameOf, pathText } from '../../form/place.ts'
import { nodeAt, termsOf, useSchema } from '../../form/schema.ts'
import { yearAmountsOf } from '../../form/years/year-amounts.tsx'
import { Problem, Skeleton } from '../../parts/notices.tsx'
import { ApiProblem, call } from '../../state/api.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { ChangeTable } from './change-table.tsx'
import type { ChangedFigures } from './diff-figures.tsx'
import { DiffFigures } from './diff-figures.tsx'

interface Changed {
  readonly pointer: string
  readonly before?: unknown
  readonly after?: unknown
  readonly label: string | null
}
interface Told extends ChangedFigures {
  readonly from: { readonly version: number }
  readonly to: { readonly version: number }
  readonly inputs: readonly Changed[]
}

const overYears = (value: unknown): boolean =>
  yearAmountsOf(value) !== undefined ||
  (typeof value === 'object' && value !== null && ['start', 'points', 'values'].some((key) => key in value))

/** How a value and its place are written: shares in percent, years without marks, values over time on one line. */
function useWriting() {
  const locale = useLocale()
  const words = plansWords[locale].versions
  const schema = useSchema()
  const nodeOf = (pointer: string) => (schema === undefined ? undefined : nodeAt(schema, pointerTokens(pointer) ?? []))
  const written = (pointer: string, value: unknown): string => {
    if (value === undefined || value === null) return words.none
    const node = nodeOf(pointer)
    const share = node !== undefined && termsOf(node).share
    if (typeof value === 'number') {
      const year = /year|from$/i.test(pointer)
      return share ? pathText(value, true, locale) : writeNumber(value, locale, year ? false : 'always')
    }
    if (typeof value === 'string') return value
    if (typeof value === 'boolean') return value ? chapterWords[locale].yes : chapterWords[locale].no
    const { name } = value as { name?: unknown }
    if (typeof name === 'string') return name
    return overYears(value) ? pathText(value, share, locale) : JSON.stringify(value)
  }
  const named = ({ pointer, label }: Changed): string => {
    const node = nodeOf(pointer)
    return label ?? (node === undefined ? pointer : nameOf(node, pointer, locale))
  }
  return { written, named }
}

/** What changed between a version and the newest one, entry by entry. */
export function Diff({ path, from }: { path: string; from: number }) {
  const locale = useLocale()
  const words = plansWords[locale].versions
  const now = usePlan()?.version
  const [told, tell] = useState<Told | undefined>()
  const [problem, fail] = useState<ApiProblem | undefined>()
  useEffect(() => {
    call(`${path}/diff?from=${from}`)
      .then(async (answer) => tell((await answer.json()) as Told))
      .catch((error: unknown) => fail(error instanceof ApiProblem ? error : undefined))
  }, [from, now])
  const { written, named } = useWriting()
  if (problem !== undefined) return <Problem problem={problem} />
  if (told === undefined) return <Skeleton />
  const rows = told.inputs.map((one) => ({
    id: one.pointer,
    name: (
      <>
        {named(one)} <small>{one.pointer}</small>
      </>
    ),
    before: written(one.pointer, one.before),
    after: written(one.pointer, one.after),
  }))
  return (
    <section aria-label={words.compare}>
      <h2>{words.changes(told.from.version, told.to.version)}</h2>
      {rows.length === 0 && <p>{words.noChanges}</p>}
      {rows.length > 0 && <ChangeTable head={words.place} groups={[{ id: 'inputs', name: '', rows }]} />}
      <DiffFigures of={told} />
    </section>
  )
}
