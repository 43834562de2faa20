import { useEffect } from 'preact/hooks'
import { chapterWords } from '../../../../text/web/chapter.ts'
import { useSchema } from '../../form/schema.ts'
import type { Section } from '../../form/section.ts'
import { fields } from '../../form/section.ts'
import { Sections } from '../../form/sections.tsx'
import { Skeleton } from '../../parts/notices.tsx'
import { go, hrefOf, useAddress } from '../../state/address.ts'
import { usePlan, useStudy } from '../../state/plan.ts'
import { useLocale, useWords } from '../../state/words.ts'
import { PickPlanAlternative, scopeOf } from '../chapter/scope.tsx'
import * as parts from '../chapter/sections.ts'

const town = '/territory/municipalities/0'
const sites = parts.chapterSections[3]?.find(({ title }) => title === 'sites')

/** The resolution's order: territory, users, waste, costs today, alternatives, tariffs, funding. */
const steps: readonly (readonly Section[])[] = [
  [fields('plan', '', ['name', 'baseYear']), fields('town', town, ['name']), parts.censuses],
  [parts.users],
  [parts.perCapita, parts.streams],
  [parts.costsToday],
  [
    fields('alternative', '/alternatives/{alternative}', ['name', 'description']),
    ...(sites === undefined ? [] : [sites]),
  ],
  [parts.tariff, parts.factors, fields('collection', town, ['collectionEfficiency'])],
  [parts.rates, parts.existing, parts.income],
]

/** A first plan in seven steps; each can be left and taken up again, since every key is kept. */
export function Guide() {
  const locale = useLocale()
  const words = chapterWords[locale].guide
  const page = useWords()
  const address = useAddress()
  const schema = useSchema()
  const document = usePlan()?.document
  const { problems } = useStudy()
  const step = Math.min(steps.length, Math.max(1, Number(address.own.step ?? '1') || 1))
  useEffect(() => {
    if (schema === undefined) return
    const first = globalThis.document.querySelector<HTMLElement>(
      '.guide .part :is(input:not([readonly]), textarea, select)',
    )
    first?.focus()
  }, [step, schema])
  if (schema === undefined) return <Skeleton rows={8} />
  const last = step === steps.length
  const turn = (to: number): void => go({ own: { step: String(to) } })
  const finish = (): void => go({ view: 'summary', own: {} })
  const scope = scopeOf(document, address)
  return (
    <div class="guide">
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Steps names={words.names} step={step} turn={turn} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (last) finish()
          else turn(step + 1)
        }}
      >
        <p class="quiet">{words.step(step, steps.length)}</p>
        <p>{words.leads[step - 1]}</p>
        {step === 5 && <PickPlanAlternative scope={scope} />}
        <Sections key={step} schema={schema} sections={steps[step - 1] ?? []} scope={scope} />
        {last && problems.length > 0 && <p class="quiet">{page.mend(problems.length)}</p>}
        <div class="row">
          {step > 1 && (
            <button type="button" onClick={() => turn(step - 1)}>
              {words.back}
            </button>
          )}
          <button type="submit" class="main">
            {last ? words.finish : words.next}
          </button>
        </div>
      </form>
    </div>
  )
}

interface StepsProps {
  readonly names: readonly string[]
  readonly step: number
  readonly turn: (to: number) => void
}

function Steps({ names, step, turn }: StepsProps) {
  return (
    <ol class="steps">
      {names.map((name, at) => (
        <li key={name}>
          <a
            href={hrefOf({ own: { step: String(at + 1) } })}
            aria-current={step === at + 1 ? 'step' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              turn(at + 1)
            }}
          >
            {at + 1} {name}
          </a>
        </li>
      ))}
    </ol>
  )
}
