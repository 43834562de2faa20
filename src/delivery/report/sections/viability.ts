import type { Figure } from '../../../study/result.ts'
import { termOf } from '../../../text/cli/terms.ts'
import { leverNames, leverValue } from '../../../text/studies/adjustment.ts'
import { unitInWords } from '../../../text/units.ts'
import type { Context } from '../base/context.ts'
import { decimals, inMillions, inPercent, yearText } from '../base/numbers.ts'
import type { Kind } from '../base/plan-figures.ts'
import { planFigures } from '../base/plan-figures.ts'
import { labelOf } from '../base/sheet.ts'
import type { Block, Part } from '../document.ts'
import { heading, paragraph, table } from '../document.ts'

/** Viabilidad [11.3]: every test with its sentence, the figures of the plan, and what would mend it. */
export function viability(context: Context): Part[] {
  const { words, alternative } = context
  const { viability: w } = words
  return [
    {
      blocks: [
        heading(2, w.title),
        tests(context),
        heading(3, w.mend),
        ...(alternative.viable ? [paragraph(w.notNeeded)] : mendBlocks(context)),
        heading(3, w.figures),
        figures(context),
      ],
    },
  ]
}

function tests({ words, alternative, locale }: Context): Block {
  const { viability: w, column } = words
  return table({
    caption: w.tests,
    columns: [
      { head: column.test, width: 25 },
      { head: column.finding, width: 12 },
      { head: column.reason, width: 63 },
    ],
    rows: alternative.viability.map((t) => ({
      cells: [termOf('viability', t.id, locale), w.marks[`${t.passed}`], t.message],
    })),
  })
}

/** The least change of each lever that makes the alternative viable, or that it does not reach. */
export function mendBlocks({ words, adjustments, locale }: Context): Block[] {
  const { viability: w } = words
  return [
    paragraph(w.mendIntro),
    table({
      caption: w.mend,
      columns: w.mendHeads.map((head, i) => ({ head, width: [32, 17, 17, 34][i] ?? 20 })),
      rows: adjustments.map(({ lever, adjustment }) => {
        const [move] = adjustment.levers
        const value = (x: number) => (move === undefined ? '–' : leverValue(x, move, locale))
        return {
          cells: [
            leverNames[lever]?.[locale] ?? lever,
            move === undefined ? '–' : value(move.before),
            move === undefined || !adjustment.viable ? '–' : value(move.after),
            adjustment.viable ? adjustment.message[locale] : w.noMend,
          ],
        }
      }),
    }),
  ]
}

function figures(context: Context): Block {
  const { words, alternative, locale, paper, result } = context
  const { base } = result.years
  const units: Readonly<Record<Kind, string>> = {
    millions: words.pesos.millionsOfBase(base),
    percent: '%',
    times: paper.times,
    year: paper.calendarYear,
    perUserMonth: paper.pesosOfBase(base, paper.perUserMonth),
    perTonne: paper.pesosOfBase(base, paper.perTonne),
    whole: '',
    one: '',
  }
  const write = {
    millions: inMillions(locale),
    percent: inPercent(locale),
    times: decimals(locale, 2),
    year: yearText,
    perUserMonth: decimals(locale, 0),
    perTonne: decimals(locale, 0),
    whole: decimals(locale, 0),
    one: decimals(locale, 1),
  }
  const single = (figure: Figure | undefined) => (typeof figure === 'number' ? figure : null)
  return table({
    caption: words.viability.figures,
    columns: [
      { head: words.column.concept, width: 56 },
      { head: words.column.value, width: 16, align: 'right' },
      { head: words.column.unit, width: 28 },
    ],
    rows: planFigures.map(([id, kind, unit]) => ({
      cells: [
        labelOf(id, locale),
        write[kind](single(alternative.figures[id])),
        unit === undefined ? units[kind] : unitInWords(unit, locale),
      ],
    })),
  })
}
