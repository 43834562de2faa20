import { useState } from 'preact/hooks'
import { plain } from '../../../../text/numbers.ts'
import { unitInWords } from '../../../../text/units.ts'
import { drawerWords } from '../../../../text/web/drawer.ts'
import { copyText } from '../../parts/copy.ts'
import { useChosen } from '../../parts/pick.tsx'
import type { Question } from '../../state/address.ts'
import { go, useAddress } from '../../state/address.ts'
import type { Explanation } from '../../state/api.ts'
import { usePlan } from '../../state/plan.ts'
import { useWords } from '../../state/words.ts'
import { Operand } from './operand.tsx'
import { digits, formulaInWords, memberWords, textOf, totalOf, withNumbers } from './text.ts'

/** A figure with its formula, what it was made from, and where that came from. */
export function Told({ of, asked }: { of: Explanation; asked: Question }) {
  const { drawer } = useWords()
  const { locale } = useAddress()
  const document = usePlan()?.document
  const words = drawerWords[locale]
  const { formula } = of
  const total = totalOf(of)
  const places = memberWords(of.at, document, locale)
  return (
    <>
      <h3>{`${of[locale]}${of.year === null ? '' : `, ${of.year}`}`}</h3>
      {total !== undefined && (
        <p class="big">
          {plain(total, digits(total), locale)}{' '}
          <span class="quiet">{`${unitInWords(of.unit, locale)} · ${words.sum(of.rows.length)}`}</span>
        </p>
      )}
      <Rows of={of} asked={asked} />
      <p class={total === undefined ? 'big' : ''}>
        {plain(of.value, digits(of.value), locale)} <span class="quiet">{unitInWords(of.unit, locale)}</span>
      </p>
      <Real of={of} value={total ?? of.value} />
      <p class="quiet">
        {[of.numeral === '' ? '' : `${drawer.numeral} ${of.numeral}`, places].filter(Boolean).join(' · ')}
      </p>
      {of.because !== undefined && <p>{of.because[locale]}</p>}
      {formula === undefined && of.because === undefined && <p class="quiet">{words.noFormula}</p>}
      {formula !== undefined && (
        <>
          <h4>{drawer.formula}</h4>
          <p class="formula">{formulaInWords(of, locale)}</p>
          <code class="formula">{formula.text}</code>
          <h4>{drawer.withNumbers}</h4>
          <code class="formula">{withNumbers(formula.withNumbers, locale)}</code>
        </>
      )}
      <h4>{drawer.operands}</h4>
      <ul class="operands">
        {of.operands.map((one) => (
          <Operand key={`${one.id} ${JSON.stringify(one.at)} ${one.year}`} of={one} />
        ))}
      </ul>
      <Copy of={of} />
    </>
  )
}

/** Which of several rows is explained. */
function Rows({ of, asked }: { of: Explanation; asked: Question }) {
  const { locale } = useAddress()
  const document = usePlan()?.document
  const words = drawerWords[locale]
  const here = asked.at !== undefined && Object.keys(asked.at).length > 0
  if (of.rows.length < 2 && !here) return null
  if (of.rows.length < 2) {
    return (
      <button type="button" class="small" onClick={() => go({ explain: { line: asked.line, year: asked.year } })}>
        {`${words.row}: ${words.all}`}
      </button>
    )
  }
  return (
    <label class="pick">
      <small>{words.row}</small>
      <select
        value={JSON.stringify(of.at)}
        onChange={({ currentTarget }) =>
          go({ explain: { ...asked, at: JSON.parse(currentTarget.value) as Question['at'] } })
        }
      >
        {of.rows.map(({ at, value }) => (
          <option key={JSON.stringify(at)} value={JSON.stringify(at)}>
            {`${memberWords(at, document, locale)}: ${plain(value, digits(value), locale)}`}
          </option>
        ))}
      </select>
    </label>
  )
}

const alreadyReal: ReadonlySet<string> = new Set(['realTariff', 'monthlyCostPerUser', 'waterfallFilled'])

/** The same money in pesos of the base year, where that is what the page shows. */
function Real({ of, value }: { of: Explanation; value: number | null }) {
  const { locale, money } = useAddress()
  const { result, alternative } = useChosen()
  const words = drawerWords[locale]
  const base = result?.years.base ?? 0
  if (money !== 'baseYear' || of.year === null || !of.unit.startsWith('COP') || alreadyReal.has(of.id)) return null
  const index = alternative?.lines.inflationIndex?.rows[0]?.values[of.year - base]
  if (value === null || index === undefined || index === null) return null
  return (
    <p>
      <strong>{plain(value / index, digits(value), locale)}</strong> {words.real(base)}
      <small class="quiet">{` (${words.realNote(plain(index, 4, locale), of.year)})`}</small>
    </p>
  )
}

function Copy({ of }: { of: Explanation }) {
  const { locale } = useAddress()
  const document = usePlan()?.document
  const { alternative } = useChosen()
  const words = drawerWords[locale]
  const [done, say] = useState('')
  const text = (): string => textOf(of, { document, locale, about: [document?.name, alternative?.name] })
  return (
    <div class="row">
      <button
        type="button"
        onClick={() => void copyText(text()).then((copied) => say(copied ? words.copied : words.notCopied))}
      >
        {words.copy}
      </button>
      <span class="quiet" role="status">
        {done}
      </span>
    </div>
  )
}
