import { useRef, useState } from 'preact/hooks'
import { termOf } from '../../../text/cli/terms.ts'
import { carryWords } from '../../../text/web/carry.ts'
import { copyText } from '../parts/copy.ts'
import { useChosen } from '../parts/pick.tsx'
import { saveAs } from '../parts/save.ts'
import { useAddress } from '../state/address.ts'
import { ApiProblem, call } from '../state/api.ts'
import { namesOf } from '../state/names.ts'
import type { OpenPlan } from '../state/plan.ts'
import { studyStore } from '../state/plan.ts'

interface Choice {
  readonly name: string
  readonly take: () => Promise<string | undefined> | string | undefined
}

/** What of the plan can be carried away: documents by the service, data, this view as a link or on paper. */
export function Download({ plan }: { plan: OpenPlan }) {
  const { locale } = useAddress()
  const words = carryWords[locale]
  const menu = useRef<HTMLDetailsElement>(null)
  const [said, say] = useState('')
  const groups = useChoices(plan)
  const run = async ({ name, take }: Choice): Promise<void> => {
    say(words.preparing(name))
    if (menu.current !== null) menu.current.open = false
    try {
      say((await take()) ?? words.ready(name))
    } catch (error) {
      say(error instanceof ApiProblem ? error.message : String(error))
    }
  }
  return (
    <>
      <details
        class="menu"
        ref={menu}
        onKeyDown={({ key }) => {
          if (key === 'Escape' && menu.current !== null) menu.current.open = false
        }}
      >
        <summary>{words.menu}</summary>
        <div class="choices">
          {groups.map(({ title, choices }) => (
            <fieldset key={title}>
              <legend>{title}</legend>
              {choices.map((choice) => (
                <button key={choice.name} type="button" onClick={() => void run(choice)}>
                  {choice.name}
                </button>
              ))}
            </fieldset>
          ))}
        </div>
      </details>
      <span class="quiet said" role="status">
        {said}
      </span>
    </>
  )
}

function useChoices(plan: OpenPlan): { title: string; choices: Choice[] }[] {
  const { alternative, variant, money, locale } = useAddress()
  const words = carryWords[locale]
  const chosen = useChosen().alternative
  const names = namesOf(plan.document)
  const file = (path: string, own: Readonly<Record<string, string | undefined>>) => async (): Promise<undefined> => {
    const asked = Object.entries({ locale, ...own }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    const answer = await call(`/v1/${path}?${new URLSearchParams(asked)}`, {
      body: { scenario: plan.document },
      headers: { accept: '*/*' },
    })
    saveAs(path, await answer.blob())
  }
  const of = { alternative, variant, money }
  const entities = chosen?.entities.map(({ id }) => id) ?? []
  const copyLink = async (): Promise<string> => {
    if (!(await copyText(location.href))) return words.notCopied
    return plan.key.startsWith('draft:') || plan.saving === 'local'
      ? `${words.copied}. ${localNote(plan, locale)}`
      : words.copied
  }
  return [
    {
      title: words.groups.documents,
      choices: [
        { name: words.workbook, take: file('workbook.xlsx', of) },
        { name: words.comparison, take: file('comparison.xlsx', {}) },
        { name: words.pdf, take: file('report.pdf', of) },
        { name: words.docx, take: file('report.docx', of) },
        { name: words.html, take: file('plan.html', of) },
        { name: words.charts, take: file('charts.zip', of) },
        ...entities.map((entity) => ({
          name: words.extract(names.get(entity) ?? termOf('entity', entity, locale)),
          take: file('provider-extract.pdf', { alternative, variant, entity }),
        })),
      ],
    },
    {
      title: words.groups.data,
      choices: [
        { name: words.scenario, take: () => void saveAs('plan.json', jsonOf(plan.document)) },
        { name: words.csv, take: saveLines },
      ],
    },
    {
      title: words.groups.view,
      choices: [
        { name: words.link, take: copyLink },
        { name: words.print, take: () => void setTimeout(() => print()) },
      ],
    },
  ]
}

/** An example opens anywhere; a draft, or an example with changes, only here. */
const localNote = (plan: OpenPlan, locale: 'es' | 'en'): string =>
  plan.key.startsWith('example:') ? '' : carryWords[locale].onlyHere

const jsonOf = (document: unknown): Blob => new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' })

async function saveLines(): Promise<undefined> {
  const { result } = studyStore.get()
  if (result === undefined) return
  const { csvOf } = await import('../../cli/print/csv.ts')
  saveAs('renglones.csv', new Blob([...csvOf(result)], { type: 'text/csv' }))
}
