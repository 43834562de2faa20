import type { NumeralFilling, PlanProblem } from '../state/api.ts'

/** Which numerals of the resolution and which places of the document belong to each of the nine chapters. */
const chapters: readonly { readonly numerals: RegExp; readonly pointers: RegExp }[] = [
  {
    numerals: /^5\.1/,
    pointers:
      /^(\/(name|description|norm|baseYear|horizon|schemaVersion)|\/territory\/municipalities\/\d+\/(id|name|department|divipola|climate|censuses|sectors|publicFinance|incomePerCapita))?(\/|$)/,
  },
  { numerals: /^5\.([234]|5\.[13]|6)/, pointers: /^\/(territory|providers|plan\/gaps)/ },
  {
    numerals: /^6/,
    pointers: /^\/(economy|variants|territory\/municipalities\/\d+\/(population|expansion|landUse))(\/|$)/,
  },
  { numerals: /^(7|8|10\.1|10\.2)$/, pointers: /^\/(alternatives|plan\/goals)/ },
  { numerals: /^(9|11\.[12])$/, pointers: /^\/alternatives\/\d+\/(projects|specialServices|closure)/ },
  {
    numerals: /^5\.5\.2$/,
    pointers: /^\/(territory\/municipalities|alternatives)\/\d+\/(tariff|subsidies)/,
  },
  {
    numerals: /^11\.3$/,
    pointers:
      /^\/(existing|economy\/(discount|minimum|affordability)|alternatives\/\d+\/(loans|grants|financing|existing))/,
  },
  { numerals: /^(10\.3|12)$/, pointers: /^\/(ranking|plan\/contingency|alternatives\/\d+\/measures)/ },
  { numerals: /^1[34]$/, pointers: /^\/(sources|plan\/(terms|coordinator|technicalDirector|adopt))/ },
]

export const numeralsOfChapter = (number: number): RegExp => chapters[number - 1]?.numerals ?? /^$/

/** The chapter where a place is edited, 1 to 9. */
export const chapterOf = (pointer: string): number =>
  // The narrowest chapter that knows the place: later ones are parts of earlier ones.
  Math.max(1, chapters.findLastIndex((chapter) => chapter.pointers.test(pointer)) + 1)

export interface ChapterState {
  readonly number: number
  readonly fill: 'complete' | 'partial' | 'empty'
  readonly problems: number
}

export function chapterStates(numerals: readonly NumeralFilling[], problems: readonly PlanProblem[]): ChapterState[] {
  return chapters.map((chapter, at) => {
    const own = numerals.filter(({ numeral, status }) => chapter.numerals.test(numeral) && status !== 'notApplicable')
    const missing = own.filter(({ status }) => status === 'missing')
    const begun = own.some(({ status, filled }) => status !== 'missing' || filled.length > 0)
    const fill = missing.length === 0 ? 'complete' : begun ? 'partial' : 'empty'
    const wrong = problems.filter(({ pointer }) => chapterOf(pointer) === at + 1).length
    return { number: at + 1, fill: own.length === 0 ? 'empty' : fill, problems: wrong }
  })
}
