import { book } from '../../model/book.ts'
import type { Result, VariantResult } from '../result.ts'

/** The figures that a decision hangs on, of every alternative. */
const mainFigures = [
  ...['projectNpv', 'planNpv', 'irr', 'pvCosts', 'costCoverage', 'averageTariff', 'levelizedCost'],
  ...['territorialContribution', 'requiredCapacity', 'landfillEndYear', 'landfillEmissionsTotal'],
] as const

export type Spread = NonNullable<Result['spread']>

/** Las cifras principales bajo los distintos escenarios [6]: by alternative and figure, its value in each variant and their ends. */
export function spreadOf(variants: readonly VariantResult[]): Spread {
  const alternatives = [...new Set(variants.flatMap((v) => v.alternatives.map((a) => a.id)))]
  return alternatives.flatMap((alternative) => {
    const found = variants.flatMap((v) => {
      const result = v.alternatives.find((a) => a.id === alternative)
      return result ? [{ id: v.id, result }] : []
    })
    const people = found.map(({ id, result }) => [id, peopleAtEnd(result)] as const)
    const figures = mainFigures.map((figure) => ({
      figure,
      unit: book.byId.get(figure)?.unit ?? '1',
      values: found.map(({ id, result }) => [id, numberOf(result.figures[figure])] as const),
    }))
    return [{ figure: 'population', unit: 'inhabitants', values: people }, ...figures].map(
      ({ figure, unit, values }) => {
        const known = values.flatMap(([, v]) => (v === null ? [] : [v]))
        return {
          alternative,
          figure,
          unit,
          values: Object.fromEntries(values),
          least: known.length > 0 ? Math.min(...known) : null,
          greatest: known.length > 0 ? Math.max(...known) : null,
        }
      },
    )
  })
}

type Alternative = VariantResult['alternatives'][number]

const numberOf = (figure: Alternative['figures'][string] | undefined): number | null =>
  typeof figure === 'number' ? figure : null

/** Inhabitants of the last year of the waste horizon, each municipality and zone once. */
function peopleAtEnd({ lines }: Alternative): number | null {
  const rows = (lines.population?.rows ?? []).filter(({ at }) => at.municipality !== undefined)
  return rows.reduce<number | null>((sum, { values }) => {
    const last = values.at(-1) ?? null
    return sum === null || last === null ? null : sum + last
  }, 0)
}
