import { readdirSync, readFileSync } from 'node:fs'
import type { ChartId } from '../../../src/delivery/charts/catalogue/catalogue.ts'
import { drawnOf } from '../../../src/delivery/charts/catalogue/catalogue.ts'
import type { Drawn } from '../../../src/delivery/charts/picture.ts'
import type { View } from '../../../src/delivery/charts/view.ts'
import { viewOf } from '../../../src/delivery/charts/view.ts'
import { evaluate } from '../../../src/study/evaluate.ts'
import { readPlan } from '../../../src/study/read-plan.ts'
import type { Locale } from '../../../src/text/numbers.ts'

const folder = new URL('../../../scenarios/', import.meta.url)

export const planNames = readdirSync(folder).filter((name) => name.endsWith('.json'))

export function viewsOf(name: string, locale: Locale = 'es'): View[] {
  const document: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
  const read = readPlan(document)
  if (!read.ok) throw new Error(`${name} does not read`)
  const result = evaluate(read.scenario, { document, locale })
  return result.variants.flatMap(({ id: variant, alternatives }) =>
    alternatives.map(({ id: alternative }) => {
      const found = viewOf({ result, scenario: read.scenario }, { alternative, variant, locale })
      if (!found.ok) throw new Error(`${alternative} is unknown`)
      return found.view
    }),
  )
}

export function drawn(view: View, id: ChartId): Drawn {
  const made = drawnOf(id, view)
  if (made === undefined) throw new Error(`${id} draws nothing`)
  return made
}
