import { termOf } from '../../../text/cli/terms.ts'
import type { Context } from '../base/context.ts'
import { chartOf } from '../base/context.ts'
import { missingBlocks, under } from '../base/missing.ts'
import { decimals, inPercent, readable } from '../base/numbers.ts'
import { capital, isZero, labelOf, nameOf, placeWords, rowsOf, sumOf } from '../base/sheet.ts'
import type { YearRow } from '../base/year-table.ts'
import { yearTables } from '../base/year-table.ts'
import type { Block, Part } from '../document.ts'
import { heading, list, paragraph, table } from '../document.ts'

const most = 11

/** 3. Proyecciones [6]: inhabitants, subscribers, waste and its disposal in every year, and urban expansion. */
export function projections(context: Context): Part[] {
  const { words } = context
  const { projections: w } = words
  return [
    {
      landscape: true,
      blocks: [
        heading(1, words.chapter.projections),
        heading(2, w.population),
        ...chartOf(context, 'population'),
        ...population(context),
        ...methods(context),
        heading(2, w.users),
        ...chartOf(context, 'subscribers'),
        ...users(context),
        heading(2, w.waste),
        ...chartOf(context, 'mass-balance'),
        ...waste(context),
        heading(2, w.landfill),
        ...chartOf(context, 'landfill'),
        ...landfill(context),
        heading(2, w.expansion),
        ...expansion(context),
        ...missingBlocks(context, under('6')),
      ],
    },
  ]
}

function population(context: Context): Block[] {
  const { words, paper, locale, result } = context
  const rows = rowsOf(context, 'population').map(
    ({ at, values }): YearRow => ({ label: capital(placeWords(context, at)), values }),
  )
  return yearTables({
    caption: words.projections.population,
    unit: words.projections.inhabitants,
    head: words.column.zone,
    rows: [...rows, { label: paper.populationTotal, values: sumOf(context, 'population'), kind: 'total' }],
    years: result.years.waste,
    write: decimals(locale, 0),
    most,
  })
}

function methods(context: Context): Block[] {
  const { words, alternative, locale } = context
  const { projections: w, column } = words
  const found = alternative.populationMethods
  return [
    heading(3, w.methods),
    table({
      caption: w.methods,
      columns: [
        { head: column.place, width: 26 },
        { head: w.method, width: 30 },
        { head: w.permitted, width: 18 },
        { head: w.error, width: 26, align: 'right' },
      ],
      rows: found.flatMap((p) =>
        p.methods.map((m) => ({
          cells: [
            capital(placeWords(context, { municipality: p.municipality, zone: p.zone })),
            `${capital(termOf('populationMethod', m.id, locale))}${m.id === p.chosen ? ` (${w.chosen})` : ''}`,
            m.permitted ? words.summary.yes : words.summary.no,
            decimals(locale, 2, 100)(m.error),
          ],
        })),
      ),
    }),
    ...list([
      ...new Set(
        found.map(
          (p) =>
            `${capital(placeWords(context, { municipality: p.municipality, zone: p.zone }))}: ${termOf('populationMethod', p.chosen, locale)}. ${p.because}`,
        ),
      ),
    ]),
  ]
}

function users(context: Context): Block[] {
  const { words, paper, locale, result } = context
  const classes = [...new Set(rowsOf(context, 'users').map((r) => r.at.userClass ?? ''))]
  return yearTables({
    caption: words.projections.users,
    unit: words.projections.usersUnit,
    head: words.column.class,
    rows: [
      ...classes.map(
        (userClass): YearRow => ({
          label: nameOf(context, 'userClass', userClass),
          values: sumOf(context, 'users', { userClass }),
        }),
      ),
      { label: paper.usersTotal, values: sumOf(context, 'users'), kind: 'total' },
      { label: capital(paper.billed), values: sumOf(context, 'billedUsers') },
      { label: `${paper.coverage}, %`, values: sumOf(context, 'coverageShare'), write: inPercent(locale) },
    ],
    years: result.years.waste,
    write: decimals(locale, 0),
    most,
  })
}

function waste(context: Context): Block[] {
  const { words, paper, locale, result } = context
  const row = (line: string, kind?: YearRow['kind']): YearRow => ({
    label: labelOf(line, locale),
    values: sumOf(context, line),
    ...(kind ? { kind } : {}),
  })
  const parts = [row('reincorporated'), row('disposed'), row('handledSpecially')]
  const perCapita = rowsOf(context, 'perCapitaProduction').map(
    ({ at, values }): YearRow => ({
      label: capital(placeWords(context, at)),
      values,
      write: decimals(locale, 3),
    }),
  )
  return yearTables({
    caption: words.projections.waste,
    unit: words.projections.tonnes,
    head: words.column.concept,
    rows: [
      ...parts.filter((p) => !isZero(p.values ?? [])),
      row('collected', 'subtotal'),
      row('uncollected'),
      row('generation', 'total'),
      { label: capital(paper.captured), values: sumOf(context, 'recovered') },
      { label: paper.perCapita },
      ...perCapita,
    ],
    years: result.years.waste,
    write: decimals(locale, 0),
    most,
  })
}

function landfill(context: Context): Block[] {
  const { words, paper, locale, result } = context
  const sites = rowsOf(context, 'siteDisposal').map((r) => r.at)
  const left = (site: string | undefined) => sumOf(context, 'landfillRemaining', site === undefined ? {} : { site })
  const unlimited = sites.filter((at) => left(at.site).every((v) => v === null))
  const rows = sites.flatMap((at): YearRow[] => {
    const name = nameOf(context, 'site', at.site ?? '')
    return [
      { label: paper.siteTonnes(name), values: sumOf(context, 'siteDisposal', at) },
      ...(unlimited.includes(at) ? [] : [{ label: paper.siteLeft(name), values: left(at.site) }]),
    ]
  })
  return [
    ...yearTables({
      caption: words.projections.landfill,
      head: words.column.concept,
      rows: [
        ...rows,
        { label: paper.volume, values: sumOf(context, 'landfillVolume'), kind: 'subtotal' },
        { label: paper.shortfall, values: sumOf(context, 'landfillShortfall') },
      ],
      years: result.years.waste,
      write: decimals(locale, 0),
      most,
    }),
    ...list(unlimited.map((at) => paper.siteUnlimited(nameOf(context, 'site', at.site ?? '')))),
  ]
}

/** Zonas de expansión [6.4] and land use [5.1.3], as the plan gives them. */
function expansion({ words, scenario, locale }: Context): Block[] {
  const { projections: w } = words
  const rows = scenario.territory.municipalities.flatMap((m) => {
    const name = m.name ?? m.id
    const uses = Object.entries(m.landUse ?? {}).flatMap(([use, ha]) =>
      typeof ha === 'number' ? [{ cells: [name, use, readable(ha, locale)] }] : [],
    )
    const grown = m.expansion.flatMap((e) =>
      'ha' in e && typeof e.ha === 'number'
        ? [{ cells: [name, words.projections.expansion, readable(e.ha, locale)] }]
        : [],
    )
    return [...uses, ...grown]
  })
  if (rows.length === 0) return [paragraph(w.noExpansion, 'missing')]
  return [
    table({
      caption: w.landUse,
      unit: w.hectares,
      columns: [
        { head: words.cover.municipality, width: 30 },
        { head: words.column.concept, width: 50 },
        { head: words.column.value, width: 20, align: 'right' },
      ],
      rows,
    }),
  ]
}
