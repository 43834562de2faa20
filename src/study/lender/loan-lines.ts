import type { NumericLawId } from '../../law/parameter.ts'
import { findLaw, lawParameters } from '../../law/parameter.ts'
import { loanLineWords } from '../../text/studies/lender.ts'
import type { Sentence } from '../../text/viability.ts'
import type { AlternativeRun } from '../run.ts'

interface LoanLine {
  readonly id: string
  readonly term: NumericLawId
  readonly grace: NumericLawId
}

const loanLines: readonly LoanLine[] = [
  { id: 'findeterCompensated', term: 'findeterCompensatedTerm', grace: 'findeterCompensatedGrace' },
  { id: 'findeterOrdinary', term: 'findeterOrdinaryTerm', grace: 'findeterOrdinaryGrace' },
  { id: 'findeterReprofiling', term: 'findeterReprofilingTerm', grace: 'findeterReprofilingGrace' },
]

const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z0-9 ]/gu, '')
    .replaceAll(/ +/gu, ' ')
    .trim()
    .toLowerCase()

/** What a line is called: the words of its law before the colon. */
const named = (line: LoanLine, locale: 'es' | 'en'): string => lawParameters[line.term][locale].split(':')[0] as string

/** The line of a loan: by its id, or by its name in either language, whatever the accents and commas. */
function lineOf(asked: string): LoanLine | undefined {
  const words = plainWords(asked)
  return loanLines.find((line) =>
    [line.id, named(line, 'es'), named(line, 'en')].some((name) => plainWords(name) === words),
  )
}

/**
 * Créditos cuyo plazo o gracia pasa de lo que su línea admite en el año del primer desembolso [11.3].
 *
 * A line that nobody knows is another bank's affair; in years for which no value is known nothing is said.
 */
export function loanLineWarnings(of: AlternativeRun): { pointer: string; code: string; message: Sentence }[] {
  const { scenario, places } = of
  const index = scenario.alternatives.indexOf(places.alternative)
  return places.alternative.loans.flatMap((loan, place) => {
    const line = loan.line === undefined ? undefined : lineOf(loan.line)
    if (!line) return []
    const year = Math.min(...Object.keys(loan.draws).map(Number))
    return (['term', 'grace'] as const).flatMap((part) => {
      const law = findLaw(line[part], year, scenario.norm)
      if (!law || loan[part] <= law.value) return []
      const pointer = `/alternatives/${index}/loans/${place}/${part}`
      const facts = { line: { es: named(line, 'es'), en: named(line, 'en') }, most: law.value, given: loan[part], year }
      return [{ pointer, code: 'loan-line', message: loanLineWords(part, facts) }]
    })
  })
}
