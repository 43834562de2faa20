import type { Context } from '../base/context.ts'
import { inMillions, readable } from '../base/numbers.ts'
import type { Block, Part } from '../document.ts'
import { definitions, heading, paragraph, table } from '../document.ts'

/** 1. Organización municipal para la elaboración del PGIRS [art. 6, 3]: who answers, providers, terms of government. */
export function organisation(context: Context): Part[] {
  const { words, scenario } = context
  const { organisation: w, cover, missing } = words
  const { plan } = scenario
  const people = [
    { term: cover.coordinator, text: plan?.coordinator ?? missing.empty('/plan/coordinator') },
    { term: cover.technicalDirector, text: plan?.technicalDirector ?? missing.empty('/plan/technicalDirector') },
    { term: cover.adoption, text: plan?.adoptionAct ?? missing.empty('/plan/adoptionAct') },
  ]
  const terms = plan?.terms ?? []
  return [
    {
      blocks: [
        heading(1, words.chapter.organisation),
        ...(scenario.description === undefined ? [] : [paragraph(scenario.description)]),
        heading(2, w.group),
        definitions(people),
        heading(2, w.terms),
        terms.length === 0
          ? paragraph(missing.empty('/plan/terms'), 'missing')
          : paragraph(terms.map((t) => t.name ?? `${t.from}–${t.to}`).join(' · ')),
        heading(2, w.providers),
        ...providers(context),
        ...responsibles(context),
      ],
    },
  ]
}

function providers({ words, scenario, locale }: Context): Block[] {
  const { organisation: w, column, pesos } = words
  if (scenario.providers.length === 0) return [paragraph(w.noProviders, 'missing')]
  return [
    table({
      caption: w.providers,
      columns: [
        { head: column.name, width: 40 },
        { head: column.class, width: 24 },
        { head: w.staff, width: 18, align: 'right' },
        { head: `${w.payroll}, ${pesos.millionsOfBase(scenario.baseYear)}`, width: 18, align: 'right' },
      ],
      rows: scenario.providers.map((p) => {
        const staff = [p.staff?.administrative, p.staff?.operative].filter((x) => x !== undefined)
        const count = staff.length === 0 ? null : staff.reduce((a, b) => a + b, 0)
        return {
          cells: [
            p.name ?? p.id,
            w.kind[p.kind],
            readable(count, locale),
            inMillions(locale)(p.staff?.monthlyPayroll ?? null),
          ],
        }
      }),
    }),
  ]
}

function responsibles({ words, of }: Context): Block[] {
  const { projects } = of.places.alternative
  if (projects.length === 0) return []
  const { organisation: w, column } = words
  return [
    heading(2, w.responsibles),
    table({
      caption: w.responsibles,
      columns: [
        { head: column.project, width: 55 },
        { head: words.structure.scheduleHeads[4] ?? '', width: 45 },
      ],
      rows: projects.map((p) => ({
        cells: [p.name ?? p.id, p.responsible ?? w.noResponsible],
      })),
    }),
  ]
}
