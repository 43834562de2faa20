import { useState } from 'preact/hooks'
import { trackingWords } from '../../../../text/web/studies/tracking.ts'
import { Empty, Problem, Skeleton, Waiting } from '../../parts/notices.tsx'
import { PickAlternative, useChosen } from '../../parts/pick.tsx'
import { ApiProblem } from '../../state/api.ts'
import { storeOpen } from '../../state/edit.ts'
import type { OpenPlan } from '../../state/plan.ts'
import { usePlan } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { Compared } from './compared.tsx'
import { Entry } from './entry.tsx'
import { useFollowed } from './follow.ts'
import { Projection } from './projection.tsx'

/** Real figures of later years against the plan; only of a plan that is stored. */
export function Tracking() {
  const plan = usePlan()
  if (plan === undefined) return <Waiting />
  return plan.id === undefined ? <Unsaved /> : <Stored key={plan.key} plan={plan} id={plan.id} />
}

function Unsaved() {
  const { title, unsaved: words } = trackingWords[useLocale()]
  const [problem, fail] = useState<ApiProblem | undefined>()
  const save = (): void => {
    storeOpen().catch((error: unknown) => fail(error instanceof ApiProblem ? error : undefined))
  }
  return (
    <>
      <h1>{title}</h1>
      <Empty title={words.title} detail={words.detail}>
        <button type="button" class="main" onClick={save}>
          {words.save}
        </button>
        {problem !== undefined && <Problem problem={problem} retry={save} />}
      </Empty>
    </>
  )
}

function Stored({ plan, id }: { plan: OpenPlan; id: string }) {
  const words = trackingWords[useLocale()]
  const { alternative, result } = useChosen()
  const followed = useFollowed(id, { alternative: alternative?.id, version: plan.version })
  const { tracking, problem, again } = followed
  return (
    <div class="risk">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <div class="row controls">
        <PickAlternative />
      </div>
      {problem !== undefined && <Problem problem={problem} retry={again} />}
      {result !== undefined && (
        <Entry plan={plan.key} of={alternative} years={result.years.financial} add={followed.add} />
      )}
      {tracking === undefined && problem === undefined && <Skeleton />}
      {tracking !== undefined && <Compared tracking={tracking} add={followed.add} remove={followed.remove} />}
      {tracking !== undefined && tracking.items.length > 0 && (
        <Projection tracking={tracking} document={followed.document} />
      )}
    </div>
  )
}
