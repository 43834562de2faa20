import { councilTable } from '../../../study/tariffs/council-table.ts'
import type { Context } from '../base/context.ts'
import { decimals, inPercent } from '../base/numbers.ts'
import { capital, placeWords } from '../base/sheet.ts'
import type { Block } from '../document.ts'
import { heading, table } from '../document.ts'

/** What the council fixes for the first year of the plan. */
export function council(context: Context): Block[] {
  const { words, of, scenario, locale, index } = context
  const { subsidies: w } = words
  const year = scenario.baseYear + 1
  const scale = 1 / (index?.[1] ?? 1)
  const [whole, pesosOf, millionsOf] = [
    decimals(locale, 0),
    decimals(locale, 0, scale),
    decimals(locale, 1, scale / 1e6),
  ]
  const pesos = index ? context.pesos : words.pesos.ofYear(year)
  return scenario.territory.municipalities.flatMap((m): Block[] => {
    const found = councilTable(of, { municipality: m.id, year })
    if (found.rows.length === 0) return []
    return [
      heading(3, w.council(m.name ?? m.id, year)),
      table({
        caption: w.council(m.name ?? m.id, year),
        unit: w.councilUnit(pesos),
        columns: w.councilHeads.map((head, i) => ({
          head,
          width: i === 0 ? 30 : 12,
          ...(i > 0 ? { align: 'right' as const } : {}),
        })),
        rows: [
          ...found.rows.map((r) => ({
            cells: [
              capital(placeWords(context, { userClass: r.userClass, zone: r.zone })),
              whole(r.users),
              pesosOf(r.referenceTariff),
              inPercent(locale)(r.factor),
              ...[r.userTariff, r.yearlySubsidy, r.yearlyContribution].map(pesosOf),
            ],
          })),
          {
            cells: [
              words.column.total,
              whole(found.totals.users),
              '',
              '',
              '',
              pesosOf(found.totals.yearlySubsidy),
              pesosOf(found.totals.yearlyContribution),
            ],
            kind: 'total' as const,
          },
        ],
      }),
      resourcesTable(context, found, { year, pesos, millionsOf }),
    ]
  })
}

/** Where the resources of the first year come from [5.5.2 b.3]. */
function resourcesTable(
  { words }: Context,
  found: ReturnType<typeof councilTable>,
  { year, pesos, millionsOf }: { year: number; pesos: string; millionsOf: (value: number | null) => string },
): Block {
  const { subsidies: w } = words
  return table({
    caption: w.resourcesTitle(year),
    unit: words.pesos.millions(pesos),
    columns: [
      { head: words.column.concept, width: 70 },
      { head: words.column.value, width: 30, align: 'right' },
    ],
    rows: (Object.keys(w.resources) as (keyof typeof w.resources)[]).map((id) => ({
      cells: [w.resources[id], millionsOf(found.resources[id])],
    })),
  })
}
