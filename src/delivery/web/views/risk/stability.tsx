import { riskWords } from '../../../../text/web/studies/risk.ts'
import { study } from '../../state/api.ts'
import { useLocale } from '../../state/words.ts'
import { useRun } from './run.ts'
import { StudySection } from './study-section.tsx'

interface Told {
  readonly sentences: readonly string[]
}

/** The certificate of stability in words. */
export function Stability() {
  const locale = useLocale()
  const words = riskWords[locale].stability
  const run = useRun(`stability ${locale}`, ({ document, signal }) =>
    study<Told>('stability', { scenario: document }, signal),
  )
  return (
    <StudySection title={words.title} lead={words.lead} run={run}>
      <ul>
        {run.answer?.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </StudySection>
  )
}
