import type { Sensitivity } from '../../../../study/sensitivity/tornado.ts'
import { percent } from '../../../../text/numbers.ts'
import { riskWords } from '../../../../text/web/studies/risk.ts'
import { Chart } from '../../parts/chart.tsx'
import { useChosen } from '../../parts/pick.tsx'
import { go, useAddress } from '../../state/address.ts'
import { study } from '../../state/api.ts'
import { useLocale } from '../../state/words.ts'
import { useRun } from './run.ts'
import { StudySection } from './study-section.tsx'

type Told = Sensitivity
const shares = [0.05, 0.1, 0.2]

/** What moving each input does to one figure, the widest swing first. */
export function Tornado() {
  const locale = useLocale()
  const words = riskWords[locale]
  const { own } = useAddress()
  const { alternative } = useChosen()
  const figures = Object.entries(words.figures)
  const figure = own.figure !== undefined && own.figure in words.figures ? own.figure : 'planNpv'
  const share = shares.find((one) => String(one) === own.share) ?? 0.1
  const asked = { figure, share, ...(alternative === undefined ? {} : { alternative: alternative.id }) }
  const run = useRun(`tornado ${JSON.stringify(asked)} ${locale}`, async ({ document, signal }) =>
    inBothTongues(await study<Told>('sensitivity', { scenario: document, ...asked }, signal)),
  )
  const keep = (name: string, value: string): void => go({ own: { ...own, [name]: value } }, 'replace')
  const choices = (
    <>
      <label class="pick">
        {words.tornado.figure}
        <select value={figure} onChange={({ currentTarget }) => keep('figure', currentTarget.value)}>
          {figures.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="pick">
        {words.tornado.share}
        <select value={String(share)} onChange={({ currentTarget }) => keep('share', currentTarget.value)}>
          {shares.map((one) => (
            <option key={one} value={String(one)}>
              ± {percent(one, locale)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
  const { answer } = run
  const moving = answer?.bars.some(({ swing }) => swing !== null && swing > 0) ?? false
  return (
    <StudySection title={words.tornado.title} lead={words.tornado.lead} run={run} choices={choices}>
      {answer !== undefined && moving && (
        <Chart
          id="tornado"
          height={420}
          studies={{ sensitivity: answer }}
          study={{ figure, share }}
          alternative={alternative?.id}
        />
      )}
      {!moving && <p>{words.tornado.none}</p>}
    </StudySection>
  )
}

/** The catalogue reads sentences in either language; the service answers in one. */
function inBothTongues({ figure, bars, ...rest }: Sensitivity): Sensitivity {
  const both = (label: unknown) => ({ es: String(label), en: String(label) })
  return {
    ...rest,
    figure: { ...figure, label: both(figure.label) },
    bars: bars.map((bar) => ({ ...bar, label: both(bar.label) })),
  }
}
