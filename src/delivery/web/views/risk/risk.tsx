import { riskWords } from '../../../../text/web/studies/risk.ts'
import { Problem, Waiting } from '../../parts/notices.tsx'
import { PickAlternative, useChosen } from '../../parts/pick.tsx'
import { restudy, useStudy } from '../../state/plan.ts'
import { useLocale } from '../../state/words.ts'
import { Adjustment } from './adjustment.tsx'
import { Simulation } from './simulation.tsx'
import { Stability } from './stability.tsx'
import { Stress } from './stress.tsx'
import { Tornado } from './tornado.tsx'

/** What could go otherwise, and what would mend it; each study is asked for by its button. */
export function Risk() {
  const words = riskWords[useLocale()]
  const { failure } = useStudy()
  const { variant } = useChosen()
  if (variant === undefined) {
    return failure === undefined ? <Waiting /> : <Problem problem={failure} retry={() => void restudy()} />
  }
  return (
    <div class="risk">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <div class="row controls">
        <PickAlternative />
      </div>
      <Tornado />
      <Simulation />
      <Stress />
      <Adjustment />
      <Stability />
    </div>
  )
}
