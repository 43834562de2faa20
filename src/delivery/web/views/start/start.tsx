import { useEffect, useState } from 'preact/hooks'
import { plansWords } from '../../../../text/web/plans.ts'
import { Problem, Skeleton } from '../../parts/notices.tsx'
import { go } from '../../state/address.ts'
import type { Example } from '../../state/api.ts'
import { ApiProblem, example, examples } from '../../state/api.ts'
import { newDraft } from '../../state/draft.ts'
import { storeCopy } from '../../state/edit.ts'
import { useLocale, useWords } from '../../state/words.ts'
import { blankPlan } from './blank.ts'
import { OpenLink } from './open-link.tsx'
import { OwnPlans } from './own-plans.tsx'
import { takeFile } from './take.ts'

/** The first page: a new plan, the planner's own and the bundled ones. */
export function Start() {
  const { start } = useWords()
  const [cards, take] = useState<readonly Example[] | undefined>()
  const [problem, fail] = useState<ApiProblem | undefined>()
  const failed = (error: unknown): void =>
    fail(error instanceof ApiProblem ? error : new ApiProblem(500, { title: String(error), detail: '' }))
  useEffect(() => {
    examples().then(take, failed)
  }, [])
  const duplicate = (name: string): void => {
    example(name).then(storeCopy).catch(failed)
  }
  return (
    <div class="start">
      <h1>{start.title}</h1>
      <p>{start.lead}</p>
      {problem !== undefined && <Problem problem={problem} />}
      <Begin failed={failed} begin={() => fail(undefined)} />
      <OwnPlans failed={failed} />
      <h2>{start.examples}</h2>
      {cards === undefined && problem === undefined && <Skeleton />}
      <ul class="cards">
        {cards?.map((card) => (
          <ExampleCard key={card.name} card={card} duplicate={duplicate} />
        ))}
      </ul>
    </div>
  )
}

/** Three ways to begin: guided, out of a file, out of the blank workbook. */
function Begin({ failed, begin }: { failed: (error: unknown) => void; begin: () => void }) {
  const locale = useLocale()
  const words = plansWords[locale].start
  const [over, hover] = useState(false)
  const open = (file: File | undefined): void => {
    if (file === undefined) return
    begin()
    takeFile(file, locale).catch(failed)
  }
  return (
    <section
      class={over ? 'begin over' : 'begin'}
      aria-label={words.guide}
      onDragOver={(event) => {
        event.preventDefault()
        hover(true)
      }}
      onDragLeave={() => hover(false)}
      onDrop={(event) => {
        event.preventDefault()
        hover(false)
        open(event.dataTransfer?.files[0])
      }}
    >
      <button
        type="button"
        class="main"
        onClick={() => go({ plan: newDraft(blankPlan(locale)), view: 'guide', own: {} })}
      >
        {words.guide}
      </button>
      <label class="file">
        {words.importFile}
        <input
          type="file"
          class="unseen"
          accept=".xlsx,.json,application/json"
          onChange={({ currentTarget }) => {
            open(currentTarget.files?.[0])
            currentTarget.value = ''
          }}
        />
      </label>
      <a href={`/v1/template.xlsx?locale=${locale}`} download="">
        {words.template}
      </a>
      <span class="quiet">{words.drop}</span>
    </section>
  )
}

/** What a narrow card cannot hold without making its whole row tall. */
const longText = 320

function ExampleCard({ card, duplicate }: { card: Example; duplicate: (name: string) => void }) {
  const { start } = useWords()
  return (
    <li class={card.description.length > longText ? 'card long' : 'card'}>
      <h3>{card.title}</h3>
      <p>{card.description}</p>
      <p class="quiet">
        {card.municipalities.join(', ')} · {card.baseYear} ·{' '}
        {start.size(card.alternatives.length, card.municipalities.length)}
      </p>
      <div class="row">
        <OpenLink plan={`example:${card.name}`} name={card.title} />
        <button type="button" onClick={() => duplicate(card.name)} aria-label={`${start.duplicate}: ${card.title}`}>
          {start.duplicate}
        </button>
      </div>
    </li>
  )
}
