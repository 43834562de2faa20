import { useEffect } from 'preact/hooks'
import { chapterWords } from '../../../../text/web/chapter.ts'
import { useSchema } from '../../form/schema.ts'
import { Sections } from '../../form/sections.tsx'
import { Tree } from '../../form/tree.tsx'
import { Problem, Skeleton } from '../../parts/notices.tsx'
import { numeralsOfChapter } from '../../shell/chapters.ts'
import { addressStore, go, hrefOf, useAddress } from '../../state/address.ts'
import { restudy, usePlan, useStudy } from '../../state/plan.ts'
import { useLocale, useWords } from '../../state/words.ts'
import { PickPlanAlternative, PickTown, scopeOf } from './scope.tsx'
import { chapterSections } from './sections.ts'

/** A chapter of the plan: its entries in the resolution's order, what it lacks, and everything else behind «Todos los datos». */
export function Chapter() {
  const page = useWords()
  const words = chapterWords[useLocale()]
  const address = useAddress()
  const schema = useSchema()
  const document = usePlan()?.document
  const { failure, problems } = useStudy()
  const number = address.chapter ?? 1
  const wanted = address.own.at
  useEffect(() => {
    if (wanted !== undefined && schema !== undefined) reach(wanted)
  }, [wanted, schema, number])
  if (schema === undefined) return <Skeleton rows={8} />
  const sections = chapterSections[number - 1] ?? []
  const scope = scopeOf(document, address)
  const towns = sections.some(({ at }) => at.includes('{town}'))
  const alternatives = sections.some(({ at }) => at.includes('{alternative}'))
  return (
    <div class="chapter">
      <h1>
        {number} {page.chapters[number - 1]}
      </h1>
      {failure !== undefined && problems.length === 0 && <Problem problem={failure} retry={() => void restudy()} />}
      <Missing number={number} />
      {towns && <PickTown scope={scope} />}
      {alternatives && <PickPlanAlternative scope={scope} />}
      <Sections key={number} schema={schema} sections={sections} scope={scope} wanted={wanted} />
      <details
        class="all"
        open={address.own.all !== undefined}
        onToggle={({ currentTarget, target }) => target === currentTarget && showAll(currentTarget.open)}
      >
        <summary>{words.all}</summary>
        <p class="quiet">{words.allLead}</p>
        {address.own.all !== undefined && <Tree pointer="" node={schema} wanted={wanted} />}
      </details>
    </div>
  )
}

function showAll(open: boolean): void {
  const { all: _, ...own } = addressStore.get().own
  go({ own: open ? { ...own, all: '1' } : own }, 'replace')
}

/** Shows the field of a place, in a part of the chapter or, where none shows it, under «Todos los datos». */
function reach(pointer: string): void {
  const found = (): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>('[data-field], [data-place]')]
      .filter(({ dataset }) => {
        const place = dataset.field ?? dataset.place ?? ''
        return place === pointer || pointer.startsWith(`${place}/`) || place.startsWith(`${pointer}/`)
      })
      .sort((a, b) => nearness(b, pointer) - nearness(a, pointer))[0]
  const show = (place: HTMLElement): void => {
    place.scrollIntoView({ block: 'center' })
    const inner = place.matches('input')
      ? place
      : place.querySelector<HTMLElement>('input, select, textarea, summary, button')
    inner?.focus()
  }
  const there = found()
  if (there !== undefined) {
    show(there)
    return
  }
  showAll(true)
  setTimeout(() => {
    const opened = found()
    if (opened !== undefined) show(opened)
  }, 100)
}

const nearness = ({ dataset }: HTMLElement, pointer: string): number => {
  const place = dataset.field ?? dataset.place ?? ''
  return place === pointer ? 1e6 : place.length
}

/** What the resolution asks for in this chapter and the plan does not have yet; each leads to its place. */
function Missing({ number }: { number: number }) {
  const locale = useLocale()
  const words = chapterWords[locale]
  const { numerals } = useStudy()
  const own = numerals.filter(({ numeral }) => numeralsOfChapter(number).test(numeral))
  const lacking = own.filter(({ missing }) => missing.length > 0)
  const count = lacking.reduce((sum, { missing }) => sum + missing.length, 0)
  if (own.length === 0) return null
  if (count === 0) return <p class="quiet">{words.nothingMissing}</p>
  return (
    <details class="missing">
      <summary>{words.missing(count)}</summary>
      <ul>
        {lacking.map(({ numeral, es, en, missing }) => (
          <li key={numeral}>
            <a
              href={hrefOf({ own: { ...addressStore.get().own, at: missing[0] ?? '' } })}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return
                event.preventDefault()
                go({ own: { ...addressStore.get().own, at: missing[0] ?? '' } })
                reach(missing[0] ?? '')
              }}
            >
              {numeral} {locale === 'es' ? es : en}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
